//! `read_stock`: a shop's list becomes offers of albums that are known; what it holds no more is not for sale any more.
use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::time::Duration;

use axum::{Router, routing::get};
use chrono::{DateTime, TimeDelta, Utc};
use support::{AlbumBuilder, TestApp, listener, now};
use vinilogy_app::Context;
use vinilogy_app::jobs::{CheckAlerts, Job, Outcome, ReadStock, SweepStocks};
use vinilogy_app::prices::{StockError, StockReport, read_stock};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::stock::{Refused, StockFormat, refusals};
use vinilogy_core::store::{NewAlert, NewShop, PriceClass, Shop};

const LIST: &str = "Ref;Artista;Título;Precio;Código de barras;Estado disco;Estado funda;Formato;Stock\r\n\
    1;PORTISHEAD;Dummy;24,90;;VG+;NM;LP;1\r\n\
    2;Portishead;Dummy (CD);9,90;;NM;NM;CD;1\r\n\
    3;Portishead;Third;29,90;;NM;NM;LP;0\r\n\
    4;Portishead;Third;;;NM;NM;LP;1\r\n\
    5;Nobody;Nothing At All;12,00;;NM;NM;LP;1\r\n\
    6;Portishead;Third;31,50;5 012394 000123;NM;NM;LP;2\r\n";

fn shop(feed_url: Option<String>) -> NewShop {
    NewShop {
        slug: "one".to_owned(),
        name: "One".to_owned(),
        city: "Madrid".to_owned(),
        country: "ES".to_owned(),
        url: Some("https://one.example/".to_owned()),
        feed_format: feed_url.is_some().then(|| "csv".to_owned()),
        feed_url,
        currency: "EUR".to_owned(),
        only_vinyl: true,
        shipping: vec![("ES".to_owned(), 490)],
        ..NewShop::default()
    }
}

/// A listener in Spain, and Portishead's albums: Dummy with one pressing, Third with two of which one has that barcode.
async fn catalogue(app: &TestApp) -> (AlbumId, AlbumId) {
    listener(app.store(), "ana").await;
    let dummy = AlbumBuilder::new(app.store(), "Portishead", "Dummy", 1994).await.pressing(1, 1994, 90, None);
    let (_, dummy) = dummy.save().await;
    let third = AlbumBuilder::new(app.store(), "Portishead", "Third", 2008).await;
    let (_, third) = third.pressing(2, 2008, 90, None).pressing(3, 2014, 50, None).save().await;
    let barcode = "update releases set barcodes = '{5012394000123}' where discogs_id = 3";
    app.database.connect().await.batch_execute(barcode).await.expect("a barcode");
    (dummy, third)
}

async fn listed(app: &TestApp, new: NewShop) -> Shop {
    let id = app.store().save_shop(&new).await.expect("a shop");
    app.store().shop(id).await.expect("the shop")
}

async fn read(context: &Context, shop: &Shop, list: &str, at: DateTime<Utc>) -> Result<StockReport, StockError> {
    read_stock(context, shop, list.as_bytes(), StockFormat::Csv, at).await
}

async fn for_sale(app: &TestApp) -> i64 {
    app.count("select count(*) from quotes where provider = 'shop:one'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_albums_that_are_known_are_offered_delivered() {
    let app = TestApp::start().await;
    let (dummy, third) = catalogue(&app).await;
    let shop = listed(&app, shop(None)).await;
    let report = read(&app.context, &shop, LIST, now()).await.expect("a list");
    let refused = BTreeMap::from([(Refused::NoPrice, 1), (Refused::Sold, 1), (Refused::NotVinyl, 1)]);
    assert_eq!((report.records, report.found, report.pressings, report.news), (3, 2, 2, true));
    assert_eq!(refusals(&report.refused), refused);
    let best = app.store().best_prices(dummy, "ES").await.expect("best");
    let cheapest = best.iter().find(|best| best.class == "cheapest").expect("the cheapest");
    assert_eq!((cheapest.amount, cheapest.shipping, cheapest.delivered_high), (2490, Some(490), Some(2980)));
    assert_eq!((cheapest.provider.as_str(), cheapest.url.as_str()), ("shop:one", "https://one.example/"));
    assert!(best.iter().any(|best| best.class == "very_good_plus"));
    let by_barcode = "select count(*) from quotes q join releases r on r.id = q.release_id and r.discogs_id = 3";
    assert_eq!(app.count(by_barcode).await, 1);
    assert_eq!(app.store().best_prices(third, "ES").await.expect("best")[0].amount, 3150);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_list_again_changes_times_and_an_older_one_nothing() {
    let app = TestApp::start().await;
    catalogue(&app).await;
    let shop = listed(&app, shop(None)).await;
    let noon = now() - TimeDelta::hours(5);
    assert!(read(&app.context, &shop, LIST, noon).await.expect("a list").news);
    let before = app.content_hash().await;
    assert!(!read(&app.context, &shop, LIST, noon).await.expect("the same").news);
    assert!(read(&app.context, &shop, LIST, noon + TimeDelta::hours(1)).await.expect("an hour later").news);
    assert_eq!(app.content_hash().await, before, "nothing but times");
    let cheaper = LIST.replace("24,90", "9,90") + "7;Portishead;Dummy;5,00;;VG+;NM;LP;1\r\n";
    let late = read(&app.sandbox(), &shop, &cheaper, noon - TimeDelta::hours(1)).await.expect("yesterday's");
    assert!(!late.news);
    assert_eq!(app.content_hash().await, before, "an older list says nothing any more");
    let fewer: String = LIST.lines().filter(|line| !line.starts_with("6;")).map(|line| format!("{line}\r\n")).collect();
    read(&app.context, &shop, &fewer, noon + TimeDelta::hours(2)).await.expect("without the last");
    assert_eq!(for_sale(&app).await, 1);
    let broken = read(&app.context, &shop, "<html>closed</html>", noon + TimeDelta::hours(3)).await;
    assert!(matches!(broken, Err(StockError::NoList(_))));
    assert_eq!(for_sale(&app).await, 1, "what is no list withdraws nothing");
}

/// A shop's web server.
#[expect(clippy::disallowed_methods, reason = "a test's process is never frozen")]
async fn serve(list: &'static str) -> String {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let address = listener.local_addr().expect("its number");
    let header = [("content-type", "text/csv; charset=utf-8")];
    let routes = Router::new().route("/stock.csv", get(move || async move { (header, list) }));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    format!("http://{address}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shops_list_on_the_web_is_read_when_its_day_comes() {
    let app = TestApp::start().await;
    let (dummy, _) = catalogue(&app).await;
    let wish = NewAlert { album: Some(dummy), class: PriceClass::Cheapest, target: Money::new(3000, Currency::EUR) };
    let (ana, _) = listener(app.store(), "ana").await;
    app.store().save_alert(ana, wish, 10).await.expect("alert");
    assert_eq!(app.run(SweepStocks {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    let origin = serve(LIST).await;
    let id = listed(&app, shop(Some(format!("{origin}/stock.csv")))).await.id;
    let web = app.sandbox_with(|config| {
        config.upstream.image_origins.push(origin.clone());
        config.upstream.shops.rate = vinilogy_upstream::Rate { calls: 60_000, per: Duration::from_secs(1) };
    });
    assert_eq!(app.run(SweepStocks {}).await.expect("swept"), Outcome::Done(1));
    app.forget().await;
    let job = ReadStock { shop_id: id };
    assert_eq!(job.clone().run(&web).await.expect("read"), Outcome::Done(2));
    assert_eq!(app.bodies::<CheckAlerts>(false).await, [format!(r#"{{"album_id":{dummy}}}"#)]);
    assert_eq!(for_sale(&app).await, 2);
    let before = app.content_hash().await;
    assert_eq!(job.run(&web).await.expect("again"), Outcome::Skipped("no news"), "the archive has it");
    assert_eq!(app.content_hash().await, before);
    assert_eq!(app.run(SweepStocks {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    let unknown = ReadStock { shop_id: 987_654 }.run(&app.context).await.expect("no error");
    assert_eq!(unknown, Outcome::Skipped("no such shop"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_the_place_of_a_list_stands_on_the_shops_row() {
    let app = TestApp::start().await;
    catalogue(&app).await;
    let origin = serve("a,b\r\n1,2\r\n").await;
    let id = listed(&app, shop(Some(format!("{origin}/stock.csv")))).await.id;
    let web = app.sandbox_with(|config| config.upstream.image_origins.push(origin.clone()));
    let outcome = ReadStock { shop_id: id }.run(&web).await.expect("no error");
    assert_eq!(outcome, Outcome::GaveUp("no column is called price".to_owned()));
    assert_eq!(app.store().shop(id).await.expect("shop").note.as_deref(), Some("no column is called price"));
}
