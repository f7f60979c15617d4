//! Writes that Postgres undoes in favour of another are attempted again, three times at most.
use support::TestDatabase;
use tokio_postgres::Client;
use vinilogy_core::store::{ANYWHERE, Error};

use crate::catalogue::{count, database, pressings};
use crate::prices::offer;

/// Each attempt at a price counts itself, also when it is undone: sequences are not transactional.
const COUNTING: &str = "create sequence attempts;
    create function gate() returns trigger language plpgsql as
        $$ begin perform nextval('attempts'); perform pg_advisory_xact_lock_shared(42); return null; end $$;
    create trigger gate before update on releases for each statement execute function gate();";

async fn attempts(database: &TestDatabase) -> i64 {
    count(database, "select case when is_called then last_value else 0 end from attempts").await
}

/// Asks until so many sessions of this database wait for a lock of this kind.
async fn until_waiting(client: &Client, kind: &str, sessions: i64) {
    let query =
        "select count(distinct pid) from pg_locks l join pg_database d on d.oid = l.database or l.database is null
                 where not l.granted and l.locktype = any (string_to_array($1, ' ')) and d.datname = current_database()
                   and l.pid in (select pid from pg_stat_activity where datname = current_database())";
    while client.query_one(query, &[&kind]).await.expect("locks").get::<_, i64>(0) < sessions {
        tokio::task::yield_now().await;
    }
}

/// The store holds the album and is stopped before the pressing; the other holds the pressing and waits for the album; then the
/// store is let go. It finds the deadlock, because the other does not look for one.
#[tokio::test(flavor = "multi_thread")]
async fn f18_a_deadlock_is_attempted_again_and_nothing_is_written_twice() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let (gate, other, watcher) = (database.connect().await, database.connect().await, database.connect().await);
    let quick =
        "do $$ begin execute format('alter database %I set deadlock_timeout = ''10ms''', current_database()); end $$";
    watcher.batch_execute(quick).await.expect("looks for deadlocks at once");
    watcher.batch_execute(COUNTING).await.expect("counting");
    gate.batch_execute("select pg_advisory_lock(42)").await.expect("closed");
    other.batch_execute("set deadlock_timeout = '1h'; begin").await.expect("begun");
    other.execute("select from releases where id = $1 for update", &[&ids[0]]).await.expect("the pressing");

    let store = database.store(1);
    let seen = [offer(ids[0], 1, 2000, None, ANYWHERE)];
    let mut write = std::pin::pin!(store.save_looks("discogs", &seen));
    tokio::select! {
        done = &mut write => panic!("nothing stopped it: {done:?}"),
        () = until_waiting(&watcher, "advisory", 1) => {}
    }
    // From here on the write is with Postgres: it is not polled, so it is attempted again when the other is done.
    let id = album.get();
    let ask = async { other.execute("select from albums where id = $1 for update", &[&id]).await };
    let release = async {
        until_waiting(&watcher, "transactionid tuple", 1).await;
        gate.batch_execute("select pg_advisory_unlock(42)").await.expect("open");
    };
    let (asked, ()) = futures::join!(ask, release);
    asked.expect("the album: the store was the victim");
    other.batch_execute("commit").await.expect("done");
    let written = write.await;

    assert_eq!(written.expect("attempted again"), 1);
    assert_eq!(attempts(&database).await, 2);
    assert_eq!(count(&database, "select count(*) from quotes").await, 1);
    assert_eq!(store.best_prices(album, "ES").await.expect("best").len(), 2, "the cheapest and the original one");
}

/// The first so many attempts fail with this state.
async fn failing(database: &TestDatabase, state: &str, times: i64) {
    let sql = format!(
        "create sequence attempts;
         create function fail() returns trigger language plpgsql as
             $$ begin if nextval('attempts') <= {times} then raise exception 'undone' using errcode = '{state}'; end if;
                return null; end $$;
         create trigger fail after insert on quotes for each statement execute function fail();"
    );
    database.connect().await.batch_execute(&sql).await.expect("failing");
}

#[tokio::test(flavor = "multi_thread")]
async fn f18_two_failures_are_mended_by_the_third_attempt() {
    for state in ["40001", "40P01"] {
        let (database, store) = database().await;
        let (_, ids) = pressings(&store, "Kid A", 2).await;
        failing(&database, state, 2).await;
        let seen: Vec<_> = ids.iter().map(|id| offer(*id, 1, 2000, None, ANYWHERE)).collect();
        assert_eq!(store.save_looks("discogs", &seen).await.expect("the third"), 2);
        assert_eq!(attempts(&database).await, 3);
        assert_eq!(count(&database, "select count(*) from quotes").await, 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f18_a_third_failure_is_told_and_nothing_is_written() {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 1).await;
    failing(&database, "40001", 1_000).await;
    let result = store.save_looks("discogs", &[offer(ids[0], 1, 2000, None, ANYWHERE)]).await;
    assert!(matches!(result, Err(Error::Query { statement: "quotes.save", .. })), "{result:?}");
    assert_eq!(attempts(&database).await, 3);
    assert_eq!(count(&database, "select count(*) from releases where priced_at is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn other_failures_are_not_attempted_again() {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 1).await;
    failing(&database, "P0001", 1_000).await;
    assert!(store.save_looks("discogs", &[offer(ids[0], 1, 2000, None, ANYWHERE)]).await.is_err());
    assert_eq!(attempts(&database).await, 1);
}
