//! Rates and conversions.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

fn rates(all: &[(&str, &str, &str)]) -> Rates {
    all.iter().map(|(on, code, rate)| (day(on), currency(code), Rate::read(rate).unwrap())).collect()
}

#[test]
fn the_newest_rate_until_the_day_holds() {
    let rates = rates(&[
        ("2022-03-01", "RUB", "117.2010"),
        ("2026-11-19", "USD", "1.1600"),
        ("2026-11-20", "USD", "1.1700"),
        ("2026-11-20", "GBP", "0.8800"),
    ]);
    for (code, on, expected) in [
        ("USD", "2026-11-19", Some(("1.16", "2026-11-19"))),
        ("USD", "2026-11-21", Some(("1.17", "2026-11-20"))),
        ("USD", "2026-11-18", None),
        ("RUB", "2026-11-21", Some(("117.201", "2022-03-01"))),
        ("EUR", "2026-11-21", Some(("1", "2026-11-21"))),
        ("XXX", "2026-11-21", None),
    ] {
        let expected = expected.map(|(rate, on)| Dated { rate: Rate::read(rate).unwrap(), day: day(on) });
        assert_eq!(rates.of(currency(code), day(on)), expected, "{code} {on}");
    }
    let roubles = rates.convert(Money::new(117_201, currency("RUB")), Currency::EUR, day("2026-11-21")).unwrap();
    assert_eq!((roubles.money, roubles.stale(day("2026-11-21"))), (Money::new(1000, Currency::EUR), true));
    let dollars = rates.convert(Money::new(1170, Currency::USD), Currency::GBP, day("2026-11-27")).unwrap();
    assert_eq!((dollars.money, dollars.age(day("2026-11-27"))), (Money::new(880, Currency::GBP), 7));
    assert!(!dollars.stale(day("2026-11-27")) && dollars.stale(day("2026-11-28")));
}

#[test]
fn minor_units_and_halves_are_kept() {
    let rates = rates(&[("2026-11-20", "JPY", "180.5"), ("2026-11-20", "KWD", "0.3555"), ("2026-11-20", "USD", "2")]);
    for (minor, from, to, expected) in [
        (1000, "EUR", "JPY", Some(1805)),
        (1805, "JPY", "EUR", Some(1000)),
        (1000, "EUR", "KWD", Some(3555)),
        (1, "USD", "EUR", Some(1)),
        (-1, "USD", "EUR", Some(-1)),
        (3, "USD", "EUR", Some(2)),
        (-3, "USD", "EUR", Some(-2)),
        (0, "USD", "KWD", Some(0)),
        (i64::MAX, "EUR", "JPY", None),
        (i64::MIN, "EUR", "USD", None),
        (i64::MIN, "XXX", "XXX", Some(i64::MIN)),
        (100, "XXX", "EUR", None),
    ] {
        let converted = rates.convert(Money::new(minor, currency(from)), currency(to), day("2026-11-20"));
        assert_eq!(converted.map(|converted| converted.money.minor), expected, "{minor} {from} in {to}");
    }
}

#[test]
fn rates_are_read_exactly() {
    for (text, scaled) in [
        ("1.1790", Some(117_900_000)),
        ("160", Some(16_000_000_000)),
        ("0.00000001", Some(1)),
        (".5", None),
        ("0", None),
    ] {
        assert_eq!(Rate::read(text).map(Rate::scaled), scaled, "{text}");
    }
    for text in ["", "N/A", "-1.2", "+1.2", "1,2", "1e5", "1.123456789", "99999999999999", "1.2.3"] {
        assert_eq!(Rate::read(text), None, "{text}");
    }
}

const CODES: [&str; 4] = ["EUR", "USD", "JPY", "KWD"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_within_one_unit_of_the_coarser(
        minor in -1_000_000_000_i64..1_000_000_000,
        scaled in prop::collection::vec(1_000_i64..2_000_000_000_000_000, 4),
        from in 0_usize..4,
        to in 0_usize..4,
    ) {
        let on = day("2026-11-20");
        let rates: Rates = (0..4).map(|i| (on, currency(CODES[i]), Rate(scaled[i]))).collect();
        let (from, to) = (currency(CODES[from]), currency(CODES[to]));
        let Some(there) = rates.convert(Money::new(minor, from), to, on) else { return Ok(()) };
        let Some(back) = rates.convert(there.money, from, on) else { return Ok(()) };
        // What one unit of the other currency is worth in units of this one, at least one, rounded up.
        let worth = |currency: Currency| i128::from(rates.of(currency, on).unwrap().rate.0) * 10_i128.pow(currency.minor_digits());
        let coarser = ((worth(from) + worth(to) - 1) / worth(to)).max(1);
        prop_assert!(i128::from((back.money.minor - minor).abs()) <= coarser, "{} {} {}", minor, there.money, back.money);
        let more = rates.convert(Money::new(minor + 1, from), to, on).unwrap();
        prop_assert!(more.money.minor >= there.money.minor);
    }

    #[test]
    fn nothing_overflows(minor in any::<i64>(), a in 1_i64.., b in 1_i64.., text in any::<String>()) {
        let on = day("2026-11-20");
        let rates: Rates = [(on, Currency::USD, Rate(a)), (on, Currency::JPY, Rate(b))].into_iter().collect();
        for (from, to) in [(Currency::USD, Currency::JPY), (Currency::JPY, Currency::USD), (Currency::EUR, Currency::JPY)] {
            let converted = rates.convert(Money::new(minor, from), to, on);
            prop_assert!(converted.is_none_or(|converted| converted.money.currency == to && converted.day == on));
        }
        prop_assert!(Rate::read(&text).is_none_or(|rate| rate.scaled() > 0));
    }
}
