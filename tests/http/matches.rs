//! `GET|POST /ops/matches`, `POST /ops/matches/{id}`
use axum::http::StatusCode;
use futures::future::join_all;
use serde_json::{Value, json};
use support::{TestApp, admin, listener};
use vinilogy_app::jobs::{IngestArtist, IngestReleases};
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::domain::matching::{Match, Penalty, Reason};
use vinilogy_core::store::{Link, Service, Subject};

use crate::check::{assert_shows, problem};
use crate::songs::ok_computer;

const MBID: &str = "5b11f4ce-a62d-471e-81fc-a69a8278c7da";

fn doubtful(service: Service, id: &str, score: f32) -> Link {
    let candidate = json!({"name": "Radiohead", "country": "GB", "disambiguation": "English rock band"});
    let reasons = vec![Reason { penalty: Penalty::Homonym, distance: 1.0 }];
    Link::judged(service, id, candidate, Match { score, reasons })
}

/// An artist and an album with a link each that waits.
async fn two_wait(app: &TestApp) -> (i64, i64) {
    let (artist, album) = ok_computer(app.store()).await;
    let links = [doubtful(Service::Musicbrainz, MBID, 0.6)];
    app.store().save_links(Subject::Artist(artist), &links).await.expect("proposed");
    let links = [doubtful(Service::Discogs, "21491", 0.5)];
    app.store().save_links(Subject::Album(album), &links).await.expect("proposed");
    (artist.get(), album.get())
}

fn ids(body: &Value) -> Vec<i64> {
    body["matches"].as_array().expect("a list").iter().filter_map(|link| link["id"].as_i64()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_both_sides_of_what_waits() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    assert_eq!(app.get_as(&token, "/ops/matches").await.body, json!({"matches": [], "next_cursor": null}));
    two_wait(&app).await;
    let reply = app.get_as(&token, "/ops/matches").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
    let all = ids(&reply.body);
    let first = app.get_as(&token, "/ops/matches?limit=1").await.body;
    let cursor = first["next_cursor"].as_str().expect("a second page");
    let second = app.get_as(&token, &format!("/ops/matches?limit=1&cursor={cursor}")).await.body;
    assert_eq!([ids(&first), ids(&second)].concat(), all);
    assert!(second["next_cursor"].is_null());
    let albums = app.get_as(&token, "/ops/matches?kind=album").await.body;
    assert_eq!(ids(&albums), all[1..]);
    for wrong in ["kind=label", "state=undecided", "limit=0", "cursor=x", &format!("kind=album&cursor={cursor}")] {
        problem(&app.get_as(&token, &format!("/ops/matches?{wrong}")).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_carried_out_once() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let (artist, album) = two_wait(&app).await;
    let [first, second] = ids(&app.get_as(&token, "/ops/matches").await.body).try_into().expect("two links");
    let path = format!("/ops/matches/{first}");

    let body = json!({"decision": "accept"});
    let replies = join_all((0..5).map(|_| app.post(Some(&token), &path, &body))).await;

    let (won, lost): (Vec<_>, Vec<_>) = replies.iter().partition(|reply| reply.status == StatusCode::OK);
    assert_eq!(won.len(), 1);
    for reply in lost {
        problem(reply, StatusCode::CONFLICT);
    }
    let link = &won[0].body;
    assert_eq!(
        (&link["state"], &link["decided_by"], &link["user_name"]),
        (&json!("accepted"), &json!("hand"), &json!("ana"))
    );
    assert_eq!(link["ours"]["mbid"], MBID);
    assert_eq!(app.bodies::<IngestArtist>(false).await, [json!({"artist_id": artist}).to_string()]);

    let rejected = app.post(Some(&token), &format!("/ops/matches/{second}"), &json!({"decision": "reject"})).await;
    assert_eq!((rejected.status, &rejected.body["state"]), (StatusCode::OK, &json!("rejected")));
    assert!(app.bodies::<IngestReleases>(false).await.is_empty(), "the album had no master");
    assert_eq!(ids(&app.get_as(&token, "/ops/matches").await.body), Vec::<i64>::new());
    assert_eq!(ids(&app.get_as(&token, "/ops/matches?state=rejected").await.body), [second]);
    let revised = json!({"decision": "accept", "revise": true});
    let revised = app.post(Some(&token), &format!("/ops/matches/{second}"), &revised).await;
    assert_eq!((revised.status, &revised.body["ours"]["discogs_id"]), (StatusCode::OK, &json!(21491)));
    assert_eq!(app.bodies::<IngestReleases>(false).await, [json!({"album_id": album}).to_string()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_made_by_hand() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let (artist, album) = ok_computer(app.store()).await;
    let link = |kind: &str, id: i64, service: &str, service_id: &str| json!({"kind": kind, "id": id, "service": service, "service_id": service_id});
    let made = app.post(Some(&token), "/ops/matches", &link("artist", artist.get(), "discogs", "3840")).await;
    assert_eq!((made.status, &made.body["ours"]["discogs_id"]), (StatusCode::OK, &json!(3840)));
    let again = app.post(Some(&token), "/ops/matches", &link("artist", artist.get(), "discogs", "3840")).await;
    assert_eq!((again.status, &again.body["id"]), (StatusCode::OK, &made.body["id"]));
    let other = app.post(Some(&token), "/ops/matches", &link("artist", artist.get(), "discogs", "125246")).await;
    problem(&other, StatusCode::CONFLICT);
    let pressing = app.post(Some(&token), "/ops/matches", &link("pressing", album.get(), "discogs", "367084")).await;
    assert_eq!(pressing.body["theirs"]["url"], "https://www.discogs.com/release/367084");
    assert_eq!(app.bodies::<IngestReleases>(false).await, [json!({"album_id": album}).to_string()]);
    problem(&app.post(Some(&token), "/ops/matches", &link("artist", 999, "discogs", "1")).await, StatusCode::NOT_FOUND);
    for wrong in [
        link("label", 1, "discogs", "1"),
        link("artist", 1, "discogs", "one"),
        link("artist", 1, "allmusic", "1"),
        link("artist", 1, "musicbrainz", "  "),
        json!({"kind": "artist", "id": 1, "service": "discogs"}),
        json!({"kind": "artist", "id": 1, "service": "discogs", "service_id": "1", "state": "accepted"}),
    ] {
        problem(&app.post(Some(&token), "/ops/matches", &wrong).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn others_see_and_decide_nothing() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "eve").await;
    two_wait(&app).await;
    let before = app.content_hash().await;
    for (token, status) in [(Some(token.as_str()), StatusCode::FORBIDDEN), (None, StatusCode::UNAUTHORIZED)] {
        problem(&app.send(axum::http::Method::GET, "/ops/matches", token, None).await, status);
        problem(&app.post(token, "/ops/matches/1", &json!({"decision": "accept"})).await, status);
        problem(&app.post(token, "/ops/matches", &json!({})).await, status);
    }
    assert_eq!(app.content_hash().await, before);
    let admin = admin(app.store(), "ana").await;
    problem(&app.post(Some(&admin), "/ops/matches/999", &json!({"decision": "accept"})).await, StatusCode::NOT_FOUND);
    for wrong in [json!({}), json!({"decision": "maybe"}), json!({"decision": "accept", "id": 1}), json!([])] {
        problem(&app.post(Some(&admin), "/ops/matches/1", &wrong).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_holds_when_the_queue_is_away() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let (artist, _) = two_wait(&app).await;
    app.sqs().delete_queue().queue_url(app.queue_url::<IngestArtist>()).send().await.expect("deleted");
    let first = ids(&app.get_as(&token, "/ops/matches").await.body)[0];
    let reply = app.post(Some(&token), &format!("/ops/matches/{first}"), &json!({"decision": "accept"})).await;
    assert_eq!(reply.status, StatusCode::OK);
    let week = std::time::Duration::from_secs(7 * 24 * 3600);
    let swept = app.store().artists_with_stale_info(week, week, 10).await.expect("the sweep's question");
    assert_eq!(swept, [ArtistId::from(artist).get()]);
}
