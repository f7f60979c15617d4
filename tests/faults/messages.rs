//! F4, F5, F6: bad messages beside good ones, and where they end.
use std::collections::BTreeSet;

use support::{MAX_RECEIVES, TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestArtist, IngestReleases, Job, PriceReleases};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::deliver::send;

async fn nine_albums(app: &TestApp) -> Vec<i64> {
    let mut albums = app.albums_of("Radiohead").await;
    albums.extend(app.albums_of("Portishead").await);
    albums.truncate(9);
    assert_eq!(albums.len(), 9);
    albums
}

#[tokio::test(flavor = "multi_thread")]
async fn f4_a_batch_of_ten_with_one_bad() {
    let app = TestApp::start().await;
    for (place, &album_id) in nine_albums(&app).await.iter().enumerate() {
        if place == 4 {
            app.send_body::<IngestReleases>(r#"{"album_id": "four"}"#).await;
        }
        send(&app, &IngestReleases { album_id }).await;
    }
    let event = app.receive_all::<IngestReleases>().await;
    assert_eq!(event.records.len(), 10);
    let bad = event.records.iter().find(|m| m.body.as_deref().is_some_and(|body| body.contains("four")));
    let bad = bad.and_then(|message| message.message_id.clone()).expect("the bad one was received");

    let response = app.work_off::<IngestReleases>(&app.context, event).await;

    let failed: Vec<&str> =
        response.batch_item_failures.iter().map(|failure| failure.item_identifier.as_str()).collect();
    assert_eq!(failed, [bad.as_str()]);
    assert_eq!(
        app.count("select count(*) from albums where releases_fetched_at is not null and release_count > 0").await,
        9
    );
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f4_a_job_that_fails_does_not_fail_its_neighbours() {
    let app = TestApp::start().await;
    let albums = nine_albums(&app).await;
    app.sim.control().fault(Rule::new(Upstream::Discogs, Fault::Status { status: 500, body: None }).times(1));
    for &album_id in &albums {
        send(&app, &IngestReleases { album_id }).await;
    }
    let event = app.receive_all::<IngestReleases>().await;
    let response = app.work_off::<IngestReleases>(&app.context, event).await;
    assert_eq!(response.batch_item_failures.len(), 1);
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 8);
    assert_eq!(app.drain_queue::<IngestReleases>().await.failed, 0);
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 9);
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_poison_is_dead_after_five_receives_and_can_be_redriven() {
    let app = TestApp::start().await;
    let albums = app.albums_of("Radiohead").await;
    // The key is revoked: nothing works until a person mends it.
    app.sim.control().fault(Rule::new(Upstream::Discogs, Fault::Status { status: 401, body: None }));
    let rows = app.content_hash().await;
    send(&app, &IngestReleases { album_id: albums[0] }).await;

    let drained = app.drain().await;

    assert_eq!((drained.received, drained.failed), (MAX_RECEIVES as usize, MAX_RECEIVES as usize));
    assert_eq!(app.sim.control().calls().discogs.total, u64::from(MAX_RECEIVES), "one call each time");
    assert!(app.depth::<IngestReleases>(false).await.is_empty());
    assert_eq!(app.depth::<IngestReleases>(true).await.visible, 1);
    assert_eq!(app.content_hash().await, rows);
    assert_invariants(&app).await;

    app.sim.control().clear_faults();
    assert_eq!(app.redrive::<IngestReleases>().await, 1);
    assert_eq!(app.drain().await.failed, 0);
    let done = format!("select count(*) from albums where id = {} and release_count > 0", albums[0]);
    assert_eq!(app.count(&done).await, 1);
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f6_malformed_unknown_and_oversized_bodies() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];
    let oversized = format!(r#"{{"album_id": {album_id}, "padding": "{}"}}"#, "x".repeat(100_000));
    let deep = format!(r#"{{"album_id": {}1{}}}"#, "[".repeat(2000), "]".repeat(2000));
    let bad = [
        "{",
        "not JSON",
        "null",
        "[]",
        "7",
        "{}",
        r#"{"unknown": 1}"#,
        r#"{"album_id": null}"#,
        r#"{"album_id": 1.5}"#,
        r#"{"album_id": 99999999999999999999}"#,
        r#"{"album_id": 1} {"album_id": 2}"#,
        "\u{feff}{\"album_id\": 1}",
        &deep,
        &oversized,
    ];
    for body in bad {
        app.send_body::<IngestReleases>(body).await;
    }
    send(&app, &IngestReleases { album_id }).await;

    let drained = app.drain_queue::<IngestReleases>().await;

    assert_eq!(drained.received, bad.len() * MAX_RECEIVES as usize + 1);
    assert_eq!(drained.failed, bad.len() * MAX_RECEIVES as usize);
    let dead: BTreeSet<String> = app.bodies::<IngestReleases>(true).await.into_iter().collect();
    assert_eq!(dead, bad.iter().map(|body| (*body).to_owned()).collect(), "each is dead, with its evidence");
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 1);
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), 1);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f6_names_that_are_none_and_keys_that_nobody_has() {
    let app = TestApp::start().await;
    let long = format!(r#"{{"name": "{}"}}"#, "x".repeat(501));
    let refused = [
        r#"{"name": ""}"#,
        r#"{"name": " "}"#,
        r#"{"name": "a\u0000b"}"#,
        r#"{"name": "x", "mbid": "no uuid"}"#,
        &long,
    ];
    for body in refused {
        app.send_body::<IngestArtist>(body).await;
    }
    let drained = app.drain_queue::<IngestArtist>().await;
    assert_eq!(drained.failed, refused.len() * MAX_RECEIVES as usize);
    assert_eq!(app.depth::<IngestArtist>(true).await.visible, refused.len());
    assert_eq!(app.count("select count(*) from artists").await, 0);

    // An id without a row is old news, not an error.
    for body in [r#"{"album_id": 987654}"#, r#"{"album_id": -1}"#, r#"{"album_id": 1, "more": true}"#] {
        app.send_body::<PriceReleases>(body).await;
    }
    assert_eq!(app.drain_queue::<PriceReleases>().await.failed, 0);
    assert!(app.depth::<PriceReleases>(true).await.is_empty(), "{}", PriceReleases::NAME);
    assert_eq!(app.sim.control().calls().total(), 0);
}
