//! Access tokens: secrets that a service lends for a while to whoever shows our credentials. One is shared by all processes, because the
//! service counts how often it lends one. It lies in the [`Tokens`] and in requests, and nowhere else.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt as _, ready};
use tokio::time::Instant;

use crate::{Error, Upstream};

/// For how long the one who is to fetch a new token is the only one. If nothing came of it by then, somebody else is.
pub const CLAIM: Duration = Duration::from_secs(2);

/// A token. It is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

impl AccessToken {
    /// As the service wrote it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The secret itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[secret]")
    }
}

/// Where tokens are shared. Two implementations: a row in Postgres for the deployed functions, and [`LocalTokens`] for a program that is
/// alone. Times are durations by the implementation's own clock, so that clocks that differ end no token early or late.
pub trait Tokens: Send + Sync {
    /// The token, unless it has ended.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be read.
    fn find(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<AccessToken>, Error>>;

    /// Whether the caller is to fetch a new one, because there is none: for [`CLAIM`] nobody else is told so. A new one that is kept
    /// meanwhile ends the claim, a second one takes the place of the first, and both are good.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the claim cannot be written.
    fn claim(&self, upstream: Upstream) -> BoxFuture<'_, Result<bool, Error>>;

    /// Keeps a token for as long as it is to be used.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be written.
    fn keep<'a>(
        &'a self,
        upstream: Upstream,
        token: &'a AccessToken,
        lasts: Duration,
    ) -> BoxFuture<'a, Result<(), Error>>;

    /// Ends a token that was refused; a newer one stays.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be written.
    fn forget<'a>(&'a self, upstream: Upstream, token: &'a AccessToken) -> BoxFuture<'a, Result<(), Error>>;
}

/// Tokens in memory.
#[derive(Debug, Default)]
pub struct LocalTokens(Mutex<HashMap<Upstream, Row>>);

#[derive(Debug, Default)]
struct Row {
    token: Option<(AccessToken, Instant)>,
    claimed_until: Option<Instant>,
}

impl LocalTokens {
    /// Without any.
    pub fn new() -> Self {
        Self::default()
    }

    fn rows(&self) -> MutexGuard<'_, HashMap<Upstream, Row>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tokens for LocalTokens {
    fn find(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<AccessToken>, Error>> {
        let rows = self.rows();
        let token = rows.get(&upstream).and_then(|row| row.token.as_ref()).filter(|(_, ends)| *ends > Instant::now());
        ready(Ok(token.map(|(token, _)| token.clone()))).boxed()
    }

    fn claim(&self, upstream: Upstream) -> BoxFuture<'_, Result<bool, Error>> {
        let (mut rows, now) = (self.rows(), Instant::now());
        let row = rows.entry(upstream).or_default();
        let ended = row.token.as_ref().is_none_or(|(_, ends)| *ends <= now);
        let free = ended && row.claimed_until.is_none_or(|until| until <= now);
        if free {
            row.claimed_until = Some(now + CLAIM);
        }
        ready(Ok(free)).boxed()
    }

    fn keep<'a>(
        &'a self,
        upstream: Upstream,
        token: &'a AccessToken,
        lasts: Duration,
    ) -> BoxFuture<'a, Result<(), Error>> {
        let row = Row { token: Some((token.clone(), Instant::now() + lasts)), claimed_until: None };
        self.rows().insert(upstream, row);
        ready(Ok(())).boxed()
    }

    fn forget<'a>(&'a self, upstream: Upstream, token: &'a AccessToken) -> BoxFuture<'a, Result<(), Error>> {
        if let Some(row) = self.rows().get_mut(&upstream) {
            row.token.take_if(|(kept, _)| kept == token);
        }
        ready(Ok(())).boxed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EBAY: Upstream = Upstream::Ebay;

    #[tokio::test(start_paused = true)]
    async fn a_token_lasts_as_long_as_it_was_kept_for() {
        let (tokens, token) = (LocalTokens::new(), AccessToken::new("a"));
        tokens.keep(EBAY, &token, Duration::from_secs(60)).await.unwrap();
        assert_eq!(tokens.find(EBAY).await, Ok(Some(token.clone())));
        assert_eq!(tokens.find(Upstream::Discogs).await, Ok(None));
        tokio::time::advance(Duration::from_secs(60)).await;
        assert_eq!(tokens.find(EBAY).await, Ok(None));
        assert_eq!(format!("{token:?}"), "[secret]");
    }

    #[tokio::test(start_paused = true)]
    async fn one_is_told_to_fetch_it_and_another_when_nothing_came_of_it() {
        let tokens = LocalTokens::new();
        assert_eq!(tokens.claim(EBAY).await, Ok(true));
        assert_eq!(tokens.claim(EBAY).await, Ok(false));
        tokio::time::advance(CLAIM).await;
        assert_eq!(tokens.claim(EBAY).await, Ok(true));
        tokens.keep(EBAY, &AccessToken::new("a"), Duration::from_secs(1)).await.unwrap();
        assert_eq!(tokens.claim(EBAY).await, Ok(false), "there is one");
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(tokens.claim(EBAY).await, Ok(true), "a kept one ends the claim");
    }

    #[tokio::test]
    async fn only_the_token_that_was_refused_is_forgotten() {
        let (tokens, hour) = (LocalTokens::new(), Duration::from_secs(3600));
        let (old, new) = (AccessToken::new("old"), AccessToken::new("new"));
        tokens.keep(EBAY, &old, hour).await.unwrap();
        tokens.keep(EBAY, &new, hour).await.unwrap();
        tokens.forget(EBAY, &old).await.unwrap();
        assert_eq!(tokens.find(EBAY).await, Ok(Some(new.clone())));
        tokens.forget(EBAY, &new).await.unwrap();
        assert_eq!(tokens.find(EBAY).await, Ok(None));
    }
}
