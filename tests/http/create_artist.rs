//! `POST /artists`
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;
use support::TestApp;
use vinilogy_app::jobs::IngestArtist;

use crate::check::{assert_shows, problem};

#[tokio::test(flavor = "multi_thread")]
async fn is_accepted_with_a_run_and_one_message() {
    let app = TestApp::start().await;
    let reply = app.post(None, "/artists", &json!({"name": "  Radiohead "})).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED);
    assert_shows!(reply.body);
    let location = reply.headers[header::LOCATION].to_str().expect("text");
    assert_eq!(location, format!("/runs/{}", reply.body["run_id"]));
    assert_eq!(app.get(location).await.body["artist_name"], "Radiohead");
    let key = json!({"artist_id": reply.body["artist_id"]}).to_string();
    assert_eq!(app.bodies::<IngestArtist>(false).await, [key]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_request_joins_the_run() {
    let app = TestApp::start().await;
    let first = app.post(None, "/artists", &json!({"name": "Björk"})).await.body;
    for spelling in ["Björk", "bjork", "BJÖRK"] {
        let again = app.post(None, "/artists", &json!({"name": spelling})).await;
        assert_eq!(again.status, StatusCode::ACCEPTED);
        assert_eq!(again.body, first, "{spelling}");
    }
    assert_eq!(app.count("select count(*) from artists").await, 1);
    assert_eq!(app.count("select count(*) from runs").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn homonyms_are_told_apart_by_their_mbid() {
    let app = TestApp::start().await;
    let us = json!({"name": "Nirvana", "mbid": "5b11f4ce-a62d-471e-81fc-a69a8278c7da"});
    let uk = json!({"name": "Nirvana", "mbid": "9282c8b4-ca0b-4c6b-b7e3-4f7762dfc4d6"});
    let us = app.post(None, "/artists", &us).await.body;
    let uk = app.post(None, "/artists", &uk).await.body;
    assert_ne!(us["artist_id"], uk["artist_id"]);
    assert_ne!(us["run_id"], uk["run_id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_bodies_are_refused() {
    let app = TestApp::start().await;
    for body in [
        json!({}),
        json!([]),
        json!("Radiohead"),
        json!({"name": 7}),
        json!({"name": null}),
        json!({"name": ""}),
        json!({"name": "   "}),
        json!({"name": "nul \u{0} inside"}),
        json!({"name": "x".repeat(501)}),
        json!({"name": "Radiohead", "mbid": "not-a-uuid"}),
        json!({"name": "Radiohead", "mdib": "5b11f4ce-a62d-471e-81fc-a69a8278c7da"}),
    ] {
        problem(&app.post(None, "/artists", &body).await, StatusCode::BAD_REQUEST);
    }
    for raw in ["", "{", "{\"name\": \"Radiohead\"", "name=Radiohead", "\u{feff}{}"] {
        let reply = app.send(Method::POST, "/artists", None, Some(raw.into())).await;
        problem(&reply, StatusCode::BAD_REQUEST);
    }
    let untyped = Request::post("/artists").body(Body::from(r#"{"name": "Radiohead"}"#)).expect("request");
    problem(&app.call(untyped).await, StatusCode::BAD_REQUEST);
    assert_eq!(app.count("select count(*) from artists").await, 0);
    assert!(app.bodies::<IngestArtist>(false).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_queue_is_a_503_and_the_sweep_finds_the_artist() {
    let app = TestApp::start().await;
    app.sqs().delete_queue().queue_url(app.queue_url::<IngestArtist>()).send().await.expect("deleted");
    let reply = app.post(None, "/artists", &json!({"name": "Radiohead"})).await;
    problem(&reply, StatusCode::SERVICE_UNAVAILABLE);
    assert!(reply.headers.contains_key(header::RETRY_AFTER));
    let week = std::time::Duration::from_secs(7 * 24 * 3600);
    assert_eq!(app.store().artists_with_stale_info(week, week, 10).await.expect("the sweep's question").len(), 1);
}
