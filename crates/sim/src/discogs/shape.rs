//! The parts that several of Discogs' bodies share.

use serde_json::{Map, Value, json};

use crate::dice;
use crate::pictures;
use crate::world::{Artist, Pressing, Track, World, url_text};

pub(super) const API: &str = "https://api.discogs.com";

/// A signed image address; empty for those who do not authenticate.
pub(super) fn image(of: &str, id: i64, authenticated: bool, pixels: u16) -> String {
    if !authenticated {
        return String::new();
    }
    let signature = dice::hash("image", &format!("{of}{id}"));
    format!("https://i.discogs.com/{signature:016x}/rs:fit/g:sm/q:40/h:{pixels}/w:{pixels}/{of}-{id}.jpeg")
}

/// The images of an artist or a master: none for some, and for those who do not authenticate without addresses.
pub(super) fn images(asked: &super::Asked<'_>, of: &str, id: i64) -> Option<Value> {
    let mut dice = dice::Dice::of("discogs-images", &format!("{of}{id}"));
    if !dice.chance(0.8) {
        return None;
    }
    let image = |kind: &str| {
        let seed = format!("{id}-{kind}");
        let uri = if asked.authenticated { pictures::address(&asked.origin, of, &seed, "jpeg") } else { String::new() };
        json!({"type": kind, "uri": uri, "resource_url": uri, "uri150": uri, "width": 400, "height": 400})
    };
    // The primary one is not always the first.
    Some(json!([image("secondary"), image("primary")]))
}

pub(super) fn artists(world: &World, album: usize) -> Vec<Value> {
    let credited = &world.album(album).artists;
    let credit = |(place, &at): (usize, &usize)| {
        let join = if place + 1 < credited.len() { "&" } else { "" };
        credit(world.artist(at), join)
    };
    credited.iter().enumerate().map(credit).collect()
}

fn credit(artist: &Artist, join: &str) -> Value {
    json!({
        "name": artist.discogs_name,
        "anv": "",
        "join": join,
        "role": "",
        "tracks": "",
        "id": artist.discogs_id,
        "resource_url": format!("{API}/artists/{}", artist.discogs_id),
    })
}

/// `Artist - Title`, with the number of a homonym.
pub(super) fn full_title(world: &World, album: usize) -> String {
    let names: Vec<&str> =
        world.album(album).artists.iter().map(|&at| world.artist(at).discogs_name.as_str()).collect();
    format!("{} - {}", names.join(" & "), world.album(album).title)
}

/// The last part of a page's address.
pub(super) fn slug(world: &World, album: usize) -> String {
    url_text(&full_title(world, album)).replace("+-+", "-").replace('+', "-")
}

pub(super) fn tracks(tracks: &[Track]) -> Vec<Value> {
    let row = |track: &Track| {
        let mut row = Map::new();
        row.insert("position".into(), json!(track.position));
        row.insert("type_".into(), json!(track.kind));
        row.insert("title".into(), json!(track.title));
        row.insert("duration".into(), json!(track.duration));
        // The key is there only for a piece in parts.
        if !track.parts.is_empty() {
            row.insert("sub_tracks".into(), Value::Array(self::tracks(&track.parts)));
        }
        Value::Object(row)
    };
    tracks.iter().map(row).collect()
}

/// `LP, Album, Reissue`.
pub(super) fn format(pressing: &Pressing) -> String {
    pressing.descriptions.join(", ")
}

/// The id that Discogs would have for a label.
pub(super) fn label_id(name: &str) -> u64 {
    dice::hash("label", name) % 2_000_000 + 1
}
