//! `GET|POST /me/seeds`, `DELETE /me/seeds/{artist_id}`: the artists a listener picked.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use axum::{Json, Router, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vinilogy_core::domain::ids::ArtistId;

use super::extract::{self, Path, text};
use super::{Error, Problem, Result, auth::Listener, error::or_no};
use crate::Context;
use crate::jobs::{ComputeRecs, IngestArtist, MAX_NAME};

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/me/seeds", get(seeds).post(add_seed)).route("/me/seeds/{artist_id}", delete(remove_seed))
}

/// A listener's seeds.
#[derive(Serialize, ToSchema)]
pub struct Seeds {
    /// In the order picked.
    seeds: Vec<Seed>,
}

/// An artist a listener picked.
#[derive(Serialize, ToSchema)]
pub struct Seed {
    artist_id: i64,
    name: String,
    image_url: Option<String>,
    /// Listeners on Last.fm.
    listeners: Option<i64>,
    picked_at: DateTime<Utc>,
    /// Whether the artist's albums are in the catalogue yet.
    ingested: bool,
}

/// Whom to pick: one of the two.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSeed {
    /// An artist of the catalogue.
    artist_id: Option<i64>,
    /// Any artist by name; ingested if new.
    #[schema(example = "Radiohead")]
    name: Option<String>,
}

/// The artist that was picked.
#[derive(Serialize, ToSchema)]
pub struct Picked {
    artist_id: i64,
    name: String,
}

#[utoipa::path(get, path = "/me/seeds", security(("bearer" = [])), responses(
    (status = 200, body = Seeds), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn seeds(State(context): State<Context>, listener: Listener) -> Result<Json<Seeds>> {
    let rows = context.store().seeds(listener.id).await?.into_iter();
    let seeds = rows.map(|s| Seed {
        artist_id: s.id,
        name: s.name,
        image_url: s.image_url,
        listeners: s.listeners,
        picked_at: s.created_at,
        ingested: s.ingested,
    });
    Ok(Json(Seeds { seeds: seeds.collect() }))
}

#[utoipa::path(post, path = "/me/seeds", security(("bearer" = [])), request_body = NewSeed, responses(
    (status = 201, body = Picked), (status = 200, body = Picked, description = "It was picked before"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn add_seed(
    State(context): State<Context>,
    listener: Listener,
    extract::Json(new): extract::Json<NewSeed>,
) -> Result<Response> {
    let store = context.store();
    let artist = match (new.artist_id, new.name) {
        (Some(id), None) => store.artist(ArtistId::from(id)).await.map_err(or_no("artist"))?,
        (None, Some(name)) => store.get_or_create_artist(text("name", &name, MAX_NAME)?, None).await?,
        _ => return Err(Error::BadRequest("send either artist_id or name".to_owned())),
    };
    let id = ArtistId::from(artist.id);
    store.want_artist(id).await?;
    let added = store.add_seed(listener.id, id).await?;
    if added {
        store.expire_set(listener.id).await?;
        if artist.albums_fetched_at.is_none() {
            context
                .on_behalf_of(listener.id)
                .queues()
                .await
                .send(&IngestArtist::Known { artist_id: artist.id })
                .await?;
        }
        context.on_behalf_of(listener.id).queues().await.send(&ComputeRecs { user_id: listener.id.get() }).await?;
    }
    let status = if added { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(Picked { artist_id: artist.id, name: artist.name })).into_response())
}

#[utoipa::path(delete, path = "/me/seeds/{artist_id}", security(("bearer" = [])), params(("artist_id" = i64, Path)), responses(
    (status = 204), (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn remove_seed(
    State(context): State<Context>,
    listener: Listener,
    Path(artist_id): Path<i64>,
) -> Result<StatusCode> {
    if !context.store().remove_seed(listener.id, ArtistId::from(artist_id)).await? {
        return Err(Error::NotFound("seed"));
    }
    context.store().expire_set(listener.id).await?;
    context.on_behalf_of(listener.id).queues().await.send(&ComputeRecs { user_id: listener.id.get() }).await?;
    Ok(StatusCode::NO_CONTENT)
}
