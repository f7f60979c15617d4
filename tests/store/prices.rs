//! Prices, and the best of each album.
use chrono::{DateTime, TimeDelta, Utc};
use futures::future::join_all;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{ANYWHERE, Observation, Quote, ReleaseFilter};

use crate::catalogue::{count, database, pressings, versions};

/// Noon of a day in the past, and hours after it.
pub fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000, 0).expect("a time") + TimeDelta::hours(hours)
}

/// A pressing seen at a price.
pub fn offer(release_id: i64, hours: i64, amount: i64, shipping: Option<i64>, ships_to: &str) -> Observation {
    let url = format!("https://shop/{release_id}");
    let quote = Quote { price: Money::new(amount, Currency::EUR), shipping, ships_to: ships_to.to_owned(), url };
    Observation { release_id, observed_at: at(hours), for_sale: Some(3), quote: Some(quote) }
}

/// A pressing seen without an offer.
fn no_offer(release_id: i64, hours: i64) -> Observation {
    Observation { release_id, observed_at: at(hours), for_sale: Some(0), quote: None }
}

const BROKEN: &str = "select count(*) from
    (select r.album_id, p.ships_to, p.currency, min(p.amount) as amount, count(*) as priced
     from prices p join releases r on r.id = p.release_id group by 1, 2, 3) cheapest
    full join album_best_price b using (album_id, ships_to, currency)
    where b.amount is distinct from cheapest.amount or b.priced_releases is distinct from cheapest.priced";

#[tokio::test(flavor = "multi_thread")]
async fn f3_the_newest_observation_wins_in_whatever_order_they_arrive() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    assert_eq!(store.save_prices("discogs", "EUR", &[offer(ids[0], 2, 2000, None, ANYWHERE)]).await.expect("price"), 1);
    assert_eq!(store.save_prices("discogs", "EUR", &[offer(ids[0], 1, 1000, None, ANYWHERE)]).await.expect("older"), 0);
    assert_eq!(store.best_prices(album).await.expect("best")[0].amount, 2000);
    assert_eq!(store.save_prices("discogs", "EUR", &[no_offer(ids[0], 1)]).await.expect("older"), 0);
    assert_eq!(store.best_prices(album).await.expect("best")[0].amount, 2000);
    assert_eq!(store.save_prices("discogs", "EUR", &[offer(ids[0], 3, 3000, None, ANYWHERE)]).await.expect("newer"), 1);
    assert_eq!(store.best_prices(album).await.expect("best")[0].amount, 3000);
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_observations_write_nothing() {
    let (database, store) = database().await;
    let (_, ids) = pressings(&store, "Kid A", 3).await;
    let seen: Vec<_> = ids.iter().map(|id| offer(*id, 1, 2000 + id, None, ANYWHERE)).collect();
    assert_eq!(store.save_prices("discogs", "EUR", &seen).await.expect("prices"), 3);
    let tables = ["prices", "album_best_price", "releases"];
    let mut before = Vec::new();
    for table in tables {
        before.push(versions(&database, table).await);
    }
    assert_eq!(store.save_prices("discogs", "EUR", &seen).await.expect("again"), 0);
    for (table, before) in tables.into_iter().zip(before) {
        let after = versions(&database, table).await;
        // `for update` marks locked rows in their header, so only the tuples' places are compared.
        assert_eq!(after.len(), before.len(), "{table}");
        assert_eq!(after, before, "{table}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_offer_gives_way_to_the_next_and_the_last_leaves_none() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 2).await;
    let both = [offer(ids[0], 1, 1500, None, ANYWHERE), offer(ids[1], 1, 2500, None, ANYWHERE)];
    store.save_prices("discogs", "EUR", &both).await.expect("prices");
    let best = &store.best_prices(album).await.expect("best")[0];
    assert_eq!((best.amount, best.release_id, best.priced_releases), (1500, ids[0], 2));
    assert_eq!(best.url.as_deref(), Some(format!("https://shop/{}", ids[0]).as_str()));
    store.save_prices("discogs", "EUR", &[no_offer(ids[0], 2)]).await.expect("withdrawn");
    let best = &store.best_prices(album).await.expect("best")[0];
    assert_eq!((best.amount, best.release_id, best.priced_releases), (2500, ids[1], 1));
    store.save_prices("discogs", "EUR", &[no_offer(ids[1], 2)]).await.expect("withdrawn");
    assert!(store.best_prices(album).await.expect("best").is_empty());
    assert_eq!(count(&database, "select count(*) from prices").await, 0);
    assert_eq!(count(&database, BROKEN).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_in_one_currency_or_shop_leaves_the_others() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    store.save_prices("discogs", "EUR", &[offer(ids[0], 1, 1500, None, ANYWHERE)]).await.expect("price");
    store.save_prices("shop", "EUR", &[offer(ids[0], 2, 1800, Some(500), "ES")]).await.expect("price");
    store.save_prices("discogs", "USD", &[no_offer(ids[0], 3)]).await.expect("none in dollars");
    assert_eq!(store.best_prices(album).await.expect("best").len(), 2);
    store.save_prices("discogs", "EUR", &[no_offer(ids[0], 4)]).await.expect("withdrawn");
    let best = store.best_prices(album).await.expect("best");
    assert_eq!(best.iter().map(|b| (b.provider.as_str(), b.ships_to.as_str())).collect::<Vec<_>>(), [("shop", "ES")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_a_best_price_per_currency_and_destination() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 2).await;
    store
        .save_prices("discogs", "EUR", &[offer(ids[0], 1, 2000, None, ANYWHERE), offer(ids[1], 1, 1900, None, "ES")])
        .await
        .expect("prices");
    let mut dollars = offer(ids[0], 2, 500, None, ANYWHERE);
    if let Some(quote) = &mut dollars.quote {
        quote.price = Money::new(500, Currency::USD);
    }
    store.save_prices("discogs", "USD", &[dollars]).await.expect("price");
    let best = store.best_prices(album).await.expect("best");
    let shown: Vec<_> = best.iter().map(|b| (b.currency.as_str(), b.ships_to.as_str(), b.amount)).collect();
    assert_eq!(shown, [("EUR", "ES", 1900), ("EUR", ANYWHERE, 2000), ("USD", ANYWHERE, 500)]);
    assert_eq!(count(&database, BROKEN).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_shipping_makes_no_offer_cheaper() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    store.save_prices("a", "EUR", &[offer(ids[0], 1, 2000, Some(400), ANYWHERE)]).await.expect("price");
    store.save_prices("b", "EUR", &[offer(ids[0], 2, 2000, None, "ES")]).await.expect("price");
    store.save_prices("c", "EUR", &[offer(ids[0], 3, 2300, None, "ES")]).await.expect("price");
    let filter = ReleaseFilter { limit: 10, ..ReleaseFilter::default() };
    let shown = &store.releases_of(album, &filter, "EUR", "ES").await.expect("pressings")[0];
    assert_eq!(
        (shown.amount, shown.provider.as_deref()),
        (Some(2000), Some("a")),
        "of equal amounts the one that is known whole"
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
        async move { many.save_prices("discogs", "EUR", &seen).await }
    });
    assert!(join_all(all).await.into_iter().all(|news| news.expect("saved") == 1));
    let best = &store.best_prices(album).await.expect("best")[0];
    assert_eq!((best.amount, best.priced_releases), (3100, 20));
    assert_eq!(count(&database, BROKEN).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn currencies_are_those_of_the_listeners() {
    let (_database, store) = database().await;
    assert!(store.currencies_wanted().await.expect("none").is_empty());
    for (name, currency) in [("ana", "EUR"), ("bob", "USD"), ("eva", "EUR")] {
        store.get_or_create_user(name, "ES", currency, "en").await.expect("listener");
    }
    assert_eq!(store.currencies_wanted().await.expect("currencies"), ["EUR", "USD"]);
}
