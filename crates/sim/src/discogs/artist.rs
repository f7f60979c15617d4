//! `/artists/{id}` and `/artists/{id}/releases`.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use super::paging::Page;
use super::shape::{API, image, images};
use crate::reply;

pub(super) fn artist(asked: &Asked<'_>, id: i64) -> Response {
    let Some(at) = asked.world.by_discogs(id) else {
        return reply::discogs_error(404, "Artist not found.");
    };
    let artist = asked.world.artist(at);
    let mut body = json!({
        "id": id,
        "name": artist.discogs_name,
        "resource_url": format!("{API}/artists/{id}"),
        "uri": format!("https://www.discogs.com/artist/{id}"),
        "releases_url": format!("{API}/artists/{id}/releases"),
        "data_quality": "Needs Vote",
    });
    if let (Some(images), Some(body)) = (images(asked, "artist", id), body.as_object_mut()) {
        body.insert("images".into(), images);
    }
    if let (false, Some(body)) = (artist.aliases.is_empty(), body.as_object_mut()) {
        body.insert("namevariations".into(), json!(artist.aliases));
    }
    reply::ok(&body)
}

pub(super) fn releases(asked: &Asked<'_>, id: i64) -> Response {
    let Some(at) = asked.world.by_discogs(id) else {
        return reply::discogs_error(404, "Artist not found.");
    };
    let artist = asked.world.artist(at);
    let albums: Vec<usize> =
        artist.albums.iter().copied().filter(|&album| asked.world.album(album).master != 0).collect();
    let page = match Page::of(asked, albums.len()) {
        Ok(page) => page,
        Err(past_the_end) => return *past_the_end,
    };
    let row = |&at: &usize| {
        let album = asked.world.album(at);
        let mut row = json!({
            "id": album.master,
            "type": "master",
            "title": album.title,
            "artist": artist.discogs_name,
            "role": "Main",
            "main_release": asked.world.main_release(at),
            "resource_url": format!("{API}/masters/{}", album.master),
            "thumb": image("R", album.master, asked.authenticated, 150),
            "stats": {"community": {"in_wantlist": album.want, "in_collection": album.have}},
        });
        if let (true, Some(row)) = (album.year != 0, row.as_object_mut()) {
            row.insert("year".into(), json!(album.year));
        }
        row
    };
    let rows: Vec<Value> = albums[page.rows.clone()].iter().map(row).collect();
    page.answer(Map::from_iter([("releases".to_owned(), Value::Array(rows))]))
}
