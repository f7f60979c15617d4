//! Pictures, wherever the services keep them. Their bytes are for the caller; what is kept in the archive of a look at one is what was
//! found there, so that the same look needs no call for as long as it is fresh.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use crate::http::{Pacer, retry_after};
use crate::outside::{Answer, Failure, Outside};
use crate::{Archive, Budget, Class, Error, Exchange, Upstream, Vendor};

/// A cover of 1,200 pixels has 0.5 MB; the largest scans of the Cover Art Archive would not be shown better.
pub const MOST_BYTES: usize = 15 * 1024 * 1024;
/// For how long a picture that is not to be had is not asked for again.
const REFUSED_FOR: Duration = Duration::from_secs(24 * 3600);
/// A host that is overloaded and does not say for how long.
const OVERLOADED: Duration = Duration::from_secs(30);
const ACCEPT: &str = "image/jpeg,image/png,image/webp,image/gif";

/// The client of pictures, in the pace of the Cover Art Archive: image hosts publish no limits, so all of them get the gentlest one.
#[derive(Clone)]
pub struct Images {
    outside: Outside,
    pacer: Arc<Pacer>,
    budget: Arc<dyn Budget>,
    archive: Arc<dyn Archive>,
    deadline: Duration,
}

/// What lies behind an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// It was looked at before.
    Known(Finding),
    /// Bytes that claim to be a picture; what they turn out to be is to be told to [`Images::keep`].
    Bytes(Download),
}

/// The result of a look, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// A picture, which the caller has stored.
    Picture {
        /// SHA-256 of its bytes, in hex.
        hash: String,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// Nothing that is shown, and why.
    Refused(String),
}

/// Bytes as they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// The address that was asked for.
    pub url: String,
    /// What the host calls them.
    pub content_type: String,
    /// At most [`MOST_BYTES`].
    pub bytes: Vec<u8>,
}

impl Images {
    pub(crate) fn new(outside: Outside, vendor: &Vendor, budget: Arc<dyn Budget>, archive: Arc<dyn Archive>) -> Self {
        Self { outside, pacer: Arc::new(Pacer::new(vendor.rate)), budget, archive, deadline: vendor.deadline }
    }

    /// Looks at an address that an upstream named.
    ///
    /// # Errors
    /// [`Error::RateLimited`] when it is not the time; [`Error::Unavailable`] when there is no answer. An address that points inside, a
    /// missing picture and one of another kind are findings.
    pub async fn look(&self, address: &str, class: Class) -> Result<Look, Error> {
        let url = match self.outside.read(address) {
            Ok(url) => url,
            Err(failure) => return found(failure),
        };
        if let Some(kept) = self.archive.recall(&Exchange::fingerprint_of(&url)).await?
            && let Ok(finding) = serde_json::from_slice(&kept.body)
        {
            return Ok(Look::Known(finding));
        }
        self.pacer.slot(&*self.budget, Upstream::Coverartarchive, class).await?;
        let answer = match self.outside.get(&url, ACCEPT, MOST_BYTES, Instant::now() + self.deadline).await {
            Ok(answer) => answer,
            Err(failure) => return found(failure),
        };
        let finding = match self.judge(&answer).await? {
            None => {
                let content_type = content_type(&answer.headers);
                return Ok(Look::Bytes(Download { url: url.to_string(), content_type, bytes: answer.body }));
            }
            Some(why) => Finding::Refused(why),
        };
        self.write(url.as_str(), &finding, REFUSED_FOR).await?;
        Ok(Look::Known(finding))
    }

    /// Keeps what a download turned out to be; a picture for as long as the caller says. To be called when it is stored.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it is not safely kept.
    pub async fn keep(&self, download: &Download, finding: &Finding, fresh_for: Duration) -> Result<(), Error> {
        let fresh_for = match finding {
            Finding::Picture { .. } => fresh_for,
            Finding::Refused(_) => fresh_for.min(REFUSED_FOR),
        };
        self.write(&download.url, finding, fresh_for).await
    }

    /// Why an answer is no picture, before its bytes are looked at.
    async fn judge(&self, answer: &Answer) -> Result<Option<String>, Error> {
        let content_type = content_type(&answer.headers);
        match answer.status {
            200 if answer.too_large => Ok(Some(format!("more than {} MB", MOST_BYTES / 1024 / 1024))),
            200 if !ACCEPT.split(',').any(|accepted| accepted == content_type) && content_type != "image/jpg" => {
                Ok(Some(format!("not a picture but {}", shown(&content_type))))
            }
            200 if answer.complete => Ok(None),
            200 => Err(Error::Unavailable("the picture is cut".to_owned())),
            429 | 503 => {
                let asked = answer.headers.get("retry-after").and_then(|value| value.to_str().ok());
                let pause = asked.and_then(|value| retry_after(value, None, SystemTime::now().into()));
                let pause = pause.unwrap_or(OVERLOADED);
                self.budget.pause(Upstream::Coverartarchive, pause).await?;
                Err(Error::RateLimited(Some(pause)))
            }
            500.. => Err(Error::Unavailable(format!("status {} instead of a picture", answer.status))),
            status => Ok(Some(format!("status {status} instead of a picture"))),
        }
    }

    async fn write(&self, url: &str, finding: &Finding, fresh_for: Duration) -> Result<(), Error> {
        let parsed =
            reqwest::Url::parse(url).map_err(|error| Error::Malformed { field: format!("address: {error}") })?;
        let failed = |error: serde_json::Error| Error::Unavailable(format!("packing a finding: {error}"));
        let exchange = Exchange {
            upstream: Upstream::Coverartarchive,
            endpoint: "image".to_owned(),
            fingerprint: Exchange::fingerprint_of(&parsed),
            url: url.to_owned(),
            // Evidence, never a decision.
            fetched_at: SystemTime::now().into(),
            // A finding is an answer also where the host refused; its status is in the words.
            status: 200,
            headers: Vec::new(),
            complete: true,
            body: serde_json::to_vec(finding).map_err(failed)?,
        };
        self.archive.keep(&exchange, Some(fresh_for)).await
    }
}

/// An address that is refused is a finding, which needs no archive: it costs nothing to refuse it again.
fn found(failure: Failure) -> Result<Look, Error> {
    match failure {
        Failure::Refused(why) => Ok(Look::Known(Finding::Refused(why))),
        Failure::Silent { why, .. } => Err(Error::Unavailable(why)),
    }
}

/// In lower case, without parameters.
fn content_type(headers: &HeaderMap) -> String {
    let text = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    text.split(';').next().unwrap_or_default().trim().to_lowercase()
}

/// A stranger's words, cut.
fn shown(content_type: &str) -> String {
    if content_type.is_empty() {
        "something without a type".to_owned()
    } else {
        content_type.chars().take(60).collect()
    }
}
