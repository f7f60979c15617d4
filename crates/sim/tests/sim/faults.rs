//! Each fault, seen from the other end of a socket.

use std::io::{Read as _, Write as _};
use std::time::Duration;

use axum::http::Method;
use serde_json::{Value, json};
use vinilogy_sim::{Fault, RetryAfter, Rule, Sim, Upstream};

use crate::support::{Seen, control, get, open, raw, start};

const PATH: &str = "/discogs/masters/5003/versions?token=t&per_page=100";
/// Longer than any test waits for bytes that do come.
const PATIENCE: Duration = Duration::from_secs(60);

async fn with(fault: Fault) -> (Sim, Seen) {
    let sim = start().await;
    sim.control().fault(Rule::new(Upstream::Discogs, fault).endpoint("master_versions").times(1));
    let seen = raw(&sim, PATH, PATIENCE).await;
    assert_eq!(sim.control().calls().discogs.faulted, 1);
    (sim, seen)
}

fn json_of(seen: &Seen) -> Value {
    serde_json::from_slice(&seen.body()).unwrap()
}

#[tokio::test]
async fn refusals_say_when_to_come_back_in_every_way() {
    let cases = [
        (RetryAfter::Seconds(7), "retry-after: 7"),
        (RetryAfter::Seconds(-5), "retry-after: -5"),
        (RetryAfter::Seconds(999_999_999), "retry-after: 999999999"),
        (RetryAfter::Raw("soon".into()), "retry-after: soon"),
    ];
    for (after, line) in cases {
        let (_sim, seen) = with(Fault::RetryAfter { after, status: None }).await;
        assert!(seen.head().starts_with("http/1.1 429"), "{}", seen.head());
        assert!(seen.head().contains(line), "{line}: {}", seen.head());
    }
    let (_sim, seen) = with(Fault::RetryAfter { after: RetryAfter::Missing, status: None }).await;
    assert!(!seen.head().contains("retry-after"));
    let (_sim, seen) = with(Fault::RetryAfter { after: RetryAfter::Date(30), status: Some(503) }).await;
    let head = seen.head();
    let date = head.lines().find_map(|line| line.strip_prefix("retry-after: ")).unwrap();
    assert!(head.starts_with("http/1.1 503") && date.ends_with(" gmt") && date.contains(", "), "{date}");
}

#[tokio::test]
async fn statuses_come_with_the_body_of_their_upstream() {
    let router = open();
    let busy = json!({"upstream": "musicbrainz", "fault": {"kind": "status", "status": 503}, "times": 1});
    let backend = json!({"upstream": "lastfm", "fault": {"kind": "status", "status": 500}, "times": 1});
    let own =
        json!({"upstream": "discogs", "fault": {"kind": "status", "status": 200, "body": "{\"error\":1}"}, "times": 1});
    for rule in [busy, backend, own] {
        assert_eq!(control(&router, Method::POST, "/_control/faults", &rule).await.status, 204);
    }
    let busy = get(&router, "/musicbrainz/ws/2/artist?query=x&fmt=json").await;
    assert_eq!((busy.status, busy.header("x-ratelimit-who")), (503, "search-shed"));
    assert_eq!(get(&router, &crate::support::lastfm("method=artist.getInfo&artist=Pulp")).await.json()["error"], 8);
    assert_eq!(get(&router, "/discogs/").await.body, b"{\"error\":1}");
    for status in [500, 502, 503, 504] {
        let rule = json!({"upstream": "discogs", "fault": {"kind": "status", "status": status}, "times": 1});
        control(&router, Method::POST, "/_control/faults", &rule).await;
        assert_eq!(get(&router, "/discogs/").await.status, status);
    }
    assert_eq!(get(&router, "/discogs/").await.status, 200, "and then it is over");
}

#[tokio::test]
async fn a_reset_ends_before_the_first_byte() {
    let (sim, seen) = with(Fault::Reset { after_bytes: None }).await;
    assert!(seen.bytes.is_empty(), "{}", seen.head());
    assert_eq!(seen.end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert!(raw(&sim, PATH, PATIENCE).await.end.is_ok(), "the next call is answered");
}

#[tokio::test]
async fn a_reset_may_come_in_the_middle() {
    let (_sim, seen) = with(Fault::Reset { after_bytes: Some(100) }).await;
    assert_eq!(seen.end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
}

#[tokio::test]
async fn a_truncated_body_is_shorter_than_promised() {
    let (_sim, seen) = with(Fault::Truncate { percent: Some(25) }).await;
    assert!(seen.promised() > 1000);
    assert_eq!(seen.body().len(), seen.promised() / 4);
    assert!(seen.end.is_ok(), "an end, not a reset");
    assert!(serde_json::from_slice::<Value>(&seen.body()).is_err());
}

#[tokio::test]
async fn a_hang_sends_nothing() {
    let sim = start().await;
    sim.control().fault(Rule::new(Upstream::Discogs, Fault::Hang { ms: None }));
    let seen = raw(&sim, PATH, Duration::from_millis(300)).await;
    assert!(seen.bytes.is_empty());
    assert!(matches!(seen.end.unwrap_err().kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut));
}

#[tokio::test]
async fn a_late_answer_and_a_dripping_one_are_whole() {
    let (_sim, late) = with(Fault::Hang { ms: Some(20) }).await;
    assert!(json_of(&late)["versions"].is_array());
    let (_sim, drip) = with(Fault::Drip { bytes: 4000, every_ms: 1 }).await;
    assert_eq!(drip.body().len(), drip.promised());
    assert_eq!(json_of(&drip), json_of(&late));
}

#[tokio::test]
async fn web_pages_and_wrong_bytes_come_with_status_200() {
    let (_sim, page) = with(Fault::Html).await;
    assert!(page.head().starts_with("http/1.1 200") && page.head().contains("text/html"));
    assert!(page.body().starts_with(b"<!DOCTYPE html>"));
    let (_sim, latin1) = with(Fault::Charset).await;
    assert!(latin1.head().contains("content-type: application/json"));
    assert!(String::from_utf8(latin1.body()).is_err());
    let readable: String = latin1.body().into_iter().map(char::from).collect();
    assert!(serde_json::from_str::<Value>(&readable).is_ok(), "only the encoding is wrong");
}

#[tokio::test]
async fn the_schema_drifts_in_four_ways() {
    let (_sim, missing) = with(Fault::DriftMissing { field: None }).await;
    assert!(json_of(&missing)["versions"][0].get("id").is_none());
    assert!(json_of(&missing)["versions"][0].get("title").is_some());
    let (_sim, null) = with(Fault::DriftNull { field: None }).await;
    assert_eq!(json_of(&null)["versions"][0].get("id"), Some(&Value::Null));
    let (_sim, other) = with(Fault::DriftRetype { field: Some("versions.title".into()) }).await;
    assert!(json_of(&other)["versions"][0]["title"]["value"].is_string());
    let (_sim, more) = with(Fault::DriftNew).await;
    assert!(json_of(&more)["versions"][0]["brand_new_key"].is_object() && json_of(&more)["versions"][0]["id"].is_i64());
}

#[tokio::test]
async fn faults_are_listed_and_switched_off() {
    let router = open();
    let rule = json!({"upstream": "discogs", "endpoint": "root", "fault": {"kind": "html"}, "ratio": 0.5, "seed": 3});
    control(&router, Method::POST, "/_control/faults", &rule).await;
    let listed = control(&router, Method::GET, "/_control/faults", &json!(null)).await.json();
    assert_eq!(listed, json!([rule]));
    control(&router, Method::DELETE, "/_control/faults", &json!(null)).await;
    assert_eq!(control(&router, Method::GET, "/_control/faults", &json!(null)).await.json(), json!([]));
    let nonsense = json!({"upstream": "discogs", "fault": {"kind": "gremlin"}});
    assert_eq!(control(&router, Method::POST, "/_control/faults", &nonsense).await.status, 422);
}

#[tokio::test]
async fn a_dropped_simulator_answers_no_more() {
    let sim = start().await;
    let mut open = std::net::TcpStream::connect(sim.url().replace("http://", "")).unwrap();
    assert!(raw(&sim, PATH, PATIENCE).await.end.is_ok());
    drop(sim);
    let request = format!("GET {PATH} HTTP/1.1\r\nhost: sim\r\nuser-agent: test/1\r\n\r\n");
    let seen = tokio::task::spawn_blocking(move || {
        let mut bytes = Vec::new();
        // Either the write or the read finds the connection gone, or it just ends.
        let end = open.write_all(request.as_bytes()).and_then(|()| open.read_to_end(&mut bytes).map(|_| ()));
        Seen { bytes, end }
    });
    let seen = seen.await.unwrap();
    assert!(seen.bytes.is_empty(), "{:?} {}", seen.end, seen.head());
}
