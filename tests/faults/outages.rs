//! F8, F9: upstreams that fail often, hang, or drip.
use std::time::Duration;

use support::{MAX_RECEIVES, TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestArtist, IngestReleases, JobError};
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

#[tokio::test(flavor = "multi_thread")]
async fn f8_everything_completes_while_three_calls_in_ten_fail() {
    for seed in 0..3 {
        let app = TestApp::start().await;
        for upstream in Upstream::ALL {
            troubled(&app, upstream, seed);
        }
        for name in ["Radiohead", "Portishead", "Björk"] {
            app.send_body::<IngestArtist>(&format!(r#"{{"name": "{name}"}}"#)).await;
        }

        let drained = app.drain().await;

        let calls = app.sim.control().calls();
        let faulted = calls.lastfm.faulted + calls.musicbrainz.faulted + calls.discogs.faulted;
        assert!(faulted > calls.total() / 5, "seed {seed}: only {faulted} of {} calls failed", calls.total());
        assert!(drained.failed > 0, "seed {seed}");
        // Whatever was answered once is never asked again, so each failure costs at most its own call and one more after a reset.
        let answered = calls.total() - faulted;
        assert_eq!(answered, app.count("select count(*) from upstream_requests where fresh_until is not null").await.unsigned_abs());
        for (queue, left, dead) in app.depths().await {
            assert!(left.is_empty() && dead.is_empty(), "seed {seed}: {queue} has {left:?}, dead letters {dead:?}");
        }
        assert_eq!(app.count("select count(*) from artists where wanted_at is not null and albums_fetched_at is not null").await, 3);
        assert_eq!(app.count("select count(*) from albums where releases_fetched_at is null or prices_fetched_at is null").await, 0);
        assert_eq!(app.count("select count(*) from albums where rating_hundredths is null and release_count > 0").await, 0);
        assert_invariants(&app).await;
    }
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
    let app = silent(Fault::Hang { ms: None }).await;
    // Nothing came, so nothing was kept but the one answer.
    assert_eq!(exchanges(&app, "discogs", "master_versions").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f9_an_upstream_that_drips() {
    let app = silent(Fault::Drip { bytes: 16, every_ms: 40 }).await;
    let exchanges = exchanges(&app, "discogs", "master_versions").await;
    let part = exchanges.iter().filter(|(_, e)| !e.complete && e.status == 200 && e.body.starts_with(b"{")).count();
    assert_eq!((part, exchanges.len()), (MAX_RECEIVES as usize + 1, MAX_RECEIVES as usize + 2), "what came is evidence");
}
