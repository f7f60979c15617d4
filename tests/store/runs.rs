//! Runs and their progress, read from the catalogue.
use vinilogy_core::store::Error;

use crate::catalogue::{album, artist, database, facts, pressings};

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_joins_a_recent_run_and_not_an_old_one() {
    let (database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let run = store.start_run(id).await.expect("run");
    assert_eq!(store.start_run(id).await.expect("run"), run);
    assert_ne!(store.start_run(artist(&store, "Can").await).await.expect("run"), run);
    let client = database.connect().await;
    client.batch_execute("update runs set requested_at = now() - interval '11 minutes'").await.expect("time passes");
    assert_ne!(store.start_run(id).await.expect("run"), run);
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_and_totals_count_the_catalogue() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let run = store.start_run(id).await.expect("run");
    store.save_artist(id, &facts("Radiohead", 5), &[], "lastfm").await.expect("facts");
    let (on_vinyl, _) = pressings(&store, "Kid A", 3).await;
    let digital = album(&store, id, "Demos").await;
    album(&store, id, "Waiting").await;
    store.note_album(digital, "not on Discogs").await.expect("note");
    store.save_prices_fetched(on_vinyl, false).await.expect("priced");
    let p = store.progress(run).await.expect("progress");
    assert_eq!((p.albums, p.albums_with_releases, p.albums_on_vinyl, p.albums_priced, p.releases), (3, 2, 1, 1, 3));
    assert!(matches!(store.progress(99.into()).await, Err(Error::NotFound)));
    let t = store.totals().await.expect("totals");
    assert_eq!((t.artists, t.ingested, t.albums, t.releases, t.prices), (1, 1, 3, 3, 0));
    assert_eq!((t.albums_waiting, t.prices_waiting, t.claims, t.requests), (1, 0, 0, 0));
}
