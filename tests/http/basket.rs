//! `POST /me/basket`
use axum::http::StatusCode;
use serde_json::{Value, json};
use support::{AlbumBuilder, TestApp, listener, now, offers};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::Look;

use crate::check::problem;

/// An album with one pressing.
async fn album(app: &TestApp, title: &'static str, discogs_id: i64) -> (AlbumId, i64) {
    let album = AlbumBuilder::new(app.store(), "Radiohead", title, 2000).await;
    let (_, album) = album.pressing(discogs_id, 2000, 10, None).save().await;
    (album, app.count(&format!("select id from releases where discogs_id = {discogs_id}")).await)
}

/// One seller's copy, sent to Spain.
fn copy(release: i64, seller: &str, cents: i64, shipping: Option<i64>) -> Look {
    let mut look = offers::look(release, now(), Money::new(cents, Currency::EUR), shipping, "ES");
    look.quotes[0].seller = Some(seller.to_owned());
    look
}

fn ids(body: &Value, list: &str) -> Vec<i64> {
    body[list].as_array().expect("a list").iter().filter_map(|item| item["album_id"].as_i64()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_one_seller_share_a_parcel() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let ((one, first), (two, second)) = (album(&app, "Kid A", 1).await, album(&app, "Amnesiac", 2).await);
    let store = app.store();
    store
        .save_looks("ebay", &[copy(first, "ana", 2000, Some(700)), copy(second, "ana", 2100, Some(500))])
        .await
        .expect("ana");
    store.save_looks("shop:marilians", &[copy(first, "bob", 1900, Some(700))]).await.expect("bob");
    let wanted = |budget: i64| json!({"budget": budget, "albums": [one.get(), two.get()]});

    let both = app.post(Some(&token), "/me/basket", &wanted(4_800)).await;
    assert_eq!(both.status, StatusCode::OK, "{:?}", both.body);
    let body = both.body;
    assert_eq!((ids(&body, "chosen"), &body["proven"]), (vec![one.get(), two.get()], &true.into()));
    assert_eq!((&body["total"], &body["shipping"]), (&4_800.into(), &700.into()), "the dearer shipping pays for both");
    assert_eq!(body["parcels"].as_array().map(Vec::len), Some(1), "{body}");

    let one_of_them = app.post(Some(&token), "/me/basket", &wanted(4_799)).await.body;
    assert_eq!(one_of_them["chosen"].as_array().map(Vec::len), Some(1));
    let (total, out) = (&one_of_them["total"], ids(&one_of_them, "left_out"));
    assert_eq!((total, out), (&2_600.into(), vec![two.get()]), "of equal scores the cheaper: {one_of_them}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_album_that_is_out_says_why() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let ((dear, first), (vague, second), (none, _)) =
        (album(&app, "Kid A", 1).await, album(&app, "Amnesiac", 2).await, album(&app, "Hail to the Thief", 3).await);
    app.store()
        .save_looks("ebay", &[copy(first, "ana", 9_000, Some(700)), copy(second, "bob", 1_000, None)])
        .await
        .expect("offers");

    let wanted = json!({"budget": 5_000, "albums": [dear.get(), vague.get(), none.get()]});
    let body = app.post(Some(&token), "/me/basket", &wanted).await.body;

    let said: Vec<(i64, &str, &str)> = body["left_out"]
        .as_array()
        .expect("left out")
        .iter()
        .filter_map(|left| Some((left["album_id"].as_i64()?, left["why"].as_str()?, left["text"].as_str()?)))
        .collect();
    assert_eq!(
        said,
        [
            (dear.get(), "above_budget", "It costs 97.00 € even alone."),
            (vague.get(), "unknown_shipping", "Nobody says what sending it costs."),
            (none.get(), "no_offer", "Nobody offers it."),
        ]
    );
    assert_eq!((&body["total"], &body["proven"]), (&0.into(), &true.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (album, release) = album(&app, "Kid A", 1).await;
    app.store().save_looks("ebay", &[copy(release, "ana", 9_000, Some(700))]).await.expect("offers");
    let post = async |body: Value| app.post(Some(&token), "/me/basket", &body).await;
    problem(&app.post(None, "/me/basket", &json!({"budget": 1})).await, StatusCode::UNAUTHORIZED);
    let unknown = post(json!({"budget": 100, "albums": [987_654]})).await;
    assert_eq!(problem(&unknown, StatusCode::BAD_REQUEST), "albums: 987654 is no album");
    problem(&post(json!({"budget": -1, "albums": [album.get()]})).await, StatusCode::BAD_REQUEST);
    problem(&post(json!({"albums": [album.get()]})).await, StatusCode::BAD_REQUEST);
    problem(&post(json!({"budget": 100, "albums": (1..=101).collect::<Vec<i64>>()})).await, StatusCode::BAD_REQUEST);
    problem(&post(json!({"budget": 100, "must": [album.get()]})).await, StatusCode::CONFLICT);
}
