//! Totals by origin, destination and day.

use proptest::prelude::*;

use super::*;
use crate::domain::money::Currency;
use crate::domain::prices::rates::Rate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rates() -> Rates {
    let all = [(Currency::JPY, "180"), (Currency::CHF, "0.93"), (Currency::AUD, "1.78"), (Currency::CAD, "1.62")];
    all.into_iter().map(|(currency, rate)| (day("2024-01-02"), currency, Rate::read(rate).unwrap())).collect()
}

fn sale(item: i64, shipping: Shipping, origin: &str, destination: &str, on: &str) -> Sale {
    Sale {
        item,
        shipping,
        origin: Country::read(origin),
        destination: Country::read(destination).unwrap(),
        day: day(on),
    }
}

const NOW: &str = "2026-11-21";

#[test]
fn rules_follow_places_and_days() {
    let between = |low, high| Tax::Between { low, high };
    for (item, from, to, on, vat, duty, low, high) in [
        (2500, "DE", "ES", NOW, Tax::None, Tax::None, 3000, Some(3000)),
        (2500, "ES", "ES", NOW, Tax::None, Tax::None, 3000, Some(3000)),
        // 3 EUR of duty, and perhaps 2 EUR of fee; VAT on all of it.
        (2500, "GB", "ES", NOW, between(693, 735), between(300, 500), 3993, Some(4235)),
        (2500, "GB", "ES", "2026-10-31", Tax::Due(693), Tax::Due(300), 3993, Some(3993)),
        (2500, "GB", "FR", "2026-10-31", between(660, 700), between(300, 500), 3960, Some(4200)),
        (2500, "GB", "ES", "2026-06-30", Tax::Due(630), Tax::None, 3630, Some(3630)),
        (15_000, "US", "DE", NOW, between(3002, 3040), between(300, 500), 18_802, Some(19_040)),
        (15_001, "US", "DE", NOW, Tax::Due(2945), Tax::None, 18_446, Some(18_446)),
        (2500, "US", "RO", NOW, between(693, 798), between(300, 800), 3993, Some(4598)),
        (2500, "JP", "FI", "2024-08-31", Tax::Due(720), Tax::None, 3720, Some(3720)),
        (2500, "JP", "FI", "2024-09-01", Tax::Due(765), Tax::None, 3765, Some(3765)),
        (2500, "US", "GB", NOW, Tax::Due(600), Tax::None, 3600, Some(3600)),
        (2500, "DE", "GB", NOW, Tax::Due(600), Tax::None, 3600, Some(3600)),
        (2500, "DE", "XI", NOW, Tax::None, Tax::None, 3000, Some(3000)),
        (2500, "GB", "XI", NOW, Tax::None, Tax::None, 3000, Some(3000)),
        (2500, "US", "NO", NOW, Tax::Due(750), Tax::None, 3750, Some(3750)),
        // 2.43 EUR is below 5 CHF, 8.51 EUR above.
        (2500, "DE", "CH", NOW, between(0, 243), Tax::None, 3000, Some(3243)),
        (10_000, "DE", "CH", NOW, Tax::Due(851), Tax::None, 11_351, Some(11_351)),
        (2500, "DE", "CH", "2023-12-31", Tax::Unknown, Tax::Unknown, 3000, None),
        (2500, "US", "JP", NOW, Tax::None, Tax::None, 3000, Some(3000)),
        (9000, "US", "JP", NOW, between(0, 950), Tax::None, 9500, Some(10_450)),
        (2500, "US", "AU", NOW, between(0, 300), Tax::None, 3000, Some(3300)),
        (90_000, "US", "AU", NOW, Tax::Unknown, Tax::Unknown, 90_500, None),
        (1000, "US", "CA", NOW, between(0, 225), Tax::None, 1500, Some(1725)),
        (2500, "CA", "CA", NOW, between(150, 450), Tax::None, 3150, Some(3450)),
        (2500, "US", "US", NOW, Tax::Unknown, Tax::None, 3000, None),
        (2500, "DE", "US", NOW, Tax::Unknown, Tax::Unknown, 3000, None),
        (2500, "ES", "IC", NOW, Tax::Unknown, Tax::Unknown, 3000, None),
        (2500, "DE", "BR", NOW, Tax::Unknown, Tax::Unknown, 3000, None),
        // Nobody says from where: from nothing to everything.
        (2500, "", "ES", NOW, Tax::Unknown, Tax::Unknown, 3000, Some(4235)),
        (2500, "", "CA", NOW, Tax::Unknown, Tax::Unknown, 3000, None),
    ] {
        let landed = landed(sale(item, Shipping::Known(500), from, to, on), &rates());
        assert_eq!(
            (landed.vat, landed.duty, landed.low, landed.high),
            (vat, duty, low, high),
            "{from} {to} {on} {item}"
        );
    }
}

#[test]
fn unknown_shipping_is_never_free() {
    let unknown = landed(sale(2500, Shipping::Unknown, "DE", "ES", NOW), &rates());
    assert_eq!((unknown.vat, unknown.low, unknown.high), (Tax::None, 2500, None));
    let imported = landed(sale(2500, Shipping::Unknown, "US", "ES", NOW), &rates());
    assert_eq!((imported.vat, imported.low, imported.high), (Tax::AtLeast(588), 3388, None));
    let estimated = landed(sale(2500, Shipping::Estimated { low: 400, high: 900 }, "US", "GB", NOW), &rates());
    assert_eq!(estimated.vat, Tax::Between { low: 580, high: 680 });
    assert_eq!((estimated.low, estimated.high), (3480, Some(4080)));
    // Limits in a currency without a rate make totals wider.
    let without = landed(sale(10_000, Shipping::Known(500), "DE", "CH", NOW), &Rates::default());
    assert_eq!((without.vat, without.low, without.high), (Tax::Between { low: 0, high: 851 }, 10_500, Some(11_351)));
}

#[test]
fn offers_without_a_bound_come_last() {
    let at = |minute: u32| format!("2026-11-21T10:{minute:02}:00Z").parse::<DateTime<Utc>>().unwrap();
    let offer = |item, shipping, from, to| landed(sale(item, shipping, from, to, NOW), &rates());
    let known = Shipping::Known;
    let ordered = [
        (offer(2500, known(500), "DE", "ES"), at(9)),
        (offer(2000, known(1001), "DE", "ES"), at(5)),
        (offer(2500, known(501), "DE", "ES"), at(3)),
        (offer(2500, known(501), "DE", "ES"), at(4)),
        (offer(2000, Shipping::Estimated { low: 400, high: 1002 }, "DE", "ES"), at(0)),
        (offer(1500, known(500), "GB", "ES"), at(0)),
        (offer(900, known(100), "US", "US"), at(0)),
        (offer(100, known(5000), "US", "US"), at(0)),
        (offer(1, Shipping::Unknown, "DE", "ES"), at(0)),
        (offer(2, Shipping::Unknown, "US", "ES"), at(0)),
    ];
    let keys: Vec<SortKey> = ordered.iter().map(|(landed, at)| landed.sort_key(*at)).collect();
    assert!(keys.is_sorted_by(|a, b| a < b), "{keys:?}");
}

fn any_shipping() -> impl Strategy<Value = Shipping> {
    let cents = || prop_oneof![0_i64..20_000, Just(i64::MAX)];
    prop_oneof![
        cents().prop_map(Shipping::Known),
        (cents(), cents()).prop_map(|(a, b)| Shipping::Estimated { low: a.min(b), high: a.max(b) }),
        Just(Shipping::Unknown),
    ]
}

fn any_sale() -> impl Strategy<Value = Sale> {
    let places =
        prop::sample::select(vec!["", "ES", "DE", "GB", "US", "CH", "NO", "JP", "AU", "CA", "IC", "XI", "BR", "RO"]);
    let item = prop_oneof![0_i64..200_000, Just(i64::MAX)];
    let days = prop::sample::select(vec!["2023-05-01", "2026-06-30", "2026-07-01", NOW, "2029-01-01"]);
    (item, any_shipping(), places.clone(), places.prop_filter("a destination", |place| !place.is_empty()), days)
        .prop_map(|(item, shipping, from, to, on)| sale(item, shipping, from, to, on))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_hold_their_parts(sale in any_sale()) {
        let total = landed(sale, &rates());
        let shipping = sale.shipping.bounds();
        prop_assert!(total.low >= sale.item.saturating_add(shipping.low));
        prop_assert!(total.high.is_none_or(|high| high >= total.low));
        prop_assert!(shipping.high.is_some() || total.high.is_none());
        let unknown = [total.vat, total.duty].iter().any(|tax| matches!(tax, Tax::Unknown | Tax::AtLeast(_)));
        prop_assert!(!unknown || sale.origin.is_none() || total.high.is_none());
        // Not knowing whence never promises more than knowing it, and never less.
        let unknown = landed(Sale { origin: None, ..sale }, &rates());
        prop_assert!(unknown.low <= total.low);
        prop_assert!(unknown.high.is_none_or(|most| total.high.is_some_and(|high| high <= most)));
    }

    #[test]
    fn the_order_is_total(sales in prop::collection::vec((any_sale(), 0_i64..3), 3)) {
        let keys: Vec<SortKey> = sales.iter().map(|(sale, minute)| {
            landed(*sale, &rates()).sort_key(DateTime::from_timestamp(minute * 60, 0).unwrap())
        }).collect();
        prop_assert_eq!(keys[0].cmp(&keys[1]), keys[1].cmp(&keys[0]).reverse());
        prop_assert!(!(keys[0] <= keys[1] && keys[1] <= keys[2]) || keys[0] <= keys[2]);
        let totals: Vec<Landed> = sales.iter().map(|(sale, _)| landed(*sale, &rates())).collect();
        prop_assert!(!(totals[0].high.is_some() && totals[1].high.is_none()) || keys[0] < keys[1]);
    }
}
