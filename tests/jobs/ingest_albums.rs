//! `ingest_albums`: the studio albums of an artist with their Discogs masters, and their pressings' turn.
use support::TestApp;
use vinilogy_app::jobs::{IngestAlbums, IngestArtist, IngestReleases, Outcome};
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::ArtistInfo;

use crate::twice::twice;

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_gets_its_studio_albums_in_one_call() {
    let app = TestApp::start().await;
    let artist_id = app.store().get_or_create_artist("Portishead", None).await.expect("artist").id;
    app.run(IngestArtist::Known { artist_id }).await.expect("the artist is ingested");
    app.forget().await;

    let outcome = twice(&app, IngestAlbums { artist_id }, async || {
        let albums = app.count("select count(*) from albums").await;
        assert!(albums >= 3, "{albums} albums");
        assert_eq!(app.count("select count(*) from albums where mbid is null or title = ''").await, 0);
        assert_eq!(app.count("select count(*) from artists where albums_fetched_at is not null").await, 1);
        let calls = app.sim.control().calls();
        assert_eq!((calls.musicbrainz.endpoint("browse_release-group"), calls.total()), (1, 1));
        let browsed =
            app.archived().await.iter().filter(|key| key.starts_with("raw/musicbrainz/browse_release-group/")).count();
        assert_eq!(browsed, 1);
        assert_eq!(app.depth::<IngestReleases>(false).await.visible as i64, albums);
    })
    .await;

    assert!(matches!(outcome, Outcome::Done(n) if n >= 3), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_without_an_mbid_is_given_up_without_a_call() {
    let app = TestApp::start().await;
    let artist_id = app.store().get_or_create_artist("Nobody", None).await.expect("artist").id;
    let outcome = app.run(IngestAlbums { artist_id }).await.expect("no error");
    assert!(matches!(outcome, Outcome::GaveUp(_)), "{outcome:?}");
    assert_eq!(app.count("select count(*) from artists where note like '%MusicBrainz%'").await, 1);
    assert_eq!(app.sim.control().calls().total(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_mbid_that_musicbrainz_does_not_know_is_given_up() {
    let app = TestApp::start().await;
    let artist = app.store().get_or_create_artist("Nobody", None).await.expect("artist");
    let mbid = "00000000-0000-4000-8000-000000000000".parse().ok();
    let info = ArtistInfo { name: "Nobody".to_owned(), mbid, ..ArtistInfo::default() };
    app.store().save_artist(ArtistId::from(artist.id), &info, &[], "lastfm").await.expect("saved");
    let outcome = app.run(IngestAlbums { artist_id: artist.id }).await.expect("no error");
    assert!(matches!(outcome, Outcome::GaveUp(_)), "{outcome:?}");
    let before = app.sim.control().calls().total();
    app.run(IngestAlbums { artist_id: artist.id }).await.expect("no error");
    assert_eq!(app.sim.control().calls().total(), before, "a definite no is remembered");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_without_a_row_is_skipped() {
    let app = TestApp::start().await;
    let outcome = app.run(IngestAlbums { artist_id: 987_654 }).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("no such artist"));
}
