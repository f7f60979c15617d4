//! The connection is killed at each message and after each statement of a write: all or nothing, and a retry succeeds.
use std::pin::Pin;

use support::{AlbumBuilder, TestDatabase, pressing};
use vinilogy_core::domain::ids::{AlbumId, ReleaseId, UserId};
use vinilogy_core::domain::pressing::Page;
use vinilogy_core::store::{
    ANYWHERE, AlbumFacts, DatabaseSettings, Details, Error, Listing, ListingSource, Look, Packed, Store,
};

use crate::catalogue::{album, artist, database, pressings};
use crate::prices::offer;
use crate::proxy::{Cut, Proxy};
use crate::recommendations::set;

/// A write through this store.
type Write<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// What a write changes: a query of it, the statements that undo it, and the write.
struct Case<'a> {
    content: &'a str,
    undo: &'a str,
    write: &'a dyn for<'s> Fn(&'s Store) -> Write<'s>,
}

/// Cuts later and later until the write gets through.
async fn all_or_nothing(database: &TestDatabase, case: &Case<'_>, cut: fn(usize) -> Cut) {
    let proxy = Proxy::before(&database.url).await;
    let direct = database.store(1);
    let before = content(database, case).await;
    (case.write)(&direct).await.expect("the write as such");
    let after = content(database, case).await;
    assert_ne!(before, after);
    let (mut undone, mut done) = (0, 0);
    for n in 0.. {
        undo(database, case).await;
        assert_eq!(content(database, case).await, before);
        let settings = DatabaseSettings { url: proxy.url.clone(), ca_file: None, connections: 1 };
        let store = Store::open(&settings).expect("settings");
        let result = tokio::select! {
            result = (case.write)(&store) => result,
            never = proxy.run(cut(n)) => match never {},
        };
        let found = content(database, case).await;
        assert!(found == before || found == after, "half a write after {:?}: {found}", cut(n));
        let Err(error) = result else {
            assert_eq!(found, after);
            break;
        };
        assert!(matches!(error, Error::Unavailable(_)), "{:?}: {error}", cut(n));
        if found == before {
            undone += 1
        } else {
            done += 1
        }
        (case.write)(&direct).await.expect("a retry");
        assert_eq!(content(database, case).await, after, "a retry after {:?}", cut(n));
    }
    assert!(undone > 5, "the write was cut {undone} times only");
    // Only a lost answer to the commit leaves a write done that its writer takes for failed.
    assert_eq!(done, usize::from(matches!(cut(0), Cut::AnswerTo(_))));
}

async fn content(database: &TestDatabase, case: &Case<'_>) -> String {
    let rows = database.connect().await.query(case.content, &[]).await.expect("rows");
    rows.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>().join("\n")
}

async fn undo(database: &TestDatabase, case: &Case<'_>) {
    database.connect().await.batch_execute(case.undo).await.expect("undone");
}

async fn prices_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 3).await;
    let seen: Vec<Look> = ids.iter().map(|id| offer(*id, 1, 2000 + id, None, ANYWHERE)).collect();
    let case = Case {
        content: "select 'price ' || release_id || ' ' || amount from quotes
                  union all select 'best ' || album_id || ' ' || class || ' ' || offers from album_best_price
                  union all select 'history ' || release_id || ' ' || lows::text from price_histories
                  union all select 'priced ' || id from releases where priced_at is not null order by 1",
        undo: "delete from quotes; delete from price_histories; update releases set priced_at = null, for_sale = null",
        write: &|store| {
            let seen = seen.clone();
            let store = store.clone();
            Box::pin(async move { store.save_looks("discogs", &seen).await.map(drop) })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

async fn releases_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let album: AlbumId = album(&store, artist(&store, "Radiohead").await, "Kid A").await;
    let case = Case {
        content: "select 'pressing ' || discogs_id from releases
                  union all select 'album ' || id || ' ' || release_count from albums where releases_fetched_at is not null order by 1",
        undo: "delete from releases; update albums set releases_fetched_at = null, release_count = 0",
        write: &|store| {
            let store = store.clone();
            Box::pin(async move {
                let all: Vec<_> = (1..=120).map(|id| pressing(id, 2000, 10)).collect();
                store.save_releases(album, &all).await.map(drop)
            })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

/// A list of an album's pressings that takes one from another album, misses one of its own and brings others.
async fn listing_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let radiohead = artist(&store, "Radiohead").await;
    let (from, to) = (album(&store, radiohead, "Kid A").await, album(&store, radiohead, "Amnesiac").await);
    let undo = format!(
        "delete from album_best_price; delete from releases;
         update albums set releases_fetched_at = null, release_count = 1, rating_hundredths = null, rating_votes = null;
         insert into releases (album_id, discogs_id, title, format, official, have, listed_at)
         values ({from}, 1, 'moves', 'LP', true, 5, '2000-01-01'), ({to}, 99999, 'goes', 'LP', true, 5, '2000-01-01');
         insert into quotes (album_id, release_id, provider, offer, sale, currency, amount, url, rank, rank_cents, observed_at)
         select album_id, id, 'discogs', id::text, 'lowest', 'EUR', 1000 + have, 'https://x', 2, 1000 + have, now() from releases;
         insert into album_best_price (album_id, ships_to, class, quote_id, offers)
         select album_id, 'ZZ', 'cheapest', id, 1 from quotes"
    );
    database.connect().await.batch_execute(&undo).await.expect("the beginning");
    let case = Case {
        content:
            "select 'pressing ' || discogs_id || ' of ' || album_id || coalesce(' gone ' || gone_at, '') from releases
                  union all select 'album ' || id || ' ' || release_count from albums
                  union all select 'best ' || b.album_id || ' ' || class || ' ' || amount from album_best_price b join quotes q on q.id = quote_id order by 1",
        undo: &undo,
        write: &|store| {
            let store = store.clone();
            Box::pin(async move {
                let pressings: Vec<_> = (1..=20).map(|id| pressing(id, 2000, 10)).collect();
                let listing = Listing {
                    album: to,
                    source: ListingSource::Master(7),
                    seen_at: "2001-01-01T00:00:00Z".parse().expect("a time"),
                    complete: true,
                    pressings: &pressings,
                    by_hand: &[],
                    rejected: &[],
                    links: &[],
                    note: None,
                };
                store.save_listing(&listing).await.map(drop)
            })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

async fn details_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 1).await;
    let release = ReleaseId::from(ids[0]);
    let case = Case {
        content: "select 'pressing ' || r.id || ' ' || coalesce(rating_hundredths, 0) || ' ' || coalesce(d.notes, '')
                  from releases r left join release_details d on d.release_id = r.id
                  union all select 'album ' || coalesce(rating_hundredths, 0) || ' ' || coalesce(track_count, 0) from albums order by 1",
        undo: "delete from release_details; update albums set rating_hundredths = null, track_count = null;
               update releases set rating_hundredths = null, details_fetched_at = null",
        write: &|store| {
            let store = store.clone();
            Box::pin(async move {
                let page = Page { notes: Some("first".to_owned()), ..Page::default() };
                let details = Details { rating_hundredths: Some(450), page, ..Details::default() };
                let facts = AlbumFacts { track_count: Some(10), cover_url: None };
                store.save_details(release, &details, &facts).await
            })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

async fn set_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let user: UserId = store.get_or_create_user("ana", "ES", "EUR", "en").await.expect("listener");
    let (_, album) =
        AlbumBuilder::new(&store, "Radiohead", "Kid A", 2000).await.pressing(1, 2000, 10, None).save().await;
    let case = Case {
        content: "select 'set of ' || user_id from recommendation_sets
                  union all select 'item ' || rank || ' ' || album_id || ' ' || score from recommendation_items order by 1",
        undo: "delete from recommendation_sets",
        write: &|store| {
            let store = store.clone();
            Box::pin(async move {
                let day = std::time::Duration::from_secs(24 * 3600);
                store.save_set(user, &set(&[(album, None)], day)).await.map(drop)
            })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

async fn pack_case(cut: fn(usize) -> Cut) {
    let (database, store) = database().await;
    let rows =
        "insert into upstream_requests (fingerprint, upstream, endpoint, url, status, archive_key, bytes, fetched_at)
                select 'f' || n, 'discogs', 'release', '', 200, 'single/' || n, 1, now() from generate_series(1, 20) n";
    database.connect().await.batch_execute(rows).await.expect("answers");
    let packed = |n: i64| Packed { fingerprint: format!("f{n}"), key: format!("single/{n}"), block: (n, 10) };
    let packed: Vec<Packed> = (1..=20).map(packed).collect();
    assert_eq!(store.leftovers().await.expect("none"), Vec::<String>::new());
    let case = Case {
        content: "select 'answer ' || archive_key || ' ' || coalesce(archive_offset, -1) from upstream_requests
                  union all select 'left over ' || archive_key from archive_leftovers order by 1",
        undo: "delete from archive_leftovers; update upstream_requests
               set archive_key = 'single/' || substr(fingerprint, 2), archive_offset = null, archive_length = null",
        write: &|store| {
            let (store, packed) = (store.clone(), packed.clone());
            Box::pin(async move { store.switch_to_pack("pack", &packed).await.map(drop) })
        },
    };
    all_or_nothing(&database, &case, cut).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f14_connection_killed_at_each_statement_of_a_write_of_prices() {
    prices_case(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f14_connection_killed_at_each_statement_of_a_write_of_pressings() {
    releases_case(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f14_connection_killed_at_each_statement_of_a_switch_to_a_pack() {
    pack_case(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_switch_to_a_pack() {
    pack_case(|n| Cut::AnswerTo(n + 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f14_connection_killed_at_each_statement_of_a_listing() {
    listing_case(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_listing() {
    listing_case(|n| Cut::AnswerTo(n + 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_write_of_details() {
    details_case(|n| Cut::AnswerTo(n + 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f14_connection_killed_at_each_statement_of_a_write_of_a_set() {
    set_case(Cut::Before).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_write_of_prices() {
    prices_case(|n| Cut::AnswerTo(n + 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_write_of_pressings() {
    releases_case(|n| Cut::AnswerTo(n + 1)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f16_answer_lost_after_each_statement_of_a_write_of_a_set() {
    set_case(|n| Cut::AnswerTo(n + 1)).await;
}

/// The first read of a connection prepares its statement and asks it; each later one is a single round trip.
#[tokio::test(flavor = "multi_thread")]
async fn a_prepared_read_is_one_round_trip() {
    let (database, _) = database().await;
    let proxy = Proxy::before(&database.url).await;
    let settings = DatabaseSettings { url: proxy.url.clone(), ca_file: None, connections: 1 };
    let store = Store::open(&settings).expect("settings");
    let reads = async {
        for _ in 0..4 {
            store.current_set(UserId::from(1), "ES").await.expect("a read");
        }
        store.current_set(UserId::from(1), "ES").await
    };
    let fifth = tokio::select! {
        result = reads => result,
        never = proxy.run(Cut::AnswerTo(6)) => match never {},
    };
    assert!(matches!(fifth, Err(Error::Unavailable(_))), "five reads are six round trips");
}
