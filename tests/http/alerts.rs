//! `GET|POST /me/alerts`, `DELETE /me/alerts/{id}`
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use support::{TestApp, listener};
use vinilogy_app::jobs::{CheckAlerts, PriceReleases};

use crate::check::{assert_shows, problem};
use crate::songs::ok_computer;

async fn add(app: &TestApp, token: &str, body: &Value) -> support::Reply {
    app.post(Some(token), "/me/alerts", body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_alerts_in_the_order_made() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (_, album) = ok_computer(app.store()).await;
    let first = add(&app, &token, &json!({"album_id": album, "target": {"amount": 2500}})).await;
    assert_eq!(first.status, StatusCode::CREATED);
    let original = json!({"album_id": album, "class": "original", "target": {"amount": 9000, "currency": "GBP"}});
    assert_eq!(add(&app, &token, &original).await.status, StatusCode::CREATED);
    assert_eq!(add(&app, &token, &json!({"target": {"amount": 1500}})).await.status, StatusCode::CREATED);
    let all = app.get_as(&token, "/me/alerts").await;
    assert_eq!(all.body["alerts"][0], first.body);
    assert_shows!(all.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_is_priced_and_looked_at_when_somebody_begins_to_wait_for_it() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (_, album) = ok_computer(app.store()).await;
    add(&app, &token, &json!({"album_id": album, "target": {"amount": 2500}})).await;
    let message = json!({"album_id": album}).to_string();
    assert_eq!(app.bodies::<PriceReleases>(false).await, std::slice::from_ref(&message));
    assert_eq!(app.bodies::<CheckAlerts>(false).await, [message]);
    assert_eq!(app.count("select count(*) from albums where wanted_at is not null").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_and_class_have_one_alert_whose_target_can_be_changed() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (_, album) = ok_computer(app.store()).await;
    let wish = |amount: i64| json!({"album_id": album, "target": {"amount": amount}});
    let first = add(&app, &token, &wish(2500)).await;
    let same = add(&app, &token, &wish(2500)).await;
    assert_eq!((same.status, &same.body), (StatusCode::OK, &first.body));
    let changed = add(&app, &token, &wish(2000)).await;
    assert_eq!((changed.status, &changed.body["id"]), (StatusCode::OK, &first.body["id"]));
    assert_eq!(changed.body["target"], json!({"amount": 2000, "currency": "EUR", "text": "20.00 €"}));
    assert_eq!(app.count("select count(*) from alerts").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_removed_once() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let id = add(&app, &token, &json!({"target": {"amount": 1500}})).await.body["id"].clone();
    let path = format!("/me/alerts/{id}");
    assert_eq!(app.send(Method::DELETE, &path, Some(&token), None).await.status, StatusCode::NO_CONTENT);
    let again = app.send(Method::DELETE, &path, Some(&token), None).await;
    assert_eq!(problem(&again, StatusCode::NOT_FOUND), "no such alert");
    assert_eq!(app.get_as(&token, "/me/alerts").await.body, json!({"alerts": []}));
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_bodies_are_refused() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    for body in [
        json!({}),
        json!({"album_id": 1}),
        json!({"target": 2500}),
        json!({"target": {}}),
        json!({"target": {"amount": 0}}),
        json!({"target": {"amount": -1}}),
        json!({"target": {"amount": 1_000_000_001_i64}}),
        json!({"target": {"amount": 25.5}}),
        json!({"target": {"amount": 2500, "currency": "euro"}}),
        json!({"target": {"amount": 2500, "currency": ""}}),
        json!({"target": {"amount": 2500}, "class": "mint"}),
        json!({"target": {"amount": 2500}, "user_id": 2}),
        json!({"target": {"amount": 2500}, "album_id": "1"}),
    ] {
        problem(&add(&app, &token, &body).await, StatusCode::BAD_REQUEST);
    }
    let unknown = add(&app, &token, &json!({"album_id": 999, "target": {"amount": 2500}})).await;
    assert_eq!(problem(&unknown, StatusCode::NOT_FOUND), "no such album");
    assert_eq!(app.count("select count(*) from alerts").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_has_two_hundred_alerts_at_most() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let (_, album) = ok_computer(app.store()).await;
    let many = format!(
        "insert into albums (artist_id, title, title_key) select artist_id, n::text, n::text from albums, generate_series(1, 199) n;
         insert into alerts (user_id, album_id, class, target, currency) select {user}, id, 'cheapest', 100, 'EUR' from albums"
    );
    app.database.connect().await.batch_execute(&many).await.expect("200 alerts");
    let one_more = add(&app, &token, &json!({"target": {"amount": 2500}})).await;
    assert_eq!(problem(&one_more, StatusCode::CONFLICT), "200 alerts are the most: delete one");
    let changed = add(&app, &token, &json!({"album_id": album, "target": {"amount": 2500}})).await;
    assert_eq!(changed.status, StatusCode::OK, "one that is there may be changed");
}
