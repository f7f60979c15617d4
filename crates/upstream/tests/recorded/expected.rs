//! What the contracts say that a recorded body stands for: their tables once more, independent of the crate's own.

use serde_json::Value;
use vinilogy_upstream::Upstream;

/// What must come of a recording.
pub struct Expected {
    /// The HTTP status: recorded, or the one that the contract gives for the body.
    pub status: u16,
    /// `answer` or the kind of the error; `None` when neither the contract nor a recorded status tells which error it is.
    pub kind: Option<&'static str>,
}

/// Derives it from the folder, the body and the recorded status.
pub fn expected(upstream: Upstream, endpoint: &str, body: &[u8], meta: &Value) -> Expected {
    let recorded = match &meta["status"] {
        Value::String(text) => text.trim().parse().ok(),
        number => number.as_u64().and_then(|number| u16::try_from(number).ok()),
    };
    if upstream == Upstream::Ecb {
        return Expected { status: 200, kind: Some("answer") };
    }
    let Ok(json) = serde_json::from_slice::<Value>(body) else {
        let status = recorded.unwrap_or(200);
        let kind = match status {
            429 => "rate limited",
            401 | 403 => "unauthorized",
            _ => "unavailable",
        };
        return Expected { status, kind: Some(kind) };
    };
    if upstream == Upstream::Lastfm && !json["error"].is_null() {
        let code = json["error"].as_u64().or_else(|| json["error"].as_str()?.parse().ok());
        return Expected { status: recorded.unwrap_or(200), kind: Some(lastfm(code)) };
    }
    let said = json["message"].as_str().or(json["error"].as_str()).filter(|_| is_complaint(&json));
    let status = recorded.or_else(|| said.and_then(status_of));
    match status {
        Some(status) => Expected { status, kind: Some(by_status(upstream, status, said.unwrap_or_default(), meta)) },
        None if endpoint == "error" || said.is_some() => Expected { status: 400, kind: None },
        None => Expected { status: 200, kind: Some("answer") },
    }
}

/// A body that holds nothing but what went wrong.
fn is_complaint(json: &Value) -> bool {
    json.as_object()
        .is_some_and(|object| object.keys().all(|key| matches!(key.as_str(), "message" | "error" | "detail" | "help")))
}

/// The table "Errors" of the Last.fm contract: the code decides, whatever the status.
fn lastfm(code: Option<u64>) -> &'static str {
    match code {
        Some(4 | 9 | 10 | 13 | 14 | 15 | 26) => "unauthorized",
        Some(6 | 7 | 12 | 17 | 18 | 20..=25) => "not found",
        Some(1 | 2 | 3 | 5 | 27 | 28) => "malformed",
        Some(29) => "rate limited",
        _ => "unavailable",
    }
}

/// The status that the Discogs and MusicBrainz contracts give for a text, for recordings without one.
fn status_of(said: &str) -> Option<u16> {
    let said = said.to_lowercase();
    let table = [
        ("not found", 404),
        ("does not exist", 404),
        ("seller settings", 404),
        ("outside of valid range", 404),
        ("must authenticate", 401),
        ("invalid consumer", 401),
        ("too quickly", 429),
        ("query time exceeded", 500),
        ("is not allowed", 405),
        ("rate limit", 503),
        ("currently busy", 503),
        ("invalid mbid", 400),
        ("not a recognized", 400),
    ];
    table.into_iter().find(|(text, _)| said.contains(text)).map(|(_, status)| status)
}

fn by_status(upstream: Upstream, status: u16, said: &str, meta: &Value) -> &'static str {
    let mine = said.contains("rate limit")
        || said.contains("currently busy")
        || meta["headers"]["X-RateLimit-Who"].is_string();
    match status {
        200..=299 => "answer",
        404 | 410 => "not found",
        401 | 403 => "unauthorized",
        429 => "rate limited",
        503 if upstream == Upstream::Musicbrainz && mine => "rate limited",
        400 | 405 | 406 | 411..=417 | 422 => "malformed",
        _ => "unavailable",
    }
}
