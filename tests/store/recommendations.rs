//! Recommendation sets: candidates in, a set written whole, the newest read in one statement.
use std::time::Duration;

use futures::future::join_all;
use serde_json::json;
use support::{AlbumBuilder, TestDatabase};
use vinilogy_core::domain::ids::{AlbumId, ReleaseId, UserId};
use vinilogy_core::store::{Error, NewItem, NewSet, SimilarArtist, Store};

use crate::catalogue::{artist, count, database, facts};

const DAY: Duration = Duration::from_secs(24 * 3600);

async fn ana(store: &Store) -> UserId {
    store.get_or_create_user("ana", "ES", "EUR", "en").await.expect("listener")
}

/// A set of these albums in this order, one point less each.
pub fn set(albums: &[(AlbumId, Option<i64>)], ttl: Duration) -> NewSet {
    let items = (0..).zip(albums).map(|(n, (album, release))| NewItem {
        album_id: album.get(),
        release_id: release.map(ReleaseId::from),
        score: 3000 - n,
        terms: json!([{"points": f64::from(3000 - n) / 100.0, "kind": "seed", "because": {"artist_id": 1}}]),
    });
    NewSet { scorer: "v1", ttl, items: items.collect() }
}

async fn sets(database: &TestDatabase) -> i64 {
    count(database, "select count(*) from recommendation_sets").await
}

#[tokio::test(flavor = "multi_thread")]
async fn candidates_are_on_vinyl_by_seeds_and_those_alike() {
    let (database, store) = database().await;
    let user = ana(&store).await;
    let (radiohead, kid_a) =
        AlbumBuilder::new(&store, "Radiohead", "Kid A", 2000).await.pressing(1, 2000, 10, Some(2000)).save().await;
    let (_, dummy) =
        AlbumBuilder::new(&store, "Portishead", "Dummy", 1994).await.pressing(2, 1994, 10, None).save().await;
    AlbumBuilder::new(&store, "Radiohead", "Demos", 1990).await.save().await;
    AlbumBuilder::new(&store, "Slayer", "Reign in Blood", 1986).await.pressing(3, 1986, 10, None).save().await;
    let alike = SimilarArtist { name: "Portishead".to_owned(), mbid: None, score: 0.6 };
    store.save_artist(radiohead, &facts("Radiohead", 5), &[alike], "lastfm").await.expect("similars");
    assert!(store.candidates(user).await.expect("none").is_empty());
    store.add_seed(user, radiohead).await.expect("seed");

    let rows = store.candidates(user).await.expect("candidates");

    assert_eq!(rows.iter().map(|r| r.album_id).collect::<Vec<_>>(), [kid_a.get(), dummy.get()]);
    assert_eq!((rows[0].seed, rows[0].amount, rows[0].have), (true, Some(2000), Some(10)));
    assert_eq!((rows[1].seed, rows[1].similar_names.as_slice()), (false, ["Radiohead".to_owned()].as_slice()));
    assert!(!rows[0].owned && !rows[0].dismissed);
    let client = database.connect().await;
    client
        .batch_execute(
            "insert into user_discogs_collections (user_id, discogs_id, list) values (1, 1, 'collection'), (1, 2, 'wantlist');
             insert into dismissed_recommendations (user_id, album_id) select 1, id from albums where title = 'Dummy'",
        )
        .await
        .expect("a collection");
    let rows = store.candidates(user).await.expect("candidates");
    assert_eq!((rows[0].owned, rows[0].dismissed, rows[1].owned, rows[1].dismissed), (true, false, false, true));
}

#[tokio::test(flavor = "multi_thread")]
async fn seeds_are_ingested_when_every_album_was_looked_for() {
    let (_database, store) = database().await;
    let user = ana(&store).await;
    assert!(store.seeds_are_ingested(user).await.expect("asked"), "nothing is missing");
    let id = artist(&store, "Radiohead").await;
    store.add_seed(user, id).await.expect("seed");
    assert!(!store.seeds_are_ingested(user).await.expect("asked"), "its albums are not known");
    let album = crate::catalogue::album(&store, id, "Kid A").await;
    assert!(!store.seeds_are_ingested(user).await.expect("asked"), "its pressings are not known");
    store.note_album(album, "not on Discogs").await.expect("note");
    assert!(store.seeds_are_ingested(user).await.expect("asked"));
    let nobody = artist(&store, "Nobody").await;
    store.add_seed(user, nobody).await.expect("seed");
    store.note_artist(nobody, "unknown").await.expect("note");
    assert!(store.seeds_are_ingested(user).await.expect("asked"), "given up is looked for");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_is_read_with_prices_as_they_are_now() {
    let (_database, store) = database().await;
    let user = ana(&store).await;
    let (_, album) =
        AlbumBuilder::new(&store, "Radiohead", "Kid A", 2000).await.pressing(1, 2000, 10, Some(2000)).save().await;
    let choices = store.pressings_of(&[album.get()], "ES").await.expect("pressings");
    assert_eq!(choices[0].amount, Some(2000));
    assert!(store.current_set(user, "ES").await.expect("never made").is_empty());
    store.save_set(user, &set(&[(album, Some(choices[0].id))], DAY)).await.expect("set").expect("stored");
    assert!(store.has_fresh_set(user).await.expect("asked"));

    #[expect(clippy::disallowed_methods, reason = "a test is where time comes from")]
    let later = chrono::Utc::now() + chrono::TimeDelta::hours(1);
    let mut cheaper = crate::prices::offer(choices[0].id, 0, 1500, None, "ZZ");
    cheaper.seen_at = later;
    store.save_looks("discogs", &[cheaper]).await.expect("price");

    let rows = store.current_set(user, "ES").await.expect("set");
    assert_eq!((rows.len(), rows[0].amount, rows[0].best_amount, rows[0].expired), (1, Some(1500), Some(1500), false));
    assert_eq!(rows[0].price_currency.as_deref(), Some("EUR"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_set_is_not_replaced_and_an_expired_one_is() {
    let (database, store) = database().await;
    let user = ana(&store).await;
    let empty = set(&[], DAY);
    assert!(store.save_set(user, &empty).await.expect("set").is_some());
    assert!(store.save_set(user, &empty).await.expect("set").is_none());
    let rows = store.current_set(user, "ES").await.expect("set");
    assert_eq!((rows.len(), rows[0].rank), (1, None), "a set without items is one row");
    store.expire_set(user).await.expect("expired");
    assert!(!store.has_fresh_set(user).await.expect("asked"));
    assert!(store.current_set(user, "ES").await.expect("still served")[0].expired);
    assert!(store.save_set(user, &empty).await.expect("set").is_some());
    assert_eq!(sets(&database).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_that_store_at_once_one_does() {
    let (database, store) = database().await;
    let user = ana(&store).await;
    let many = database.store(20);
    let empty = set(&[], DAY);
    let stored = join_all((0..20).map(|_| many.save_set(user, &empty))).await;
    assert_eq!(stored.into_iter().filter_map(|id| id.expect("asked")).count(), 1);
    assert_eq!(sets(&database).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f37_a_set_with_an_album_that_has_gone_leaves_the_old_one() {
    let (database, store) = database().await;
    let user = ana(&store).await;
    let (_, album) =
        AlbumBuilder::new(&store, "Radiohead", "Kid A", 2000).await.pressing(1, 2000, 10, None).save().await;
    store.save_set(user, &set(&[(album, None)], Duration::ZERO)).await.expect("set");
    let gone = store.save_set(user, &set(&[(album, None), (999.into(), None)], DAY)).await;
    assert!(matches!(gone, Err(Error::Conflict(_))), "{gone:?}");
    assert_eq!(sets(&database).await, 1);
    assert_eq!(store.current_set(user, "ES").await.expect("the old one").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sweep_finds_listeners_with_seeds_and_without_a_fresh_set() {
    let (_database, store) = database().await;
    let user = ana(&store).await;
    store.get_or_create_user("bob", "ES", "EUR", "en").await.expect("without seeds");
    assert!(store.listeners_with_stale_sets(10).await.expect("sweep").is_empty());
    store.add_seed(user, artist(&store, "Can").await).await.expect("seed");
    assert_eq!(store.listeners_with_stale_sets(10).await.expect("sweep"), [user.get()]);
    store.save_set(user, &set(&[], DAY)).await.expect("set");
    assert!(store.listeners_with_stale_sets(10).await.expect("sweep").is_empty());
    store.expire_set(user).await.expect("expired");
    assert_eq!(store.listeners_with_stale_sets(10).await.expect("sweep"), [user.get()]);
}
