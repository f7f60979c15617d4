//! Last.fm API 2.0: one path, methods by parameter, numbers as strings, lists of one as objects.

mod albums;
mod artist;
mod shape;
mod tags;

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State as Shared};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;

use crate::dice;
use crate::origin::origin;
use crate::reply;
use crate::state::State;
use crate::world::{LastfmMbid, World, fold};

type Params = HashMap<String, String>;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/lastfm/2.0/", get(answer))
        .route("/lastfm/2.0", get(answer))
        .route("/lastfm/{*rest}", get(not_found))
}

async fn not_found() -> Response {
    crate::faults::refusal::page(404)
}

async fn answer(Shared(state): Shared<Arc<State>>, headers: HeaderMap, Query(params): Query<Params>) -> Response {
    let param = |name: &str| params.get(name).map(String::as_str).unwrap_or_default();
    if param("format") != "json" {
        return reply::xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<lfm status=\"ok\"></lfm>\n");
    }
    if param("api_key").is_empty() {
        return reply::lastfm_error(403, 10, "Invalid API key - You must be granted a valid key by last.fm");
    }
    let world = &state.world;
    match param("method").to_lowercase().as_str() {
        "artist.getinfo" => artist::info(world, &params),
        "artist.getsimilar" => artist::similar(world, &params),
        "artist.search" => artist::search(world, &params),
        "artist.gettopalbums" => albums::top(world, &params),
        "artist.gettoptags" => artist::top_tags(world, &params),
        "artist.getcorrection" => artist::correction(world, &params),
        "album.getinfo" => albums::info(world, &params, &origin(&headers)),
        "tag.gettopartists" => tags::top_artists(world, &params),
        "user.gettopartists" => artist::of_user(world, &params),
        _ => reply::lastfm_error(200, 3, "Invalid Method - No method with that name in this package"),
    }
}

/// Which page a request is about.
enum Found {
    Page(usize),
    /// A misspelling that nobody corrected has a poor page of its own.
    Misspelt(String),
    Nothing,
}

/// `mbid` wins over `artist`; a name is corrected only when asked for.
fn find(world: &World, params: &Params) -> Found {
    if let Some(mbid) = params.get("mbid").filter(|mbid| !mbid.is_empty()) {
        let given = |at: &usize| world.artist(*at).lastfm_mbid;
        let at =
            mbid.parse().ok().and_then(|mbid| world.by_mbid(mbid).filter(|at| given(at) == LastfmMbid::Given(mbid)));
        return at.map_or(Found::Nothing, Found::Page);
    }
    let asked = params.get("artist").map(String::as_str).unwrap_or_default().trim();
    let candidates = world.named(asked);
    let same = |at: &&usize| world.artist(**at).name.to_lowercase() == asked.to_lowercase();
    match (candidates.iter().find(same), candidates.first()) {
        (Some(&exact), _) => Found::Page(exact),
        (None, Some(&near)) if params.get("autocorrect").is_some_and(|value| value == "1") => Found::Page(near),
        (None, Some(_)) => Found::Misspelt(asked.to_owned()),
        (None, None) => Found::Nothing,
    }
}

/// The same error has come with status 200 and with 404.
fn unknown(params: &Params) -> Response {
    let asked = params.get("artist").or_else(|| params.get("mbid")).map(String::as_str).unwrap_or_default();
    let status = if dice::hash("lastfm-unknown", &fold(asked)).is_multiple_of(2) { 200 } else { 404 };
    reply::lastfm_error(status, 6, "The artist you supplied could not be found")
}

fn number(params: &Params, name: &str, default: usize) -> usize {
    params.get(name).and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Rows per page and which page, or what is out of bounds. `limit=0` silently means the default.
fn page_of(params: &Params) -> Result<(usize, usize), &'static str> {
    match (number(params, "limit", 50), number(params, "page", 1)) {
        (1001.., _) => Err("limit param out of bounds (1-1000)"),
        (_, 0) => Err("page param out of bounds (1-1000000)"),
        (0, page) => Ok((50, page)),
        (limit, page) => Ok((limit, page)),
    }
}

fn lacks_artist(params: &Params) -> bool {
    ["artist", "mbid"].into_iter().all(|name| params.get(name).is_none_or(|value| value.trim().is_empty()))
}

fn required() -> Response {
    reply::lastfm_error(400, 6, "Invalid parameters - Your request is missing a required parameter")
}
