//! Migrations: applied once, whoever comes first.
use support::TestDatabase;
use vinilogy_core::store::Error;

use crate::catalogue::count;

async fn empty() -> TestDatabase {
    let database = TestDatabase::create().await;
    database.connect().await.batch_execute("drop schema public cascade; create schema public").await.expect("emptied");
    database
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_run_applies_nothing() {
    let database = empty().await;
    let store = database.store(1);
    let first = store.migrate().await.expect("migrations");
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations")).expect("folder").count();
    assert_eq!(first.len(), files);
    assert!(store.migrate().await.expect("again").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_deployments_at_once_apply_each_once() {
    let database = empty().await;
    let (one, two) = (database.store(1), database.store(1));
    let (first, second) = futures::join!(one.migrate(), two.migrate());
    let (first, second) = (first.expect("migrations"), second.expect("migrations"));
    assert!(first.is_empty() != second.is_empty(), "{first:?} {second:?}");
    let applied = count(&database, "select count(*) from refinery_schema_history").await;
    assert_eq!(usize::try_from(applied), Ok(first.len() + second.len()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_that_fails_says_so_and_leaves_the_lock_free() {
    let database = empty().await;
    let store = database.store(1);
    let client = database.connect().await;
    client.batch_execute("create table prices ()").await.expect("in the way");
    let failed = store.migrate().await;
    let says = |reason: &str| reason.contains("V2__create_prices") && reason.contains("already exists");
    assert!(matches!(&failed, Err(Error::Unavailable(reason)) if says(reason)), "{failed:?}");
    client.batch_execute("drop table prices").await.expect("out of the way");
    assert!(!database.store(1).migrate().await.expect("migrations").is_empty());
}
