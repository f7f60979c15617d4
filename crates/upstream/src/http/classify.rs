//! What an answer means, before anything is read from it: one table per vendor, from their documents and from measurement.

use std::time::Duration;

use serde::Deserialize;

use crate::{Error, Exchange, Upstream};

/// The meaning of one whole exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The answer to the question.
    Answer,
    /// There is none, and they are sure.
    NotFound,
    /// Too fast: everyone stops.
    Limited,
    /// They are overloaded by others: come back later, nobody else needs to stop.
    Busy,
    /// Our credentials or agent are refused.
    Unauthorized(String),
    /// No usable answer.
    Unavailable(String),
    /// They say that our request is wrong.
    Refused(String),
}

/// A definite "no" is asked again after a day at the latest: upstreams grow.
const NOT_FOUND_FOR: Duration = Duration::from_secs(24 * 3600);

impl Verdict {
    /// For how long the exchange may be used again; `None` when it settles nothing.
    pub(crate) fn fresh_for(&self, wanted: Duration) -> Option<Duration> {
        match self {
            Self::Answer => Some(wanted),
            Self::NotFound => Some(wanted.min(NOT_FOUND_FOR)),
            _ => None,
        }
    }

    /// The error of everything that is not an answer.
    pub(crate) fn into_result(self) -> Result<(), Error> {
        match self {
            Self::Answer => Ok(()),
            Self::NotFound => Err(Error::NotFound),
            Self::Limited | Self::Busy => Err(Error::RateLimited(None)),
            Self::Unauthorized(why) => Err(Error::Unauthorized(why)),
            Self::Unavailable(why) => Err(Error::Unavailable(why)),
            Self::Refused(why) => Err(Error::Malformed { field: why }),
        }
    }
}

/// The parts of the vendors' error bodies.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Complaint {
    #[serde(deserialize_with = "crate::tolerant::text")]
    error: Option<String>,
    #[serde(deserialize_with = "crate::tolerant::text")]
    message: Option<String>,
    #[serde(deserialize_with = "crate::tolerant::list")]
    errors: Vec<Fault>,
}

/// eBay's errors, in a list.
#[derive(Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
struct Fault {
    #[serde(deserialize_with = "crate::tolerant::text")]
    error_id: Option<String>,
    #[serde(deserialize_with = "crate::tolerant::text")]
    message: Option<String>,
}

/// Judges an exchange.
pub(crate) fn classify(exchange: &Exchange) -> Verdict {
    if !exchange.complete {
        return settled_by_status(exchange).unwrap_or_else(|| Verdict::Unavailable("the body is cut".to_owned()));
    }
    if exchange.upstream == Upstream::Coverartarchive && exchange.status != 200 {
        return coverartarchive(exchange.status);
    }
    match exchange.upstream {
        Upstream::Ecb => return ecb(exchange),
        Upstream::Shops => return shop(exchange),
        _ => {}
    }
    if !is_json(&exchange.body) {
        let why = format!("status {} and a body that is not JSON", exchange.status);
        return settled_by_status(exchange).unwrap_or(Verdict::Unavailable(why));
    }
    let complaint: Complaint = serde_json::from_slice(&exchange.body).unwrap_or_default();
    match exchange.upstream {
        Upstream::Lastfm => lastfm(exchange, &complaint),
        Upstream::Musicbrainz => musicbrainz(exchange, &complaint),
        Upstream::Ebay => ebay(exchange, complaint),
        Upstream::Discogs | Upstream::Coverartarchive | Upstream::Ecb | Upstream::Shops => {
            by_status(exchange, &complaint)
        }
    }
}

/// UTF-8 and JSON to the end. The text is checked first, since a value that is skipped is not checked for its encoding.
fn is_json(body: &[u8]) -> bool {
    std::str::from_utf8(body).is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
}

/// What a status says whatever the body is: 429 comes with an empty body, the edges answer 403 in HTML. A 404 without the vendor's own
/// body is not trusted: it may come from the edge.
fn settled_by_status(exchange: &Exchange) -> Option<Verdict> {
    match exchange.status {
        429 if exchange.upstream == Upstream::Shops => Some(Verdict::Busy),
        429 => Some(Verdict::Limited),
        401 | 403 => Some(Verdict::Unauthorized(format!("status {}", exchange.status))),
        _ => None,
    }
}

/// Last.fm's code decides before the status: the same one comes with 200, 400, 403 or 404.
fn lastfm(exchange: &Exchange, complaint: &Complaint) -> Verdict {
    let Some(code) = &complaint.error else {
        return by_status(exchange, complaint);
    };
    let why = format!("error {code}: {}", words(complaint.message.as_deref()));
    match code.parse::<u32>() {
        // 6 also stands for parameters out of bounds; 7, 12, 17, 18 and 20 to 25 for what this artist or listener does not have or
        // does not show: asking again does not help, and nothing is wrong with the key.
        Ok(6 | 7 | 12 | 17 | 18 | 20..=25) => Verdict::NotFound,
        Ok(4 | 9 | 10 | 13 | 14 | 15 | 26) => Verdict::Unauthorized(why),
        Ok(1 | 2 | 3 | 5 | 27 | 28) => Verdict::Refused(why),
        Ok(29) => Verdict::Limited,
        // 8, 11 and 16 are transient; an unknown code is hoped to be.
        _ => Verdict::Unavailable(why),
    }
}

/// MusicBrainz refuses with 503, in two ways: because of us, and because its search is shedding load.
fn musicbrainz(exchange: &Exchange, complaint: &Complaint) -> Verdict {
    if exchange.status != 503 {
        return by_status(exchange, complaint);
    }
    let text = complaint.error.as_deref().or(complaint.message.as_deref()).unwrap_or_default();
    match exchange.header("x-ratelimit-who") {
        Some("search-shed") => Verdict::Busy,
        Some(_) => Verdict::Limited,
        None if text.contains("allowable rate limit") => Verdict::Limited,
        None if text.contains("currently busy") => Verdict::Busy,
        None => Verdict::Unavailable(format!("status 503: {}", words(Some(text)))),
    }
}

/// The Cover Art Archive and the hosts behind it say everything but the index in HTML. Its 503 means overload.
fn coverartarchive(status: u16) -> Verdict {
    match status {
        404 | 410 => Verdict::NotFound,
        429 | 503 => Verdict::Limited,
        401 | 403 => Verdict::Unauthorized(format!("status {status}")),
        400..=499 => Verdict::Refused(format!("status {status}")),
        _ => Verdict::Unavailable(format!("status {status}")),
    }
}

/// eBay's status decides; the first error's number and words say why.
fn ebay(exchange: &Exchange, complaint: Complaint) -> Verdict {
    let first = complaint.errors.into_iter().next().unwrap_or_default();
    let message = first.error_id.map(|id| format!("error {id}: {}", words(first.message.as_deref())));
    by_status(exchange, &Complaint { message, ..Complaint::default() })
}

/// The bank's files are XML; its edge says everything else, and errors, in HTML.
fn ecb(exchange: &Exchange) -> Verdict {
    match by_status(exchange, &Complaint::default()) {
        Verdict::Answer if !crate::ecb::is_whole(&exchange.body) => {
            Verdict::Unavailable(format!("status {} and a body that is not whole XML", exchange.status))
        }
        verdict => verdict,
    }
}

/// A shop's list may be of any kind but a web page: that is what its edge, or its login, says instead. Each shop is slow by itself.
fn shop(exchange: &Exchange) -> Verdict {
    let is_page = exchange.header("content-type").is_some_and(|kind| kind.to_lowercase().contains("html"));
    match by_status(exchange, &Complaint::default()) {
        Verdict::Answer if is_page => Verdict::Unavailable("a web page instead of a list".to_owned()),
        Verdict::Limited => Verdict::Busy,
        Verdict::Unavailable(_) if exchange.status == 503 => Verdict::Busy,
        verdict => verdict,
    }
}

fn by_status(exchange: &Exchange, complaint: &Complaint) -> Verdict {
    let status = exchange.status;
    let said = complaint.error.as_deref().or(complaint.message.as_deref());
    let why = || format!("status {status}: {}", words(said));
    match status {
        200..=299 => Verdict::Answer,
        404 | 410 => Verdict::NotFound,
        429 => Verdict::Limited,
        401 | 403 => Verdict::Unauthorized(why()),
        400 | 405 | 406 | 411..=417 | 422 => Verdict::Refused(why()),
        _ => Verdict::Unavailable(why()),
    }
}

/// The beginning of what they say, on one line.
fn words(text: Option<&str>) -> String {
    text.unwrap_or("no reason given").chars().map(|c| if c.is_control() { ' ' } else { c }).take(120).collect()
}

#[cfg(test)]
mod tests;
