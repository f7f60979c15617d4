//! What one listener has is not to be seen or touched by another, on any route of the OpenAPI document that needs a token.
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use support::{TestApp, listener};

use crate::check::problem;
use crate::openapi::operations;
use crate::songs::ok_computer;

#[tokio::test(flavor = "multi_thread")]
async fn f28_no_route_takes_another_listeners_ids() {
    let app = TestApp::start().await;
    let (ana, ana_token) = listener(app.store(), "ana").await;
    let (_, eve_token) = listener(app.store(), "eve").await;
    let (artist, album) = ok_computer(app.store()).await;
    app.store().add_seed(ana, artist).await.expect("seed");
    assert_eq!(app.get_as(&ana_token, "/recs").await.body["items"].as_array().map(Vec::len), Some(1));
    let import = app.post(Some(&ana_token), "/imports", &json!({"source": "csv"})).await.body["import_id"].clone();
    let told = crate::notifications::tell(&app, ana, &["Kid A"]).await;
    let alert = app.count("select min(id) from alerts").await;
    let before = app.content_hash().await;
    let document = app.get("/openapi.json").await.body;
    let private = operations(&document).into_iter().filter(|(_, _, operation)| needs_token(operation));
    let mut asked = 0;
    for (method, path, _) in private {
        if path.starts_with("/ops/") {
            refused_to_listeners(&app, method, &path, &eve_token).await;
            continue;
        }
        if path.starts_with("/catalog/") || path.starts_with("/albums/") {
            // The catalogue and its prices are everybody's who is logged in.
            let shared = path.replace("{artist_id}", &artist.to_string()).replace("{id}", &album.to_string());
            problem(&app.send(method, &shared, None, None).await, StatusCode::UNAUTHORIZED);
            continue;
        }
        let hers = path.replace("{artist_id}", &artist.to_string());
        let hers = hers.replace("/imports/{id}", &format!("/imports/{import}"));
        let hers = hers.replace("/alerts/{id}", &format!("/alerts/{alert}"));
        let hers = hers.replace("/notifications/{id}", &format!("/notifications/{told}"));
        assert!(!hers.contains('{'), "{path}: say in this test which id of hers goes there");
        problem(&app.send(method.clone(), &hers, None, None).await, StatusCode::UNAUTHORIZED);
        if hers != path {
            asked += 1;
            problem(&app.send(method, &hers, Some(&eve_token), None).await, StatusCode::NOT_FOUND);
        }
    }
    assert!(asked > 0, "no private route takes an id");
    assert_eq!(app.content_hash().await, before);
}

/// A route that may be asked with or without a token names "nothing" among what it takes.
fn needs_token(operation: &Value) -> bool {
    let ways = operation["security"].as_array();
    ways.is_some_and(|ways| ways.iter().all(|way| way.as_object().is_some_and(|way| !way.is_empty())))
}

/// Routes of the administrators: whatever the id, whoever else asks learns nothing.
async fn refused_to_listeners(app: &TestApp, method: Method, path: &str, token: &str) {
    let here = path.replace("{id}", "1");
    assert!(!here.contains('{'), "{path}: say in this test which id goes there");
    problem(&app.send(method.clone(), &here, None, None).await, StatusCode::UNAUTHORIZED);
    problem(&app.send(method, &here, Some(token), None).await, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_hold_ones_own_only() {
    let app = TestApp::start().await;
    let (ana, ana_token) = listener(app.store(), "ana").await;
    let (_, eve_token) = listener(app.store(), "eve").await;
    let (artist, _) = ok_computer(app.store()).await;
    app.store().add_seed(ana, artist).await.expect("seed");
    app.get_as(&ana_token, "/recs").await;

    assert_eq!(app.get_as(&eve_token, "/me/seeds").await.body, json!({"seeds": []}));
    assert_eq!(app.get_as(&eve_token, "/recs").await.body["items"], json!([]));
    for forged in ["/me/seeds?user_id=1", "/recs?user_id=1", "/me/seeds?token=1"] {
        let body = app.get_as(&eve_token, forged).await.body.to_string();
        assert!(!body.contains("Radiohead"), "{forged}");
    }
    app.post(Some(&eve_token), "/recs/refresh", &json!({"user_id": ana})).await;
    assert_eq!(app.get_as(&ana_token, "/recs").await.body["stale"], false, "hers was not refreshed");
    let hers = app.send(Method::DELETE, &format!("/me/seeds/{artist}"), Some(&ana_token), None).await;
    assert_eq!(hers.status, StatusCode::NO_CONTENT);
}
