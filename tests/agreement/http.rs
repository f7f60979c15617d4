//! The events of the template, the OpenAPI document and the routes name the same calls.
use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use vinilogy_app::{Config, Context, http};
use vinilogy_core::store::DatabaseSettings;
use vinilogy_upstream::Settings;

use crate::template::{functions, text};

/// Every route's own router by its file.
fn routers() -> BTreeMap<&'static str, Router<Context>> {
    BTreeMap::from([
        ("album", http::album::routes()),
        ("album_prices", http::album_prices::routes()),
        ("album_releases", http::album_releases::routes()),
        ("alerts", http::alerts::routes()),
        ("artist", http::artist::routes()),
        ("artist_albums", http::artist_albums::routes()),
        ("basket", http::basket::routes()),
        ("create_artist", http::create_artist::routes()),
        ("health", http::health::routes()),
        ("import", http::import::routes()),
        ("imports", http::imports::routes()),
        ("image", http::image::routes()),
        ("matches", http::matches::routes()),
        ("notifications", http::notifications::routes()),
        ("openapi", http::openapi::routes()),
        ("quality", http::quality::routes()),
        ("recs", http::recs::routes()),
        ("refresh_artist", http::refresh_artist::routes()),
        ("refresh_prices", http::refresh_prices::routes()),
        ("refresh_recs", http::refresh_recs::routes()),
        ("release", http::release::routes()),
        ("release_prices", http::release_prices::routes()),
        ("run", http::run::routes()),
        ("search", http::search::routes()),
        ("search_artists", http::search_artists::routes()),
        ("seeds", http::seeds::routes()),
        ("shops", http::shops::routes()),
        ("stock_list", http::stock_list::routes()),
        ("stock_lists", http::stock_lists::routes()),
    ])
}

/// A context whose database nobody answers: whether a call is routed shows without one.
fn context() -> Context {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number");
    let url = format!("postgres://nobody@{closed}/nothing?sslmode=disable");
    let config = Config {
        database: DatabaseSettings { url, ca_file: None, connections: 1 },
        queue_url_prefix: String::new(),
        archive_bucket: String::new(),
        upstream: Settings::default(),
        upstream_keys_path: None,
        artists_per_day: 100,
        notifications_topic: None,
        log: String::new(),
    };
    Context::new(config).expect("context")
}

async fn call(router: Router, method: &str, path: &str) -> (StatusCode, Value) {
    let path = path.replace("{id}", "1").replace("{artist_id}", "1");
    let request = Request::builder().method(method).uri(path).body(Body::empty()).expect("a request");
    let answer = router.oneshot(request).await.expect("infallible");
    let status = answer.status();
    let body = answer.into_body().collect().await.expect("a body").to_bytes();
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

fn is_routed(status: StatusCode, body: &Value) -> bool {
    status != StatusCode::METHOD_NOT_ALLOWED && body["detail"] != "no such route"
}

/// Method and path of each operation of the document.
async fn documented() -> BTreeSet<(String, String)> {
    let (_, document) = call(http::serve(http::all(), context()), "GET", "/openapi.json").await;
    let paths = document["paths"].as_object().expect("paths");
    let calls = paths.iter().flat_map(|(path, item)| {
        item.as_object()
            .expect("methods")
            .keys()
            .map(|method| (method.to_uppercase(), path.clone()))
            .collect::<Vec<_>>()
    });
    calls.collect()
}

/// Method and path of each HTTP event, with the bin that takes it.
fn deployed() -> BTreeMap<(String, String), String> {
    let mut events = BTreeMap::new();
    for function in functions().iter().filter(|function| function.kind() == "http") {
        for event in function.events() {
            let said = |what: &str| event["Properties"][what].as_str().expect("method and path").to_owned();
            let before = events.insert((said("Method"), said("Path")), function.bin.clone());
            assert!(before.is_none(), "{} and {before:?} take the same call", function.bin);
        }
    }
    events
}

#[tokio::test]
async fn every_event_is_documented_and_every_operation_deployed() {
    let deployed: BTreeSet<_> = deployed().into_keys().collect();
    assert_eq!(deployed, documented().await);
}

#[tokio::test]
async fn every_operation_is_routed() {
    let router = http::serve(http::all(), context());
    for (method, path) in documented().await {
        let (status, body) = call(router.clone(), &method, &path).await;
        assert!(is_routed(status, &body), "{method} {path}: {status}");
    }
    let (status, body) = call(router, "GET", "/no/such/thing").await;
    assert!(!is_routed(status, &body), "the check itself would pass anything");
}

#[tokio::test]
async fn each_function_takes_its_own_calls_and_no_others() {
    let deployed = deployed();
    let bins: BTreeSet<&str> = deployed.values().map(String::as_str).collect();
    assert_eq!(bins, routers().into_keys().collect());
    for (bin, router) in routers() {
        let router = http::serve(router, context());
        for ((method, path), owner) in &deployed {
            let (status, body) = call(router.clone(), method, path).await;
            assert_eq!(is_routed(status, &body), owner == bin, "{bin}: {method} {path}");
        }
    }
}

#[test]
fn each_bin_serves_the_routes_of_its_name() {
    for bin in routers().into_keys() {
        let main = text(&format!("functions/http/{bin}.rs"));
        assert!(main.contains(&format!("http(vinilogy_app::http::{bin}::routes())")), "{bin}");
    }
}
