//! An artist's top albums: editions are separate entries, and one entry is the listens without an album.

use axum::response::Response;
use serde_json::{Value, json};

use super::shape::{add_mbid, list, url};
use super::{Found, Params, find, lacks_artist, number, required, unknown};
use crate::dice::Dice;
use crate::world::{Album, Artist, Kind, World, fold, url_text};
use crate::{pictures, reply};

pub(super) fn top(world: &World, params: &Params) -> Response {
    if lacks_artist(params) {
        return required();
    }
    let Found::Page(at) = find(world, params) else {
        return unknown(params);
    };
    let artist = world.artist(at);
    let rows = ranked(world, artist);
    let limit = if number(params, "limit", 50) == 0 { 50 } else { number(params, "limit", 50).min(1000) };
    let page = number(params, "page", 1).max(1);
    let attr = json!({
        "artist": artist.name,
        "page": page.to_string(),
        "perPage": limit.to_string(),
        "totalPages": rows.len().div_ceil(limit).to_string(),
        "total": rows.len().to_string(),
    });
    let shown = rows.into_iter().skip((page - 1) * limit).take(limit).collect();
    reply::ok(&json!({"topalbums": {"album": list(shown), "@attr": attr}}))
}

/// Studio albums by owners, some with a second edition, `(null)` behind the first.
fn ranked(world: &World, artist: &Artist) -> Vec<Value> {
    let studio = artist.albums.iter().map(|&at| world.album(at)).filter(|album| album.kind == Kind::Studio);
    let mut albums: Vec<&Album> = studio.collect();
    albums.sort_by_key(|album| std::cmp::Reverse(album.have));
    let mut rows = Vec::new();
    for album in albums {
        let mut dice = Dice::of("top-album", &album.mbid.to_string());
        let plays = u64::from(album.have) * dice.between(20, 90);
        // Most entries lack the identifier.
        let mbid = dice.chance(0.4).then(|| album.mbid.to_string());
        rows.push(row(artist, &album.title, plays, mbid));
        if dice.chance(0.25) {
            rows.push(row(artist, &format!("{} (Deluxe Edition)", album.title), plays / 3, None));
        }
    }
    if !rows.is_empty() {
        rows.insert(1, row(artist, "(null)", artist.playcount / 50, None));
    }
    rows
}

/// `album.getInfo` by artist and title: a cover, the grey star, or nothing.
pub(super) fn info(world: &World, params: &Params, origin: &str) -> Response {
    let title = params.get("album").map(String::as_str).unwrap_or_default();
    let (Found::Page(at), false) = (find(world, params), title.trim().is_empty()) else {
        return reply::lastfm_error(404, 6, "Album not found");
    };
    let artist = world.artist(at);
    let same = |at: &usize| fold(&world.album(*at).title) == fold(title);
    let Some(album) = artist.albums.iter().copied().find(same).map(|at| world.album(at)) else {
        return reply::lastfm_error(404, 6, "Album not found");
    };
    let mut dice = Dice::of("lastfm-cover", &album.mbid.to_string());
    let cover = match dice.below(4) {
        0 => String::new(),
        1 => super::shape::star("300x300"),
        _ => pictures::address(origin, "lastfm", &album.mbid.to_string(), "png"),
    };
    let sizes = ["small", "medium", "large", "extralarge", "mega", ""];
    let images: Vec<Value> = sizes.iter().map(|size| json!({"size": size, "#text": cover})).collect();
    reply::ok(&json!({"album": {
        "artist": artist.name,
        "mbid": "",
        "name": album.title,
        "url": format!("{}/{}", url(&artist.name), url_text(&album.title)),
        "image": images,
        "listeners": album.have.to_string(),
        "playcount": (u64::from(album.have) * 40).to_string(),
        "tags": "",
    }}))
}

/// The count is a number here, for once.
fn row(artist: &Artist, title: &str, plays: u64, mbid: Option<String>) -> Value {
    let mut by = json!({"name": artist.name, "url": url(&artist.name)});
    add_mbid(&mut by, artist);
    let mut row = json!({
        "name": title,
        "playcount": plays,
        "url": format!("{}/{}", url(&artist.name), url_text(title)),
        "artist": by,
        "image": images(title),
    });
    if let (Some(mbid), Some(row)) = (mbid, row.as_object_mut()) {
        row.insert("mbid".into(), json!(mbid));
    }
    row
}

/// Album images are real ones; `(null)` has none.
fn images(title: &str) -> Value {
    let hash = crate::dice::uuid("cover", title).simple().to_string();
    let image = |(size, path): (&str, &str)| {
        let known = title != "(null)";
        let url =
            if known { format!("https://lastfm.freetls.fastly.net/i/u/{path}/{hash}.png") } else { String::new() };
        json!({"#text": url, "size": size})
    };
    [("small", "34s"), ("medium", "64s"), ("large", "174s"), ("extralarge", "300x300")].into_iter().map(image).collect()
}
