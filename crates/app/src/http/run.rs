//! `GET /runs/{id}`: how far an ingestion is.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::ids::RunId;
use vinilogy_core::store::Progress;

use super::{Problem, Result, error::or_no, extract::Path};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/runs/{id}", get(run))
}

/// How far an ingestion is. Read from the catalogue itself, so it is right whatever became of the messages.
#[derive(Serialize, ToSchema)]
pub struct Run {
    id: i64,
    artist_id: i64,
    artist_name: String,
    requested_at: DateTime<Utc>,
    /// `artist`, `albums`, `releases`, `prices`, `done` or `gave_up`.
    #[schema(example = "releases")]
    phase: &'static str,
    albums: i64,
    /// Albums whose pressings have been fetched, or are known not to exist.
    albums_with_releases: i64,
    /// Albums that exist on vinyl.
    albums_on_vinyl: i64,
    albums_priced: i64,
    releases: i64,
    /// Why it gave up.
    note: Option<String>,
}

#[utoipa::path(get, path = "/runs/{id}", params(("id" = i64, Path)), responses(
    (status = 200, body = Run), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn run(State(context): State<Context>, Path(id): Path<i64>) -> Result<Json<Run>> {
    let progress = context.store().progress(RunId::from(id)).await.map_err(or_no("run"))?;
    Ok(Json(Run {
        phase: phase(&progress),
        id: progress.id,
        artist_id: progress.artist_id,
        artist_name: progress.artist_name,
        requested_at: progress.requested_at,
        albums: progress.albums,
        albums_with_releases: progress.albums_with_releases,
        albums_on_vinyl: progress.albums_on_vinyl,
        albums_priced: progress.albums_priced,
        releases: progress.releases,
        note: progress.note,
    }))
}

fn phase(progress: &Progress) -> &'static str {
    match progress {
        p if p.note.is_some() => "gave_up",
        p if p.info_fetched_at.is_none() => "artist",
        p if p.albums_fetched_at.is_none() => "albums",
        p if p.albums_with_releases < p.albums => "releases",
        p if p.albums_priced < p.albums_on_vinyl => "prices",
        _ => "done",
    }
}
