//! What prices are asked of, through the functions' own budget, tokens and archive: one token for all, one quota for all, evidence of what
//! breaks, and no secret anywhere.
use std::time::Duration;

use futures::future::join_all;
use support::TestApp;
use vinilogy_app::Context;
use vinilogy_sim::{Fault, Limit, RetryAfter, Rule, Upstream};
use vinilogy_upstream::ebay::{Location, Marketplace, Page, Search, What};
use vinilogy_upstream::{Class, Error, Fetch};

const FETCH: Fetch = Fetch { class: Class::Interactive, fresh_for: Duration::from_secs(6 * 3600) };
const SEARCH: Search<'static> = Search {
    what: What::Words("Radiohead OK Computer"),
    marketplace: Marketplace::Es,
    delivery_country: "ES",
    location: Location::Europe,
    offset: 0,
    limit: 200,
};

async fn search(context: &Context, search: Search<'_>) -> Result<Page, Error> {
    context.upstreams().await.expect("clients").ebay.search(&search, FETCH).await
}

/// How many calls of a day are counted.
async fn counted(app: &TestApp) -> i64 {
    app.count("select quota_taken::bigint from upstream_budgets where upstream = 'ebay'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn sandboxes_share_a_token_and_nothing_shows_it() {
    let app = TestApp::start().await;
    let sandboxes: Vec<Context> = (0..6).map(|_| app.sandbox()).collect();
    let searches =
        sandboxes.iter().zip(0..).map(|(sandbox, page)| search(sandbox, Search { offset: page * 200, ..SEARCH }));
    let found = join_all(searches).await;
    assert!(found.iter().all(Result::is_ok), "{found:?}");
    let first = found[0].as_ref().expect("a page");
    assert!(first.items.len() > 2 && first.items.iter().all(|item| item.is_affiliate));
    let calls = app.sim.control().calls().ebay;
    assert_eq!((calls.endpoint("token"), calls.endpoint("item_summary_search")), (1, 6));
    assert_eq!(counted(&app).await, 6);
    let token = app.store().upstream_token("ebay").await.expect("asked").expect("a token");
    for row in [
        "select string_agg(r::text, ' ') from upstream_requests r",
        "select string_agg(b::text, ' ') from upstream_budgets b",
    ] {
        let text: String = app.database.connect().await.query_one(row, &[]).await.expect("rows").get(0);
        assert!(!text.contains(&token), "{row}");
    }
    let again = search(&app.context, SEARCH).await.expect("from the archive");
    assert_eq!(&again, first);
    assert_eq!(app.sim.control().calls().ebay.endpoint("item_summary_search"), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_token_is_replaced_in_the_middle() {
    let app = TestApp::start().await;
    search(&app.context, SEARCH).await.expect("a page");
    app.sim.control().expire_tokens();
    let next = Search { what: What::Words("Portishead"), ..SEARCH };
    let found = search(&app.context, next).await.expect("a page with a new token");
    let item = found.items.first().expect("an offer");
    let whole = app.context.upstreams().await.expect("clients").ebay.item(&item.id, Marketplace::Gb, "ES", FETCH).await;
    assert_eq!(whole.expect("the offer").title, item.title);
    assert_eq!(app.sim.control().calls().ebay.endpoint("token"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_a_used_up_quota_stops_every_sandbox_until_the_day_ends() {
    let app = TestApp::start().await;
    app.sim.control().set_limit(Upstream::Ebay, Limit::new(1, Duration::from_secs(86_400)));
    search(&app.context, SEARCH).await.expect("the only call");
    let after = RetryAfter::Seconds(2);
    app.sim
        .control()
        .fault(Rule::new(Upstream::Ebay, Fault::RetryAfter { after, status: None }).endpoint("item_summary_search"));
    let next = Search { what: What::Words("Portishead"), ..SEARCH };
    let Err(Error::RateLimited(Some(wait))) = search(&app.context, next).await else { panic!("it was refused") };
    let left = app.store().upstream_paused_for("ebay").await.expect("asked").expect("everybody stops");
    assert!(wait.abs_diff(left) < Duration::from_secs(60), "{wait:?}, {left:?}");
    let calls = app.sim.control().calls().ebay.total;
    assert!(matches!(search(&app.sandbox(), next).await, Err(Error::RateLimited(Some(_)))));
    assert_eq!(app.sim.control().calls().ebay.total, calls, "nothing was sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_is_an_error_of_its_kind_and_evidence() {
    let app = TestApp::start().await;
    let upstreams = app.context.upstreams().await.expect("clients").clone();
    let faults = [
        Fault::Status { status: 500, body: None },
        Fault::Html,
        Fault::Truncate { percent: None },
        Fault::Charset,
        Fault::Reset { after_bytes: Some(20) },
    ];
    for fault in faults {
        for upstream in [Upstream::Ebay, Upstream::Ecb] {
            app.sim.control().clear_faults();
            let endpoint = if upstream == Upstream::Ebay { "item_summary_search" } else { "eurofxref-daily" };
            app.sim.control().fault(Rule::new(upstream, fault.clone()).endpoint(endpoint));
            let error = match upstream {
                Upstream::Ebay => upstreams.ebay.search(&SEARCH, FETCH).await.map(drop),
                _ => upstreams.ecb.daily(FETCH).await.map(drop),
            };
            assert!(matches!(error, Err(Error::Unavailable(_))), "{upstream} {fault:?}: {error:?}");
        }
    }
    app.sim.control().clear_faults();
    app.sim
        .control()
        .fault(Rule::new(Upstream::Ebay, Fault::DriftMissing { field: None }).endpoint("item_summary_search"));
    let named = upstreams.ebay.search(&SEARCH, FETCH).await;
    assert_eq!(named.map(drop), Err(Error::Malformed { field: "itemSummaries[0].itemId: missing".to_owned() }));
    assert_eq!(upstreams.ecb.daily(FETCH).await.expect("rates").len(), 1);
    let evidence =
        "select count(*) from upstream_requests where upstream in ('ebay', 'ecb') and fresh_until is not null";
    assert_eq!(app.count(evidence).await, 2, "the answer that has drifted, and the rates");
}

#[tokio::test(flavor = "multi_thread")]
async fn rates_suggestions_and_stock_lists_are_read() {
    let app = TestApp::start().await;
    let upstreams = app.context.upstreams().await.expect("clients");
    let (daily, ninety) = (upstreams.ecb.daily(FETCH).await, upstreams.ecb.ninety_days(FETCH).await);
    let (daily, ninety) = (daily.expect("rates"), ninety.expect("rates"));
    assert_eq!(daily[0], ninety[0]);
    assert!(ninety.len() > 50 && daily[0].rates.len() > 25);
    for format in ["csv", "json"] {
        for url in app.sim.stock_urls(format) {
            let stock = upstreams.shops.fetch(&url, FETCH).await.expect("a list");
            assert!(stock.bytes.len() > 1_000 && stock.content_type.expect("a kind").ends_with(format), "{url}");
        }
    }
    app.sim.control().set_seller_settings(false);
    assert_eq!(upstreams.discogs.price_suggestions(100_000_000, FETCH).await, Ok(None));
}
