//! Fetches the access tokens of services that lend them (OAuth 2, client credentials). The answer is a secret: it is neither archived nor
//! logged, and what is said about a broken one holds none of it.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Url;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use serde::Deserialize;
use tokio::time::{Instant, sleep, timeout};

use super::policy::{Credential, Secret};
use super::transport::reason;
use crate::{AccessToken, Budget, Error, Tokens, Upstream};

/// A token is used no longer when so much of its life is left: a call that is under way must still be answered.
const SPARE: Duration = Duration::from_secs(5 * 60);
/// How often those who wait for somebody else's new token look for it.
const LOOK: Duration = Duration::from_millis(100);
/// How long they wait, while one after the other may try.
const PATIENCE: Duration = Duration::from_secs(10);

/// What our credentials are and where they are shown.
#[derive(Clone)]
pub(crate) struct Application {
    pub(crate) url: Url,
    /// The id and the secret; without them there is nothing to show, and this names the settings that are missing.
    pub(crate) keys: Result<(Secret, Secret), &'static str>,
    /// The form, in its own encoding.
    pub(crate) form: &'static str,
    pub(crate) deadline: Duration,
}

/// Lends one upstream's tokens to its calls.
pub(crate) struct Lender {
    client: reqwest::Client,
    upstream: Upstream,
    application: Application,
    tokens: Arc<dyn Tokens>,
    budget: Arc<dyn Budget>,
}

#[derive(Deserialize)]
struct Lent {
    access_token: Option<String>,
    expires_in: Option<u64>,
}

#[derive(Deserialize, Default)]
struct Complaint {
    error: Option<String>,
}

impl Lender {
    pub(crate) fn new(
        client: reqwest::Client,
        upstream: Upstream,
        application: Application,
        tokens: Arc<dyn Tokens>,
        budget: Arc<dyn Budget>,
    ) -> Self {
        Self { client, upstream, application, tokens, budget }
    }

    /// The shared token, or a new one.
    ///
    /// # Errors
    /// [`Error::Unauthorized`] names the setting that is missing, or what the service says about it.
    pub(crate) async fn token(&self) -> Result<AccessToken, Error> {
        let patience = Instant::now() + PATIENCE;
        loop {
            if let Some(token) = self.tokens.find(self.upstream).await? {
                return Ok(token);
            }
            let keys = self.application.keys.as_ref();
            let (id, secret) = keys.map_err(|setting| Error::Unauthorized(format!("{setting} is not set")))?;
            if self.tokens.claim(self.upstream).await? {
                return self.fetch(id, secret).await;
            }
            if Instant::now() > patience {
                return Err(Error::Unavailable("no token came within ten seconds".to_owned()));
            }
            sleep(LOOK).await;
        }
    }

    /// Ends a token that was refused.
    pub(crate) async fn refused(&self, token: &AccessToken) -> Result<(), Error> {
        self.tokens.forget(self.upstream, token).await
    }

    async fn fetch(&self, id: &Secret, secret: &Secret) -> Result<AccessToken, Error> {
        let started = std::time::Instant::now();
        let asked = timeout(self.application.deadline, self.ask(id, secret)).await;
        let asked = asked.unwrap_or_else(|_| Err(Error::Unavailable("no token in time".to_owned())));
        tracing::info!(
            upstream = self.upstream.name(),
            endpoint = "token",
            duration_ms = super::millis(started.elapsed()),
            outcome = asked.as_ref().map_or_else(super::outcome, |_| "ok"),
            "upstream call"
        );
        let (token, lasts) = asked?;
        self.tokens.keep(self.upstream, &token, lasts).await?;
        Ok(token)
    }

    async fn ask(&self, id: &Secret, secret: &Secret) -> Result<(AccessToken, Duration), Error> {
        let silent = |error: reqwest::Error| Error::Unavailable(reason(&error.without_url()));
        let request = self.client.post(self.application.url.clone()).header(ACCEPT, "application/json");
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(self.application.form);
        let answer = request.header(AUTHORIZATION, basic(id, secret)?).send().await.map_err(silent)?;
        let status = answer.status().as_u16();
        let body = answer.bytes().await.map_err(silent)?;
        if status == 429 {
            return Err(Error::RateLimited(Some(self.budget.close_day(self.upstream).await?)));
        }
        judge(status, &body)
    }
}

/// What the service says about our credentials, in the shape of OAuth's errors.
fn judge(status: u16, body: &[u8]) -> Result<(AccessToken, Duration), Error> {
    if status == 200 {
        return read(body);
    }
    let complaint: Complaint = serde_json::from_slice(body).unwrap_or_default();
    // Codes of the standard only, since anything else might repeat what was sent.
    let codes = ["invalid_client", "unauthorized_client", "access_denied", "unsupported_grant_type", "invalid_scope"];
    let code = codes.into_iter().find(|code| complaint.error.as_deref() == Some(code));
    match (status, code) {
        (400, Some(code @ ("unsupported_grant_type" | "invalid_scope"))) => {
            Err(Error::Malformed { field: format!("token: status {status}: {code}") })
        }
        (400 | 401 | 403, Some(code)) => Err(Error::Unauthorized(format!("token: status {status}: {code}"))),
        (401 | 403, None) => Err(Error::Unauthorized(format!("token: status {status}"))),
        (400, None) => Err(Error::Malformed { field: "token: status 400".to_owned() }),
        _ => Err(Error::Unavailable(format!("token: status {status}"))),
    }
}

fn read(body: &[u8]) -> Result<(AccessToken, Duration), Error> {
    let broken = |what: &str| Error::Malformed { field: format!("token.{what}") };
    let lent: Lent =
        serde_json::from_slice(body).map_err(|_| Error::Unavailable("token: a body that is not one".to_owned()))?;
    let token = lent.access_token.filter(|token| !token.trim().is_empty()).ok_or_else(|| broken("access_token"))?;
    let life = Duration::from_secs(lent.expires_in.ok_or_else(|| broken("expires_in"))?);
    Ok((AccessToken::new(token), life.saturating_sub(SPARE).max(life / 2)))
}

fn basic(id: &Secret, secret: &Secret) -> Result<HeaderValue, Error> {
    let pair = STANDARD.encode(format!("{}:{}", id.reveal(), secret.reveal()));
    sensitive(&format!("Basic {pair}"))
}

/// What a call shows: the token as its secret, so that it is blotted out of whatever repeats it.
pub(crate) fn bearer(token: &AccessToken) -> Result<Credential, Error> {
    let value = sensitive(&format!("Bearer {}", token.reveal()))?;
    Ok(Credential::Header { value, secret: Secret::new(token.reveal()) })
}

fn sensitive(text: &str) -> Result<HeaderValue, Error> {
    let mut value =
        HeaderValue::from_str(text).map_err(|_| Error::Malformed { field: "token: not a header's text".to_owned() })?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_used_for_five_minutes_less_than_it_lives() {
        let body = |seconds| format!(r#"{{"access_token":"a/b==","expires_in":{seconds},"token_type":"Application"}}"#);
        let lasts = |seconds| read(body(seconds).as_bytes()).map(|(_, lasts)| lasts.as_secs());
        assert_eq!(lasts(7200), Ok(6900));
        assert_eq!(lasts(400), Ok(200));
        assert_eq!(lasts(0), Ok(0));
    }

    #[test]
    fn refusals_name_their_code_and_nothing_that_was_sent() {
        let said = |status, body: &str| judge(status, body.as_bytes()).map(|_| ()).unwrap_err();
        let client = r#"{"error":"invalid_client","error_description":"client authentication failed for id-1"}"#;
        assert_eq!(said(401, client), Error::Unauthorized("token: status 401: invalid_client".to_owned()));
        let grant = r#"{"error":"unsupported_grant_type","error_description":"grant type in request"}"#;
        assert_eq!(
            said(400, grant),
            Error::Malformed { field: "token: status 400: unsupported_grant_type".to_owned() }
        );
        assert_eq!(said(200, "{}"), Error::Malformed { field: "token.access_token".to_owned() });
        assert!(matches!(said(200, "<html>"), Error::Unavailable(_)));
        assert!(matches!(said(503, "<html>"), Error::Unavailable(_)));
        assert!(matches!(said(401, r#"{"error":"id-1"}"#), Error::Unauthorized(why) if !why.contains("id-1")));
    }
}
