//! Reference rates, price suggestions, stock lists, and faults of all of them.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{control, get, master, ok, open};

#[tokio::test]
async fn rates_are_those_of_working_days_and_a_currency_may_be_missing() {
    let router = open();
    let daily = get(&router, "/ecb/eurofxref-daily.xml").await;
    let daily = String::from_utf8(daily.body).unwrap();
    assert_eq!(daily.matches("time='").count(), 1);
    assert!(daily.contains("<Cube currency='USD' rate='1.") && daily.contains("currency='JPY'"));
    let ninety = String::from_utf8(get(&router, "/ecb/eurofxref-hist-90d.xml").await.body).unwrap();
    let days: Vec<&str> = ninety.split("time=\"").skip(1).collect();
    assert!((58..=66).contains(&days.len()), "{} days", days.len());
    let dates: Vec<&str> = days.iter().map(|day| &day[..10]).collect();
    assert!(dates.is_sorted_by(|newer, older| newer > older));
    let counts: Vec<usize> = days.iter().map(|day| day.matches("currency=").count()).collect();
    assert!(counts.contains(&29) && counts.contains(&28), "{counts:?}");
    assert_eq!(get(&router, "/ecb/other.xml").await.status, 404);
}

#[tokio::test]
async fn suggestions_are_for_accounts_that_sell() {
    let router = open();
    let master = master(&router, "Radiohead", "OK Computer").await;
    let versions = ok(&router, &format!("/discogs/masters/{master}/versions?format=Vinyl&per_page=100")).await;
    let paths: Vec<String> = versions["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("/discogs/marketplace/price_suggestions/{}", row["id"]))
        .collect();
    let mut empty = 0;
    for path in &paths {
        let grades = ok(&router, path).await;
        let grades = grades.as_object().unwrap();
        empty += usize::from(grades.is_empty());
        assert!(grades.is_empty() || grades.len() == 8);
        if let (Some(mint), Some(poor)) = (grades.get("Mint (M)"), grades.get("Poor (P)")) {
            assert!(mint["value"].as_f64() > poor["value"].as_f64() && mint["currency"] == "EUR");
        }
    }
    assert!(empty > 0 && empty < paths.len(), "{empty} of {} have no history", paths.len());
    control(&router, Method::PUT, "/_control/seller", &json!({"settings": false})).await;
    let refused = get(&router, &paths[0]).await;
    assert_eq!(refused.status, 404);
    assert_eq!(refused.json()["message"], "You must fill out your seller settings first.");
}

#[tokio::test]
async fn shops_list_their_stock_as_spreadsheets_do() {
    let router = open();
    let answer = get(&router, "/shops/malasana/stock.csv").await;
    assert!(answer.header("content-type").starts_with("text/csv"));
    let text = String::from_utf8(answer.body).unwrap();
    assert!(text.starts_with("\u{feff}referencia;artista;título;"));
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(';').collect()).collect();
    assert!(rows.len() > 30, "{} rows", rows.len());
    assert!(rows.iter().any(|row| row.contains(&"sí")) && rows.iter().any(|row| row.contains(&"CD")));
    assert!(rows.iter().all(|row| row.iter().any(|field| field.ends_with(",90") || field.ends_with(",95"))));
    let mut entities = false;
    for shop in ["malasana", "chamberi", "lavapies", "latina", "retiro"] {
        let list = ok(&router, &format!("/shops/{shop}/stock.json")).await;
        let items = list["items"].as_array().unwrap();
        assert!(items.len() > 30 && items.iter().any(|item| item["sold"] == true));
        entities |= items.iter().any(|item| item.to_string().contains("&amp;") || item.to_string().contains("&#39;"));
    }
    assert!(entities, "no text has an entity");
    assert_eq!(get(&router, "/shops/nowhere/stock.csv").await.status, 404);
}

#[tokio::test]
async fn faults_meet_the_new_upstreams() {
    let router = open();
    let fault = async |upstream: &str, fault: Value| {
        let rule = json!({"upstream": upstream, "fault": fault, "times": 1});
        assert_eq!(control(&router, Method::POST, "/_control/faults", &rule).await.status, 204);
    };
    fault("ecb", json!({"kind": "html"})).await;
    assert!(get(&router, "/ecb/eurofxref-daily.xml").await.body.starts_with(b"<!DOCTYPE html>"));
    assert!(get(&router, "/ecb/eurofxref-daily.xml").await.body.starts_with(b"<?xml"));
    fault("shops", json!({"kind": "status", "status": 503})).await;
    assert_eq!(get(&router, "/shops/latina/stock.csv").await.status, 503);
    fault("ebay", json!({"kind": "retry_after", "after": {"seconds": 3}})).await;
    let limited = get(&router, "/ebay/buy/browse/v1/item_summary/search?q=x").await;
    assert_eq!((limited.status, limited.json()["errors"][0]["errorId"].as_u64()), (429, Some(2001)));
    let calls = control(&router, Method::GET, "/_control/calls", &Value::Null).await.json();
    assert_eq!(calls["ecb"]["faulted"], 1);
    assert_eq!(calls["ebay"]["endpoints"]["item_summary_search"], 1);
}
