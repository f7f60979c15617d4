//! `POST /albums/{id}/prices`: have an album priced anew, at once where that takes few calls, else by the queues.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, extract::State, routing::post};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};

use super::album_prices::{AlbumPrices, document};
use super::extract::{Path, Query};
use super::offers::Asked;
use super::{Error, Listener, Problem, Result, error::or_no};
use crate::Context;
use crate::jobs::{PriceOffers, PriceReleases, price_at_once};

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/albums/{id}/prices", post(refresh_prices))
}

/// A pricing that is under way.
#[derive(Serialize, ToSchema)]
pub struct Pricing {
    /// Ask `/runs/{run_id}` how far it is.
    run_id: i64,
    album_id: i64,
}

#[utoipa::path(post, path = "/albums/{id}/prices", security(("bearer" = [])), params(("id" = i64, Path), Asked), responses(
    (status = 200, body = AlbumPrices, description = "All prices are fresh: what `GET` answers now"),
    (status = 202, body = Pricing, headers(("location" = String, description = "/runs/{run_id}")),
     description = "It takes more than a few calls, or they cannot be had at once"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn refresh_prices(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let wanted = asked.read()?;
    let store = context.store();
    let album = store.album(AlbumId::from(id)).await.map_err(or_no("album"))?;
    let id = AlbumId::from(album.id);
    // Stale before anything is asked or sent: if the function is killed or the queue is away, the sweep finds the album.
    store.ask_prices(id).await?;
    let context = context.on_behalf_of(listener.id);
    let fresh = price_at_once(&context, id).await.unwrap_or_else(|error| {
        tracing::warn!(album_id = id.get(), %error, "left to the queues");
        false
    });
    if fresh {
        return Ok(Json(document(&context, id, wanted).await?).into_response());
    }
    let run = store.start_run(ArtistId::from(album.artist_id)).await?;
    let queues = context.queues().await;
    queues.send(&PriceReleases { album_id: album.id }).await?;
    queues.send(&PriceOffers { album_id: album.id }).await?;
    let accepted = Pricing { run_id: run.get(), album_id: album.id };
    let mut response = (StatusCode::ACCEPTED, Json(accepted)).into_response();
    let location = HeaderValue::try_from(format!("/runs/{run}")).map_err(|e| Error::Internal(e.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}
