//! `GET /shops`, `GET /albums/{id}/links`
use axum::http::StatusCode;
use support::TestApp;
use vinilogy_core::store::NewShop;

use crate::check::{assert_shows, problem};
use crate::songs::ok_computer;

async fn slugs(app: &TestApp, path: &str) -> Vec<String> {
    let body = app.get(path).await.body;
    let shops = body["shops"].as_array().expect("shops").iter();
    shops.map(|shop| shop["slug"].as_str().expect("a slug").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_the_shops_of_a_city_then_those_of_its_country() {
    let app = TestApp::start().await;
    let reply = app.get("/shops?city=Madrid").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_city_is_found_however_it_is_written() {
    let app = TestApp::start().await;
    let town = |slug: &str, city: &str, country: &str| NewShop {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        city: city.to_owned(),
        country: country.to_owned(),
        currency: "EUR".to_owned(),
        ..NewShop::default()
    };
    for shop in [town("alta", "A Coruña", "ES"), town("rough-trade", "London", "GB")] {
        app.store().save_shop(&shop).await.expect("a shop");
    }
    assert_eq!(slugs(&app, "/shops?city=a%20coruna").await[0], "alta");
    assert_eq!(slugs(&app, "/shops?city=LONDON").await, ["rough-trade"]);
    assert_eq!(slugs(&app, "/shops?city=Nowhere").await, [""; 0]);
    assert_eq!(slugs(&app, "/shops").await.len(), 6);
    for wrong in ["", "%20", "%00", "a%0Ab", &"x".repeat(101)] {
        problem(&app.get(&format!("/shops?city={wrong}")).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_where_to_look_for_an_album() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    let master = format!("update albums set discogs_master_id = 21491 where id = {album}");
    app.database.connect().await.batch_execute(&master).await.expect("a master");
    let reply = app.get(&format!("/albums/{album}/links?city=madrid&country=ES")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
    let plain = app.get(&format!("/albums/{album}/links")).await.body;
    assert_eq!(plain["shops"], serde_json::json!([]));
    assert_eq!(problem(&app.get("/albums/999/links").await, StatusCode::NOT_FOUND), "no such album");
    problem(&app.get(&format!("/albums/{album}/links?country=Spain")).await, StatusCode::BAD_REQUEST);
}
