//! The upstreams' own bodies for statuses other than 200, as they were recorded.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::RetryAfter;
use crate::{Upstream, ebay, reply};

/// The page that the edge in front of an API shows.
pub(crate) const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head>\
<body><h1>Error</h1><p>The site is being checked.</p></body></html>\n";

/// The real refusal of a call that is over the limit.
pub(crate) fn over_limit(upstream: Upstream) -> Response {
    match upstream {
        Upstream::Lastfm => reply::json(
            429,
            &json!({"error": 29, "message": "Rate Limit Exceeded - This application has \
            made too many requests in a short period. If this is your API key, see https://www.last.fm/api/tos#4.4 for \
            information about raising the limit."}),
        ),
        Upstream::Musicbrainz => reply::json(
            503,
            &json!({"error": "Your requests are exceeding the allowable rate limit. \
            Please see http://wiki.musicbrainz.org/XMLWebService for more information."}),
        ),
        Upstream::Discogs => reply::json(429, &json!({"message": "You are making requests too quickly."})),
        Upstream::Ebay => ebay::error(429, 2001, "ACCESS", "Too many requests."),
        Upstream::Coverartarchive => page(503),
        Upstream::Ecb | Upstream::Shops => page(429),
    }
}

/// What this upstream says with a status.
pub(crate) fn with_status(upstream: Upstream, status: u16) -> Response {
    match (upstream, status) {
        (_, 429) => over_limit(upstream),
        (Upstream::Musicbrainz, 503) => busy(),
        (Upstream::Lastfm, 500) => reply::json(
            500,
            &json!({"error": 8, "message": "Operation failed - Most likely the \
            backend service failed. Please try again."}),
        ),
        (Upstream::Lastfm, 503) => reply::json(
            503,
            &json!({"error": 16, "message": "The service is temporarily \
            unavailable, please try again."}),
        ),
        (Upstream::Lastfm, 401 | 403) => reply::json(
            status,
            &json!({"error": 10, "message": "Invalid API key - You must \
            be granted a valid key by last.fm"}),
        ),
        (Upstream::Ebay, 401) => ebay::error(401, 1001, "OAuth", "Invalid access token"),
        (Upstream::Ebay, 403) => ebay::error(403, 1100, "ACCESS", "Access denied"),
        (Upstream::Ebay, 404) => ebay::error(404, 11_001, "API_BROWSE", "The specified item Id was not found."),
        (Upstream::Ebay, 500) => ebay::error(500, 12_000, "API_BROWSE", "Internal error"),
        (Upstream::Discogs, 401) => reply::json(
            401,
            &json!({"message": "Invalid consumer token. Please register an app \
            before making requests."}),
        ),
        (Upstream::Discogs, 404) => reply::json(404, &json!({"message": "The requested resource was not found."})),
        (Upstream::Discogs, 500) => {
            reply::json(500, &json!({"message": "Query time exceeded. Please try a simpler query."}))
        }
        (Upstream::Musicbrainz, 404) => reply::musicbrainz_error(404, "Not Found"),
        (Upstream::Musicbrainz, 400) => reply::musicbrainz_error(400, "Invalid mbid."),
        _ => page(status),
    }
}

/// MusicBrainz sheds load: a 503 that has nothing to do with the caller's rate.
fn busy() -> Response {
    let mut answer =
        (StatusCode::SERVICE_UNAVAILABLE, "The MusicBrainz web server is currently busy. Please try again later.")
            .into_response();
    let headers = answer.headers_mut();
    headers.insert(HeaderName::from_static("x-ratelimit-zone"), HeaderValue::from_static("search-global"));
    headers.insert(HeaderName::from_static("x-ratelimit-who"), HeaderValue::from_static("search-shed"));
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("0"));
    answer
}

pub(crate) fn page(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, "text/html; charset=UTF-8")], PAGE).into_response()
}

/// Puts the header of a refusal.
pub(crate) fn retry_after(headers: &mut HeaderMap, after: &RetryAfter, now: DateTime<Utc>) {
    let value = match after {
        RetryAfter::Missing => {
            headers.remove(header::RETRY_AFTER);
            return;
        }
        RetryAfter::Seconds(seconds) => seconds.to_string(),
        RetryAfter::Date(seconds) => {
            let then = now.checked_add_signed(TimeDelta::seconds(*seconds)).unwrap_or(now);
            then.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
        }
        RetryAfter::Raw(text) => text.clone(),
    };
    if let Ok(value) = HeaderValue::from_str(&value) {
        headers.insert(header::RETRY_AFTER, value);
    }
}
