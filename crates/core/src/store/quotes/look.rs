//! What one look at a provider brought, as the store takes it: what was looked at, when, and each offer as it is delivered to a place.
use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::money::{Currency, Money};

/// The destination of an offer whose provider does not say where it ships (CLDR's unknown region).
pub const ANYWHERE: &str = "ZZ";

/// How something is for sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sale {
    /// At this price.
    Fixed,
    /// To whom bids most; the amount is the highest bid so far, or where bidding begins.
    Auction,
    /// The cheapest of many offers, of which nothing else is said.
    Lowest,
}

impl Sale {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Auction => "auction",
            Self::Lowest => "lowest",
        }
    }
}

/// An offer as it is delivered to one place.
#[derive(Debug, Clone)]
pub struct Quote {
    /// What the provider calls it.
    pub offer: String,
    /// The album; that of the pressing, when one is named.
    pub album_id: i64,
    /// The pressing, if it is told which.
    pub release_id: Option<i64>,
    /// ISO 3166 country, or [`ANYWHERE`].
    pub ships_to: String,
    /// How it is sold.
    pub sale: Sale,
    /// In the provider's currency.
    pub price: Money,
    /// In the same currency; unknown is `None`, never zero.
    pub shipping: Option<i64>,
    /// Goldmine grade of the record, 1 (poor) to 8 (mint).
    pub media: Option<i16>,
    /// The same of the sleeve.
    pub sleeve: Option<i16>,
    /// Whether both are VG+ or better, as far as is told.
    pub very_good_plus: bool,
    /// Who sells it.
    pub seller: Option<String>,
    /// ISO 3166 country from which it comes.
    pub ships_from: Option<String>,
    /// How the seller calls it.
    pub title: Option<String>,
    /// Where to buy.
    pub url: String,
    /// How sure it is that this is the album, and the pressing: 0 to 1.
    pub confidence: f32,
    /// When the offer ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// What it costs in euros; `None` when no rate of its currency is known.
    pub cost: Option<Cost>,
}

/// What an offer costs in euro cents, at the rate of the day on which it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Without shipping and taxes.
    pub item: i64,
    /// Delivered, at least.
    pub low: Option<i64>,
    /// Delivered, at most; `None` when a part is unknown.
    pub high: Option<i64>,
    /// Import taxes; `None` when unknown.
    pub tax: Option<i64>,
    /// Shipping is an estimate from like offers.
    pub estimated: bool,
    /// The day of the rate.
    pub rate_day: NaiveDate,
    /// Its place among other offers, `domain::prices::landed::SortKey::rank`.
    pub rank: (i16, i64),
}

/// What was looked at: what a newer look at the same does not see is not for sale any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// One pressing.
    Pressing(i64),
    /// One pressing's offers in one currency, when others were looked at at other times.
    Currency(i64, Currency),
    /// All that is for sale of an album and delivered to a country.
    Album {
        /// The album.
        id: i64,
        /// ISO 3166.
        ships_to: String,
    },
    /// All that the provider has.
    Stock,
}

/// What one provider was seen to offer at one time; without quotes, that it had none for sale.
#[derive(Debug, Clone)]
pub struct Look {
    /// What was looked at.
    pub scope: Scope,
    /// When, by the provider's answer.
    pub seen_at: DateTime<Utc>,
    /// Copies of the pressing for sale, if told.
    pub for_sale: Option<i32>,
    /// What is for sale.
    pub quotes: Vec<Quote>,
}

impl Look {
    /// The pressing that was looked at.
    pub(in crate::store) const fn pressing(&self) -> Option<i64> {
        match self.scope {
            Scope::Pressing(id) | Scope::Currency(id, _) => Some(id),
            Scope::Album { .. } | Scope::Stock => None,
        }
    }
}
