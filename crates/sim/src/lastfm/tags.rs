//! The artists of a tag: a list with ranks and without counts, and for a tag that nobody uses an empty one, which is no error.
use axum::response::Response;
use serde_json::{Value, json};

use super::shape::{add_mbid, images, list, url};
use super::{Params, page_of};
use crate::reply;
use crate::world::World;

pub(super) fn top_artists(world: &World, params: &Params) -> Response {
    let tag = params.get("tag").map(String::as_str).unwrap_or_default().trim();
    if tag.is_empty() {
        return super::required();
    }
    let (limit, page) = match page_of(params) {
        Ok(page) => page,
        Err(what) => return reply::lastfm_error(400, 6, what),
    };
    let mut tagged = world.tagged(tag).to_vec();
    tagged.sort_by_key(|at| std::cmp::Reverse(world.artist(*at).listeners));
    let shown = tagged.iter().enumerate().skip((page - 1) * limit).take(limit);
    let rows: Vec<Value> = shown.map(|(place, at)| row(world, *at, place + 1)).collect();
    let attr = json!({
        "tag": tag,
        "page": page.to_string(),
        "perPage": limit.to_string(),
        "totalPages": tagged.len().div_ceil(limit).to_string(),
        "total": tagged.len().to_string(),
    });
    reply::ok(&json!({"topartists": {"artist": list(rows), "@attr": attr}}))
}

fn row(world: &World, at: usize, rank: usize) -> Value {
    let artist = world.artist(at);
    let mut row = json!({
        "name": artist.name,
        "url": url(&artist.name),
        "streamable": "0",
        "image": images(&artist.name),
        "@attr": {"rank": rank.to_string()},
    });
    add_mbid(&mut row, artist);
    row
}
