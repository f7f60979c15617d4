//! `POST /artists`: have an artist ingested.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, extract::State, routing::post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;

use super::{Problem, Result, extract};
use crate::jobs::{IngestArtist, MAX_NAME};
use crate::{Context, http::Error};

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists", post(create_artist))
}

/// Whom to ingest.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewArtist {
    /// As a person spells it.
    #[schema(example = "Radiohead")]
    name: String,
    /// MusicBrainz id, which tells homonyms apart.
    mbid: Option<Uuid>,
}

/// Ingestion that is under way.
#[derive(Serialize, ToSchema)]
pub struct Accepted {
    /// Ask `/runs/{run_id}` how far it is.
    run_id: i64,
    /// The artist, known by name for now.
    artist_id: i64,
    /// The name.
    name: String,
}

#[utoipa::path(post, path = "/artists", request_body = NewArtist, responses(
    (status = 202, body = Accepted, headers(("location" = String, description = "/runs/{run_id}"))),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn create_artist(
    State(context): State<Context>,
    extract::Json(wanted): extract::Json<NewArtist>,
) -> Result<Response> {
    let name = extract::text("name", &wanted.name, MAX_NAME)?;
    let artist = context.store().get_or_create_artist(name, wanted.mbid).await?;
    let id = ArtistId::from(artist.id);
    // Wanted before the message is sent: if the queue is away, the sweep finds the artist.
    context.store().want_artist(id).await?;
    let run = context.store().start_run(id).await?;
    context.queues().await.send(&IngestArtist::Known { artist_id: artist.id }).await?;
    let accepted = Accepted { run_id: run.get(), artist_id: artist.id, name: artist.name };
    let mut response = (StatusCode::ACCEPTED, Json(accepted)).into_response();
    let location = HeaderValue::try_from(format!("/runs/{run}")).map_err(|e| Error::Internal(e.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}
