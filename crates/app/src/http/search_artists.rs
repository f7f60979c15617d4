//! `GET /artists?q=`: typeahead.
use axum::{Json, Router, extract::State, routing::get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    Error, Problem, Result,
    extract::{Query, text},
};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists", get(search_artists))
}

/// What is typed.
#[derive(Deserialize, IntoParams)]
pub struct Typed {
    /// The beginning of a name; accents and typing errors are forgiven.
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

const LONGEST_QUERY: usize = 200;

#[utoipa::path(get, path = "/artists", params(Typed), responses(
    (status = 200, body = Hits), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn search_artists(State(context): State<Context>, Query(typed): Query<Typed>) -> Result<Json<Hits>> {
    let q = text("q", &typed.q, LONGEST_QUERY)?;
    let limit = match typed.limit.unwrap_or(10) {
        limit @ 1..=20 => limit,
        _ => return Err(Error::BadRequest("limit: must be 1 to 20".to_owned())),
    };
    let hits = context.store().search_artists(q, limit).await?;
    let artists =
        hits.into_iter().map(|h| Hit { id: h.id, name: h.name, image_url: h.image_url, listeners: h.listeners });
    Ok(Json(Hits { artists: artists.collect() }))
}
