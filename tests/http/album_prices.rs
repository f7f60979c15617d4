//! `GET /albums/{id}/prices`, `GET /releases/{id}/prices`
use axum::http::StatusCode;
use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use support::{AlbumBuilder, TestApp, now, offers};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::rates::Rate;
use vinilogy_core::store::{Look, Sale};

use crate::check::problem;

/// An album with an original of 1973 and a reissue of 2016, and what is asked for them delivered to Spain.
async fn for_sale(app: &TestApp) -> (AlbumId, i64, i64) {
    let store = app.store();
    let album = AlbumBuilder::new(store, "Pink Floyd", "The Dark Side of the Moon", 1973).await;
    let (_, album) = album.pressing(1, 1973, 9000, None).pressing(2, 2016, 500, None).save().await;
    let id = async |discogs: i64| app.count(&format!("select id from releases where discogs_id = {discogs}")).await;
    let (original, reissue) = (id(1).await, id(2).await);
    let euros = |cents| Money::new(cents, Currency::EUR);
    let mut graded = offers::look(original, now(), euros(8000), Some(900), "ES");
    (graded.quotes[0].media, graded.quotes[0].very_good_plus) = (Some(6), true);
    let mut bids = offers::quote(original, euros(100), Some(100), "ES");
    (bids.offer, bids.sale) = ("bids".to_owned(), Sale::Auction);
    graded.quotes.push(bids);
    let cheap = offers::look(reissue, now(), euros(2500), Some(500), "ES");
    store.save_looks("shop:marilians", &[graded, cheap]).await.expect("prices");
    (album, original, reissue)
}

#[tokio::test(flavor = "multi_thread")]
async fn pressings_are_compared_delivered_and_in_one_currency() {
    let app = TestApp::start().await;
    let (album, original, reissue) = for_sale(&app).await;
    let rates = [(now().date_naive() - TimeDelta::days(3), Currency::GBP, Rate::read("0.80").expect("a rate"))];
    app.store().save_rates(&rates).await.expect("rates");
    app.database.connect().await.execute("update quotes set rate_day = current_date", &[]).await.expect("seen today");

    let body = app.get(&format!("/albums/{album}/prices?country=ES&currency=GBP")).await.body;

    let best = |class: &str| {
        let best = body["best"].as_array().expect("best").iter().find(|best| best["class"] == class);
        best.map(|best| (best["release_id"].clone(), best["delivered"]["low"].clone(), best["asked"].clone()))
    };
    let asked = |cents: i64| json!({"amount": cents, "currency": "EUR"});
    assert_eq!(best("cheapest"), Some((reissue.into(), 2400.into(), asked(2500))));
    assert_eq!(best("original"), Some((original.into(), 7120.into(), asked(8000))));
    assert_eq!(best("very_good_plus"), Some((original.into(), 7120.into(), asked(8000))));
    let pressings: Vec<&Value> = body["pressings"].as_array().expect("pressings").iter().collect();
    assert_eq!(pressings.iter().map(|p| &p["release_id"]).collect::<Vec<_>>(), [original, reissue]);
    assert_eq!((&pressings[0]["first_pressing"], &pressings[1]["first_pressing"]), (&true.into(), &false.into()));
    let offers = pressings[0]["offers"].as_array().expect("offers");
    assert_eq!(offers.iter().map(|o| o["sale"].as_str()).collect::<Vec<_>>(), [Some("auction"), Some("fixed")]);
    assert_eq!(
        (&offers[1]["text"], &offers[1]["shipping"], &offers[1]["media"]),
        (&"£64.00".into(), &720.into(), &"VG+".into())
    );

    let good = app.get(&format!("/albums/{album}/prices?country=ES&condition=VG%2B")).await.body;
    assert_eq!(good["pressings"].as_array().map(Vec::len), Some(1), "what is not graded is left out");
}

#[tokio::test(flavor = "multi_thread")]
async fn f38_without_a_rate_or_with_an_old_one_no_total_is_wrong() {
    let app = TestApp::start().await;
    let (album, ..) = for_sale(&app).await;
    let path = format!("/albums/{album}/prices?country=ES&currency=GBP");
    let first = async || app.get(&path).await.body["best"][0].clone();
    app.database.connect().await.execute("update quotes set rate_day = current_date", &[]).await.expect("seen today");

    let own = first().await;
    assert_eq!((&own["currency"], &own["amount"]), (&"EUR".into(), &2500.into()), "shown as it is asked");
    assert!(own["delivered"].is_null() && own["asked"].is_null(), "no sum in a currency without a rate: {own}");

    let old = NaiveDate::from_ymd_opt(2022, 3, 1).expect("a day");
    app.store().save_rates(&[(old, Currency::GBP, Rate::read("0.80").expect("a rate"))]).await.expect("rates");
    let converted = first().await;
    assert_eq!((&converted["currency"], &converted["amount"]), (&"GBP".into(), &2000.into()));
    assert_eq!(converted["rate_day"], "2022-03-01", "the age of the rate is said: {converted}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_shows_its_history_and_what_speaks_for_a_price() {
    let app = TestApp::start().await;
    let (_, original, _) = for_sale(&app).await;
    let look = |days: i64, cents: i64| -> Look {
        offers::look(original, now() - TimeDelta::days(days), Money::new(cents, Currency::EUR), None, "ES")
    };
    for (days, cents) in [(300, 11_000), (200, 10_000), (100, 9_500)] {
        app.store().save_looks("shop:marilians", &[look(days, cents)]).await.expect("older");
    }

    let body = app.get(&format!("/releases/{original}/prices?country=ES&language=es")).await.body;

    let series = &body["history"][0];
    let lows: Vec<i64> =
        series["points"].as_array().expect("points").iter().filter_map(|p| p["low"].as_i64()).collect();
    assert_eq!(lows, [11_000, 10_000, 9_500, 8_000]);
    assert_eq!((&series["class"], &series["currency"]), (&"any".into(), &"EUR".into()));
    let bought =
        body["offers"].as_array().expect("offers").iter().find(|offer| offer["sale"] == "fixed").expect("fixed");
    assert_eq!(bought["verdict"]["kind"], "good", "{bought}");
    assert!(bought["verdict"]["text"].as_str().is_some_and(|text| text.contains("mediana")), "{bought}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_named() {
    let app = TestApp::start().await;
    let (album, original, _) = for_sale(&app).await;
    for (query, wrong) in [
        ("country=Spain", "country: \"Spain\" is not a country code of ISO 3166"),
        ("condition=shiny", "condition: \"shiny\" is no grade such as NM, VG+ or VG"),
        ("language=fr", "language: explanations are written in en and es"),
    ] {
        for path in [format!("/albums/{album}/prices"), format!("/releases/{original}/prices")] {
            assert_eq!(problem(&app.get(&format!("{path}?{query}")).await, StatusCode::BAD_REQUEST), wrong);
        }
    }
    assert_eq!(problem(&app.get("/albums/999/prices").await, StatusCode::NOT_FOUND), "no such album");
    assert_eq!(problem(&app.get("/releases/999/prices").await, StatusCode::NOT_FOUND), "no such release");
}
