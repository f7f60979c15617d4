//! When a listener who waits for a price is told: once, when an offer begins to cost no more than that delivered.
use chrono::NaiveDate;

use super::reading::Reader;
use crate::domain::money::Money;

/// What an offer costs delivered, in the currency of whoever waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// At least.
    pub low: Money,
    /// At most. This is what is compared, also when it is an estimate.
    pub high: Money,
}

impl Delivered {
    /// From the euro cents of an offer and the day of their rate. `None` when something of it has no upper bound (shipping that nobody
    /// knows) or the currency had no rate by then: such an offer meets no target, however little the record costs.
    #[must_use]
    pub fn read(low: Option<i64>, high: Option<i64>, day: Option<NaiveDate>, reader: &Reader) -> Option<Self> {
        Some(Self { low: reader.cents(low?, day?)?.money, high: reader.cents(high?, day?)?.money })
    }

    /// Whether it costs no more than `target` even at worst. Another currency is never met.
    #[must_use]
    pub fn meets(self, target: Money) -> bool {
        self.high == target || self.high.cheaper_than(target) == Some(true)
    }
}

/// What a look at one album makes of one alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// Whether the target counts as met from now on; while it does, nobody is told again.
    pub met: bool,
    /// The listener is told.
    pub tell: bool,
    /// There is nothing to remember: the album is no longer waited for, and nothing was told of it.
    pub forget: bool,
}

/// From whether the target counted as `met`, whether the album is waited for (it is named, or recommended now), and whether the best offer
/// `meets` the target. An album that is no longer recommended is not told, but stays told until it costs more.
#[must_use]
pub const fn next(met: bool, waited_for: bool, meets: bool) -> Next {
    let now = meets && (met || waited_for);
    Next { met: now, tell: now && !met, forget: !now && !waited_for }
}

#[cfg(test)]
mod tests {
    use super::super::rates::Rate;
    use super::*;
    use crate::domain::money::Currency;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
    }

    fn pounds() -> Reader {
        Reader::new(Currency::GBP, [(day(), Currency::GBP, Rate::read("0.80").unwrap())].into_iter().collect())
    }

    #[test]
    fn the_upper_bound_is_compared_in_the_listeners_currency() {
        let offer = Delivered::read(Some(1000), Some(2500), Some(day()), &pounds()).unwrap();
        assert_eq!((offer.low.minor, offer.high.minor), (800, 2000));
        for (target, met) in [(1999, false), (2000, true), (2001, true), (800, false)] {
            assert_eq!(offer.meets(Money::new(target, Currency::GBP)), met, "{target}");
        }
        assert!(!offer.meets(Money::new(1_000_000, Currency::EUR)), "another currency");
    }

    #[test]
    fn what_is_unknown_meets_nothing() {
        assert_eq!(Delivered::read(Some(1000), None, Some(day()), &pounds()), None, "unknown shipping");
        assert_eq!(Delivered::read(None, None, None, &pounds()), None, "no offer");
        assert_eq!(Delivered::read(Some(1000), Some(1000), day().pred_opt(), &pounds()), None, "no rate by then");
        assert_eq!(Delivered::read(Some(1000), Some(1000), None, &pounds()), None);
    }

    #[test]
    fn is_told_once_until_it_costs_more_again() {
        let mut met = false;
        let mut told = Vec::new();
        for meets in [false, true, true, true, false, false, true, true] {
            let now = next(met, true, meets);
            assert_eq!(now.met, meets);
            assert!(!now.forget);
            told.push(now.tell);
            met = now.met;
        }
        assert_eq!(told, [false, true, false, false, false, false, true, false]);
    }

    #[test]
    fn an_album_that_is_no_longer_recommended_is_not_told_and_stays_told() {
        assert_eq!(next(false, false, true), Next { met: false, tell: false, forget: true });
        assert_eq!(next(true, false, true), Next { met: true, tell: false, forget: false });
        assert_eq!(next(true, false, false), Next { met: false, tell: false, forget: true });
    }
}
