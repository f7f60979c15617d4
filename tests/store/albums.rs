//! Studio albums.
use std::time::Duration;

use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::store::{Error, StudioAlbum};

use crate::catalogue::{album, artist, database, facts, pressings, studio, versions};

const MONTH: Duration = Duration::from_secs(30 * 24 * 3600);

#[tokio::test(flavor = "multi_thread")]
async fn equal_albums_are_not_written_and_changed_ones_are() {
    let (database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let found = [studio("OK Computer", 1997), studio("Kid A", 2000)];
    assert_eq!(store.save_albums(id, &found).await.expect("albums"), 2);
    let before = versions(&database, "albums").await;
    assert_eq!(store.save_albums(id, &found).await.expect("again"), 0);
    assert_eq!(versions(&database, "albums").await, before);
    let linked = StudioAlbum { discogs_master_id: Some(21491), ..found[1].clone() };
    assert_eq!(store.save_albums(id, &[found[0].clone(), linked]).await.expect("news"), 1);
    let titles: Vec<_> =
        store.albums_of(id).await.expect("albums").into_iter().map(|a| (a.title, a.discogs_master_id)).collect();
    assert_eq!(titles, [("OK Computer".to_owned(), None), ("Kid A".to_owned(), Some(21491))]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_known_is_not_forgotten() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let known = StudioAlbum { discogs_master_id: Some(21491), ..studio("Kid A", 2000) };
    store.save_albums(id, std::slice::from_ref(&known)).await.expect("album");
    let bare = StudioAlbum { discogs_master_id: None, first_release_year: None, ..known };
    assert_eq!(store.save_albums(id, &[bare]).await.expect("again"), 0);
    let album = &store.albums_of(id).await.expect("albums")[0];
    assert_eq!((album.discogs_master_id, album.first_release_year), (Some(21491), Some(2000)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_linked_master_outranks_one_that_a_search_found_but_not_the_other_way_round() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let unlinked = studio("Kid A", 2000);
    store.save_albums(id, std::slice::from_ref(&unlinked)).await.expect("album");
    let album = AlbumId::from(store.albums_of(id).await.expect("albums")[0].id);
    store.save_master(album, 1, 0.8).await.expect("searched");
    store.save_master(album, 2, 0.9).await.expect("searched again");
    let found = store.album(album).await.expect("album");
    assert_eq!((found.discogs_master_id, found.master_confidence), (Some(1), Some(0.8)));
    let linked = StudioAlbum { discogs_master_id: Some(21491), ..unlinked };
    store.save_albums(id, &[linked]).await.expect("linked");
    let found = store.album(album).await.expect("album");
    assert_eq!((found.discogs_master_id, found.master_confidence), (Some(21491), Some(1.0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_may_belong_to_two_albums() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let with = |title| StudioAlbum { discogs_master_id: Some(5), ..studio(title, 2021) };
    assert_eq!(store.save_albums(id, &[with("Kid A"), with("Kid A Mnesia")]).await.expect("albums"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn pressings_are_missing_until_fetched_or_given_up() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let album = album(&store, id, "Kid A").await;
    assert_eq!(store.albums_without_releases(id, MONTH).await.expect("missing"), [album.get()]);
    assert!(store.albums_with_stale_releases(MONTH, 10).await.expect("sweep").is_empty(), "nobody wants the artist");
    store.want_artist(id).await.expect("wanted");
    assert_eq!(store.albums_with_stale_releases(MONTH, 10).await.expect("sweep"), [album.get()]);
    store.note_album(album, "not on Discogs").await.expect("note");
    assert!(store.albums_without_releases(id, MONTH).await.expect("missing").is_empty());
    assert!(store.albums_with_stale_releases(MONTH, 10).await.expect("sweep").is_empty());
    assert_eq!(
        store.albums_with_stale_releases(Duration::ZERO, 10).await.expect("sweep"),
        [album.get()],
        "looked for again"
    );
    store.save_releases(album, &[support::pressing(1, 2000, 5)]).await.expect("found after all");
    let found = store.album(album).await.expect("album");
    assert_eq!((found.note, found.release_count), (None, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn albums_are_wanted_once() {
    let (database, store) = database().await;
    let (first, _) = pressings(&store, "Kid A", 1).await;
    let (second, _) = pressings(&store, "Amnesiac", 1).await;
    assert_eq!(store.want_albums(&[first.get()]).await.expect("wanted"), [first.get()]);
    let before = versions(&database, "albums").await;
    assert!(store.want_albums(&[first.get()]).await.expect("wanted").is_empty());
    assert_eq!(versions(&database, "albums").await, before);
    assert_eq!(store.want_albums(&[first.get(), second.get(), 999]).await.expect("wanted"), [second.get()]);
    assert!(store.want_albums(&[]).await.expect("nothing").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_of_wanted_albums_are_swept_first_and_again() {
    let (_database, store) = database().await;
    let (looked_at, _) = pressings(&store, "Kid A", 1).await;
    let (other, _) = pressings(&store, "Amnesiac", 1).await;
    let without_vinyl = album(&store, artist(&store, "Radiohead").await, "Demos").await;
    store.want_albums(&[other.get()]).await.expect("wanted");
    let hours = Duration::from_secs(6 * 3600);
    assert_eq!(store.albums_with_stale_prices(hours, 10).await.expect("sweep"), [other.get(), looked_at.get()]);
    for album in [looked_at, other, without_vinyl] {
        store.save_prices_fetched(album, album == other).await.expect("priced");
    }
    assert!(store.albums_with_stale_prices(hours, 10).await.expect("sweep").is_empty());
    store.want_albums(&[looked_at.get()]).await.expect("wanted");
    store.save_prices_fetched(looked_at, false).await.expect("priced for nobody");
    assert_eq!(
        store.albums_with_stale_prices(hours, 10).await.expect("sweep"),
        [looked_at.get()],
        "more is to be priced"
    );
    store.save_prices_fetched(looked_at, true).await.expect("priced");
    assert_eq!(
        store.albums_with_stale_prices(Duration::ZERO, 10).await.expect("sweep"),
        [other.get(), looked_at.get()],
        "wanted ones only"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found_and_have_no_albums() {
    let (_database, store) = database().await;
    assert!(matches!(store.album(AlbumId::from(7)).await, Err(Error::NotFound)));
    assert!(store.albums_of(7.into()).await.expect("none").is_empty());
    let orphan = store.save_albums(7.into(), &[studio("Kid A", 2000)]).await;
    assert!(matches!(orphan, Err(Error::Conflict(name)) if name == "albums_artist_id_fkey"));
    let id = artist(&store, "Radiohead").await;
    store.save_artist(id, &facts("Radiohead", 1), &[], "lastfm").await.expect("facts");
}
