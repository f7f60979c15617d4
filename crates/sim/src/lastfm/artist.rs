//! The artist methods, and the top artists of a user.

use axum::response::Response;
use serde_json::{Value, json};

use super::shape::{add_mbid, bio, images, list, tags, url};
use super::{Found, Params, find, lacks_artist, number, page_of, required, unknown};
use crate::reply;
use crate::world::{Artist, World, fold, url_text, words};

pub(super) fn info(world: &World, params: &Params) -> Response {
    if lacks_artist(params) {
        return required();
    }
    match find(world, params) {
        Found::Page(at) => reply::ok(&json!({ "artist": page(world, at) })),
        Found::Misspelt(name) => reply::ok(&json!({ "artist": misspelt(&name) })),
        Found::Nothing => unknown(params),
    }
}

fn page(world: &World, at: usize) -> Value {
    let artist = world.artist(at);
    let similar = world.similar(at).into_iter().take(5).map(|(other, _)| {
        let name = &world.artist(other).name;
        json!({"name": name, "url": url(name), "image": images(name)})
    });
    let mut body = json!({
        "name": artist.name,
        "url": url(&artist.name),
        "image": images(&artist.name),
        "streamable": "0",
        "ontour": if artist.listeners.is_multiple_of(5) { "1" } else { "0" },
        "stats": {"listeners": artist.listeners.to_string(), "playcount": artist.playcount.to_string()},
        "similar": {"artist": list(similar.collect())},
        "tags": tags(&artist.scene.tags),
        "bio": bio(artist),
    });
    add_mbid(&mut body, artist);
    body
}

/// Few find it, and nothing is known about it.
fn misspelt(name: &str) -> Value {
    json!({
        "name": name,
        "url": format!("https://www.last.fm/music/+noredirect/{}", url_text(name)),
        "image": images(name),
        "streamable": "0",
        "ontour": "0",
        "stats": {"listeners": "37", "playcount": "214"},
        "similar": {"artist": []},
        "tags": {"tag": []},
        "bio": {"links": {"link": {"#text": "", "rel": "original", "href": ""}}, "published": "01 Jan 1970, 00:00",
            "summary": "", "content": ""},
    })
}

pub(super) fn similar(world: &World, params: &Params) -> Response {
    if lacks_artist(params) {
        return required();
    }
    let limit = number(params, "limit", 100).min(1000);
    match find(world, params) {
        Found::Page(at) => {
            let rows = world.similar(at).into_iter().take(limit).map(|(other, score)| row(world.artist(other), score));
            let attr = json!({"artist": world.artist(at).name});
            reply::ok(&json!({"similarartists": {"artist": list(rows.collect()), "@attr": attr}}))
        }
        Found::Misspelt(name) => reply::ok(&json!({"similarartists": {"artist": [], "@attr": {"artist": name}}})),
        Found::Nothing => unknown(params),
    }
}

fn row(artist: &Artist, score: f64) -> Value {
    let mut row = json!({
        "name": artist.name,
        "match": score.to_string(),
        "url": url(&artist.name),
        "image": images(&artist.name),
        "streamable": "0",
    });
    add_mbid(&mut row, artist);
    row
}

pub(super) fn search(world: &World, params: &Params) -> Response {
    let asked = params.get("artist").map(String::as_str).unwrap_or_default();
    if asked.trim().is_empty() {
        return required();
    }
    let (limit, page) = (number(params, "limit", 30).max(1), number(params, "page", 1).max(1));
    let mut hits: Vec<usize> = world.named(asked).to_vec();
    for word in words(asked) {
        hits.extend(
            world.worded(&word).iter().copied().filter(|at| fold(&world.artist(*at).name).contains(&fold(asked))),
        );
    }
    let mut seen = std::collections::HashSet::new();
    hits.retain(|at| seen.insert(world.artist(*at).name.to_lowercase()));
    let total = hits.len();
    let rows: Vec<Value> =
        hits.into_iter().skip((page - 1) * limit).take(limit).map(|at| hit(world.artist(at))).collect();
    reply::ok(&json!({"results": {
        "opensearch:Query": {"#text": "", "role": "request", "searchTerms": asked, "startPage": page.to_string()},
        "opensearch:totalResults": total.to_string(),
        "opensearch:startIndex": ((page - 1) * limit).to_string(),
        "opensearch:itemsPerPage": limit.to_string(),
        "artistmatches": {"artist": rows},
        "@attr": {"for": asked},
    }}))
}

/// A search row always has the key `mbid`.
fn hit(artist: &Artist) -> Value {
    let mut row = json!({
        "name": artist.name,
        "listeners": artist.listeners.to_string(),
        "mbid": "",
        "url": url(&artist.name),
        "streamable": "0",
        "image": images(&artist.name),
    });
    add_mbid(&mut row, artist);
    row
}

pub(super) fn top_tags(world: &World, params: &Params) -> Response {
    let Found::Page(at) = find(world, params) else {
        return unknown(params);
    };
    let artist = world.artist(at);
    let tag = |(place, tag): (usize, &String)| {
        let count = 100 / (place + 1);
        json!({"count": count, "name": tag, "url": format!("https://www.last.fm/tag/{}", url_text(tag))})
    };
    let rows: Vec<Value> = artist.scene.tags.iter().enumerate().map(tag).collect();
    reply::ok(&json!({"toptags": {"tag": rows, "@attr": {"artist": artist.name}}}))
}

/// The name that Last.fm prefers; without a correction its XML leaves white space behind.
pub(super) fn correction(world: &World, params: &Params) -> Response {
    let asked = params.get("artist").map(String::as_str).unwrap_or_default();
    let Some(&at) = world.named(asked).first() else {
        return reply::ok(&json!({"corrections": "\n                "}));
    };
    let artist = world.artist(at);
    let mut body = json!({"name": artist.name, "url": url(&artist.name)});
    add_mbid(&mut body, artist);
    reply::ok(&json!({"corrections": {"correction": {"artist": body, "@attr": {"index": "0"}}}}))
}

pub(super) fn of_user(world: &World, params: &Params) -> Response {
    let asked = params.get("user").map(String::as_str).unwrap_or_default();
    let Some(listener) = world.listeners().iter().find(|listener| listener.name.eq_ignore_ascii_case(asked)) else {
        return reply::lastfm_error(404, 6, "User not found");
    };
    let (limit, page) = match page_of(params) {
        Ok(page) => page,
        Err(what) => return reply::lastfm_error(400, 6, what),
    };
    let total = listener.top.len();
    let rows = listener.top.iter().enumerate().skip((page - 1) * limit).take(limit).map(|(place, (name, plays))| {
        let mut row = json!({
            "name": name,
            "playcount": plays.to_string(),
            "mbid": "",
            "url": url(name),
            "image": images(name),
            "streamable": "0",
            "@attr": {"rank": (place + 1).to_string()},
        });
        if let Some(&at) = world.named(name).first() {
            add_mbid(&mut row, world.artist(at));
        }
        row
    });
    let attr = json!({
        "user": listener.name,
        "page": page.to_string(),
        "perPage": limit.to_string(),
        "totalPages": total.div_ceil(limit).to_string(),
        "total": total.to_string(),
    });
    reply::ok(&json!({"topartists": {"artist": list(rows.collect()), "@attr": attr}}))
}
