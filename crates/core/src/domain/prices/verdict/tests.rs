//! Verdicts over histories and suggestions.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::money::Currency;
use crate::domain::prices::history::Point;

fn now() -> DateTime<Utc> {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn euros(minor: i64) -> Money {
    Money::new(minor, Currency::EUR)
}

/// Prices by the days before now at which they were seen.
fn history(seen: &[(i64, i64)]) -> History {
    let mut history = History::new(Currency::EUR);
    for (days, low) in seen {
        history.observe(Point { at: now() - TimeDelta::days(*days), low: Some(*low), for_sale: None });
    }
    history
}

fn suggests(minor: i64, currency: Currency) -> Option<Suggestion> {
    Some(Suggestion { grade: Grade::VeryGoodPlus, price: Money::new(minor, currency) })
}

#[test]
fn the_median_of_a_year_is_usual() {
    let steady = history(&[(360, 2000), (0, 2000)]);
    for (price, kind, below) in [
        (1500, Kind::Great, 25),
        (1510, Kind::Great, 25),
        (1511, Kind::Good, 24),
        (1800, Kind::Good, 10),
        (1900, Kind::Fair, 5),
        (2000, Kind::Fair, 0),
        (2280, Kind::Fair, -14),
        (2300, Kind::High, -15),
        (90_000, Kind::High, -4400),
    ] {
        let judged = verdict(euros(price), Some(&steady), None, Some(6), now());
        assert_eq!((judged.kind, judged.below_median_percent), (kind, Some(below)), "{price}");
    }
}

#[test]
fn reasons_name_what_speaks() {
    let falling = history(&[(360, 2000), (20, 1400), (0, 1400)]);
    let judged = verdict(euros(1400), Some(&falling), suggests(1750, Currency::EUR), Some(3), now());
    let expected = [
        Reason::BelowMedian { percent: 30, months: 12 },
        Reason::Lowest { months: 12 },
        Reason::BelowSuggestion { percent: 20, grade: Grade::VeryGoodPlus },
        Reason::ForSale { count: 3 },
        Reason::Trend { percent: -30 },
    ];
    assert_eq!(judged.reasons, expected);
    assert_eq!((judged.kind, judged.percentile, judged.trend), (Kind::Great, Some(3), Some(-30)));
    let steady = verdict(euros(2000), Some(&history(&[(70, 2000), (0, 2000)])), None, Some(40), now());
    assert_eq!((steady.reasons, steady.percentile), (vec![Reason::AtMedian { months: 2 }], Some(50)));
    let dear = verdict(euros(3000), Some(&falling), None, None, now());
    assert_eq!(dear.reasons, [Reason::AboveMedian { percent: 50, months: 12 }, Reason::Trend { percent: -30 }]);
}

#[test]
fn too_little_is_unknown_unless_a_suggestion_speaks() {
    let young = history(&[(29, 2000), (0, 2000)]);
    let judged = verdict(euros(1000), Some(&young), None, None, now());
    let expected = (Kind::Unknown, None, None, vec![Reason::LittleKnown { days: 29 }]);
    assert_eq!((judged.kind, judged.percentile, judged.below_median_percent, judged.reasons), expected);
    let judged = verdict(euros(1000), Some(&young), suggests(1300, Currency::EUR), None, now());
    assert_eq!(judged.kind, Kind::Good);
    // Seen half a year ago and never since.
    let old = history(&[(200, 2000), (190, 2100)]);
    assert_eq!(verdict(euros(1000), Some(&old), None, None, now()).kind, Kind::Unknown);
    let nothing = verdict(euros(1000), None, None, None, now());
    assert_eq!((nothing.kind, nothing.reasons), (Kind::Unknown, vec![]));
}

#[test]
fn two_voices_that_contradict_make_it_fair() {
    let steady = history(&[(360, 2000), (0, 2000)]);
    for (price, suggested, kind) in [
        (1500, 1000, Kind::Fair),
        (2500, 4000, Kind::Fair),
        (2500, 2500, Kind::High),
        (1500, 1500, Kind::Great),
        (2000, 1000, Kind::Fair),
    ] {
        let judged = verdict(euros(price), Some(&steady), suggests(suggested, Currency::EUR), None, now());
        assert_eq!(judged.kind, kind, "{price} {suggested}");
    }
}

#[test]
fn another_currency_is_not_judged() {
    let steady = history(&[(360, 2000), (0, 2000)]);
    let yen = Money::new(1000, Currency::JPY);
    let judged = verdict(yen, Some(&steady), suggests(2000, Currency::EUR), None, now());
    assert_eq!((judged.kind, judged.reasons), (Kind::Unknown, vec![Reason::OtherCurrency]));
    let judged = verdict(yen, Some(&steady), suggests(2000, Currency::JPY), None, now());
    assert_eq!((judged.kind, judged.percentile), (Kind::Great, None));
    for price in [0, -5] {
        let judged = verdict(euros(price), Some(&steady), suggests(2000, Currency::EUR), None, now());
        assert_eq!((judged.kind, judged.reasons), (Kind::Unknown, vec![]), "{price}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_lower_price_is_never_judged_worse(
        seen in prop::collection::vec((0_i64..400, 1_i64..100_000), 0..12),
        suggested in prop::option::of(1_i64..100_000),
        price in 1_i64..200_000,
        less in 0_i64..200_000,
    ) {
        let history = history(&seen);
        let suggestion = suggested.and_then(|minor| suggests(minor, Currency::EUR));
        let judged = |price| verdict(euros(price), Some(&history), suggestion, None, now());
        let (cheap, dear) = (judged((price - less).max(1)), judged(price));
        let rank = |kind| [Kind::Great, Kind::Good, Kind::Fair, Kind::High, Kind::Unknown].iter().position(|one| *one == kind);
        prop_assert!(rank(cheap.kind) <= rank(dear.kind));
        prop_assert!(cheap.percentile <= dear.percentile);
        prop_assert_eq!(cheap.kind == Kind::Unknown, cheap.below_median_percent.is_none() && suggested.is_none());
    }

    #[test]
    fn nothing_overflows(price in any::<i64>(), suggested in any::<i64>(), for_sale in any::<Option<i32>>()) {
        let steady = history(&[(360, 1), (0, 1)]);
        let judged = verdict(euros(price), Some(&steady), suggests(suggested, Currency::EUR), for_sale, now());
        prop_assert_eq!(judged.kind == Kind::Unknown, price <= 0);
        let json = serde_json::to_value(&judged).unwrap();
        prop_assert_eq!(serde_json::from_value::<Verdict>(json).unwrap(), judged);
    }
}
