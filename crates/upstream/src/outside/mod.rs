//! Calls to addresses that somebody else wrote: pictures, and redirects to them. They may point inside, so a URL is checked before each
//! hop, a name is resolved to public addresses only, and the connection goes to one of those.

mod address;
mod resolve;
mod url;

use std::time::Duration;

use reqwest::header::{ACCEPT, CONTENT_LENGTH, HeaderMap, LOCATION};
use reqwest::{Client, Response, Url};
use tokio::time::{Instant, timeout_at};

use crate::Error;
pub(crate) use resolve::PublicOnly;
use url::Exempt;

/// The Cover Art Archive needs two to its index and three to a picture.
const MOST_HOPS: usize = 5;
const CONNECT: Duration = Duration::from_secs(3);

/// Why an address is not called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused(pub(crate) String);

/// How it ended without a whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The address, or what it led to, is not called; asking again does not help.
    Refused(String),
    /// No answer this time.
    Silent {
        /// The connection was closed before a byte of the answer came.
        reset: bool,
        /// Why.
        why: String,
    },
}

/// The answer behind all redirects.
pub(crate) struct Answer {
    /// Where it came from.
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// As received, or its beginning.
    pub(crate) body: Vec<u8>,
    /// Whether the body was read to its end, within the limit.
    pub(crate) complete: bool,
    /// Whether the limit ended it.
    pub(crate) too_large: bool,
}

/// A client that follows strangers' addresses.
#[derive(Clone)]
pub(crate) struct Outside {
    /// Resolves to public addresses only.
    guarded: Client,
    /// For the origins that were named.
    plain: Client,
    exempt: Exempt,
}

impl Outside {
    /// With the origins that may be called although they are local.
    ///
    /// # Errors
    /// [`Error::Malformed`] names the setting that cannot be used.
    pub(crate) fn new(user_agent: &str, origins: &[String], resolver: PublicOnly) -> Result<Self, Error> {
        let named = |origin: String| Error::Malformed { field: format!("settings.image_origins: {origin}") };
        let exempt = Exempt::read(origins).map_err(named)?;
        // A proxy of the environment would resolve the name once more, and its way.
        let builder = || {
            Client::builder()
                .user_agent(user_agent)
                .connect_timeout(CONNECT)
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
        };
        let unusable =
            |error: reqwest::Error| Error::Malformed { field: format!("settings.user_agent: {}", error.without_url()) };
        let guarded = builder().https_only(true).dns_resolver(resolver).build().map_err(unusable)?;
        Ok(Self { guarded, plain: builder().build().map_err(unusable)?, exempt })
    }

    /// The address as it may be called.
    pub(crate) fn read(&self, text: &str) -> Result<Url, Failure> {
        url::read(text, &self.exempt).map_err(|Refused(why)| Failure::Refused(why))
    }

    /// Gets what is behind an address, through redirects, each of which is checked as the first was. Reads `limit` bytes at most.
    pub(crate) async fn get(
        &self,
        url: &Url,
        accept: &'static str,
        limit: usize,
        deadline: Instant,
    ) -> Result<Answer, Failure> {
        let mut url = url.clone();
        for _ in 0..=MOST_HOPS {
            url = url::allowed(url, &self.exempt).map_err(|Refused(why)| Failure::Refused(why))?;
            let client = if self.exempt.has(&url) { &self.plain } else { &self.guarded };
            let sent = client.get(url.clone()).header(ACCEPT, accept).send();
            let late = || Failure::Silent { reset: false, why: "no answer in time".to_owned() };
            let response = timeout_at(deadline, sent).await.map_err(|_| late())?.map_err(failure)?;
            match next(&url, &response)? {
                Some(hop) => url = hop,
                None => return Ok(whole(url, response, limit, deadline).await),
            }
        }
        Err(Failure::Refused(format!("more than {MOST_HOPS} redirects")))
    }
}

/// Where a redirect leads.
fn next(url: &Url, response: &Response) -> Result<Option<Url>, Failure> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let hop = location.and_then(|location| url.join(location).ok());
    hop.map(Some).ok_or_else(|| Failure::Refused("a redirect to nowhere".to_owned()))
}

async fn whole(url: Url, mut response: Response, limit: usize, deadline: Instant) -> Answer {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let said = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let mut answer = Answer { url, status, headers, body: Vec::new(), complete: false, too_large: said > Some(limit) };
    while !answer.too_large {
        match timeout_at(deadline, response.chunk()).await {
            Ok(Ok(Some(chunk))) if answer.body.len() + chunk.len() <= limit => answer.body.extend_from_slice(&chunk),
            Ok(Ok(Some(_))) => answer.too_large = true,
            Ok(Ok(None)) => {
                answer.complete = true;
                break;
            }
            Ok(Err(_)) | Err(_) => break,
        }
    }
    answer
}

fn failure(error: reqwest::Error) -> Failure {
    let error = error.without_url();
    if crate::http::caused_by::<resolve::NotPublic>(&error) {
        return Failure::Refused(resolve::NotPublic.to_string());
    }
    Failure::Silent { reset: crate::http::is_reset(&error), why: crate::http::reason(&error) }
}

#[cfg(test)]
mod tests;
