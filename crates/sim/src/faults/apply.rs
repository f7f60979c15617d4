//! Does to a call what its fault says: answers in the upstream's place, or spoils the right answer on its way.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use futures::{StreamExt as _, stream};

use super::{Fault, drift, refusal};
use crate::Upstream;

/// The answer of a call that met `fault`. `answer` is the right one, computed only when it is needed; `abort` makes the
/// connection end with a reset instead of a proper close.
pub(crate) async fn apply(
    fault: Fault,
    upstream: Upstream,
    endpoint: &str,
    abort: Arc<AtomicBool>,
    answer: impl Future<Output = Response>,
) -> Response {
    match fault {
        Fault::Status { status, body: None } => refusal::with_status(upstream, status),
        Fault::Status { status, body: Some(body) } => with_body(status, body),
        Fault::RetryAfter { after, status } => {
            let mut refused = match status {
                None | Some(429) => refusal::over_limit(upstream),
                Some(status) => refusal::with_status(upstream, status),
            };
            *refused.status_mut() =
                StatusCode::from_u16(status.unwrap_or(429)).unwrap_or(StatusCode::TOO_MANY_REQUESTS);
            let now = DateTime::<Utc>::from(std::time::SystemTime::now());
            refusal::retry_after(refused.headers_mut(), &after, now);
            refused
        }
        Fault::Hang { ms: None } => std::future::pending().await,
        Fault::Hang { ms: Some(ms) } => {
            tokio::time::sleep(Duration::from_millis(ms)).await;
            answer.await
        }
        Fault::Html => refusal::page(200),
        Fault::Reset { after_bytes: None } => {
            abort.store(true, Ordering::SeqCst);
            cut(StatusCode::OK.into_response(), 0, None)
        }
        other => spoil(other, endpoint, &abort, answer.await).await,
    }
}

/// Faults of the right answer's body.
async fn spoil(fault: Fault, endpoint: &str, abort: &AtomicBool, answer: Response) -> Response {
    let (parts, body) = answer.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let whole = bytes.len();
    let again = |bytes: Bytes| Response::from_parts(parts, Body::from(bytes));
    match fault {
        Fault::Drip { bytes: each, every_ms } => drip(again(bytes.clone()), bytes, each.max(1), every_ms),
        Fault::Reset { after_bytes } => {
            abort.store(true, Ordering::SeqCst);
            cut(again(bytes.clone()), after_bytes.unwrap_or(0).min(whole), Some(bytes))
        }
        Fault::Truncate { percent } => {
            let keep = whole * usize::from(percent.unwrap_or(50).min(99)) / 100;
            cut(again(bytes.clone()), keep, Some(bytes))
        }
        Fault::Charset => again(latin1(&bytes)),
        Fault::DriftMissing { field } => again(drift::missing(&bytes, endpoint, field.as_deref())),
        Fault::DriftNull { field } => again(drift::null(&bytes, endpoint, field.as_deref())),
        Fault::DriftRetype { field } => again(drift::retype(&bytes, endpoint, field.as_deref())),
        Fault::DriftNew => again(drift::new_keys(&bytes)),
        Fault::Status { .. } | Fault::RetryAfter { .. } | Fault::Hang { .. } | Fault::Html | Fault::Picture { .. } => {
            again(bytes)
        }
    }
}

fn with_body(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let json = body.trim_start().starts_with(['{', '[']);
    let kind = if json { "application/json" } else { "text/plain; charset=utf-8" };
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// Sends `keep` bytes under the length of the whole, then breaks the connection: the server gives up on a body that
/// fails, which the other side sees as an end too early.
fn cut(mut answer: Response, keep: usize, bytes: Option<Bytes>) -> Response {
    let whole = bytes.as_ref().map_or(1000, Bytes::len);
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(whole));
    let part = bytes.map(|bytes| bytes.slice(..keep)).filter(|part| !part.is_empty());
    let chunks = stream::iter(part.map(Ok)).chain(stream::once(async {
        // What was written must leave before the failure: the server flushes when the body is not ready.
        tokio::time::sleep(Duration::from_millis(5)).await;
        Err(std::io::Error::other("the simulator broke the connection"))
    }));
    *answer.body_mut() = match keep {
        // Not even the headers: the body fails before anything is flushed.
        0 => Body::from_stream(stream::once(async {
            Err::<Bytes, _>(std::io::Error::other("the simulator reset the connection"))
        })),
        _ => Body::from_stream(chunks),
    };
    answer
}

fn drip(mut answer: Response, bytes: Bytes, each: usize, every_ms: u64) -> Response {
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    let chunks: Vec<Bytes> =
        (0..bytes.len()).step_by(each).map(|at| bytes.slice(at..bytes.len().min(at + each))).collect();
    *answer.body_mut() = Body::from_stream(stream::iter(chunks).then(move |chunk| async move {
        tokio::time::sleep(Duration::from_millis(every_ms)).await;
        Ok::<_, std::io::Error>(chunk)
    }));
    answer
}

/// The text in Latin-1, with at least one letter that is not UTF-8 then, inside the first text of the body.
fn latin1(bytes: &Bytes) -> Bytes {
    let text = String::from_utf8_lossy(bytes);
    let encoded = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'));
    let mut out: Vec<u8> = encoded.collect();
    let inside = out.windows(3).position(|three| three == b"\":\"").map_or(out.len().min(1), |at| at + 3);
    out.insert(inside, 0xE9);
    Bytes::from(out)
}
