//! Pressings.
use std::time::Duration;

use support::pressing;
use vinilogy_core::domain::ids::ReleaseId;
use vinilogy_core::store::{ANYWHERE, AlbumFacts, Details, Error, Pressing, ReleaseFilter};

use crate::catalogue::{album, artist, count, database, pressings, versions};

const MONTH: Duration = Duration::from_secs(30 * 24 * 3600);

#[tokio::test(flavor = "multi_thread")]
async fn equal_pressings_are_not_written_and_changed_ones_are() {
    let (database, store) = database().await;
    let album = album(&store, artist(&store, "Radiohead").await, "Kid A").await;
    let mut all: Vec<Pressing> = (1..=250).map(|id| pressing(id, 2000, 10)).collect();
    assert_eq!(store.save_releases(album, &all).await.expect("pressings"), 250);
    let before = versions(&database, "releases").await;
    assert_eq!(store.save_releases(album, &all).await.expect("again"), 0);
    assert_eq!(versions(&database, "releases").await, before);
    all[17].have = Some(11);
    all[18].have = None;
    assert_eq!(store.save_releases(album, &all).await.expect("news"), 1, "what is not told is not forgotten");
    let found = store.album(album).await.expect("album");
    assert_eq!(found.release_count, 250);
    assert!(found.releases_fetched_at.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_pressing_listed_twice_or_under_two_albums_is_one() {
    let (database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let (first, second) = (album(&store, id, "Kid A").await, album(&store, id, "Kid A Mnesia").await);
    store.save_releases(first, &[pressing(1, 2000, 10)]).await.expect("pressing");
    store.save_releases(second, &[pressing(1, 2000, 10), pressing(2, 2021, 10)]).await.expect("pressings");
    assert_eq!(count(&database, "select count(*) from releases").await, 2);
    assert_eq!(
        store.album(first).await.expect("album").release_count,
        1,
        "it stays with the album that listed it first"
    );
    assert_eq!(store.album(second).await.expect("album").release_count, 1);
    let shifted = [pressing(3, 2001, 1), pressing(3, 2001, 1)];
    let twice = store.save_releases(first, &shifted).await;
    assert!(twice.is_err() || count(&database, "select count(*) from releases where discogs_id = 3").await == 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn batches_of_many_albums_are_written_at_once() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let (first, second) = (album(&store, id, "Kid A").await.get(), album(&store, id, "Amnesiac").await.get());
    let all = [pressing(1, 2000, 10), pressing(2, 2001, 10)];
    let batch = [(first, &all[0]), (second, &all[1])];
    assert_eq!(store.save_release_batch(&batch).await.expect("batch"), 2);
    assert_eq!(store.save_release_batch(&batch).await.expect("again"), 0);
    let orphan = store.save_release_batch(&[(first, &pressing(3, 2000, 1)), (999, &pressing(4, 2000, 1))]).await;
    assert!(matches!(orphan, Err(Error::Conflict(_))), "all or nothing");
    let filter = ReleaseFilter { limit: 10, ..ReleaseFilter::default() };
    assert_eq!(store.releases_of(first.into(), &filter, ANYWHERE).await.expect("pressings").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn details_of_the_most_owned_speak_for_the_album() {
    let (database, store) = database().await;
    let album = album(&store, artist(&store, "Radiohead").await, "Kid A").await;
    assert_eq!(store.most_owned_without_details(album, MONTH).await.expect("none"), None);
    store.save_releases(album, &[pressing(1, 2000, 10), pressing(2, 2000, 99)]).await.expect("pressings");
    let most_owned = store.most_owned_without_details(album, MONTH).await.expect("asked").expect("one");
    let key = store.release(ReleaseId::from(most_owned)).await.expect("pressing");
    assert_eq!((key.discogs_id, key.album_id), (2, album.get()));
    assert_eq!(store.releases_with_stale_details(MONTH, 10).await.expect("sweep"), [most_owned]);

    let details =
        Details { rating_hundredths: Some(468), rating_votes: Some(812), have: Some(100), ..Details::default() };
    let facts = AlbumFacts { track_count: Some(10), cover_url: Some("https://img/kid-a.jpg".to_owned()) };
    store.save_details(most_owned.into(), &details, &facts).await.expect("details");

    let found = store.album(album).await.expect("album");
    assert_eq!((found.rating_hundredths, found.rating_votes, found.track_count), (Some(468), Some(812), Some(10)));
    assert_eq!(store.most_owned_without_details(album, MONTH).await.expect("asked"), None, "fresh");
    assert!(store.releases_with_stale_details(MONTH, 10).await.expect("sweep").is_empty());
    assert_eq!(store.releases_with_stale_details(Duration::ZERO, 10).await.expect("sweep"), [most_owned]);
    let before = versions(&database, "albums").await;
    store.save_details(most_owned.into(), &details, &facts).await.expect("again");
    assert_eq!(versions(&database, "albums").await, before, "equal facts are not written");
    store.save_details(most_owned.into(), &Details::default(), &AlbumFacts::default()).await.expect("bare");
    assert_eq!(
        store.album(album).await.expect("album").rating_hundredths,
        Some(468),
        "what is not told is not forgotten"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_that_is_gone_is_not_asked_for_again() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    store.save_gone(ids[0].into(), chrono::DateTime::UNIX_EPOCH, "gone").await.expect("note");
    assert_eq!(store.release(ids[0].into()).await.expect("pressing").note.as_deref(), Some("gone"));
    assert_eq!(store.most_owned_without_details(album, Duration::ZERO).await.expect("asked"), None);
    assert!(store.releases_with_stale_details(Duration::ZERO, 10).await.expect("sweep").is_empty());
    assert!(matches!(store.release(999.into()).await, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn those_that_many_own_are_priced_first() {
    let (_database, store) = database().await;
    let album = album(&store, artist(&store, "Radiohead").await, "Kid A").await;
    let unknown = Pressing { have: None, ..pressing(3, 2000, 0) };
    store.save_releases(album, &[pressing(1, 2000, 5), unknown, pressing(2, 2000, 50)]).await.expect("pressings");
    let due = store.releases_to_price(album, MONTH, 2).await.expect("due");
    assert_eq!(due.iter().map(|key| key.discogs_id).collect::<Vec<_>>(), [2, 1]);
    let due = store.releases_to_price(album, MONTH, 10).await.expect("due");
    assert_eq!(due.iter().map(|key| key.discogs_id).collect::<Vec<_>>(), [2, 1, 3]);
}
