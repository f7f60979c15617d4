//! What a record costs delivered: its price, sending it, VAT and duty, in euro cents; and the rule by which delivered offers are compared.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::country::Country;
use super::customs::{Bounds, Parcel, Tax, is_inside};
use super::rates::Rates;
use super::shipping::Shipping;

/// A record that is offered to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    /// Its price in euro cents.
    pub item: i64,
    /// What sending it costs.
    pub shipping: Shipping,
    /// Where it is sent from, when the offer says it.
    pub origin: Option<Country>,
    /// Where it is sent to.
    pub destination: Country,
    /// When it would be sold: rules have dates.
    pub day: NaiveDate,
}

/// What a record costs delivered, in euro cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Landed {
    /// The record.
    pub item: i64,
    /// Sending it.
    pub shipping: Shipping,
    /// Sales tax, VAT or import VAT beside the price.
    pub vat: Tax,
    /// Duty and fees of the state; not what the carrier asks for its own work.
    pub duty: Tax,
    /// All together at least: everything that is known to be due. Shipping that is unknown is not in it.
    pub low: i64,
    /// All together at most; `None` when a part has no upper bound, such as shipping of unknown cost.
    pub high: Option<i64>,
}

/// What an offer costs delivered, by the rules of [`super::customs`]. Where it comes from being unknown, its taxes are unknown, and the total
/// goes from the least to the most that it would cost from inside and from outside. `rates` are for limits in other currencies; without
/// them the totals are wider, never wrong.
#[must_use]
pub fn landed(sale: Sale, rates: &Rates) -> Landed {
    let Sale { item, shipping, origin, destination, day } = sale;
    let parcel = Parcel { item, shipping: shipping.bounds(), destination, day, rates };
    let price = Bounds::exactly(item).plus(shipping.bounds());
    let total = |(vat, duty): (Bounds, Bounds)| price.plus(vat).plus(duty);
    let (inside, outside) = (parcel.inside(), parcel.outside());
    let Some(origin) = origin else {
        let (inside, outside) = (total(inside), total(outside));
        let high = inside.high.zip(outside.high).map(|(inside, outside)| inside.max(outside));
        let low = inside.low.min(outside.low);
        return Landed { item, shipping, vat: Tax::Unknown, duty: Tax::Unknown, low, high };
    };
    let taxes = if is_inside(origin, destination) { inside } else { outside };
    let Bounds { low, high } = total(taxes);
    Landed { item, shipping, vat: taxes.0.into(), duty: taxes.1.into(), low, high }
}

/// Orders offers as a buyer compares them: the smaller key is the better offer. See [`Landed::sort_key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    class: u8,
    amount: i64,
    item: i64,
    observed_at: DateTime<Utc>,
}

impl SortKey {
    /// Of an item of which nobody says where it is delivered: nothing but its price can be compared, as where shipping is unknown.
    #[must_use]
    pub const fn of_item(item: i64, observed_at: DateTime<Utc>) -> Self {
        Self { class: 2, amount: item, item, observed_at }
    }

    /// The class of the rule and the amount by which it compares, for storage: smaller is better.
    #[must_use]
    pub fn rank(&self) -> (i16, i64) {
        (i16::from(self.class), self.amount)
    }
}

impl Landed {
    /// The rule by which delivered offers are compared, as a key in a total order:
    /// 1. offers with an upper bound by that bound: what one pays at worst;
    /// 2. then those whose taxes have no upper bound, by item and shipping;
    /// 3. then those whose shipping is unknown, by item, because nothing else of them can be compared;
    /// 4. of equal ones the lower item price, then the one observed earlier.
    ///
    /// Callers that need one order among equals of the same minute append the offer's id.
    #[must_use]
    pub fn sort_key(&self, observed_at: DateTime<Utc>) -> SortKey {
        let (class, amount) = match (self.high, self.shipping.bounds().high) {
            (Some(high), _) => (0, high),
            (None, Some(shipping)) => (1, self.item.saturating_add(shipping)),
            (None, None) => return SortKey::of_item(self.item, observed_at),
        };
        SortKey { class, amount, item: self.item, observed_at }
    }
}

#[cfg(test)]
mod tests;
