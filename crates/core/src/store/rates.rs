//! The exchange rates that are known.
use chrono::NaiveDate;
use vinilogy_queries::queries::rates;

use super::{At, Result, Store};
use crate::domain::money::Currency;
use crate::domain::prices::rates::{Rate, Rates};
use crate::domain::prices::reading::Reader;

/// How far back prices are read that were seen then: they are not kept for longer.
const DAYS: i32 = 60;

impl Store {
    /// Writes published rates; those that are known already are not written. Returns how many were.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_rates(&self, published: &[(NaiveDate, Currency, Rate)]) -> Result<u64> {
        let currencies: Vec<&str> = published.iter().map(|(_, currency, _)| currency.code()).collect();
        let days: Vec<NaiveDate> = published.iter().map(|(day, _, _)| *day).collect();
        let per_euro: Vec<i64> = published.iter().map(|(_, _, rate)| rate.scaled()).collect();
        let client = self.client().await?;
        rates::save().bind(&client, &currencies, &days, &per_euro).await.at("rates.save")
    }

    /// The rates of these currencies (of all, when none is named) of so many days, and the last ones before them.
    ///
    /// # Errors
    /// As every statement.
    pub async fn rates(&self, currencies: &[Currency], days: i32) -> Result<Rates> {
        let codes: Vec<&str> = currencies.iter().map(Currency::code).collect();
        let client = self.client().await?;
        let rows = rates::since().bind(&client, &codes, &days).all().await.at("rates.since")?;
        // What the database checks is a code of three letters and a rate above 0.
        let known = rows
            .into_iter()
            .filter_map(|row| Some((row.day, row.currency.parse().ok()?, Rate::from_scaled(row.per_euro)?)));
        Ok(known.collect())
    }

    /// Who reads prices in a currency. The euro needs no question.
    ///
    /// # Errors
    /// As every statement.
    pub async fn reader(&self, currency: Currency) -> Result<Reader> {
        let rates = if currency == Currency::EUR { Rates::default() } else { self.rates(&[currency], DAYS).await? };
        Ok(Reader::new(currency, rates))
    }

    /// The newest day of which rates are known.
    ///
    /// # Errors
    /// As every statement.
    pub async fn newest_rates(&self) -> Result<Option<NaiveDate>> {
        let client = self.client().await?;
        rates::newest_day().bind(&client).one().await.at("rates.newest_day")
    }
}
