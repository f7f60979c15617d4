//! F3, F38: looks at what is for sale that come late, and providers that are away. What is known is still shown, and it is said what is missing.
use chrono::TimeDelta;
use serde_json::Value;
use support::{TestApp, assert_invariants, listener, now, offers};
use vinilogy_app::jobs::{IngestReleases, PriceOffers, PriceReleases};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Look, Scope};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::broken_answers::reason;

pub async fn execute(app: &TestApp, statement: &str) {
    app.database.connect().await.batch_execute(statement).await.expect("executed");
}

/// An album with pressings that nobody has priced, and a listener in Spain.
pub async fn album(app: &TestApp) -> i64 {
    listener(app.store(), "ana").await;
    app.album_with_pressings("Radiohead").await
}

pub async fn quotes(app: &TestApp) -> i64 {
    app.count("select count(*) from quotes").await
}

/// What an album costs, by a condition on its quotes.
pub async fn prices(app: &TestApp, album_id: i64, query: &str) -> Value {
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
pub fn missing(body: &Value, provider: &str) -> Option<String> {
    let all = body["providers"].as_array().expect("providers");
    let found = all
        .iter()
        .find(|known| known["name"] == provider)
        .unwrap_or_else(|| panic!("{provider} is not named: {all:?}"));
    found["missing"].as_str().map(str::to_owned)
}

/// What was known is as old as this.
pub async fn hours_pass(app: &TestApp, hours: u32) {
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
