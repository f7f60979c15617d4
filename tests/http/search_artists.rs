//! `GET /artists?q=`
use axum::http::StatusCode;
use support::TestApp;

use crate::check::{assert_shows, problem};
use crate::songs::artist;

/// Artists with their listeners; each test types at these.
const ARTISTS: [(&str, i64); 16] = [
    ("Radiohead", 5_500_000),
    ("Rage Against the Machine", 4_100_000),
    ("Ramones", 3_000_000),
    ("Radio Moscow", 90_000),
    ("Rammstein", 2_500_000),
    ("Björk", 2_800_000),
    ("Sigur Rós", 2_000_000),
    ("The Beatles", 5_000_000),
    ("U2", 4_000_000),
    ("M83", 3_500_000),
    ("!!!", 600_000),
    ("Кино", 700_000),
    ("Король и Шут", 400_000),
    ("椎名林檎", 800_000),
    ("東京事変", 500_000),
    ("100%", 1_000),
];

async fn app() -> TestApp {
    let app = TestApp::start().await;
    for (name, listeners) in ARTISTS {
        artist(app.store(), name, listeners).await;
    }
    app
}

async fn typed(app: &TestApp, q: &str) -> Vec<String> {
    let reply = app.get(&format!("/artists?q={}", crate::hostile::escaped(q))).await;
    assert_eq!(reply.status, StatusCode::OK, "{q}: {}", reply.body);
    let hits = reply.body["artists"].as_array().expect("artists").iter();
    hits.map(|hit| hit["name"].as_str().expect("name").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_hits_the_most_listened_to_first() {
    let app = app().await;
    let reply = app.get("/artists?q=ra&limit=3").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_further_letter_narrows_the_hits() {
    let app = app().await;
    let by_ra = ["Radiohead", "Rage Against the Machine", "Ramones", "Rammstein", "Radio Moscow"];
    assert_eq!(typed(&app, "r").await[..5], by_ra);
    assert_eq!(typed(&app, "r").await[5..], ["Sigur Rós"], "a later word comes last");
    assert_eq!(typed(&app, "RA").await, by_ra);
    assert_eq!(typed(&app, "ram").await, ["Ramones", "Rammstein"]);
    assert_eq!(typed(&app, "radi").await[..2], ["Radiohead", "Radio Moscow"]);
    assert_eq!(typed(&app, "radio m").await[0], "Radio Moscow");
    assert_eq!(typed(&app, "radiohead").await[0], "Radiohead");
}

#[tokio::test(flavor = "multi_thread")]
async fn accents_case_and_articles_do_not_matter() {
    let app = app().await;
    for (q, name) in [
        ("bjork", "Björk"),
        ("BJÖ", "Björk"),
        ("sigur ros", "Sigur Rós"),
        ("beatles", "The Beatles"),
        ("the beat", "The Beatles"),
        ("  radiohead  ", "Radiohead"),
    ] {
        assert_eq!(typed(&app, q).await.first().map(String::as_str), Some(name), "{q}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_errors_are_forgiven() {
    let app = app().await;
    for (q, name) in [
        ("radiohed", "Radiohead"),
        ("raidohead", "Radiohead"),
        ("beetles", "The Beatles"),
        ("ramstein", "Rammstein"),
        ("rage agianst", "Rage Against the Machine"),
    ] {
        assert!(typed(&app, q).await.iter().any(|hit| hit == name), "{q}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_without_latin_letters_are_found() {
    let app = app().await;
    for (q, name) in [
        ("!!!", "!!!"),
        ("!", "!!!"),
        ("к", "Кино"),
        ("кин", "Кино"),
        ("КИНО", "Кино"),
        ("король", "Король и Шут"),
        ("椎", "椎名林檎"),
        ("椎名林", "椎名林檎"),
        ("東京事変", "東京事変"),
        ("m8", "M83"),
        ("u2", "U2"),
    ] {
        assert_eq!(typed(&app, q).await.first().map(String::as_str), Some(name), "{q}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_of_patterns_are_letters_like_others() {
    let app = app().await;
    for q in ["%", "_", "%%", "__", "%%%", "____", "\\", "r%", "r_", "ra%o", "%adiohead", "_adio", "\\%"] {
        let hits = typed(&app, q).await;
        assert!(!hits.contains(&"U2".to_owned()) && !hits.contains(&"M83".to_owned()), "{q}: {hits:?}");
    }
    assert!(typed(&app, "zzzzz").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn homonyms_are_all_shown_the_better_known_first() {
    let app = app().await;
    let store = app.store();
    for listeners in [9_000, 4_000_000] {
        let id = store.get_or_create_artist("Nirvana", Some(uuid::Uuid::new_v4())).await.expect("artist").id;
        let facts = crate::songs::facts("Nirvana", listeners);
        store.save_artist(id.into(), &facts, &[], "lastfm").await.expect("facts");
    }
    let reply = app.get("/artists?q=nirvana").await.body;
    let listeners: Vec<i64> =
        reply["artists"].as_array().expect("hits").iter().filter_map(|h| h["listeners"].as_i64()).collect();
    assert_eq!(listeners[..2], [4_000_000, 9_000]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_question_is_refused() {
    let app = app().await;
    let long = format!("/artists?q={}", "x".repeat(201));
    for path in [
        "/artists",
        "/artists?q=",
        "/artists?q=%20%20",
        "/artists?q=%00",
        "/artists?q=ra&q=di",
        "/artists?q=ra&limit=0",
        "/artists?q=ra&limit=21",
        "/artists?q=ra&limit=-1",
        "/artists?q=ra&limit=99999999999999999999",
        "/artists?q=ra&limit=x",
        &long,
    ] {
        problem(&app.get(path).await, StatusCode::BAD_REQUEST);
    }
    assert_eq!(typed(&app, "rad").await.len(), 2);
}
