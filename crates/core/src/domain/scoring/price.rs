//! Points for a price.

use super::Points;
use crate::domain::money::{Currency, Money};

/// Below the first amount a price is great, below the second it is good: minor units of `currency`, `None` where nobody has set them.
///
/// 30 and 50 are the product's thresholds in euros. They are not converted: a threshold that moves with the exchange rate would make one
/// price good today and not tomorrow. Currencies worth about as much as the euro use the same round numbers, the others that Discogs
/// quotes have round numbers of their own of about that worth.
fn thresholds(currency: Currency) -> Option<(i64, i64)> {
    let (great, good) = match currency.code() {
        "EUR" | "USD" | "GBP" | "CHF" => (30, 50),
        "CAD" | "AUD" | "NZD" => (50, 80),
        "BRL" => (200, 300),
        "SEK" => (350, 550),
        "MXN" | "ZAR" => (600, 1_000),
        "JPY" => (5_000, 8_000),
        _ => return None,
    };
    let scale = 10_i64.pow(currency.minor_digits());
    Some((great * scale, good * scale))
}

/// `None` without points: too dear, or in another currency than the listener's, which is never compared raw. A price of nothing is a
/// listing error, not a bargain.
pub(super) fn points(price: Money, listeners: Currency) -> Option<Points> {
    let (great, good) = thresholds(listeners)?;
    let below = |minor| price.cheaper_than(Money::new(minor, listeners)).unwrap_or(false);
    match price.minor {
        ..=0 => None,
        _ if below(great) => Some(GREAT),
        _ if below(good) => Some(Points::whole(5)),
        _ => None,
    }
}

/// What a great price is worth.
pub const GREAT: Points = Points::whole(10);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follow_the_listeners_currency() {
        for (minor, code, listeners, expected) in [
            (2999, "EUR", "EUR", Some(10)),
            (3000, "EUR", "EUR", Some(5)),
            (4999, "EUR", "EUR", Some(5)),
            (5000, "EUR", "EUR", None),
            (1, "EUR", "EUR", Some(10)),
            (0, "EUR", "EUR", None),
            (-1, "EUR", "EUR", None),
            (2200, "EUR", "USD", None),
            (2200, "JPY", "EUR", None),
            (4_999, "JPY", "JPY", Some(10)),
            (8_000, "JPY", "JPY", None),
            (100, "XXX", "XXX", None),
        ] {
            let price = Money::new(minor, code.parse().unwrap());
            assert_eq!(
                points(price, listeners.parse().unwrap()),
                expected.map(Points::whole),
                "{price:?} for {listeners}"
            );
        }
    }

    #[test]
    fn every_currency_that_discogs_quotes_has_thresholds() {
        for code in ["USD", "GBP", "EUR", "CAD", "AUD", "JPY", "CHF", "MXN", "BRL", "NZD", "SEK", "ZAR"] {
            assert!(thresholds(code.parse().unwrap()).is_some_and(|(great, good)| great < good), "{code}");
        }
    }
}
