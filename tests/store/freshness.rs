//! When facts of artists change, when they are stale, and who shares their refreshing.
use std::time::Duration;

use futures::future::join_all;

use crate::catalogue::{artist, count, database, facts};

#[tokio::test(flavor = "multi_thread")]
async fn a_time_of_change_moves_with_a_change_only() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let info = facts("Nirvana", 5);
    store.save_artist(id, &info, &[], "lastfm").await.expect("facts");
    let client = database.connect().await;
    let old = "update artists set updated_at = now() - interval '1 year', info_fetched_at = now() - interval '1 year'";
    client.batch_execute(old).await.expect("a year ago");
    store.save_artist(id, &info, &[], "lastfm").await.expect("the same");
    let changed = "select count(*) from artists where updated_at > now() - interval '1 day'";
    assert_eq!(count(&database, changed).await, 0);
    let fetched = "select count(*) from artists where info_fetched_at > now() - interval '1 day'";
    assert_eq!(count(&database, fetched).await, 1);
    store.save_artist(id, &facts("Nirvana", 6), &[], "lastfm").await.expect("more listeners");
    assert_eq!(count(&database, changed).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn seeds_of_listeners_are_weekly_and_the_rest_monthly() {
    let (database, store) = database().await;
    let (seeded, rest) = (artist(&store, "Nirvana").await, artist(&store, "Can").await);
    for id in [seeded, rest] {
        store.want_artist(id).await.expect("wanted");
        store
            .save_artist(id, &facts(if id == seeded { "Nirvana" } else { "Can" }, 5), &[], "lastfm")
            .await
            .expect("facts");
    }
    let (user, _) = support::listener(&store, "ana").await;
    store.add_seed(user, seeded).await.expect("seed");
    let (week, month) = (Duration::from_secs(7 * 24 * 3600), Duration::from_secs(30 * 24 * 3600));
    let client = database.connect().await;
    for (days, expected) in [(6, vec![]), (9, vec![seeded.get()]), (36, vec![seeded.get(), rest.get()])] {
        let age = format!("update artists set info_fetched_at = now() - interval '{days} days'");
        client.batch_execute(&age).await.expect("time passes");
        let mut stale = store.artists_with_stale_info(week, month, 10).await.expect("sweep");
        stale.sort_unstable();
        assert_eq!(stale, expected, "{days} days");
    }
    client
        .batch_execute("delete from sessions; update artists set info_fetched_at = now() - interval '9 days'")
        .await
        .expect("gone");
    assert!(store.artists_with_stale_info(week, month, 10).await.expect("sweep").is_empty(), "nobody is there");
    store.ask_refresh(rest).await.expect("asked");
    assert_eq!(store.artists_with_stale_info(week, month, 10).await.expect("sweep"), [rest.get()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_who_ask_at_once_share_a_run() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let many = database.store(20);
    let runs = join_all((0..20).map(|_| many.start_run(id))).await;
    let first = *runs[0].as_ref().expect("a run");
    assert!(runs.into_iter().all(|run| run.expect("a run") == first));
    assert_eq!(count(&database, "select count(*) from runs").await, 1);
}
