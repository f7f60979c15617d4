//! One event per request, and the request id that a 5xx shows instead of its cause.
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use super::error::{Cause, problem};

/// Logs the request once, by its route and not by its path.
pub async fn wide_event(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let response = next.run(request).await;
    let request_id = Uuid::now_v7().to_string();
    let status = response.status();
    let duration_ms = started.elapsed().as_secs_f64() * 1000.0;
    let route = route.as_deref().unwrap_or("none");
    let cause = response.extensions().get::<Cause>().cloned();
    match &cause {
        None => tracing::info!(event = "http", %method, route, status = status.as_u16(), duration_ms, request_id),
        Some(Cause(reason)) => {
            tracing::error!(event = "http", %method, route, status = status.as_u16(), duration_ms, request_id, reason);
        }
    }
    let mut response = if status.is_server_error() { redacted(response, &request_id) } else { response };
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}

/// The same status and headers, with the id as all that is said.
fn redacted(response: Response, request_id: &str) -> Response {
    let retry_after = response.headers().get("retry-after").cloned();
    let status = response.status();
    let detail = if retry_after.is_some() { "temporarily unavailable" } else { "internal error" };
    let mut shown = problem(status, detail.to_owned(), Some(request_id.to_owned()));
    if let Some(value) = retry_after {
        shown.headers_mut().insert("retry-after", value);
    }
    shown
}
