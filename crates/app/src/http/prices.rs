//! How a price is shown: in one currency with what was asked, what it costs delivered, when it was seen, and where to buy.
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::reading::Reader;
use vinilogy_core::store::ANYWHERE;

use super::{Error, Result};

/// For whom prices are read.
#[derive(Debug, Default, Deserialize, IntoParams)]
pub struct ShipsTo {
    /// ISO 3166: where it is delivered; without it shipping and taxes are unknown.
    ships_to: Option<String>,
    /// ISO 4217: in which prices are read; EUR unless asked otherwise.
    currency: Option<String>,
}

impl ShipsTo {
    /// The country and the currency.
    ///
    /// # Errors
    /// Names the one that is none.
    pub fn read(&self) -> Result<(String, Currency)> {
        Ok((country("ships_to", self.ships_to.as_deref())?, currency(self.currency.as_deref())?))
    }
}

/// Two capital letters.
pub fn country(name: &str, asked: Option<&str>) -> Result<String> {
    let country = asked.unwrap_or(ANYWHERE);
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code {
        return Ok(country.to_owned());
    }
    let said: String = country.chars().take(16).collect();
    Err(Error::BadRequest(format!("{name}: {said:?} is not a country code of ISO 3166")))
}

/// The currency in which prices are read.
pub fn currency(asked: Option<&str>) -> Result<Currency> {
    let parsed = asked.map_or(Ok(Currency::EUR), str::parse);
    parsed.map_err(|error| Error::BadRequest(format!("currency: {error}")))
}

/// What something costs at one provider.
#[derive(Debug, Clone, Serialize, ToSchema)]
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
    /// With shipping and import taxes; null when nothing is known of them.
    pub delivered: Option<Delivered>,
    /// What is asked, when that is in another currency.
    pub asked: Option<Asked>,
    /// The day of the exchange rate, when there is one: the newest that was published until it was seen.
    pub rate_day: Option<NaiveDate>,
    /// Whose price it is.
    #[schema(example = "discogs")]
    pub provider: String,
    /// Where to buy.
    pub url: String,
    /// When it was seen.
    pub observed_at: DateTime<Utc>,
}

/// What it costs at the door, in minor units of the price's currency.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Delivered {
    /// At least.
    pub low: i64,
    /// At most; null when a part is unknown.
    pub high: Option<i64>,
    /// Shipping is not the seller's but what like offers ask.
    pub estimated: bool,
    /// As a person reads it.
    #[schema(example = "27.90 €")]
    pub text: String,
}

/// An amount in the provider's currency.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Asked {
    /// Minor units.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
}

/// A price as the store has it.
#[derive(Debug)]
pub struct Stored {
    /// Minor units of the provider's currency.
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    /// Minor units of the provider's currency.
    pub shipping: Option<i64>,
    /// Euro cents.
    pub item_cents: Option<i64>,
    /// Euro cents.
    pub delivered_low: Option<i64>,
    /// Euro cents.
    pub delivered_high: Option<i64>,
    /// Whether shipping is an estimate.
    pub estimated: bool,
    /// Of the exchange rate.
    pub rate_day: Option<NaiveDate>,
    /// Whose.
    pub provider: String,
    /// Where to buy.
    pub url: String,
    /// When it was seen.
    pub observed_at: DateTime<Utc>,
}

impl Price {
    /// In the reader's currency; in its own when a rate is missing, because an amount without a rate is no other amount.
    pub fn read(stored: Stored, reader: &Reader) -> Option<Self> {
        let currency: Currency = stored.currency.parse().ok()?;
        let asked = Money::new(stored.amount, currency);
        let shown = reader.price(asked, stored.item_cents, stored.rate_day).unwrap_or(asked);
        let converted = shown.currency != currency;
        let cents = |cents: Option<i64>| Some(reader.cents(cents?, stored.rate_day?)?.money.minor);
        let rate = stored.item_cents.zip(stored.rate_day).and_then(|(cents, day)| reader.cents(cents, day));
        let delivered = cents(stored.delivered_low).map(|low| {
            let high = cents(stored.delivered_high);
            Delivered { low, high, estimated: stored.estimated, text: range(low, high, reader.currency()) }
        });
        let shipping = if converted { shipping_in(&stored, reader) } else { stored.shipping };
        Some(Self {
            amount: shown.minor,
            currency: shown.currency.to_string(),
            text: shown.to_string(),
            shipping,
            delivered: delivered.filter(|_| shown.currency == reader.currency()),
            asked: converted.then(|| Asked { amount: stored.amount, currency: stored.currency.clone() }),
            rate_day: rate.map(|rate| rate.day).filter(|_| converted),
            provider: stored.provider,
            url: stored.url,
            observed_at: stored.observed_at,
        })
    }
}

/// Shipping by the rate at which the item was converted.
fn shipping_in(stored: &Stored, reader: &Reader) -> Option<i64> {
    let (shipping, item) = (i128::from(stored.shipping?), i128::from(stored.item_cents?));
    let amount = i128::from(stored.amount);
    let cents = if shipping == 0 { 0 } else { (shipping * item + amount / 2).checked_div(amount)? };
    Some(reader.cents(i64::try_from(cents).ok()?, stored.rate_day?)?.money.minor)
}

fn range(low: i64, high: Option<i64>, currency: Currency) -> String {
    let money = |minor| Money::new(minor, currency);
    match high {
        Some(high) if high == low => money(low).to_string(),
        Some(high) => format!("{} to {}", money(low).decimal('.'), money(high)),
        None => format!("from {}", money(low)),
    }
}

/// [`Stored`] of a row whose columns have these names and are null together when there is no price; `whole` of a row that is a price.
macro_rules! stored {
    (whole $row:expr) => {
        $crate::http::prices::Stored {
            amount: $row.amount,
            currency: $row.currency.clone(),
            shipping: $row.shipping,
            item_cents: $row.item_cents,
            delivered_low: $row.delivered_low,
            delivered_high: $row.delivered_high,
            estimated: $row.estimated,
            rate_day: $row.rate_day,
            provider: $row.provider.clone(),
            url: $row.url.clone(),
            observed_at: $row.observed_at,
        }
    };
    ($row:expr) => {
        $crate::http::prices::stored!(
            $row,
            amount,
            currency,
            shipping,
            item_cents,
            delivered_low,
            delivered_high,
            estimated,
            rate_day,
            provider,
            price_url,
            observed_at
        )
    };
    ($row:expr, $amount:ident, $currency:ident, $shipping:ident, $item:ident, $low:ident, $high:ident, $estimated:ident, $day:ident,
     $provider:ident, $url:ident, $at:ident) => {
        (|| {
            Some($crate::http::prices::Stored {
                amount: $row.$amount?,
                currency: $row.$currency.clone()?,
                shipping: $row.$shipping,
                item_cents: $row.$item,
                delivered_low: $row.$low,
                delivered_high: $row.$high,
                estimated: $row.$estimated.unwrap_or(false),
                rate_day: $row.$day,
                provider: $row.$provider.clone()?,
                url: $row.$url.clone()?,
                observed_at: $row.$at?,
            })
        })()
    };
}
pub(super) use stored;
