//! MusicBrainz: kebab keys, browse paging, the types that a client must filter, relations, merges, errors.

use axum::body::Body;
use axum::http::Request;
use serde_json::Value;

use crate::support::{get, mbid, ok, open, send, world};

fn browse(artist: &str, rest: &str) -> String {
    format!("/musicbrainz/ws/2/release-group?artist={artist}&fmt=json&{rest}")
}

#[tokio::test]
async fn artists_are_found_with_escapes_and_homonyms() {
    let router = open();
    let search = |query: &str| format!("/musicbrainz/ws/2/artist?fmt=json&query={query}");
    let body = ok(&router, &search("artist:%22Nirvana%22")).await;
    let rows = body["artists"].as_array().unwrap();
    assert_eq!(body["count"], rows.len());
    assert_eq!((&rows[0]["score"], &rows[1]["score"]), (&Value::from(100), &Value::from(100)));
    assert_eq!((&rows[0]["country"], &rows[1]["country"]), (&Value::from("US"), &Value::from("GB")));
    assert_ne!(rows[0]["id"], rows[1]["id"]);
    assert_eq!(rows[1]["disambiguation"], "60s band from the UK");
    let odd = ok(&router, &search("artist:%22%5C!%5C!%5C!%22")).await;
    assert_eq!(odd["artists"][0]["name"], "!!!");
    let own_script = ok(&router, &search("Ryuichi+Sakamoto")).await;
    assert_eq!(own_script["artists"][0]["name"], "坂本龍一");
    assert!(own_script["artists"][0].get("disambiguation").is_none(), "what is unknown is absent in a search");
    let nobody = ok(&router, &search("xyzzyx")).await;
    assert_eq!((nobody["count"].as_i64(), nobody["artists"].as_array().map(Vec::len)), (Some(0), Some(0)));
}

#[tokio::test]
async fn browse_returns_more_than_studio_albums() {
    let router = open();
    let body = ok(&router, &browse(&mbid("Radiohead"), "type=album&inc=artist-credits+url-rels&limit=100")).await;
    let groups = body["release-groups"].as_array().unwrap();
    let secondary: std::collections::HashSet<String> =
        groups.iter().flat_map(|group| group["secondary-types"].as_array().unwrap()).map(ToString::to_string).collect();
    assert!(secondary.contains("\"Live\"") && secondary.contains("\"Compilation\""), "{secondary:?}");
    let studio: Vec<&Value> =
        groups.iter().filter(|group| group["secondary-types"].as_array().unwrap().is_empty()).collect();
    assert_eq!(studio.len(), 9);
    assert!(studio.iter().any(|group| group["title"] == "OK Computer"));
    assert!(groups.iter().all(|group| group["primary-type"] == "Album"));
    assert_eq!(groups[0]["artist-credit"][0]["artist"]["id"], mbid("Radiohead"));
    assert_eq!(body["release-group-count"], groups.len());
}

#[tokio::test]
async fn type_and_status_filter_as_the_server_does() {
    let router = open();
    let artist = mbid("Radiohead");
    let count = async |rest: &str| ok(&router, &browse(&artist, rest)).await["release-group-count"].as_u64().unwrap();
    let (albums, everything) = (count("type=album").await, count("").await);
    assert!(albums < everything);
    assert_eq!(count("type=album|ep|single").await, everything);
    assert_eq!(count("type=album|live").await, count("type=live").await, "secondary types are and-ed");
    assert_eq!(count("type=album&release-group-status=website-default").await + 1, albums, "the bootleg is hidden");
    let unknown = get(&router, &browse(&artist, "type=vinyl")).await;
    assert_eq!(unknown.status, 400);
    assert_eq!(unknown.json()["error"], "vinyl is not a recognized release-group type.");
}

#[tokio::test]
async fn pages_have_at_most_100_rows_and_25_by_default() {
    let router = open();
    let artist = mbid("King Gizzard & The Lizard Wizard");
    let page = async |rest: &str| ok(&router, &browse(&artist, rest)).await;
    let rows = |body: &Value| body["release-groups"].as_array().unwrap().len();
    assert_eq!(rows(&page("type=album").await), 25);
    assert_eq!(rows(&page("type=album&limit=0").await), 25);
    let first = page("type=album&limit=500").await;
    assert_eq!(rows(&first), 100, "more is silently cut");
    let rest = page("type=album&limit=100&offset=100").await;
    let total = first["release-group-count"].as_u64().unwrap();
    assert_eq!(100 + rows(&rest) as u64, total);
    assert!(total > 100);
    assert_eq!(rest["release-group-offset"], 100);
    assert_eq!(rows(&page("type=album&offset=9000").await), 0);
}

#[tokio::test]
async fn dates_are_partial_and_relations_of_every_kind() {
    let router = open();
    let (mut lengths, mut links) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    for name in world().artist_names() {
        let body = ok(&router, &browse(&mbid(&name), "inc=url-rels&limit=100")).await;
        for group in body["release-groups"].as_array().unwrap() {
            lengths.insert(group["first-release-date"].as_str().unwrap().len());
            let discogs = |relation: &&Value| relation["type"] == "discogs";
            let relations: Vec<&Value> = group["relations"].as_array().unwrap().iter().filter(discogs).collect();
            let ended = relations.iter().any(|relation| relation["ended"] == true);
            let release =
                relations.iter().any(|relation| relation["url"]["resource"].as_str().unwrap().contains("/release/"));
            links.insert((relations.len(), ended, release));
        }
    }
    assert_eq!(lengths, [0, 4, 7, 10].into());
    assert_eq!(
        links,
        [(0, false, false), (1, false, false), (1, false, true), (2, false, false), (2, true, false)].into()
    );
}

#[tokio::test]
async fn a_merged_identifier_answers_the_new_one() {
    let router = open();
    let given = ok(&router, &crate::support::lastfm("method=artist.getInfo&artist=David+Bowie")).await;
    let old = given["artist"]["mbid"].as_str().unwrap().to_owned();
    let new = mbid("David Bowie");
    assert_ne!(old, new);
    let body = ok(&router, &format!("/musicbrainz/ws/2/artist/{old}?fmt=json&inc=url-rels+aliases")).await;
    assert_eq!(body["id"], new);
    assert_eq!(body["relations"][0]["type"], "discogs");
    assert_eq!(body["gender"], Value::Null, "what is unknown is null in a look-up");
    assert!(ok(&router, &browse(&old, "type=album")).await["release-group-count"].as_u64().unwrap() > 17);
}

#[tokio::test]
async fn collaborations_belong_to_both_artists() {
    let router = open();
    for artist in ["Brian Eno", "David Byrne"] {
        let body = ok(&router, &browse(&mbid(artist), "type=album&inc=artist-credits&limit=100")).await;
        let groups = body["release-groups"].as_array().unwrap();
        let both = groups.iter().find(|group| group["title"] == "My Life in the Bush of Ghosts").unwrap();
        assert_eq!(both["artist-credit"].as_array().unwrap().len(), 2);
        assert_eq!(both["artist-credit"][0]["joinphrase"], " & ");
    }
}

#[tokio::test]
async fn errors_have_their_status() {
    let router = open();
    let unknown = "/musicbrainz/ws/2/artist/11111111-2222-4333-8444-555555555555?fmt=json";
    assert_eq!(get(&router, unknown).await.status, 404);
    assert_eq!(get(&router, "/musicbrainz/ws/2/artist/nonsense?fmt=json").await.status, 400);
    assert_eq!(get(&router, "/musicbrainz/ws/2/work?fmt=json").await.status, 404);
    let nameless = Request::get("/musicbrainz/ws/2/artist?query=x&fmt=json").body(Body::empty()).unwrap();
    assert_eq!(send(&router, nameless).await.status, 403);
    let xml = get(&router, "/musicbrainz/ws/2/artist?query=Pulp").await;
    assert!(xml.body.starts_with(b"<?xml"), "XML is the default");
    let accept = Request::get("/musicbrainz/ws/2/artist?query=Pulp")
        .header("user-agent", "t")
        .header("accept", "application/json");
    assert_eq!(send(&router, accept.body(Body::empty()).unwrap()).await.json()["artists"][0]["name"], "Pulp");
    assert_eq!(get(&router, unknown).await.header("x-ratelimit-limit"), "1200");
}
