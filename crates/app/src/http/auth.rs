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

/// A listener who operates the service: whoever else asks is refused.
pub struct Admin {
    /// Who.
    pub id: UserId,
}

/// Longer than any token of ours.
const LONGEST_TOKEN: usize = 200;

impl FromRequestParts<Context> for Listener {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, context: &Context) -> Result<Self> {
        let found = holder(&digest(parts)?, context).await?;
        Ok(Self {
            id: UserId::from(found.id),
            currency: found.currency,
            country: found.country,
            language: found.language,
        })
    }
}

impl FromRequestParts<Context> for Admin {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, context: &Context) -> Result<Self> {
        let found = holder(&digest(parts)?, context).await?;
        if found.role != "admin" {
            return Err(Error::Forbidden);
        }
        Ok(Self { id: UserId::from(found.id) })
    }
}

/// A token that may be left out: the route tells everybody something, and its holder more.
pub struct Token(Option<[u8; 32]>);

impl Token {
    /// Its digest, as sessions are known by.
    pub(super) fn sha256(&self) -> Option<&[u8]> {
        self.0.as_ref().map(<[u8; 32]>::as_slice)
    }

    /// That it is good, if there is one.
    pub(super) async fn check(&self, context: &Context) -> Result<()> {
        match self.sha256() {
            None => Ok(()),
            Some(digest) => holder(digest, context).await.map(drop),
        }
    }
}

impl FromRequestParts<Context> for Token {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Context) -> Result<Self> {
        if parts.headers.contains_key(header::AUTHORIZATION) {
            digest(parts).map(Some).map(Self)
        } else {
            Ok(Self(None))
        }
    }
}

/// The digest of the token that came with the request.
fn digest(parts: &Parts) -> Result<[u8; 32]> {
    let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = header.and_then(|h| h.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let token = token.map(|(_, token)| token.trim()).filter(|t| !t.is_empty() && t.len() <= LONGEST_TOKEN);
    token.map(|token| Sha256::digest(token).into()).ok_or(Error::Unauthorized)
}

async fn holder(digest: &[u8], context: &Context) -> Result<store::Listener> {
    context.store().listener_by_token(digest).await.map_err(|error| match error {
        store::Error::NotFound => Error::Unauthorized,
        other => other.into(),
    })
}
