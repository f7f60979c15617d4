//! `GET /openapi.json`
use std::collections::BTreeSet;

use axum::http::{Method, StatusCode, header};
use serde_json::Value;
use support::TestApp;

use crate::check::{assert_shows, problem};

/// All operations of the document: method, path and the operation itself.
pub fn operations(document: &Value) -> Vec<(Method, String, Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("a path item").iter();
        item.map(|(method, operation)| {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
            (method, path.clone(), operation.clone())
        })
    });
    operations.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_every_operation() {
    let app = TestApp::start().await;
    let reply = app.get("/openapi.json").await;
    assert_eq!(reply.status, StatusCode::OK);
    let lines: BTreeSet<String> = operations(&reply.body)
        .iter()
        .map(|(method, path, operation)| {
            let answers: Vec<&str> =
                operation["responses"].as_object().expect("responses").keys().map(String::as_str).collect();
            let token = if operation["security"].is_array() { " bearer" } else { "" };
            format!("{path} {method}{token} {}", answers.join(" "))
        })
        .collect();
    assert_shows!(lines);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_only_what_it_defines() {
    let app = TestApp::start().await;
    let document = app.get("/openapi.json").await.body;
    let text = document.to_string();
    let named = text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next());
    for schema in named {
        assert!(document["components"]["schemas"][schema].is_object(), "{schema} is not defined");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_methods_are_refused_with_those_allowed() {
    let app = TestApp::start().await;
    let (_, token) = support::listener(app.store(), "ana").await;
    let document = app.get("/openapi.json").await.body;
    let routed: BTreeSet<(String, String)> =
        operations(&document).into_iter().map(|(method, path, _)| (path, method.to_string())).collect();
    for (path, _) in &routed {
        let here = path.replace("{id}", "1").replace("{artist_id}", "1");
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            if routed.contains(&(path.clone(), method.to_string())) {
                continue;
            }
            let reply = app.send(method.clone(), &here, Some(&token), None).await;
            problem(&reply, StatusCode::METHOD_NOT_ALLOWED);
            let allowed = reply.headers[header::ALLOW].to_str().expect("text");
            assert!(routed.iter().any(|(p, m)| p == path && allowed.contains(m.as_str())), "{path}: {allowed}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_route_takes_is_a_problem_too() {
    let app = TestApp::start().await;
    for path in ["/", "/nothing", "/artists/1/nothing", "/albums", "/me", "/runs", "/artists/1/"] {
        assert_eq!(problem(&app.get(path).await, StatusCode::NOT_FOUND), "no such route", "{path}");
    }
}
