//! The wait before a request: this process's own pace, then the budget that all processes share.

use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::{Instant, sleep, sleep_until};

use crate::{Allowance, Budget, Class, Error, Rate, Slot, Upstream, horizon};

/// A slot that was missed is taken again this often before the call gives up.
const TAKES: u32 = 4;

/// One process's pace for one upstream.
pub(crate) struct Pacer {
    allowance: Allowance,
    limiter: DefaultDirectRateLimiter,
    clock: DefaultClock,
}

impl Pacer {
    /// At the whole rate, so that it never holds back what the budget (98 % of the rate) would grant: it only keeps one process with many
    /// tasks from asking the shared budget more often than there can be slots.
    pub(crate) fn new(allowance: impl Into<Allowance>) -> Self {
        let allowance = allowance.into();
        let rate = allowance.rate;
        let one = std::num::NonZeroU32::MIN;
        let period = rate.per / rate.calls.max(1);
        let quota = Quota::with_period(period).unwrap_or_else(|| Quota::per_second(one)).allow_burst(burst(rate));
        Self { allowance, limiter: RateLimiter::direct(quota), clock: DefaultClock::default() }
    }

    /// Waits for the moment to send.
    ///
    /// # Errors
    /// [`Error::RateLimited`] when it is too far away to wait here, and what the budget says.
    pub(crate) async fn slot(&self, budget: &dyn Budget, upstream: Upstream, class: Class) -> Result<(), Error> {
        self.pace(class).await?;
        for _ in 0..TAKES {
            match budget.take(upstream, class, self.allowance).await? {
                Slot::Wait(wait) => return Err(Error::RateLimited(Some(wait))),
                Slot::Go { good_for, after } => {
                    let due = Instant::now() + after;
                    if !after.is_zero() {
                        sleep_until(due).await;
                        if let Some(rest) = budget.paused(upstream).await? {
                            return Err(Error::RateLimited(Some(rest)));
                        }
                    }
                    if due.elapsed() <= good_for {
                        return Ok(());
                    }
                }
            }
        }
        Err(Error::RateLimited(None))
    }

    /// A person is counted and never held: the budget decides. Bulk work waits as long as it might for the budget.
    async fn pace(&self, class: Class) -> Result<(), Error> {
        let patience = horizon(class, self.allowance.rate);
        let mut waited = Duration::ZERO;
        while let Err(early) = self.limiter.check() {
            let wait = early.wait_time_from(self.clock.now());
            if class == Class::Interactive {
                return Ok(());
            }
            waited += wait;
            if waited > patience {
                return Err(Error::RateLimited(Some(wait)));
            }
            sleep(wait).await;
        }
        Ok(())
    }
}

/// As many as may be reserved ahead together.
fn burst(rate: Rate) -> std::num::NonZeroU32 {
    let ahead = horizon(Class::Interactive, rate).as_secs_f64() / crate::emission_interval(rate).as_secs_f64();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number; the cast saturates"
    )]
    let ahead = ahead.ceil() as u32;
    std::num::NonZeroU32::MIN.saturating_add(ahead)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use futures::future::{BoxFuture, FutureExt as _, ready};

    use super::*;
    use crate::LocalBudget;

    const RATE: Rate = Rate { calls: 60, per: Duration::from_secs(60) };

    /// Grants slots that are `after` away, and says that a pause runs when asked again.
    struct Scripted {
        good_for: Duration,
        after: Duration,
        paused: Option<Duration>,
        taken: Mutex<u32>,
    }

    impl Budget for Scripted {
        fn take(&self, _: Upstream, _: Class, _: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
            *self.taken.lock().unwrap() += 1;
            ready(Ok(Slot::Go { good_for: self.good_for, after: self.after })).boxed()
        }

        fn pause(&self, _: Upstream, _: Duration) -> BoxFuture<'_, Result<(), Error>> {
            ready(Ok(())).boxed()
        }

        fn paused(&self, _: Upstream) -> BoxFuture<'_, Result<Option<Duration>, Error>> {
            // Somebody else keeps this process busy for a second.
            tokio::time::sleep(Duration::from_secs(1)).map(|()| Ok(self.paused)).boxed()
        }
    }

    async fn slot(budget: &Scripted) -> Result<(), Error> {
        Pacer::new(RATE).slot(budget, Upstream::Discogs, Class::Bulk).await
    }

    #[tokio::test(start_paused = true)]
    async fn a_slot_reserved_before_a_pause_is_not_used_during_it() {
        let rest = Duration::from_secs(59);
        let (second, taken) = (Duration::from_secs(1), Mutex::new(0));
        let budget = Scripted { good_for: Duration::from_secs(60), after: second, paused: Some(rest), taken };
        assert_eq!(slot(&budget).await, Err(Error::RateLimited(Some(rest))));
    }

    #[tokio::test(start_paused = true)]
    async fn a_missed_slot_is_forfeit_and_taken_again_only_so_often() {
        let second = Duration::from_secs(1);
        let late = Scripted { good_for: second / 2, after: second, paused: None, taken: Mutex::new(0) };
        assert_eq!(slot(&late).await, Err(Error::RateLimited(None)));
        assert_eq!(*late.taken.lock().unwrap(), TAKES);
        let in_time = Scripted { good_for: 2 * second, after: second, paused: None, taken: Mutex::new(0) };
        assert_eq!(slot(&in_time).await, Ok(()));
        assert_eq!(*in_time.taken.lock().unwrap(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn one_process_with_many_tasks_keeps_the_budget_and_refuses_the_rest() {
        let (pacer, budget) = (Pacer::new(RATE), LocalBudget::new());
        let tasks = (0..20).map(|_| pacer.slot(&budget, Upstream::Discogs, Class::Bulk));
        let results = futures::future::join_all(tasks).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
        let wait = |result: &Result<(), Error>| matches!(result, Ok(()) | Err(Error::RateLimited(Some(_))));
        assert!(results.iter().all(wait), "{results:?}");
    }
}
