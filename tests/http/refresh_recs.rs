//! `POST /recs/refresh`
use axum::http::StatusCode;
use serde_json::json;
use support::{TestApp, listener};
use vinilogy_app::jobs::ComputeRecs;

use crate::songs::ok_computer;

#[tokio::test(flavor = "multi_thread")]
async fn the_old_set_is_served_until_the_new_one_is_there() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let (artist, _) = ok_computer(app.store()).await;
    app.store().add_seed(user, artist).await.expect("seed");
    let before = app.get_as(&token, "/recs").await.body;

    let reply = app.post(Some(&token), "/recs/refresh", &json!({})).await;

    assert_eq!(reply.status, StatusCode::ACCEPTED);
    assert!(reply.body.is_null());
    assert_eq!(app.bodies::<ComputeRecs>(false).await, [json!({"user_id": user}).to_string()]);
    let meanwhile = app.get_as(&token, "/recs").await.body;
    assert_eq!(meanwhile["stale"], true);
    assert_eq!(meanwhile["items"], before["items"]);
    app.drain_queue::<ComputeRecs>().await;
    let after = app.get_as(&token, "/recs").await.body;
    assert_eq!(after["stale"], false);
    assert_ne!(after["computed_at"], before["computed_at"]);
    assert_eq!(after["items"], before["items"]);
}
