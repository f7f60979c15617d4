//! The budget of each upstream: who may send when. The algorithm is [`Pace`]; where its two numbers live is up to the [`Budget`].

mod day;
mod local;
mod pace;

use std::time::{Duration, SystemTime};

use futures::future::BoxFuture;

pub use day::Day;
pub use local::LocalBudget;
pub use pace::{Pace, emission_interval, good_for, horizon};

use crate::{Error, Upstream};

/// Who waits for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A person. May reserve further ahead, and so overtakes bulk work whenever there is a backlog.
    Interactive,
    /// A queue. Takes what is left.
    Bulk,
}

/// At most `calls` in any window of length `per`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Number of calls, at least one.
    pub calls: u32,
    /// Length of the window.
    pub per: Duration,
}

impl std::str::FromStr for Rate {
    type Err = String;

    /// Reads `calls/seconds`, such as `60/60` or `20/0.5`.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not calls/seconds, such as 60/60");
        let (calls, seconds) = text.split_once('/').ok_or_else(wrong)?;
        let calls: u32 = calls.trim().parse().map_err(|_| wrong())?;
        let seconds: f64 = seconds.trim().parse().map_err(|_| wrong())?;
        let per = Duration::try_from_secs_f64(seconds).map_err(|_| wrong())?;
        if calls == 0 || per.is_zero() { Err(wrong()) } else { Ok(Self { calls, per }) }
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.calls, self.per.as_secs_f64())
    }
}

/// All that an upstream allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// In any window.
    pub rate: Rate,
    /// In a [`Day`], where the upstream counts those as well.
    pub per_day: Option<u32>,
}

impl From<Rate> for Allowance {
    /// Without a daily quota.
    fn from(rate: Rate) -> Self {
        Self { rate, per_day: None }
    }
}

/// The budget's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// A slot is reserved: send `after` this, and not later than `good_for` after that moment.
    Go {
        /// How much too late the call may be sent; after that the slot is forfeit and another must be taken.
        good_for: Duration,
        /// How long to wait before sending.
        after: Duration,
    },
    /// Nothing is reserved; come back after this.
    Wait(Duration),
}

/// The one counter of all processes that call an upstream. Two implementations: a row in Postgres for the deployed functions, and
/// [`LocalBudget`] for a program that is alone.
pub trait Budget: Send + Sync {
    /// Takes a slot or says how long to wait, as [`Pace::take`] and, with a daily quota, [`Day::wait`] do.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the budget cannot be asked; nothing may be sent then.
    fn take(&self, upstream: Upstream, class: Class, allowance: Allowance) -> BoxFuture<'_, Result<Slot, Error>>;

    /// Stops everyone for `pause` from now. Never shortens a pause that runs.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the pause cannot be written.
    fn pause(&self, upstream: Upstream, pause: Duration) -> BoxFuture<'_, Result<(), Error>>;

    /// Stops everyone until the daily quota begins anew, and says how long that is. An implementation with a clock of its own asks that
    /// one.
    ///
    /// # Errors
    /// As [`Budget::pause`].
    fn close_day(&self, upstream: Upstream) -> BoxFuture<'_, Result<Duration, Error>> {
        Box::pin(async move {
            let now = SystemTime::now().into();
            let left = Day::of(now).left(now);
            self.pause(upstream, left).await.map(|()| left)
        })
    }

    /// How much of a pause is left. Asked after waiting for a reserved slot, so that a slot which was reserved before somebody was
    /// told to stop is not used during the pause. An implementation that answers `None` without looking only loses that last check.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the budget cannot be asked.
    fn paused(&self, upstream: Upstream) -> BoxFuture<'_, Result<Option<Duration>, Error>> {
        let _ = upstream;
        Box::pin(async { Ok(None) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_and_written() {
        assert_eq!("60/60".parse(), Ok(Rate { calls: 60, per: Duration::from_secs(60) }));
        assert_eq!("20/0.5".parse(), Ok(Rate { calls: 20, per: Duration::from_millis(500) }));
        assert_eq!(Rate { calls: 240, per: Duration::from_secs(60) }.to_string(), "240/60");
        for wrong in ["", "60", "60/0", "0/60", "-1/60", "60/-1", "60/NaN", "a/b", "60/60/60"] {
            assert!(wrong.parse::<Rate>().is_err(), "{wrong}");
        }
    }
}
