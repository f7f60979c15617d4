//! `GET /releases/{id}`
use axum::http::StatusCode;
use futures::future::join_all;
use support::{AlbumBuilder, TestApp};
use vinilogy_app::jobs::{IngestReleaseDetails, SweepReleaseDetails};
use vinilogy_core::domain::ids::ReleaseId;
use vinilogy_core::domain::pressing::{Company, Credit, Identifier, Label, Medium, Page, Track};
use vinilogy_core::store::{AlbumFacts, Details};

use crate::check::{assert_shows, problem};
use crate::songs::ok_computer;

/// The first pressing of OK Computer, by its id.
async fn original(app: &TestApp) -> i64 {
    ok_computer(app.store()).await;
    app.count("select id from releases where discogs_id = 4950798").await
}

fn page() -> Page {
    let text = |text: &str| Some(text.to_owned());
    Page {
        tracks: vec![
            Track { position: "A1".into(), title: "Airbag".into(), seconds: Some(284), ..Track::default() },
            Track { title: "Eeny".into(), heading: true, ..Track::default() },
            Track { position: "A2".into(), title: "Paranoid Android".into(), ..Track::default() },
        ],
        labels: vec![Label { name: "Parlophone".into(), discogs_id: Some(2294), catno: text("NODATA 02") }],
        companies: vec![Company { name: "EMI Swindon".into(), discogs_id: Some(266_293), role: text("Pressed By") }],
        identifiers: vec![
            Identifier { kind: "Barcode".into(), value: "7 24385 52291 8".into(), description: text("Scanned") },
            Identifier { kind: "Matrix / Runout".into(), value: "NODATA 02 A-1".into(), description: None },
        ],
        formats: vec![Medium {
            name: "Vinyl".into(),
            quantity: Some(2),
            descriptions: vec!["LP".into(), "Album".into(), "33 ⅓ RPM".into()],
            text: text("180 Gram, Clear w/ splatter, Gatefold"),
        }],
        artists: vec![Credit { name: "Radiohead".into(), discogs_id: Some(3840), ..Credit::default() }],
        credits: vec![Credit { name: "Nigel Godrich".into(), role: text("Producer"), ..Credit::default() }],
        genres: vec!["Rock".into()],
        styles: vec!["Alternative Rock".into()],
        notes: text("[b]First pressing.[/b]"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_a_pressing_with_its_details() {
    let app = TestApp::start().await;
    let id = original(&app).await;
    let details = Details { rating_hundredths: Some(468), rating_votes: Some(812), page: page(), ..Details::default() };
    app.store().save_details(ReleaseId::from(id), &details, &AlbumFacts::default()).await.expect("details");

    let reply = app.get(&format!("/releases/{id}")).await;

    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
    assert!(app.bodies::<IngestReleaseDetails>(false).await.is_empty(), "fresh details are not fetched again");
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_a_pressing_before_its_page_was_read() {
    let app = TestApp::start().await;
    let id = original(&app).await;
    let reply = app.get(&format!("/releases/{id}?currency=USD")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.body["price"]["currency"], "EUR", "without a rate a price in euros is none in dollars");
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn f23_of_many_who_look_one_has_the_details_fetched() {
    let app = TestApp::start().await;
    let id = original(&app).await;
    let path = format!("/releases/{id}");
    let looks = join_all((0..50).map(|_| app.get(&path))).await;
    assert!(looks.iter().all(|reply| reply.status == StatusCode::OK && reply.body["details"].is_null()));
    assert_eq!(app.sent::<IngestReleaseDetails>().await, [format!(r#"{{"release_id":{id}}}"#)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_looked_at_is_swept_when_the_message_is_lost() {
    let app = TestApp::start().await;
    let id = original(&app).await;
    let queue = app.queue_url::<IngestReleaseDetails>();
    // The other pressing has more owners: it speaks for the album and is swept anyway.
    let most_owned = app.count("select id from releases order by have desc limit 1").await;
    assert_ne!(id, most_owned);
    app.sqs().delete_queue().queue_url(&queue).send().await.expect("deleted");
    assert_eq!(app.get(&format!("/releases/{id}")).await.status, StatusCode::OK);
    let month = std::time::Duration::from_secs(30 * 24 * 3600);
    let mut stale = app.store().releases_with_stale_details(month, 10).await.expect("sweep");
    stale.sort_unstable();
    let mut both = [id, most_owned];
    both.sort_unstable();
    assert_eq!(stale, both);
    let swept = app.run(SweepReleaseDetails::default()).await;
    assert!(swept.is_err(), "the queue is away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_that_is_gone_is_shown_without_price_and_not_asked_for() {
    let app = TestApp::start().await;
    let id = original(&app).await;
    let album = app.count(&format!("select album_id from releases where id = {id}")).await;
    assert_eq!(app.get(&format!("/albums/{album}")).await.body["best_prices"][0]["release_id"], id);
    app.store().save_gone(id.into(), chrono::DateTime::UNIX_EPOCH, "Discogs has deleted it").await.expect("gone");

    let reply = app.get(&format!("/releases/{id}")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(
        (&reply.body["note"], &reply.body["price"]),
        (&"Discogs has deleted it".into(), &serde_json::Value::Null)
    );
    assert!(!reply.body["gone_at"].is_null());
    assert_eq!(reply.body["first_pressing"], false);
    assert!(app.bodies::<IngestReleaseDetails>(false).await.is_empty());
    let listed = app.get(&format!("/albums/{album}/releases")).await.body;
    assert_eq!((listed["release_count"].as_i64(), listed["releases"].as_array().map(Vec::len)), (Some(1), Some(1)));
    assert_eq!(app.get(&format!("/albums/{album}")).await.body["best_prices"], serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_and_currencies_are_refused() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/releases/999").await, StatusCode::NOT_FOUND), "no such release");
    problem(&app.get("/releases/x").await, StatusCode::NOT_FOUND);
    let (_, _) = AlbumBuilder::new(app.store(), "A", "B", 1999).await.pressing(1, 1999, 1, None).save().await;
    problem(&app.get("/releases/1?currency=euro").await, StatusCode::BAD_REQUEST);
}
