//! The rows that these tests begin with, and how rows are looked at.
use support::{TestDatabase, pressing};
use uuid::Uuid;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};
use vinilogy_core::store::{ArtistInfo, Store, StudioAlbum};

/// A database of its own with a store of a few connections.
pub async fn database() -> (TestDatabase, Store) {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    (database, store)
}

/// An artist by name.
pub async fn artist(store: &Store, name: &str) -> ArtistId {
    ArtistId::from(store.get_or_create_artist(name, None).await.expect("artist").id)
}

/// Facts with this many listeners.
pub fn facts(name: &str, listeners: i64) -> ArtistInfo {
    ArtistInfo { name: name.to_owned(), listeners: Some(listeners), ..ArtistInfo::default() }
}

/// An album as MusicBrainz lists it.
pub fn studio(title: &str, year: i16) -> StudioAlbum {
    StudioAlbum {
        mbid: Uuid::new_v4(),
        title: title.to_owned(),
        first_release_year: Some(year),
        discogs_master_id: None,
    }
}

/// An album of an artist, without pressings.
pub async fn album(store: &Store, artist: ArtistId, title: &str) -> AlbumId {
    let new = studio(title, 1997);
    store.save_albums(artist, std::slice::from_ref(&new)).await.expect("album");
    let albums = store.albums_of(artist).await.expect("albums");
    AlbumId::from(albums.iter().find(|a| a.mbid == Some(new.mbid)).expect("the album").id)
}

/// An album with as many pressings, and their ids.
pub async fn pressings(store: &Store, title: &str, count: i64) -> (AlbumId, Vec<i64>) {
    let album = album(store, artist(store, "Radiohead").await, title).await;
    let first = album.get() * 1000;
    let all: Vec<_> = (first..first + count).map(|id| pressing(id, 1997, 100)).collect();
    store.save_releases(album, &all).await.expect("pressings");
    let ids = store.releases_to_price(album, std::time::Duration::ZERO, 1000).await.expect("pressings");
    (album, ids.iter().map(|key| key.id).collect())
}

/// One number of a query.
pub async fn count(database: &TestDatabase, query: &str) -> i64 {
    database.connect().await.query_one(query, &[]).await.expect("a count").get(0)
}

/// The versions of all rows of a table: equal when no row was written, not even with equal content.
pub async fn versions(database: &TestDatabase, table: &str) -> Vec<String> {
    let query = format!("select ctid::text || ' ' || xmin::text from {table} order by ctid");
    let rows = database.connect().await.query(&query, &[]).await.expect("rows");
    rows.iter().map(|row| row.get(0)).collect()
}
