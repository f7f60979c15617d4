//! `GET /ops/quality`
use axum::http::StatusCode;
use support::{AlbumBuilder, TestApp, admin, listener};

use crate::check::{assert_shows, problem};
use crate::songs::{artist, ok_computer};

#[tokio::test(flavor = "multi_thread")]
async fn shows_shares_with_their_goals() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let empty = app.get_as(&token, "/ops/quality").await;
    assert_eq!((empty.status, empty.body["day"].is_null()), (StatusCode::OK, true), "{}", empty.body);
    artist(app.store(), "Portishead", 2_000_000).await;
    let (radiohead, album) = ok_computer(app.store()).await;
    AlbumBuilder::new(app.store(), "Radiohead", "Kid A", 2000).await.save().await;
    let rows = format!(
        "update artists set mbid = gen_random_uuid(), info_fetched_at = now() where id = {radiohead};
         update artists set info_fetched_at = now() where name = 'Portishead';
         insert into artists (name, name_key) values ('known by name only', 'known by name only');
         insert into matches (kind, artist_id, service, service_id, score, state, decided_by)
         values ('artist', {radiohead}, 'discogs', '3840', 1, 'accepted', 'musicbrainz'),
                ('artist', {radiohead}, 'spotify', 'x', 0.5, 'proposed', 'rule');
         insert into matches (kind, album_id, service, service_id, score, state, decided_by)
         values ('album', {album}, 'discogs', '21491', 1, 'rejected', 'hand')"
    );
    app.database.connect().await.batch_execute(&rows).await.expect("rows");
    app.store().measure_quality().await.expect("measured");
    let reply = app.get_as(&token, "/ops/quality").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert_shows!(reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn history_holds_the_days_that_were_asked_for() {
    let app = TestApp::start().await;
    let token = admin(app.store(), "ana").await;
    let days = "insert into quality_days select (now() at time zone 'utc')::date - n, 'artists', 'mbid', 90 + n, 100
                from generate_series(0, 9) n";
    app.database.connect().await.batch_execute(days).await.expect("days");
    for (path, expected) in [("/ops/quality", 10), ("/ops/quality?days=3", 3)] {
        let history = app.get_as(&token, path).await.body["history"].clone();
        let history = history.as_array().expect("days");
        assert_eq!(history.len(), expected, "{path}");
        assert_eq!((&history[0]["count"], &history[0]["met"]), (&90.into(), &false.into()));
    }
    for path in ["/ops/quality?days=0", "/ops/quality?days=366", "/ops/quality?days=x"] {
        problem(&app.get_as(&token, path).await, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn is_shown_to_administrators_alone() {
    let app = TestApp::start().await;
    let (_, token) = listener(app.store(), "eve").await;
    problem(&app.get("/ops/quality").await, StatusCode::UNAUTHORIZED);
    problem(&app.get_as("unknown", "/ops/quality").await, StatusCode::UNAUTHORIZED);
    problem(&app.get_as(&token, "/ops/quality").await, StatusCode::FORBIDDEN);
    let readonly = "update users set role = 'readonly'";
    app.database.connect().await.batch_execute(readonly).await.expect("a role");
    problem(&app.get_as(&token, "/ops/quality").await, StatusCode::FORBIDDEN);
}
