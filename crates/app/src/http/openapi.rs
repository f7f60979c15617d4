//! `GET /openapi.json`: what all routes take and give, read off the routes themselves.
use axum::{Json, Router, routing::get};
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{
    album, album_prices, album_releases, alerts, artist, artist_albums, basket, create_artist, health, image, import,
    imports, matches, notifications, quality, recs, refresh_artist, refresh_prices, refresh_recs, release,
    release_prices, run, search, search_artists, seeds, shops, stock_list, stock_lists,
};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/openapi.json", get(openapi))
}

/// The document.
#[derive(OpenApi)]
#[openapi(
    info(title = "Vinilogy", description = "Which records to buy on vinyl, which pressing, where, for how much, and why."),
    paths(
        album::album,
        album_prices::album_prices,
        album_releases::album_releases,
        alerts::alerts,
        alerts::add_alert,
        alerts::remove_alert,
        artist::artist,
        artist_albums::artist_albums,
        basket::basket,
        create_artist::create_artist,
        health::health,
        image::image,
        matches::decide,
        matches::link,
        matches::matches,
        import::import,
        import::refused,
        imports::create_import,
        imports::start_import,
        notifications::notifications,
        notifications::read_notification,
        openapi,
        quality::quality,
        recs::recs,
        refresh_artist::refresh_artist,
        refresh_prices::refresh_prices,
        refresh_recs::refresh_recs,
        release::release,
        release_prices::release_prices,
        run::run,
        search::search,
        search_artists::search_artists,
        seeds::seeds,
        seeds::add_seed,
        seeds::remove_seed,
        shops::links,
        shops::shops,
        stock_list::refused,
        stock_list::stock_list,
        stock_lists::create_stock_list,
        stock_lists::start_stock_list
    ),
    modifiers(&Bearer)
)]
pub struct Document;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        openapi.components.get_or_insert_default().add_security_scheme("bearer", scheme);
    }
}

#[utoipa::path(get, path = "/openapi.json", responses((status = 200, description = "This document")))]
pub(super) async fn openapi() -> Json<utoipa::openapi::OpenApi> {
    Json(Document::openapi())
}
