//! `POST /albums/{id}/prices`: at once when it takes few calls, else by the queues; and what becomes of it when an upstream is slow,
//! refuses or is down.
use std::time::Duration;

use axum::http::{StatusCode, header};
use futures::future::join_all;
use serde_json::{Value, json};
use support::{Reply, TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{CheckAlerts, Job, PriceOffers, PriceReleases};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{NewAlert, PriceClass};
use vinilogy_sim::{Fault, RetryAfter, Rule, Upstream};
use vinilogy_upstream::Rate;

use crate::check::problem;

/// A listener's token, and an album of which so many pressings have no fresh price.
async fn stale(app: &TestApp, pressings: i64) -> (String, i64) {
    let (_, token) = listener(app.store(), "ana").await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let fresh = format!(
        "update releases set priced_at = now() where album_id = {album_id}
         and id not in (select id from releases where album_id = {album_id} order by id limit {pressings})"
    );
    app.database.connect().await.batch_execute(&fresh).await.expect("the others are fresh");
    (token, album_id)
}

async fn ask(app: &TestApp, token: &str, album_id: i64) -> Reply {
    app.post(Some(token), &format!("/albums/{album_id}/prices?country=ES"), &json!({})).await
}

/// The queues have the album, a run says how far it is, and nobody holds it.
async fn left_to_the_queues(app: &TestApp, reply: &Reply, album_id: i64) {
    assert_eq!((reply.status, &reply.body["album_id"]), (StatusCode::ACCEPTED, &album_id.into()), "{}", reply.body);
    let run = format!("/runs/{}", reply.body["run_id"]);
    assert_eq!(reply.headers[header::LOCATION], run.as_str());
    assert_eq!(app.get(&run).await.status, StatusCode::OK);
    let key = json!({"album_id": album_id}).to_string();
    assert!(app.sent::<PriceReleases>().await.contains(&key));
    assert!(app.sent::<PriceOffers>().await.contains(&key));
    assert_eq!(app.count("select count(*) from claims").await, 0);
}

/// Calls of prices: pressings at Discogs, searches and items on eBay.
fn calls(app: &TestApp) -> (u64, u64) {
    let calls = app.sim.control().calls();
    let ebay = calls.ebay.endpoint("item_summary_search") + calls.ebay.endpoint("item");
    (calls.discogs.endpoint("marketplace_stats"), ebay)
}

#[tokio::test(flavor = "multi_thread")]
async fn few_stale_prices_are_asked_for_at_once_and_shown() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 3).await;
    let alert = NewAlert {
        album: Some(AlbumId::from(album_id)),
        class: PriceClass::Cheapest,
        target: Money::new(1_000_000, Currency::EUR),
    };
    let ana = app.store().get_or_create_user("ana", "ES", "EUR", "en").await.expect("ana");
    app.store().save_alert(ana, alert, 10).await.expect("an alert");

    let reply = ask(&app, &token, album_id).await;

    assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
    let shown = app.get(&format!("/albums/{album_id}/prices?country=ES")).await.body;
    assert_eq!(reply.body, shown, "what GET shows");
    let providers: Vec<(&str, bool)> = shown["providers"]
        .as_array()
        .expect("providers")
        .iter()
        .map(|p| (p["name"].as_str().expect("a name"), p["checked_at"].is_string() && p["missing"].is_null()))
        .collect();
    assert_eq!(providers, [("discogs", true), ("ebay", true)]);
    let (discogs, ebay) = calls(&app);
    assert_eq!(discogs, 3);
    assert!((1..=3).contains(&ebay), "{ebay}");
    let fresh = "select count(*) from albums where wanted_at is not null and prices_fetched_at is not null";
    assert_eq!(app.count(fresh).await, 1);
    assert!(app.sent::<CheckAlerts>().await.contains(&json!({"album_id": album_id}).to_string()), "who waits is told");
    app.drain_queue::<CheckAlerts>().await;
    app.assert_queues_empty().await;

    app.sim.control().reset_calls();
    let again = ask(&app, &token, album_id).await;
    assert_eq!((again.status, again.body), (StatusCode::OK, shown), "fresh prices need no call");
    assert_eq!(app.sim.control().calls().total(), 0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_stale_prices_are_left_to_the_queues_and_nothing_is_asked() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 6).await;
    problem(&app.post(None, &format!("/albums/{album_id}/prices"), &json!({})).await, StatusCode::UNAUTHORIZED);
    problem(&ask(&app, &token, 987_654).await, StatusCode::NOT_FOUND);
    let wrong = format!("/albums/{album_id}/prices?country=Spain");
    problem(&app.post(Some(&token), &wrong, &json!({})).await, StatusCode::BAD_REQUEST);

    let reply = ask(&app, &token, album_id).await;

    left_to_the_queues(&app, &reply, album_id).await;
    assert_eq!(app.sim.control().calls().total(), 0, "six pressings and three calls of eBay are more than eight");
    let wanted = "select count(*) from albums where wanted_at is not null and prices_fetched_at is null";
    assert_eq!(app.count(wanted).await, 1, "the sweep would find it");
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(ask(&app, &token, album_id).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_true_rate_no_more_is_asked_than_fits_the_wait() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 5).await;
    let slow =
        app.sandbox_with(|config| config.upstream.discogs.rate = Rate { calls: 60, per: Duration::from_secs(60) });
    let fits = vinilogy_app::jobs::price_at_once(&slow, AlbumId::from(album_id)).await.expect("asked");
    assert!(!fits, "five calls a second apart take more than four seconds");
    assert_eq!(app.sim.control().calls().total(), 0);
    assert_eq!(ask(&app, &token, album_id).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_callers_at_once_ask_once() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 4).await;

    let replies = join_all((0..8).map(|_| ask(&app, &token, album_id))).await;

    assert!(replies.iter().any(|reply| reply.status == StatusCode::OK));
    let others = replies.iter().filter(|reply| reply.status != StatusCode::OK);
    assert!(others.clone().all(|reply| reply.status == StatusCode::ACCEPTED), "{replies:?}");
    let (discogs, ebay) = calls(&app);
    assert_eq!(discogs, 4, "each pressing once");
    assert!(ebay <= 3, "{ebay}");
    // What the others sent finds nothing to do.
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(calls(&app), (discogs, ebay));
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_worker_is_at_is_not_asked_again() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 2).await;
    let held = app.store().claim(PriceReleases::NAME, album_id, Duration::from_secs(60)).await.expect("asked");
    let held = held.expect("the claim");
    let other = app.store().claim(PriceOffers::NAME, album_id, Duration::from_secs(60)).await.expect("asked");
    let other = other.expect("the claim");

    let reply = ask(&app, &token, album_id).await;

    assert_eq!(app.sim.control().calls().total(), 0);
    app.store().give_back(&held).await.expect("still the worker's");
    app.store().give_back(&other).await.expect("still the worker's");
    left_to_the_queues(&app, &reply, album_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_refusing_and_broken_upstreams_are_left_to_the_queues() {
    let faults = [
        Fault::RetryAfter { after: RetryAfter::Seconds(30), status: None },
        Fault::Status { status: 503, body: None },
        Fault::Reset { after_bytes: None },
        Fault::Hang { ms: None },
        Fault::Html,
    ];
    for (upstream, endpoint) in [(Upstream::Discogs, "marketplace_stats"), (Upstream::Ebay, "item_summary_search")] {
        for fault in &faults {
            let app = TestApp::with(Rate { calls: 60_000, per: Duration::from_secs(1) }, |config| {
                config.upstream.discogs.deadline = Duration::from_millis(300);
                config.upstream.ebay.deadline = Duration::from_millis(300);
            })
            .await;
            let (token, album_id) = stale(&app, 2).await;
            app.sim.control().fault(Rule::new(upstream, fault.clone()).endpoint(endpoint));

            let reply = ask(&app, &token, album_id).await;

            left_to_the_queues(&app, &reply, album_id).await;
            app.sim.control().clear_faults();
            app.end_pause("discogs").await;
            app.end_pause("ebay").await;
            app.drain().await;
            let shown = ask(&app, &token, album_id).await;
            let missing: Vec<&Value> =
                shown.body["providers"].as_array().expect("providers").iter().map(|p| &p["missing"]).collect();
            assert_eq!((shown.status, missing), (StatusCode::OK, vec![&Value::Null; 2]), "{upstream} {fault:?}");
            assert_invariants(&app).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_budget_that_grants_nothing_soon_is_not_waited_for() {
    let app = TestApp::start().await;
    let (token, album_id) = stale(&app, 2).await;
    app.store().pause_upstream("discogs", Duration::from_secs(60)).await.expect("paused");
    let reply = ask(&app, &token, album_id).await;
    left_to_the_queues(&app, &reply, album_id).await;
    assert_eq!(calls(&app).0, 0);
}
