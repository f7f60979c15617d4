//! `/releases/{id}`, `/releases/{id}/rating` and `/marketplace/stats/{id}`.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use super::shape::{API, artists, image, label_id, slug, tracks};
use crate::dice;
use crate::reply;
use crate::world::{Pressing, barcode, rate, without_number};

const GONE: &str = "That release does not exist or may have been deleted.";

pub(super) fn release(asked: &Asked<'_>, id: i64) -> Response {
    let Some((at, row)) = asked.pressing(id) else {
        return reply::discogs_error(404, GONE);
    };
    let mut body = facts(asked, at, &row);
    add_community(&mut body, asked, at, &row);
    add_market(&mut body, asked, at, &row);
    // A missing value is mostly a missing key, sometimes null.
    if row.country.is_empty() {
        body.insert("country".into(), Value::Null);
    } else {
        body.insert("country".into(), json!(row.country));
    }
    if row.year() != 0 {
        body.insert("released".into(), json!(row.released));
        body.insert("released_formatted".into(), json!(spoken(&row.released)));
    }
    let master = asked.master_of(at);
    if master != 0 {
        body.insert("master_id".into(), json!(master));
        body.insert("master_url".into(), json!(format!("{API}/masters/{master}")));
    }
    reply::ok(&Value::Object(body))
}

/// `03 Jun 2016` of a whole date, `Jun 2016` of a month.
fn spoken(released: &str) -> String {
    let whole = chrono::NaiveDate::parse_from_str(released, "%Y-%m-%d").map(|date| date.format("%d %b %Y").to_string());
    let month = released.strip_suffix("-00").and_then(|month| {
        let first = chrono::NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()?;
        Some(first.format("%b %Y").to_string())
    });
    whole.ok().or(month).unwrap_or_else(|| released.to_owned())
}

fn facts(asked: &Asked<'_>, at: usize, row: &Pressing) -> Map<String, Value> {
    let world = asked.world;
    let artist = world.artist(world.album(at).artists[0]);
    let mut format = json!({"name": row.major, "qty": row.discs.to_string(), "descriptions": row.descriptions});
    if let (false, Some(format)) = (row.text.is_empty(), format.as_object_mut()) {
        format.insert("text".into(), json!(row.text));
    }
    let body = json!({
        "id": row.id,
        "status": "Accepted",
        "title": row.title.trim_end(),
        "year": row.year(),
        "uri": format!("https://www.discogs.com/release/{}-{}", row.id, slug(world, at)),
        "resource_url": format!("{API}/releases/{}", row.id),
        "artists": artists(world, at),
        "artists_sort": without_number(&artist.discogs_name),
        "labels": labels(row),
        "series": [],
        "companies": companies(row),
        "formats": [format],
        "format_quantity": row.discs,
        "date_added": "2016-06-03T05:20:19-07:00",
        "date_changed": "2025-10-06T10:33:57-07:00",
        "genres": world.scene(at).genres,
        "styles": world.scene(at).styles,
        "tracklist": tracks(&world.tracks(at, row)),
        "identifiers": identifiers(row),
        "thumb": image("R", row.id, asked.authenticated, 150),
        "estimated_weight": 230 * row.discs,
        "data_quality": "Needs Vote",
        "is_offensive": false,
    });
    match body {
        Value::Object(body) => body,
        _ => Map::new(),
    }
}

/// One entry for each number of the label.
fn labels(row: &Pressing) -> Vec<Value> {
    let id = label_id(&row.label);
    let label = |catno: &str| {
        json!({
            "name": row.label,
            "catno": catno,
            "entity_type": "1",
            "entity_type_name": "Label",
            "id": id,
            "resource_url": format!("{API}/labels/{id}"),
        })
    };
    row.catno.split(", ").map(label).collect()
}

/// The label is also whose rights they are; a plant presses, a studio cuts.
fn companies(row: &Pressing) -> Vec<Value> {
    const PLANTS: [&str; 5] = ["Optimal Media GmbH", "Record Industry", "Pallas", "GZ Media", "EMI Swindon"];
    const STUDIOS: [&str; 4] = ["Abbey Road Studios", "Sterling Sound", "Exchange Vinyl", "Metropolis"];
    let of = |names: &[&'static str], what: &str| {
        let place = dice::hash(what, &row.id.to_string()) % names.len() as u64;
        usize::try_from(place).ok().and_then(|place| names.get(place).copied()).unwrap_or_default()
    };
    let company = |name: &str, kind: &str, role: &str| {
        let id = label_id(name);
        json!({
            "name": name,
            "catno": "",
            "entity_type": kind,
            "entity_type_name": role,
            "id": id,
            "resource_url": format!("{API}/labels/{id}"),
        })
    };
    vec![
        company(&row.label, "13", "Phonographic Copyright (p)"),
        company(of(&PLANTS, "plant"), "17", "Pressed By"),
        company(of(&STUDIOS, "studio"), "29", "Mastered At"),
    ]
}

fn identifiers(row: &Pressing) -> Value {
    json!([
        {"type": "Barcode", "value": barcode(row.id)},
        {"type": "Matrix / Runout", "value": format!("{} A1", row.catno), "description": "Side A"},
        {"type": "Matrix / Runout", "value": format!("{} B1", row.catno), "description": "Side B"},
    ])
}

fn add_community(body: &mut Map<String, Value>, asked: &Asked<'_>, at: usize, row: &Pressing) {
    let rating = asked.world.rating(at, row);
    // Nobody has voted: the average is the number 0 without a point.
    let average = if rating.count == 0 { json!(0) } else { json!(rating.average) };
    let submitter = json!({"username": "sim", "resource_url": format!("{API}/users/sim")});
    body.insert(
        "community".into(),
        json!({
            "have": row.have,
            "want": row.want,
            "rating": {"count": rating.count, "average": average},
            "submitter": submitter,
            "contributors": [submitter],
            "data_quality": "Needs Vote",
            "status": "Accepted",
        }),
    );
}

/// In dollars, whatever currency was asked for.
fn add_market(body: &mut Map<String, Value>, asked: &Asked<'_>, at: usize, row: &Pressing) {
    let offers = asked.world.market(at, row);
    body.insert("blocked_from_sale".into(), json!(offers.blocked));
    body.insert("num_for_sale".into(), json!(offers.for_sale));
    body.insert("lowest_price".into(), json!(offers.lowest));
}

pub(super) fn rating(asked: &Asked<'_>, id: i64) -> Response {
    let Some((at, row)) = asked.pressing(id) else {
        return reply::discogs_error(404, GONE);
    };
    let rating = asked.world.rating(at, &row);
    reply::ok(&json!({"release_id": id, "rating": {"count": rating.count, "average": rating.average}}))
}

pub(super) fn stats(asked: &Asked<'_>, id: i64) -> Response {
    let Some((at, row)) = asked.pressing(id) else {
        return reply::discogs_error(404, "Release not found.");
    };
    let currency = asked.params.get("curr_abbr").map_or("USD", String::as_str);
    let Some(rate) = rate(currency) else {
        return reply::discogs_error(422, "Invalid currency abbreviation.");
    };
    let offers = asked.world.market(at, &row);
    if offers.blocked {
        return reply::ok(&json!({"num_for_sale": null, "lowest_price": null, "blocked_from_sale": true}));
    }
    // Converted values are not rounded.
    let lowest = offers.lowest.map(|usd| json!({"currency": currency, "value": usd * rate}));
    // Nothing offered is sometimes 0 and sometimes null.
    let null = offers.for_sale == 0 && id % 2 == 0;
    let count = if null { Value::Null } else { json!(offers.for_sale) };
    reply::ok(&json!({"num_for_sale": count, "lowest_price": lowest, "blocked_from_sale": false}))
}
