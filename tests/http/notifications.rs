//! `GET /me/notifications`, `POST /me/notifications/{id}/read`
use axum::http::StatusCode;
use serde_json::{Value, json};
use support::{AlbumBuilder, TestApp, listener, now, offers};
use vinilogy_app::jobs::CheckAlerts;
use vinilogy_core::domain::ids::{AlbumId, UserId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{NewAlert, PriceClass};

use crate::check::{assert_shows, problem};

/// Tells a listener of as many albums as there are titles, in this order; returns the first one's notification.
pub async fn tell(app: &TestApp, user: UserId, titles: &[&str]) -> i64 {
    for (discogs_id, title) in (1..).zip(titles) {
        let album = AlbumBuilder::new(app.store(), "Radiohead", title, 1997).await;
        let (_, album) = album.pressing(discogs_id, 1997, 9, None).save().await;
        let target = Money::new(2500, Currency::EUR);
        let wish = NewAlert { album: Some(album), class: PriceClass::Cheapest, target };
        app.store().save_alert(user, wish, 100).await.expect("alert");
        let release = app.count(&format!("select id from releases where album_id = {album}")).await;
        let look = offers::look(release, now(), Money::new(2000, Currency::EUR), Some(390), "ES");
        app.store().save_looks("discogs", &[look]).await.expect("a price");
        app.run(CheckAlerts { album_id: AlbumId::get(album) }).await.expect("told");
    }
    app.count("select min(id) from notifications").await
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_what_was_told_the_newest_first() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    tell(&app, user, &["OK Computer", "Kid A"]).await;
    let reply = app.get_as(&token, "/me/notifications").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_is_no_longer_unread() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let first = tell(&app, user, &["OK Computer", "Kid A"]).await;
    let path = format!("/me/notifications/{first}/read");
    for _ in 0..2 {
        assert_eq!(app.post(Some(&token), &path, &json!({})).await.status, StatusCode::NO_CONTENT);
    }
    let titles = async |path: &str| {
        let body = app.get_as(&token, path).await.body;
        let all = body["notifications"].as_array().cloned().unwrap_or_default();
        all.iter().map(|told| told["title"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(titles("/me/notifications?unread=true").await, ["Kid A"]);
    assert_eq!(titles("/me/notifications").await, ["Kid A", "OK Computer"]);
    let none = app.post(Some(&token), "/me/notifications/999/read", &json!({})).await;
    assert_eq!(problem(&none, StatusCode::NOT_FOUND), "no such notification");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_each_other_to_the_last() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    tell(&app, user, &["One", "Two", "Three", "Four", "Five"]).await;
    let mut seen = Vec::new();
    let mut path = "/me/notifications?limit=2".to_owned();
    loop {
        let body = app.get_as(&token, &path).await.body;
        seen.extend(body["notifications"].as_array().expect("a page").iter().map(|told| told["title"].clone()));
        let Value::String(cursor) = &body["next_cursor"] else { break };
        path = format!("/me/notifications?limit=2&cursor={cursor}");
    }
    assert_eq!(json!(seen), json!(["Five", "Four", "Three", "Two", "One"]));
    let (_, eve) = listener(app.store(), "eve").await;
    let first = app.get_as(&token, "/me/notifications?limit=2").await.body["next_cursor"].clone();
    let hers = format!("/me/notifications?limit=2&cursor={}", first.as_str().expect("a cursor"));
    problem(&app.get_as(&eve, &hers).await, StatusCode::BAD_REQUEST);
    for wrong in ["limit=0", "limit=101", "unread=maybe", "cursor=x"] {
        problem(&app.get_as(&token, &format!("/me/notifications?{wrong}")).await, StatusCode::BAD_REQUEST);
    }
}
