//! `age_quotes`: what nobody has seen for a month goes, and auctions that are over; best prices follow.
use chrono::TimeDelta;
use support::{AlbumBuilder, TestApp, now, offers};
use vinilogy_app::jobs::{AgeQuotes, Outcome};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Look, Sale};

use crate::twice::twice;

const fn euros(cents: i64) -> Money {
    Money::new(cents, Currency::EUR)
}

#[tokio::test(flavor = "multi_thread")]
async fn old_offers_and_ended_auctions_go_and_the_best_prices_follow() {
    let app = TestApp::start().await;
    let store = app.store();
    let album = AlbumBuilder::new(store, "Low", "Hey What", 2021).await;
    album.pressing(21, 2021, 50, None).pressing(22, 2021, 40, None).save().await;
    let other = AlbumBuilder::new(store, "Low", "Double Negative", 2018).await;
    other.pressing(23, 2018, 30, None).save().await;
    let id = async |discogs: i64| app.count(&format!("select id from releases where discogs_id = {discogs}")).await;
    let (old, new, alone) = (id(21).await, id(22).await, id(23).await);
    let mut auctions = offers::look(new, now(), euros(2500), Some(400), "ES");
    for (offer, ends) in [("over", now() - TimeDelta::minutes(1)), ("open", now() + TimeDelta::days(1))] {
        let mut auction = offers::quote(new, euros(100), Some(400), "ES");
        (auction.offer, auction.sale, auction.ends_at) = (offer.to_owned(), Sale::Auction, Some(ends));
        auctions.quotes.push(auction);
    }
    let month = |days: i64, release: i64| -> Look {
        offers::look(release, now() - TimeDelta::days(days), euros(1500), Some(400), "ES")
    };
    store.save_looks("shop:a", &[month(31, old), auctions, month(31, alone)]).await.expect("looks");
    store.save_looks("shop:b", &[month(29, old)]).await.expect("a look");
    let best =
        "select coalesce(sum(q.item_cents), 0)::bigint from album_best_price b join quotes q on q.id = b.quote_id
                where b.class = 'cheapest'";
    assert_eq!(app.count(best).await, 1500 + 1500);

    let outcome = twice(&app, AgeQuotes::default(), async || {
        let kept = "select count(*) from quotes where observed_at > now() - interval '30 days'";
        assert_eq!((app.count("select count(*) from quotes").await, app.count(kept).await), (3, 3));
        assert_eq!(app.count("select count(*) from quotes where sale = 'auction'").await, 1, "the one that is open");
        assert_eq!(app.count(best).await, 1500, "of the album that is still offered");
        assert_eq!(app.count("select offers::bigint from album_best_price where class = 'cheapest'").await, 2);
        assert!(app.count("select count(*) from price_histories").await > 2, "what was asked once is remembered");
    })
    .await;

    assert_eq!(outcome, Outcome::Done(3));
}
