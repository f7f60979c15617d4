//! Tokens for applications: lent for two hours to whoever shows an id and a secret. Those that begin with `invalid` are refused.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::State as Shared;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use serde_json::json;

use crate::state::State;
use crate::{dice, reply};

const LIFE: Duration = Duration::from_secs(7200);

/// The tokens that were lent.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    lent: HashMap<String, Instant>,
    count: u64,
}

impl Tokens {
    /// A new one; the others stay good.
    fn lend(&mut self) -> String {
        self.count += 1;
        // As long as a real one.
        let token = format!("v^1.1#i^1#{}", dice::letters("token", &self.count.to_string(), 1_900));
        self.lent.insert(token.clone(), Instant::now() + LIFE);
        token
    }

    pub(crate) fn is_good(&self, token: &str) -> bool {
        self.lent.get(token).is_some_and(|ends| *ends > Instant::now())
    }

    /// Ends all of them.
    pub(crate) fn expire(&mut self) {
        self.lent.clear();
    }
}

pub(super) async fn token(Shared(state): Shared<Arc<State>>, headers: HeaderMap, body: String) -> Response {
    let refused =
        |status, code: &str, why: &str| reply::json(status, &json!({"error": code, "error_description": why}));
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pair = shown.strip_prefix("Basic ").and_then(decoded).unwrap_or_default();
    let known = pair.split_once(':').is_some_and(|(id, secret)| !id.is_empty() && !secret.is_empty());
    if !known || pair.starts_with("invalid") {
        return refused(401, "invalid_client", "client authentication failed");
    }
    let has = |pair: &str| body.split('&').any(|part| part == pair);
    if !has("grant_type=client_credentials") {
        let why = "grant type in request is not supported by the authorization server";
        return refused(400, "unsupported_grant_type", why);
    }
    if !has("scope=https%3A%2F%2Fapi.ebay.com%2Foauth%2Fapi_scope") {
        return refused(400, "invalid_scope", "The requested scope is invalid, unknown, malformed");
    }
    let token = state.tokens(Tokens::lend);
    reply::ok(&json!({
        "access_token": token,
        "expires_in": LIFE.as_secs(),
        "token_type": "Application Access Token",
    }))
}

/// Base64, of which nobody else here has need.
fn decoded(text: &str) -> Option<String> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.trim_end_matches('=').bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = held << 6 | u32::try_from(value).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_decoded() {
        assert_eq!(decoded("aWQ6c2VjcmV0").as_deref(), Some("id:secret"));
        assert_eq!(decoded("aTpz").as_deref(), Some("i:s"));
        assert_eq!(decoded("aWQ6cw==").as_deref(), Some("id:s"));
        assert_eq!(decoded("!"), None);
    }

    #[test]
    fn every_token_is_another_and_all_end_together() {
        let mut tokens = Tokens::default();
        let (one, two) = (tokens.lend(), tokens.lend());
        assert_ne!(one, two);
        assert!(one.len() > 1_900 && tokens.is_good(&one) && tokens.is_good(&two) && !tokens.is_good("other"));
        tokens.expire();
        assert!(!tokens.is_good(&one));
    }
}
