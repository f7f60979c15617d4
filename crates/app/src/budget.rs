//! The budget that all functions share: one row per upstream in Postgres, by the database's clock.
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::time::Instant;
use vinilogy_core::store::{DayCalls, Grant, Store};
use vinilogy_upstream::{
    Allowance, BoxFuture, Budget, Class, Error, Slot, Upstream, emission_interval, good_for, horizon,
};

/// How long somebody waits for the slots of some work, and how many calls it may take.
#[derive(Debug)]
pub struct Patience {
    calls: AtomicU32,
    until: Instant,
}

impl Patience {
    /// So many calls, the last of which begins before so long is over.
    pub fn new(calls: u32, wait: Duration) -> Self {
        Self { calls: AtomicU32::new(calls), until: Instant::now() + wait }
    }

    /// How far away the slot of one more call may be; `None` when there may be no more.
    fn one_more(&self) -> Option<Duration> {
        let left = self.until.checked_duration_since(Instant::now())?;
        let taken = self.calls.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |calls| calls.checked_sub(1));
        taken.ok().map(|_| left)
    }
}

/// [`Budget`] over [`Store`].
pub struct SharedBudget {
    store: Store,
    patience: Option<Arc<Patience>>,
}

impl SharedBudget {
    /// Shares the budget with everybody who uses this database. With patience slots are a person's, and none is reserved that comes too
    /// late for it.
    pub fn new(store: Store, patience: Option<Arc<Patience>>) -> Self {
        Self { store, patience }
    }
}

impl Budget for SharedBudget {
    fn take(&self, upstream: Upstream, class: Class, allowance: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
        Box::pin(async move {
            let rate = allowance.rate;
            let class = if self.patience.is_some() { Class::Interactive } else { class };
            let (name, interval) = (upstream.name(), emission_interval(rate));
            let mut ahead = horizon(class, rate);
            if let Some(patience) = &self.patience {
                let Some(left) = patience.one_more() else { return Ok(Slot::Wait(interval)) };
                ahead = ahead.min(left);
            }
            let quota = allowance.per_day.map(|calls| DayCalls { calls, bulk: class == Class::Bulk });
            let grant = self.store.take_slot(name, interval, ahead, quota).await;
            Ok(match grant.map_err(unavailable)? {
                Grant::Slot(after) => Slot::Go { good_for: good_for(rate), after },
                Grant::Wait(wait) => Slot::Wait(wait),
            })
        })
    }

    fn pause(&self, upstream: Upstream, pause: Duration) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move { self.store.pause_upstream(upstream.name(), pause).await.map_err(unavailable) })
    }

    fn close_day(&self, upstream: Upstream) -> BoxFuture<'_, Result<Duration, Error>> {
        Box::pin(async move { self.store.close_upstream_day(upstream.name()).await.map_err(unavailable) })
    }

    fn paused(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<Duration>, Error>> {
        Box::pin(async move { self.store.upstream_paused_for(upstream.name()).await.map_err(unavailable) })
    }
}

fn unavailable(error: vinilogy_core::store::Error) -> Error {
    Error::Unavailable(format!("budget: {error}"))
}
