//! The prices of a pressing over time: what the cheapest offer of one provider, one class of condition and one currency cost, as a step
//! function of which only the steps are kept.

mod series;
mod window;

use chrono::{DateTime, Utc};
pub use window::{Window, months_before};

use crate::domain::money::Currency;

/// What was seen at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When, kept to the minute.
    pub at: DateTime<Utc>,
    /// The lowest price in minor units; `None` when none was for sale.
    pub low: Option<i64>,
    /// How many were for sale, when it is known.
    pub for_sale: Option<i32>,
}

/// One step: from this minute on this holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    /// Minutes since 1970.
    minute: i32,
    low: Option<i32>,
    for_sale: Option<i32>,
}

impl Step {
    fn says_as(&self, other: &Self) -> bool {
        (self.low, self.for_sale) == (other.low, other.for_sale)
    }

    /// Of two observations of one minute the cheaper one counts, so that it does not matter which comes first.
    fn cheaper(self, other: Self) -> Self {
        let rank = |step: &Self| (step.low.is_none(), step.low, step.for_sale);
        if rank(&other) < rank(&self) { other } else { self }
    }
}

/// The columns in which a history is stored, one entry per step, oldest first. -1 stands for none for sale and for an unknown number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrays {
    /// Minutes since 1970, strictly ascending.
    pub ats: Vec<i32>,
    /// Minor units.
    pub lows: Vec<i32>,
    /// Numbers for sale.
    pub for_sale: Vec<i32>,
}

const NONE: i32 = -1;

/// A history of prices, see the module.
///
/// What repeats what held is not kept. Observations may come late and out of order: each is put at its time, and what was seen last is
/// what holds now, whatever the order. The steps are the same in any order too, unless a repeat was dropped before a late observation
/// shows that the price had changed and come back in between: it is not known any more when it came back, and the next time at which it was
/// seen counts. Only keeping every repeat could prevent that, at several times the size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    currency: Currency,
    steps: Vec<Step>,
    /// The newest observation, which may repeat the last step.
    seen: Option<i32>,
}

impl History {
    /// Nothing seen yet.
    #[must_use]
    pub const fn new(currency: Currency) -> Self {
        Self { currency, steps: Vec::new(), seen: None }
    }

    /// From its stored columns and the time of the newest observation, which is kept beside them; without it the last step is the newest.
    /// `None` when the columns are damaged: of different lengths, not ascending, below -1.
    #[must_use]
    pub fn from_arrays(currency: Currency, arrays: &Arrays, seen: Option<DateTime<Utc>>) -> Option<Self> {
        let Arrays { ats, lows, for_sale } = arrays;
        let is_sound = ats.len() == lows.len()
            && ats.len() == for_sale.len()
            && ats.is_sorted_by(|a, b| a < b)
            && lows.iter().chain(for_sale).all(|value| *value >= NONE);
        let known = |value: i32| Some(value).filter(|value| *value != NONE);
        let columns = ats.iter().zip(lows).zip(for_sale);
        let steps = columns.map(|((&minute, &low), &count)| Step { minute, low: known(low), for_sale: known(count) });
        let seen = seen.and_then(minute).max(ats.last().copied()).filter(|_| !ats.is_empty());
        is_sound.then(|| Self { currency, steps: steps.collect(), seen })
    }

    /// Its columns.
    #[must_use]
    pub fn to_arrays(&self) -> Arrays {
        let column = |value: fn(&Step) -> i32| self.steps.iter().map(value).collect();
        Arrays {
            ats: column(|step| step.minute),
            lows: column(|step| step.low.unwrap_or(NONE)),
            for_sale: column(|step| step.for_sale.unwrap_or(NONE)),
        }
    }

    /// What its prices are in.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The time of the newest observation.
    #[must_use]
    pub fn seen(&self) -> Option<DateTime<Utc>> {
        self.seen.map(time)
    }

    /// What was seen last, with the time since which it holds.
    #[must_use]
    pub fn current(&self) -> Option<Point> {
        self.steps.last().map(|step| point(*step))
    }

    /// All steps, oldest first.
    pub fn points(&self) -> impl ExactSizeIterator<Item = Point> {
        self.steps.iter().map(|step| point(*step))
    }

    /// Takes an observation; whether the steps changed and are to be stored. A repeat of what holds only moves [`History::seen`]. A price of
    /// nothing, or one that nobody could ask (above 2^31 minor units), is a listing error and is not taken; a count below 0 is unknown.
    pub fn observe(&mut self, seen: Point) -> bool {
        let low = seen.low.map(|low| i32::try_from(low).ok().filter(|low| *low > 0));
        let (Some(minute), false) = (minute(seen.at), low == Some(None)) else { return false };
        let step = Step { minute, low: low.flatten(), for_sale: seen.for_sale.filter(|count| *count >= 0) };
        let changed = self.put(step);
        self.seen = self.seen.max(Some(minute));
        changed
    }

    fn put(&mut self, step: Step) -> bool {
        let next = self.steps.partition_point(|held| held.minute <= step.minute);
        let Some(held) = next.checked_sub(1).map(|at| self.steps[at]) else {
            self.steps.insert(0, step);
            self.join(1);
            return true;
        };
        let is_seen_then = held.minute == step.minute || self.seen == Some(step.minute);
        let step = if is_seen_then { Step { minute: step.minute, ..held }.cheaper(step) } else { step };
        if held.says_as(&step) {
            return false;
        }
        if held.minute == step.minute {
            self.steps[next - 1] = step;
            self.join(next);
            self.join(next - 1);
            return true;
        }
        self.steps.insert(next, step);
        match self.seen.filter(|seen| *seen > step.minute && next + 1 == self.steps.len()) {
            // The newest observation repeated what held before this late one: it came back.
            Some(seen) => self.steps.push(Step { minute: seen, ..held }),
            None => self.join(next + 1),
        }
        true
    }

    /// Drops a step that repeats the one before it.
    fn join(&mut self, at: usize) {
        if at > 0 && self.steps.get(at).is_some_and(|step| step.says_as(&self.steps[at - 1])) {
            self.steps.remove(at);
        }
    }
}

/// Minutes since 1970; `None` for times that 32 bits cannot count, thousands of years away.
fn minute(at: DateTime<Utc>) -> Option<i32> {
    at.timestamp().div_euclid(60).try_into().ok()
}

fn time(minute: i32) -> DateTime<Utc> {
    DateTime::from_timestamp(i64::from(minute) * 60, 0).unwrap_or_default()
}

fn point(step: Step) -> Point {
    Point { at: time(step.minute), low: step.low.map(i64::from), for_sale: step.for_sale }
}

#[cfg(test)]
mod tests;
