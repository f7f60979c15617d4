//! Shops: each says all that it has at once, as a list. Each record of the list is looked for among the albums of its artist.
mod shelves;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use vinilogy_core::domain::money::Currency;
use vinilogy_core::domain::prices::country::Country;
use vinilogy_core::domain::stock::{RefusedRow, StockFormat, StockRecord, read};
use vinilogy_core::store::{Sale, Scope, Shop as ShopRow};

use super::{Destination, Offer, PriceProvider, Seen, Sighting, Terms, price};
use crate::Context;
use crate::jobs::JobError;
use shelves::{Found, Shelves};

/// `shop:<slug>`.
#[derive(Debug)]
struct Shop {
    name: String,
    currency: Option<Currency>,
    country: Option<Country>,
    seller: String,
    url: String,
    /// In minor units of its currency.
    shipping: BTreeMap<String, i64>,
}

/// A shop's list, of which these records are of albums that we know.
struct Stock {
    seen_at: DateTime<Utc>,
    records: Vec<(StockRecord, Found)>,
}

/// What came of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StockReport {
    /// Records for sale.
    pub records: usize,
    /// Those of albums of the catalogue.
    pub found: usize,
    /// Of these, those whose pressing is told.
    pub pressings: usize,
    /// What is no record for sale, in the order of the list.
    pub refused: Vec<RefusedRow>,
    /// Whether it was newer than what is known.
    pub news: bool,
}

/// Reads a shop's list as it was at a time and writes what is for sale. What the list does not hold any more is not for sale any more; an
/// older list than the last changes nothing.
///
/// # Errors
/// [`StockError::NoList`] for what is no list, or holds nothing for sale: then nothing is withdrawn.
pub async fn read_stock(
    context: &Context,
    row: &ShopRow,
    bytes: &[u8],
    format: StockFormat,
    seen_at: DateTime<Utc>,
) -> Result<StockReport, StockError> {
    let shop = Shop::of(context, row).await?;
    let list = read(bytes, format, shop.currency.unwrap_or(Currency::EUR)).map_err(StockError::NoList)?;
    if list.records.is_empty() {
        return Err(StockError::NoList("nothing in it is for sale"));
    }
    let mut report = StockReport { records: list.records.len(), refused: list.refused, ..StockReport::default() };
    let shelves = Shelves::of(context.store(), &list.records).await?;
    let found = list.records.into_iter().filter_map(|record| {
        let found = shelves.find(&record, row.only_vinyl)?;
        Some((record, found))
    });
    let stock = Stock { seen_at, records: found.collect() };
    report.found = stock.records.len();
    report.pressings = stock.records.iter().filter(|(_, found)| found.release_id.is_some()).count();
    let (news, failure) = price(context, &shop, &stock).await?;
    report.news = news > 0;
    failure.map_or(Ok(report), |failure| Err(failure.into()))
}

/// Why a list was not read.
#[derive(Debug, thiserror::Error)]
pub enum StockError {
    /// It is none; says why.
    #[error("{0}")]
    NoList(&'static str),
    /// What was read could not be written.
    #[error(transparent)]
    Job(#[from] JobError),
}

impl From<vinilogy_core::store::Error> for StockError {
    fn from(error: vinilogy_core::store::Error) -> Self {
        Self::Job(error.into())
    }
}

impl Shop {
    async fn of(context: &Context, row: &ShopRow) -> Result<Self, StockError> {
        Ok(Self {
            name: format!("shop:{}", row.slug),
            currency: row.currency.parse().ok(),
            country: row.country.parse().ok(),
            seller: row.name.clone(),
            url: row.url.clone().unwrap_or_default(),
            shipping: context.store().shop_shipping(row.id).await?.into_iter().collect(),
        })
    }

    fn offer(&self, record: &StockRecord, found: Found, terms: &Terms) -> Offer {
        Offer {
            key: record.key.clone(),
            album_id: found.album_id,
            release_id: found.release_id,
            confidence: found.confidence,
            sale: Sale::Fixed,
            price: record.price,
            delivery: self.delivery(record, terms),
            condition: record.condition,
            seller: Some(self.seller.clone()),
            origin: self.country,
            title: Some(record.title.clone()),
            url: record.url.clone().unwrap_or_else(|| self.url.clone()),
            ends_at: None,
        }
    }

    /// Where it says what sending costs, in the currency of the price, and at home; what it asks at home is unknown unless it says it.
    fn delivery(&self, record: &StockRecord, terms: &Terms) -> Vec<(Destination, Option<i64>)> {
        let same = self.currency == Some(record.price.currency);
        let to = |country: Country| {
            let shipping = self.shipping.get(country.code()).copied();
            (shipping.is_some() || self.country == Some(country))
                .then_some((Destination::To(country), shipping.filter(|_| same)))
        };
        terms.markets().iter().filter_map(|market| to(market.country)).collect()
    }
}

impl PriceProvider for Shop {
    type Subject = Stock;

    fn name(&self) -> &str {
        &self.name
    }

    async fn look(&self, _: &Context, stock: &Stock, terms: &Terms) -> Seen {
        let offers = stock.records.iter().map(|(record, found)| self.offer(record, *found, terms));
        let sighting =
            Sighting { scope: Scope::Stock, seen_at: stock.seen_at, for_sale: None, offers: offers.collect() };
        Seen { sightings: vec![sighting], failure: None }
    }
}
