//! What is checked of many answers, and how they are shown in snapshots.
use axum::http::{StatusCode, header};
use insta::Settings;
use insta::internals::{Content, ContentPath};
use support::Reply;

/// A problem document of RFC 9457 with this status that says what is wrong; returns its detail.
#[track_caller]
pub fn problem(reply: &Reply, status: StatusCode) -> String {
    let start: String = reply.body.to_string().chars().take(300).collect();
    assert_eq!(reply.status, status, "{start}");
    assert_eq!(reply.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(reply.body["type"], "about:blank");
    assert_eq!(reply.body["title"], status.canonical_reason().expect("a known status"));
    assert_eq!(reply.body["status"], status.as_u16());
    let mut members: Vec<&str> = reply.body.as_object().expect("an object").keys().map(String::as_str).collect();
    members.retain(|member| !["type", "title", "status", "detail"].contains(member));
    if status.is_server_error() {
        assert_eq!(members, ["request_id"]);
        assert_eq!(reply.body["request_id"].as_str(), reply.headers["x-request-id"].to_str().ok());
    } else {
        assert!(members.is_empty(), "{members:?}");
    }
    let detail = reply.body["detail"].as_str().unwrap_or_default();
    assert!(!detail.is_empty(), "says nothing");
    detail.to_owned()
}

/// Snapshots without what differs from run to run: times and random MusicBrainz ids. Ids of rows are the same in each run, because
/// each test counts from one in a database of its own.
pub fn shown() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    for key in [
        "computed_at",
        "day",
        "expires_at",
        "fetched_at",
        "details_fetched_at",
        "gone_at",
        "info_fetched_at",
        "albums_fetched_at",
        "releases_fetched_at",
        "prices_fetched_at",
        "observed_at",
        "priced_at",
        "picked_at",
        "requested_at",
        "decided_at",
        "created_at",
        "read_at",
    ] {
        settings.add_dynamic_redaction(&format!(".**.{key}"), |value, _| unless_null(value, "[time]"));
    }
    settings.add_dynamic_redaction(".**.mbid", |value, _: ContentPath<'_>| unless_null(value, "[mbid]"));
    settings
}

fn unless_null(value: Content, instead: &'static str) -> Content {
    if value.is_nil() { value } else { Content::from(instead) }
}

/// Compares a body with its snapshot, which has the name of the test.
macro_rules! assert_shows {
    ($body:expr) => {
        crate::check::shown().bind(|| insta::assert_json_snapshot!($body))
    };
    ($name:expr, $body:expr) => {
        crate::check::shown().bind(|| insta::assert_json_snapshot!($name, $body))
    };
}
pub(crate) use assert_shows;
