//! Claims: one job at a time per key.
use std::time::Duration;

use futures::future::join_all;

use crate::catalogue::{count, database};

const LONG: Duration = Duration::from_secs(3600);

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_at_once_one_gets_the_claim() {
    let (database, _) = database().await;
    let store = database.store(20);
    let claims = join_all((0..20).map(|_| store.claim("price_releases", 1, LONG))).await;
    let held: Vec<_> = claims.into_iter().filter_map(|claim| claim.expect("asked")).collect();
    assert_eq!(held.len(), 1);
    assert!(store.claim("price_releases", 2, LONG).await.expect("asked").is_some(), "another key");
    assert!(store.claim("ingest_releases", 1, LONG).await.expect("asked").is_some(), "another job");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_is_given_back_is_free() {
    let (database, store) = database().await;
    for _ in 0..3 {
        let claim = store.claim("price_releases", 1, LONG).await.expect("asked").expect("free");
        store.give_back(&claim).await.expect("given back");
    }
    assert_eq!(count(&database, "select count(*) from claims").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_workers_claim_ends_by_itself_and_it_cannot_free_its_successors() {
    let (database, store) = database().await;
    let dead = store.claim("price_releases", 1, Duration::ZERO).await.expect("asked").expect("free");
    let successor = store.claim("price_releases", 1, LONG).await.expect("asked").expect("it had ended");
    store.give_back(&dead).await.expect("too late");
    assert!(store.claim("price_releases", 1, LONG).await.expect("asked").is_none(), "the successor still holds it");
    store.give_back(&successor).await.expect("given back");
    assert_eq!(count(&database, "select count(*) from claims").await, 0);
}
