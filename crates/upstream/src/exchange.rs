//! One request and its whole answer, as it is kept.

use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::http::classify;
use crate::{Error, Upstream};

/// What was asked and what came back, without secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Who answered.
    pub upstream: Upstream,
    /// The vendor's name of what was asked: `artist.getInfo`, `browse_release-group`, `master_versions`, ….
    pub endpoint: String,
    /// Identity of the request: see [`Exchange::fingerprint_of`].
    pub fingerprint: String,
    /// The request's URL without secrets. Headers that are a part of the question stand in its fragment, `name:value` with `&` between.
    pub url: String,
    /// When the answer had been read.
    pub fetched_at: DateTime<Utc>,
    /// HTTP status.
    pub status: u16,
    /// The answer's headers, names in lower case, cookies left out.
    pub headers: Vec<(String, String)>,
    /// Whether the body was read to its end.
    pub complete: bool,
    /// The body as received (decompressed), or its beginning.
    pub body: Vec<u8>,
}

/// The form in the archive: text where the body is text, so that a person can read it.
#[derive(Serialize, Deserialize)]
struct Kept {
    upstream: Upstream,
    endpoint: String,
    fingerprint: String,
    url: String,
    fetched_at: DateTime<Utc>,
    status: u16,
    headers: Vec<(String, String)>,
    complete: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body_base64: Option<String>,
}

/// Nothing that was kept is larger: the reader refuses to unpack more.
pub(crate) const MAX_UNPACKED: u64 = 128 * 1024 * 1024;

impl Exchange {
    /// SHA-256 in hex of the method and the URL with its query sorted, so that the order of parameters does not matter. The URL given
    /// must not hold secrets: the same question asked with another key is the same question.
    pub fn fingerprint_of(url: &reqwest::Url) -> String {
        Self::fingerprint_with(url, &[])
    }

    /// The same for a request whose answer depends on headers as well.
    pub(crate) fn fingerprint_with(url: &reqwest::Url, headers: &[(&'static str, String)]) -> String {
        let mut canonical = url.clone();
        let mut query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        query.sort();
        canonical.set_fragment(None);
        canonical.set_query(None);
        if !query.is_empty() {
            canonical.query_pairs_mut().extend_pairs(query);
        }
        let lines: String = headers.iter().map(|(name, value)| format!("\n{name}: {value}")).collect();
        let digest = Sha256::digest(format!("GET {canonical}{lines}"));
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Where it is kept: `raw/<service>/<endpoint>/<yyyy-mm-dd>/<fingerprint>.json.zst`.
    pub fn key(&self) -> String {
        let day = self.fetched_at.format("%Y-%m-%d");
        format!("raw/{}/{}/{day}/{}.json.zst", self.upstream, self.endpoint, self.fingerprint)
    }

    /// Whether it answers its question, be it with "there is none"; everything else is evidence of a failure.
    pub fn settles(&self) -> bool {
        classify(self).fresh_for(std::time::Duration::ZERO).is_some()
    }

    /// The first header of this name (lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Packs it: zstd-compressed JSON.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be compressed (out of memory).
    pub fn encode(&self) -> Result<Vec<u8>, Error> {
        zstd::encode_all(self.to_json()?.as_slice(), 3).map_err(|error| uncompressed(&error))
    }

    /// One line of JSON.
    pub(crate) fn to_json(&self) -> Result<Vec<u8>, Error> {
        let text = std::str::from_utf8(&self.body).ok();
        let kept = Kept {
            upstream: self.upstream,
            endpoint: self.endpoint.clone(),
            fingerprint: self.fingerprint.clone(),
            url: self.url.clone(),
            fetched_at: self.fetched_at,
            status: self.status,
            headers: self.headers.clone(),
            complete: self.complete,
            body: text.map(str::to_owned),
            body_base64: text.is_none().then(|| STANDARD.encode(&self.body)),
        };
        serde_json::to_vec(&kept).map_err(|error| uncompressed(&error))
    }

    /// Unpacks what [`Exchange::encode`] made.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is something else, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        let mut json = Vec::new();
        let unpacker = zstd::Decoder::new(bytes).map_err(|error| damaged(&error))?;
        unpacker.take(MAX_UNPACKED).read_to_end(&mut json).map_err(|error| damaged(&error))?;
        Self::from_json(&json)
    }

    /// Reads what [`Exchange::to_json`] wrote.
    pub(crate) fn from_json(json: &[u8]) -> Result<Self, Error> {
        let kept: Kept = serde_json::from_slice(json).map_err(|error| damaged(&error))?;
        let body = match (kept.body, kept.body_base64) {
            (Some(text), _) => text.into_bytes(),
            (None, Some(coded)) => STANDARD.decode(coded).map_err(|error| damaged(&error))?,
            (None, None) => return Err(damaged(&"no body")),
        };
        Ok(Self {
            upstream: kept.upstream,
            endpoint: kept.endpoint,
            fingerprint: kept.fingerprint,
            url: kept.url,
            fetched_at: kept.fetched_at,
            status: kept.status,
            headers: kept.headers,
            complete: kept.complete,
            body,
        })
    }
}

fn uncompressed(error: &dyn std::fmt::Display) -> Error {
    Error::Unavailable(format!("packing an exchange: {error}"))
}

fn damaged(what: &dyn std::fmt::Display) -> Error {
    Error::Malformed { field: format!("archived exchange: {what}") }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A whole answer, for the tests of translations.
    pub(crate) fn answer(upstream: Upstream, status: u16, body: &str) -> Exchange {
        Exchange { upstream, status, ..exchange(body.as_bytes()) }
    }

    fn exchange(body: &[u8]) -> Exchange {
        Exchange {
            upstream: Upstream::Discogs,
            endpoint: "master_versions".to_owned(),
            fingerprint: "ab12".to_owned(),
            url: "https://api.discogs.com/masters/1/versions?page=1".to_owned(),
            fetched_at: "2026-11-21T23:59:59Z".parse().unwrap(),
            status: 200,
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            complete: true,
            body: body.to_vec(),
        }
    }

    #[test]
    fn it_comes_back_as_it_was_kept() {
        for body in [&b"{\"id\":1}"[..], "caf\u{e9}".as_bytes(), b"", b"\xff\xfe\x00not text"] {
            let kept = exchange(body);
            assert_eq!(Exchange::decode(&kept.encode().unwrap()).unwrap(), kept);
        }
    }

    #[test]
    fn what_is_damaged_is_named() {
        let whole = exchange(b"{}").encode().unwrap();
        for bytes in [&b"not zstd"[..], &whole[..whole.len() - 4], &zstd::encode_all(&b"{}"[..], 3).unwrap()] {
            assert!(matches!(Exchange::decode(bytes), Err(Error::Malformed { .. })));
        }
    }

    #[test]
    fn the_key_is_service_endpoint_day_and_fingerprint() {
        assert_eq!(exchange(b"").key(), "raw/discogs/master_versions/2026-11-21/ab12.json.zst");
    }

    #[test]
    fn the_fingerprint_ignores_the_order_of_parameters_and_nothing_else() {
        let of = |url: &str| Exchange::fingerprint_of(&url.parse().unwrap());
        assert_eq!(of("https://a.example/x?b=2&a=1"), of("https://a.example/x?a=1&b=2"));
        assert_eq!(of("https://a.example/x?a=1%2B1"), of("https://a.example/x?a=1%2b1#part"));
        for other in [
            "http://a.example/x?a=1&b=2",
            "https://a.example/y?a=1&b=2",
            "https://a.example/x?a=1",
            "https://a.example/x?a=2&b=1",
        ] {
            assert_ne!(of("https://a.example/x?a=1&b=2"), of(other), "{other}");
        }
        assert_eq!(of("https://a.example/").len(), 64);
    }
}
