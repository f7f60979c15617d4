//! What an offer costs whom: the rates, the countries of our listeners and what shipping there usually costs, as they are now.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::country::Country;
use vinilogy_core::domain::prices::customs::Tax;
use vinilogy_core::domain::prices::landed::{Landed, Sale as Sold, SortKey, landed};
use vinilogy_core::domain::prices::rates::Rates;
use vinilogy_core::domain::prices::shipping::{Shipping, estimate};
use vinilogy_core::store::{ANYWHERE, Cost, Error, Look, Quote, Store};

use super::{Destination, Market, Offer, Sighting};

/// Rates of so many days are enough for what is seen now, and the last ones before them for currencies that are no longer published.
const DAYS: i32 = 30;
/// Where nobody listens yet.
const DEFAULT_MARKET: (&str, Currency) = ("ES", Currency::EUR);

/// What a price job knows beside the offers.
#[derive(Debug, Default)]
pub struct Terms {
    rates: Rates,
    markets: Vec<Market>,
    /// By destination: origins and what shipping from there costs, in euro cents.
    shipping: HashMap<Country, Vec<(Option<Country>, i64)>>,
}

impl Terms {
    /// As they are now.
    ///
    /// # Errors
    /// As every statement.
    pub async fn load(store: &Store) -> Result<Self, Error> {
        let (rates, markets) = futures::try_join!(store.rates(&[], DAYS), store.markets())?;
        let mut markets: Vec<Market> = markets
            .iter()
            .filter_map(|m| Some(Market { country: m.country.parse().ok()?, currency: m.currency.parse().ok()? }))
            .collect();
        if markets.is_empty() {
            let (country, currency) = DEFAULT_MARKET;
            markets.extend(country.parse().map(|country| Market { country, currency }));
        }
        let countries: Vec<&str> = markets.iter().map(|market| market.country.code()).collect();
        let mut shipping: HashMap<Country, Vec<(Option<Country>, i64)>> = HashMap::new();
        for known in store.shipping_known(&countries).await? {
            let Ok(to) = known.ships_to.parse() else { continue };
            let from = known.ships_from.and_then(|code| code.parse().ok());
            shipping.entry(to).or_default().push((from, known.cents));
        }
        Ok(Self { rates, markets, shipping })
    }

    /// Whether no exchange rate is known at all.
    pub fn has_no_rates(&self) -> bool {
        self.rates.is_empty()
    }

    /// Where our listeners live.
    pub fn markets(&self) -> &[Market] {
        &self.markets
    }

    /// The currencies in which they read prices, each once, the euro first when it is one of them.
    pub fn currencies(&self) -> Vec<Currency> {
        let mut currencies: Vec<Currency> = self.markets.iter().map(|market| market.currency).collect();
        currencies.sort_by_key(|currency| (*currency != Currency::EUR, *currency));
        currencies.dedup();
        currencies
    }

    /// What is written of a sighting.
    pub fn look(&self, sighting: &Sighting) -> Look {
        let quotes = sighting.offers.iter().flat_map(|offer| {
            offer.delivery.iter().map(|(to, shipping)| self.quote(offer, *to, *shipping, sighting.seen_at))
        });
        Look {
            scope: sighting.scope.clone(),
            seen_at: sighting.seen_at,
            for_sale: sighting.for_sale,
            quotes: quotes.collect(),
        }
    }

    fn quote(&self, offer: &Offer, to: Destination, shipping: Option<i64>, at: DateTime<Utc>) -> Quote {
        Quote {
            offer: offer.key.clone(),
            album_id: offer.album_id,
            release_id: offer.release_id,
            ships_to: match to {
                Destination::To(country) => country.code().to_owned(),
                Destination::Anywhere => ANYWHERE.to_owned(),
            },
            sale: offer.sale,
            price: offer.price,
            shipping,
            media: offer.condition.media.map(|grade| grade.rank()),
            sleeve: offer.condition.sleeve.map(|grade| grade.rank()),
            very_good_plus: offer.condition.at_least_vg_plus(),
            seller: offer.seller.clone(),
            ships_from: offer.origin.map(|country| country.code().to_owned()),
            title: offer.title.clone(),
            url: offer.url.clone(),
            confidence: offer.confidence,
            ends_at: offer.ends_at,
            cost: self.cost(offer, to, shipping, at),
        }
    }

    /// In euro cents at the rate of the day; `None` when no rate of the currency is known.
    fn cost(&self, offer: &Offer, to: Destination, shipping: Option<i64>, at: DateTime<Utc>) -> Option<Cost> {
        let day = at.date_naive();
        let euros = |minor| self.rates.convert(Money::new(minor, offer.price.currency), Currency::EUR, day);
        let item = euros(offer.price.minor)?;
        let Destination::To(destination) = to else {
            let rank = SortKey::of_item(item.money.minor, at).rank();
            let (low, high, tax) = (None, None, None);
            return Some(Cost { item: item.money.minor, low, high, tax, estimated: false, rate_day: item.day, rank });
        };
        let known = match shipping {
            Some(shipping) => Some(Shipping::Known(euros(shipping)?.money.minor)),
            None => self.estimated(destination, offer.origin),
        };
        let sold = Sold {
            item: item.money.minor,
            shipping: known.unwrap_or(Shipping::Unknown),
            origin: offer.origin,
            destination,
            day,
        };
        let landed = landed(sold, &self.rates);
        Some(Cost {
            item: landed.item,
            low: Some(landed.low),
            high: landed.high,
            tax: taxes(&landed),
            estimated: matches!(landed.shipping, Shipping::Estimated { .. }),
            rate_day: item.day,
            rank: landed.sort_key(at).rank(),
        })
    }

    fn estimated(&self, destination: Country, origin: Option<Country>) -> Option<Shipping> {
        estimate(self.shipping.get(&destination)?, origin).map(|estimate| estimate.shipping)
    }
}

/// Import taxes when all of them are known.
fn taxes(landed: &Landed) -> Option<i64> {
    let due = |tax| match tax {
        Tax::None => Some(0),
        Tax::Due(cents) => Some(cents),
        Tax::Between { .. } | Tax::AtLeast(_) | Tax::Unknown => None,
    };
    Some(due(landed.vat)? + due(landed.duty)?)
}
