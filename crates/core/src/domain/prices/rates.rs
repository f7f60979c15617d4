//! Exchange rates of the European Central Bank and conversion by the rate of a day. Rates are published on working days only and some
//! currencies stop: the newest rate not after the day holds, and its age is said with what was converted.

mod calendar;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use calendar::{newest_out, working_days};

use crate::domain::money::{Currency, Money};

/// A rate older than this many days is stale: weekends with holidays around them are shorter.
pub const STALE_AFTER_DAYS: i64 = 7;

/// Units of a currency for one euro, times [`Rate::SCALE`]. Above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rate(i64);

impl Rate {
    /// The euro's own.
    pub const ONE: Self = Self(Self::SCALE);
    /// What one unit is in [`Rate::scaled`].
    pub const SCALE: i64 = 100_000_000;

    /// The rate of this many units times [`Rate::SCALE`], as it is stored; `None` for zero and below.
    #[must_use]
    pub fn from_scaled(scaled: i64) -> Option<Self> {
        (scaled > 0).then_some(Self(scaled))
    }

    /// For storage.
    #[must_use]
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// Reads a decimal with a dot, such as `1.1790`, exactly. `None` for what is no positive decimal, has more than eight digits after the
    /// dot (the bank writes at most six) or is too large.
    #[must_use]
    pub fn read(decimal: &str) -> Option<Self> {
        let (whole, fraction) = decimal.trim().split_once('.').unwrap_or((decimal.trim(), ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > 8 || !digits(whole) || !digits(fraction) {
            return None;
        }
        Self::from_scaled(format!("{whole}{fraction:0<8}").parse().ok()?)
    }
}

/// A rate with the day on which it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Units for one euro.
    pub rate: Rate,
    /// Published.
    pub day: NaiveDate,
}

/// An amount that was converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The amount in the other currency.
    pub money: Money,
    /// The older of the two rates' days; the asked day when no rate was needed.
    pub day: NaiveDate,
}

impl Converted {
    /// Days between its rate and `on`.
    #[must_use]
    pub fn age(&self, on: NaiveDate) -> i64 {
        on.signed_duration_since(self.day).num_days()
    }

    /// Whether its rate is older than [`STALE_AFTER_DAYS`] on that day. Such an amount is still shown, with its age.
    #[must_use]
    pub fn stale(&self, on: NaiveDate) -> bool {
        self.age(on) > STALE_AFTER_DAYS
    }
}

/// Rates of several currencies on several days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates(BTreeMap<(Currency, NaiveDate), Rate>);

impl Rates {
    /// Adds the rate of a day; a second one of the same day replaces it.
    pub fn insert(&mut self, day: NaiveDate, currency: Currency, rate: Rate) {
        self.0.insert((currency, day), rate);
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest rate that is not after `day`; `None` when none was published until then. One that is no longer published (RUB since 2022)
    /// is the last one, however old. The euro's is 1 on every day.
    #[must_use]
    pub fn of(&self, currency: Currency, day: NaiveDate) -> Option<Dated> {
        if currency == Currency::EUR {
            return Some(Dated { rate: Rate::ONE, day });
        }
        let until = self.0.range((currency, NaiveDate::MIN)..=(currency, day));
        until.last().map(|(&(_, day), &rate)| Dated { rate, day })
    }

    /// The amount in another currency by the rates of `day`, computed exactly and rounded once, half away from zero, to that currency's minor
    /// unit. The same currency needs no rate. `None` when a rate was never known or the amount is beyond what can be counted.
    #[must_use]
    pub fn convert(&self, money: Money, to: Currency, day: NaiveDate) -> Option<Converted> {
        if money.currency == to {
            return Some(Converted { money, day });
        }
        let (from, into) = (self.of(money.currency, day)?, self.of(to, day)?);
        let scale = |digits: u32| 10_i128.pow(digits);
        let worth =
            i128::from(money.minor).checked_mul(i128::from(into.rate.0))?.checked_mul(scale(to.minor_digits()))?;
        let per = i128::from(from.rate.0) * scale(money.currency.minor_digits());
        let minor = i64::try_from(divided(worth, per)).ok()?;
        Some(Converted { money: Money::new(minor, to), day: from.day.min(into.day) })
    }
}

impl FromIterator<(NaiveDate, Currency, Rate)> for Rates {
    fn from_iter<I: IntoIterator<Item = (NaiveDate, Currency, Rate)>>(rates: I) -> Self {
        Self(rates.into_iter().map(|(day, currency, rate)| ((currency, day), rate)).collect())
    }
}

/// Rounded half away from zero; `by` is above 0.
pub(super) fn divided(amount: i128, by: i128) -> i128 {
    let (quotient, rest) = (amount / by, amount % by);
    let up = rest.unsigned_abs() >= by.unsigned_abs().div_ceil(2);
    quotient + if up { amount.signum() } else { 0 }
}

#[cfg(test)]
mod tests;
