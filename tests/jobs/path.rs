//! The whole path of one artist, from a name to priced vinyl, worked off through the queues.
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::IngestArtist;

#[tokio::test(flavor = "multi_thread")]
async fn a_name_becomes_an_artist_with_albums_pressings_and_prices() {
    let app = TestApp::start().await;
    app.send_body::<IngestArtist>(r#"{"name": "Radiohead"}"#).await;

    let drained = app.drain().await;

    assert_eq!(drained.failed, 0);
    let artist = app.count("select count(*) from artists where name = 'Radiohead' and mbid is not null").await;
    assert_eq!(artist, 1);
    let albums = app.count("select count(*) from albums where releases_fetched_at is not null and note is null").await;
    assert!(albums >= 5, "{albums} albums");
    assert!(app.count("select min(release_count)::bigint from albums").await >= 1);
    assert!(app.count("select count(*) from quotes").await > albums);
    assert!(app.count("select count(*) from artist_similars").await >= 5);
    assert_eq!(app.count("select count(*) from albums where rating_hundredths is null").await, 0);
    assert_invariants(&app).await;
}
