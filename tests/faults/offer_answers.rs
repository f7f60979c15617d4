//! F10, F11: answers of providers of prices that are broken, not what they were, or not to be trusted.
use serde_json::json;
use support::{TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{FetchRates, Job, Outcome, PriceOffers, PriceReleases};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::broken_answers::{Drift, drifted, reason};
use crate::deliver::{exchanges, mend};
use crate::offers::{album, hours_pass, missing, prices, quotes};

/// Answers that are none: kept as evidence, no row changed, a typed error; and once the upstream is well the same key works.
async fn broken<J: Job + Clone>(app: &TestApp, job: J, upstream: Upstream, endpoint: &str, faults: &[Fault]) {
    let rows = app.content_hash().await;
    for fault in faults {
        app.sim.control().fault(Rule::new(upstream, fault.clone()).endpoint(endpoint));
        let before = exchanges(app, upstream.name(), endpoint).await.len();
        let why = reason(job.clone().run(&app.sandbox()).await);
        assert!(why.starts_with("upstream unavailable: "), "{endpoint} {fault:?}: {why}");
        assert_eq!(app.content_hash().await, rows, "{endpoint} {fault:?}");
        let kept = exchanges(app, upstream.name(), endpoint).await.len();
        // A token's answer holds a secret.
        assert!(if endpoint == "token" { kept == 0 } else { kept > before }, "{endpoint} {fault:?}: {before}, {kept}");
        assert_invariants(app).await;
        app.sim.control().clear_faults();
    }
    assert!(matches!(job.run(&app.context).await, Ok(Outcome::Done(_))), "{endpoint}: well again");
    assert_ne!(app.content_hash().await, rows, "{endpoint}");
    assert_invariants(app).await;
}

/// Cut, a web page, and Latin-1 that says it is UTF-8.
fn nonsense() -> [Fault; 3] {
    [Fault::Truncate { percent: Some(60) }, Fault::Html, Fault::Charset]
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_ebays_broken_searches_and_tokens() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    broken(&app, PriceOffers { album_id }, Upstream::Ebay, "item_summary_search", &nonsense()).await;
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    broken(&app, PriceOffers { album_id }, Upstream::Ebay, "token", &nonsense()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_broken_statistics_and_rates() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    broken(&app, PriceReleases { album_id }, Upstream::Discogs, "marketplace_stats", &nonsense()).await;
    let app = TestApp::start().await;
    broken(&app, FetchRates::default(), Upstream::Ecb, "eurofxref-hist-90d", &nonsense()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_required_null_from_ebay() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let drift = Drift {
        upstream: Upstream::Ebay,
        endpoint: "item_summary_search",
        fault: Fault::DriftNull { field: None },
        named: "itemSummaries[0].itemId",
        mend: |body| {
            for (number, item) in (100..).zip(body["itemSummaries"].as_array_mut().expect("items")) {
                item["itemId"] = json!(format!("v1|{number}|0"));
            }
        },
    };
    drifted(&app, PriceOffers { album_id }, drift).await;
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    app.sim.control().fault(Rule::new(Upstream::Ebay, Fault::DriftNull { field: None }).endpoint("token"));
    let why = reason(app.run(PriceOffers { album_id }).await);
    assert!(why.contains("access_token"), "{why}");
    app.sim.control().clear_faults();
    assert!(matches!(app.run(PriceOffers { album_id }).await, Ok(Outcome::Done(1))), "a token is asked for again");
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_f11_statistics_with_a_required_null_or_of_another_type() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let drift = Drift {
        upstream: Upstream::Discogs,
        endpoint: "marketplace_stats",
        fault: Fault::DriftRetype { field: None },
        named: "blocked_from_sale",
        mend: |body| body["blocked_from_sale"] = json!(false),
    };
    drifted(&app, PriceReleases { album_id }, drift).await;

    // A pressing's failure is its own: where nothing is for sale there is no price to be read.
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let null = Fault::DriftNull { field: Some("lowest_price.value".to_owned()) };
    app.sim.control().fault(Rule::new(Upstream::Discogs, null).endpoint("marketplace_stats"));
    app.run(PriceReleases { album_id }).await.expect_err("some cannot be read");
    assert_eq!(quotes(&app).await, 0);
    let why = missing(&prices(&app, album_id, "country=ES").await, "discogs").expect("it is said");
    assert!(why.starts_with("malformed: lowest_price.value"), "{why}");
    let calls = app.sim.control().calls().total();
    mend(&app, "discogs", "marketplace_stats", |body| {
        if !body["lowest_price"].is_null() {
            body["lowest_price"]["value"] = json!(12.5);
        }
    })
    .await;
    assert!(matches!(app.run(PriceReleases { album_id }).await, Ok(Outcome::Done(1..))), "after the fix it works");
    assert!(quotes(&app).await > 0 && app.sim.control().calls().total() == calls, "without a call");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_new_fields_change_nothing_and_missing_ones_are_named() {
    let (plain, drifting) = (TestApp::start().await, TestApp::start().await);
    let mut quoted = Vec::new();
    for app in [&plain, &drifting] {
        let album_id = album(app).await;
        if std::ptr::eq(app, &drifting) {
            for upstream in [Upstream::Ebay, Upstream::Discogs, Upstream::Ecb] {
                app.sim.control().fault(Rule::new(upstream, Fault::DriftNew));
            }
        }
        app.run(PriceOffers { album_id }).await.expect("offers");
        app.run(PriceReleases { album_id }).await.expect("prices");
        let rows = "select md5(string_agg(q::text, ',' order by q::text)) from
                    (select offer, ships_to, sale, currency, amount, shipping, media, sleeve, title, confidence from quotes) q";
        quoted.push(app.database.connect().await.query_one(rows, &[]).await.expect("hash").get::<_, String>(0));
    }
    assert_eq!(quoted[0], quoted[1]);

    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    let albums = app.albums_of("Radiohead").await;
    let rows = app.content_hash().await;
    let missing = |field: &str| Fault::DriftMissing { field: Some(field.to_owned()) };
    let retyped = |field: &str| Fault::DriftRetype { field: Some(field.to_owned()) };
    let cases = [
        (missing("itemSummaries.title"), "itemSummaries[0].title"),
        (missing("itemSummaries.buyingOptions"), "itemSummaries[0].buyingOptions"),
        (retyped("itemSummaries.itemWebUrl"), "itemSummaries[0].itemWebUrl"),
        (retyped("itemSummaries"), "itemSummaries"),
    ];
    for (album_id, (fault, named)) in albums.into_iter().zip(cases) {
        app.sim.control().clear_faults();
        app.sim.control().fault(Rule::new(Upstream::Ebay, fault.clone()).endpoint("item_summary_search"));
        let why = reason(app.run(PriceOffers { album_id }).await);
        assert!(why.starts_with(&format!("malformed: {named}")), "{fault:?}: {why}");
        assert_eq!(app.content_hash().await, rows, "{fault:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_ebay_with_warnings_changes_nothing() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    app.run(PriceOffers { album_id }).await.expect("priced");
    hours_pass(&app, 7).await;
    let rows = app.content_hash().await;
    // The filter was ignored, so that anything may be on it, or nothing.
    let warned =
        json!({"total": 0, "warnings": [{"errorId": 12002, "message": "The 'filter' field or value is invalid."}]});
    let warned = Fault::Status { status: 200, body: Some(warned.to_string()) };
    app.sim.control().fault(Rule::new(Upstream::Ebay, warned).endpoint("item_summary_search"));

    let why = reason(app.run(PriceOffers { album_id }).await);

    assert!(why.starts_with("malformed: warnings: 12002"), "{why}");
    assert_eq!(app.content_hash().await, rows, "what was known is still offered");
    assert_invariants(&app).await;
}
