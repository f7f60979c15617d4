//! F7: an upstream says "slow down", in every way in which they say it.
use std::time::Duration;

use aws_lambda_events::sqs::SqsEvent;
use support::{Depth, TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestArtist, IngestReleases, PriceReleases};
use vinilogy_sim::{Fault, RetryAfter, Rule, Upstream};
use vinilogy_upstream::Rate;

use crate::deliver::{at_once, deliver, send};

fn refusal(upstream: Upstream, after: RetryAfter) -> Rule {
    Rule::new(upstream, Fault::RetryAfter { after, status: None })
}

/// How long everybody still keeps away from an upstream.
async fn paused_for(app: &TestApp, upstream: &str) -> Duration {
    app.store().upstream_paused_for(upstream).await.expect("a budget").unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_retry_after_in_seconds_stops_every_sandbox_until_it_is_over() {
    let app = TestApp::start().await;
    let albums = app.albums_of("Radiohead").await;
    let rows = app.content_hash().await;
    app.sim.control().fault(refusal(Upstream::Discogs, RetryAfter::Seconds(6)).times(1));
    assert!(!deliver(&app, &app.sandbox(), &IngestReleases { album_id: albums[0] }).await, "later is no failure");
    for &album_id in &albums[1..5] {
        send(&app, &IngestReleases { album_id }).await;
    }
    let event = app.receive_all::<IngestReleases>().await;
    assert_eq!(at_once::<IngestReleases>(&app, event).await, 0);
    assert_eq!(app.sim.control().calls().discogs.total, 1, "somebody called although told to stop");
    assert_eq!(app.content_hash().await, rows);

    while app.count("select count(*) from albums where release_count > 0").await < 5 {
        let event: SqsEvent = app.wait_for_messages::<IngestReleases>().await;
        assert_eq!(at_once::<IngestReleases>(&app, event).await, 0);
    }

    let arrivals = app.sim.control().calls().discogs.arrivals_us;
    let quiet = Duration::from_micros(arrivals[1] - arrivals[0]);
    assert!(quiet >= Duration::from_secs(6), "the next call came {quiet:?} after the refusal");
    assert_invariants(&app).await;
    assert!(app.depth::<IngestReleases>(true).await.is_empty());
}

/// Refuses one call in this way; then nobody calls, and nothing is lost or dead. Returns the pause that all keep.
async fn refused(app: &TestApp, album_id: i64, after: RetryAfter) -> Duration {
    app.forget().await;
    app.sim.control().fault(refusal(Upstream::Discogs, after.clone()).times(1));
    let rows = app.content_hash().await;
    assert!(!deliver(app, &app.sandbox(), &IngestReleases { album_id }).await, "{after:?}: later is no failure");
    let pause = paused_for(app, "discogs").await;
    assert!(!deliver(app, &app.sandbox(), &IngestReleases { album_id }).await);
    assert!(!deliver(app, &app.sandbox(), &PriceReleases { album_id }).await);
    assert_eq!(app.sim.control().calls().discogs.total, 1, "{after:?}: somebody called although told to stop");
    assert_eq!(app.content_hash().await, rows);
    let waiting = Depth { delayed: 2, ..Depth::default() };
    assert_eq!(app.depth::<IngestReleases>(false).await, waiting, "{after:?}: sent again with a delay");
    assert!(app.depth::<IngestReleases>(true).await.is_empty());
    app.end_pause("discogs").await;
    pause
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_retry_after_as_a_date_absurd_or_missing() {
    let minute = Duration::from_secs(60);
    let app = TestApp::with(Rate { calls: 60_000, per: minute }, |_| {}).await;
    let album_id = app.album_with_pressings("Radiohead").await;
    app.database.connect().await.batch_execute("update albums set releases_fetched_at = null").await.expect("stale");
    let expire = "update upstream_requests set fresh_until = now() where upstream = 'discogs'";
    app.database.connect().await.batch_execute(expire).await.expect("expired");
    let cases = [
        // As asked: the date is whole seconds, and some time passes until the pause is looked at.
        (RetryAfter::Date(200), 150..=200),
        (RetryAfter::Seconds(120), 90..=120),
        // Mistakes count as five minutes.
        (RetryAfter::Seconds(31_536_000), 250..=300),
        (RetryAfter::Date(31_536_000), 250..=300),
        // Nothing that can be read: a whole window of Discogs.
        (RetryAfter::Missing, 40..=60),
        (RetryAfter::Raw("soon".to_owned()), 40..=60),
    ];
    for (after, expected) in cases {
        let pause = refused(&app, album_id, after.clone()).await;
        assert!(expected.contains(&pause.as_secs()), "{after:?}: paused for {pause:?}");
    }
    app.forget().await;
    send(&app, &IngestReleases { album_id }).await;
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(
        app.count("select count(*) from albums where releases_fetched_at is not null and release_count > 0").await,
        1
    );
    assert_invariants(&app).await;
    app.assert_queues_empty().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_a_healthy_message_is_never_walked_into_the_dead_letters() {
    let app = TestApp::start().await;
    // Refused more often than a message may be received; in the past, so the shortest pause of all.
    let refusals = 6;
    let past = RetryAfter::Seconds(-5);
    app.sim.control().fault(refusal(Upstream::Lastfm, past).times(refusals));
    app.send_body::<IngestArtist>(r#"{"name": "Radiohead"}"#).await;
    while app.count("select count(*) from artists where info_fetched_at is not null").await == 0 {
        let event = app.wait_for_messages::<IngestArtist>().await;
        assert_eq!(at_once::<IngestArtist>(&app, event).await, 0);
    }
    assert_eq!(app.sim.control().calls().lastfm.endpoint("artist.getInfo"), u64::from(refusals) + 1);
    let arrivals = app.sim.control().calls().lastfm.arrivals_us;
    let hasty = arrivals.windows(2).take(refusals as usize).filter(|pair| pair[1] - pair[0] < 1_000_000).count();
    assert_eq!(hasty, 0, "calls within a second of a refusal: {arrivals:?}");
    assert!(app.depth::<IngestArtist>(false).await.is_empty() && app.depth::<IngestArtist>(true).await.is_empty());
    assert_invariants(&app).await;
}
