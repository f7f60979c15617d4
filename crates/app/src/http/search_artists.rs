//! `GET /artists?q=`: typeahead over artists alone.
use axum::{Json, Router, extract::State, routing::get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use vinilogy_core::store::NameKind;

use super::extract::{Query, text};
use super::search::{LONGEST_QUERY, hits};
use super::{Problem, Result};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists", get(search_artists))
}

/// What is typed.
#[derive(Deserialize, IntoParams)]
pub struct Typed {
    /// The beginnings of some words of a name; accents and typing errors are forgiven.
    q: String,
    /// Hits at most, 1 to 20; 10 unless asked otherwise.
    limit: Option<i64>,
}

/// Artists whose name is like what was typed.
#[derive(Serialize, ToSchema)]
pub struct Hits {
    /// Best first.
    artists: Vec<Hit>,
}

/// An artist by name.
#[derive(Serialize, ToSchema)]
pub struct Hit {
    id: i64,
    name: String,
    image_url: Option<String>,
    /// Listeners on Last.fm.
    listeners: Option<i64>,
}

#[utoipa::path(get, path = "/artists", params(Typed), responses(
    (status = 200, body = Hits), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn search_artists(State(context): State<Context>, Query(typed): Query<Typed>) -> Result<Json<Hits>> {
    let q = text("q", &typed.q, LONGEST_QUERY)?;
    let limit = hits(typed.limit)?;
    let found = context.store().search(q, Some(NameKind::Artist), None, limit).await?.into_iter();
    let artists = found.map(|hit| Hit {
        id: hit.id,
        name: hit.artist_name,
        image_url: hit.artist_image_url,
        listeners: hit.listeners,
    });
    Ok(Json(Hits { artists: artists.collect() }))
}
