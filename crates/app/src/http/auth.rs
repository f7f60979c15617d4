//! Who asks: the holder of a bearer token, of which the database knows only the SHA-256.
use axum::extract::FromRequestParts;
use axum::http::{header, request::Parts};
use sha2::{Digest, Sha256};
use vinilogy_core::{domain::ids::UserId, store};

use super::{Error, Result};
use crate::Context;

/// The listener whose token came with the request.
pub struct Listener {
    /// Who.
    pub id: UserId,
    /// ISO 4217: in which prices are read.
    pub currency: String,
    /// ISO 3166: where records are sent.
    pub country: String,
    /// In which explanations are written.
    pub language: String,
}

/// Longer than any token of ours.
const LONGEST_TOKEN: usize = 200;

impl FromRequestParts<Context> for Listener {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, context: &Context) -> Result<Self> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header.and_then(|h| h.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let token = token.map(|(_, token)| token.trim()).filter(|t| !t.is_empty() && t.len() <= LONGEST_TOKEN);
        let digest = Sha256::digest(token.ok_or(Error::Unauthorized)?);
        let found = context.store().listener_by_token(digest.as_slice()).await.map_err(|error| match error {
            store::Error::NotFound => Error::Unauthorized,
            other => other.into(),
        })?;
        Ok(Self {
            id: UserId::from(found.id),
            currency: found.currency,
            country: found.country,
            language: found.language,
        })
    }
}
