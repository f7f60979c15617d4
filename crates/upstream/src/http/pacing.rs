//! The wait before a request: this process's own pace, then the budget that all processes share.

use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use tokio::time::{Instant, sleep, sleep_until};

use crate::{Budget, Class, Error, Rate, Slot, Upstream, horizon};

/// A slot that was missed is taken again this often before the call gives up.
const TAKES: u32 = 4;

/// One process's pace for one upstream.
pub(crate) struct Pacer {
    rate: Rate,
    limiter: DefaultDirectRateLimiter,
    clock: DefaultClock,
}

impl Pacer {
    /// At the whole rate, so that it never holds back what the budget (98 % of the rate) would grant: it only keeps one process with many
    /// tasks from asking the shared budget more often than there can be slots.
    pub(crate) fn new(rate: Rate) -> Self {
        let one = std::num::NonZeroU32::MIN;
        let period = rate.per / rate.calls.max(1);
        let quota = Quota::with_period(period)
            .unwrap_or_else(|| Quota::per_second(one))
            .allow_burst(burst(rate));
        Self {
            rate,
            limiter: RateLimiter::direct(quota),
            clock: DefaultClock::default(),
        }
    }

    /// Waits for the moment to send.
    ///
    /// # Errors
    /// [`Error::RateLimited`] when it is too far away to wait here, and what the budget says.
    pub(crate) async fn slot(&self, budget: &dyn Budget, upstream: Upstream, class: Class) -> Result<(), Error> {
        self.pace(class).await?;
        for _ in 0..TAKES {
            match budget.take(upstream, class, self.rate).await? {
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
        let patience = horizon(class, self.rate);
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
