//! How a price is shown: minor units and their currency, when it was seen, and where to buy.
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::money::{Currency, Money};

/// What a pressing costs at one provider.
#[derive(Debug, Serialize, ToSchema)]
pub struct Price {
    /// Minor units of the currency: 2200 is 22.00 €.
    #[schema(example = 2200)]
    pub amount: i64,
    /// ISO 4217.
    #[schema(example = "EUR")]
    pub currency: String,
    /// As a person reads it.
    #[schema(example = "22.00 €")]
    pub text: String,
    /// Minor units; null when unknown, which is not free.
    pub shipping: Option<i64>,
    /// Whose price it is.
    #[schema(example = "discogs")]
    pub provider: String,
    /// Where to buy.
    pub url: Option<String>,
    /// When it was seen.
    pub observed_at: DateTime<Utc>,
}

impl Price {
    /// From columns of which the first is null when there is no price.
    pub fn of(
        amount: Option<i64>,
        currency: &str,
        shipping: Option<i64>,
        provider: Option<String>,
        url: Option<String>,
        observed_at: Option<DateTime<Utc>>,
    ) -> Option<Self> {
        let amount = amount?;
        let text =
            currency.parse::<Currency>().map_or_else(|_| amount.to_string(), |c| Money::new(amount, c).to_string());
        Some(Self {
            amount,
            currency: currency.to_owned(),
            text,
            shipping,
            provider: provider?,
            url,
            observed_at: observed_at?,
        })
    }
}
