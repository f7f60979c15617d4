//! The parts of Last.fm's bodies: JSON that was made from XML.

use serde_json::{Map, Value, json};

use crate::dice;
use crate::world::{Artist, LastfmMbid, url_text};

const STAR: &str = "2a96cbd8b46e442fc41c2b86b821562f";

/// A list as the conversion gives it: one element stands alone.
pub(super) fn list(mut items: Vec<Value>) -> Value {
    match items.len() {
        1 => items.remove(0),
        _ => Value::Array(items),
    }
}

/// The address of the grey star, in the size that the path says.
pub(super) fn star(path: &str) -> String {
    format!("https://lastfm.freetls.fastly.net/i/u/{path}/{STAR}.png")
}

/// Artist images are always the grey star, and for some artists there is no address at all.
pub(super) fn images(artist: &str) -> Value {
    let none = dice::hash("lastfm-image", artist).is_multiple_of(7);
    let size = |size: &str, path: &str| {
        let url = if none { String::new() } else { star(path) };
        json!({"#text": url, "size": size})
    };
    json!([
        size("small", "34s"),
        size("medium", "64s"),
        size("large", "174s"),
        size("extralarge", "300x300"),
        size("mega", "300x300"),
        size("", "300x300"),
    ])
}

/// The page of a name. One with an accent is reached without redirect.
pub(super) fn url(name: &str) -> String {
    let plain = name.is_ascii();
    format!("https://www.last.fm/music/{}{}", if plain { "" } else { "+noredirect/" }, url_text(name))
}

/// Adds `mbid` as Last.fm has it: an identifier, `""`, or no such key.
pub(super) fn add_mbid(object: &mut Value, artist: &Artist) {
    let value = match artist.lastfm_mbid {
        LastfmMbid::Given(mbid) => mbid.to_string(),
        LastfmMbid::Empty => String::new(),
        LastfmMbid::Absent => return,
    };
    if let Some(object) = object.as_object_mut() {
        object.insert("mbid".to_owned(), Value::String(value));
    }
}

pub(super) fn tags(tags: &[String]) -> Value {
    let tag = |tag: &String| json!({"name": tag, "url": format!("https://www.last.fm/tag/{}", url_text(tag))});
    let mut object = Map::new();
    // Without any tag the key is missing.
    if !tags.is_empty() {
        object.insert("tag".to_owned(), list(tags.iter().take(5).map(tag).collect()));
    }
    Value::Object(object)
}

pub(super) fn bio(artist: &Artist) -> Value {
    let link = format!("<a href=\"{}\">Read more on Last.fm</a>", url(&artist.name));
    let since = if artist.begin == 0 { String::new() } else { format!(", since {}", artist.begin) };
    let text = format!("{} — {}{since}.", artist.name, artist.scene.tags.join(", "));
    json!({
        "links": {"link": {"#text": "", "rel": "original", "href": format!("{}/+wiki", url(&artist.name))}},
        "published": "04 Jan 2007, 05:16",
        "summary": format!("{text} {link}"),
        "content": format!("{text} {link}. User-contributed text is available under the Creative Commons By-SA License; \
            additional terms may apply."),
    })
}
