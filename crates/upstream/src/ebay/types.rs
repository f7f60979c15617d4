//! What eBay has, in the product's words.

use chrono::{DateTime, Utc};

use super::amount::Amount;
use super::aspects::Aspects;

/// One page of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// How many items there are in all, which eBay estimates.
    pub total: u32,
    /// Whether eBay names a next page.
    pub more: bool,
    /// An item may come again on a later page: its id is its key.
    pub items: Vec<Summary>,
    /// When eBay said so; what is shown must not be older than six hours.
    pub seen_at: DateTime<Utc>,
}

/// An item as searches show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// `v1|<number>|<variation or 0>`.
    pub id: String,
    /// As the seller wrote it.
    pub title: String,
    /// How it is sold, and for how much.
    pub offered: Offered,
    /// Its price before eBay converted it to the site's currency; `None` when it is the site's own.
    pub original: Option<Amount>,
    /// What sending it to the country of the search costs.
    pub shipping: Shipping,
    /// Where it lies, ISO 3166-1. It may lie outside of the location that was asked for.
    pub country: Option<String>,
    /// In the site's language: `New`, `Gebraucht`.
    pub condition: Option<String>,
    /// 1000 new, 2750 like new, 3000 used, 4000 very good, 5000 good, 6000 acceptable. The grade of the record is an aspect of the item.
    pub condition_id: Option<String>,
    /// Who sells it.
    pub seller: Seller,
    /// The address to show: as given for our campaign where there is one, otherwise eBay's page.
    pub link: String,
    /// Whether the link earns a commission.
    pub is_affiliate: bool,
    /// A picture of it.
    pub image: Option<String>,
    /// The categories that it is in, the most exact ones only.
    pub categories: Vec<String>,
    /// When it was listed.
    pub listed_at: Option<DateTime<Utc>>,
    /// When an auction ends.
    pub ends_at: Option<DateTime<Utc>>,
}

/// How an item is sold; decided by its buying options alone, because a bid stands beside the price of what is no auction as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offered {
    /// The price to buy it now; `None` for a mere auction.
    pub price: Option<Amount>,
    /// The present bid; `None` for what is no auction.
    pub bid: Option<Amount>,
    /// How many have bid.
    pub bids: Option<u32>,
    /// Whether the seller looks at lower offers.
    pub best_offer: bool,
}

/// What sending costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shipping {
    /// Nobody says: it is collected, or depends on what eBay was not told.
    Unknown,
    /// Nothing.
    Free,
    /// The cheapest way that is named.
    Costs(Amount),
}

/// A seller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    /// The name on eBay.
    pub name: Option<String>,
    /// Praise in hundredths of a percent: 9980 for `99.8`.
    pub feedback: Option<u32>,
    /// How much of it.
    pub feedback_count: Option<i64>,
    /// Whether it is a business, on sites that say so.
    pub business: Option<bool>,
}

/// An item with its aspects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `v1|<number>|<variation or 0>`.
    pub id: String,
    /// As the seller wrote it.
    pub title: String,
    /// What the seller filled in.
    pub aspects: Aspects,
    /// When eBay said so.
    pub seen_at: DateTime<Utc>,
}
