//! `GET /albums/{id}/releases`
use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use futures::future::join_all;
use serde_json::Value;
use support::{AlbumBuilder, TestApp};
use tower::ServiceExt;
use vinilogy_app::http;
use vinilogy_app::jobs::{IngestReleases, PriceReleases};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::Currency;
use vinilogy_core::domain::prices::rates::Rate;

use crate::check::{assert_shows, problem};
use crate::hostile::escaped;
use crate::songs::{ok_computer, pressing};

const COUNTRIES: [Option<&str>; 4] = [Some("UK"), Some("US"), Some("UK & Europe"), None];
const FORMATS: [&str; 3] = ["LP, Album", "2xLP, Album, RE", "12\", Album, 100%"];

/// An album with 137 pressings of several countries, years and formats; many share a year, some have none.
async fn amnesiac(app: &TestApp) -> AlbumId {
    let (_, album) = AlbumBuilder::new(app.store(), "Radiohead", "Amnesiac", 2001).await.save().await;
    let pressings: Vec<_> = (0..137_i16)
        .map(|n| {
            let year = (n % 10 != 9).then_some(2001 + n % 7);
            let at = |n: i16, of: usize| usize::from(n.unsigned_abs()) % of;
            pressing(1000 + i64::from(n), COUNTRIES[at(n, 4)], year, FORMATS[at(n, 3)])
        })
        .collect();
    app.store().save_releases(album, &pressings).await.expect("pressings");
    album
}

/// Reads all pages; returns the Discogs ids in the order shown, after checking the order and the sizes of the pages.
async fn all_pages(app: &TestApp, album: AlbumId, query: &str, limit: usize) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut keys = Vec::new();
    let mut cursor = String::new();
    loop {
        let reply = app.get(&format!("/albums/{album}/releases?limit={limit}{query}{cursor}")).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        let page = reply.body["releases"].as_array().expect("releases");
        ids.extend(page.iter().filter_map(|release| release["discogs_id"].as_i64()));
        keys.extend(page.iter().map(|r| (r["year"].as_i64().unwrap_or(9999), r["id"].as_i64().expect("id"))));
        match &reply.body["next_cursor"] {
            Value::String(next) => {
                assert_eq!(page.len(), limit, "a page before the last is full");
                cursor = format!("&cursor={next}");
            }
            _ => break,
        }
    }
    assert!(keys.is_sorted(), "oldest first");
    ids
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_pressings_with_their_prices() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    let reply = app.get(&format!("/albums/{album}/releases")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_are_shown_in_the_asked_currency_when_its_rate_is_known() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    let euros = app.get(&format!("/albums/{album}/releases?currency=EUR")).await.body;
    assert_eq!(euros["releases"][0]["price"]["amount"], 2450);
    let dollars =
        async || app.get(&format!("/albums/{album}/releases?currency=USD")).await.body["releases"][0]["price"].clone();
    assert_eq!(dollars().await["currency"], "EUR", "without a rate it stays what it is");
    let day = chrono::NaiveDate::default();
    app.store().save_rates(&[(day, Currency::USD, Rate::read("2").expect("a rate"))]).await.expect("rates");
    let price = dollars().await;
    assert_eq!(
        (&price["currency"], &price["amount"], &price["asked"]["amount"]),
        (&"USD".into(), &4900.into(), &2450.into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_hold_every_pressing_once() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    for limit in [1, 7, 50, 100] {
        let ids = all_pages(&app, album, "", limit).await;
        assert_eq!(ids.len(), 137, "pages of {limit}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 137, "pages of {limit}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_hold_exactly_what_fits_on_all_pages() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    for (query, condition) in [
        ("&country=UK", "country = 'UK'"),
        ("&country=UK%20%26%20Europe", "country = 'UK & Europe'"),
        ("&year=2003", "year = 2003"),
        ("&format=LP", "format ilike '%LP%'"),
        ("&format=re", "format ilike '%re%'"),
        ("&format=100%25", "position('100%' in format) > 0"),
        ("&country=US&year=2005&format=album", "country = 'US' and year = 2005"),
        ("&country=Atlantis", "false"),
    ] {
        let wanted = app.count(&format!("select count(*) from releases where {condition}")).await;
        for limit in [3, 100] {
            let ids = all_pages(&app, album, query, limit).await;
            let once: BTreeSet<i64> = ids.iter().copied().collect();
            assert_eq!((ids.len(), once.len()), (wanted as usize, wanted as usize), "{query}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pressings_added_while_pages_are_read_disturb_nobody() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    let first = app.get(&format!("/albums/{album}/releases?limit=50")).await.body;
    let late = [pressing(9001, None, Some(1990), "LP"), pressing(9002, None, Some(2020), "LP")];
    app.store().save_releases(album, &late).await.expect("more");
    let mut ids: Vec<i64> =
        first["releases"].as_array().expect("page").iter().filter_map(|r| r["discogs_id"].as_i64()).collect();
    let next = format!("&cursor={}", first["next_cursor"].as_str().expect("cursor"));
    let rest = app.get(&format!("/albums/{album}/releases?limit=100{next}")).await.body;
    ids.extend(rest["releases"].as_array().expect("page").iter().filter_map(|r| r["discogs_id"].as_i64()));
    assert!(rest["next_cursor"].is_null());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    assert_eq!(ids.len(), 138, "what was added before the cursor belongs to a page that was read");
}

#[tokio::test(flavor = "multi_thread")]
async fn f30_a_tampered_cursor_is_refused() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    let page = app.get(&format!("/albums/{album}/releases?limit=10")).await.body;
    let cursor = page["next_cursor"].as_str().expect("cursor").to_owned();
    for at in 0..cursor.len() {
        let mut tampered = cursor.clone().into_bytes();
        tampered[at] = if tampered[at] == b'A' { b'B' } else { b'A' };
        let tampered = String::from_utf8(tampered).expect("ASCII");
        let reply = app.get(&format!("/albums/{album}/releases?cursor={tampered}")).await;
        problem(&reply, StatusCode::BAD_REQUEST);
    }
    let shortened = &cursor[..cursor.len() - 1];
    let overflow = "OTk5OTk5OTk5OTk5OTk5OTk6OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ";
    for foreign in [shortened, "", "x", "MTk5NzoxMA", "null", "%00", "' or 1=1 --", overflow, "💿", &"A".repeat(5000)]
    {
        let reply = app.get(&format!("/albums/{album}/releases?cursor={}", escaped(foreign))).await;
        problem(&reply, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_leads_on_in_its_own_list_only() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    let (_, other) = ok_computer(app.store()).await;
    let page = app.get(&format!("/albums/{album}/releases?limit=10&country=UK")).await.body;
    let cursor = page["next_cursor"].as_str().expect("cursor");
    let same = format!("/albums/{album}/releases?limit=20&country=UK&cursor={cursor}");
    assert_eq!(app.get(&same).await.status, StatusCode::OK, "the size of a page may change");
    for path in [
        format!("/albums/{other}/releases?country=UK&cursor={cursor}"),
        format!("/albums/{album}/releases?country=US&cursor={cursor}"),
        format!("/albums/{album}/releases?cursor={cursor}"),
    ] {
        problem(&app.get(&path).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f30_limits_and_filters_out_of_range_are_refused() {
    let app = TestApp::start().await;
    let album = amnesiac(&app).await;
    for query in [
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=9223372036854775807",
        "limit=9223372036854775808",
        "limit=ten",
        "year=40000",
        "year=mcmxcvii",
        "country=",
        "country=%00",
        "format=%00",
        "format=%20",
        "currency=eur",
        "currency=EURO",
        "currency=%00",
        "currency=",
        "country=UK&country=US",
    ] {
        problem(&app.get(&format!("/albums/{album}/releases?{query}")).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/albums/999/releases").await, StatusCode::NOT_FOUND), "no such album");
    problem(&app.get("/albums/x/releases").await, StatusCode::NOT_FOUND);
    assert!(app.bodies::<IngestReleases>(false).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_look_has_pressings_priced_and_the_second_asks_for_nothing() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    for _ in 0..2 {
        assert_eq!(app.get(&format!("/albums/{album}/releases")).await.status, StatusCode::OK);
    }
    assert_eq!(app.bodies::<PriceReleases>(false).await, [format!(r#"{{"album_id":{album}}}"#)]);
    assert!(app.bodies::<IngestReleases>(false).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_queue_does_not_hide_the_page() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    app.sqs().delete_queue().queue_url(app.queue_url::<PriceReleases>()).send().await.expect("deleted");
    let reply = app.get(&format!("/albums/{album}/releases")).await;
    assert_eq!(reply.status, StatusCode::OK);
    let six_hours = std::time::Duration::from_secs(6 * 3600);
    assert_eq!(app.store().albums_with_stale_prices(six_hours, 10).await.expect("sweep"), [album.get()]);
}

/// Ten sandboxes are asked a hundred times each, all at once, for an album of which no pressing is known.
#[tokio::test(flavor = "multi_thread")]
async fn f23_a_thousand_concurrent_misses_send_one_message() {
    let app = TestApp::start().await;
    let (_, album) = ok_computer(app.store()).await;
    let client = app.database.connect().await;
    client
        .batch_execute("delete from releases; update albums set releases_fetched_at = null, release_count = 0")
        .await
        .expect("unfetched");
    let sandboxes: Vec<_> = (0..10).map(|_| http::serve(http::all(), app.sandbox())).collect();

    let answers = join_all((0..1000).map(|n| {
        let request = Request::get(format!("/albums/{album}/releases")).body(Body::empty()).expect("request");
        sandboxes[n % sandboxes.len()].clone().oneshot(request)
    }))
    .await;

    assert!(answers.into_iter().all(|answer| answer.expect("infallible").status() == StatusCode::OK));
    assert_eq!(app.bodies::<IngestReleases>(false).await, [format!(r#"{{"album_id":{album}}}"#)]);
}
