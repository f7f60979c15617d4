//! `ingest_releases`: every vinyl pressing of an album, all pages of its master's versions.
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestReleaseDetails, IngestReleases, Outcome, PriceReleases};

use crate::twice::twice;

#[tokio::test(flavor = "multi_thread")]
async fn an_album_gets_every_pressing_and_its_followers_are_enqueued() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];

    let outcome = twice(&app, IngestReleases { album_id }, async || {
        let pressings = app.count("select count(*) from releases").await;
        assert!(pressings >= 5, "{pressings} pressings");
        let counted = format!(
            "select release_count::bigint from albums where id = {album_id} and releases_fetched_at is not null"
        );
        assert_eq!(app.count(&counted).await, pressings);
        // One call per hundred pressings: the master was known.
        let calls = app.sim.control().calls();
        let pages = u64::try_from((pressings + 99) / 100).expect("a count");
        assert_eq!((calls.discogs.endpoint("master_versions"), calls.total()), (pages, pages));
        let archived = app.archived().await;
        let versions = archived.iter().filter(|key| key.starts_with("raw/discogs/master_versions/")).count();
        assert_eq!(versions as u64, pages);
        assert_eq!(app.depth::<PriceReleases>(false).await.visible, 1);
        assert_eq!(app.depth::<IngestReleaseDetails>(false).await.visible, 1);
    })
    .await;

    assert!(matches!(outcome, Outcome::Done(n) if n >= 5), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_of_several_pages_is_read_to_the_last() {
    let app = TestApp::start().await;
    let mut most = (0, 0);
    for artist in ["Pink Floyd", "The Beatles", "Radiohead"] {
        for album_id in app.albums_of(artist).await {
            app.run(IngestReleases { album_id }).await.expect("done");
            let pressings = app.count(&format!("select count(*) from releases where album_id = {album_id}")).await;
            most = most.max((pressings, album_id));
            let calls = app.sim.control().calls().discogs.endpoint("master_versions");
            assert_eq!(calls as i64, (pressings + 99) / 100, "calls for {pressings} pressings");
            app.forget().await;
        }
    }
    assert!(most.0 > 100, "the largest of these albums has only {} pressings: no second page was read", most.0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_that_musicbrainz_does_not_link_is_searched_for_once() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];
    let unlink = format!("update albums set discogs_master_id = null, master_confidence = null where id = {album_id}");
    app.database.connect().await.batch_execute(&unlink).await.expect("unlinked");

    twice(&app, IngestReleases { album_id }, async || {
        let found = format!("select count(*) from albums where id = {album_id} and discogs_master_id is not null and master_confidence > 0.5");
        assert_eq!(app.count(&found).await, 1);
        assert_eq!(app.sim.control().calls().discogs.endpoint("search"), 1);
        assert!(app.count("select count(*) from releases").await > 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_that_discogs_does_not_have_is_given_up() {
    let app = TestApp::start().await;
    let (_, album) = support::AlbumBuilder::new(app.store(), "Zxqwv", "Plmokn", 1999).await.save().await;
    app.database.connect().await.batch_execute("update albums set releases_fetched_at = null").await.expect("stale");

    let outcome = twice(&app, IngestReleases { album_id: album.get() }, async || {
        assert_eq!(app.count("select count(*) from albums where note like 'no Discogs master%'").await, 1);
        assert!(app.depth::<PriceReleases>(false).await.is_empty());
    })
    .await;

    assert!(matches!(outcome, Outcome::GaveUp(_)), "{outcome:?}");
}
