//! What is for sale, and the best of each album.
use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use support::{TestDatabase, offers};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{ANYWHERE, Look, ReleaseFilter, Sale, Scope};

use crate::catalogue::{count, database, pressings, versions};

/// Noon of a day in the past, and hours after it.
pub fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000, 0).expect("a time") + TimeDelta::hours(hours)
}

/// A pressing seen at a price in euros.
pub fn offer(release_id: i64, hours: i64, cents: i64, shipping: Option<i64>, ships_to: &str) -> Look {
    offers::look(release_id, at(hours), Money::new(cents, Currency::EUR), shipping, ships_to)
}

/// A pressing seen without an offer.
fn no_offer(release_id: i64, hours: i64) -> Look {
    offers::none(release_id, at(hours))
}

/// Every best price is the first by rank, of as many as there are.
async fn assert_best(database: &TestDatabase) {
    assert_eq!(count(database, support::BEST_THAT_ARE_NOT).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_the_newest_look_wins_in_whatever_order_they_arrive_and_history_keeps_both() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let best = async || store.best_prices(album, "ES").await.expect("best")[0].amount;
    assert_eq!(store.save_looks("discogs", &[offer(ids[0], 2, 2000, None, ANYWHERE)]).await.expect("price"), 1);
    assert_eq!(store.save_looks("discogs", &[offer(ids[0], 1, 1000, None, ANYWHERE)]).await.expect("older"), 0);
    assert_eq!(best().await, 2000);
    assert_eq!(store.save_looks("discogs", &[no_offer(ids[0], 0)]).await.expect("older"), 0);
    assert_eq!(best().await, 2000);
    assert_eq!(store.save_looks("discogs", &[offer(ids[0], 3, 3000, None, ANYWHERE)]).await.expect("newer"), 1);
    assert_eq!(best().await, 3000);
    let histories = store.price_histories(ids[0].into()).await.expect("history");
    let lows: Vec<Option<i64>> = histories[0].history.points().map(|point| point.low).collect();
    assert_eq!(lows, [None, Some(1000), Some(2000), Some(3000)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_looks_write_nothing() {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 3).await;
    let seen: Vec<_> = ids.iter().map(|id| offer(*id, 1, 2000 + id, None, ANYWHERE)).collect();
    assert_eq!(store.save_looks("discogs", &seen).await.expect("prices"), 3);
    let tables = ["quotes", "album_best_price", "price_histories", "releases"];
    let mut before = Vec::new();
    for table in tables {
        before.push(versions(&database, table).await);
    }
    assert_eq!(store.save_looks("discogs", &seen).await.expect("again"), 0);
    for (table, before) in tables.into_iter().zip(before) {
        let after = versions(&database, table).await;
        // `for update` marks locked rows in their header, so only the tuples' places are compared.
        assert_eq!(after.len(), before.len(), "{table}");
        assert_eq!(after, before, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_did_not_change_is_no_point_of_the_history() {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 1).await;
    for hours in 0..10 {
        let cents = if hours < 7 { 2000 } else { 1800 };
        store.save_looks("discogs", &[offer(ids[0], hours, cents, None, ANYWHERE)]).await.expect("price");
    }
    assert_eq!(count(&database, "select sum(cardinality(minutes)) from price_histories").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_offer_gives_way_to_the_next_and_the_last_leaves_none() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 2).await;
    let both = [offer(ids[0], 1, 1500, None, ANYWHERE), offer(ids[1], 1, 2500, None, ANYWHERE)];
    store.save_looks("discogs", &both).await.expect("prices");
    let best = &store.best_prices(album, "ES").await.expect("best")[0];
    assert_eq!((best.amount, best.release_id, best.offers), (1500, Some(ids[0]), 2));
    assert_eq!(best.url, format!("https://shop/{}", ids[0]));
    store.save_looks("discogs", &[no_offer(ids[0], 2)]).await.expect("withdrawn");
    let best = &store.best_prices(album, "ES").await.expect("best")[0];
    assert_eq!((best.amount, best.release_id, best.offers), (2500, Some(ids[1]), 1));
    store.save_looks("discogs", &[no_offer(ids[1], 2)]).await.expect("withdrawn");
    assert!(store.best_prices(album, "ES").await.expect("best").is_empty());
    assert_eq!(count(&database, "select count(*) from quotes").await, 0);
    assert_best(&database).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_at_one_provider_or_in_one_currency_leaves_the_others() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    store.save_looks("discogs", &[offer(ids[0], 1, 1500, None, ANYWHERE)]).await.expect("price");
    store.save_looks("shop", &[offer(ids[0], 2, 1800, Some(500), "ES")]).await.expect("price");
    let in_dollars = Look { scope: Scope::Currency(ids[0], Currency::USD), ..no_offer(ids[0], 3) };
    store.save_looks("discogs", &[in_dollars]).await.expect("none in dollars");
    assert_eq!(count(&database, "select count(*) from quotes").await, 2);
    store.save_looks("discogs", &[no_offer(ids[0], 4)]).await.expect("withdrawn");
    let best = store.best_prices(album, "ES").await.expect("best");
    let left: Vec<_> = best.iter().map(|b| (b.class.as_str(), b.provider.as_str(), b.ships_to.as_str())).collect();
    assert_eq!(left, [("cheapest", "shop", "ES"), ("original", "shop", "ES")]);
    assert_best(&database).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_newer_look_at_an_album_does_not_see_is_withdrawn_in_that_country_alone() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 2).await;
    let seen = |hours: i64, ships_to: &str, offers: &[i64]| Look {
        scope: Scope::Album { id: album.get(), ships_to: ships_to.to_owned() },
        seen_at: at(hours),
        for_sale: None,
        quotes: offers.iter().map(|id| offer(*id, hours, 1000 + id, Some(300), ships_to).quotes.remove(0)).collect(),
    };
    store.save_looks("ebay", &[seen(1, "ES", &ids), seen(1, "DE", &ids)]).await.expect("both");
    assert_eq!(store.save_looks("ebay", &[seen(0, "ES", &[])]).await.expect("older"), 0);
    assert_eq!(count(&database, "select count(*) from quotes").await, 4);
    assert_eq!(store.save_looks("ebay", &[seen(2, "ES", &ids[1..])]).await.expect("newer"), 1);
    assert_eq!(count(&database, "select count(*) from quotes where ships_to = 'ES'").await, 1);
    assert_eq!(count(&database, "select count(*) from quotes where ships_to = 'DE'").await, 2);
    let checks = store.price_checks(album).await.expect("checks");
    assert_eq!((checks.len(), checks[0].checked_at), (1, Some(at(2))));
    assert_best(&database).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_a_best_price_per_class_and_destination() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 3).await;
    let first = format!(
        "update albums set first_release_year = 1990; update releases set year = 1990 where id = {};
         update releases set year = 2016 where id <> {}",
        ids[2], ids[2]
    );
    database.connect().await.batch_execute(&first).await.expect("a first pressing");
    let mut graded = offer(ids[1], 1, 1500, Some(400), "ES");
    graded.quotes[0].very_good_plus = true;
    let mut bids = offer(ids[0], 1, 100, Some(100), "ES");
    bids.quotes[0].sale = Sale::Auction;
    bids.quotes[0].offer = "bids".to_owned();
    let mut cheapest = offer(ids[0], 1, 1000, Some(400), "ES");
    cheapest.quotes.append(&mut bids.quotes);
    let original = offer(ids[2], 1, 8000, Some(400), "ES");
    store.save_looks("discogs", &[cheapest, graded, original]).await.expect("prices");
    store.save_looks("shop", &[offer(ids[0], 2, 500, None, ANYWHERE)]).await.expect("price");
    let best = store.best_prices(album, "ES").await.expect("best");
    let shown: Vec<_> = best.iter().map(|b| (b.class.as_str(), b.ships_to.as_str(), b.amount, b.offers)).collect();
    let expected = [
        ("cheapest", "ES", 1000, 3),
        ("cheapest", ANYWHERE, 500, 1),
        ("original", "ES", 8000, 1),
        ("very_good_plus", "ES", 1500, 1),
    ];
    assert_eq!(shown, expected, "an auction has no price yet, and what nobody delivers for a known sum comes last");
    assert_best(&database).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_shipping_makes_no_offer_cheaper() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    store.save_looks("a", &[offer(ids[0], 1, 2000, Some(400), "ES")]).await.expect("price");
    store.save_looks("b", &[offer(ids[0], 2, 2000, None, "ES")]).await.expect("price");
    store.save_looks("c", &[offer(ids[0], 3, 2100, Some(300), "ES")]).await.expect("price");
    let filter = ReleaseFilter { limit: 10, ..ReleaseFilter::default() };
    let shown = &store.releases_of(album, &filter, "ES").await.expect("pressings")[0];
    assert_eq!(
        (shown.amount, shown.provider.as_deref()),
        (Some(2000), Some("a")),
        "of equal sums the cheaper item; what is known whole comes first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_that_price_one_album_at_once_agree_on_its_best() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 20).await;
    let many = database.store(20);
    let all = ids.iter().enumerate().map(|(n, id)| {
        let seen = [offer(*id, 1, 5000 - 100 * n as i64, None, ANYWHERE)];
        let many = &many;
        async move { many.save_looks("discogs", &seen).await }
    });
    assert!(join_all(all).await.into_iter().all(|news| news.expect("saved") == 1));
    let best = &store.best_prices(album, "ES").await.expect("best")[0];
    assert_eq!((best.amount, best.offers), (3100, 20));
    assert_best(&database).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_market_is_a_country_with_the_currency_of_most_who_live_there() {
    let (_database, store) = database().await;
    assert!(store.markets().await.expect("none").is_empty());
    for (name, country, currency) in
        [("a", "ES", "EUR"), ("b", "ES", "USD"), ("c", "ES", "EUR"), ("d", "GB", "GBP"), ("e", "DE", "EUR")]
    {
        store.get_or_create_user(name, country, currency, "en").await.expect("listener");
    }
    let markets = store.markets().await.expect("markets");
    let markets: Vec<_> = markets.iter().map(|m| (m.country.as_str(), m.currency.as_str())).collect();
    assert_eq!(markets, [("DE", "EUR"), ("ES", "EUR"), ("GB", "GBP")]);
}
