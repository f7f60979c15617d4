//! `POST /imports`, `POST /imports/{id}/start`, `GET /imports/{id}`, `GET /imports/{id}/refused`
use axum::http::{StatusCode, header};
use serde_json::{Value, json};
use support::{TestApp, listener};
use vinilogy_app::jobs::ImportArtists;

use crate::check::problem;

/// Sends a file to the address that an import gave.
pub async fn send(url: &Value, file: &str) -> u16 {
    // Whoever comes first installs it; the address is one of this machine.
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = reqwest::Client::builder().build().expect("a client");
    let sent = client.put(url.as_str().expect("an address")).body(file.to_owned()).send().await.expect("sent");
    sent.status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_sent_started_read_and_reported() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let created = app.post(Some(&token), "/imports", &json!({"source": "csv"})).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.body);
    assert_eq!(created.body["state"], "waiting");
    let id = created.body["import_id"].as_i64().expect("an id");
    assert_eq!(created.headers[header::LOCATION], format!("/imports/{id}"));
    let url = &created.body["upload_url"];
    assert!(url.as_str().is_some_and(|url| url.contains("/imports/") && url.contains("X-Amz-Signature=")), "{url}");

    let lines: String = (0..120).map(|n| format!(",{n}\n")).collect();
    let file = format!("Artista;Nota\nRadiohead;9\nBjörk;10\nradiohead;8\n{}", lines.replace(',', ";"));
    assert_eq!(send(url, &file).await, 200);
    let path = format!("/imports/{id}");
    let start = app.post(Some(&token), &format!("{path}/start"), &json!({})).await;
    assert_eq!((start.status, &start.body), (StatusCode::ACCEPTED, &Value::Null));
    assert_eq!(app.post(Some(&token), &format!("{path}/start"), &json!({})).await.status, StatusCode::ACCEPTED);
    assert_eq!(app.get_as(&token, &path).await.body["state"], "reading");

    let event = app.receive::<ImportArtists>().await;
    assert!(event.records.iter().all(|m| m.attributes["MessageGroupId"] == user.to_string()), "on her behalf");
    assert!(app.work_off::<ImportArtists>(&app.context, event).await.batch_item_failures.is_empty());

    let read = app.get_as(&token, &path).await.body;
    let shown = ["state", "share_read", "rows", "wished", "repeated", "refused", "waiting", "rating_top", "note"];
    let shown: Vec<&Value> = shown.iter().map(|field| &read[field]).collect();
    assert_eq!(json!(shown), json!(["done", 1.0, 123, 2, 1, 120, 2, 10.0, null]));
    assert_eq!(
        read["layout"],
        json!({"encoding": "UTF-8", "separator": ";", "has_header": true, "width": 2, "columns": {"artist": 0, "rating": 1}})
    );
    assert!(read["finished_at"].is_string() && read["estimated_at"].is_string());

    let page = app.get_as(&token, &format!("{path}/refused?limit=100")).await.body;
    assert_eq!(page["rows"].as_array().map(Vec::len), Some(100));
    assert_eq!(page["rows"][0], json!({"line": 5, "reason": "it names no artist", "excerpt": ";0"}));
    let rest = app.get_as(&token, &format!("{path}/refused?limit=100&after={}", page["next_line"])).await.body;
    assert_eq!((rest["rows"].as_array().map(Vec::len), &rest["next_line"]), (Some(20), &Value::Null));
    problem(&app.get_as(&token, &format!("{path}/refused?limit=101")).await, StatusCode::BAD_REQUEST);
    assert_eq!(app.post(Some(&token), &format!("{path}/start"), &json!({})).await.status, StatusCode::ACCEPTED);
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_are_started_at_once() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let created = app.post(Some(&token), "/imports", &json!({"source": "tags", "tags": ["rock"], "per_tag": 5})).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.body);
    assert_eq!((&created.body["state"], &created.body["upload_url"]), (&json!("reading"), &Value::Null));
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    let read = app.get_as(&token, &format!("/imports/{}", created.body["import_id"])).await.body;
    assert_eq!((&read["state"], &read["wished"], &read["share_read"]), (&json!("done"), &json!(5), &json!(1.0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_bodies_and_too_many_imports_are_refused() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    for body in [
        json!({}),
        json!({"source": "xml"}),
        json!({"source": "csv", "artist_column": 0}),
        json!({"source": "csv", "tags": ["rock"]}),
        json!({"source": "tags"}),
        json!({"source": "tags", "tags": []}),
        json!({"source": "tags", "tags": [""]}),
        json!({"source": "tags", "tags": ["rock\u{0}"]}),
        json!({"source": "tags", "tags": vec!["rock"; 51]}),
        json!({"source": "tags", "tags": ["rock"], "per_tag": 0}),
        json!({"source": "tags", "tags": ["rock"], "per_tag": 1001}),
        json!({"source": "csv", "object_key": "imports/hers.csv"}),
    ] {
        problem(&app.post(Some(&token), "/imports", &body).await, StatusCode::BAD_REQUEST);
    }
    problem(&app.post(None, "/imports", &json!({"source": "csv"})).await, StatusCode::UNAUTHORIZED);
    assert_eq!(app.count("select count(*) from imports").await, 0);
    for _ in 0..10 {
        assert_eq!(app.post(Some(&token), "/imports", &json!({"source": "csv"})).await.status, StatusCode::CREATED);
    }
    let eleventh = problem(&app.post(Some(&token), "/imports", &json!({"source": "csv"})).await, StatusCode::CONFLICT);
    assert!(eleventh.contains("unfinished"), "{eleventh}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_without_its_file_waits_and_one_that_is_no_list_has_failed() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let created = app.post(Some(&token), "/imports", &json!({"source": "csv"})).await.body;
    let path = format!("/imports/{}", created["import_id"]);
    let start = format!("{path}/start");
    assert_eq!(app.post(Some(&token), &start, &json!({})).await.status, StatusCode::ACCEPTED);
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    let waits = app.get_as(&token, &path).await.body;
    assert_eq!((&waits["state"], &waits["note"]), (&json!("waiting"), &json!("no file was sent")));

    assert_eq!(send(&created["upload_url"], "year,title\n1997,OK Computer\n").await, 200);
    assert_eq!(app.post(Some(&token), &start, &json!({})).await.status, StatusCode::ACCEPTED);
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    let failed = app.get_as(&token, &path).await.body;
    assert_eq!(failed["state"], "failed");
    assert!(failed["note"].as_str().is_some_and(|note| note.starts_with("no column is called artist")), "{failed}");
    problem(&app.post(Some(&token), &start, &json!({})).await, StatusCode::CONFLICT);
    problem(&app.get_as(&token, "/imports/999").await, StatusCode::NOT_FOUND);
}
