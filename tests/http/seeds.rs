//! `GET|POST /me/seeds`, `DELETE /me/seeds/{artist_id}`
use std::time::Duration;

use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;
use sha2::{Digest, Sha256};
use support::{TestApp, listener};
use vinilogy_app::jobs::{ComputeRecs, IngestArtist};

use crate::check::{assert_shows, problem};
use crate::songs::{artist, ok_computer};

#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_picked_once_ingested_and_recommended_from() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;

    let first = app.post(Some(&token), "/me/seeds", &json!({"name": "Radiohead"})).await;
    let second = app.post(Some(&token), "/me/seeds", &json!({"name": "radiohead"})).await;

    assert_eq!((first.status, second.status), (StatusCode::CREATED, StatusCode::OK));
    assert_eq!(first.body, second.body);
    assert_eq!(first.body["name"], "Radiohead");
    let artist_id = &first.body["artist_id"];
    assert_eq!(app.bodies::<IngestArtist>(false).await, [json!({"artist_id": artist_id}).to_string()]);
    assert_eq!(app.bodies::<ComputeRecs>(false).await, [json!({"user_id": user}).to_string()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_of_the_catalogue_is_picked_by_its_id() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (id, _) = ok_computer(app.store()).await;
    let new = json!({"artist_id": id});
    assert_eq!(app.post(Some(&token), "/me/seeds", &new).await.status, StatusCode::CREATED);
    assert_eq!(app.post(Some(&token), "/me/seeds", &new).await.status, StatusCode::OK);
    assert!(app.bodies::<IngestArtist>(false).await.is_empty(), "its albums are there already");
    assert_eq!(app.bodies::<ComputeRecs>(false).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_seeds_in_the_order_picked() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    artist(app.store(), "Portishead", 2_000_000).await;
    ok_computer(app.store()).await;
    for name in ["Portishead", "Can", "Radiohead"] {
        app.post(Some(&token), "/me/seeds", &json!({"name": name})).await;
    }
    let reply = app.get_as(&token, "/me/seeds").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seed_is_removed_once() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let id = artist(app.store(), "Radiohead", 5).await;
    app.store().add_seed(user, id).await.expect("seed");
    let path = format!("/me/seeds/{id}");
    let first = app.send(Method::DELETE, &path, Some(&token), None).await;
    assert_eq!(first.status, StatusCode::NO_CONTENT);
    assert!(first.body.is_null());
    let second = app.send(Method::DELETE, &path, Some(&token), None).await;
    assert_eq!(problem(&second, StatusCode::NOT_FOUND), "no such seed");
    problem(&app.send(Method::DELETE, "/me/seeds/x", Some(&token), None).await, StatusCode::NOT_FOUND);
    assert_eq!(app.get_as(&token, "/me/seeds").await.body, json!({"seeds": []}));
    assert_eq!(app.bodies::<ComputeRecs>(false).await.len(), 1, "one removal, one new set");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_bodies_are_refused() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    for body in [
        json!({}),
        json!({"artist_id": 1, "name": "Radiohead"}),
        json!({"artist_id": "1"}),
        json!({"artist_id": 1.5}),
        json!({"name": ""}),
        json!({"name": "\u{0}"}),
        json!({"name": "x".repeat(501)}),
        json!({"user_id": 2, "name": "Radiohead"}),
    ] {
        problem(&app.post(Some(&token), "/me/seeds", &body).await, StatusCode::BAD_REQUEST);
    }
    let unknown = app.post(Some(&token), "/me/seeds", &json!({"artist_id": 999})).await;
    assert_eq!(problem(&unknown, StatusCode::NOT_FOUND), "no such artist");
    assert_eq!(app.count("select count(*) from user_seed_artists").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_that_are_not_good_are_refused() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let expired = Sha256::digest("expired");
    app.store().open_session(user, expired.as_slice(), Duration::ZERO).await.expect("session");
    let long = format!("Bearer {}", "x".repeat(10_000));
    let digest = format!("Bearer {}", Sha256::digest(&token).iter().map(|b| format!("{b:02x}")).collect::<String>());
    let basic = format!("Basic {token}");
    for value in ["Bearer expired", "Bearer unknown", "Bearer ", "Bearer", &token, &basic, &long, &digest, ""] {
        let request = Request::get("/me/seeds").header(header::AUTHORIZATION, value).body("".into()).expect("request");
        let reply = app.call(request).await;
        problem(&reply, StatusCode::UNAUTHORIZED);
        assert_eq!(reply.headers[header::WWW_AUTHENTICATE], "Bearer");
        assert!(!reply.body.to_string().contains(&token));
    }
    let lower = format!("bearer {token}");
    let request = Request::get("/me/seeds").header(header::AUTHORIZATION, lower).body("".into()).expect("request");
    assert_eq!(app.call(request).await.status, StatusCode::OK, "the scheme's case does not matter");
}
