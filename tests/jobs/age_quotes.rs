//! `age_quotes`, `end_quotes`: what nobody has seen for a month goes, and what is over; best prices follow.
use chrono::TimeDelta;
use support::{AlbumBuilder, TestApp, now, offers};
use vinilogy_app::jobs::{AgeQuotes, EndQuotes, Outcome};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Look, Sale};

use crate::twice::twice;

const fn euros(cents: i64) -> Money {
    Money::new(cents, Currency::EUR)
}

#[tokio::test(flavor = "multi_thread")]
async fn old_offers_go_and_the_best_prices_follow() {
    let app = TestApp::start().await;
    let store = app.store();
    let album = AlbumBuilder::new(store, "Low", "Hey What", 2021).await;
    album.pressing(21, 2021, 50, None).pressing(22, 2021, 40, None).save().await;
    let other = AlbumBuilder::new(store, "Low", "Double Negative", 2018).await;
    other.pressing(23, 2018, 30, None).save().await;
    let id = async |discogs: i64| app.count(&format!("select id from releases where discogs_id = {discogs}")).await;
    let (old, new, alone) = (id(21).await, id(22).await, id(23).await);
    let fresh = offers::look(new, now(), euros(2500), Some(400), "ES");
    let month = |days: i64, release: i64| -> Look {
        offers::look(release, now() - TimeDelta::days(days), euros(1500), Some(400), "ES")
    };
    store.save_looks("shop:a", &[month(31, old), fresh, month(31, alone)]).await.expect("looks");
    store.save_looks("shop:b", &[month(29, old)]).await.expect("a look");
    let best =
        "select coalesce(sum(q.item_cents), 0)::bigint from album_best_price b join quotes q on q.id = b.quote_id
                where b.class = 'cheapest'";
    assert_eq!(app.count(best).await, 1500 + 1500);

    let outcome = twice(&app, AgeQuotes::default(), async || {
        let kept = "select count(*) from quotes where observed_at > now() - interval '30 days'";
        assert_eq!((app.count("select count(*) from quotes").await, app.count(kept).await), (2, 2));
        assert_eq!(app.count(best).await, 1500, "of the album that is still offered");
        assert_eq!(app.count("select offers::bigint from album_best_price where class = 'cheapest'").await, 2);
        assert!(app.count("select count(*) from price_histories").await > 2, "what was asked once is remembered");
    })
    .await;

    assert_eq!(outcome, Outcome::Done(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_shown_to_nobody_and_the_next_best_takes_its_place() {
    let app = TestApp::start().await;
    let store = app.store();
    let album = AlbumBuilder::new(store, "Low", "Hey What", 2021).await;
    let (_, album) = album.pressing(21, 2021, 50, None).save().await;
    let release = app.count("select id from releases").await;
    let mut look = offers::look(release, now(), euros(2500), Some(400), "ES");
    for (offer, sale, ends) in [
        ("over soon", Sale::Fixed, now() + TimeDelta::hours(1)),
        ("bids, over soon", Sale::Auction, now() + TimeDelta::hours(1)),
        ("bids", Sale::Auction, now() + TimeDelta::days(1)),
    ] {
        let mut quote = offers::quote(release, euros(1000), Some(400), "ES");
        (quote.offer, quote.sale, quote.ends_at) = (offer.to_owned(), sale, Some(ends));
        look.quotes.push(quote);
    }
    store.save_looks("shop:a", &[look]).await.expect("a look");
    // What each read shows: the best of the album, the cheapest of the pressing, all offers, what can be bought.
    let shown = async || {
        let best: Vec<i64> = store.best_prices(album, "ES").await.expect("best").iter().map(|b| b.amount).collect();
        let page = app.get(&format!("/albums/{album}/releases?ships_to=ES")).await.body;
        let all = store.quotes_of_album(album, "ES", 10).await.expect("offers").len();
        let of_pressing = store.quotes_of_release(release, "ES", 10).await.expect("offers").len();
        let to_buy = store.quotes_to_buy(&[album.get()], "ES").await.expect("offers").len();
        (best, page["releases"][0]["price"]["amount"].as_i64(), all, of_pressing, to_buy)
    };
    assert_eq!(shown().await, (vec![1000, 1000], Some(1000), 4, 4, 2));
    assert_eq!(app.run(EndQuotes::default()).await.expect("no error"), Outcome::Skipped("nothing has ended"));

    let over = "update quotes set ends_at = now() - interval '1 second' where offer like '%over soon'";
    app.database.connect().await.batch_execute(over).await.expect("an hour has passed");
    assert_eq!(shown().await, (Vec::new(), Some(2500), 2, 2, 1), "before anything has run");

    let outcome = twice(&app, EndQuotes::default(), async || {
        assert_eq!(shown().await, (vec![2500, 2500], Some(2500), 2, 2, 1));
        assert_eq!(app.count("select count(*) from quotes").await, 2);
        assert_eq!(app.count("select offers::bigint from album_best_price where class = 'cheapest'").await, 1);
    })
    .await;
    assert_eq!(outcome, Outcome::Done(2));
}
