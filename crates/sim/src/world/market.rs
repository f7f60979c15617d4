//! What a pressing costs: dearer when old, original, wanted and rare. Prices are invented; only their shape is real.

use super::{Pressing, World};
use crate::dice::Dice;

/// The offers of one release.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Market {
    pub(crate) for_sale: u32,
    /// The lowest price in US dollars with two decimals; none when nothing is offered.
    pub(crate) lowest: Option<f64>,
    /// Discogs forbids its sale; nothing else is said then.
    pub(crate) blocked: bool,
}

/// Units of a currency that a US dollar buys; fixed, because a price must not change between two runs.
const RATES: [(&str, f64); 12] = [
    ("USD", 1.0),
    ("GBP", 0.788_523_1),
    ("EUR", 0.921_407_6),
    ("CAD", 1.362_918_3),
    ("AUD", 1.517_246_9),
    ("JPY", 149.836_21),
    ("CHF", 0.881_953_4),
    ("MXN", 17.128_64),
    ("BRL", 4.971_835),
    ("NZD", 1.634_271),
    ("SEK", 10.412_96),
    ("ZAR", 18.736_41),
];

/// The dollar's rate into `currency`; none for one that Discogs does not know.
pub(crate) fn rate(currency: &str) -> Option<f64> {
    RATES.iter().find(|(code, _)| *code == currency).map(|(_, rate)| *rate)
}

impl World {
    /// The offers of a pressing.
    pub(crate) fn market(&self, album: usize, pressing: &Pressing) -> Market {
        let mut dice = Dice::new("market", u64::try_from(pressing.id).unwrap_or(0), u64::from(pressing.have));
        if dice.chance(0.03) && pressing.have < 2000 {
            return Market { for_sale: 0, lowest: None, blocked: true };
        }
        let for_sale =
            u32::try_from(u64::from(pressing.have) * dice.below(60) / 1000).unwrap_or(0) + offered(&mut dice);
        if for_sale == 0 {
            return Market { for_sale, lowest: None, blocked: false };
        }
        let age = f64::from(2025_u16.saturating_sub(pressing.year().max(1955)));
        let original = pressing.year() != 0 && pressing.year() == self.album(album).year;
        let wanted = f64::from(pressing.want + 1) / f64::from(pressing.have + 1);
        let base = 9.0 + 14.0 * dice.unit() + 9.0 * wanted.min(8.0);
        let dearer = if original { 1.0 + age / 22.0 } else { 1.0 + age / 120.0 };
        let cents = (base * dearer * f64::from(pressing.discs.max(1)).sqrt() * 100.0).round();
        Market { for_sale, lowest: Some(cents / 100.0), blocked: false }
    }
}

/// A few copies are offered of most records, however few people own them.
fn offered(dice: &mut Dice) -> u32 {
    if dice.chance(0.15) { 0 } else { u32::try_from(dice.between(1, 6)).unwrap_or(1) }
}
