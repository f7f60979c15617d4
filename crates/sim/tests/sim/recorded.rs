//! The simulated bodies against recorded ones: no key that was never seen, no other type than was seen.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::support::{lastfm, master, mbid, ok, open, shared};

type Shape = BTreeMap<String, BTreeSet<&'static str>>;

/// The types seen at every path; the elements of a list share one path, as does the object that a list of one becomes.
fn shape(value: &Value, path: &str, into: &mut Shape) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(items) => {
            items.iter().for_each(|item| shape(item, path, into));
            return;
        }
        Value::Object(object) => {
            for (key, value) in object {
                shape(value, &format!("{path}.{key}"), into);
            }
            "object"
        }
    };
    into.entry(path.to_owned()).or_default().insert(kind);
}

fn seen(folder: &Path) -> Shape {
    let mut into = Shape::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            if let Ok(value) = serde_json::from_str(&text) {
                shape(&value, "", &mut into);
            }
        }
    }
    into
}

/// What is new in a body. Paths below `known` are in the contract but in none of the recordings of that endpoint.
fn news(recorded: &Path, endpoint: &str, body: &Value, known: &[&str]) -> Vec<String> {
    let seen = seen(&recorded.join(endpoint));
    let mut simulated = Shape::new();
    shape(body, "", &mut simulated);
    simulated.retain(|path, _| !known.iter().any(|known| path.starts_with(known)));
    let news = simulated.iter().filter_map(|(path, kinds)| match seen.get(path) {
        None => Some(format!("{endpoint}: {path} was never seen")),
        Some(recorded) if kinds.is_subset(recorded) => None,
        Some(recorded) => Some(format!("{endpoint}: {path} is {kinds:?}, was {recorded:?}")),
    });
    news.collect()
}

#[tokio::test]
async fn simulated_bodies_have_the_recorded_shapes() {
    let Some(recorded) = shared("upstream/recorded") else {
        return;
    };
    let router = open();
    let album = master(&router, "Radiohead", "Kid A").await;
    let main = ok(&router, &format!("/discogs/masters/{album}")).await["main_release"].clone();
    let radiohead = mbid("Radiohead");
    let cases: [(&str, String, &[&str]); 13] = [
        ("lastfm/artist.getInfo", lastfm("method=artist.getInfo&artist=Radiohead"), &[]),
        ("lastfm/artist.getSimilar", lastfm("method=artist.getSimilar&artist=Radiohead"), &[]),
        ("lastfm/artist.search", lastfm("method=artist.search&artist=Radiohead"), &[]),
        ("lastfm/artist.getTopAlbums", lastfm("method=artist.getTopAlbums&artist=Radiohead"), &[]),
        ("lastfm/artist.getTopTags", lastfm("method=artist.getTopTags&artist=Radiohead"), &[]),
        ("lastfm/tag.getTopArtists", lastfm("method=tag.getTopArtists&tag=rock"), &[]),
        (
            "musicbrainz/search_artist",
            "/musicbrainz/ws/2/artist?query=Nirvana&fmt=json".into(),
            &[".artists.disambiguation"],
        ),
        (
            "musicbrainz/browse_release-group",
            format!("/musicbrainz/ws/2/release-group?artist={radiohead}&inc=artist-credits+url-rels&fmt=json"),
            &[".release-groups.relations"],
        ),
        (
            "musicbrainz/lookup_artist",
            format!("/musicbrainz/ws/2/artist/{radiohead}?inc=url-rels+tags&fmt=json"),
            &[".relations.attribute-ids", ".area", ".begin-area", ".gender"],
        ),
        ("discogs/master_versions", format!("/discogs/masters/{album}/versions?per_page=100"), &[".filters.a"]),
        ("discogs/master", format!("/discogs/masters/{album}"), &[]),
        ("discogs/release", format!("/discogs/releases/{main}"), &[]),
        ("discogs/marketplace_stats", format!("/discogs/marketplace/stats/{main}"), &[]),
    ];
    let mut found = Vec::new();
    for (endpoint, path, known) in cases {
        found.extend(news(&recorded, endpoint, &ok(&router, &path).await, known));
    }
    for kind in ["master", "release", "artist"] {
        let search = ok(&router, &format!("/discogs/database/search?type={kind}&artist=Radiohead")).await;
        found.extend(news(&recorded, "discogs/search", &search, &[]));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
