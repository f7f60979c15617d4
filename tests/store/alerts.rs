//! Alerts: who is told of a price, once.
use chrono::NaiveDate;
use futures::future::join_all;
use support::{TestDatabase, listener, offers};
use vinilogy_core::domain::ids::{AlbumId, UserId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::rates::Rate;
use vinilogy_core::store::{
    ANYWHERE, AlertLook, Look, NewAlert, NewItem, NewSet, PriceClass, SavedAlert, Scope, Store,
};

use crate::catalogue::{album, artist, count, database, pressings};
use crate::prices::{at, offer};

fn euros(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

fn wish(album: Option<AlbumId>, target: Money) -> NewAlert {
    NewAlert { album, class: PriceClass::Cheapest, target }
}

/// A listener in Spain who waits for an album.
async fn waiting(store: &Store, album: Option<AlbumId>, target: Money) -> (UserId, i64) {
    let (user, _) = listener(store, "ana").await;
    match store.save_alert(user, wish(album, target), 10).await.expect("alert") {
        SavedAlert::Created(id) => (user, id),
        other => panic!("{other:?}"),
    }
}

async fn look(store: &Store, album: AlbumId) -> (usize, usize) {
    let AlertLook { told, rearmed } = store.check_alerts(album).await.expect("a look");
    (told, rearmed)
}

async fn told(database: &TestDatabase) -> i64 {
    count(database, "select count(*) from notifications").await
}

/// A set of recommendations with these albums, the newest one.
async fn recommend(store: &Store, user: UserId, albums: &[AlbumId]) {
    store.expire_set(user).await.expect("the one before");
    let items = albums.iter().map(|album| NewItem {
        album_id: album.get(),
        release_id: None,
        score: 0,
        terms: serde_json::json!([]),
    });
    let set = NewSet { scorer: "v1", ttl: std::time::Duration::from_secs(3600), items: items.collect() };
    store.save_set(user, &set).await.expect("a set").expect("the newest");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_crossing_is_told_once_with_what_was_seen() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let (user, alert) = waiting(&store, Some(album), euros(2500)).await;
    assert_eq!(look(&store, album).await, (0, 0), "nothing is for sale");
    // The item, shipping, and what comes of it: 25.01, 25.00, 20.00, 24.99, 30.00, gone, 25.00.
    let seen = [
        (Some(2101), (0, 0)),
        (Some(2100), (1, 0)),
        (Some(1600), (0, 0)),
        (Some(2099), (0, 0)),
        (Some(2600), (0, 1)),
        (Some(2100), (1, 0)),
        (None, (0, 1)),
        (Some(2100), (1, 0)),
    ];
    for (hours, (cents, expected)) in (1..).zip(seen) {
        let news = match cents {
            Some(cents) => offer(ids[0], hours, cents, Some(400), "ES"),
            None => offers::none(ids[0], at(hours)),
        };
        store.save_looks("discogs", &[news]).await.expect("prices");
        assert_eq!(look(&store, album).await, expected, "hour {hours}");
        assert_eq!(look(&store, album).await, (0, 0), "again, hour {hours}");
    }
    let all = store.notifications_of(user, false, None, 100).await.expect("notifications");
    assert_eq!(all.len(), 3);
    let first = &all[2];
    assert_eq!((first.alert_id, first.album_id, first.release_id), (Some(alert), album.get(), Some(ids[0])));
    assert_eq!((first.amount, first.delivered_low, first.delivered_high, first.target), (2100, 2500, 2500, 2500));
    assert_eq!((first.provider.as_str(), first.url.as_str()), ("discogs", format!("https://shop/{}", ids[0]).as_str()));
    assert_eq!((first.observed_at, first.estimated, first.read_at), (at(2), false, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_at_once_tell_nobody_twice() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    waiting(&store, Some(album), euros(2500)).await;
    store.save_looks("discogs", &[offer(ids[0], 1, 1000, Some(400), "ES")]).await.expect("prices");
    let stores: Vec<Store> = (0..8).map(|_| database.store(2)).collect();
    let looks = join_all(stores.iter().map(|store| store.check_alerts(album))).await;
    let tellers = looks.into_iter().filter(|look| look.as_ref().expect("no error").told > 0).count();
    assert_eq!((tellers, told(&database).await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_counts_by_its_upper_bound_and_unknown_shipping_never() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let (user, _) = waiting(&store, Some(album), euros(2500)).await;
    let estimated = |hours, high| {
        let mut look = offer(ids[0], hours, 1500, None, "ES");
        let cost = look.quotes[0].cost.as_mut().expect("a cost");
        (cost.low, cost.high, cost.estimated, cost.rank) = (Some(1800), Some(high), true, (0, high));
        look
    };
    for (hours, news) in [(1, offer(ids[0], 1, 100, None, "ES")), (2, offer(ids[0], 2, 100, None, ANYWHERE))] {
        store.save_looks("discogs", &[news]).await.expect("prices");
        assert_eq!(look(&store, album).await, (0, 0), "unknown shipping, hour {hours}");
    }
    store.save_looks("discogs", &[estimated(3, 2501)]).await.expect("prices");
    assert_eq!(look(&store, album).await, (0, 0), "it may cost more");
    store.save_looks("discogs", &[estimated(4, 2500)]).await.expect("prices");
    assert_eq!(look(&store, album).await, (1, 0));
    let seen = &store.notifications_of(user, true, None, 100).await.expect("notifications")[0];
    assert_eq!((seen.delivered_low, seen.delivered_high, seen.estimated), (1800, 2500, true));
    assert_eq!(told(&database).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_in_another_currency_is_compared_at_the_rate_of_the_offers_day() {
    let (_database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let gbp: Currency = "GBP".parse().expect("a currency");
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let offered = |hours, day| {
        let mut look = offer(ids[0], hours, 2000, Some(500), "ES");
        look.quotes[0].cost.as_mut().expect("a cost").rate_day = day;
        look
    };
    let (user, _) = waiting(&store, Some(album), Money::new(2000, gbp)).await;
    store.save_looks("discogs", &[offered(1, day)]).await.expect("prices");
    assert_eq!(look(&store, album).await, (0, 0), "no rate is known");
    let rate = |decimal| Rate::read(decimal).expect("a rate");
    store
        .save_rates(&[(day, gbp, rate("0.80")), (day.succ_opt().expect("a day"), gbp, rate("0.90"))])
        .await
        .expect("rates");
    assert_eq!(look(&store, album).await, (1, 0), "25 € are £20");
    let seen = &store.notifications_of(user, true, None, 100).await.expect("notifications")[0];
    assert_eq!((seen.delivered_high, seen.target_currency.as_str(), seen.currency.as_str()), (2000, "GBP", "EUR"));
    store.save_looks("discogs", &[offered(2, day.succ_opt().expect("a day"))]).await.expect("prices");
    assert_eq!(look(&store, album).await, (0, 1), "25 € are £22.50 a day later");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_about_offers_to_its_listeners_country_and_of_its_class() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 2).await;
    let (user, _) = waiting(&store, Some(album), euros(2500)).await;
    store.save_looks("discogs", &[offer(ids[0], 1, 1000, Some(400), "US")]).await.expect("prices");
    assert_eq!(look(&store, album).await, (0, 0), "it is not sent to Spain");
    let good = NewAlert { class: PriceClass::VeryGoodPlus, ..wish(Some(album), euros(2500)) };
    store.save_alert(user, good, 10).await.expect("another class is another alert");
    store.save_looks("discogs", &[offer(ids[1], 1, 1000, Some(400), "ES")]).await.expect("prices");
    assert_eq!(look(&store, album).await, (1, 0), "whatever its condition");
    let mut better = offer(ids[1], 2, 1000, Some(400), "ES");
    better.quotes[0].very_good_plus = true;
    store.save_looks("discogs", &[better]).await.expect("prices");
    assert_eq!(look(&store, album).await, (1, 0), "in very good condition");
    assert_eq!(told(&database).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_recommended_is_waited_for_while_it_is() {
    let (database, store) = database().await;
    let (kid_a, kid) = pressings(&store, "Kid A", 1).await;
    let (amnesiac, _) = pressings(&store, "Amnesiac", 1).await;
    let (user, _) = waiting(&store, None, euros(2500)).await;
    let cheap = |hours, cents| offer(kid[0], hours, cents, Some(400), "ES");
    store.save_looks("discogs", &[cheap(1, 1000)]).await.expect("prices");
    let watched = async || store.watched_albums(&[kid_a.get(), amnesiac.get()]).await.expect("watched");
    assert_eq!(watched().await, [0_i64; 0]);
    assert_eq!(look(&store, kid_a).await, (0, 0), "nothing is recommended yet");
    recommend(&store, user, &[kid_a]).await;
    assert_eq!(watched().await, [kid_a.get()]);
    assert_eq!(look(&store, kid_a).await, (1, 0));
    recommend(&store, user, &[amnesiac]).await;
    assert_eq!(look(&store, kid_a).await, (0, 0));
    recommend(&store, user, &[kid_a]).await;
    assert_eq!(look(&store, kid_a).await, (0, 0), "it is back at the same price");
    recommend(&store, user, &[amnesiac]).await;
    store.save_looks("discogs", &[cheap(2, 5000)]).await.expect("prices");
    assert_eq!(look(&store, kid_a).await, (0, 1), "it cost more meanwhile");
    assert_eq!(watched().await, [amnesiac.get()]);
    recommend(&store, user, &[kid_a]).await;
    store.save_looks("discogs", &[cheap(3, 1000)]).await.expect("prices");
    assert_eq!(look(&store, kid_a).await, (1, 0));
    assert_eq!(told(&database).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_album_and_class_is_one_alert_and_another_target_is_told_anew() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let (user, id) = waiting(&store, Some(album), euros(2500)).await;
    store.save_looks("discogs", &[offer(ids[0], 1, 1000, Some(400), "ES")]).await.expect("prices");
    assert_eq!(look(&store, album).await, (1, 0));
    let again = store.save_alert(user, wish(Some(album), euros(2500)), 1).await.expect("the same");
    assert_eq!((again, look(&store, album).await), (SavedAlert::Same(id), (0, 0)));
    let changed = store.save_alert(user, wish(Some(album), euros(2000)), 1).await.expect("another target");
    assert_eq!((changed, look(&store, album).await), (SavedAlert::Changed(id), (1, 0)));
    let one_more = wish(None, euros(2000));
    assert_eq!(store.save_alert(user, one_more, 1).await.expect("refused"), SavedAlert::TooMany);
    let many = join_all((1..=6).map(|_| store.save_alert(user, one_more, 2))).await;
    let created = many.iter().filter(|saved| matches!(saved, Ok(SavedAlert::Created(_)))).count();
    assert_eq!((created, count(&database, "select count(*) from alerts").await), (1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_outlives_its_alert_and_its_pressing() {
    let (database, store) = database().await;
    let (album, ids) = pressings(&store, "Kid A", 1).await;
    let (user, id) = waiting(&store, Some(album), euros(2500)).await;
    store.save_looks("discogs", &[offer(ids[0], 1, 1000, Some(400), "ES")]).await.expect("prices");
    assert_eq!(look(&store, album).await, (1, 0));
    let (eve, _) = listener(&store, "eve").await;
    assert!(!store.delete_alert(eve, id).await.expect("not hers"));
    assert!(store.delete_alert(user, id).await.expect("deleted"));
    assert!(!store.delete_alert(user, id).await.expect("once"));
    let delete = format!("delete from releases where id = {}", ids[0]);
    database.connect().await.batch_execute(&delete).await.expect("a pressing is gone");
    let seen = &store.notifications_of(user, true, None, 100).await.expect("notifications")[0];
    assert_eq!((seen.alert_id, seen.release_id, seen.amount), (None, None, 1000));
    assert!(!store.read_notification(eve, seen.id).await.expect("not hers"));
    for _ in 0..2 {
        assert!(store.read_notification(user, seen.id).await.expect("read"));
    }
    assert!(store.notifications_of(user, true, None, 100).await.expect("unread").is_empty());
    assert_eq!(count(&database, "select count(*) from alert_states").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_has_looked_at_is_stale() {
    let (database, store) = database().await;
    let (album, _) = pressings(&store, "Kid A", 1).await;
    let hour = std::time::Duration::from_secs(3600);
    let stale = async || store.albums_with_stale_alerts(hour, 10).await.expect("stale");
    assert!(stale().await.is_empty());
    let (user, _) = waiting(&store, Some(album), euros(2500)).await;
    assert_eq!(stale().await, [album.get()]);
    look(&store, album).await;
    assert!(stale().await.is_empty());
    let age = "update alert_states set checked_at = now() - interval '2 hours'";
    database.connect().await.batch_execute(age).await.expect("older");
    assert_eq!(stale().await, [album.get()]);
    look(&store, album).await;
    store.save_alert(user, wish(None, euros(100)), 10).await.expect("whatever is recommended");
    assert!(stale().await.is_empty(), "nothing is");
    let other = self::album(&store, artist(&store, "Radiohead").await, "Amnesiac").await;
    recommend(&store, user, &[other]).await;
    assert_eq!(stale().await, [other.get()]);
    recommend(&store, user, &[]).await;
    assert!(stale().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_that_withdraws_all_tells_whose_albums_changed() {
    let (_database, store) = database().await;
    let (kid_a, kid) = pressings(&store, "Kid A", 1).await;
    let (amnesiac, amn) = pressings(&store, "Amnesiac", 1).await;
    let stock = |hours, ids: &[i64]| Look {
        scope: Scope::Stock,
        seen_at: at(hours),
        for_sale: None,
        quotes: ids.iter().map(|id| offers::quote(*id, euros(1000), Some(400), "ES")).collect(),
    };
    let both = store.save_looks_of_albums("shop:one", &[stock(1, &[kid[0], amn[0]])]).await.expect("stock");
    assert_eq!(both, (1, vec![kid_a.get(), amnesiac.get()]));
    let one = store.save_looks_of_albums("shop:one", &[stock(2, &[amn[0]])]).await.expect("stock");
    assert_eq!(one, (1, vec![kid_a.get(), amnesiac.get()]), "also the one that is gone");
}
