//! Histories in any order, their figures and their charts.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn at(minute: i64) -> DateTime<Utc> {
    "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minute)
}

fn day(day: i64) -> DateTime<Utc> {
    at(day * 24 * 60)
}

fn saw(at: DateTime<Utc>, low: i64) -> Point {
    Point { at, low: Some(low).filter(|low| *low > 0), for_sale: None }
}

fn history(observations: &[(i64, i64)]) -> History {
    let mut history = History::new(Currency::EUR);
    for (minute, low) in observations {
        history.observe(saw(at(*minute), *low));
    }
    history
}

fn steps(history: &History) -> Vec<(i64, i64)> {
    history.points().map(|point| ((point.at - at(0)).num_minutes(), point.low.unwrap_or(0))).collect()
}

#[test]
fn only_steps_are_kept() {
    let mut history = History::new(Currency::EUR);
    for (minute, low, count, changed) in [
        (0, 2000, Some(3), true),
        (10, 2000, Some(3), false),
        (20, 2000, Some(2), true),
        (30, 1500, Some(2), true),
        (40, 0, Some(0), true),
        (50, 0, Some(0), false),
        // Late ones: between two steps, before all, the same as what held, at the minute of a step.
        (25, 1800, Some(2), true),
        (-5, 2000, Some(3), true),
        (5, 2000, Some(3), false),
        (30, 1400, Some(2), true),
        (30, 1500, Some(2), false),
    ] {
        let seen = Point { for_sale: count, ..saw(at(minute) + TimeDelta::seconds(59), low) };
        assert_eq!(history.observe(seen), changed, "{minute}");
    }
    assert_eq!(steps(&history), [(-5, 2000), (20, 2000), (25, 1800), (30, 1400), (40, 0)]);
    assert_eq!((history.seen(), history.since()), (Some(at(50)), Some(at(-5))));
    assert_eq!(history.current(), Some(Point { at: at(40), low: None, for_sale: Some(0) }));
}

#[test]
fn listing_errors_are_not_taken() {
    let mut history = History::new(Currency::EUR);
    for low in [Some(0), Some(-1), Some(i64::MAX), Some(1 << 31)] {
        assert!(!history.observe(Point { at: at(0), low, for_sale: Some(1) }), "{low:?}");
    }
    assert!(
        !history.observe(saw(DateTime::<Utc>::MAX_UTC, 100)) && history.current().is_none() && history.seen().is_none()
    );
    assert!(history.observe(Point { for_sale: Some(-3), ..saw(at(0), 100) }));
    assert_eq!(history.current(), Some(saw(at(0), 100)));
}

#[test]
fn what_was_seen_last_holds_even_when_it_repeats() {
    // The repeat of minute 30 was dropped before the late one came.
    assert_eq!(steps(&history(&[(0, 10), (30, 10), (20, 20)])), [(0, 10), (20, 20), (30, 10)]);
    assert_eq!(steps(&history(&[(0, 10), (20, 20), (30, 10)])), [(0, 10), (20, 20), (30, 10)]);
    // What cannot be known: the repeat of minute 20 was dropped, and nothing tells now that the price was back so soon.
    assert_eq!(steps(&history(&[(0, 10), (20, 10), (30, 30), (10, 20)])), [(0, 10), (10, 20), (30, 30)]);
    assert_eq!(steps(&history(&[(0, 10), (10, 20), (20, 10), (30, 30)])), [(0, 10), (10, 20), (20, 10), (30, 30)]);
    // One minute, two prices: the cheaper, in either order.
    assert_eq!(steps(&history(&[(0, 10), (5, 10), (5, 20)])), steps(&history(&[(0, 10), (5, 20), (5, 10)])));
}

#[test]
fn prices_weigh_as_long_as_they_held() {
    let mut history = History::new(Currency::EUR);
    for (on, low) in [(0, 1000), (10, 3000), (12, 0), (20, 2000), (40, 2000)] {
        history.observe(saw(day(on), low));
    }
    let all = history.window(day(-100), day(100));
    assert_eq!((all.days(), all.median(), all.minimum()), (32, Some(2000), Some(1000)));
    for (price, percentile) in [(500, 0), (1000, 16), (1500, 31), (2000, 63), (2500, 94), (3000, 97), (9000, 100)] {
        assert_eq!(all.percentile(price), Some(percentile), "{price}");
    }
    let part = history.window(day(5), day(11));
    assert_eq!(
        (part.days(), part.median(), part.minimum(), part.percentile(1000)),
        (6, Some(1000), Some(1000), Some(42))
    );
    let without = history.window(day(13), day(15));
    assert_eq!((without.days(), without.median(), without.minimum(), without.percentile(1)), (0, None, None, None));
    assert_eq!(history.window(day(50), day(60)), Window::default(), "nobody looked since");
}

#[test]
fn a_trend_compares_a_month_with_the_two_before() {
    for (observations, trend) in [
        (&[(0, 1000), (65, 800), (90, 800)][..], Some(-20)),
        (&[(0, 1000), (61, 1250), (75, 900), (76, 1250), (90, 1250)], Some(25)),
        (&[(0, 1000), (90, 1000)], Some(0)),
        (&[(50, 1000), (65, 800), (90, 800)], None),
        (&[(0, 1000), (63, 800), (64, 800)], None),
        (&[], None),
    ] {
        let mut history = History::new(Currency::EUR);
        for (on, low) in observations {
            history.observe(saw(day(*on), *low));
        }
        assert_eq!(history.trend(day(90)), trend, "{observations:?}");
    }
}

#[test]
fn damaged_columns_are_refused() {
    let arrays = |ats: &[i32], lows: &[i32], counts: &[i32]| Arrays {
        ats: ats.to_vec(),
        lows: lows.to_vec(),
        for_sale: counts.to_vec(),
    };
    let read = |arrays: &Arrays| History::from_arrays(Currency::EUR, arrays, None);
    assert!(read(&arrays(&[1, 2], &[5, -1], &[-1, 0])).is_some());
    for damaged in [
        arrays(&[1, 2], &[5], &[1, 1]),
        arrays(&[1, 2], &[5, 5], &[1]),
        arrays(&[2, 1], &[5, 6], &[1, 1]),
        arrays(&[1, 1], &[5, 6], &[1, 1]),
        arrays(&[1], &[-2], &[1]),
    ] {
        assert_eq!(read(&damaged), None, "{damaged:?}");
    }
}

#[test]
fn a_chart_begins_with_what_held() {
    let history = history(&[(0, 10), (10, 20), (20, 30), (30, 5), (40, 15), (50, 15)]);
    let chart = |from, until, max| -> Vec<(i64, i64)> {
        let points = history.series(at(from), at(until), max);
        points.iter().map(|point| ((point.at - at(0)).num_minutes(), point.low.unwrap_or(0))).collect()
    };
    assert_eq!(chart(-10, 100, 9), [(0, 10), (10, 20), (20, 30), (30, 5), (40, 15)]);
    assert_eq!(chart(5, 25, 9), [(5, 10), (10, 20), (20, 30)]);
    assert_eq!(chart(10, 15, 9), [(10, 20)]);
    assert_eq!(chart(-10, 100, 4), [(0, 10), (20, 30), (30, 5), (40, 15)]);
    assert_eq!(chart(-10, -5, 9), []);
    assert_eq!(chart(25, 5, 9), []);
}

type Seen = Vec<(i64, i64)>;

/// Observations at minutes apart from each other, with the order in which they come.
fn shuffled(lows: std::ops::Range<i64>) -> impl Strategy<Value = (Seen, Seen)> {
    prop::collection::btree_map(0_i64..500, lows, 1..30).prop_flat_map(|seen| {
        let seen: Seen = seen.into_iter().collect();
        (Just(seen.clone()), Just(seen).prop_shuffle())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_newest_holds_in_any_order((sorted, shuffled) in shuffled(0..4)) {
        let came = history(&shuffled);
        let newest = sorted.last().unwrap();
        prop_assert_eq!(came.current().map(|point| point.low.unwrap_or(0)), Some(newest.1));
        prop_assert_eq!(came.seen(), Some(at(newest.0)));
        // Each step is an observation, and none repeats the one before.
        let steps = steps(&came);
        prop_assert!(steps.iter().all(|step| sorted.contains(step)));
        prop_assert!(steps.is_sorted_by(|a, b| a.0 < b.0 && a.1 != b.1));
        prop_assert_eq!(steps.first(), sorted.first());
        // In order, nothing is lost: every observation is what the steps say of its minute.
        let in_order = history(&sorted);
        for (minute, low) in &sorted {
            let said = in_order.series(at(*minute), at(*minute), 4);
            prop_assert_eq!(said.first().map(|point| point.low.unwrap_or(0)), Some(*low));
        }
        let stored = History::from_arrays(Currency::EUR, &came.to_arrays(), came.seen()).unwrap();
        prop_assert_eq!(&stored, &came);
    }

    #[test]
    fn any_order_ends_equal_where_no_price_comes_twice((sorted, came) in shuffled(1..2)) {
        let distinct = |seen: &[(i64, i64)]| seen.iter().map(|(minute, _)| (*minute, 1000 + minute)).collect::<Vec<_>>();
        prop_assert_eq!(history(&distinct(&sorted)), history(&distinct(&came)));
        prop_assert_eq!(history(&distinct(&came)).points().len(), sorted.len());
    }

    #[test]
    fn repeating_everything_changes_nothing((_, came) in shuffled(0..4)) {
        let once = history(&came);
        let mut twice = once.clone();
        let in_order = once.points().collect::<Vec<_>>();
        prop_assert!(in_order.iter().all(|point| !twice.observe(*point)));
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn figures_lie_within_the_prices((sorted, _) in shuffled(1..1000), price in 1_i64..1100, more in 0_i64..100) {
        let history = history(&sorted);
        let window = history.window(at(-10), at(1000));
        if let (Some(minimum), Some(median)) = (window.minimum(), window.median()) {
            prop_assert!(minimum <= median && sorted.iter().any(|(_, low)| *low == median));
            let (percentile, dearer) = (window.percentile(price).unwrap(), window.percentile(price + more).unwrap());
            prop_assert!(percentile <= dearer && dearer <= 100);
            // Below the median is less than half of the time, above it at least half. At the median anything between a quarter and three,
            // because the time at that very price counts half.
            let at_median = window.percentile(median).unwrap();
            prop_assert!(price >= median || percentile <= 50, "{}", percentile);
            prop_assert!(price <= median || percentile >= 50, "{}", percentile);
            prop_assert!((25..=75).contains(&at_median), "{}", at_median);
        }
        let chart = history.series(at(-10), at(1000), 8);
        prop_assert!(chart.len() <= 8);
        let extremes = |points: &[Point]| (points.iter().filter_map(|p| p.low).min(), points.iter().filter_map(|p| p.low).max());
        prop_assert_eq!(extremes(&chart), extremes(&history.points().collect::<Vec<_>>()));
    }
}
