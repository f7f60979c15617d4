//! `GET /artists/{id}/albums`
use axum::http::StatusCode;
use support::{AlbumBuilder, TestApp};

use crate::check::{assert_shows, problem};
use crate::songs::{artist, ok_computer, rate};

#[tokio::test(flavor = "multi_thread")]
async fn shows_the_albums_oldest_first() {
    let app = TestApp::start().await;
    let store = app.store();
    let (id, album) = ok_computer(store).await;
    rate(store, album, 468, 12).await;
    AlbumBuilder::new(store, "Radiohead", "Pablo Honey", 1993).await.save().await;

    let reply = app.get(&format!("/artists/{id}/albums")).await;

    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn tells_no_albums_from_albums_that_were_not_fetched() {
    let app = TestApp::start().await;
    let id = artist(app.store(), "Radiohead", 5).await;
    let unknown_yet = app.get(&format!("/artists/{id}/albums")).await.body;
    assert!(unknown_yet["fetched_at"].is_null());
    app.store().save_albums(id, &[]).await.expect("albums");
    let none = app.get(&format!("/artists/{id}/albums")).await.body;
    assert!(none["fetched_at"].is_string());
    assert_eq!(none["albums"], serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/artists/999/albums").await, StatusCode::NOT_FOUND), "no such artist");
    problem(&app.get("/artists/x/albums").await, StatusCode::NOT_FOUND);
}
