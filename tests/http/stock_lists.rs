//! `POST /ops/shops/{id}/stock`, `POST /ops/stock-lists/{id}/start`, `GET /ops/stock-lists/{id}`, `GET /ops/stock-lists/{id}/refused`
use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::{AlbumBuilder, TestApp, admin, assert_invariants, listener, now};
use vinilogy_app::jobs::{CheckAlerts, Outcome, ReadStock, SweepStocks};

use crate::check::problem;
use crate::imports::send;

const LIST: &str = "Ref;Artista;Título;Precio;Formato;Stock\r\n\
    1;PORTISHEAD;Dummy;24,90;LP;1\r\n\
    2;Portishead;Dummy (CD);9,90;CD;1\r\n\
    3;Portishead;Third;29,90;LP;0\r\n\
    4;Nobody;Nothing At All;12,00;LP;1\r\n";

/// An administrator's token and the id of a shop in the country of a listener, of whose stock one album is known.
async fn shop(app: &TestApp) -> (String, i64) {
    listener(app.store(), "ana").await;
    AlbumBuilder::new(app.store(), "Portishead", "Dummy", 1994).await.pressing(1, 1994, 90, None).save().await;
    let shops = app.get("/shops").await.body;
    (admin(app.store(), "eva").await, shops["shops"][0]["id"].as_i64().expect("an id"))
}

/// Sends a list and starts it; where its report is.
async fn sent(app: &TestApp, token: &str, shop: i64, new: &Value, file: &str) -> String {
    let created = app.post(Some(token), &format!("/ops/shops/{shop}/stock"), new).await;
    assert_eq!((created.status, &created.body["state"]), (StatusCode::CREATED, &json!("waiting")), "{}", created.body);
    let path = created.headers[header::LOCATION].to_str().expect("a path").to_owned();
    assert_eq!(path, format!("/ops/stock-lists/{}", created.body["list_id"]));
    let url = &created.body["upload_url"];
    assert!(
        url.as_str().is_some_and(|url| url.contains("/imports/stock/") && url.contains("X-Amz-Signature=")),
        "{url}"
    );
    assert_eq!(send(url, file).await, 200);
    let started = app.post(Some(token), &format!("{path}/start"), &json!({})).await;
    assert_eq!(
        (started.status, &started.headers[header::LOCATION]),
        (StatusCode::ACCEPTED, &path.parse().expect("a path"))
    );
    path
}

async fn for_sale(app: &TestApp) -> i64 {
    app.count("select count(*) from quotes where provider like 'shop:%'").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_sent_started_read_and_reported() {
    let app = TestApp::start().await;
    let (token, shop) = shop(&app).await;
    let path = sent(&app, &token, shop, &json!({}), LIST).await;
    assert_eq!(app.get_as(&token, &path).await.body["state"], "reading");

    assert_eq!(app.drain_queue::<ReadStock>().await.failed, 0);

    let report = app.get_as(&token, &path).await.body;
    let shown = ["shop_id", "state", "records", "found", "pressings", "refused", "news", "note", "made_at"];
    let shown: Vec<&Value> = shown.iter().map(|field| &report[field]).collect();
    assert_eq!(json!(shown), json!([shop, "done", 2, 1, 1, 2, true, null, null]));
    assert!(report["finished_at"].is_string());
    assert_eq!(for_sale(&app).await, 1);
    let first = app.get_as(&token, &format!("{path}/refused?limit=1")).await.body;
    assert_eq!(
        first["rows"],
        json!([{"line": 3, "reason": "it is no record", "excerpt": "2; Portishead; Dummy (CD); 9,90; CD; 1"}])
    );
    let rest = app.get_as(&token, &format!("{path}/refused?after={}", first["next_line"])).await.body;
    assert_eq!((&rest["rows"][0]["reason"], &rest["next_line"]), (&json!("it is sold"), &Value::Null));

    // Started again it is not read again.
    assert_eq!(app.post(Some(&token), &format!("{path}/start"), &json!({})).await.status, StatusCode::ACCEPTED);
    app.drain_queue::<CheckAlerts>().await;
    app.assert_queues_empty().await;
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_list_is_the_stock_in_whatever_order_they_come() {
    let app = TestApp::start().await;
    let (token, shop) = shop(&app).await;
    let yesterday = now() - TimeDelta::days(1);
    let json = r#"{"stock": [{"id": "a", "artist": "Portishead", "title": "Dummy", "price": "19.90"}, {"id": "b"}]}"#;
    let newest = sent(&app, &token, shop, &json!({}), json).await;
    let older = sent(&app, &token, shop, &json!({"made_at": yesterday}), LIST).await;
    // One message reads one list and has the next one read.
    app.forget().await;
    assert_eq!(app.run(ReadStock { shop_id: shop }).await.expect("read"), Outcome::Done(1));
    assert_eq!(app.drain_queue::<ReadStock>().await.failed, 0);

    let report = async |path: &str| app.get_as(&token, path).await.body;
    assert_eq!((&report(&newest).await["news"], &report(&older).await["news"]), (&json!(true), &json!(false)));
    assert_eq!(app.count("select amount from quotes where provider like 'shop:%'").await, 1990);
    let rows = async |path: &str| app.get_as(&token, &format!("{path}/refused")).await.body["rows"].clone();
    assert_eq!(rows(&newest).await, json!([]), "a report lasts until the next one");
    assert_eq!(rows(&older).await.as_array().map(Vec::len), Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_said_and_changes_nothing() {
    let app = TestApp::start().await;
    let (token, shop) = shop(&app).await;
    sent(&app, &token, shop, &json!({}), LIST).await;
    app.drain_queue::<ReadStock>().await;
    let create = format!("/ops/shops/{shop}/stock");
    let waiting = app.post(Some(&token), &create, &json!({})).await.body;
    let path = format!("/ops/stock-lists/{}", waiting["list_id"]);
    let start = format!("{path}/start");
    assert_eq!(app.post(Some(&token), &start, &json!({})).await.status, StatusCode::ACCEPTED);
    assert_eq!(app.drain_queue::<ReadStock>().await.failed, 0);
    let waits = app.get_as(&token, &path).await.body;
    assert_eq!((&waits["state"], &waits["note"]), (&json!("waiting"), &json!("no file was sent")));

    assert_eq!(send(&waiting["upload_url"], "artist,title\nPortishead,Dummy\n").await, 200);
    assert_eq!(app.post(Some(&token), &start, &json!({})).await.status, StatusCode::ACCEPTED);
    assert_eq!(app.drain_queue::<ReadStock>().await.failed, 0);
    let failed = app.get_as(&token, &path).await.body;
    assert_eq!((&failed["state"], &failed["note"]), (&json!("failed"), &json!("no column is called price")));
    problem(&app.post(Some(&token), &start, &json!({})).await, StatusCode::CONFLICT);
    assert_eq!(for_sale(&app).await, 1, "what was for sale still is");

    problem(&app.post(Some(&token), "/ops/shops/999/stock", &json!({})).await, StatusCode::NOT_FOUND);
    problem(&app.get_as(&token, "/ops/stock-lists/999").await, StatusCode::NOT_FOUND);
    problem(&app.post(Some(&token), &create, &json!({"price": 1})).await, StatusCode::BAD_REQUEST);
    let ahead = json!({"made_at": now() + TimeDelta::hours(1)});
    assert_eq!(problem(&app.post(Some(&token), &create, &ahead).await, StatusCode::BAD_REQUEST), "made_at: lies ahead");
    problem(&app.get_as(&token, &format!("{path}/refused?limit=0")).await, StatusCode::BAD_REQUEST);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_whose_message_was_lost_is_found_by_the_sweep() {
    let app = TestApp::start().await;
    let (token, shop) = shop(&app).await;
    let path = sent(&app, &token, shop, &json!({}), LIST).await;
    app.forget().await;
    assert_eq!(app.run(SweepStocks {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    let old = "update stock_lists set started_at = now() - interval '16 minutes'";
    app.database.connect().await.batch_execute(old).await.expect("a while ago");
    assert_eq!(app.run(SweepStocks {}).await.expect("swept"), Outcome::Done(1));
    assert_eq!(app.run(ReadStock { shop_id: shop }).await.expect("read"), Outcome::Done(1));
    assert_eq!(app.get_as(&token, &path).await.body["state"], "done");
    assert_eq!(app.run(SweepStocks {}).await.expect("no error"), Outcome::Skipped("nothing is stale"));
}
