//! The budget of a program that is alone: the command line, and tests.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use futures::future::{BoxFuture, FutureExt as _, ready};
use tokio::time::Instant;

use super::{Allowance, Budget, Class, Day, Pace, Slot};
use crate::{Error, Upstream};

/// A [`Pace`] and a counted [`Day`] per upstream in memory.
#[derive(Debug)]
pub struct LocalBudget {
    start: Instant,
    uses: Mutex<HashMap<Upstream, Use>>,
}

/// What one upstream's budget remembers.
#[derive(Debug, Default)]
struct Use {
    pace: Pace,
    /// Calls of this day.
    counted: Option<(Day, u32)>,
}

impl Use {
    /// The calls of the day of a moment.
    fn taken(&self, now: DateTime<Utc>) -> u32 {
        self.counted.filter(|(day, _)| *day == Day::of(now)).map_or(0, |(_, taken)| taken)
    }

    fn take(&mut self, elapsed: Duration, now: DateTime<Utc>, class: Class, allowance: Allowance) -> Slot {
        let (day, taken) = (Day::of(now), self.taken(now));
        if let Some(wait) = allowance.per_day.and_then(|calls| day.wait(now, class, calls, taken)) {
            return Slot::Wait(wait);
        }
        let slot = self.pace.take(elapsed, class, allowance.rate);
        if matches!(slot, Slot::Go { .. }) {
            self.counted = Some((day, taken + 1));
        }
        slot
    }
}

impl LocalBudget {
    /// An unused budget.
    pub fn new() -> Self {
        Self { start: Instant::now(), uses: Mutex::default() }
    }

    fn uses(&self) -> MutexGuard<'_, HashMap<Upstream, Use>> {
        self.uses.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for LocalBudget {
    fn default() -> Self {
        Self::new()
    }
}

impl Budget for LocalBudget {
    fn take(&self, upstream: Upstream, class: Class, allowance: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
        let mut uses = self.uses();
        let now = SystemTime::now().into();
        let slot = uses.entry(upstream).or_default().take(self.start.elapsed(), now, class, allowance);
        ready(Ok(slot)).boxed()
    }

    fn pause(&self, upstream: Upstream, pause: Duration) -> BoxFuture<'_, Result<(), Error>> {
        let mut uses = self.uses();
        uses.entry(upstream).or_default().pace.pause(self.start.elapsed(), pause);
        ready(Ok(())).boxed()
    }

    fn paused(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<Duration>, Error>> {
        let mut uses = self.uses();
        let rest = uses.entry(upstream).or_default().pace.paused(self.start.elapsed());
        ready(Ok(rest)).boxed()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Rate;

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
                    match budget.take(Upstream::Discogs, class, rate.into()).await {
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
        assert_eq!(
            budget.take(Upstream::Lastfm, Class::Bulk, rate.into()).await,
            Ok(Slot::Wait(Duration::from_secs(4)))
        );
        assert!(matches!(budget.take(Upstream::Discogs, Class::Bulk, rate.into()).await, Ok(Slot::Go { .. })));
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(budget.paused(Upstream::Lastfm).await, Ok(Some(Duration::from_secs(3))));
        assert_eq!(budget.paused(Upstream::Discogs).await, Ok(None));
    }

    #[test]
    fn a_day_is_counted_and_begins_anew() {
        let rate = Rate { calls: 1_000, per: Duration::from_secs(1) };
        let allowance = Allowance { rate, per_day: Some(3) };
        let mut used = Use::default();
        let mut take = |seconds: u64, now: &str, class| {
            used.take(Duration::from_secs(seconds), now.parse().unwrap(), class, allowance)
        };
        let (evening, after) = ("2026-11-21T07:59:00Z", "2026-11-21T08:01:00Z");
        for second in 0..3 {
            assert!(matches!(take(second, evening, Class::Interactive), Slot::Go { .. }));
        }
        assert_eq!(take(4, evening, Class::Interactive), Slot::Wait(Duration::from_secs(120)));
        assert!(matches!(take(5, evening, Class::Bulk), Slot::Wait(wait) if wait > Duration::from_secs(120)));
        assert!(matches!(take(6, after, Class::Interactive), Slot::Go { .. }));
    }
}
