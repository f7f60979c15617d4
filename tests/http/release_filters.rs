//! `GET /albums/{id}/releases` by what pressings are: size, colour, kind, words of the format, years, limited and first pressings.
use std::collections::BTreeSet;

use axum::http::StatusCode;
use support::{AlbumBuilder, TestApp};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::store::Pressing;

use crate::check::problem;
use crate::songs::pressing;

/// Discogs id, country, year, format; the album is of 1973.
const PRESSINGS: [(i64, &str, Option<i16>, &str); 14] = [
    // A copied copyright date: before the album there can be no pressing of it.
    (1, "Italy", Some(1971), "LP, Album"),
    (2, "UK", Some(1973), "LP, Album, Gat"),
    (3, "US", Some(1973), "LP, Album, Quad"),
    (4, "US", Some(1973), "LP, Album, Club Edition"),
    (5, "UK", Some(1973), "LP, Album, TP, W/Lbl"),
    (6, "UK", Some(1973), "LP, Album, Unofficial"),
    (7, "Spain", Some(1973), "LP, Album, RE"),
    (8, "Japan", Some(1974), "LP, Album"),
    (9, "UK", Some(2016), "LP, Album, RE, RM, 180, Ltd, Red"),
    (10, "Europe", Some(2016), "LP, Album, Reissue, Repress, Stereo"),
    (11, "UK", Some(2003), "LP, Album, Limited Edition, Remastered, Cle"),
    (12, "UK", Some(1974), "7\", 45 RPM, Single"),
    (13, "US", None, "10\", EP"),
    (14, "Germany", Some(1973), "LP, Album, RP"),
];

async fn dark_side(app: &TestApp) -> AlbumId {
    let (_, album) = AlbumBuilder::new(app.store(), "Pink Floyd", "The Dark Side Of The Moon", 1973).await.save().await;
    let listed = |&(id, country, year, format): &(i64, &str, Option<i16>, &str)| Pressing {
        official: !format.contains("Unofficial"),
        ..pressing(id, Some(country), year, format)
    };
    let pressings: Vec<Pressing> = PRESSINGS.iter().map(listed).collect();
    app.store().save_releases(album, &pressings).await.expect("pressings");
    album
}

async fn ids(app: &TestApp, album: AlbumId, query: &str) -> BTreeSet<i64> {
    let mut ids = BTreeSet::new();
    let mut cursor = String::new();
    loop {
        // Small pages: a filter holds on all of them.
        let reply = app.get(&format!("/albums/{album}/releases?limit=3&{query}{cursor}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{query}: {}", reply.body);
        for release in reply.body["releases"].as_array().expect("releases") {
            assert!(ids.insert(release["discogs_id"].as_i64().expect("an id")), "{query}: shown twice");
        }
        match reply.body["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return ids,
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pressings_are_found_by_what_they_are() {
    let app = TestApp::start().await;
    let album = dark_side(&app).await;
    for (query, wanted) in [
        ("first_pressing=true", vec![2, 3]),
        ("first_pressing=true&country=US", vec![3]),
        ("first_pressing=false&size=7", vec![12]),
        ("size=10", vec![13]),
        ("kind=single", vec![12]),
        ("kind=ep", vec![13]),
        ("kind=album&year_from=2000", vec![9, 10, 11]),
        ("limited=true", vec![9, 11]),
        ("limited=false&year_from=2000&year_to=2016", vec![10]),
        ("colour=red", vec![9]),
        ("colour=Clear", vec![11]),
        ("colour=blue", vec![]),
        ("format=reissue", vec![7, 9, 10]),
        ("format=RE,RM", vec![9]),
        ("format=remastered", vec![9, 11]),
        ("format=gatefold", vec![2]),
        ("format=test_pressing", vec![5]),
        ("format=45%20RPM", vec![12]),
        ("format=reissue,%20repress", vec![10]),
        ("year=1974", vec![8, 12]),
        ("year_to=1971", vec![1]),
        ("year_from=1974&year_to=2003", vec![8, 11, 12]),
        ("year=1974&year_from=2000", vec![]),
    ] {
        assert_eq!(ids(&app, album, query).await, wanted.into_iter().collect(), "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn first_pressings_are_those_of_the_first_year_on_vinyl() {
    let app = TestApp::start().await;
    let first = async |year: i16, pressings: &[(i64, Option<i16>, &str)]| {
        let (_, album) = AlbumBuilder::new(app.store(), "Band", "Album", year).await.save().await;
        let all: Vec<Pressing> =
            pressings.iter().map(|(id, year, format)| pressing(*id, None, *year, format)).collect();
        app.store().save_releases(album, &all).await.expect("pressings");
        ids(&app, album, "first_pressing=true").await.into_iter().collect::<Vec<_>>()
    };
    // On CD first: the first vinyl is the first pressing, sixteen years later.
    assert_eq!(first(1994, &[(21, Some(2010), "2xLP, Album"), (22, Some(2012), "LP, Album")]).await, [21]);
    // All dates lie before the album: the earliest is believed.
    assert_eq!(first(1994, &[(31, Some(1990), "LP"), (32, Some(1992), "LP")]).await, [31]);
    // Nothing but reissues, or nothing dated.
    assert_eq!(first(1994, &[(41, Some(2010), "LP, Album, RE"), (42, None, "LP, Album")]).await, Vec::<i64>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_row_says_what_it_is() {
    let app = TestApp::start().await;
    let album = dark_side(&app).await;
    let red = &app.get(&format!("/albums/{album}/releases?colour=red")).await.body["releases"][0];
    let shown = serde_json::json!({
        "records": 1, "size_inches": 12, "speed_rpm": null, "kind": "album", "colour": "red", "weight_grams": 180,
        "traits": ["reissue", "remastered", "limited"], "first_pressing": false, "confidence": 1.0
    });
    for (key, value) in shown.as_object().expect("an object") {
        assert_eq!(&red[key], value, "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f30_filters_out_of_range_are_refused() {
    let app = TestApp::start().await;
    let album = dark_side(&app).await;
    for query in [
        "kind=mixtape",
        "size=big",
        "limited=maybe",
        "first_pressing=1973",
        "colour=%00",
        "year_from=x",
        "year_to=40000",
    ] {
        problem(&app.get(&format!("/albums/{album}/releases?{query}")).await, StatusCode::BAD_REQUEST);
    }
    let page = app.get(&format!("/albums/{album}/releases?limit=1&kind=album")).await.body;
    let cursor = page["next_cursor"].as_str().expect("cursor");
    problem(&app.get(&format!("/albums/{album}/releases?limited=true&cursor={cursor}")).await, StatusCode::BAD_REQUEST);
}
