//! `POST /catalog/refresh/{artist_id}`
use axum::http::{StatusCode, header};
use serde_json::json;
use support::{TestApp, listener};
use vinilogy_app::jobs::IngestArtist;
use vinilogy_core::domain::ids::ArtistId;

use crate::check::problem;
use crate::songs::{facts, ok_computer};

#[tokio::test(flavor = "multi_thread")]
async fn makes_everything_of_the_artist_stale_once_and_says_where_to_look() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let (artist, album) = ok_computer(app.store()).await;
    app.store().save_artist(artist, &facts("Radiohead", 5), &[], "lastfm").await.expect("facts");
    let path = format!("/catalog/refresh/{artist}");

    let reply = app.post(Some(&token), &path, &json!({})).await;

    assert_eq!(reply.status, StatusCode::ACCEPTED);
    assert_eq!(reply.body["artist_id"], artist.get());
    let run = format!("/runs/{}", reply.body["run_id"]);
    assert_eq!(reply.headers[header::LOCATION], run.as_str());
    assert_eq!(app.get(&run).await.body["phase"], "artist");
    assert_eq!(app.bodies::<IngestArtist>(false).await, [json!({"artist_id": artist}).to_string()]);
    let month = std::time::Duration::from_secs(30 * 24 * 3600);
    let store = app.store();
    assert_eq!(store.artists_with_stale_info(month, month, 10).await.expect("sweep"), [artist.get()]);
    assert_eq!(store.albums_without_releases(artist, month).await.expect("sweep"), [album.get()]);
    let asked = store.artist(artist).await.expect("artist").refresh_asked_at;
    let again = app.post(Some(&token), &path, &json!({})).await;
    assert_eq!((again.status, &again.body), (StatusCode::ACCEPTED, &reply.body), "it is under way");
    assert_eq!(store.artist(artist).await.expect("artist").refresh_asked_at, asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn needs_a_listener_an_artist_and_a_queue_or_the_sweep() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "ana").await;
    let artist = app.store().get_or_create_artist("Radiohead", None).await.expect("artist").id;
    let path = format!("/catalog/refresh/{artist}");
    problem(&app.post(None, &path, &json!({})).await, StatusCode::UNAUTHORIZED);
    assert_eq!(app.store().artist(ArtistId::from(artist)).await.expect("artist").refresh_asked_at, None);
    problem(&app.post(Some(&token), "/catalog/refresh/999", &json!({})).await, StatusCode::NOT_FOUND);
    problem(&app.post(Some(&token), "/catalog/refresh/radiohead", &json!({})).await, StatusCode::NOT_FOUND);
    app.sqs().delete_queue().queue_url(app.queue_url::<IngestArtist>()).send().await.expect("deleted");
    problem(&app.post(Some(&token), &path, &json!({})).await, StatusCode::SERVICE_UNAVAILABLE);
    let week = std::time::Duration::from_secs(7 * 24 * 3600);
    assert_eq!(app.store().artists_with_stale_info(week, week, 10).await.expect("sweep"), [artist]);
}
