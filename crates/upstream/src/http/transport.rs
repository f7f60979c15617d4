//! Sends one request and reads its whole answer, or as much of it as there is.

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use reqwest::Url;
use reqwest::header::{HeaderMap, SET_COOKIE};
use tokio::time::{Instant, timeout_at};

use super::policy::{Credential, Policy, Secret};
use crate::outside::{Failure, Outside};
use crate::{Error, Exchange};

const CONNECT: Duration = Duration::from_secs(3);

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

/// The way to a vendor.
pub(crate) enum Line {
    /// Its own host; redirects are not followed, because they would carry keys elsewhere.
    Straight(reqwest::Client),
    /// Through redirects to hosts that the vendor names; nothing secret is sent.
    Outside(Outside),
}

/// What is sent.
#[derive(Clone, Copy)]
pub(crate) struct Sent<'a> {
    pub(crate) endpoint: &'a str,
    pub(crate) fingerprint: &'a str,
    pub(crate) url: &'a Url,
    pub(crate) headers: &'a [(&'static str, String)],
    pub(crate) credential: &'a Credential,
}

/// Why there is no answer at all.
pub(crate) struct Silence {
    /// An address on the way is not called: asking again does not help.
    pub(crate) refused: bool,
    /// The connection was closed before a byte of the answer came: the request may be sent once more.
    pub(crate) reset: bool,
    pub(crate) why: String,
}

/// Sends the request; what comes back is an exchange as soon as there is a status, even if its body is cut.
pub(crate) async fn send(line: &Line, policy: &Policy, sent: Sent<'_>) -> Result<Exchange, Silence> {
    let deadline = Instant::now() + policy.deadline;
    let secret = sent.credential.secret();
    let (status, headers, body, complete) = match line {
        Line::Straight(client) => {
            let response = straight(client, policy, sent, deadline).await?;
            let (status, headers) = (response.status().as_u16(), headers(response.headers(), secret));
            let (body, complete) = body(response, policy.most_bytes, deadline).await;
            (status, headers, body, complete)
        }
        Line::Outside(outside) => followed(outside, policy, sent.url, deadline).await?,
    };
    Ok(Exchange {
        upstream: policy.upstream,
        endpoint: sent.endpoint.to_owned(),
        fingerprint: sent.fingerprint.to_owned(),
        url: shown(sent.url, sent.headers),
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

/// The URL, with the headers that are a part of the question in its fragment, which is never sent.
fn shown(url: &Url, headers: &[(&'static str, String)]) -> String {
    let mut url = url.clone();
    if !headers.is_empty() {
        let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        url.set_fragment(Some(&lines.join("&")));
    }
    url.to_string()
}

type Parts = (u16, Vec<(String, String)>, Vec<u8>, bool);

/// The answer behind redirects; nothing secret is sent there.
async fn followed(outside: &Outside, policy: &Policy, url: &Url, deadline: Instant) -> Result<Parts, Silence> {
    let answer = outside.get(url, policy.accept, policy.most_bytes, deadline).await;
    let answer = answer.map_err(|failure| match failure {
        Failure::Refused(why) => Silence { refused: true, reset: false, why },
        Failure::Silent { reset, why } => Silence { refused: false, reset, why },
    })?;
    if answer.too_large {
        let why = format!("the answer is larger than {} MB", policy.most_bytes / 1024 / 1024);
        return Err(Silence { refused: true, reset: false, why });
    }
    let mut headers = headers(&answer.headers, None);
    // Where the redirects ended, under HTTP's own name for it.
    headers.push(("content-location".to_owned(), answer.url.to_string()));
    Ok((answer.status, headers, answer.body, answer.complete))
}

async fn straight(
    client: &reqwest::Client,
    policy: &Policy,
    sent: Sent<'_>,
    deadline: Instant,
) -> Result<reqwest::Response, Silence> {
    let silence = |reset, why| Silence { refused: false, reset, why };
    let sent = timeout_at(deadline, policy.request(client, sent).send()).await;
    let sent = sent.map_err(|_| silence(false, format!("no answer within {} ms", policy.deadline.as_millis())))?;
    sent.map_err(|error| silence(is_reset(&error), reason(&error.without_url())))
}

/// The body and whether it came to its end before the deadline and within the size limit.
async fn body(mut response: reqwest::Response, limit: usize, deadline: Instant) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    loop {
        match timeout_at(deadline, response.chunk()).await {
            Ok(Ok(Some(chunk))) if body.len() + chunk.len() <= limit => body.extend_from_slice(&chunk),
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
pub(crate) fn is_reset(error: &reqwest::Error) -> bool {
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
pub(crate) fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

/// Whether an error of this type stands behind it.
pub(crate) fn caused_by<E: std::error::Error + 'static>(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(source) = cause {
        if source.is::<E>() {
            return true;
        }
        cause = source.source();
    }
    false
}
