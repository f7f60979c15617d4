//! Looks at what is for sale, for tests that are about something else than how offers are read.
use chrono::{DateTime, NaiveDate, Utc};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Cost, Look, Quote, Sale, Scope};

/// A pressing seen for sale at a price, three copies of it.
pub fn look(release_id: i64, seen_at: DateTime<Utc>, price: Money, shipping: Option<i64>, ships_to: &str) -> Look {
    Look { quotes: vec![quote(release_id, price, shipping, ships_to)], for_sale: Some(3), ..none(release_id, seen_at) }
}

/// A pressing seen with none for sale.
pub fn none(release_id: i64, seen_at: DateTime<Utc>) -> Look {
    Look { scope: Scope::Pressing(release_id), seen_at, for_sale: Some(0), quotes: Vec::new() }
}

/// An offer of a pressing. Euros cost what they say; of other currencies no rate is known.
pub fn quote(release_id: i64, price: Money, shipping: Option<i64>, ships_to: &str) -> Quote {
    let total = shipping.map(|shipping| price.minor + shipping);
    let cost = Cost {
        item: price.minor,
        low: total,
        high: total,
        tax: total.map(|_| 0),
        estimated: false,
        rate_day: NaiveDate::default(),
        rank: total.map_or((2, price.minor), |total| (0, total)),
    };
    Quote {
        offer: release_id.to_string(),
        album_id: 0,
        release_id: Some(release_id),
        ships_to: ships_to.to_owned(),
        sale: Sale::Fixed,
        price,
        shipping,
        media: None,
        sleeve: None,
        very_good_plus: false,
        seller: None,
        ships_from: None,
        title: None,
        url: format!("https://shop/{release_id}"),
        confidence: 1.0,
        ends_at: None,
        cost: (price.currency == Currency::EUR).then_some(cost),
    }
}
