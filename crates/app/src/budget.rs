//! The budget that all functions share: one row per upstream in Postgres, by the database's clock.
use std::time::Duration;

use vinilogy_core::store::{DayCalls, Grant, Store};
use vinilogy_upstream::{
    Allowance, BoxFuture, Budget, Class, Error, Slot, Upstream, emission_interval, good_for, horizon,
};

/// [`Budget`] over [`Store`].
pub struct SharedBudget {
    store: Store,
}

impl SharedBudget {
    /// Shares the budget with everybody who uses this database.
    pub fn new(store: Store) -> Self {
        Self { store }
    }
}

impl Budget for SharedBudget {
    fn take(&self, upstream: Upstream, class: Class, allowance: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
        Box::pin(async move {
            let rate = allowance.rate;
            let quota = allowance.per_day.map(|calls| DayCalls { calls, bulk: class == Class::Bulk });
            let (name, interval) = (upstream.name(), emission_interval(rate));
            let grant = self.store.take_slot(name, interval, horizon(class, rate), quota).await;
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
