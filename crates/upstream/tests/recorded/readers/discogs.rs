//! Discogs's recordings, read and compared with their JSON.

use serde_json::Value;
use vinilogy_upstream::{Exchange, discogs};

use super::{Failure, list, number, same, text};

pub fn versions(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let page = discogs::read_versions(exchange)?;
    same("pages", Some(i64::from(page.pages)), number(&json["pagination"]["pages"]))?;
    same("items", Some(i64::from(page.items)), number(&json["pagination"]["items"]))?;
    let recorded = list(&json["versions"]);
    same("count", page.versions.len(), recorded.len())?;
    for (version, recorded) in page.versions.iter().zip(recorded) {
        same("id", Some(version.id), number(&recorded["id"]))?;
        same("title", Some(version.title.clone()), text(&recorded["title"]))?;
        same("have", version.have.map(i64::from), number(&recorded["stats"]["community"]["in_collection"]))?;
        same("catno", version.catno.clone(), text(&recorded["catno"]).filter(|catno| !catno.starts_with("none")))?;
        let year =
            text(&recorded["released"]).and_then(|date| date.get(..4)?.parse().ok()).filter(|year: &i16| *year > 0);
        same("year", version.released_year, year)?;
    }
    Ok(())
}

/// Rows that their recorder took out of their page.
pub fn version_rows(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let rows: Vec<Value> = list(json).into_iter().cloned().collect();
    let page = serde_json::json!({ "pagination": { "page": 1, "pages": 1, "items": rows.len() }, "versions": rows });
    versions(&with_body(exchange, &page), &page)
}

pub fn search_rows(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let rows: Vec<Value> = list(json).into_iter().cloned().collect();
    let page = serde_json::json!({ "results": rows });
    search(&with_body(exchange, &page), &page)
}

fn with_body(exchange: &Exchange, body: &Value) -> Exchange {
    Exchange { body: body.to_string().into_bytes(), ..exchange.clone() }
}

pub fn search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let page = discogs::read_search(exchange)?;
    let recorded = list(&json["results"]);
    if let Some(items) = number(&json["pagination"]["items"]) {
        same("items", i64::from(page.items), items)?;
        same("pages", Some(i64::from(page.pages)), number(&json["pagination"]["pages"]))?;
    }
    same("count", page.hits.len(), recorded.len())?;
    for (hit, recorded) in page.hits.iter().zip(recorded) {
        same("id", Some(hit.id), number(&recorded["id"]))?;
        same("kind", Some(hit.kind.clone()), text(&recorded["type"]))?;
        same("title", Some(hit.title.clone()), text(&recorded["title"]))?;
        same("year", hit.year.map(i64::from), number(&recorded["year"]).filter(|year| *year > 0))?;
        same("master", hit.master, number(&recorded["master_id"]).filter(|id| *id > 0))?;
        same("have", hit.have.map(i64::from), number(&recorded["community"]["have"]))?;
        same("want", hit.want.map(i64::from), number(&recorded["community"]["want"]))?;
        same("media", hit.media.len(), list(&recorded["formats"]).len())?;
        same("country", hit.country.clone(), text(&recorded["country"]))?;
    }
    Ok(())
}

pub fn release(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let release = discogs::read_release(exchange)?;
    same("id", Some(release.id), number(&json["id"]))?;
    same("title", Some(&release.title), text(&json["title"]).as_ref())?;
    same("have", release.have.map(i64::from), number(&json["community"]["have"]))?;
    same("votes", release.rating_count.map(i64::from), number(&json["community"]["rating"]["count"]))?;
    let average = json["community"]["rating"]["average"].as_f64().filter(|_| release.rating_count != Some(0));
    same("average", release.rating_average, average)?;
    same("formats", release.formats.len(), list(&json["formats"]).len())?;
    same("notes", release.notes.clone(), text(&json["notes"]))?;
    same("for sale", release.for_sale.map(i64::from), number(&json["num_for_sale"]))?;
    same("lowest", release.lowest_usd, json["lowest_price"].as_f64())?;
    same("weight", release.estimated_weight.map(i64::from), number(&json["estimated_weight"]))?;
    parts(&release, json)?;
    tracks(&release.tracks, json)
}

/// Who took part, and what stands on it: nothing is lost, and what is said twice is kept once.
fn parts(release: &discogs::Release, json: &Value) -> Result<(), Failure> {
    same("artists", release.artists.len(), list(&json["artists"]).len())?;
    same("credits", release.credits.len(), list(&json["extraartists"]).len())?;
    for (credit, recorded) in release.credits.iter().zip(list(&json["extraartists"])) {
        same("credited", credit.id, number(&recorded["id"]).filter(|id| *id > 0))?;
        same("role", credit.role.clone(), text(&recorded["role"]))?;
    }
    for recorded in list(&json["companies"]) {
        let (id, role) = (number(&recorded["id"]), text(&recorded["entity_type_name"]));
        let kept = release.companies.iter().any(|company| company.id == id && company.role == role);
        same("company is kept", kept, true)?;
    }
    for recorded in list(&json["identifiers"]) {
        let Some((kind, value)) = text(&recorded["type"]).zip(text(&recorded["value"])) else { continue };
        let description = text(&recorded["description"]);
        let is = |one: &discogs::Identifier| (&one.kind, &one.value, &one.description) == (&kind, &value, &description);
        same("identifier is kept", release.identifiers.iter().any(is), true)?;
    }
    for recorded in list(&json["labels"]) {
        let id = number(&recorded["id"]).filter(|id| *id > 0);
        same("label is kept", release.labels.iter().any(|label| label.id == id), true)?;
    }
    Ok(())
}

/// Rows that are neither headings nor made of parts are tracks, with their durations where those are times.
fn tracks(read: &[discogs::Track], json: &Value) -> Result<(), Failure> {
    let rows = list(&json["tracklist"]);
    let plain = rows.into_iter().filter(|row| row["type_"] != "heading" && list(&row["sub_tracks"]).is_empty());
    for row in plain {
        let title = text(&row["title"]).unwrap_or_default();
        let Some(track) = read.iter().find(|track| track.title == title) else {
            return Err(Failure::Wrong(format!("track '{title}' is lost")));
        };
        let timed =
            text(&row["duration"]).is_some_and(|time| time.contains(':') && time.contains(|c| matches!(c, '1'..='9')));
        let clean = row["duration"].as_str().is_some_and(|time| time.chars().all(|c| c.is_ascii_digit() || c == ':'));
        let twice = read.iter().filter(|other| other.title == title).count() > 1;
        same("duration is known", twice || track.duration_seconds.is_some() || !(timed && clean), true)?;
    }
    Ok(())
}

pub fn stats(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let stats = discogs::read_stats(exchange)?;
    same("for sale", stats.for_sale.map(i64::from), number(&json["num_for_sale"]))?;
    same("price", stats.lowest.as_ref().map(|lowest| lowest.value), json["lowest_price"]["value"].as_f64())?;
    same("currency", stats.lowest.map(|lowest| lowest.currency), text(&json["lowest_price"]["currency"]))?;
    same("blocked", stats.blocked, json["blocked_from_sale"].as_bool().unwrap_or(false))
}

pub fn master(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let master = discogs::read_master(exchange)?;
    same("id", Some(master.id), number(&json["id"]))?;
    same("title", Some(master.title), text(&json["title"]))?;
    same("year", master.year.map(i64::from), number(&json["year"]).filter(|year| *year > 0))?;
    same("main release", master.main_release, number(&json["main_release"]).filter(|id| *id > 0))?;
    tracks(&master.tracks, json)
}

pub fn artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = discogs::read_artist(exchange)?;
    same("id", Some(artist.id), number(&json["id"]))?;
    same("name", json["name"].as_str().is_some_and(|name| name.trim().starts_with(&artist.name)), true)?;
    same("variations", artist.variations.len(), list(&json["namevariations"]).len())
}

pub fn rating(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let (release, rating) = discogs::read_community_rating(exchange)?;
    same("release", Some(release), number(&json["release_id"]))?;
    same("votes", rating.count.map(i64::from), number(&json["rating"]["count"]))
}

pub fn suggestions(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let suggestions = discogs::read_price_suggestions(exchange)?;
    same("grades", suggestions.len(), json.as_object().map_or(0, serde_json::Map::len))
}
