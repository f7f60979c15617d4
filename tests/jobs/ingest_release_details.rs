//! `ingest_release_details`: the rating of a pressing and what it says about its album.
use support::TestApp;
use vinilogy_app::jobs::{IngestReleaseDetails, Outcome};

use crate::twice::twice;

async fn most_owned(app: &TestApp, album_id: i64) -> i64 {
    app.count(&format!("select id from releases where album_id = {album_id} order by have desc nulls last, id limit 1"))
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_most_owned_pressing_tells_its_albums_rating_and_tracks() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let release_id = most_owned(&app, album_id).await;

    let outcome = twice(&app, IngestReleaseDetails { release_id }, async || {
        let rated = format!(
            "select count(*) from releases where id = {release_id} and details_fetched_at is not null
             and rating_hundredths between 1 and 500 and rating_votes > 0"
        );
        assert_eq!(app.count(&rated).await, 1);
        let told =
            format!("select count(*) from albums where id = {album_id} and rating_hundredths > 0 and track_count > 0");
        assert_eq!(app.count(&told).await, 1);
        let calls = app.sim.control().calls();
        assert_eq!((calls.discogs.endpoint("release"), calls.total()), (1, 1));
        assert_eq!(app.archived().await.iter().filter(|key| key.starts_with("raw/discogs/release/")).count(), 1);
    })
    .await;

    assert_eq!(outcome, Outcome::Done(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_that_discogs_has_deleted_is_given_up_once() {
    let app = TestApp::start().await;
    let (_, album) = support::AlbumBuilder::new(app.store(), "Zxqwv", "Plmokn", 1999)
        .await
        .pressing(999_999_999_999, 1999, 3, None)
        .save()
        .await;
    let release_id = most_owned(&app, album.get()).await;

    let outcome = twice(&app, IngestReleaseDetails { release_id }, async || {
        assert_eq!(app.count("select count(*) from releases where note like 'Discogs has deleted%'").await, 1);
    })
    .await;

    assert!(matches!(outcome, Outcome::GaveUp(_)), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_without_a_row_is_skipped() {
    let app = TestApp::start().await;
    let outcome = app.run(IngestReleaseDetails { release_id: 987_654 }).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("no such pressing"));
}
