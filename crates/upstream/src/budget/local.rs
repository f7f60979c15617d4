//! The budget of a program that is alone: the command line, and tests.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt as _, ready};
use tokio::time::Instant;

use super::{Budget, Class, Pace, Rate, Slot};
use crate::{Error, Upstream};

/// A [`Pace`] per upstream in memory.
#[derive(Debug)]
pub struct LocalBudget {
    start: Instant,
    paces: Mutex<HashMap<Upstream, Pace>>,
}

impl LocalBudget {
    /// An unused budget.
    pub fn new() -> Self {
        Self { start: Instant::now(), paces: Mutex::default() }
    }

    fn paces(&self) -> MutexGuard<'_, HashMap<Upstream, Pace>> {
        self.paces.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for LocalBudget {
    fn default() -> Self {
        Self::new()
    }
}

impl Budget for LocalBudget {
    fn take(&self, upstream: Upstream, class: Class, rate: Rate) -> BoxFuture<'_, Result<Slot, Error>> {
        let mut paces = self.paces();
        let slot = paces.entry(upstream).or_default().take(self.start.elapsed(), class, rate);
        ready(Ok(slot)).boxed()
    }

    fn pause(&self, upstream: Upstream, pause: Duration) -> BoxFuture<'_, Result<(), Error>> {
        let mut paces = self.paces();
        paces.entry(upstream).or_default().pause(self.start.elapsed(), pause);
        ready(Ok(())).boxed()
    }

    fn paused(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<Duration>, Error>> {
        let mut paces = self.paces();
        let rest = paces.entry(upstream).or_default().paused(self.start.elapsed());
        ready(Ok(rest)).boxed()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn fifty_workers_never_exceed_any_window_and_leave_nothing_unused() {
        let rate = Rate { calls: 60, per: Duration::from_secs(60) };
        let budget = Arc::new(LocalBudget::new());
        let end = Instant::now() + Duration::from_secs(600);
        let workers = (0..50).map(|worker| {
            let budget = budget.clone();
            let class = if worker % 10 == 0 { Class::Interactive } else { Class::Bulk };
            async move {
                let mut sent = Vec::new();
                while Instant::now() < end {
                    match budget.take(Upstream::Discogs, class, rate).await {
                        Ok(Slot::Go { after, .. }) => {
                            tokio::time::sleep(after).await;
                            sent.push(Instant::now());
                        }
                        Ok(Slot::Wait(wait)) => tokio::time::sleep(wait).await,
                        Err(error) => panic!("{error}"),
                    }
                }
                sent
            }
        });
        let mut sent: Vec<Instant> = futures::future::join_all(workers).await.concat();
        sent.sort();
        for (index, from) in sent.iter().enumerate() {
            let inside = sent[index..].iter().take_while(|at| **at <= *from + rate.per).count();
            assert!(inside <= 60, "{inside} calls within a minute");
        }
        assert!(sent.len() >= 582, "{} of 600 calls sent", sent.len());
    }

    #[tokio::test(start_paused = true)]
    async fn upstreams_do_not_share_a_pause() {
        let rate = Rate { calls: 60, per: Duration::from_secs(60) };
        let budget = LocalBudget::new();
        budget.pause(Upstream::Lastfm, Duration::from_secs(5)).await.unwrap();
        assert_eq!(budget.take(Upstream::Lastfm, Class::Bulk, rate).await, Ok(Slot::Wait(Duration::from_secs(4))));
        assert!(matches!(budget.take(Upstream::Discogs, Class::Bulk, rate).await, Ok(Slot::Go { .. })));
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(budget.paused(Upstream::Lastfm).await, Ok(Some(Duration::from_secs(3))));
        assert_eq!(budget.paused(Upstream::Discogs).await, Ok(None));
    }
}
