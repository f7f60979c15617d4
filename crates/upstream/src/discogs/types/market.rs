//! What a pressing costs.

use chrono::{DateTime, Utc};

/// The marketplace for one pressing.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// Copies for sale; `None` when Discogs does not say (also when blocked).
    pub for_sale: Option<i32>,
    /// Lowest price in the world, any condition, without shipping.
    pub lowest: Option<Amount>,
    /// May not be sold on Discogs (bootlegs).
    pub blocked: bool,
    /// When Discogs said so; an answer from the archive may be hours old.
    pub seen_at: DateTime<Utc>,
}

/// A sum of money as Discogs gives it: after conversion a long fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// ISO 4217 code.
    pub currency: String,
    /// In major units.
    pub value: f64,
}
