//! Schema drift: the right answer with a key gone, null, of another type, or with keys that are new.

use axum::body::Bytes;
use serde_json::{Value, json};

/// A key that the endpoint's answer is worthless without.
fn required(endpoint: &str) -> &'static str {
    match endpoint {
        "artist.getInfo" => "artist.name",
        "artist.getSimilar" => "similarartists.artist.name",
        "artist.search" => "results.artistmatches.artist.name",
        "search_artist" => "artists.id",
        "browse_release-group" => "release-groups.id",
        "master_versions" => "versions.id",
        "search" => "results.id",
        "marketplace_stats" => "blocked_from_sale",
        "item_summary_search" => "itemSummaries.itemId",
        "item" => "itemId",
        "token" => "access_token",
        _ => "id",
    }
}

pub(super) fn missing(bytes: &Bytes, endpoint: &str, field: Option<&str>) -> Bytes {
    change(bytes, field.unwrap_or_else(|| required(endpoint)), &|object, key| {
        object.remove(key);
    })
}

pub(super) fn null(bytes: &Bytes, endpoint: &str, field: Option<&str>) -> Bytes {
    change(bytes, field.unwrap_or_else(|| required(endpoint)), &|object, key| {
        object.insert(key.to_owned(), Value::Null);
    })
}

pub(super) fn retype(bytes: &Bytes, endpoint: &str, field: Option<&str>) -> Bytes {
    change(bytes, field.unwrap_or_else(|| required(endpoint)), &|object, key| {
        let old = object.remove(key).unwrap_or_default();
        object.insert(key.to_owned(), json!({ "value": old }));
    })
}

pub(super) fn new_keys(bytes: &Bytes) -> Bytes {
    edit(bytes, add_keys)
}

type Change = dyn Fn(&mut serde_json::Map<String, Value>, &str);

fn change(bytes: &Bytes, path: &str, change: &Change) -> Bytes {
    let keys: Vec<&str> = path.split('.').collect();
    edit(bytes, |value| walk(value, &keys, change))
}

/// A body that is not JSON stays as it is.
fn edit(bytes: &Bytes, edit: impl FnOnce(&mut Value)) -> Bytes {
    let Ok(mut value) = serde_json::from_slice::<Value>(bytes) else {
        return bytes.clone();
    };
    edit(&mut value);
    Bytes::from(value.to_string())
}

/// Changes the key at the end of the path wherever it leads, through every element of a list.
fn walk(value: &mut Value, path: &[&str], change: &Change) {
    match (value, path) {
        (Value::Array(items), _) => items.iter_mut().for_each(|item| walk(item, path, change)),
        (Value::Object(object), [key]) => change(object, key),
        (Value::Object(object), [key, rest @ ..]) => {
            if let Some(inner) = object.get_mut(*key) {
                walk(inner, rest, change);
            }
        }
        _ => {}
    }
}

fn add_keys(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(add_keys),
        Value::Object(object) => {
            object.values_mut().for_each(add_keys);
            object.insert("brand_new_key".to_owned(), json!({ "since": "today", "parts": [1, null, "two"] }));
            object.insert("another-new-key".to_owned(), json!(true));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body() -> Bytes {
        Bytes::from_static(br#"{"versions":[{"id":1,"title":"a"},{"id":2,"title":"b"}],"pagination":{"page":1}}"#)
    }

    fn parsed(bytes: &Bytes) -> Value {
        serde_json::from_slice(bytes).unwrap()
    }

    #[test]
    fn the_required_key_is_changed_in_every_row() {
        let gone = parsed(&missing(&body(), "master_versions", None));
        assert_eq!(gone["versions"], json!([{"title": "a"}, {"title": "b"}]));
        let nulled = parsed(&null(&body(), "master_versions", None));
        assert_eq!(nulled["versions"][1]["id"], Value::Null);
        assert!(nulled["versions"][1].get("id").is_some());
        let other = parsed(&retype(&body(), "master_versions", Some("pagination.page")));
        assert_eq!(other["pagination"]["page"], json!({"value": 1}));
    }

    #[test]
    fn new_keys_leave_the_old_ones_alone() {
        let more = parsed(&new_keys(&body()));
        assert_eq!(more["versions"][0]["id"], 1);
        assert_eq!(more["versions"][0]["another-new-key"], true);
        assert_eq!(more["brand_new_key"]["parts"][2], "two");
    }

    #[test]
    fn what_is_not_json_stays() {
        let page = Bytes::from_static(b"<html>");
        assert_eq!(missing(&page, "release", None), page);
    }
}
