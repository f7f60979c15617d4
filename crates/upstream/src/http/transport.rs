//! Sends one request and reads its whole answer, or as much of it as there is.

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use reqwest::Url;
use reqwest::header::{HeaderMap, SET_COOKIE};
use tokio::time::{Instant, timeout_at};

use super::policy::{Policy, Secret};
use crate::{Error, Exchange};

const CONNECT: Duration = Duration::from_secs(3);
/// No answer of the three is near it (the largest recorded one has 0.8 MB).
const MAX_BODY: usize = 16 * 1024 * 1024;

/// The one place that builds an HTTP client. Redirects are not followed: they would carry keys elsewhere.
pub(crate) fn client(user_agent: &str) -> Result<reqwest::Client, Error> {
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::trace!("a TLS provider is already installed");
    }
    reqwest::Client::builder()
        .user_agent(user_agent)
        .connect_timeout(CONNECT)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| Error::Malformed { field: format!("settings.user_agent: {}", error.without_url()) })
}

/// Why there is no answer at all.
pub(crate) struct Silence {
    /// The connection was closed before a byte of the answer came: the request may be sent once more.
    pub(crate) reset: bool,
    pub(crate) why: String,
}

/// Sends the request; what comes back is an exchange as soon as there is a status, even if its body is cut.
pub(crate) async fn send(
    client: &reqwest::Client,
    policy: &Policy,
    endpoint: &str,
    fingerprint: &str,
    url: &Url,
) -> Result<Exchange, Silence> {
    let deadline = Instant::now() + policy.deadline;
    let late = || Silence { reset: false, why: format!("no answer within {} ms", policy.deadline.as_millis()) };
    let sent = timeout_at(deadline, policy.request(client, url).send()).await.map_err(|_| late())?;
    let response = sent.map_err(|error| Silence { reset: is_reset(&error), why: reason(&error.without_url()) })?;
    let secret = policy.credential.secret();
    let status = response.status().as_u16();
    let headers = headers(response.headers(), secret);
    let (body, complete) = body(response, deadline).await;
    Ok(Exchange {
        upstream: policy.upstream,
        endpoint: endpoint.to_owned(),
        fingerprint: fingerprint.to_owned(),
        url: url.to_string(),
        // Evidence, never a decision: what is fresh is decided by the archive's clock.
        fetched_at: SystemTime::now().into(),
        status,
        headers,
        complete,
        body: match secret {
            Some(secret) => secret.blot_bytes(body),
            None => body,
        },
    })
}

/// The body and whether it came to its end before the deadline and within the size limit.
async fn body(mut response: reqwest::Response, deadline: Instant) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    loop {
        match timeout_at(deadline, response.chunk()).await {
            Ok(Ok(Some(chunk))) if body.len() + chunk.len() <= MAX_BODY => body.extend_from_slice(&chunk),
            Ok(Ok(None)) => return (body, true),
            Ok(Ok(Some(_)) | Err(_)) | Err(_) => return (body, false),
        }
    }
}

fn headers(headers: &HeaderMap, secret: Option<&Secret>) -> Vec<(String, String)> {
    let kept = headers.iter().filter(|(name, _)| *name != SET_COOKIE);
    kept.map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), secret.map_or_else(|| value.to_string(), |secret| secret.blot(&value).into_owned()))
    })
    .collect()
}

/// Whether the peer hung up on a connection before answering. hyper says so in words only when it saw the end of the stream.
fn is_reset(error: &reqwest::Error) -> bool {
    use std::io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    let mut cause = error.source();
    while let Some(source) = cause {
        let io = source.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let closed = source.to_string() == "connection closed before message completed";
        if closed || matches!(io, Some(BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)) {
            return true;
        }
        cause = source.source();
    }
    false
}

/// The innermost cause; the outer ones say only that sending failed.
fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
