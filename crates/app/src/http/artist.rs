//! `GET /artists/{id}`: an artist with the artists that its fans like.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store;

use super::{Problem, Result, error::or_no, extract::Path};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists/{id}", get(artist))
}

/// An artist.
#[derive(Serialize, ToSchema)]
pub struct Artist {
    id: i64,
    name: String,
    mbid: Option<Uuid>,
    /// The page on Last.fm, where the facts come from.
    url: Option<String>,
    image_url: Option<String>,
    /// Listeners on Last.fm.
    listeners: Option<i64>,
    tags: Vec<String>,
    /// Most alike first, at most 50.
    similar: Vec<Similar>,
    /// When the facts were fetched; null when the artist is known by name only.
    info_fetched_at: Option<DateTime<Utc>>,
    /// When the albums were fetched.
    albums_fetched_at: Option<DateTime<Utc>>,
    /// Why ingestion gave up.
    note: Option<String>,
}

/// An artist that fans of another like.
#[derive(Serialize, ToSchema)]
pub struct Similar {
    id: i64,
    name: String,
    /// 0 to 1.
    score: f32,
    /// Who says so.
    source: String,
}

#[utoipa::path(get, path = "/artists/{id}", params(("id" = i64, Path)), responses(
    (status = 200, body = Artist), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn artist(State(context): State<Context>, Path(id): Path<i64>) -> Result<Json<Artist>> {
    let id = ArtistId::from(id);
    let (found, similar) = futures::join!(context.store().artist(id), context.store().similars_of(id, 50));
    let found = found.map_err(or_no("artist"))?;
    want(&context, &found).await?;
    let similar = similar?.into_iter();
    Ok(Json(Artist {
        id: found.id,
        name: found.name,
        mbid: found.mbid,
        url: found.url,
        image_url: found.image_url,
        listeners: found.listeners,
        tags: found.tags,
        similar: similar
            .map(|s| Similar { id: s.similar_id, name: s.name, score: s.score, source: s.source })
            .collect(),
        info_fetched_at: found.info_fetched_at,
        albums_fetched_at: found.albums_fetched_at,
        note: found.note,
    }))
}

/// An artist that is looked at is wanted: one known by name only is ingested by the next sweep. This function has no queue, so
/// that it starts without an SDK.
pub(super) async fn want(context: &Context, artist: &store::Artist) -> Result<()> {
    if artist.wanted_at.is_none() {
        context.store().want_artist(ArtistId::from(artist.id)).await?;
    }
    Ok(())
}
