//! What one listener has is not to be seen or touched by another, on any route of the OpenAPI document that needs a token.
use axum::http::{Method, StatusCode};
use serde_json::json;
use support::{TestApp, listener};

use crate::check::problem;
use crate::openapi::operations;
use crate::songs::ok_computer;

#[tokio::test(flavor = "multi_thread")]
async fn f28_no_route_takes_another_listeners_ids() {
    let app = TestApp::start().await;
    let (ana, ana_token) = listener(app.store(), "ana").await;
    let (_, eve_token) = listener(app.store(), "eve").await;
    let (artist, _) = ok_computer(app.store()).await;
    app.store().add_seed(ana, artist).await.expect("seed");
    assert_eq!(app.get_as(&ana_token, "/recs").await.body["items"].as_array().map(Vec::len), Some(1));
    let before = app.content_hash().await;
    let document = app.get("/openapi.json").await.body;
    let private = operations(&document).into_iter().filter(|(_, _, operation)| operation["security"].is_array());
    let mut asked = 0;
    for (method, path, _) in private {
        let hers = path.replace("{artist_id}", &artist.to_string());
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
