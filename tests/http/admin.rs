//! What only an administrator may do is refused to everybody else, and says why.
use axum::http::{Method, StatusCode};
use axum::{Router, body::Body, routing::get};
use support::{TestApp, admin, listener};
use tower::ServiceExt;
use vinilogy_app::http::{self, Admin};

#[tokio::test(flavor = "multi_thread")]
async fn only_an_administrator_passes() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let (_, other) = listener(app.store(), "eve").await;
    assert_eq!(asked(&app, Some(&token)).await, StatusCode::OK);
    assert_eq!(asked(&app, Some(&other)).await, StatusCode::FORBIDDEN);
    assert_eq!(asked(&app, Some("unknown")).await, StatusCode::UNAUTHORIZED);
    assert_eq!(asked(&app, None).await, StatusCode::UNAUTHORIZED);
    for role in ["readonly", "user"] {
        let demote = format!("update users set role = '{role}' where name = 'ana'");
        app.database.connect().await.batch_execute(&demote).await.expect("another role");
        assert_eq!(asked(&app, Some(&token)).await, StatusCode::FORBIDDEN, "{role}");
    }
}

async fn asked(app: &TestApp, token: Option<&str>) -> StatusCode {
    let routes = Router::new().route("/ops", get(|_: Admin| async {}));
    let mut request = axum::http::Request::builder().method(Method::GET).uri("/ops");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.body(Body::empty()).expect("a request");
    let response = http::serve(routes, app.context.clone()).oneshot(request).await.expect("an answer");
    if !response.status().is_success() {
        assert_eq!(response.headers()["content-type"], "application/problem+json");
    }
    response.status()
}
