//! eBay: tokens, searches, items, and the traps between.

use std::collections::{BTreeSet, HashSet};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::{Value, json};
use vinilogy_sim::{Limit, Limits, Options, router};

use crate::support::{Answer, control, open, send, world};

const SCOPE: &str = "scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope";

async fn lend(router: &Router, credentials: &str, form: &str) -> Answer {
    let request =
        Request::post("/ebay/identity/v1/oauth2/token").header("authorization", format!("Basic {credentials}"));
    send(router, request.body(Body::from(form.to_owned())).unwrap()).await
}

/// `id:secret`
const GOOD: &str = "aWQ6c2VjcmV0";

async fn token(router: &Router) -> String {
    let answer = lend(router, GOOD, &format!("grant_type=client_credentials&{SCOPE}")).await;
    assert_eq!(answer.status, 200);
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

async fn call(router: &Router, token: &str, site: &str, path: &str) -> Answer {
    let request = Request::get(format!("/ebay/buy/browse/v1/{path}"))
        .header("authorization", format!("Bearer {token}"))
        .header("x-ebay-c-marketplace-id", site)
        .header("x-ebay-c-enduserctx", "contextualLocation=country%3DES,affiliateCampaignId=5338123456");
    send(router, request.body(Body::empty()).unwrap()).await
}

/// A page of a search with this filter, encoded as it must be.
async fn page(router: &Router, token: &str, query: &str, filter: &str) -> Value {
    let filter =
        filter.replace(':', "%3A").replace('{', "%7B").replace('}', "%7D").replace('|', "%7C").replace(',', "%2C");
    let path = format!("item_summary/search?{query}&category_ids=176985&filter={filter}");
    let answer = call(router, token, "EBAY_ES", &path).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    answer.json()
}

const ALL: &str = "buyingOptions:{FIXED_PRICE|AUCTION},deliveryCountry:ES";

fn items(page: &Value) -> Vec<Value> {
    page["itemSummaries"].as_array().cloned().unwrap_or_default()
}

/// Offers of many artists, as Spain sees them.
async fn many(router: &Router, filter: &str) -> Vec<Value> {
    let token = token(router).await;
    let mut all = Vec::new();
    for artist in world().artist_names().iter().take(25) {
        let query = format!("q={}&limit=200", artist.replace(' ', "+").replace('&', "%26").replace('#', ""));
        all.extend(items(&page(router, &token, &query, filter).await));
    }
    assert!(all.len() > 300, "{} offers", all.len());
    all
}

#[tokio::test]
async fn a_token_is_needed_and_ends() {
    let router = open();
    assert_eq!(lend(&router, "aW52YWxpZDpzZWNyZXQ=", "grant_type=client_credentials").await.status, 401);
    let other = lend(&router, GOOD, "grant_type=password").await;
    assert_eq!((other.status, other.json()["error"].as_str()), (400, Some("unsupported_grant_type")));
    let path = "item_summary/search?q=Radiohead";
    let refused = call(&router, "nobody", "EBAY_ES", path).await;
    assert_eq!((refused.status, refused.json()["errors"][0]["errorId"].as_u64()), (401, Some(1001)));
    let token = token(&router).await;
    assert_eq!(call(&router, &token, "EBAY_ES", path).await.status, 200);
    assert_eq!(control(&router, Method::DELETE, "/_control/tokens", &Value::Null).await.status, 204);
    assert_eq!(call(&router, &token, "EBAY_ES", path).await.status, 401);
}

#[tokio::test]
async fn a_search_by_artist_and_title_finds_offers_of_that_album() {
    let router = open();
    let token = token(&router).await;
    let found = page(&router, &token, "q=radiohead+ok+computer&limit=200", ALL).await;
    let found = items(&found);
    assert!(found.len() > 3, "{} offers", found.len());
    for item in &found {
        let title = item["title"].as_str().unwrap().to_lowercase();
        assert!(title.contains("radiohead") && title.contains("ok computer"), "{title}");
        assert!(title.chars().count() <= 80);
        assert!(item["itemAffiliateWebUrl"].as_str().unwrap().contains("campid=5338123456"));
    }
    let nothing = page(&router, &token, "q=nobody+ever+recorded+this", ALL).await;
    assert_eq!(nothing["total"], 0);
    assert!(nothing.get("itemSummaries").is_none());
}

#[tokio::test]
async fn offers_stay_the_same_until_the_market_goes_on() {
    let router = open();
    let token = token(&router).await;
    let ids = async || -> BTreeSet<String> {
        let found = page(&router, &token, "q=radiohead&limit=200", ALL).await;
        items(&found).iter().map(|item| item["itemId"].as_str().unwrap().to_owned()).collect()
    };
    let before = ids().await;
    assert_eq!(ids().await, before);
    control(&router, Method::POST, "/_control/market", &json!({"rounds": 3})).await;
    let after = ids().await;
    assert!(before.intersection(&after).count() > before.len() / 3, "most are still there");
    let sold = before.difference(&after).next().expect("some are sold");
    assert!(after.difference(&before).count() > 0, "some are new");
    let ended = call(&router, &token, "EBAY_ES", &format!("item/{}", sold.replace('|', "%7C"))).await;
    assert_eq!((ended.status, ended.json()["errors"][0]["errorId"].as_u64()), (404, Some(11_001)));
}

#[tokio::test]
async fn a_wrong_filter_is_a_warning_and_ignored() {
    let router = open();
    let token = token(&router).await;
    let plain = page(&router, &token, "q=radiohead&limit=200", ALL).await;
    assert!(plain.get("warnings").is_none());
    for (filter, id) in [
        ("itemLocationRegion:NORTH_AMERICA", 12_008),
        ("itemLocationRegion:EUROPEAN_UNION,itemLocationCountry:DE", 12_009),
        ("price:[1..5]", 12_012),
        ("colour:red", 12_002),
    ] {
        let warned = page(&router, &token, "q=radiohead&limit=200", &format!("{ALL},{filter}")).await;
        assert_eq!(warned["warnings"][0]["errorId"], id, "{filter}");
        assert!(!items(&warned).is_empty(), "{filter}");
    }
}

#[tokio::test]
async fn prices_come_in_every_way_that_the_real_ones_do() {
    let all = many(&open(), ALL).await;
    let is = |item: &Value, option: &str| item["buyingOptions"].as_array().unwrap().iter().any(|known| known == option);
    let (fixed, auctions): (Vec<&Value>, Vec<&Value>) = all.iter().partition(|item| is(item, "FIXED_PRICE"));
    assert!(!auctions.is_empty() && auctions.iter().all(|item| item.get("price").is_none()));
    assert!(auctions.iter().all(|item| item["currentBidPrice"]["value"].is_string() && item["bidCount"].is_u64()));
    assert!(fixed.iter().all(|item| item["price"]["currency"] == "EUR"));
    assert!(fixed.iter().any(|item| !is(item, "AUCTION") && item["currentBidPrice"] == item["price"]));
    assert!(fixed.iter().any(|item| is(item, "AUCTION") && item["currentBidPrice"] != item["price"]));
    assert!(fixed.iter().any(|item| item["price"]["convertedFromCurrency"] == "GBP"));
    let shipping = |item: &Value| item["shippingOptions"][0].clone();
    assert!(all.iter().any(|item| item.get("shippingOptions").is_none()));
    assert!(all.iter().any(|item| shipping(item)["shippingCost"]["value"] == "0.00"));
    let calculated = |item: &&Value| shipping(item)["shippingCostType"] == "CALCULATED";
    assert!(all.iter().filter(calculated).any(|item| shipping(item).get("shippingCost").is_none()));
    assert!(all.iter().filter(calculated).any(|item| shipping(item)["shippingCost"]["value"].is_string()));
}

#[tokio::test]
async fn titles_are_those_of_sellers() {
    let all = many(&open(), ALL).await;
    let titles: Vec<String> = all.iter().map(|item| item["title"].as_str().unwrap().to_lowercase()).collect();
    for words in ["(cd,", "cassette", "poster", "vinilo", "vinyl", "schallplatte", "vg+"] {
        assert!(titles.iter().any(|title| title.contains(words)), "no title says {words}");
    }
    let sleeves = ["solo portada", "nur cover", "pochette seule", "solo copertina", "empty sleeve"];
    assert!(titles.iter().any(|title| sleeves.iter().any(|words| title.contains(words))), "no empty sleeve");
    let sellers: HashSet<&str> = all.iter().map(|item| item["seller"]["username"].as_str().unwrap()).collect();
    assert!((40..=60).contains(&sellers.len()), "{} sellers", sellers.len());
    assert!(all.iter().all(|item| ["Nuevo", "De segunda mano"].contains(&item["condition"].as_str().unwrap())));
}

#[tokio::test]
async fn a_region_is_not_strict() {
    let all = many(&open(), &format!("{ALL},itemLocationRegion:EUROPEAN_UNION")).await;
    let outside =
        all.iter().filter(|item| ["US", "JP", "GB"].contains(&item["itemLocation"]["country"].as_str().unwrap()));
    let share = outside.count() as f64 / all.len() as f64;
    assert!((0.0001..0.1).contains(&share), "{share} of them come from elsewhere");
}

#[tokio::test]
async fn pages_repeat_an_item_and_the_total_is_an_estimate() {
    let router = open();
    let token = token(&router).await;
    let whole = page(&router, &token, "q=radiohead&limit=200", ALL).await;
    let wanted: HashSet<String> = items(&whole).iter().map(|item| item["itemId"].to_string()).collect();
    let (mut seen, mut offset, mut last) = (Vec::new(), 0, Value::Null);
    loop {
        let page = page(&router, &token, &format!("q=radiohead&limit=10&offset={offset}"), ALL).await;
        let ids: Vec<Value> = items(&page).iter().map(|item| item["itemId"].clone()).collect();
        assert!(last.is_null() || ids[0] == last, "a page begins with the last item of the one before");
        last = ids.last().unwrap().clone();
        seen.extend(ids.iter().map(Value::to_string));
        if page.get("next").is_none() {
            break;
        }
        offset += 10;
    }
    assert!(seen.len() > wanted.len(), "nothing came twice");
    assert_eq!(seen.into_iter().collect::<HashSet<_>>(), wanted);
    assert!(whole["total"].as_u64().unwrap() > wanted.len() as u64);
}

#[tokio::test]
async fn wrong_requests_are_errors() {
    let router = open();
    let token = token(&router).await;
    let id = async |query: &str| {
        let answer = call(&router, &token, "EBAY_ES", &format!("item_summary/search?{query}")).await;
        assert_eq!(answer.status, 400, "{query}");
        answer.json()["errors"][0]["errorId"].as_u64().unwrap()
    };
    assert_eq!(id("limit=50").await, 12_001);
    assert_eq!(id("q=x&limit=500").await, 12_030);
    assert_eq!(id("q=x&limit=50&offset=30").await, 12_029);
    assert_eq!(id("q=x&limit=100&offset=10000").await, 12_029);
    assert_eq!(id("q=x&category_ids=1,2").await, 12_002);
}

#[tokio::test]
async fn an_item_has_aspects_and_a_barcode_finds_it() {
    let router = open();
    let token = token(&router).await;
    let (mut graded, mut barcodes) = (0, 0);
    for item in many(&router, ALL).await.iter().take(60) {
        let path = format!("item/{}", item["itemId"].as_str().unwrap().replace('|', "%7C"));
        let whole = call(&router, &token, "EBAY_GB", &path).await.json();
        assert_eq!(whole["title"], item["title"]);
        let value = |name: &str| {
            let aspects = whole["localizedAspects"].as_array().unwrap().iter();
            aspects
                .clone()
                .find(|aspect| aspect["name"] == name)
                .map(|aspect| aspect["value"].as_str().unwrap().to_owned())
        };
        graded += usize::from(value("Record Grading").is_some());
        if let Some(ean) = value("EAN").filter(|ean| ean.len() == 13) {
            let found = page(&router, &token, &format!("gtin={ean}"), ALL).await;
            barcodes += usize::from(items(&found).iter().any(|found| found["itemId"] == item["itemId"]));
        }
    }
    assert!(graded > 20 && barcodes > 3, "{graded} graded, {barcodes} found by their barcodes");
}

#[tokio::test]
async fn the_day_has_so_many_calls_and_tokens_are_not_counted() {
    let ebay = Limit::new(3, Duration::from_secs(86_400));
    let router = router(world(), Options { limits: Limits { ebay, ..Limits::none() }, ..Options::default() });
    let mut statuses = Vec::new();
    for _ in 0..4 {
        let token = token(&router).await;
        let answer = call(&router, &token, "EBAY_ES", "item_summary/search?q=radiohead").await;
        statuses.push((answer.status, answer.json()["errors"][0]["errorId"].as_u64()));
    }
    assert_eq!(statuses, [(200, None), (200, None), (200, None), (429, Some(2001))]);
}
