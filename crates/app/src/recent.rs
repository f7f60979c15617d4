//! An archive that has forgotten what is older than somebody's wish for news.
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_upstream::{Archive, BoxFuture, Error, Exchange};

/// Recalls what was fetched since a time; keeps as the archive behind it does.
pub struct NewerThan<A> {
    archive: A,
    time: DateTime<Utc>,
}

impl<A: Archive> NewerThan<A> {
    /// Recalls nothing that was fetched before `time`.
    pub fn new(archive: A, time: DateTime<Utc>) -> Self {
        Self { archive, time }
    }
}

impl<A: Archive> Archive for NewerThan<A> {
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>> {
        Box::pin(async move {
            let found = self.archive.recall(fingerprint).await?;
            Ok(found.filter(|exchange| exchange.fetched_at >= self.time))
        })
    }

    fn keep<'a>(&'a self, exchange: &'a Exchange, fresh_for: Option<Duration>) -> BoxFuture<'a, Result<(), Error>> {
        self.archive.keep(exchange, fresh_for)
    }
}
