//! F8, F9: upstreams that fail often, hang, or drip.
use std::time::Duration;

use support::{MAX_RECEIVES, TestApp, assert_invariants};
use vinilogy_app::jobs::{
    IngestAlbums, IngestArtist, IngestImages, IngestReleaseDetails, IngestReleases, JobError, PriceReleases,
};
use vinilogy_sim::{Fault, Rule, Upstream};
use vinilogy_upstream::Rate;

use crate::deliver::{deliver, exchanges};

const PLENTY: Rate = Rate { calls: 60_000, per: Duration::from_secs(1) };

/// Five kinds of failure, together 30 % of an upstream's calls.
fn troubled(app: &TestApp, upstream: Upstream, seed: u64) {
    let kinds = [
        Fault::Status { status: 500, body: None },
        Fault::Status { status: 502, body: None },
        Fault::Status { status: 503, body: Some("<html>unavailable</html>".to_owned()) },
        Fault::Status { status: 504, body: None },
        Fault::Reset { after_bytes: None },
    ];
    // Each is asked after those before it: 0.931^5 = 0.7 of the calls meet none.
    for (kind, fault) in (0..).zip(kinds) {
        app.sim.control().fault(Rule::new(upstream, fault).ratio(0.069, seed * 5 + kind));
    }
}

/// Works off all queues until they hold nothing, not even what is delayed. Returns how many messages failed, each time they did.
async fn work_off_all(app: &TestApp) -> usize {
    let mut failed = app.drain().await.failed;
    while app.depths().await.iter().any(|(_, queue, _)| !queue.is_empty()) {
        // Only this job comes back later by itself.
        let event = app.receive_within::<PriceReleases>(Duration::from_secs(5)).await;
        failed += app.work_off::<PriceReleases>(&app.context, event).await.batch_item_failures.len();
        failed += app.drain().await.failed;
    }
    failed
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_everything_completes_while_three_calls_in_ten_fail() {
    let app = TestApp::start().await;
    app.rates().await;
    // Pictures that are not to be had are passed over, which has tests of its own.
    for (upstream, seed) in [Upstream::Lastfm, Upstream::Musicbrainz, Upstream::Discogs].into_iter().zip(1..) {
        troubled(&app, upstream, seed);
    }
    for name in ["Radiohead", "Portishead", "Björk"] {
        app.send_body::<IngestArtist>(&format!(r#"{{"name": "{name}"}}"#)).await;
    }

    let failed = work_off_all(&app).await;

    let calls = app.sim.control().calls();
    let faulted = calls.lastfm.faulted + calls.musicbrainz.faulted + calls.discogs.faulted;
    let total = calls.total() - calls.coverartarchive.total;
    assert!(faulted > total / 5 && failed > 0, "only {faulted} of {total} calls failed");
    // A single call fails five times in a row once in a thousand times; such a message waits for the trouble to end.
    let dead: usize = app.depths().await.iter().map(|(_, _, dead)| dead.visible).sum();
    assert!(dead <= 3 && failed >= dead * MAX_RECEIVES as usize, "{dead} dead letters after {failed} failures");
    app.sim.control().clear_faults();
    let mut redriven = app.redrive::<IngestArtist>().await + app.redrive::<IngestAlbums>().await;
    redriven += app.redrive::<IngestReleases>().await + app.redrive::<IngestReleaseDetails>().await;
    redriven += app.redrive::<PriceReleases>().await + app.redrive::<IngestImages>().await;
    assert_eq!((redriven, work_off_all(&app).await), (dead, 0));

    // Attempts are bounded: whatever was answered once is never asked again.
    let answered = app
        .count("select count(*) from upstream_requests where fresh_until is not null and upstream <> 'coverartarchive'")
        .await;
    let calls = app.sim.control().calls();
    assert_eq!(calls.total() - calls.coverartarchive.total - faulted, answered.unsigned_abs());
    assert_eq!(
        app.count("select count(*) from artists where wanted_at is not null and albums_fetched_at is not null").await,
        3
    );
    assert_eq!(
        app.count("select count(*) from albums where releases_fetched_at is null or prices_fetched_at is null").await,
        0
    );
    assert_eq!(app.count("select count(*) from albums where rating_hundredths is null and release_count > 0").await, 0);
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f8_an_attempt_that_got_somewhere_is_not_counted_and_one_that_did_not_is() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let failing = Rule::new(Upstream::Discogs, Fault::Status { status: 500, body: None });
    app.sim.control().fault(failing.clone().times(3));
    assert!(!deliver(&app, &app.context, &PriceReleases { album_id }).await);
    assert_eq!(app.count("select count(*) from releases where priced_at is not null").await, 7);
    assert_eq!(app.depth::<PriceReleases>(false).await.delayed, 1, "it comes back for the other three");
    assert_eq!(app.sim.control().calls().discogs.endpoint("marketplace_stats"), 10);

    app.sim.control().fault(failing);
    assert_eq!(work_off_all(&app).await, MAX_RECEIVES as usize);
    assert_eq!(app.depth::<PriceReleases>(true).await.visible, 1);
    assert_eq!(app.count("select count(*) from albums where prices_fetched_at is not null").await, 0);
    assert_invariants(&app).await;

    app.sim.control().clear_faults();
    app.sim.control().reset_calls();
    assert_eq!(app.redrive::<PriceReleases>().await, 1);
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(app.sim.control().calls().discogs.endpoint("marketplace_stats"), 3);
    assert_eq!(app.count("select count(*) from releases where priced_at is not null").await, 10);
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
}

/// A fault that keeps an answer from coming: the deadline ends each attempt, the message is dead after the last one, and works as soon
/// as the upstream does.
async fn silent(fault: Fault) -> TestApp {
    let app = TestApp::with(PLENTY, |config| config.upstream.discogs.deadline = Duration::from_millis(300)).await;
    let job = IngestReleases { album_id: app.albums_of("Radiohead").await[0] };
    let rows = app.content_hash().await;
    app.sim.control().fault(Rule::new(Upstream::Discogs, fault));
    let failed = app.run(job.clone()).await;
    assert!(matches!(&failed, Err(JobError::Retry(why)) if why.starts_with("upstream unavailable: ")), "{failed:?}");
    assert!(deliver(&app, &app.sandbox(), &job).await, "a failure, to be redelivered");
    assert_eq!(app.content_hash().await, rows);
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 0);
    assert_invariants(&app).await;

    assert_eq!(app.drain().await.failed, MAX_RECEIVES as usize - 1);
    assert_eq!(app.depth::<IngestReleases>(true).await.visible, 1);

    app.sim.control().clear_faults();
    assert_eq!(app.redrive::<IngestReleases>().await, 1);
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(app.count("select count(*) from albums where release_count > 0").await, 1);
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_an_upstream_that_hangs() {
    let app = Box::pin(silent(Fault::Hang { ms: None })).await;
    // Nothing came, so nothing was kept but the one answer.
    assert_eq!(exchanges(&app, "discogs", "master_versions").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_an_upstream_that_drips() {
    let app = Box::pin(silent(Fault::Drip { bytes: 16, every_ms: 40 })).await;
    let exchanges = exchanges(&app, "discogs", "master_versions").await;
    let part = exchanges.iter().filter(|(_, e)| !e.complete && e.status == 200 && e.body.starts_with(b"{")).count();
    assert_eq!(
        (part, exchanges.len()),
        (MAX_RECEIVES as usize + 1, MAX_RECEIVES as usize + 2),
        "what came is evidence"
    );
}
