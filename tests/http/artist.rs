//! `GET /artists/{id}`
use std::time::Duration;

use axum::http::StatusCode;
use axum::http::{Request, header};
use serde_json::json;
use support::TestApp;
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{ArtistInfo, Link, Service, SimilarArtist};

use crate::check::{assert_shows, problem};
use crate::songs::{artist, facts};

#[tokio::test(flavor = "multi_thread")]
async fn shows_facts_and_similar_artists() {
    let app = TestApp::start().await;
    let id = artist(app.store(), "Radiohead", 5_500_000).await;
    let similar = |name: &str, score| SimilarArtist { name: name.to_owned(), mbid: None, score };
    let similars = [similar("Portishead", 0.61), similar("Thom Yorke", 1.0)];
    app.store().save_artist(id, &facts("Radiohead", 5_500_000), &similars, "lastfm").await.expect("similars");

    let reply = app.get(&format!("/artists/{id}")).await;

    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_who_the_artist_is_elsewhere() {
    let app = TestApp::start().await;
    let id = artist(app.store(), "Radiohead", 5).await;
    let mbid = Uuid::from_u128(7);
    let linked = |service, id: &str| Link::edited(service, id, json!({}), Service::Musicbrainz);
    let info = ArtistInfo {
        mbid: Some(mbid),
        country: Some("GB".to_owned()),
        disambiguation: Some("the band from Abingdon".to_owned()),
        aliases: (0..60).map(|n| format!("On a Friday {n}")).collect(),
        links: vec![linked(Service::Discogs, "3840"), linked(Service::Spotify, "4Z8W4fKeB5YxbusRsdQVPb")],
        ..facts("Radiohead", 5)
    };
    app.store().save_artist(id, &info, &[], "lastfm").await.expect("facts");

    let body = app.get(&format!("/artists/{id}")).await.body;

    assert_eq!((&body["country"], &body["disambiguation"]), (&json!("GB"), &json!("the band from Abingdon")));
    assert_eq!((&body["mbid"], &body["discogs_id"]), (&json!(mbid), &json!(3840)));
    assert_eq!(body["spotify_id"], "4Z8W4fKeB5YxbusRsdQVPb");
    assert_eq!(
        body["pages"],
        json!([
            { "service": "musicbrainz", "url": format!("https://musicbrainz.org/artist/{mbid}") },
            { "service": "discogs", "url": "https://www.discogs.com/artist/3840" },
            { "service": "spotify", "url": "https://open.spotify.com/artist/4Z8W4fKeB5YxbusRsdQVPb" },
        ])
    );
    let aliases = body["aliases"].as_array().expect("aliases");
    assert_eq!((aliases.len(), &aliases[0]), (50, &json!("On a Friday 0")));
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_an_artist_known_by_name_only() {
    let app = TestApp::start().await;
    let stub = app.store().get_or_create_artist("Can", None).await.expect("artist");
    let reply = app.get(&format!("/artists/{}", stub.id)).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
    // A look-up is a wish: the next sweep ingests the artist.
    let swept =
        app.store().artists_with_stale_info(Duration::from_secs(60), Duration::from_secs(60), 10).await.expect("sweep");
    assert_eq!(swept, [stub.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_link_leads_to_the_artist_that_it_was_merged_into() {
    let app = TestApp::start().await;
    let store = app.store();
    let mbid = Uuid::new_v4();
    let winner = store.get_or_create_artist("Prince", Some(mbid)).await.expect("artist");
    let loser = store.get_or_create_artist("The Artist", None).await.expect("artist");
    let info = ArtistInfo { mbid: Some(mbid), ..facts("Prince", 10) };
    store.save_artist(ArtistId::from(loser.id), &info, &[], "lastfm").await.expect("merge");

    let reply = app.get(&format!("/artists/{}", loser.id)).await;

    assert_eq!(reply.body["id"], winner.id);
    assert_eq!(reply.body["name"], "Prince");
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_ids_are_not_found() {
    let app = TestApp::start().await;
    assert_eq!(problem(&app.get("/artists/999").await, StatusCode::NOT_FOUND), "no such artist");
    for id in ["x", "1.5", "-", "9223372036854775808", "%00", "%ff", "1%2F2"] {
        problem(&app.get(&format!("/artists/{id}")).await, StatusCode::NOT_FOUND);
    }
    for id in ["0", "-1", "9223372036854775807", "-9223372036854775808"] {
        problem(&app.get(&format!("/artists/{id}")).await, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_client_has_is_not_sent_again() {
    let app = TestApp::start().await;
    let id = artist(app.store(), "Radiohead", 5).await;
    let path = format!("/artists/{id}");
    let ask =
        |tag: &str| Request::builder().uri(&path).header(header::IF_NONE_MATCH, tag).body("".into()).expect("request");
    let first = app.get(&path).await;
    let tag = first.headers[header::ETAG].to_str().expect("text").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"'), "{tag} is not strong");

    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let reply = app.call(ask(&known)).await;
        assert_eq!(reply.status, StatusCode::NOT_MODIFIED, "{known}");
        assert!(reply.body.is_null());
        assert_eq!(reply.headers[header::ETAG], tag.as_str());
    }
    assert_eq!(app.call(ask("\"other\"")).await.status, StatusCode::OK);

    app.store().save_artist(id, &facts("Radiohead", 6), &[], "lastfm").await.expect("news");
    let changed = app.call(ask(&tag)).await;
    assert_eq!(changed.status, StatusCode::OK);
    assert_ne!(changed.headers[header::ETAG], tag.as_str());
}
