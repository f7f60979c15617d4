//! Prices are made again in the order in which they were seen: shipping is estimated from what was known before. Statistics of Discogs, which
//! say nothing of shipping, are written many at a time.
use std::sync::atomic::{AtomicUsize, Ordering};

use futures::StreamExt;
use vinilogy_core::store::{self, KeptRequest, ToPrice};
use vinilogy_upstream::Question;

use super::rows::question;
use super::{Replay, Seen, Stage};
use crate::jobs::{JobError, Outcome, price_again, seen_again};
use crate::prices::{Sighting, Terms};

/// Statistics that are written in one transaction.
const BATCH: usize = 100;
/// Of these, so many are read at once.
const READS: usize = 8;

fn is_statistics(request: &KeptRequest) -> bool {
    request.endpoint == "marketplace_stats"
}

impl Replay<'_> {
    /// All prices; those that failed.
    ///
    /// # Errors
    /// As every statement.
    pub(super) async fn prices<'r>(
        &self,
        requests: &'r [KeptRequest],
        seen: &Seen,
    ) -> Result<Vec<&'r KeptRequest>, store::Error> {
        let (mut failed, looked_at) = (Vec::new(), AtomicUsize::new(0));
        let tell = || self.tell(Stage::Prices, requests.len(), 1 + looked_at.fetch_add(1, Ordering::Relaxed));
        for alike in requests.chunk_by(|a, b| is_statistics(a) && is_statistics(b)) {
            for batch in alike.chunks(BATCH) {
                if batch.iter().all(is_statistics) {
                    failed.extend(Box::pin(self.statistics(batch, &tell)).await?);
                } else {
                    for request in batch {
                        let again = Box::pin(self.request(Stage::Prices, request, seen, false)).await;
                        failed.extend(again.then_some(request));
                        tell();
                    }
                }
            }
        }
        Ok(failed)
    }

    /// Written together; when that fails, each will be tried alone.
    async fn statistics<'r>(
        &self,
        batch: &'r [KeptRequest],
        tell: &(dyn Fn() + Sync),
    ) -> Result<Vec<&'r KeptRequest>, store::Error> {
        let terms = &Terms::load(self.context.store()).await?;
        let read = |request| async move {
            let read = self.statistic(request, terms).await;
            tell();
            (request, read)
        };
        let read: Vec<_> = futures::stream::iter(batch).map(read).buffered(READS).collect().await;
        let (mut failed, mut sightings) = (Vec::new(), Vec::new());
        for (request, sighting) in read {
            match sighting {
                Ok(Some(sighting)) => sightings.push((request, sighting)),
                Ok(None) => self.count(Stage::Prices, |counts| counts.skipped += 1),
                Err(_) => failed.push(request),
            }
        }
        let (requests, sightings): (Vec<&KeptRequest>, Vec<Sighting>) = sightings.into_iter().unzip();
        match price_again(&self.context, &sightings, terms).await {
            Ok(Outcome::Done(_)) => self.count(Stage::Prices, |counts| counts.done += requests.len() as u64),
            Ok(_) | Err(_) => failed.extend(requests),
        }
        Ok(failed)
    }

    /// What one answer says; `None` when it is about no currency.
    async fn statistic(&self, request: &KeptRequest, terms: &Terms) -> Result<Option<Sighting>, JobError> {
        let Some(Question::Price { release, currency }) = question(request) else { return Ok(None) };
        let id = self.context.store().release_of_discogs_id(release).await?;
        let id = id.ok_or_else(|| JobError::Retry("about nothing in the catalogue".to_owned()))?;
        let pressing = ToPrice { id, discogs_id: release };
        seen_again(&self.context, &pressing, &currency, request.fetched_at, terms).await
    }
}
