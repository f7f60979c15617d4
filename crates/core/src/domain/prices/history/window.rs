//! What a history says of a span of time. Each price weighs as long as it held, so that it does not matter how often somebody looked.

use chrono::{DateTime, Days, Utc};

use super::{History, minute};
use crate::domain::prices::rates::divided;

/// The lowest prices of a span, with the minutes for which each held. Time without an offer does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Prices in minor units with their minutes, the cheapest first.
    held: Vec<(i64, i64)>,
    minutes: i64,
}

impl Window {
    /// Days for which there was a price.
    #[must_use]
    pub const fn days(&self) -> i64 {
        self.minutes / (24 * 60)
    }

    /// The lowest price for which one could buy during at least half of the time, in minor units. It does not matter whether a price held at
    /// once or in several spans.
    #[must_use]
    pub fn median(&self) -> Option<i64> {
        let mut passed = 0;
        let middle = self.held.iter().find(|(_, minutes)| {
            passed += minutes;
            2 * passed >= self.minutes
        });
        middle.map(|(low, _)| *low)
    }

    /// The lowest price.
    #[must_use]
    pub fn minimum(&self) -> Option<i64> {
        self.held.first().map(|(low, _)| *low)
    }

    /// The share of the time, 0 to 100, in which one could buy for less than `price`; time at the same price counts half.
    #[must_use]
    pub fn percentile(&self, price: i64) -> Option<u8> {
        let of = |wanted: &dyn Fn(i64) -> bool| -> i64 {
            self.held.iter().filter(|(low, _)| wanted(*low)).map(|(_, minutes)| minutes).sum()
        };
        let halves = i128::from(2 * of(&|low| low < price) + of(&|low| low == price));
        let share = (self.minutes > 0).then(|| divided(100 * halves, i128::from(2 * self.minutes)))?;
        u8::try_from(share).ok()
    }
}

/// So many months of 30 days before a time.
#[must_use]
pub fn months_before(now: DateTime<Utc>, months: u64) -> DateTime<Utc> {
    now.checked_sub_days(Days::new(30 * months)).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// A trend needs prices for this many days of the last 30, and of the 60 before.
const TREND_NEEDS_DAYS: (i64, i64) = (7, 14);

impl History {
    /// The prices from one time until another. What was seen last holds until it was seen last and no longer, because nobody knows what came
    /// then.
    #[must_use]
    pub fn window(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Window {
        let minutes =
            |at| minute(at).map_or(if at < DateTime::UNIX_EPOCH { i32::MIN } else { i32::MAX }, |minute| minute);
        let (from, until) = (minutes(from), minutes(until).min(self.seen.unwrap_or(i32::MIN)));
        let ends = self.steps.iter().skip(1).map(|step| step.minute).chain([until]);
        let spans = self.steps.iter().zip(ends).filter_map(|(step, end)| {
            let minutes = i64::from(end.min(until)) - i64::from(step.minute.max(from));
            Some((i64::from(step.low?), minutes)).filter(|(_, minutes)| *minutes > 0)
        });
        let mut held: Vec<(i64, i64)> = spans.collect();
        held.sort_unstable();
        let minutes = held.iter().map(|(_, minutes)| minutes).sum();
        Window { held, minutes }
    }

    /// How the median of the last 30 days stands against that of the 60 days before, in percent: -12 is 12 % cheaper. `None` when there were
    /// prices for less than 7 of the 30 or 14 of the 60 days.
    #[must_use]
    pub fn trend(&self, now: DateTime<Utc>) -> Option<i32> {
        let recent = self.window(months_before(now, 1), now);
        let before = self.window(months_before(now, 3), months_before(now, 1));
        if recent.days() < TREND_NEEDS_DAYS.0 || before.days() < TREND_NEEDS_DAYS.1 {
            return None;
        }
        let (recent, before) = (i128::from(recent.median()?), i128::from(before.median()?));
        i32::try_from(divided(100 * (recent - before), before)).ok()
    }

    /// The time of the first observation.
    #[must_use]
    pub fn since(&self) -> Option<DateTime<Utc>> {
        self.points().next().map(|point| point.at)
    }
}
