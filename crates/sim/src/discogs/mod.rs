//! Discogs API v2: search, artists, masters with their versions, releases, and the marketplace's statistics.

mod artist;
mod edited;
mod master;
mod paging;
mod release;
mod search;
mod shape;
mod suggestions;

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderMap, Uri, header};
use axum::response::Response;
use axum::routing::get;
use serde_json::json;

use crate::edits::Edits;
use crate::origin::origin;
use crate::reply;
use crate::state::State;
use crate::world::World;

type Params = HashMap<String, String>;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/discogs/", get(root))
        .route("/discogs/database/search", get(search))
        .route("/discogs/artists/{id}", get(artist))
        .route("/discogs/artists/{id}/releases", get(artist_releases))
        .route("/discogs/masters/{id}", get(master))
        .route("/discogs/masters/{id}/versions", get(versions))
        .route("/discogs/releases/{id}", get(release))
        .route("/discogs/releases/{id}/rating", get(rating))
        .route("/discogs/marketplace/stats/{id}", get(stats))
        .route("/discogs/marketplace/price_suggestions/{id}", get(suggestions))
        .route("/discogs/{*rest}", get(not_found))
        .method_not_allowed_fallback(not_found)
}

/// A request as the answers need it.
struct Asked<'a> {
    world: &'a World,
    state: &'a State,
    /// What editors did so far.
    edits: Edits,
    params: &'a Params,
    uri: &'a Uri,
    /// Images are shown to those who authenticate only.
    authenticated: bool,
    /// Where the simulator is for the caller.
    origin: String,
}

async fn not_found() -> Response {
    reply::discogs_error(404, "The requested resource was not found.")
}

async fn root(Shared(state): Shared<Arc<State>>) -> Response {
    let counts = state.world.counts();
    reply::ok(&json!({
        "hello": "Welcome to the Discogs API.",
        "api_version": "v2",
        "documentation_url": "http://www.discogs.com/developers/",
        "statistics": {"releases": counts.pressings, "artists": counts.artists, "labels": 0},
    }))
}

/// Runs a handler with the request; credentials that begin with `invalid` are refused as the real ones would be.
fn answer(
    state: &State,
    headers: &HeaderMap,
    params: &Params,
    uri: &Uri,
    body: impl FnOnce(Asked<'_>) -> Response,
) -> Response {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or("");
    let secret =
        header.split('=').nth(1).or_else(|| params.get("token").or_else(|| params.get("key")).map(String::as_str));
    match secret {
        Some(secret) if secret.starts_with("invalid") => {
            reply::discogs_error(401, "Invalid consumer token. Please register an app before making requests.")
        }
        secret => {
            let authenticated = secret.is_some();
            body(Asked {
                world: &state.world,
                state,
                edits: state.edits(|edits| edits.clone()),
                params,
                uri,
                authenticated,
                origin: origin(headers),
            })
        }
    }
}

macro_rules! handlers {
    ($($name:ident => $answer:path),* $(,)?) => {$(
        async fn $name(
            Shared(state): Shared<Arc<State>>,
            headers: HeaderMap,
            Path(id): Path<String>,
            uri: Uri,
            Query(params): Query<Params>,
        ) -> Response {
            // What is no number is no id.
            let id = id.parse().unwrap_or(-1);
            answer(&state, &headers, &params, &uri, |asked| $answer(&asked, id))
        }
    )*};
}

handlers! {
    artist => artist::artist,
    artist_releases => artist::releases,
    master => master::master,
    versions => master::versions,
    release => release::release,
    rating => release::rating,
    stats => release::stats,
    suggestions => suggestions::suggestions,
}

async fn search(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    uri: Uri,
    Query(params): Query<Params>,
) -> Response {
    answer(&state, &headers, &params, &uri, |asked| search::search(&asked))
}
