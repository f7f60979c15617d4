//! MusicBrainz' bodies.

use serde_json::{Map, Value, json};

use crate::dice;
use crate::merges::Merges;
use crate::world::{Album, Artist, Link, World, sort_name};

const DISCOGS_OF_GROUP: &str = "99e550f3-5ab4-3110-b5b9-fe01d970b126";
const DISCOGS_OF_ARTIST: &str = "04a5b104-a4c2-4bac-99a1-7b837c37d9e4";
const STREAMING_OF_ARTIST: &str = "769085a1-c2f7-4c24-a532-2375a77693bd";
const OTHER_OF_GROUP: &str = "b988d08c-5d86-4a57-9557-c83b399e3580";
/// Masters that MusicBrainz still names and Discogs has no longer.
const GONE: i64 = 900_000_000;

/// A row of a search: what is unknown is an absent key.
pub(super) fn found_artist(world: &World, at: usize, score: u64) -> Value {
    let artist = world.artist(at);
    let mut row = Map::new();
    row.insert("id".into(), json!(artist.mbid));
    row.insert("score".into(), json!(score));
    row.insert("name".into(), json!(artist.mb_name));
    row.insert("sort-name".into(), json!(sort_name(&artist.mb_name, artist.kind)));
    if !artist.kind.is_empty() {
        row.insert("type".into(), json!(artist.kind));
        row.insert("type-id".into(), json!(type_id(artist.kind)));
    }
    if !artist.note.is_empty() {
        row.insert("disambiguation".into(), json!(artist.note));
    }
    if let Some(area) = area(artist) {
        row.insert("country".into(), json!(artist.scene.country));
        row.insert("area".into(), area);
    }
    let span = if artist.begin == 0 {
        json!({"ended": null})
    } else {
        json!({"begin": artist.begin.to_string(), "ended": null})
    };
    row.insert("life-span".into(), span);
    if !artist.aliases.is_empty() {
        let alias = |name: &String| json!({"sort-name": name, "name": name, "locale": null, "type": null, "primary": null, "begin-date": null, "end-date": null});
        row.insert("aliases".into(), artist.aliases.iter().map(alias).collect());
    }
    if !artist.scene.tags.is_empty() {
        row.insert("tags".into(), tags(artist));
    }
    Value::Object(row)
}

/// A looked-up artist: what is unknown is null or empty.
pub(super) fn artist(world: &World, at: usize, inc: &[&str]) -> Value {
    let artist = world.artist(at);
    let country = Some(&artist.scene.country).filter(|country| !country.is_empty());
    let kind = Some(artist.kind).filter(|kind| !kind.is_empty());
    let begin = Some(artist.begin.to_string()).filter(|_| artist.begin != 0);
    let mut body = json!({
        "id": artist.mbid,
        "name": artist.mb_name,
        "sort-name": sort_name(&artist.mb_name, artist.kind),
        "type": kind,
        "type-id": kind.map(type_id),
        "country": country,
        "area": area(artist),
        "begin-area": null,
        "end-area": null,
        "gender": null,
        "gender-id": null,
        "disambiguation": artist.note,
        "isnis": [],
        "ipis": [],
        "life-span": {"begin": begin, "end": null, "ended": false},
    });
    let mut add = |key: &str, value: Value| {
        if let Some(body) = body.as_object_mut() {
            body.insert(key.to_owned(), value);
        }
    };
    if inc.contains(&"url-rels") {
        let address = format!("https://www.discogs.com/artist/{}", artist.discogs_id);
        let spotify =
            format!("https://open.spotify.com/artist/{}", dice::letters("spotify", &artist.mbid.to_string(), 22));
        add(
            "relations",
            json!([
                relation("discogs", DISCOGS_OF_ARTIST, &address, false),
                relation("free streaming", STREAMING_OF_ARTIST, &spotify, false),
            ]),
        );
    }
    if inc.contains(&"tags") || inc.contains(&"genres") {
        add("tags", tags(artist));
    }
    if inc.contains(&"aliases") {
        let alias = |name: &String| json!({"name": name, "sort-name": name, "locale": null, "type": null, "type-id": null, "primary": null, "begin": null, "end": null, "ended": false});
        add("aliases", artist.aliases.iter().map(alias).collect());
    }
    body
}

fn tags(artist: &Artist) -> Value {
    let count = |place: usize| 12_usize.saturating_sub(place * 2);
    artist.scene.tags.iter().enumerate().map(|(place, tag)| json!({"count": count(place), "name": tag})).collect()
}

fn area(artist: &Artist) -> Option<Value> {
    let name = match artist.scene.country.as_str() {
        "" => return None,
        "GB" => "United Kingdom",
        "US" => "United States",
        other => crate::world::discogs_country(other),
    };
    let id = dice::uuid("area", name);
    Some(json!({"id": id, "type": "Country", "type-id": "06dd0ae4-8c74-30bb-b43d-95dcedf961de", "name": name,
        "sort-name": name, "life-span": {"ended": null}}))
}

/// A release group as it is now, in a browse and in a look-up.
pub(super) fn release_group(world: &World, merges: &Merges, at: usize, inc: &[&str]) -> Value {
    let album = world.album(at);
    let secondary = album.kind.secondary();
    let mut body = json!({
        "id": album.mbid,
        "title": album.title,
        "primary-type": album.kind.primary(),
        "primary-type-id": type_id(album.kind.primary()),
        "secondary-types": secondary,
        "secondary-type-ids": secondary.iter().map(|name| type_id(name)).collect::<Vec<_>>(),
        "first-release-date": album.date,
        "disambiguation": "",
    });
    if let Some(body) = body.as_object_mut() {
        if inc.contains(&"artist-credits") {
            body.insert("artist-credit".into(), credits(world, album));
        }
        if inc.contains(&"url-rels") {
            body.insert("relations".into(), Value::Array(relations(world, merges, at)));
        }
    }
    merges.credited(world, body)
}

fn credits(world: &World, album: &Album) -> Value {
    let last = album.artists.len() - 1;
    let credit = |(place, &at): (usize, &usize)| {
        let artist = world.artist(at);
        json!({
            "name": artist.mb_name,
            "joinphrase": if place == last { "" } else { " & " },
            "artist": {
                "id": artist.mbid,
                "name": artist.mb_name,
                "sort-name": sort_name(&artist.mb_name, artist.kind),
                "disambiguation": artist.note,
            },
        })
    };
    album.artists.iter().enumerate().map(credit).collect()
}

fn relations(world: &World, merges: &Merges, at: usize) -> Vec<Value> {
    let album = world.album(at);
    let other = format!("https://www.wikidata.org/wiki/Q{}", dice::hash("wikidata", &album.title) % 9_000_000);
    let mut relations = vec![relation("wikidata", OTHER_OF_GROUP, &other, false)];
    if let Some(linked) = merges.master_of(album.mbid) {
        relations.push(master(linked, false));
        return relations;
    }
    match album.link {
        _ if album.master == 0 => {}
        Link::Nothing => relations.clear(),
        Link::Master => relations.push(master(album.master, false)),
        Link::WithEnded => relations.extend([master(GONE + album.master, true), master(album.master, false)]),
        Link::Several => relations.extend([master(album.master, false), master(GONE + album.master, false)]),
        Link::Release => {
            let address = format!("http://www.discogs.com/release/{}", world.main_release(at));
            relations.push(relation("discogs", DISCOGS_OF_GROUP, &address, false));
        }
    }
    relations
}

/// A group's link to a Discogs master, which may have ended.
fn master(id: i64, ended: bool) -> Value {
    relation("discogs", DISCOGS_OF_GROUP, &format!("https://www.discogs.com/master/{id}"), ended)
}

fn relation(kind: &str, type_id: &str, address: &str, ended: bool) -> Value {
    json!({
        "type": kind,
        "type-id": type_id,
        "target-type": "url",
        "direction": "forward",
        "begin": null,
        "end": if ended { json!("2019-04-01") } else { Value::Null },
        "ended": ended,
        "attributes": [],
        "attribute-values": {},
        "attribute-ids": {},
        "source-credit": "",
        "target-credit": "",
        "url": {"id": dice::uuid("url", address), "resource": address},
    })
}

fn type_id(name: &str) -> &'static str {
    match name {
        "Album" => "f529b476-6e62-324f-b0aa-1f3e33d313fc",
        "EP" => "6d0c5bf6-7a33-3420-a519-44fc63eedebf",
        "Single" => "d6038452-8ee0-3f68-affc-2de9a1ede0b9",
        "Live" => "6fd474e2-6b58-3102-9d17-d6f7eb7da0a0",
        "Compilation" => "dd2a21e1-0c00-3729-a7a0-de60b84eb5d1",
        "Demo" => "81598169-0d6c-3bce-b4be-866fa658eda3",
        "Person" => "b6e035f4-3ce9-331c-97df-83397230b0df",
        _ => "e431f5f6-b5d2-343d-8b36-72607fffb74b",
    }
}
