//! `GET /runs/{id}`
use axum::http::StatusCode;
use serde_json::json;
use support::TestApp;
use vinilogy_core::domain::ids::ArtistId;

use crate::check::{assert_shows, problem};
use crate::songs::{facts, ok_computer};

#[tokio::test(flavor = "multi_thread")]
async fn goes_through_its_phases() {
    let app = TestApp::start().await;
    let store = app.store();
    let accepted = app.post(None, "/artists", &json!({"name": "Radiohead"})).await.body;
    let run = format!("/runs/{}", accepted["run_id"]);
    let id = ArtistId::from(accepted["artist_id"].as_i64().expect("id"));
    assert_eq!(app.get(&run).await.body["phase"], "artist");

    store.save_artist(id, &facts("Radiohead", 5), &[], "lastfm").await.expect("facts");
    assert_eq!(app.get(&run).await.body["phase"], "albums");

    let (_, album) = ok_computer(store).await;
    assert_eq!(app.get(&run).await.body["phase"], "prices");

    store.save_prices_fetched(album, false).await.expect("priced");
    let reply = app.get(&run).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.body["phase"], "done");
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn says_why_it_gave_up() {
    let app = TestApp::start().await;
    let accepted = app.post(None, "/artists", &json!({"name": "Nobody at all"})).await.body;
    let id = ArtistId::from(accepted["artist_id"].as_i64().expect("id"));
    app.store().note_artist(id, "nobody knows it").await.expect("note");
    let body = app.get(&format!("/runs/{}", accepted["run_id"])).await.body;
    assert_eq!(body["phase"], "gave_up");
    assert_eq!(body["note"], "nobody knows it");
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/runs/999").await, StatusCode::NOT_FOUND), "no such run");
    problem(&app.get("/runs/latest").await, StatusCode::NOT_FOUND);
}
