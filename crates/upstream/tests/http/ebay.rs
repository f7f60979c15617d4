//! eBay over a real socket: a token for each call, one for all; what is asked, and when everyone stops.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures::future::join_all;
use vinilogy_upstream::ebay::{Location, Marketplace, Search, What};
use vinilogy_upstream::{
    AccessToken, Day, DirArchive, Error, Fetch, LocalBudget, LocalTokens, Settings, Tokens as _, Upstream, Upstreams,
};

use crate::doubles::{FETCH, MARKED, World};
use crate::server::{Reply, Server};

const SEARCH: Search<'static> = Search {
    what: What::Words("Low (Hey What)"),
    marketplace: Marketplace::Es,
    delivery_country: "ES",
    location: Location::Europe,
    offset: 200,
    limit: 200,
};
const EMPTY: &str = r#"{"href":"x","total":0,"limit":200,"offset":200}"#;
const EBAY: Upstream = Upstream::Ebay;

fn lent(token: &str) -> Reply {
    let body = format!(r#"{{"access_token":"{token}","expires_in":7200,"token_type":"Application Access Token"}}"#);
    Reply::json(200, &body)
}

fn refusal(status: u16, id: u32) -> Reply {
    let body = format!(r#"{{"errors":[{{"errorId":{id},"domain":"X","category":"REQUEST","message":"No"}}]}}"#);
    Reply::json(status, &body)
}

fn replies(replies: impl IntoIterator<Item = Reply>) -> World {
    World::new(Server::new(replies))
}

/// As long as eBay's day still is, give or take the time of a test.
fn is_rest_of_the_day(wait: Duration) -> bool {
    let now = SystemTime::now().into();
    Day::of(now).left(now).abs_diff(wait) < Duration::from_secs(60)
}

#[tokio::test]
async fn a_token_is_asked_for_once_and_shown_with_each_call() {
    let world =
        replies([lent("t0ken-1"), Reply::json(200, EMPTY), Reply::json(200, r#"{"itemId":"v1|7|0","title":"x"}"#)]);
    let page = world.upstreams.ebay.search(&SEARCH, FETCH).await.unwrap();
    assert_eq!((page.total, page.items.len()), (0, 0));
    world.upstreams.ebay.item("v1|7|0", Marketplace::Es, "ES", FETCH).await.unwrap();
    let sent = world.server.requests();
    assert_eq!(sent.len(), 3);
    assert!(sent[0].starts_with("POST /identity/v1/oauth2/token "), "{}", sent[0]);
    assert!(sent[0].contains("authorization: Basic VmluaWxvZ3ktdGVzdC1QUkQtMTpz"), "{}", sent[0]);
    let form = "\r\n\r\ngrant_type=client_credentials&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope";
    assert!(sent[0].ends_with(form), "{}", sent[0]);
    let wanted = "GET /buy/browse/v1/item_summary/search?q=Low+Hey+What&category_ids=176985\
        &filter=buyingOptions%3A%7BFIXED_PRICE%7CAUCTION%7D%2CdeliveryCountry%3AES%2CitemLocationRegion%3ACONTINENTAL_EUROPE\
        &limit=200&offset=200 ";
    assert!(sent[1].starts_with(wanted), "{}", sent[1]);
    assert!(sent[2].starts_with("GET /buy/browse/v1/item/v1%7C7%7C0 "), "{}", sent[2]);
    for call in &sent[1..] {
        assert!(call.contains("authorization: Bearer t0ken-1\r\n"), "{call}");
        assert!(call.contains("x-ebay-c-marketplace-id: EBAY_ES\r\n"), "{call}");
        let context = "x-ebay-c-enduserctx: contextualLocation=country%3DES,affiliateCampaignId=5338123456\r\n";
        assert!(call.contains(context), "{call}");
        assert!(call.contains("accept-language: es-ES\r\n"), "{call}");
    }
    assert_eq!(world.kept.all().len(), 2, "a token is not kept in the archive");
}

#[tokio::test]
async fn another_site_or_country_is_another_question() {
    let world = replies([lent("t0ken"), Reply::json(200, EMPTY)]);
    let german = Search { marketplace: Marketplace::De, ..SEARCH };
    let sent_to_france = Search { delivery_country: "FR", ..SEARCH };
    for search in [SEARCH, german, sent_to_france, SEARCH, german] {
        world.upstreams.ebay.search(&search, FETCH).await.unwrap();
    }
    assert_eq!(world.server.requests().len(), 1 + 3);
    let mut prints: Vec<String> = world.kept.all().iter().map(|(exchange, _)| exchange.fingerprint.clone()).collect();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), 3);
    let url = &world.kept.all()[0].0.url;
    assert!(url.contains("#x-ebay-c-marketplace-id:EBAY_ES&x-ebay-c-enduserctx:contextualLocation"), "{url}");
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let world = replies([lent("old"), refusal(401, 1001), lent("new"), Reply::json(200, EMPTY)]);
    assert!(world.upstreams.ebay.search(&SEARCH, FETCH).await.is_ok());
    let sent = world.server.requests();
    assert!(sent[1].contains("Bearer old") && sent[3].contains("Bearer new"));
    assert_eq!(world.tokens.find(EBAY).await, Ok(Some(AccessToken::new("new"))));
    let statuses: Vec<_> =
        world.kept.all().iter().map(|(exchange, fresh)| (exchange.status, fresh.is_some())).collect();
    assert_eq!(statuses, [(401, false), (200, true)]);
    let world = replies([lent("a"), refusal(401, 1001), lent("b"), refusal(401, 1001)]);
    let refused = world.upstreams.ebay.search(&SEARCH, FETCH).await;
    assert_eq!(refused, Err(Error::Unauthorized("status 401: error 1001: No".to_owned())));
    assert_eq!(world.server.requests().len(), 4, "only once");
}

#[tokio::test]
async fn many_at_once_share_one_new_token() {
    let world = replies([lent("only"), Reply::json(200, EMPTY)]);
    let offsets = (0..8).map(|page| Search { offset: page * 200, ..SEARCH });
    let searches: Vec<Search<'_>> = offsets.collect();
    let found = join_all(searches.iter().map(|search| world.upstreams.ebay.search(search, FETCH))).await;
    assert!(found.iter().all(Result::is_ok), "{found:?}");
    let posts = world.server.requests().iter().filter(|request| request.starts_with("POST")).count();
    assert_eq!(posts, 1);
}

#[tokio::test]
async fn a_used_up_quota_closes_the_day_whatever_the_answer_says() {
    let world = replies([lent("t0ken"), refusal(429, 2001).and("retry-after: 3")]);
    let Err(Error::RateLimited(Some(wait))) = world.upstreams.ebay.search(&SEARCH, FETCH).await else {
        panic!("the quota is used up")
    };
    assert!(is_rest_of_the_day(wait), "{wait:?}");
    assert_eq!(world.budget.pauses(), [(EBAY, wait)]);
    let world = replies([Reply::json(429, "{}")]);
    let limited = world.upstreams.ebay.search(&SEARCH, FETCH).await;
    assert!(matches!(limited, Err(Error::RateLimited(Some(wait))) if is_rest_of_the_day(wait)), "{limited:?}");
    assert_eq!(world.budget.pauses().len(), 1, "tokens are counted as well");
}

#[tokio::test]
async fn the_quota_of_a_day_is_never_exceeded() {
    let server = Server::new([lent("t0ken"), Reply::json(200, EMPTY)]);
    let mut settings = Settings { ebay_calls_per_day: Some(3), ..Settings::default() };
    settings.ebay.url = server.url.clone();
    settings.ebay.rate = "1000/1".parse().unwrap();
    settings.ebay_client_id = Some("id".to_owned());
    settings.ebay_client_secret = Some("secret".to_owned());
    let archive = std::env::temp_dir().join(format!("vinilogy-ebay-{}", uuid::Uuid::new_v4()));
    let (budget, tokens) = (Arc::new(LocalBudget::new()), Arc::new(LocalTokens::new()));
    let upstreams = Upstreams::new(settings, budget, Arc::new(DirArchive::new(&archive)), tokens).unwrap();
    let searches: Vec<Search<'_>> = (0..8).map(|page| Search { offset: page * 200, ..SEARCH }).collect();
    let found = join_all(searches.iter().map(|search| upstreams.ebay.search(search, FETCH))).await;
    assert_eq!(found.iter().filter(|page| page.is_ok()).count(), 3);
    let waits =
        |page: &Result<_, Error>| matches!(page, Err(Error::RateLimited(Some(wait))) if is_rest_of_the_day(*wait));
    assert_eq!(found.iter().filter(|page| waits(page)).count(), 5, "{found:?}");
    assert_eq!(server.requests().len(), 1 + 3);
    std::fs::remove_dir_all(archive).unwrap();
}

#[tokio::test]
async fn without_credentials_nothing_is_sent_and_the_setting_is_named() {
    let none = |settings: &mut Settings| settings.ebay_client_id = None;
    let world = World::with(Server::new([Reply::json(200, EMPTY)]), none);
    let refused = world.upstreams.ebay.search(&SEARCH, FETCH).await;
    assert_eq!(refused, Err(Error::Unauthorized("EBAY_CLIENT_ID is not set".to_owned())));
    let none = |settings: &mut Settings| settings.ebay_client_secret = Some(" ".to_owned());
    let world = World::with(Server::new([Reply::json(200, EMPTY)]), none);
    let refused = world.upstreams.ebay.search(&SEARCH, FETCH).await;
    assert_eq!(refused, Err(Error::Unauthorized("EBAY_CLIENT_SECRET is not set".to_owned())));
    assert!(!world.upstreams.ebay.is_configured());
    assert!(world.server.requests().is_empty());
}

#[tokio::test]
async fn what_ebay_says_about_the_credentials_is_a_refusal() {
    let body = format!(r#"{{"error":"invalid_client","error_description":"client {MARKED} is unknown"}}"#);
    let world = replies([Reply::json(401, &body)]);
    let refused = world.upstreams.ebay.search(&SEARCH, FETCH).await;
    assert_eq!(refused, Err(Error::Unauthorized("token: status 401: invalid_client".to_owned())));
    assert!(world.kept.all().is_empty());
}

#[tokio::test]
async fn an_item_that_is_no_item_is_not_asked_for() {
    let world = replies([lent("t0ken"), Reply::json(200, EMPTY)]);
    for id in ["", "../../sell/account", "v1|1|0?x=1", "v1|1|0#"] {
        let item = world.upstreams.ebay.item(id, Marketplace::Gb, "GB", FETCH).await;
        assert_eq!(item, Err(Error::Malformed { field: "item id".to_owned() }), "{id}");
    }
    assert!(world.server.requests().is_empty());
}

#[tokio::test]
async fn a_page_with_warnings_is_kept_and_not_asked_for_again() {
    let warned = r#"{"total":5,"warnings":[{"errorId":12008,"domain":"API_BROWSE","message":"filter"}]}"#;
    let world = replies([lent("t0ken"), Reply::json(200, warned)]);
    for _ in 0..2 {
        let page = world.upstreams.ebay.search(&SEARCH, FETCH).await;
        assert_eq!(page, Err(Error::Malformed { field: "warnings: 12008: filter".to_owned() }));
    }
    assert_eq!(world.server.requests().len(), 2);
    let fetch = Fetch { fresh_for: Duration::ZERO, ..FETCH };
    assert!(world.upstreams.ebay.search(&Search { offset: 0, ..SEARCH }, fetch).await.is_err());
}
