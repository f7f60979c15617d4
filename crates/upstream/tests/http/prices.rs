//! Rates, suggestions and stock lists over a real socket.

use std::time::Duration;

use vinilogy_upstream::{Error, Settings, Upstream};

use crate::doubles::{FETCH, World};
use crate::server::{Reply, Server};

fn xml(cubes: &str) -> Reply {
    let body = format!("<?xml version='1.0'?><e:Envelope xmlns:e='x'><Cube>{cubes}</Cube></e:Envelope>");
    Reply::Whole(200, vec!["content-type: text/xml".to_owned()], body.into_bytes())
}

fn csv(status: u16, headers: &[&str]) -> Reply {
    let headers = headers.iter().map(|header| (*header).to_owned()).collect();
    Reply::Whole(status, headers, b"\xef\xbb\xbfartista;t\xc3\xadtulo\r\nLow;Hey What\r\n".to_vec())
}

/// A world whose shops are at its server.
fn shops(replies: impl IntoIterator<Item = Reply>) -> World {
    let server = Server::new(replies);
    let origin = server.url.clone();
    World::with(server, |settings: &mut Settings| settings.image_origins = vec![origin])
}

#[tokio::test]
async fn rates_are_asked_for_by_their_files() {
    let day = "<Cube time='2026-11-20'><Cube currency='USD' rate='1.1790'/></Cube>";
    let world = World::new(Server::new([xml(day)]));
    let daily = world.upstreams.ecb.daily(FETCH).await.unwrap();
    assert_eq!(daily[0].rates, [("EUR".to_owned(), 100_000_000), ("USD".to_owned(), 117_900_000)]);
    assert_eq!(world.upstreams.ecb.ninety_days(FETCH).await.unwrap(), daily);
    assert_eq!(world.upstreams.ecb.daily(FETCH).await.unwrap(), daily, "from the archive");
    let sent = world.server.requests();
    assert_eq!(sent.len(), 2);
    assert!(sent[0].starts_with("GET /eurofxref-daily.xml ") && sent[1].starts_with("GET /eurofxref-hist-90d.xml "));
    let endpoints: Vec<String> = world.kept.all().into_iter().map(|(exchange, _)| exchange.endpoint).collect();
    assert_eq!(endpoints, ["eurofxref-daily", "eurofxref-hist-90d"]);
}

#[tokio::test]
async fn what_the_bank_says_instead_of_rates_is_kept_as_evidence() {
    let page = Reply::Whole(200, vec!["content-type: text/html".to_owned()], b"<html>maintenance</html>".to_vec());
    let world = World::new(Server::new([page, Reply::Cut(b"<?xml version='1.0'?><Envelope><Cube>".to_vec())]));
    for _ in 0..2 {
        let daily = world.upstreams.ecb.daily(FETCH).await;
        assert!(matches!(daily, Err(Error::Unavailable(_))), "{daily:?}");
    }
    assert!(world.kept.all().iter().all(|(_, fresh_for)| fresh_for.is_none()));
}

#[tokio::test]
async fn suggestions_are_none_for_an_account_that_sells_nothing() {
    let settings = r#"{"message":"You must fill out your seller settings first."}"#;
    let grades = r#"{"Mint (M)":{"currency":"EUR","value":30.5},"Poor (P)":{"currency":"EUR","value":2.0}}"#;
    let world = World::new(Server::new([Reply::json(404, settings), Reply::json(200, "{}"), Reply::json(200, grades)]));
    let discogs = &world.upstreams.discogs;
    assert_eq!(discogs.price_suggestions(1, FETCH).await, Ok(None));
    assert_eq!(discogs.price_suggestions(2, FETCH).await, Ok(Some(Vec::new())));
    let suggested = discogs.price_suggestions(3, FETCH).await.unwrap().unwrap();
    assert_eq!(suggested.len(), 2);
    assert_eq!((suggested[0].0.as_str(), suggested[0].1.value), ("Mint (M)", 30.5));
    assert!(world.server.requests()[2].starts_with("GET /marketplace/price_suggestions/3 "));
}

#[tokio::test]
async fn a_stock_list_is_archived_and_given_on_as_it_is() {
    let world = shops([csv(200, &["content-type: text/csv; charset=utf-8"])]);
    let address = format!("{}shops/sol/stock.csv", world.server.url);
    let stock = world.upstreams.shops.fetch(&address, FETCH).await.unwrap();
    assert!(stock.bytes.starts_with(b"\xef\xbb\xbfartista;"));
    assert_eq!((stock.content_type.as_deref(), stock.charset.as_deref()), (Some("text/csv"), Some("utf-8")));
    assert_eq!(world.upstreams.shops.fetch(&address, FETCH).await.unwrap(), stock);
    assert_eq!(world.server.requests().len(), 1);
    let (exchange, fresh_for) = world.kept.all().remove(0);
    assert_eq!((exchange.upstream, exchange.endpoint.as_str()), (Upstream::Shops, "stock"));
    assert_eq!((exchange.body, fresh_for), (stock.bytes, Some(FETCH.fresh_for)));
}

#[tokio::test]
async fn a_shop_that_wants_us_to_wait_holds_no_other() {
    let world = shops([csv(429, &["retry-after: 120"]), csv(503, &[]), csv(200, &[])]);
    let fetch = async |shop: &str| world.upstreams.shops.fetch(&format!("{}{shop}", world.server.url), FETCH).await;
    assert_eq!(fetch("a").await.map(drop), Err(Error::RateLimited(Some(Duration::from_secs(120)))));
    assert_eq!(fetch("b").await.map(drop), Err(Error::RateLimited(Some(Duration::from_secs(600)))));
    assert!(fetch("c").await.is_ok());
    assert_eq!(world.budget.pauses(), []);
}

#[tokio::test]
async fn f31_a_stock_list_inside_is_not_fetched() {
    let world = World::new(Server::new([csv(200, &[])]));
    let own = world.server.url.clone();
    let addresses = [
        own.as_str(),
        "https://169.254.169.254/latest",
        "https://localhost/stock.csv",
        "ftp://shop.example/a.csv",
        "stock.csv",
    ];
    for address in addresses {
        let refused = world.upstreams.shops.fetch(address, FETCH).await;
        assert!(matches!(&refused, Err(Error::Malformed { field }) if field.starts_with("address: ")), "{refused:?}");
    }
    let inward = Reply::Whole(302, vec!["location: https://10.0.0.1/stock.csv".to_owned()], Vec::new());
    let redirected = shops([inward]);
    let refused = redirected.upstreams.shops.fetch(&redirected.server.url, FETCH).await;
    assert!(matches!(refused, Err(Error::Malformed { .. })), "{refused:?}");
    assert!(world.server.requests().is_empty() && world.kept.all().is_empty());
}

#[tokio::test]
async fn a_list_without_end_is_not_read_to_its_end() {
    let announced = Reply::Whole(200, vec![format!("content-length: {}", 60 * 1024 * 1024)], Vec::new());
    let world = shops([announced]);
    let refused = world.upstreams.shops.fetch(&world.server.url, FETCH).await;
    assert!(matches!(refused, Err(Error::Malformed { .. } | Error::Unavailable(_))), "{refused:?}");
    assert!(world.kept.all().iter().all(|(_, fresh_for)| fresh_for.is_none()));
}
