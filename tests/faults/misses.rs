//! F23: a thousand at once want what is not there yet.
use std::time::Duration;

use futures::future::join_all;
use support::{Drained, TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestImages, IngestReleaseDetails, IngestReleases, PriceReleases};
use vinilogy_sim::Upstream;

use crate::deliver::slow;

const MISSES: usize = 1000;

#[tokio::test(flavor = "multi_thread")]
async fn f23_a_thousand_concurrent_misses_on_one_album() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];
    app.sim.control().fault(slow(Upstream::Discogs));
    let keys: Vec<_> = (0..MISSES).map(|_| (IngestReleases { album_id }, Duration::ZERO)).collect();
    app.context.queues().await.send_all(&keys).await.expect("sent");

    let workers = (0..20).map(|_| async {
        let sandbox = app.sandbox_with(|config| config.database.connections = 2);
        let mut worked = Drained::default();
        loop {
            let event = app.receive::<IngestReleases>().await;
            if event.records.is_empty() {
                return worked;
            }
            worked.received += event.records.len();
            worked.failed += app.work_off::<IngestReleases>(&sandbox, event).await.batch_item_failures.len();
        }
    });
    let mut all = Drained::default();
    join_all(workers).await.into_iter().for_each(|worked| all += worked);

    assert_eq!(all, Drained { received: MISSES, failed: 0 });
    let pressings = app.count("select count(*) from releases").await;
    let pages = u64::try_from((pressings + 99) / 100).expect("a count");
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), pages, "calls for {pressings} pressings");
    assert_eq!(app.count(&format!("select release_count::bigint from albums where id = {album_id}")).await, pressings);
    assert!(app.depth::<IngestReleases>(false).await.is_empty() && app.depth::<IngestReleases>(true).await.is_empty());

    // What followed is asked for once as well, however often it was enqueued.
    app.sim.control().clear_faults();
    assert_eq!(app.drain_queue::<IngestReleaseDetails>().await.failed, 0);
    assert_eq!(app.drain_queue::<PriceReleases>().await.failed, 0);
    assert_eq!(app.drain_queue::<IngestImages>().await.failed, 0);
    let calls = app.sim.control().calls();
    let priced = u64::try_from(pressings.min(10)).expect("a count");
    assert_eq!((calls.discogs.endpoint("release"), calls.discogs.endpoint("marketplace_stats")), (1, priced));
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
}
