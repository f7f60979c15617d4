//! Discogs: versions and their paging, search, releases, prices, rate headers, refusals.

use std::collections::HashSet;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::Value;

use crate::support::{get, master, masters, mbid, ok, open, send, studio, world};

async fn versions(router: &axum::Router, master: i64, rest: &str) -> Value {
    ok(router, &format!("/discogs/masters/{master}/versions?{rest}")).await
}

#[tokio::test]
async fn versions_page_through_every_vinyl_pressing() {
    let router = open();
    let id = master(&router, "The Beatles", "Abbey Road").await;
    let first = versions(&router, id, "format=Vinyl&per_page=500").await;
    let (items, pages) =
        (first["pagination"]["items"].as_u64().unwrap(), first["pagination"]["pages"].as_u64().unwrap());
    assert_eq!(first["pagination"]["per_page"], 100, "more is silently cut");
    let mut ids = HashSet::new();
    for page in 1..=pages {
        let body = versions(&router, id, &format!("format=Vinyl&per_page=100&page={page}")).await;
        for row in body["versions"].as_array().unwrap() {
            assert_eq!(row["major_formats"][0], "Vinyl");
            assert!(ids.insert(row["id"].as_i64().unwrap()), "no row comes twice");
        }
    }
    assert_eq!(ids.len() as u64, items);
    let all = versions(&router, id, "per_page=100").await;
    assert!(all["pagination"]["items"].as_u64().unwrap() > items, "without the filter there are other formats");
}

#[tokio::test]
async fn paging_has_urls_links_and_an_end() {
    let router = open();
    let id = master(&router, "The Beatles", "Abbey Road").await;
    let path = format!("/discogs/masters/{id}/versions?token=s&per_page=5&page=2");
    let answer = get(&router, &path).await;
    let urls = answer.json()["pagination"]["urls"].clone();
    for name in ["first", "prev", "next", "last"] {
        let url = urls[name].as_str().unwrap();
        assert!(url.starts_with("https://api.discogs.com/masters/") && url.contains("token=s"), "{url}");
        assert!(answer.header("link").contains(&format!("<{url}>; rel=\"{name}\"")));
    }
    assert_eq!(get(&router, &format!("/discogs/masters/{id}/versions?page=999")).await.status, 404);
    let few = master(&router, "Nirvana (2)", "All of Us").await;
    let single = get(&router, &format!("/discogs/masters/{few}/versions?per_page=100")).await;
    assert_eq!(single.json()["pagination"]["urls"], serde_json::json!({}));
    assert_eq!(single.header("link"), "");
}

#[tokio::test]
async fn rows_are_as_untidy_as_the_real_ones() {
    let router = open();
    let (mut spaces, mut unknown, mut none, mut months, mut twins, mut counts) = (0, 0, 0, 0, 0, Vec::new());
    for artist in ["Radiohead", "Pink Floyd", "Björk", "Los Planetas", "Nirvana", "Kraftwerk", "Miles Davis"] {
        for (_, masters) in studio(&router, artist).await {
            let Some(&id) = masters.first() else { continue };
            let body = versions(&router, id, "format=Vinyl&per_page=100").await;
            counts.push(body["pagination"]["items"].as_u64().unwrap());
            let rows = body["versions"].as_array().unwrap();
            let mut seen = HashSet::new();
            for row in rows {
                let released = row["released"].as_str().unwrap();
                spaces += usize::from(row["title"].as_str().unwrap().ends_with(' '));
                unknown += usize::from(released.is_empty() || released == "0");
                months += usize::from(released.ends_with("-00"));
                none += usize::from(row["catno"] == "none");
                let mut without_id = row.clone();
                for key in ["id", "resource_url", "thumb"] {
                    without_id.as_object_mut().unwrap().remove(key);
                }
                twins += usize::from(!seen.insert(without_id.to_string()));
                assert!(row["stats"]["community"]["in_collection"].is_u64() && row["format"].is_string());
            }
        }
    }
    assert!(counts.iter().all(|count| (5..=150).contains(count)), "{counts:?}");
    assert!(
        spaces > 0 && unknown > 0 && none > 0 && months > 0 && twins > 0,
        "{spaces} {unknown} {none} {months} {twins}"
    );
}

#[tokio::test]
async fn the_original_comes_first_in_its_own_country_and_year() {
    let router = open();
    let id = master(&router, "Los Planetas", "Super 8").await;
    let main = ok(&router, &format!("/discogs/masters/{id}")).await;
    assert_eq!((main["year"].as_i64(), main["title"].as_str()), (Some(1994), Some("Super 8")));
    let original = ok(&router, &format!("/discogs/releases/{}", main["main_release"])).await;
    assert_eq!((original["country"].as_str(), original["released"].as_str()), (Some("Spain"), Some("1994")));
    assert_eq!(original["labels"][0]["name"], "RCA");
    assert_eq!(original["master_id"], id);
}

#[tokio::test]
async fn search_finds_masters_that_musicbrainz_does_not_link() {
    let router = open();
    let mut unlinked = 0;
    for artist in world().artist_names() {
        for (title, masters) in studio(&router, &artist).await {
            if !masters.is_empty() {
                continue;
            }
            unlinked += 1;
            let query: String = [
                ("type", "master"),
                ("format", "Vinyl"),
                ("artist", artist.as_str()),
                ("release_title", title.as_str()),
            ]
            .iter()
            .map(|(name, value)| format!("{name}={}&", encode(value)))
            .collect();
            let body = ok(&router, &format!("/discogs/database/search?{query}")).await;
            let row = &body["results"][0];
            assert_eq!(row["type"], "master", "{artist} - {title}");
            assert!(
                row["year"].is_string() && row["title"].as_str().unwrap().ends_with(&format!(" - {title}")),
                "{row}"
            );
            assert_eq!(get(&router, &format!("/discogs/masters/{}/versions", row["id"])).await.status, 200);
        }
    }
    assert!(unlinked > 30, "{unlinked} albums without a master at MusicBrainz");
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[tokio::test]
async fn homonyms_have_numbers_and_free_text_is_searched() {
    let router = open();
    let body = ok(&router, "/discogs/database/search?type=master&artist=Nirvana&format=Vinyl&per_page=100").await;
    let titles: Vec<&str> =
        body["results"].as_array().unwrap().iter().filter_map(|row| row["title"].as_str()).collect();
    assert!(titles.contains(&"Nirvana - Nevermind") && titles.contains(&"Nirvana (2) - All of Us"), "{titles:?}");
    let free = ok(&router, "/discogs/database/search?type=master&q=radiohead+kid+a").await;
    assert_eq!(free["results"][0]["title"], "Radiohead - Kid A");
    let gatefold = ok(&router, "/discogs/database/search?type=master&artist=Radiohead&format=Gatefold").await;
    assert_eq!(gatefold["pagination"]["items"], 0);
    let artists = ok(&router, "/discogs/database/search?type=artist&q=Nirvana").await;
    assert_eq!(artists["results"][0]["master_id"], Value::Null);
    let rows = ok(&router, "/discogs/database/search?type=release&artist=Radiohead&release_title=Amnesiac").await;
    assert_eq!(rows["results"][0]["formats"][0]["qty"].as_str().map(str::is_empty), Some(false));
}

#[tokio::test]
async fn gone_masters_are_404_and_live_ones_are_not() {
    let router = open();
    let path = format!("/musicbrainz/ws/2/release-group?artist={}&inc=url-rels&limit=100&fmt=json", mbid("Bob Dylan"));
    for group in ok(&router, &path).await["release-groups"].as_array().unwrap() {
        for (place, id) in masters(group).into_iter().enumerate() {
            let status = get(&router, &format!("/discogs/masters/{id}")).await.status;
            assert_eq!(status, if place == 0 { 200 } else { 404 }, "the right one comes first: {id}");
        }
    }
    for path in
        ["masters/7", "masters/7/versions", "releases/7", "marketplace/stats/7", "artists/7", "releases/x", "nothing"]
    {
        let answer = get(&router, &format!("/discogs/{path}")).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.json()["message"].is_string());
    }
}

#[tokio::test]
async fn releases_have_ratings_tracks_and_identifiers() {
    let router = open();
    let (mut kinds, mut empty, mut parts) = (HashSet::new(), 0, 0);
    for (_, masters) in studio(&router, "Bob Dylan").await {
        let Some(&id) = masters.first() else { continue };
        let rows = versions(&router, id, "format=Vinyl&per_page=3").await;
        for row in rows["versions"].as_array().unwrap() {
            let body = ok(&router, &format!("/discogs/releases/{}", row["id"])).await;
            let rating = &body["community"]["rating"];
            assert!((0.0..=5.0).contains(&rating["average"].as_f64().unwrap()), "{rating}");
            assert_eq!(body["community"]["have"], row["stats"]["community"]["in_collection"]);
            assert!(body["formats"][0]["qty"].is_string() && body["identifiers"][0]["type"] == "Barcode");
            for track in body["tracklist"].as_array().unwrap() {
                kinds.insert(track["type_"].as_str().unwrap().to_owned());
                empty += usize::from(track["duration"] == "");
                parts += track.get("sub_tracks").map_or(0, |parts| parts.as_array().unwrap().len());
            }
        }
    }
    assert!(kinds.contains("track") && kinds.contains("heading") && kinds.contains("index"), "{kinds:?}");
    assert!(empty > 0 && parts > 0);
}

#[tokio::test]
async fn prices_are_converted_missing_or_blocked() {
    let router = open();
    let (mut priced, mut nothing, mut blocked) = (0, 0, 0);
    for artist in ["Radiohead", "Pulp", "Can"] {
        for (title, _) in studio(&router, artist).await {
            let id = master(&router, artist, &encode(&title)).await;
            for row in versions(&router, id, "format=Vinyl&per_page=100").await["versions"].as_array().unwrap() {
                let stats = async |currency: &str| {
                    ok(&router, &format!("/discogs/marketplace/stats/{}?curr_abbr={currency}", row["id"])).await
                };
                let (usd, eur) = (stats("USD").await, stats("EUR").await);
                match (&usd["lowest_price"], usd["blocked_from_sale"].as_bool().unwrap()) {
                    (Value::Null, true) => blocked += 1,
                    (Value::Null, false) => nothing += 1,
                    (price, _) => {
                        priced += 1;
                        let (usd, eur) =
                            (price["value"].as_f64().unwrap(), eur["lowest_price"]["value"].as_f64().unwrap());
                        assert_eq!(price["currency"], "USD");
                        assert!(usd > 1.0 && (0.92..0.93).contains(&(eur / usd)), "{usd} {eur}");
                    }
                }
            }
        }
    }
    assert!(priced > 100 && nothing > 10 && blocked > 2, "{priced} {nothing} {blocked}");
    assert_eq!(get(&router, "/discogs/marketplace/stats/100000000?curr_abbr=XYZ").await.status, 422);
}

#[tokio::test]
async fn agents_tokens_and_methods_are_checked() {
    let router = open();
    let request = |method: Method, token: Option<&str>, agent: bool| {
        let mut request = Request::builder().method(method).uri("/discogs/releases/100000000");
        if let Some(token) = token {
            request = request.header("authorization", format!("Discogs token={token}"));
        }
        if agent {
            request = request.header("user-agent", "test/1");
        }
        request.body(Body::empty()).unwrap()
    };
    let anonymous = send(&router, request(Method::GET, Some("t"), false)).await;
    assert_eq!((anonymous.status, anonymous.header("content-type")), (403, "text/html; charset=UTF-8"));
    assert_eq!(send(&router, request(Method::GET, Some("invalid-token"), true)).await.status, 401);
    assert_eq!(send(&router, request(Method::PUT, Some("t"), true)).await.status, 405);
    let without = send(&router, request(Method::GET, None, true)).await;
    assert_eq!((without.status, without.json()["thumb"].as_str()), (200, Some("")), "no images without a token");
    let with = send(&router, request(Method::GET, Some("t"), true)).await;
    assert!(with.json()["thumb"].as_str().unwrap().starts_with("https://i.discogs.com/"));
}
