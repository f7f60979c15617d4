//! Masters and pressings: what is accepted or rejected, and what the album has then.
use serde_json::json;
use support::{TestDatabase, pressing};
use vinilogy_core::domain::ids::{AlbumId, ArtistId, MatchId};
use vinilogy_core::domain::matching::Match;
use vinilogy_core::store::{
    ANYWHERE, Error, Follows, Link, ReleaseFilter, Reviewer, Service, Store, StudioAlbum, Subject, Verdict,
};

use super::{doubtful, queue, state};
use crate::catalogue::{album, artist, count, database, studio, versions};

async fn with_pressings(store: &Store) -> AlbumId {
    let id = album(store, artist(store, "Nirvana").await, "Nevermind").await;
    let linked = Link::judged(Service::Discogs, 1, json!({}), Match { score: 0.8, reasons: Vec::new() });
    assert!(store.link_master(id, &linked).await.expect("linked"));
    store.save_releases(id, &[pressing(11, 1991, 5), pressing(12, 1992, 6)]).await.expect("pressings");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_master_takes_its_pressings_with_it() {
    let (database, store) = database().await;
    let id = with_pressings(&store).await;
    let one_by_one = Subject::Pressing(id);
    store.link_by_hand(one_by_one, Service::Discogs, "12", Reviewer::default()).await.expect("linked");
    let link = store.links_of(Subject::Album(id)).await.expect("links")[0].id;
    let decided = store.decide(MatchId::from(link), Verdict::Reject, Reviewer::default()).await.expect("rejected");
    assert_eq!(decided.follows, Follows::Releases(id));
    let there = store.album(id).await.expect("album");
    assert_eq!((there.discogs_master_id, there.release_count, there.releases_fetched_at), (None, 1, None));
    let filter = ReleaseFilter { limit: 10, ..ReleaseFilter::default() };
    let left = store.releases_of(id, &filter, ANYWHERE).await.expect("pressings");
    assert_eq!(left.iter().map(|row| row.discogs_id).collect::<Vec<_>>(), [12]);
    // A search that finds the same master again is not heard.
    let found = Link::judged(Service::Discogs, 1, json!({}), Match { score: 0.9, reasons: Vec::new() });
    assert!(!store.link_master(id, &found).await.expect("a search"));
    assert_eq!(store.album(id).await.expect("album").discogs_master_id, None);
    assert_eq!(state(&database, "1").await, "rejected by hand");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_master_outlives_what_musicbrainz_links() {
    let (_database, store) = database().await;
    let id = with_pressings(&store).await;
    let decided =
        store.link_by_hand(Subject::Album(id), Service::Discogs, "2", Reviewer::default()).await.expect("linked");
    assert_eq!(decided.follows, Follows::Releases(id));
    let there = store.album(id).await.expect("album");
    assert_eq!((there.discogs_master_id, there.release_count, there.releases_fetched_at), (Some(2), 0, None));
    let listed =
        StudioAlbum { mbid: there.mbid.expect("an MBID"), discogs_master_id: Some(3), ..studio("Nevermind", 1991) };
    store.save_albums(ArtistId::from(there.artist_id), &[listed]).await.expect("a sync");
    assert_eq!(store.album(id).await.expect("album").discogs_master_id, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_pressing_leaves_the_album() {
    let (database, store) = database().await;
    let id = with_pressings(&store).await;
    store.save_links(Subject::Pressing(id), &[doubtful(Service::Discogs, 11, 0.6)]).await.expect("proposed");
    let link = queue(&store).await[0].0;
    store.decide(MatchId::from(link), Verdict::Reject, Reviewer::default()).await.expect("rejected");
    assert_eq!(store.album(id).await.expect("album").release_count, 1);
    assert_eq!(count(&database, "select count(*) from releases where discogs_id = 11").await, 0);
    assert!(matches!(
        store.decide(MatchId::from(999), Verdict::Reject, Reviewer::default()).await,
        Err(Error::NotFound)
    ));
}

async fn from_the_dump(database: &TestDatabase, artist: ArtistId, title: &str, master: Option<i64>) -> i64 {
    let query = "insert into albums (artist_id, title, title_key, discogs_master_id, wanted_at) values ($1, $2, lower($2), $3, now()) returning id";
    database.connect().await.query_one(query, &[&artist.get(), &title, &master]).await.expect("album").get(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn albums_known_from_discogs_are_adopted_and_not_doubled() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let by_master = from_the_dump(&database, id, "Nevermind (Deluxe)", Some(13_814)).await;
    let by_title = from_the_dump(&database, id, "Bleach", None).await;
    let another = from_the_dump(&database, id, "In Utero", Some(999)).await;
    let listed = [
        StudioAlbum { discogs_master_id: Some(13_814), ..studio("Nevermind", 1991) },
        studio("Bleach", 1989),
        StudioAlbum { discogs_master_id: Some(42_473), ..studio("In Utero", 1993) },
    ];
    store.save_albums(id, &listed).await.expect("albums");
    let albums = store.albums_of(id).await.expect("albums");
    let of = |wanted: i64| albums.iter().find(|album| album.id == wanted).expect("the row");
    assert_eq!((of(by_master).mbid, of(by_master).title.as_str()), (Some(listed[0].mbid), "Nevermind"));
    assert_eq!(of(by_title).mbid, Some(listed[1].mbid));
    assert_eq!(of(another).mbid, None, "another master is another album");
    assert_eq!(albums.len(), 4);
    assert!(albums.iter().filter(|album| album.mbid.is_some()).all(|album| album.studio == Some(true)));
    let before = versions(&database, "albums").await;
    assert_eq!(store.save_albums(id, &listed).await.expect("again"), 0);
    assert_eq!(versions(&database, "albums").await, before);

    // Loaded after the list was read: one row all the same.
    let late = from_the_dump(&database, id, "Bleach", None).await;
    store.save_albums(id, &listed).await.expect("again");
    assert_eq!(store.album(AlbumId::from(late)).await.expect("forwarded").id, by_title);
}
