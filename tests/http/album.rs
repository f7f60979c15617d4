//! `GET /albums/{id}`
use axum::http::StatusCode;
use chrono::Utc;
use support::{AlbumBuilder, TestApp, offers};
use vinilogy_core::domain::money::{Currency, Money};

use crate::check::{assert_shows, problem};
use crate::songs::{ok_computer, rate};

#[tokio::test(flavor = "multi_thread")]
async fn shows_an_album_with_its_best_prices() {
    let app = TestApp::start().await;
    let store = app.store();
    let (_, album) = ok_computer(store).await;
    rate(store, album, 468, 12).await;
    let dearer = &store.releases_to_price(album, std::time::Duration::ZERO, 1).await.expect("pressings")[0];
    #[expect(clippy::disallowed_methods, reason = "a test is where time comes from")]
    let now = Utc::now();
    let seen = offers::look(dearer.id, now, Money::new(1999, Currency::EUR), Some(450), "GB");
    store.save_looks("shop", &[seen]).await.expect("price");

    let reply = app.get(&format!("/albums/{album}?ships_to=GB")).await;

    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_that_is_not_on_vinyl_says_why() {
    let app = TestApp::start().await;
    let (_, album) = AlbumBuilder::new(app.store(), "Radiohead", "Kid A Mnesia", 2021).await.save().await;
    app.store().note_album(album, "not on Discogs").await.expect("note");
    let body = app.get(&format!("/albums/{album}")).await.body;
    assert_eq!(body["note"], "not on Discogs");
    assert_eq!(body["best_prices"], serde_json::json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/albums/999").await, StatusCode::NOT_FOUND), "no such album");
    problem(&app.get("/albums/ok-computer").await, StatusCode::NOT_FOUND);
    let wrong = problem(&app.get("/albums/1?ships_to=Spain").await, StatusCode::BAD_REQUEST);
    assert_eq!(wrong, r#"ships_to: "Spain" is not a country code of ISO 3166"#);
}
