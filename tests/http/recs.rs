//! `GET /recs`
use std::collections::HashMap;

use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};
use support::{AlbumBuilder, TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{ComputeRecs, PriceReleases};

use crate::check::assert_shows;
use crate::songs::{alike, ok_computer, oyente, rate, shelf};

/// Radiohead is a seed; Portishead is like it.
async fn catalogue(app: &TestApp) -> vinilogy_core::domain::ids::ArtistId {
    let store = app.store();
    let (radiohead, album) = ok_computer(store).await;
    rate(store, album, 468, 12).await;
    let dummy =
        AlbumBuilder::new(store, "Portishead", "Dummy", 1994).await.pressing(77, 1994, 100, Some(4200)).save().await;
    rate(store, dummy.1, 450, 11).await;
    alike(store, radiohead, "Radiohead", "Portishead", 0.61).await;
    radiohead
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_read_computes_a_set_with_pressing_price_and_reason() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");

    let reply = app.get_as(&token, "/recs").await;

    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
    let again = app.get_as(&token, "/recs").await;
    assert_eq!(again.body, reply.body, "a stored set is read, not computed again");
    assert_eq!(app.count("select count(*) from recommendation_sets").await, 1);
    assert_eq!(app.bodies::<PriceReleases>(false).await.len(), 2, "what is recommended is priced first, once");
    assert!(app.bodies::<ComputeRecs>(false).await.is_empty());
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reasons_are_in_the_listeners_language() {
    let app = TestApp::start().await;
    let (user, token) = oyente(&app, "ana").await;
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");
    let reply = app.get_as(&token, "/recs").await;
    let items = reply.body["items"].as_array().expect("items").iter();
    let texts: Vec<&Value> = items.map(|item| &item["explanation"]).collect();
    assert_shows!(texts);
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_add_up_to_the_score_and_each_has_its_reason() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let store = app.store();
    for n in 0..12_i32 {
        let name = format!("Artist {n}");
        let titles = ["One", "Two"];
        let cents = 1234 + i64::from(n) * 777;
        let saved = shelf(store, &name, &titles, 100 + i64::from(n) * 10, cents).await;
        for (_, album) in &saved {
            rate(store, *album, 301 + n * 13, 10).await;
        }
        store.add_seed(user, saved[0].0).await.expect("seed");
    }
    let items = app.get_as(&token, "/recs").await.body["items"].take();
    let items = items.as_array().expect("items");
    assert_eq!(items.len(), 20);
    let hundredths = |v: &Value| (v.as_f64().expect("a number") * 100.0).round() as i64;
    for item in items {
        let terms = item["terms"].as_array().expect("terms");
        let sum: i64 = terms.iter().map(|term| hundredths(&term["points"])).sum();
        assert_eq!(sum, hundredths(&item["score"]), "{item}");
        assert_eq!(item["reasons"].as_array().expect("reasons").len(), terms.len());
        let explanation = item["explanation"].as_str().expect("text");
        assert!(
            item["reasons"]
                .as_array()
                .expect("reasons")
                .iter()
                .all(|r| explanation.contains(r.as_str().expect("text")))
        );
    }
    assert!(items.is_sorted_by_key(|item| -hundredths(&item["score"])), "best first");
    let ranks: Vec<i64> = items.iter().filter_map(|item| item["rank"].as_i64()).collect();
    assert_eq!(ranks, (1..=20).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_most_three_of_an_artist_and_twenty_in_all() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    for (name, first) in [
        ("Beatles", 100),
        ("Kinks", 200),
        ("Who", 300),
        ("Doors", 400),
        ("Can", 500),
        ("Neu", 600),
        ("Faust", 700),
        ("Love", 800),
    ] {
        let saved = shelf(app.store(), name, &["One", "Two", "Three", "Four", "Five"], first, 2000).await;
        app.store().add_seed(user, saved[0].0).await.expect("seed");
    }
    let body = app.get_as(&token, "/recs").await.body;
    let items = body["items"].as_array().expect("items");
    assert_eq!(items.len(), 20);
    let mut per_artist: HashMap<&str, usize> = HashMap::new();
    for item in items {
        *per_artist.entry(item["album"]["artist_name"].as_str().expect("name")).or_default() += 1;
    }
    assert!(per_artist.values().all(|count| *count <= 3), "{per_artist:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_set_is_served_while_a_new_one_is_computed() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");
    let fresh = app.get_as(&token, "/recs").await.body;
    assert_eq!(fresh["stale"], false);
    app.store().expire_set(user).await.expect("expired");

    let stale = app.get_as(&token, "/recs").await;

    assert_eq!(stale.status, StatusCode::OK);
    assert_eq!(stale.body["stale"], true);
    assert_eq!(stale.body["items"], fresh["items"]);
    assert_eq!(app.bodies::<ComputeRecs>(false).await, [json!({"user_id": user}).to_string()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_set_is_served_even_without_a_queue() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");
    app.get_as(&token, "/recs").await;
    app.store().expire_set(user).await.expect("expired");
    app.sqs().delete_queue().queue_url(app.queue_url::<ComputeRecs>()).send().await.expect("deleted");
    assert_eq!(app.get_as(&token, "/recs").await.status, StatusCode::OK);
    assert_eq!(app.store().listeners_with_stale_sets(10).await.expect("sweep"), [user.get()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_seeds_there_is_an_empty_set() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    catalogue(&app).await;
    let reply = app.get_as(&token, "/recs").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.body["items"], json!([]));
}

/// A new listener's first seed is hardly ever in the catalogue yet.
#[tokio::test(flavor = "multi_thread")]
async fn seeds_that_are_being_ingested_do_not_leave_an_empty_set_for_a_day() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    app.post(Some(&token), "/me/seeds", &json!({"name": "Radiohead"})).await;
    app.drain_queue::<ComputeRecs>().await;
    assert_eq!(app.get_as(&token, "/recs").await.body["items"], json!([]));
    let soon = "select count(*) from recommendation_sets where expires_at < now() + interval '5 minutes'";
    assert_eq!(app.count(soon).await, 1);

    app.drain().await;
    app.store().expire_set(user).await.expect("some minutes pass");
    app.get_as(&token, "/recs").await;
    app.drain().await;

    assert!(!app.get_as(&token, "/recs").await.body["items"].as_array().expect("items").is_empty());
    let whole = "select count(*) from recommendation_sets where expires_at > now() + interval '23 hours'";
    assert_eq!(app.count(whole).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_rate_prices_stay_in_their_own_currency_and_count_nothing() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    app.store().get_or_create_user("ana", "US", "USD", "en").await.expect("moved");
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");
    let body = app.get_as(&token, "/recs").await.body;
    for item in body["items"].as_array().expect("items") {
        let own = [&item["best_price"], &item["pressing"]["price"]];
        assert!(own.iter().all(|price| price.is_null() || price["currency"] == "EUR"), "no rate is known: {item}");
        assert!(item["pressing"]["id"].is_i64(), "a pressing is suggested without a price too");
        let kinds: Vec<&str> =
            item["terms"].as_array().expect("terms").iter().filter_map(|t| t["kind"].as_str()).collect();
        assert!(!kinds.contains(&"price"), "{kinds:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_client_has_is_not_sent_again() {
    let app = TestApp::start().await;
    let (user, token) = listener(app.store(), "ana").await;
    let seed = catalogue(&app).await;
    app.store().add_seed(user, seed).await.expect("seed");
    let tag = app.get_as(&token, "/recs").await.headers[header::ETAG].clone();
    let request = Request::get("/recs").header(header::AUTHORIZATION, format!("Bearer {token}"));
    let request = request.header(header::IF_NONE_MATCH, tag).body("".into()).expect("request");
    assert_eq!(app.call(request).await.status, StatusCode::NOT_MODIFIED);
}
