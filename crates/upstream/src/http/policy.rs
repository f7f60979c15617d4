//! The manners of each vendor, as data: address, rate, deadline, credential, what a refusal costs.

use std::time::Duration;

use reqwest::Url;
use reqwest::header::{AUTHORIZATION, HeaderValue};

use super::lender::Application;
use super::transport::Sent;
use crate::{Allowance, Error, Settings, Upstream, Vendor};

/// Where a vendor wants its key.
#[derive(Clone)]
pub(crate) enum Credential {
    None,
    Query { name: &'static str, secret: Secret },
    Header { value: HeaderValue, secret: Secret },
}

impl Credential {
    /// The secret itself, to be blotted out wherever an upstream repeats it.
    pub(crate) fn secret(&self) -> Option<&Secret> {
        match self {
            Self::None => None,
            Self::Query { secret, .. } | Self::Header { secret, .. } => Some(secret),
        }
    }
}

/// A text that must never be shown.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// The text without this secret. One shorter than four characters cannot be told from ordinary text and is left.
    pub(crate) fn blot<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        if self.0.len() < 4 || !text.contains(&self.0) { text.into() } else { text.replace(&self.0, "[secret]").into() }
    }

    /// As [`Secret::blot`], for bytes that may not be text.
    pub(crate) fn blot_bytes(&self, bytes: Vec<u8>) -> Vec<u8> {
        let secret = self.0.as_bytes();
        let found = |bytes: &[u8]| bytes.windows(secret.len()).position(|window| window == secret);
        if secret.len() < 4 || found(&bytes).is_none() {
            return bytes;
        }
        let (mut kept, mut rest) = (Vec::with_capacity(bytes.len()), bytes.as_slice());
        while let Some(at) = found(rest) {
            kept.extend_from_slice(&rest[..at]);
            kept.extend_from_slice(b"[secret]");
            rest = &rest[at + secret.len()..];
        }
        kept.extend_from_slice(rest);
        kept
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[secret]")
    }
}

/// One vendor's manners.
#[derive(Clone)]
pub(crate) struct Policy {
    pub(crate) upstream: Upstream,
    pub(crate) base: Url,
    pub(crate) allowance: Allowance,
    pub(crate) deadline: Duration,
    pub(crate) accept: &'static str,
    pub(crate) credential: Credential,
    /// Of a body; what is larger is cut.
    pub(crate) most_bytes: usize,
}

/// No answer of the vendors is near it (the largest recorded one has 0.8 MB).
const MOST_BYTES: usize = 16 * 1024 * 1024;

impl Policy {
    pub(crate) fn lastfm(settings: &Settings) -> Result<Self, Error> {
        let credential = match key(settings.lastfm_key.as_deref()) {
            Some(secret) => Credential::Query { name: "api_key", secret },
            None => Credential::None,
        };
        Self::new(Upstream::Lastfm, &settings.lastfm, "application/json", credential)
    }

    pub(crate) fn musicbrainz(settings: &Settings) -> Result<Self, Error> {
        Self::new(Upstream::Musicbrainz, &settings.musicbrainz, "application/json", Credential::None)
    }

    pub(crate) fn discogs(settings: &Settings) -> Result<Self, Error> {
        let credential = match key(settings.discogs_token.as_deref()) {
            Some(secret) => {
                let unusable = |_| Error::Malformed { field: "settings.discogs_token".to_owned() };
                let mut value = HeaderValue::from_str(&format!("Discogs token={}", secret.0)).map_err(unusable)?;
                value.set_sensitive(true);
                Credential::Header { value, secret }
            }
            None => Credential::None,
        };
        Self::new(Upstream::Discogs, &settings.discogs, "application/vnd.discogs.v2.discogs+json", credential)
    }

    pub(crate) fn coverartarchive(settings: &Settings) -> Result<Self, Error> {
        Self::new(Upstream::Coverartarchive, &settings.coverartarchive, "application/json", Credential::None)
    }

    pub(crate) fn ecb(settings: &Settings) -> Result<Self, Error> {
        Self::new(Upstream::Ecb, &settings.ecb, "application/xml, text/xml", Credential::None)
    }

    /// Without a credential of its own: each call gets a token.
    pub(crate) fn ebay(settings: &Settings) -> Result<Self, Error> {
        let policy = Self::new(Upstream::Ebay, &settings.ebay, "application/json", Credential::None)?;
        let allowance = Allowance { per_day: settings.ebay_calls_per_day, ..policy.allowance };
        Ok(Self { allowance, ..policy })
    }

    /// Where eBay lends tokens, and to whom.
    pub(crate) fn ebay_application(settings: &Settings) -> Result<Application, Error> {
        let policy = Self::ebay(settings)?;
        let named = |text: &Option<String>, setting| key(text.as_deref()).ok_or(setting);
        let keys = named(&settings.ebay_client_id, "EBAY_CLIENT_ID")
            .and_then(|id| named(&settings.ebay_client_secret, "EBAY_CLIENT_SECRET").map(|secret| (id, secret)));
        Ok(Application {
            url: policy.url("identity/v1/oauth2/token", &[])?,
            keys,
            form: "grant_type=client_credentials&scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope",
            deadline: policy.deadline,
        })
    }

    /// Shops are called by whole addresses; nothing lies below the base.
    pub(crate) fn shops(settings: &Settings) -> Result<Self, Error> {
        let accept = "text/csv, application/json, text/plain;q=0.8, */*;q=0.1";
        let policy = Self::new(Upstream::Shops, &settings.shops, accept, Credential::None)?;
        Ok(Self { most_bytes: crate::shopfeed::MOST_BYTES, ..policy })
    }

    fn new(upstream: Upstream, vendor: &Vendor, accept: &'static str, credential: Credential) -> Result<Self, Error> {
        let slash = if vendor.url.ends_with('/') { "" } else { "/" };
        let base =
            Url::parse(&format!("{}{slash}", vendor.url)).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let base = base.ok_or_else(|| Error::Malformed { field: format!("settings.{upstream}.url") })?;
        let (allowance, deadline) = (vendor.rate.into(), vendor.deadline);
        Ok(Self { upstream, base, allowance, deadline, accept, credential, most_bytes: MOST_BYTES })
    }

    /// The URL of a request without its secret.
    pub(crate) fn url(&self, path: &str, query: &[(&str, String)]) -> Result<Url, Error> {
        let joined =
            self.base.join(path).map_err(|error| Error::Malformed { field: format!("path '{path}': {error}") })?;
        let mut url = joined;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query.iter().map(|(name, value)| (*name, value.as_str())));
        }
        Ok(url)
    }

    /// The request for a URL, with its headers and its secret.
    pub(crate) fn request(&self, client: &reqwest::Client, sent: Sent<'_>) -> reqwest::RequestBuilder {
        let request = client.get(sent.url.clone()).header(reqwest::header::ACCEPT, self.accept);
        let request = sent.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        match sent.credential {
            Credential::None => request,
            Credential::Query { name, secret } => request.query(&[(name, secret.reveal())]),
            Credential::Header { value, .. } => request.header(AUTHORIZATION, value.clone()),
        }
    }

    /// How long to stop after a refusal that does not say so, when it is the `refusals`th in a row: Discogs' window is clean after a whole
    /// window without calls; the others want 1 s, 2 s, 4 s, 8 s and a minute after that.
    pub(crate) fn pause(&self, refusals: u32) -> Duration {
        let minute = Duration::from_secs(60);
        match self.upstream {
            Upstream::Discogs => self.allowance.rate.per.min(minute),
            _ if refusals > 4 => minute,
            _ => Duration::from_secs(1 << refusals.saturating_sub(1)),
        }
    }
}

fn key(text: Option<&str>) -> Option<Secret> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(|text| Secret(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: &str = "s3cret-marked-key";

    fn settings() -> Settings {
        Settings {
            lastfm_key: Some(MARKED.to_owned()),
            discogs_token: Some(format!(" {MARKED}\n")),
            ..Settings::default()
        }
    }

    #[test]
    fn a_secret_is_sent_and_nowhere_else() {
        let client = crate::http::client("test/1").unwrap();
        for policy in [Policy::lastfm(&settings()).unwrap(), Policy::discogs(&settings()).unwrap()] {
            let url = policy.url("x", &[("artist", "AC/DC + friends".to_owned())]).unwrap();
            assert!(!url.as_str().contains(MARKED));
            assert!(url.as_str().ends_with("x?artist=AC%2FDC+%2B+friends"), "{url}");
            let (url, credential) = (&url, &policy.credential);
            let sent = Sent { endpoint: "x", fingerprint: "", url, headers: &[], credential };
            let sent = policy.request(&client, sent).build().unwrap();
            let header = sent.headers().get(AUTHORIZATION).map(|value| value.to_str().unwrap());
            assert!(sent.url().as_str().contains(MARKED) || header == Some("Discogs token=s3cret-marked-key"));
            assert!(!format!("{:?} {:?}", sent.headers(), policy.credential.secret()).contains(MARKED));
        }
        assert!(!format!("{:?}", settings()).contains(MARKED));
    }

    #[test]
    fn a_secret_that_is_repeated_is_blotted_out() {
        let secret = key(Some(MARKED)).unwrap();
        assert_eq!(secret.blot("api_key=s3cret-marked-key&x"), "api_key=[secret]&x");
        assert_eq!(secret.blot_bytes(b"\xffs3cret-marked-keys3cret-marked-key".to_vec()), b"\xff[secret][secret]");
        assert_eq!(secret.blot_bytes(b"ordinary".to_vec()), b"ordinary");
    }

    #[test]
    fn settings_that_cannot_be_used_are_named() {
        let bad = |change: fn(&mut Settings)| {
            let mut settings = settings();
            change(&mut settings);
            Policy::lastfm(&settings).and(Policy::discogs(&settings)).err()
        };
        let named = |field: &str| Some(Error::Malformed { field: field.to_owned() });
        assert_eq!(bad(|settings| settings.lastfm.url = "nonsense".to_owned()), named("settings.lastfm.url"));
        assert_eq!(bad(|settings| settings.discogs.url = "file:///etc".to_owned()), named("settings.discogs.url"));
        assert_eq!(bad(|settings| settings.discogs_token = Some("a\nb".to_owned())), named("settings.discogs_token"));
        assert_eq!(bad(|settings| settings.discogs_token = Some(String::new())), None);
    }

    #[test]
    fn refusals_in_a_row_stop_for_longer() {
        let lastfm = Policy::lastfm(&settings()).unwrap();
        let pauses: Vec<u64> = (1..=6).map(|refusals| lastfm.pause(refusals).as_secs()).collect();
        assert_eq!(pauses, [1, 2, 4, 8, 60, 60]);
        assert_eq!(Policy::discogs(&settings()).unwrap().pause(1), Duration::from_secs(60));
    }
}
