//! `POST /catalog/refresh/{artist_id}`: have everything of an artist fetched again.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, extract::State, routing::post};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::ids::ArtistId;

use super::{Error, Listener, Problem, Result, error::or_no, extract::Path};
use crate::Context;
use crate::jobs::IngestArtist;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/catalog/refresh/{artist_id}", post(refresh_artist))
}

/// A refresh that is under way.
#[derive(Serialize, ToSchema)]
pub struct Refresh {
    /// Ask `/runs/{run_id}` how far it is.
    run_id: i64,
    artist_id: i64,
}

#[utoipa::path(post, path = "/catalog/refresh/{artist_id}", security(("bearer" = [])), params(("artist_id" = i64, Path)), responses(
    (status = 202, body = Refresh, headers(("location" = String, description = "/runs/{run_id}"))),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn refresh_artist(
    State(context): State<Context>,
    _: Listener,
    Path(artist_id): Path<i64>,
) -> Result<Response> {
    let store = context.store();
    let artist = store.artist(ArtistId::from(artist_id)).await.map_err(or_no("artist"))?;
    let id = ArtistId::from(artist.id);
    // Stale before the message is sent: if the queue is away, the sweep finds the artist.
    store.ask_refresh(id).await?;
    let run = store.start_run(id).await?;
    context.queues().await.send(&IngestArtist::Known { artist_id: artist.id }).await?;
    let accepted = Refresh { run_id: run.get(), artist_id: artist.id };
    let mut response = (StatusCode::ACCEPTED, Json(accepted)).into_response();
    let location = HeaderValue::try_from(format!("/runs/{run}")).map_err(|e| Error::Internal(e.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}
