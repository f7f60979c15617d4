//! F7: providers of prices say "slow down". Nobody calls until they may, nothing dies, and it is said what is missing.
use std::time::Duration;

use support::{Depth, TestApp, assert_invariants};
use vinilogy_app::jobs::{FetchRates, JobError, Outcome, PriceOffers, PriceReleases, ReadStock};
use vinilogy_core::store::NewShop;
use vinilogy_sim::{Fault, RetryAfter, Rule, Upstream};

use crate::deliver::deliver;
use crate::offers::{album, execute, missing, prices, quotes};

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

#[tokio::test(flavor = "multi_thread")]
async fn f7_a_shop_that_says_slow_down_keeps_no_other_shop_waiting() {
    let app = TestApp::start().await;
    app.rates().await;
    let mut shops = Vec::new();
    for (number, list) in (0..).zip(app.sim.stock_urls("csv").into_iter().take(2)) {
        let shop = NewShop {
            slug: format!("shop-{number}"),
            name: format!("Shop {number}"),
            city: "Madrid".to_owned(),
            country: "ES".to_owned(),
            feed_url: Some(list),
            feed_format: Some("csv".to_owned()),
            currency: "EUR".to_owned(),
            ..NewShop::default()
        };
        shops.push(app.store().save_shop(&shop).await.expect("a shop"));
    }
    let refused = Fault::RetryAfter { after: RetryAfter::Seconds(600), status: None };
    app.sim.control().fault(Rule::new(Upstream::Shops, refused).times(1));

    assert!(!deliver(&app, &app.sandbox(), &ReadStock { shop_id: shops[0] }).await, "later is no failure");
    assert_eq!(app.depth::<ReadStock>(false).await, Depth { delayed: 1, ..Depth::default() });
    assert!(app.depth::<ReadStock>(true).await.is_empty());
    assert!(!deliver(&app, &app.sandbox(), &ReadStock { shop_id: shops[1] }).await, "the other one is read");
    assert_eq!(app.sim.control().calls().shops.total, 2);

    let read = app.run(ReadStock { shop_id: shops[0] }).await;
    assert!(matches!(read, Ok(Outcome::Done(_))), "{read:?}");
    assert_invariants(&app).await;
}
