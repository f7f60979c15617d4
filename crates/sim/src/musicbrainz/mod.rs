//! MusicBrainz WS/2: artist search and look-up, release-group browse and look-up, as JSON with kebab-case keys.

mod groups;
mod search;
mod shape;

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State as Shared};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::get;
use serde_json::Value;
use uuid::Uuid;

use crate::reply;
use crate::state::State;

type Params = HashMap<String, String>;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/musicbrainz/ws/2/artist", get(artists))
        .route("/musicbrainz/ws/2/artist/{mbid}", get(artist))
        .route("/musicbrainz/ws/2/release-group", get(release_groups))
        .route("/musicbrainz/ws/2/release-group/{mbid}", get(release_group))
        .route("/musicbrainz/{*rest}", get(not_found))
}

async fn not_found() -> Response {
    reply::musicbrainz_error(404, "Not Found")
}

/// What a handler answers: a body, or a status with its message.
type Answer = Result<Value, (u16, String)>;

fn answer(headers: &HeaderMap, params: &Params, body: impl FnOnce() -> Answer) -> Response {
    let accepts = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    if params.get("fmt").map(String::as_str) != Some("json") && !accepts.contains("application/json") {
        // XML is the default; only that it is not JSON is simulated.
        return reply::xml(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metadata xmlns=\"http://musicbrainz.org/ns/mmd-2.0#\"/>\n",
        );
    }
    match body() {
        Ok(body) => reply::ok(&body),
        Err((status, message)) => reply::musicbrainz_error(status, &message),
    }
}

fn mbid(text: &str) -> Result<Uuid, (u16, String)> {
    text.parse().map_err(|_| (400, "Invalid mbid.".to_owned()))
}

fn missing() -> (u16, String) {
    (404, "Not Found".to_owned())
}

/// `inc=a+b`, `a%20b` and `a%2Bb` are the same.
fn includes(params: &Params) -> Vec<&str> {
    params.get("inc").map(|inc| inc.split(['+', ' ']).collect()).unwrap_or_default()
}

/// Default 25; more than 100 is silently 100, 0 is the default.
fn paging(params: &Params) -> (usize, usize) {
    let number = |name: &str| params.get(name).and_then(|value| value.parse::<usize>().ok()).unwrap_or(0);
    let limit = match number("limit") {
        0 => 25,
        limit => limit.min(100),
    };
    (limit, number("offset"))
}

async fn artists(Shared(state): Shared<Arc<State>>, headers: HeaderMap, Query(params): Query<Params>) -> Response {
    answer(&headers, &params, || match params.get("query") {
        Some(query) => search::artists(&state.world, &state.merges(), query, paging(&params)),
        None => Err((400, "Must specify a query or a linked entity.".to_owned())),
    })
}

async fn artist(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(params): Query<Params>,
) -> Response {
    answer(&headers, &params, || {
        let at = state.world.by_mbid(state.merges().artist(mbid(&id)?)).ok_or_else(missing)?;
        Ok(shape::artist(&state.world, at, &includes(&params)))
    })
}

async fn release_groups(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    Query(params): Query<Params>,
) -> Response {
    answer(&headers, &params, || groups::browse(&state.world, &state.merges(), &params))
}

async fn release_group(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(params): Query<Params>,
) -> Response {
    answer(&headers, &params, || {
        let merges = state.merges();
        let now = merges.group(mbid(&id)?).ok_or_else(missing)?;
        let at = state.world.album_by_mbid(now).ok_or_else(missing)?;
        Ok(shape::release_group(&state.world, &merges, at, &includes(&params)))
    })
}
