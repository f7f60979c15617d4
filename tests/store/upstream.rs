//! The budget that all functions share, and what was asked before.
use std::time::Duration;

use chrono::TimeDelta;
use futures::future::join_all;
use vinilogy_core::store::{Error, Grant, RequestRow, Store};

use crate::catalogue::{count, database};
use crate::prices::at;

const INTERVAL: Duration = Duration::from_millis(20);

/// Twenty connections take slots as fast as they are given; the database writes down each slot.
#[tokio::test(flavor = "multi_thread")]
async fn slots_of_twenty_connections_never_lie_closer_than_the_interval() {
    let (database, _) = database().await;
    let client = database.connect().await;
    client
        .batch_execute(
            "create table slots (at timestamptz);
             create function log_slot() returns trigger language plpgsql as
                 $$ begin insert into slots values (new.next_slot); return new; end $$;
             create trigger log_slot after update of next_slot on upstream_budgets for each row execute function log_slot()",
        )
        .await
        .expect("a log of slots");
    let store = database.store(20);
    let horizon = Duration::from_millis(200);
    let takes = (0..20).map(|_| async {
        let mut slots = 0_i64;
        for _ in 0..15 {
            match store.take_slot("discogs", INTERVAL, horizon, None).await.expect("an answer") {
                Grant::Slot(wait) => {
                    assert!(wait <= horizon, "{wait:?} is beyond the horizon");
                    slots += 1;
                }
                Grant::Wait(wait) => assert!(wait >= INTERVAL, "{wait:?} is no wait"),
            }
        }
        slots
    });
    let granted: i64 = join_all(takes).await.into_iter().sum();
    assert_eq!(count(&database, "select count(*) from slots").await, granted);
    assert_eq!(count(&database, "select taken from upstream_budgets where upstream = 'discogs'").await, granted);
    let closer = "select count(*) from (select at - lag(at) over (order by at) as gap from slots) g where gap < interval '20 ms'";
    assert_eq!(count(&database, closer).await, 0);
    assert!((11..300).contains(&granted), "{granted} of 300 asked for were within the horizon");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_holds_everybody_and_is_never_shortened() {
    let (_database, store) = database().await;
    assert_eq!(store.upstream_paused_for("lastfm").await.expect("asked"), None);
    store.pause_upstream("lastfm", Duration::from_secs(3600)).await.expect("paused");
    store.pause_upstream("lastfm", Duration::from_secs(1)).await.expect("a shorter one");
    let left = store.upstream_paused_for("lastfm").await.expect("asked").expect("paused");
    assert!(left > Duration::from_secs(1800), "{left:?}");
    let grant = store.take_slot("lastfm", INTERVAL, Duration::from_secs(1), None).await.expect("an answer");
    assert!(matches!(grant, Grant::Wait(wait) if wait > Duration::from_secs(1800)), "{grant:?}");
    store.pause_upstream("lastfm", Duration::from_secs(7200)).await.expect("a longer one");
    assert!(store.upstream_paused_for("lastfm").await.expect("asked").expect("paused") > Duration::from_secs(3600));
    assert!(
        matches!(store.take_slot("discogs", INTERVAL, INTERVAL, None).await, Ok(Grant::Slot(_))),
        "the others go on"
    );
    assert!(matches!(store.take_slot("nobody", INTERVAL, INTERVAL, None).await, Err(Error::NotFound)));
}

fn row(hours: i64, key: &'static str, fresh_for: Option<Duration>) -> RequestRow<'static> {
    RequestRow {
        fingerprint: "f",
        upstream: "discogs",
        endpoint: "release",
        url: "https://api.discogs.com/releases/1",
        status: 200,
        archive_key: key,
        bytes: 10,
        fetched_at: at(hours),
        fresh_for,
    }
}

async fn fresh_key(store: &Store) -> Option<String> {
    store.fresh_place("f").await.expect("asked").map(|place| place.key)
}

async fn newest_key(store: &Store) -> Option<String> {
    store.newest_place("f").await.expect("asked").map(|place| place.key)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_used_again_while_it_is_fresh() {
    let (_database, store) = database().await;
    let hour = Some(Duration::from_secs(3600));
    assert_eq!(fresh_key(&store).await, None);
    store.save_request(&row(1, "first", hour)).await.expect("kept");
    assert_eq!(fresh_key(&store).await.as_deref(), Some("first"));
    store.save_request(&row(0, "older", hour)).await.expect("late");
    assert_eq!(fresh_key(&store).await.as_deref(), Some("first"), "a late one replaces nothing");
    store.save_request(&row(2, "evidence", None)).await.expect("a failure");
    assert_eq!(fresh_key(&store).await.as_deref(), Some("first"), "nor does a failure");
    store.save_request(&row(3, "second", Some(Duration::ZERO))).await.expect("kept");
    assert_eq!(fresh_key(&store).await, None, "not fresh any more");
    store.save_request(&row(4, "evidence", None)).await.expect("a failure");
    assert_eq!(fresh_key(&store).await, None);
    assert_eq!(newest_key(&store).await.as_deref(), Some("second"), "the newest answer, not the failure after it");
}

#[tokio::test(flavor = "multi_thread")]
async fn use_is_counted_per_upstream() {
    let (_database, store) = database().await;
    store.take_slot("discogs", INTERVAL, INTERVAL, None).await.expect("a slot");
    store.save_request(&row(1, "first", None)).await.expect("kept");
    let counted = store.upstream_use().await.expect("counts");
    let lines: Vec<_> = counted.iter().map(|u| (u.upstream.as_str(), u.taken, u.requests)).collect();
    let unused = |name| (name, 0, 0);
    let (covers, discogs) = (unused("coverartarchive"), ("discogs", 1, 1));
    let others = ["ebay", "ecb", "lastfm", "musicbrainz", "shops"].map(unused);
    assert_eq!(lines, [&[covers, discogs], others.as_slice()].concat());
    assert_eq!(counted[1].last_at.map(|at| at - crate::prices::at(1)), Some(TimeDelta::zero()));
}
