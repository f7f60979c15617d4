//! F3, F7, F10, F11, F38: what providers of prices do wrong, or do not do at all. What is known is still shown, and it is said what is missing.
use std::time::Duration;

use chrono::TimeDelta;
use serde_json::{Value, json};
use support::{Depth, TestApp, assert_invariants, listener, now, offers};
use vinilogy_app::jobs::{FetchRates, IngestReleases, Job, JobError, Outcome, PriceOffers, PriceReleases};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Look, Scope};
use vinilogy_sim::{Fault, RetryAfter, Rule, Upstream};

use crate::broken_answers::{Drift, drifted, reason};
use crate::deliver::{deliver, exchanges, mend};

async fn execute(app: &TestApp, statement: &str) {
    app.database.connect().await.batch_execute(statement).await.expect("executed");
}

/// An album with pressings that nobody has priced, and a listener in Spain.
async fn album(app: &TestApp) -> i64 {
    listener(app.store(), "ana").await;
    app.album_with_pressings("Radiohead").await
}

async fn quotes(app: &TestApp) -> i64 {
    app.count("select count(*) from quotes").await
}

/// What an album costs, by a condition on its quotes.
async fn prices(app: &TestApp, album_id: i64, query: &str) -> Value {
    let reply = app.get(&format!("/albums/{album_id}/prices?{query}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.body
}

/// Every offer that is shown.
fn shown(body: &Value) -> Vec<&Value> {
    let of_pressings =
        body["pressings"].as_array().expect("pressings").iter().flat_map(|p| p["offers"].as_array().expect("offers"));
    of_pressings.chain(body["unmatched"].as_array().expect("unmatched")).collect()
}

fn provided(body: &Value, provider: &str) -> usize {
    shown(body).iter().filter(|offer| offer["provider"] == provider).count()
}

/// Why a provider's prices are missing; nothing when it answered.
fn missing(body: &Value, provider: &str) -> Option<String> {
    let all = body["providers"].as_array().expect("providers");
    let found = all
        .iter()
        .find(|known| known["name"] == provider)
        .unwrap_or_else(|| panic!("{provider} is not named: {all:?}"));
    found["missing"].as_str().map(str::to_owned)
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_ebays_used_up_day_is_closed_for_everybody() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let rows = app.content_hash().await;
    let refused = Fault::RetryAfter { after: RetryAfter::Seconds(1), status: None };
    app.sim.control().fault(Rule::new(Upstream::Ebay, refused).endpoint("item_summary_search").times(1));

    assert!(!deliver(&app, &app.sandbox(), &PriceOffers { album_id }).await, "later is no failure");
    for _ in 0..2 {
        assert!(!deliver(&app, &app.sandbox(), &PriceOffers { album_id }).await);
    }
    // Somebody waits now, and still nobody calls.
    app.store().want_albums(&[album_id]).await.expect("wanted");
    assert!(!deliver(&app, &app.sandbox(), &PriceOffers { album_id }).await);

    assert_eq!(
        app.sim.control().calls().ebay.endpoint("item_summary_search"),
        1,
        "somebody called although the day is closed"
    );
    assert_eq!(
        app.depth::<PriceOffers>(false).await,
        Depth { delayed: 4, ..Depth::default() },
        "sent again with a delay"
    );
    assert!(app.depth::<PriceOffers>(true).await.is_empty());
    assert_eq!(quotes(&app).await, 0);
    let body = prices(&app, album_id, "country=ES").await;
    assert!(missing(&body, "ebay").is_some_and(|why| why.starts_with("not to be asked again before 20")), "{body}");
    assert_eq!(app.content_hash().await, rows);

    app.end_pause("ebay").await;
    app.forget().await;
    assert!(matches!(app.run(PriceOffers { album_id }).await, Ok(Outcome::Done(1))));
    assert!(quotes(&app).await > 0);
    assert_eq!(missing(&prices(&app, album_id, "country=ES").await, "ebay"), None);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_bulk_work_beyond_its_share_of_the_day_waits_and_a_person_does_not() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    // 4,900 of 5,000 calls are taken: more than bulk work may ever use.
    execute(&app, "update upstream_budgets set quota_day = quota_day_of(clock_timestamp()), quota_taken = 4900 where upstream = 'ebay'").await;

    for _ in 0..6 {
        assert!(!deliver(&app, &app.sandbox(), &PriceOffers { album_id }).await, "waiting is no failure");
    }
    assert_eq!(app.sim.control().calls().ebay.endpoint("item_summary_search"), 0);
    assert_eq!(app.depth::<PriceOffers>(false).await.delayed, 6);
    assert!(app.depth::<PriceOffers>(true).await.is_empty(), "no healthy message is dead");

    app.store().want_albums(&[album_id]).await.expect("wanted");
    assert!(matches!(app.run(PriceOffers { album_id }).await, Ok(Outcome::Done(1))), "a person's call");
    assert!(app.sim.control().calls().ebay.endpoint("item_summary_search") == 1 && quotes(&app).await > 0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_discogs_statistics_and_the_banks_rates() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let rows = app.content_hash().await;
    let refused =
        |upstream| Rule::new(upstream, Fault::RetryAfter { after: RetryAfter::Seconds(120), status: None }).times(1);
    app.sim.control().fault(refused(Upstream::Discogs));
    for _ in 0..2 {
        assert!(!deliver(&app, &app.sandbox(), &PriceReleases { album_id }).await, "later is no failure");
    }
    assert_eq!(app.sim.control().calls().discogs.endpoint("marketplace_stats"), 1);
    assert!(app.depth::<PriceReleases>(true).await.is_empty());
    assert_eq!(app.content_hash().await, rows);
    assert!(missing(&prices(&app, album_id, "country=ES").await, "discogs").is_some());
    app.end_pause("discogs").await;
    assert!(matches!(app.run(PriceReleases { album_id }).await, Ok(Outcome::Done(10))));
    assert_eq!(missing(&prices(&app, album_id, "country=ES").await, "discogs"), None);

    execute(
        &app,
        "delete from exchange_rates; update upstream_requests set fresh_until = now() where upstream = 'ecb'",
    )
    .await;
    app.sim.control().reset_calls();
    app.sim.control().fault(refused(Upstream::Ecb));
    for _ in 0..2 {
        let refused = app.run(FetchRates::default()).await;
        assert!(matches!(refused, Err(JobError::Later(wait)) if wait <= Duration::from_secs(120)), "{refused:?}");
    }
    assert_eq!(app.sim.control().calls().ecb.total, 1);
    app.end_pause("ecb").await;
    assert!(matches!(app.run(FetchRates::default()).await, Ok(Outcome::Done(_))));
    assert_invariants(&app).await;
}

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

/// What was known is as old as this.
async fn hours_pass(app: &TestApp, hours: u32) {
    let age = format!(
        "update price_checks set checked_at = checked_at - interval '{hours} hours';
         update price_looks set seen_at = seen_at - interval '{hours} hours';
         update quotes set observed_at = observed_at - interval '{hours} hours';
         update releases set priced_at = priced_at - interval '{hours} hours';
         update albums set prices_fetched_at = prices_fetched_at - interval '{hours} hours', wanted_at = now();
         update upstream_requests set fresh_until = now() - interval '1 hour'"
    );
    execute(app, &age).await;
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

/// A look at an album's offers to a country: these items of a pressing at prices in euros.
fn look(album: i64, release: i64, country: &str, minutes: i64, items: &[(&str, i64)]) -> Look {
    let quotes = items.iter().map(|(item, cents)| {
        let mut quote = offers::quote(release, Money::new(*cents, Currency::EUR), Some(500), country);
        quote.offer = (*item).to_owned();
        quote.album_id = album;
        quote
    });
    let scope = Scope::Album { id: album, ships_to: country.to_owned() };
    Look { scope, seen_at: now() - TimeDelta::minutes(minutes), for_sale: None, quotes: quotes.collect() }
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_an_older_page_after_a_newer_one() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let release = app.count("select min(id) from releases").await;
    let items = async |country: &str| {
        app.count(&format!("select coalesce(sum(amount), 0)::bigint from quotes where ships_to = '{country}'")).await
    };
    let save = async |looks: &[Look]| app.store().save_looks("ebay", looks).await.expect("looks");
    let page = |country: &str, minutes: i64, items: &[(&str, i64)]| look(album_id, release, country, minutes, items);

    assert_eq!(save(&[page("ES", 10, &[("a", 2000)])]).await, 1);
    assert_eq!(save(&[page("ES", 20, &[("a", 1900), ("sold", 1000)])]).await, 0, "older");
    assert_eq!(items("ES").await, 2000);

    // One look is old and the other is not, in either order.
    assert_eq!(save(&[page("ES", 15, &[("sold", 1000)]), page("GB", 5, &[("b", 100)])]).await, 1);
    assert_eq!((items("ES").await, items("GB").await), (2000, 100));
    assert_eq!(save(&[page("ES", 1, &[("c", 30)]), page("GB", 8, &[("sold", 1)])]).await, 1);
    assert_eq!((items("ES").await, items("GB").await), (30, 100));

    // Nothing is for sale there any more; then an older page comes.
    assert_eq!(save(&[page("GB", 2, &[])]).await, 1);
    assert_eq!(save(&[page("GB", 3, &[("sold", 1)])]).await, 0);
    assert_eq!((items("ES").await, items("GB").await), (30, 0));
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_turns_out_to_be_of_another_album_leaves_no_best_price_behind() {
    let app = TestApp::start().await;
    listener(app.store(), "ana").await;
    let albums = app.albums_of("Radiohead").await;
    let mut releases = Vec::new();
    for &album_id in &albums[..2] {
        app.run(IngestReleases { album_id }).await.expect("pressings");
        releases.push(app.count(&format!("select min(id) from releases where album_id = {album_id}")).await);
    }
    let of = |at: usize, minutes: i64, items: &[(&str, i64)]| look(albums[at], releases[at], "ES", minutes, items);
    app.store().save_looks("ebay", &[of(0, 9, &[("x", 900)])]).await.expect("a look");
    app.store().save_looks("ebay", &[of(1, 5, &[("x", 900)])]).await.expect("the same item");
    assert_invariants(&app).await;
    let best = "select coalesce(min(album_id), 0) from album_best_price where class = 'cheapest'";
    assert_eq!(app.count(best).await, albums[1]);
    assert_eq!(quotes(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f38_without_the_banks_rates_prices_are_written_and_nothing_is_added_up_wrongly() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    app.store().get_or_create_user("Ann", "GB", "GBP", "en").await.expect("listener");
    execute(
        &app,
        "delete from exchange_rates; update upstream_requests set fresh_until = now() where upstream = 'ecb'",
    )
    .await;
    app.sim.control().fault(Rule::new(Upstream::Ecb, Fault::Status { status: 503, body: None }));

    app.run(PriceReleases { album_id }).await.expect("prices are written");
    app.run(PriceOffers { album_id }).await.expect("offers are written");

    assert!(app.sim.control().calls().ecb.total > 0);
    let of = |currency: &str, how: &str| {
        format!("select count(*) from quotes where currency = '{currency}' and item_cents is {how}")
    };
    assert!(app.count(&of("GBP", "null")).await > 0 && app.count(&of("EUR", "not null")).await > 0);
    assert_eq!((app.count(&of("GBP", "not null")).await, app.count(&of("EUR", "null")).await), (0, 0));
    let totals = "select count(*) from quotes where currency = 'GBP' and (delivered_low is not null or delivered_high is not null or rank < 3)";
    assert_eq!(app.count(totals).await, 0, "no sum without a rate, and last in order");
    assert_invariants(&app).await;
    let body = prices(&app, album_id, "country=GB&currency=EUR").await;
    let pounds: Vec<_> = shown(&body).into_iter().filter(|offer| offer["currency"] == "GBP").collect();
    assert!(
        !pounds.is_empty() && pounds.iter().all(|offer| offer["delivered"].is_null() && offer["asked"].is_null()),
        "{body}"
    );

    // The bank is back, but what it says is old.
    app.sim.control().clear_faults();
    app.end_pause("ecb").await;
    app.rates().await;
    execute(&app, "delete from exchange_rates where day < (select max(day) from exchange_rates); update exchange_rates set day = '2026-03-02'").await;
    app.sim.control().fault(Rule::new(Upstream::Ecb, Fault::Status { status: 503, body: None }));
    hours_pass(&app, 7).await;
    app.run(PriceOffers { album_id }).await.expect("offers are written");

    let old = "select count(*) from quotes where provider = 'ebay' and currency = 'GBP' and rate_day is distinct from '2026-03-02'";
    assert_eq!(app.count(old).await, 0, "converted at the last rate");
    let body = prices(&app, album_id, "country=GB&currency=EUR").await;
    let ebay: Vec<_> = shown(&body).into_iter().filter(|offer| offer["provider"] == "ebay").collect();
    assert!(
        !ebay.is_empty() && ebay.iter().all(|offer| offer["currency"] == "EUR" && offer["rate_day"] == "2026-03-02"),
        "{body}"
    );
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_that_is_away_is_named_and_the_others_are_shown() {
    let app = TestApp::start().await;
    let album_id = album(&app).await;
    let release = app.count("select min(id) from releases").await;
    let shop = offers::look(release, now(), Money::new(2100, Currency::EUR), Some(300), "ES");
    app.store().save_looks("shop:marilians", &[shop]).await.expect("a shop's price");
    let away = |upstream| Rule::new(upstream, Fault::Status { status: 500, body: None });

    app.sim.control().fault(away(Upstream::Ebay));
    app.run(PriceReleases { album_id }).await.expect("Discogs answers");
    assert!(reason(app.run(PriceOffers { album_id }).await).starts_with("upstream unavailable: "));
    let body = prices(&app, album_id, "country=ES").await;
    assert!(
        provided(&body, "discogs") > 0 && provided(&body, "shop:marilians") == 1 && provided(&body, "ebay") == 0,
        "{body}"
    );
    assert!(missing(&body, "ebay").is_some_and(|why| why.starts_with("upstream unavailable: ")));
    assert_eq!(missing(&body, "discogs"), None);
    assert_eq!(body["best"][0]["provider"], "shop:marilians", "{body}");

    app.sim.control().clear_faults();
    app.run(PriceOffers { album_id }).await.expect("eBay is back");
    hours_pass(&app, 7).await;
    app.sim.control().fault(away(Upstream::Discogs));
    assert!(reason(app.run(PriceReleases { album_id }).await).starts_with("upstream unavailable: "));
    app.run(PriceOffers { album_id }).await.expect("eBay answers");
    let body = prices(&app, album_id, "country=ES").await;
    assert!(provided(&body, "ebay") > 0 && provided(&body, "shop:marilians") == 1, "{body}");
    assert!(missing(&body, "discogs").is_some_and(|why| why.starts_with("upstream unavailable: ")));
    assert_eq!(missing(&body, "ebay"), None);
    let old: Vec<_> = shown(&body).into_iter().filter(|offer| offer["provider"] == "discogs").collect();
    assert!(
        !old.is_empty() && old.iter().all(|offer| offer["stale"] == true),
        "what was known before is shown with its age: {body}"
    );
    assert_invariants(&app).await;
}
