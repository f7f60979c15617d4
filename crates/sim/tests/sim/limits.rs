//! Limits are strict, refuse as the upstreams do, can be changed, and every call is counted.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request};
use serde_json::json;
use vinilogy_sim::{Limit, Limits, Options, Upstream, router};

use crate::support::{control, get, lastfm, ok, raw, send, start, world};

fn limited(calls: u32) -> axum::Router {
    let limit = Limit::new(calls, Duration::from_secs(3600));
    router(
        world(),
        Options {
            limits: Limits { lastfm: limit, musicbrainz: limit, discogs: limit, ..Limits::none() },
            ..Options::default()
        },
    )
}

#[tokio::test]
async fn over_the_limit_each_upstream_refuses_in_its_way() {
    let router = limited(2);
    let paths = [
        lastfm("method=artist.getInfo&artist=Pulp"),
        "/musicbrainz/ws/2/artist?query=Pulp&fmt=json".into(),
        "/discogs/".into(),
    ];
    let mut refused = Vec::new();
    for path in &paths {
        for _ in 0..2 {
            assert_eq!(get(&router, path).await.status, 200);
        }
        refused.push(get(&router, path).await);
    }
    assert_eq!((refused[0].status, &refused[0].json()["error"]), (429, &json!(29)));
    assert_eq!(refused[1].status, 503);
    assert!(refused[1].json()["error"].as_str().unwrap().starts_with("Your requests are exceeding"));
    assert_eq!(
        (refused[2].status, refused[2].json()),
        (429, json!({"message": "You are making requests too quickly."}))
    );
    assert!(refused.iter().all(|answer| !answer.headers.contains_key("retry-after")), "none of them says when");
    let calls = ok(&router, "/_control/calls").await;
    for name in ["lastfm", "musicbrainz", "discogs"] {
        assert_eq!((&calls[name]["total"], &calls[name]["limited"]), (&json!(3), &json!(1)), "{name}");
    }
    assert_eq!(calls["discogs"]["max_in_window"], 3, "what arrived, not what was answered");
}

#[tokio::test]
async fn discogs_says_how_much_is_left_and_gives_less_without_a_token() {
    let router = limited(60);
    for used in 1..=3 {
        let answer = get(&router, "/discogs/releases/7").await;
        assert_eq!(answer.status, 404, "also with an error");
        assert_eq!(answer.header("x-discogs-ratelimit"), "60");
        assert_eq!(answer.header("x-discogs-ratelimit-used"), used.to_string());
        assert_eq!(answer.header("x-discogs-ratelimit-remaining"), (60 - used).to_string());
    }
    let anonymous = || Request::get("/discogs/").header("user-agent", "t").body(Body::empty()).unwrap();
    for _ in 3..25 {
        assert_eq!(send(&router, anonymous()).await.status, 200);
    }
    let refused = send(&router, anonymous()).await;
    assert_eq!((refused.status, refused.header("x-discogs-ratelimit")), (429, "25"));
    assert_eq!(get(&router, "/discogs/").await.status, 200, "a token still has some of its 60");
}

#[tokio::test]
async fn limits_change_while_it_runs() {
    let router = limited(1);
    assert_eq!(get(&router, "/discogs/").await.status, 200);
    assert_eq!(get(&router, "/discogs/").await.status, 429);
    let new = control(&router, Method::PUT, "/_control/limits", &json!({"discogs": {"calls": 3, "per_ms": 60_000}}))
        .await
        .json();
    assert_eq!(new["discogs"], json!({"calls": 3, "per_ms": 60_000}));
    assert_eq!(new["lastfm"]["calls"], 1, "the others stay");
    for status in [200, 200, 200, 429] {
        assert_eq!(get(&router, "/discogs/").await.status, status);
    }
}

#[tokio::test]
async fn a_burst_from_many_connections_never_passes_the_limit() {
    let sim = start().await;
    let handle = sim.control();
    handle.set_limit(Upstream::Discogs, Limit::new(20, Duration::from_secs(3600)));
    let path = "/discogs/?token=t";
    let seen = futures::future::join_all((0..50).map(|_| raw(&sim, path, Duration::from_secs(60)))).await;
    let answered = seen.iter().filter(|seen| seen.head().starts_with("http/1.1 200")).count();
    let calls = handle.calls();
    assert_eq!(answered, 20);
    assert_eq!((calls.discogs.total, calls.discogs.limited), (50, 30));
    assert_eq!(calls.discogs.endpoint("root"), 50);
    assert_eq!(calls.of(Upstream::Discogs).max_in_window(Duration::from_secs(3600)), 50);
    assert_eq!(calls.discogs.per_second.values().sum::<u64>(), 50);
    handle.reset_calls();
    assert_eq!(handle.calls().total(), 0);
}

#[tokio::test]
async fn control_calls_are_not_counted_and_calls_can_be_forgotten() {
    let router = limited(10);
    get(&router, "/discogs/").await;
    let world = ok(&router, "/_control/world").await;
    assert!(world["counts"]["studio_albums"].as_u64().unwrap() >= 300);
    assert!(world["artists"].as_array().unwrap().len() >= 60);
    assert_eq!(ok(&router, "/_control/calls?window_ms=5").await["discogs"]["window_ms"], 5);
    control(&router, Method::DELETE, "/_control/calls", &json!(null)).await;
    assert_eq!(ok(&router, "/_control/calls").await["discogs"]["total"], 0);
}
