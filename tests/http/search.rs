//! `GET /search`
use axum::http::StatusCode;
use support::{AlbumBuilder, TestApp, listener};

use crate::check::{assert_shows, problem};
use crate::hostile::escaped;
use crate::songs::artist;

const ARTISTS: [(&str, i64); 12] = [
    ("Pink Floyd", 5_600_000),
    ("Radiohead", 5_500_000),
    ("Queen", 5_000_000),
    ("Queens of the Stone Age", 2_900_000),
    ("Björk", 2_800_000),
    ("Can", 600_000),
    ("Cannibal Corpse", 1_000_000),
    ("AC/DC", 4_400_000),
    ("Nirvana", 5_700_000),
    ("Кино", 700_000),
    ("椎名林檎", 800_000),
    ("The Radio Dept.", 900),
];

/// Artist, title, year, and how many pressings.
const ALBUMS: [(&str, &str, i16, i64); 10] = [
    ("Pink Floyd", "The Dark Side of the Moon", 1973, 40),
    ("Pink Floyd", "Animals", 1977, 20),
    ("Radiohead", "OK Computer", 1997, 30),
    ("Radiohead", "Kid A", 2000, 10),
    ("Queen", "Queen", 1973, 10),
    ("Queen", "Jazz", 1978, 10),
    ("Björk", "Début", 1993, 10),
    ("Nirvana", "Nevermind", 1991, 40),
    ("Кино", "Группа крови", 1988, 5),
    ("椎名林檎", "無罪モラトリアム", 1999, 3),
];

async fn app() -> TestApp {
    let app = TestApp::start().await;
    for (name, listeners) in ARTISTS {
        artist(app.store(), name, listeners).await;
    }
    let mut discogs_id = 1;
    for (name, title, year, pressings) in ALBUMS {
        let mut album = AlbumBuilder::new(app.store(), name, title, year).await;
        for id in discogs_id..discogs_id + pressings {
            album = album.pressing(id, year, 100, None);
        }
        discogs_id += pressings;
        album.save().await;
    }
    app
}

/// Names and titles of the hits.
async fn typed(app: &TestApp, token: Option<&str>, q: &str) -> Vec<String> {
    let path = format!("/search?q={}", escaped(q));
    let reply = match token {
        Some(token) => app.get_as(token, &path).await,
        None => app.get(&path).await,
    };
    assert_eq!(reply.status, StatusCode::OK, "{q}: {}", reply.body);
    let hits = reply.body["hits"].as_array().expect("hits").iter();
    hits.map(|hit| hit["name"].as_str().or(hit["title"].as_str()).expect("a name").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_artists_and_albums_together() {
    let app = app().await;
    let reply = app.get("/search?q=pink%20f").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_that_is_meant_comes_first() {
    let app = app().await;
    for (q, first) in [
        ("pink floyd dark", "The Dark Side of the Moon"),
        ("side of the moon", "The Dark Side of the Moon"),
        ("dark side", "The Dark Side of the Moon"),
        ("moon dar", "The Dark Side of the Moon"),
        ("floyd", "Pink Floyd"),
        ("r", "Radiohead"),
        ("radi", "Radiohead"),
        ("radio", "Radiohead"),
        ("radio head", "Radiohead"),
        ("queen", "Queen"),
        ("queens", "Queens of the Stone Age"),
        ("can", "Can"),
        ("nevermind", "Nevermind"),
        ("nevermind remastered", "Nevermind"),
        ("bjork", "Björk"),
        ("bjork deb", "Début"),
        ("acdc", "AC/DC"),
        ("ac/dc", "AC/DC"),
        ("к", "Кино"),
        ("крови", "Группа крови"),
        ("林檎", "椎名林檎"),
        ("無罪", "無罪モラトリアム"),
    ] {
        assert_eq!(typed(&app, None, q).await.first().map(String::as_str), Some(first), "{q}");
    }
    assert_eq!(typed(&app, None, "queen").await[..4], ["Queen", "Queen", "Queens of the Stone Age", "Jazz"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_errors_are_forgiven_in_any_word() {
    let app = app().await;
    for (q, first) in [
        ("radiohaed", "Radiohead"),
        ("raidohead", "Radiohead"),
        ("radiohed", "Radiohead"),
        ("raddiohe", "Radiohead"),
        ("pink flyod", "Pink Floyd"),
        ("pinkfloyd", "Pink Floyd"),
        ("dark sied of the moon", "The Dark Side of the Moon"),
        ("nevrmind", "Nevermind"),
        ("cannibal copse", "Cannibal Corpse"),
        ("queens of the stoen", "Queens of the Stone Age"),
    ] {
        assert_eq!(typed(&app, None, q).await.first().map(String::as_str), Some(first), "{q}");
    }
    assert!(typed(&app, None, "zzzzzzz").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_caller_picked_or_has_comes_first() {
    let app = app().await;
    let (user, token) = listener(app.store(), "ana").await;
    assert_eq!(typed(&app, Some(&token), "radio").await, ["Radiohead", "OK Computer", "Kid A", "The Radio Dept."]);
    let dept = app.store().get_or_create_artist("The Radio Dept.", None).await.expect("artist").id;
    app.store().add_seed(user, dept.into()).await.expect("a seed");
    assert_eq!(typed(&app, Some(&token), "radio").await[0], "The Radio Dept.");
    assert_eq!(typed(&app, None, "radio").await[0], "Radiohead", "nobody else's");
    let kid_a = "insert into user_discogs_collections (user_id, discogs_id, list)
                 select 1, min(r.discogs_id), 'collection' from releases r join albums a on a.id = r.album_id where a.title = 'Kid A'";
    app.database.connect().await.batch_execute(kid_a).await.expect("a pressing in the collection");
    let reply = app.get_as(&token, "/search?q=radiohead").await.body;
    assert_eq!((&reply["hits"][0]["title"], &reply["hits"][0]["own"]), (&"Kid A".into(), &true.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_kind_alone_may_be_asked_for() {
    let app = app().await;
    for (kind, titled) in [("artist", false), ("album", true)] {
        let reply = app.get(&format!("/search?q=queen&kind={kind}")).await.body;
        let hits = reply["hits"].as_array().expect("hits");
        assert!(hits.len() > 1 && hits.iter().all(|hit| hit["title"].is_string() == titled), "{kind}: {hits:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_question_is_refused() {
    let app = app().await;
    let long = format!("/search?q={}", "x".repeat(201));
    for path in [
        "/search",
        "/search?q=",
        "/search?q=%00",
        "/search?q=ra&limit=0",
        "/search?q=ra&limit=21",
        "/search?q=a&kind=x",
        &long,
    ] {
        problem(&app.get(path).await, StatusCode::BAD_REQUEST);
    }
    problem(&app.get_as("unknown", "/search?q=ra").await, StatusCode::UNAUTHORIZED);
}
