//! `GET /health`
use axum::http::StatusCode;
use serde_json::json;
use support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn says_that_the_database_answers() {
    let app = TestApp::start().await;
    let reply = app.get("/health").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.body, json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}));
    assert!(reply.headers.contains_key("x-request-id"));
}
