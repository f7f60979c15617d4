//! `/database/search`: masters, releases and artists by name, title or free text.

use std::collections::HashSet;

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use super::paging::Page;
use super::shape::{API, full_title, image, label_id, slug};
use crate::reply;
use crate::world::{Kind, Pressing, World, fold, without_number, words};

/// A query stops at this many rows.
const MOST_ROWS: usize = 10_000;
/// Releases are searched among the first of these albums.
const MOST_ALBUMS: usize = 200;

enum Hit {
    Master(usize),
    Release(usize, Box<Pressing>),
    Artist(usize),
}

pub(super) fn search(asked: &Asked<'_>) -> Response {
    let kind = asked.params.get("type").map(String::as_str);
    let mut hits = Vec::new();
    if matches!(kind, None | Some("artist")) {
        hits.extend(artists(asked).into_iter().map(Hit::Artist));
    }
    if matches!(kind, None | Some("master" | "release")) {
        let albums = albums(asked);
        if kind != Some("release") {
            hits.extend(albums.iter().filter(|&&at| asked.master_of(at) != 0).map(|&at| Hit::Master(at)));
        }
        if kind != Some("master") {
            hits.extend(albums.into_iter().take(MOST_ALBUMS).flat_map(|at| releases(asked, at)));
        }
    }
    if !matches!(kind, None | Some("artist" | "master" | "release" | "label")) {
        return reply::discogs_error(422, "Invalid search type.");
    }
    hits.truncate(MOST_ROWS);
    let page = match Page::of(asked, hits.len()) {
        Ok(page) => page,
        Err(past_the_end) => return *past_the_end,
    };
    let rows: Vec<Value> = hits[page.rows.clone()].iter().map(|hit| row(asked, hit)).collect();
    page.answer(Map::from_iter([("results".to_owned(), Value::Array(rows))]))
}

fn artists(asked: &Asked<'_>) -> Vec<usize> {
    let text = ["q", "artist", "title"].into_iter().find_map(|name| asked.params.get(name));
    text.map(|name| asked.world.named(without_number(name)).to_vec()).unwrap_or_default()
}

/// The albums that a query means: by artist and title, or by free text; format, year and country narrow them.
fn albums(asked: &Asked<'_>) -> Vec<usize> {
    let param = |name: &str| asked.params.get(name).map(String::as_str).filter(|value| !value.is_empty());
    let both = param("title").and_then(|title| title.split_once(" - "));
    let artist = param("artist").or(both.map(|(artist, _)| artist));
    let title = param("release_title").or(both.map(|(_, title)| title)).or(param("title"));
    let mut found = match artist {
        Some(artist) => of_artist(asked.world, artist, title),
        None => free_text(asked.world, &[param("q"), title].into_iter().flatten().collect::<Vec<_>>().join(" ")),
    };
    if let (Some(_), Some(text)) = (artist, param("q")) {
        let wanted = words(text);
        found.retain(|&at| has_words(asked.world, at, &wanted));
    }
    found.retain(|&at| asked.world.album(at).kind != Kind::Bootleg && narrowed(asked, at));
    found
}

/// Numbers of homonyms are not searched for: the rows say which artist they mean.
fn of_artist(world: &World, artist: &str, title: Option<&str>) -> Vec<usize> {
    let numbered = without_number(artist) != artist;
    let artists =
        world.named(without_number(artist)).iter().filter(|&&at| !numbered || world.artist(at).discogs_name == artist);
    let wanted = title.map(fold).unwrap_or_default();
    let mut albums: Vec<usize> = artists.flat_map(|&at| world.artist(at).albums.iter().copied()).collect();
    albums.retain(|&at| fold(&world.album(at).title).contains(&wanted));
    // The best match first: the same title before a longer one.
    albums.sort_by_key(|&at| (fold(&world.album(at).title) != wanted, std::cmp::Reverse(world.album(at).have)));
    albums
}

fn free_text(world: &World, text: &str) -> Vec<usize> {
    let wanted: Vec<String> = words(text).into_iter().filter(|word| word != "-").collect();
    let mut seen = HashSet::new();
    let mut albums: Vec<usize> = wanted
        .iter()
        .flat_map(|word| world.worded(word).iter().take(2000))
        .flat_map(|&at| world.artist(at).albums.iter().copied())
        .filter(|&at| seen.insert(at) && has_words(world, at, &wanted))
        .collect();
    albums.sort_by_key(|&at| std::cmp::Reverse(world.album(at).have));
    albums
}

fn has_words(world: &World, album: usize, wanted: &[String]) -> bool {
    let has: HashSet<String> = words(&full_title(world, album)).into_iter().collect();
    wanted.iter().all(|word| has.contains(word))
}

/// A description such as `Gatefold` as format finds nothing; `Vinyl` and the like do.
fn narrowed(asked: &Asked<'_>, at: usize) -> bool {
    let year = asked.world.album(at).year.to_string();
    let format = asked
        .params
        .get("format")
        .is_none_or(|wanted| ["vinyl", "lp", "album"].contains(&wanted.to_lowercase().as_str()));
    format && asked.params.get("year").is_none_or(|wanted| *wanted == year)
}

fn releases(asked: &Asked<'_>, at: usize) -> Vec<Hit> {
    let wants =
        |name: &str, value: &str| asked.params.get(name).is_none_or(|wanted| wanted.eq_ignore_ascii_case(value));
    let mut rows = asked.pressings(at);
    rows.retain(|row| wants("country", &row.country) && (wants("format", &row.major) || row.is_vinyl()));
    rows.into_iter().map(|row| Hit::Release(at, Box::new(row))).collect()
}

fn row(asked: &Asked<'_>, hit: &Hit) -> Value {
    match hit {
        Hit::Artist(at) => artist_row(asked, *at),
        Hit::Master(at) => {
            let main = asked.world.pressing(asked.world.main_release(*at)).map(|(_, row)| row).unwrap_or_default();
            let album = asked.world.album(*at);
            let mut row = common(asked, *at, &main, album.year);
            row.insert("id".into(), json!(asked.master_of(*at)));
            row.insert("type".into(), json!("master"));
            row.insert("uri".into(), json!(format!("/master/{}-{}", asked.master_of(*at), slug(asked.world, *at))));
            row.insert("resource_url".into(), json!(format!("{API}/masters/{}", asked.master_of(*at))));
            row.insert("community".into(), json!({"want": album.want, "have": album.have}));
            Value::Object(row)
        }
        Hit::Release(at, pressing) => {
            let mut row = common(asked, *at, pressing, pressing.year());
            row.insert("id".into(), json!(pressing.id));
            row.insert("type".into(), json!("release"));
            row.insert("uri".into(), json!(format!("/release/{}-{}", pressing.id, slug(asked.world, *at))));
            row.insert("resource_url".into(), json!(format!("{API}/releases/{}", pressing.id)));
            row.insert("community".into(), json!({"want": pressing.want, "have": pressing.have}));
            row.insert("format_quantity".into(), json!(pressing.discs));
            let format = json!({"name": pressing.major, "qty": pressing.discs.to_string(), "descriptions": pressing.descriptions});
            row.insert("formats".into(), json!([format]));
            Value::Object(row)
        }
    }
}

/// The year is a string here, and absent when unknown; the label is repeated for each of its roles.
fn common(asked: &Asked<'_>, at: usize, pressing: &Pressing, year: u16) -> Map<String, Value> {
    let world = asked.world;
    let mut formats = vec![pressing.major.clone()];
    formats.extend(pressing.descriptions.iter().cloned());
    let master = asked.master_of(at);
    let body = json!({
        "title": full_title(world, at),
        "country": pressing.country,
        "format": formats,
        "label": [pressing.label, pressing.label],
        "genre": world.scene(at).genres,
        "style": world.scene(at).styles,
        "barcode": [format!("{:012}", label_id(&pressing.catno))],
        "catno": pressing.catno,
        "master_id": master,
        "master_url": if master == 0 { Value::Null } else { json!(format!("{API}/masters/{master}")) },
        "thumb": image("R", pressing.id, asked.authenticated, 150),
        "cover_image": image("R", pressing.id, asked.authenticated, 600),
        "user_data": {"in_wantlist": false, "in_collection": false},
    });
    let Value::Object(mut body) = body else {
        return Map::new();
    };
    if year != 0 {
        body.insert("year".into(), json!(year.to_string()));
    }
    body
}

fn artist_row(asked: &Asked<'_>, at: usize) -> Value {
    let artist = asked.world.artist(at);
    let id = artist.discogs_id;
    json!({
        "id": id,
        "type": "artist",
        "title": artist.discogs_name,
        "uri": format!("/artist/{id}"),
        "resource_url": format!("{API}/artists/{id}"),
        "thumb": image("A", id, asked.authenticated, 150),
        "cover_image": image("A", id, asked.authenticated, 600),
        "master_id": null,
        "master_url": null,
        "user_data": {"in_wantlist": false, "in_collection": false},
    })
}
