//! What sending a record costs when the offer does not say: quartiles of what like offers said.

use serde::{Deserialize, Serialize};

use super::country::Country;
use super::customs::Bounds;

/// Estimates need at least this many known costs.
pub const MINIMUM_COUNT: usize = 5;

/// What sending costs, in euro cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shipping {
    /// The offer says it; 0 is free.
    Known(i64),
    /// Half of like offers lie in between, both ends included.
    Estimated {
        /// Lower quartile.
        low: i64,
        /// Upper quartile.
        high: i64,
    },
    /// Nobody knows. Never taken for free.
    Unknown,
}

impl Shipping {
    /// The least and the most that it costs; no most when it is unknown.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        match self {
            Self::Known(cents) => Bounds::exactly(cents),
            Self::Estimated { low, high } => Bounds { low, high: Some(high) },
            Self::Unknown => Bounds::UNKNOWN,
        }
    }
}

/// Which offers an estimate was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// From the same country.
    Country,
    /// From the same part of the world.
    Region,
    /// From anywhere.
    Any,
}

/// An estimate with what stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Always [`Shipping::Estimated`].
    pub shipping: Shipping,
    /// Offers of which origin.
    pub basis: Basis,
    /// How many.
    pub count: usize,
}

/// Estimates what sending from `origin` costs, from known costs in euro cents (origin, cents) to the same destination: those of the same
/// country when there are at least [`MINIMUM_COUNT`], else of the same region, else all. `None` when even these are too few. Without an
/// origin all count. Free shipping counts, because like offers have it; negative costs are errors and do not.
#[must_use]
pub fn estimate(known: &[(Option<Country>, i64)], origin: Option<Country>) -> Option<Estimate> {
    let from = |wanted: &dyn Fn(Country) -> bool| -> Vec<i64> {
        let chosen = known.iter().filter(|(from, cents)| *cents >= 0 && from.is_some_and(wanted));
        chosen.map(|(_, cents)| *cents).collect()
    };
    let near = origin.and_then(|origin| {
        let same = || quartiles(Basis::Country, from(&|country| country == origin));
        same().or_else(|| quartiles(Basis::Region, from(&|country| country.region() == origin.region())))
    });
    near.or_else(|| quartiles(Basis::Any, known.iter().map(|(_, cents)| *cents).filter(|cents| *cents >= 0).collect()))
}

/// The lower quartile is the greatest cost that at most a quarter lie below, the upper one its mirror.
fn quartiles(basis: Basis, mut cents: Vec<i64>) -> Option<Estimate> {
    let count = cents.len();
    if count < MINIMUM_COUNT {
        return None;
    }
    cents.sort_unstable();
    let quarter = (count - 1) / 4;
    let shipping = Shipping::Estimated { low: cents[quarter], high: cents[count - 1 - quarter] };
    Some(Estimate { shipping, basis, count })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn country(code: &str) -> Country {
        code.parse().unwrap()
    }

    fn costs(all: &[(&str, &[i64])]) -> Vec<(Option<Country>, i64)> {
        all.iter().flat_map(|(code, cents)| cents.iter().map(|cents| (Country::read(code), *cents))).collect()
    }

    #[test]
    fn the_nearest_with_enough_offers_decides() {
        let german = ("DE", &[500, 600, 700, 800, 2000][..]);
        let french = ("FR", &[900, 1000][..]);
        let american = ("US", &[2500, 2600, 2700][..]);
        let nowhere = ("", &[-5, 100][..]);
        let all = costs(&[german, french, american, nowhere]);
        for (origin, low, high, basis, count) in [
            ("DE", 600, 800, Basis::Country, 5),
            ("FR", 600, 1000, Basis::Region, 7),
            ("US", 600, 2500, Basis::Any, 11),
            ("", 600, 2500, Basis::Any, 11),
        ] {
            let expected = Estimate { shipping: Shipping::Estimated { low, high }, basis, count };
            assert_eq!(estimate(&all, Country::read(origin)), Some(expected), "{origin}");
        }
        assert_eq!(estimate(&costs(&[french, ("ES", &[100, 200])]), Some(country("FR"))), None);
        assert_eq!(estimate(&[], None), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn half_of_the_costs_lie_between(mut cents in prop::collection::vec(0_i64..10_000, 5..60)) {
            let known: Vec<_> = cents.iter().map(|cents| (Some(country("DE")), *cents)).collect();
            let Some(Estimate { shipping: Shipping::Estimated { low, high }, count, .. }) = estimate(&known, Some(country("DE"))) else {
                return Err(TestCaseError::fail("no estimate"));
            };
            cents.sort_unstable();
            prop_assert!(low <= high && count == cents.len());
            let between = cents.iter().filter(|cents| (low..=high).contains(*cents)).count();
            prop_assert!(2 * between >= cents.len());
            prop_assert!(4 * cents.iter().filter(|cents| **cents > high).count() <= cents.len());
        }
    }
}
