//! Daily quotas and the tokens that services lend: one row for all functions.
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use vinilogy_core::store::{DayCalls, Error, Grant, Store};
use vinilogy_upstream::{Class, Day};

use crate::catalogue::{count, database};

const INTERVAL: Duration = Duration::from_micros(10);
const HORIZON: Duration = Duration::from_secs(60);

async fn take(store: &Store, calls: u32, bulk: bool) -> Grant {
    store.take_slot("ebay", INTERVAL, HORIZON, Some(DayCalls { calls, bulk })).await.expect("an answer")
}

/// Puts the calls of today to what an expression says.
async fn counted(database: &support::TestDatabase, calls: &str) {
    let today =
        format!("update upstream_budgets set quota_taken = {calls}, quota_day = quota_day_of(clock_timestamp())");
    database.connect().await.batch_execute(&today).await.expect("a count");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_never_exceed_the_quota_of_a_day() {
    let (database, _) = database().await;
    let store = database.store(12);
    let takes = (0..12).map(|_| async {
        let mut granted = 0;
        for _ in 0..10 {
            match take(&store, 30, false).await {
                Grant::Slot(_) => granted += 1,
                Grant::Wait(wait) => assert!(wait <= Duration::from_secs(25 * 3600), "{wait:?} is longer than a day"),
            }
        }
        granted
    });
    assert_eq!(join_all(takes).await.into_iter().sum::<i64>(), 30);
    assert_eq!(count(&database, "select quota_taken::bigint from upstream_budgets where upstream = 'ebay'").await, 30);
    assert!(matches!(take(&store, 31, false).await, Grant::Slot(_)), "a larger quota has one more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_day_begins_with_all_its_calls() {
    let (database, store) = database().await;
    counted(&database, "5000").await;
    assert!(matches!(take(&store, 5_000, false).await, Grant::Wait(_)));
    let yesterday = "update upstream_budgets set quota_day = quota_day - 1";
    database.connect().await.batch_execute(yesterday).await.expect("a day passes");
    assert!(matches!(take(&store, 5_000, false).await, Grant::Slot(_)));
    assert_eq!(count(&database, "select quota_taken::bigint from upstream_budgets where upstream = 'ebay'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn bulk_work_uses_the_day_as_it_passes_and_people_what_is_left() {
    let (database, store) = database().await;
    // What bulk work may have used a minute from now: nothing is free for it before that.
    let passed = "extract(epoch from clock_timestamp() + interval '1 minute' - quota_day_begins(quota_day_of(clock_timestamp())))";
    counted(&database, &format!("ceil(5000 * 0.8 * {passed} / 82800)")).await;
    assert!(matches!(take(&store, 5_000, true).await, Grant::Wait(wait) if wait > Duration::from_secs(10)));
    assert!(matches!(take(&store, 5_000, false).await, Grant::Slot(_)));
    counted(&database, "4000").await;
    let Grant::Wait(wait) = take(&store, 5_000, true).await else { panic!("80 % are used") };
    let left = store.close_upstream_day("ebay").await.expect("closed");
    assert!(wait.abs_diff(left) < Duration::from_secs(60), "{wait:?} is not the end of the day, {left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_closes_the_day_for_everybody_and_for_one_upstream() {
    let (_database, store) = database().await;
    let left = store.close_upstream_day("ebay").await.expect("closed");
    let Grant::Wait(wait) = take(&store, 5_000, false).await else { panic!("the day is closed") };
    assert!(wait <= left && wait + HORIZON + Duration::from_secs(60) > left, "{wait:?} of {left:?}");
    assert!(store.upstream_paused_for("ebay").await.expect("asked").is_some());
    assert!(matches!(store.take_slot("discogs", INTERVAL, HORIZON, None).await, Ok(Grant::Slot(_))));
    store.pause_upstream("ebay", Duration::from_secs(90_000)).await.expect("a longer pause");
    assert!(store.close_upstream_day("ebay").await.expect("closed") > Duration::from_secs(89_000));
    assert!(matches!(store.close_upstream_day("nobody").await, Err(Error::NotFound)));
}

/// The rule is written twice, for a program that is alone and for all functions: both say the same, also when the clocks change.
#[tokio::test(flavor = "multi_thread")]
async fn the_database_and_the_program_have_the_same_day() {
    let (database, _) = database().await;
    let client = database.connect().await;
    let wait = client
        .prepare("select quota_wait($1, $2, $3, $4), quota_day_begins(quota_day_of($4))")
        .await
        .expect("the statement is prepared");
    let mut at: DateTime<Utc> = "2026-10-30T00:00:30Z".parse().expect("a time");
    let until: DateTime<Utc> = "2027-03-16T00:00:00Z".parse().expect("a time");
    while at < until {
        let day = Day::of(at);
        for (taken, class) in [
            (0, Class::Bulk),
            (1_733, Class::Bulk),
            (3_999, Class::Bulk),
            (4_999, Class::Interactive),
            (5_000, Class::Interactive),
        ] {
            let bulk = class == Class::Bulk;
            let row = client.query_one(&wait, &[&5_000_i32, &taken, &bulk, &at]).await.expect("an answer");
            let (seconds, begins): (f64, DateTime<Utc>) = (row.get(0), row.get(1));
            let here = day.wait(at, class, 5_000, u32::try_from(taken).expect("a count"));
            let here = here.map_or(0.0, |wait| wait.as_secs_f64());
            assert!((seconds - here).abs() < 0.01, "{at} {taken} {class:?}: {seconds} and {here}");
            assert_eq!(begins, day.begins, "{at}");
        }
        at += TimeDelta::minutes(437);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_shared_until_it_ends_or_is_refused() {
    let (_database, store) = database().await;
    let hour = Duration::from_secs(3600);
    let token = async || store.upstream_token("ebay").await.expect("asked");
    assert_eq!(token().await, None);
    store.keep_upstream_token("ebay", "old", hour).await.expect("kept");
    store.keep_upstream_token("ebay", "new", hour).await.expect("the second of two that were fetched at once");
    store.forget_upstream_token("ebay", "old").await.expect("refused");
    assert_eq!(token().await.as_deref(), Some("new"));
    store.forget_upstream_token("ebay", "new").await.expect("refused");
    assert_eq!(token().await, None);
    store.keep_upstream_token("ebay", "ended", Duration::ZERO).await.expect("kept");
    assert_eq!(token().await, None);
    assert!(matches!(store.keep_upstream_token("discogs", "x", hour).await, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_many_fetches_a_new_token() {
    let (database, _) = database().await;
    let store = database.store(12);
    let claims =
        (0..24).map(|_| async { store.claim_upstream_token("ebay", Duration::from_secs(60)).await.expect("asked") });
    assert_eq!(join_all(claims).await.into_iter().filter(|claimed| *claimed).count(), 1);
    store.keep_upstream_token("ebay", "t", Duration::from_secs(60)).await.expect("kept");
    let claim = async || store.claim_upstream_token("ebay", Duration::ZERO).await.expect("asked");
    assert!(!claim().await, "there is one");
    store.forget_upstream_token("ebay", "t").await.expect("refused");
    assert!(claim().await, "a kept one ends the claim");
    assert!(claim().await, "as its time does");
}
