//! `GET /images/{hash}/{size}.webp`
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use support::TestApp;
use vinilogy_app::jobs::{IngestImages, IngestReleases};

use crate::check::problem;

#[tokio::test(flavor = "multi_thread")]
async fn what_the_album_shows_is_served_for_ever() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];
    app.run(IngestReleases { album_id }).await.expect("pressings");
    app.run(IngestImages::Album { album_id }).await.expect("pictured");
    let album = app.get(&format!("/albums/{album_id}")).await.body;
    let path = album["cover_url"].as_str().expect("a cover").to_owned();
    for size in ["150", "300", "600"] {
        let path = path.replace("300.webp", &format!("{size}.webp"));
        let (status, headers, bytes) = app.get_bytes(&path).await;
        assert_eq!((status, &bytes[..4], &bytes[8..12]), (StatusCode::OK, &b"RIFF"[..], &b"WEBP"[..]), "{path}");
        assert_eq!(headers[header::CONTENT_TYPE], "image/webp");
        assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        let tag = headers[header::ETAG].to_str().expect("a tag").to_owned();
        let again = Request::get(&path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).expect("a request");
        assert_eq!(app.call(again).await.status, StatusCode::NOT_MODIFIED);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_is_none_the_neutral_one_is_served_for_a_while() {
    let app = TestApp::start().await;
    let unknown = format!("/images/{}/300.webp", "0".repeat(64));
    let (status, headers, bytes) = app.get_bytes(&unknown).await;
    assert_eq!(
        (status, &headers[header::CACHE_CONTROL]),
        (StatusCode::NOT_FOUND, &"public, max-age=300".parse().expect("a value"))
    );
    let (status, headers, neutral) = app.get_bytes("/images/placeholder/300.webp").await;
    assert_eq!((status, &headers[header::CONTENT_TYPE]), (StatusCode::OK, &"image/webp".parse().expect("a value")));
    assert!(bytes == neutral && neutral.starts_with(b"RIFF"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_picture_of_ours_is_a_problem() {
    let app = TestApp::start().await;
    let hash = "a".repeat(64);
    for path in [
        format!("/images/{hash}/301.webp"),
        format!("/images/{hash}/300.png"),
        format!("/images/{hash}/0300.webp"),
        format!("/images/{hash}/300"),
        format!("/images/{}/300.webp", "A".repeat(64)),
        format!("/images/{}/300.webp", "a".repeat(63)),
        "/images/raw/300.webp".to_owned(),
        "/images/..%2F..%2Fraw/300.webp".to_owned(),
    ] {
        assert_eq!(problem(&app.get(&path).await, StatusCode::NOT_FOUND), "no such image", "{path}");
    }
}
