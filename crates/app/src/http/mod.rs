//! The routes, one file each; what they share: errors as problem+json, extractors, paging, identity, entity tags.
pub mod album;
pub mod album_prices;
pub mod album_releases;
pub mod alerts;
pub mod artist;
pub mod artist_albums;
mod auth;
pub mod basket;
pub mod create_artist;
mod error;
mod etag;
mod extract;
pub mod health;
pub mod image;
pub mod import;
pub mod imports;
pub mod matches;
pub mod notifications;
mod offers;
pub mod openapi;
mod pages;
mod paging;
mod prices;
pub mod quality;
pub mod recs;
pub mod refresh_artist;
pub mod refresh_prices;
pub mod refresh_recs;
pub mod release;
pub mod release_prices;
pub mod run;
pub mod search;
pub mod search_artists;
pub mod seeds;
pub mod shops;
pub mod stock_list;
pub mod stock_lists;
mod taxonomy;
mod wide_event;

use axum::{Router, extract::DefaultBodyLimit, middleware};

pub use auth::{Admin, Listener};
pub use error::{Error, Problem};

use crate::Context;

/// The result of a route.
pub type Result<T> = std::result::Result<T, Error>;

/// Longest request body that a route reads, in bytes.
const LONGEST_BODY: usize = 64 * 1024;

/// All routes together, as they are served on one machine and in tests.
pub fn all() -> Router<Context> {
    Router::new()
        .merge(album::routes())
        .merge(album_prices::routes())
        .merge(album_releases::routes())
        .merge(alerts::routes())
        .merge(artist::routes())
        .merge(artist_albums::routes())
        .merge(basket::routes())
        .merge(create_artist::routes())
        .merge(health::routes())
        .merge(image::routes())
        .merge(matches::routes())
        .merge(import::routes())
        .merge(imports::routes())
        .merge(notifications::routes())
        .merge(openapi::routes())
        .merge(quality::routes())
        .merge(recs::routes())
        .merge(refresh_artist::routes())
        .merge(refresh_prices::routes())
        .merge(refresh_recs::routes())
        .merge(release::routes())
        .merge(release_prices::routes())
        .merge(run::routes())
        .merge(search::routes())
        .merge(search_artists::routes())
        .merge(seeds::routes())
        .merge(shops::routes())
        .merge(stock_list::routes())
        .merge(stock_lists::routes())
}

/// Routes with what surrounds each: a wide event, entity tags, a limit for bodies, and problems for what no route takes.
pub fn serve(routes: Router<Context>, context: Context) -> Router {
    routes
        .fallback(|| async { Error::NotFound("route") })
        .method_not_allowed_fallback(|| async { Error::MethodNotAllowed })
        .layer(middleware::from_fn(etag::entity_tag))
        .layer(middleware::from_fn(wide_event::wide_event))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .with_state(context)
}
