//! Answers as the upstreams give them.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

/// A JSON answer.
pub(crate) fn json(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}

pub(crate) fn ok(body: &Value) -> Response {
    json(200, body)
}

pub(crate) fn musicbrainz_error(status: u16, message: &str) -> Response {
    json(status, &json!({"error": message, "help": "For usage, please see: https://musicbrainz.org/development/mmd"}))
}

pub(crate) fn discogs_error(status: u16, message: &str) -> Response {
    json(status, &json!({ "message": message }))
}

pub(crate) fn lastfm_error(status: u16, code: u8, message: &str) -> Response {
    json(status, &json!({"error": code, "message": message, "links": []}))
}

/// XML where JSON was not asked for; its content is not simulated.
pub(crate) fn xml(body: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "text/xml; charset=UTF-8")], body).into_response()
}
