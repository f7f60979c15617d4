//! `/masters/{id}` and `/masters/{id}/versions`.

use std::collections::BTreeMap;

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use super::paging::Page;
use super::shape::{API, artists, format, image, images, slug, tracks};
use crate::edits::After;
use crate::reply;
use crate::world::{Pressing, url_text};

const GONE: &str = "That master release does not exist or may have been deleted.";

pub(super) fn master(asked: &Asked<'_>, id: i64) -> Response {
    let world = asked.world;
    let Some(at) = asked.album_by_master(id) else {
        return reply::discogs_error(404, GONE);
    };
    let album = world.album(at);
    let rows = asked.pressings(at);
    let offers: Vec<_> = rows.iter().map(|row| world.market(at, row)).collect();
    let lowest = offers.iter().filter_map(|offer| offer.lowest).min_by(f64::total_cmp);
    let main = world.main_release(at);
    let newest = rows.iter().max_by_key(|row| row.released.clone()).map_or(main, |row| row.id);
    let of_main = world.pressing(main).map(|(_, row)| tracks(&world.tracks(at, &row))).unwrap_or_default();
    let mut body = json!({
        "id": id,
        "title": album.title,
        "year": album.year,
        "main_release": main,
        "main_release_url": format!("{API}/releases/{main}"),
        "most_recent_release": newest,
        "most_recent_release_url": format!("{API}/releases/{newest}"),
        "versions_url": format!("{API}/masters/{id}/versions"),
        "resource_url": format!("{API}/masters/{id}"),
        "uri": format!("https://www.discogs.com/master/{id}-{}", slug(world, at)),
        "num_for_sale": offers.iter().map(|offer| offer.for_sale).sum::<u32>(),
        "lowest_price": lowest,
        "genres": world.scene(at).genres,
        "styles": world.scene(at).styles,
        "artists": artists(world, at),
        "tracklist": of_main,
        "data_quality": "Correct",
    });
    if let (Some(images), Some(body)) = (images(asked, "master", id), body.as_object_mut()) {
        body.insert("images".into(), images);
    }
    reply::ok(&body)
}

pub(super) fn versions(asked: &Asked<'_>, id: i64) -> Response {
    let Some(at) = asked.album_by_master(id) else {
        return reply::discogs_error(404, GONE);
    };
    let mut rows = asked.pressings(at);
    let available = available(&rows);
    let applied = apply(asked, &mut rows);
    sort(asked, &mut rows);
    let page = match Page::of(asked, rows.len()) {
        Ok(page) => page,
        Err(past_the_end) => return *past_the_end,
    };
    let facets: Vec<Value> = available.iter().map(|(id, values)| facet(id, values)).collect();
    let versions: Vec<Value> = rows[page.rows.clone()].iter().map(|row| version(asked, row)).collect();
    asked.state.edits(|edits| edits.served(After { master: id, page: page.number() }));
    page.answer(Map::from_iter([
        ("filters".to_owned(), json!({"applied": applied, "available": available})),
        ("filter_facets".to_owned(), Value::Array(facets)),
        ("versions".to_owned(), Value::Array(versions)),
    ]))
}

type Facets = BTreeMap<&'static str, BTreeMap<String, u32>>;

fn available(rows: &[Pressing]) -> Facets {
    let mut facets = Facets::from([
        ("format", BTreeMap::new()),
        ("label", BTreeMap::new()),
        ("country", BTreeMap::new()),
        ("released", BTreeMap::new()),
    ]);
    let mut count = |facet: &'static str, value: &str| {
        *facets.entry(facet).or_default().entry(value.to_owned()).or_default() += 1;
    };
    for row in rows {
        count("format", &row.major);
        row.descriptions.iter().for_each(|description| count("format", description));
        count("label", &row.label);
        count("country", &row.country);
        count("released", row.released.get(..4).unwrap_or(&row.released));
    }
    facets
}

/// Keeps the rows that the filters of the query want; which filters those were.
fn apply(asked: &Asked<'_>, rows: &mut Vec<Pressing>) -> Map<String, Value> {
    let mut applied = Map::new();
    for name in ["format", "label", "country", "released"] {
        let Some(wanted) = asked.params.get(name) else { continue };
        applied.insert(name.to_owned(), json!([wanted]));
        rows.retain(|row| match name {
            "format" => {
                row.major.eq_ignore_ascii_case(wanted)
                    || row.descriptions.iter().any(|word| word.eq_ignore_ascii_case(wanted))
            }
            "label" => row.label == *wanted,
            "country" => row.country == *wanted,
            _ => row.released.starts_with(wanted.as_str()),
        });
    }
    applied
}

fn sort(asked: &Asked<'_>, rows: &mut [Pressing]) {
    let key = |row: &Pressing| match asked.params.get("sort").map(String::as_str) {
        Some("title") => row.title.clone(),
        Some("format") => format(row),
        Some("label") => row.label.clone(),
        Some("catno") => row.catno.clone(),
        Some("country") => row.country.clone(),
        _ => row.released.clone(),
    };
    rows.sort_by_key(key);
    if asked.params.get("sort_order").is_some_and(|order| order == "desc") {
        rows.reverse();
    }
}

fn facet(id: &str, values: &BTreeMap<String, u32>) -> Value {
    let title = id[..1].to_uppercase() + &id[1..];
    let value = |(value, count): (&String, &u32)| json!({"title": value, "value": url_text(value), "count": count});
    json!({"title": title, "id": id, "values": values.iter().map(value).collect::<Vec<_>>(), "allows_multiple_values": true})
}

fn version(asked: &Asked<'_>, row: &Pressing) -> Value {
    json!({
        "id": row.id,
        "title": row.title,
        "label": row.label,
        "country": row.country,
        "catno": row.catno,
        "released": row.released,
        "format": format(row),
        "major_formats": [row.major],
        "status": "Accepted",
        "resource_url": format!("{API}/releases/{}", row.id),
        "thumb": image("R", row.id, asked.authenticated, 150),
        "stats": {"community": {"in_wantlist": row.want, "in_collection": row.have}},
    })
}
