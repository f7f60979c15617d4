//! A database that does not answer: every route that needs it says so, says when to come back, and says nothing else.
use std::net::TcpListener;
use std::time::Duration;

use axum::http::{Method, StatusCode, header};
use support::TestApp;
use vinilogy_upstream::Rate;

use crate::check::problem;
use crate::openapi::operations;

async fn without_database() -> TestApp {
    // A port that was free a moment ago: connections to it are refused.
    let dead = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number");
    let url = format!("postgres://secret_user:secret_password@{dead}/secret_database?sslmode=disable");
    TestApp::with(Rate { calls: 60_000, per: Duration::from_secs(1) }, |config| config.database.url = url).await
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_every_route_answers_503_and_when_to_come_back() {
    let app = without_database().await;
    let document = app.get("/openapi.json").await.body;
    for (method, path, operation) in operations(&document) {
        // The document is in the program, pictures are in the bucket.
        if path == "/openapi.json" || path.starts_with("/images/") {
            continue;
        }
        let here = path.replace("{id}", "1").replace("{artist_id}", "1");
        let here = if ["/artists", "/search"].contains(&path.as_str()) && method == Method::GET {
            here + "?q=radiohead"
        } else {
            here
        };
        let body = operation["requestBody"].is_object().then(|| br#"{"name": "Radiohead"}"#.to_vec());
        let reply = app.send(method, &here, Some("token"), body).await;
        assert_eq!(problem(&reply, StatusCode::SERVICE_UNAVAILABLE), "temporarily unavailable", "{path}");
        let seconds: u64 = reply.headers[header::RETRY_AFTER].to_str().expect("text").parse().expect("seconds");
        assert!((1..=60).contains(&seconds));
        let all = format!("{:?} {}", reply.headers, reply.body);
        assert!(!all.contains("secret") && !all.contains("127.0.0.1") && !all.contains("refused"), "{all}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_fails_is_a_500_which_shows_its_request_id_only() {
    let app = TestApp::start().await;
    app.database.connect().await.batch_execute("drop table runs").await.expect("dropped");
    let reply = app.get("/runs/1").await;
    assert_eq!(problem(&reply, StatusCode::INTERNAL_SERVER_ERROR), "internal error");
    assert!(!reply.body.to_string().contains("runs"));
}
