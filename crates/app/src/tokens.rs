//! The access tokens that all functions share: one row per upstream in Postgres, by the database's clock.
use std::time::Duration;

use vinilogy_core::store::Store;
use vinilogy_upstream::{AccessToken, BoxFuture, CLAIM, Error, Tokens, Upstream};

/// [`Tokens`] over [`Store`].
pub struct SharedTokens {
    store: Store,
}

impl SharedTokens {
    /// Shares them with everybody who uses this database.
    pub fn new(store: Store) -> Self {
        Self { store }
    }
}

impl Tokens for SharedTokens {
    fn find(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<AccessToken>, Error>> {
        Box::pin(async move {
            let token = self.store.upstream_token(upstream.name()).await.map_err(unavailable)?;
            Ok(token.map(AccessToken::new))
        })
    }

    fn claim(&self, upstream: Upstream) -> BoxFuture<'_, Result<bool, Error>> {
        Box::pin(async move { self.store.claim_upstream_token(upstream.name(), CLAIM).await.map_err(unavailable) })
    }

    fn keep<'a>(
        &'a self,
        upstream: Upstream,
        token: &'a AccessToken,
        lasts: Duration,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            self.store.keep_upstream_token(upstream.name(), token.reveal(), lasts).await.map_err(unavailable)
        })
    }

    fn forget<'a>(&'a self, upstream: Upstream, token: &'a AccessToken) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(
            async move { self.store.forget_upstream_token(upstream.name(), token.reveal()).await.map_err(unavailable) },
        )
    }
}

/// The statement is named; what it was given is not.
fn unavailable(error: vinilogy_core::store::Error) -> Error {
    Error::Unavailable(format!("tokens: {error}"))
}
