//! Hostile input on every parameter and every body of the OpenAPI document: refused or taken as plain text, never a 5xx.
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use support::{Reply, TestApp, admin};

use crate::check::problem;
use crate::openapi::operations;

/// Texts that have broken others.
fn corpus() -> Vec<String> {
    let texts = [
        "'",
        "\"",
        "' or '1'='1",
        "'; drop table artists; --",
        "1; select pg_sleep(60)",
        "1 union select token_sha256 from sessions",
        "$1",
        ":name",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "../../../etc/passwd",
        "<script>alert(1)</script>",
        "%s%n%x",
        "\\",
        "\u{0}",
        "a\u{0}b",
        "\u{202e}daeh\u{200f}oidar",
        "שלום עולם",
        "مرحبا",
        "\u{feff}",
        "\u{200b}\u{200b}\u{200b}",
        "Z\u{310}\u{311}\u{312}\u{313}\u{314}a\u{310}l\u{310}g\u{310}o",
        "👩‍👩‍👧‍👦💿",
        "\u{fdfa}\u{fdfa}\u{fdfa}\u{fdfa}",
        "ﬃ㍿㌀",
        "\r\nSet-Cookie: a=b",
        "null",
        "NaN",
        "-0",
        "1e309",
        "9223372036854775808",
        "true",
        "[]",
        "{}",
    ];
    let mut all: Vec<String> = texts.map(str::to_owned).into();
    all.push("a".repeat(500));
    all.push("\u{fdfa}".repeat(166));
    all.push(expanding());
    all.push("x".repeat(20_000));
    all
}

/// 498 bytes that no two times repeat and that grow when they are normalised, for whoever puts keys into an index.
fn expanding() -> String {
    (0..166_u32).filter_map(|n| char::from_u32(0x3300 + (n * 37) % 0x58)).collect()
}

/// Text as it may stand in a URL.
pub fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[track_caller]
fn refused_or_taken(reply: &Reply, what: &str) {
    assert!(!reply.status.is_server_error(), "{what}: {} {}", reply.status, reply.body);
    if reply.status.is_client_error() {
        problem(reply, reply.status);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f29_every_parameter_of_every_route() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let document = app.get("/openapi.json").await.body;
    for (method, path, operation) in operations(&document) {
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().expect("name");
            for text in corpus() {
                let value = escaped(&text);
                let mut here = path.replace(&format!("{{{name}}}"), &value).replace("{id}", "1");
                if parameter["in"] == "query" {
                    let question = if ["/artists", "/search"].contains(&path.as_str()) && name != "q" {
                        "q=radiohead&"
                    } else {
                        ""
                    };
                    here = format!("{here}?{question}{name}={value}");
                }
                let reply = app.send(method.clone(), &here, Some(&token), None).await;
                refused_or_taken(&reply, &format!("{method} {path}, {name} = {text:?}"));
                if text.contains('\0') {
                    assert!(reply.status.is_client_error(), "{here} takes NUL");
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f29_every_text_of_every_body() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let document = app.get("/openapi.json").await.body;
    for (method, path, schema) in bodies(&document) {
        let path = path.replace("{id}", "1");
        for (property, _) in schema["properties"].as_object().expect("properties") {
            for text in corpus() {
                let body = json!({property: text}).to_string();
                let reply = app.send(method.clone(), &path, Some(&token), Some(body.into())).await;
                refused_or_taken(&reply, &format!("{method} {path}, {property} = {text:?}"));
                if text.contains('\0') || text.len() > 500 {
                    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{property} takes {text:?}");
                }
            }
        }
    }
    assert_eq!(app.get("/health").await.status, StatusCode::OK);
    assert!(
        app.count("select count(*) from artists where name like '%drop table artists%'").await == 1,
        "text stays text"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn f29_bodies_too_large_too_deep_or_not_text() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let document = app.get("/openapi.json").await.body;
    let deep = |open: &str, close: &str| format!("{{\"name\": {}{}}}", open.repeat(5_000), close.repeat(5_000));
    for (method, path, _) in bodies(&document) {
        let path = path.replace("{id}", "1");
        let large = json!({"name": "x".repeat(1 << 20)}).to_string().into_bytes();
        problem(&app.send(method.clone(), &path, Some(&token), Some(large)).await, StatusCode::PAYLOAD_TOO_LARGE);
        for body in [
            deep("[", "]").into_bytes(),
            deep("{\"a\":", "").into_bytes(),
            b"{\"name\": \"\xff\xfe\"}".to_vec(),
            b"{\"name\": \"\\ud800\"}".to_vec(),
            b"{\"name\": \"\\u0000\"}".to_vec(),
            b"{\"name\": 1e999}".to_vec(),
            b"{\"name\": \"a\", \"name\": \"b\"}".to_vec(),
            vec![0; 1000],
            vec![0xff; 1000],
        ] {
            problem(&app.send(method.clone(), &path, Some(&token), Some(body)).await, StatusCode::BAD_REQUEST);
        }
    }
    assert_eq!(app.count("select count(*) from artists").await, 0);
}

/// Operations that take a body, with its schema.
fn bodies(document: &Value) -> Vec<(Method, String, Value)> {
    let with_body = operations(document).into_iter().filter_map(|(method, path, operation)| {
        let name = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str()?;
        let name = name.rsplit('/').next()?;
        Some((method, path, document["components"]["schemas"][name].clone()))
    });
    let with_body: Vec<_> = with_body.collect();
    assert!(with_body.len() >= 2, "the document names no bodies");
    with_body
}
