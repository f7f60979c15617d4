//! Prices as a listener reads them: in one currency, each by the rate of the day on which it was seen.
use chrono::NaiveDate;

use super::rates::{Converted, Rates};
use crate::domain::money::{Currency, Money};

/// Who reads prices in one currency.
#[derive(Clone, Debug)]
pub struct Reader {
    currency: Currency,
    rates: Rates,
}

impl Reader {
    /// With the rates of that currency.
    #[must_use]
    pub const fn new(currency: Currency, rates: Rates) -> Self {
        Self { currency, rates }
    }

    /// In which it is read.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// Euro cents of a day, with the day of the rate; `None` when the currency had no rate by then.
    #[must_use]
    pub fn cents(&self, cents: i64, day: NaiveDate) -> Option<Converted> {
        self.rates.convert(Money::new(cents, Currency::EUR), self.currency, day)
    }

    /// A price: as it was asked, when that is in this currency, else what its euro cents of that day are in it. `None` when a rate is
    /// missing: then it has no place among the others.
    #[must_use]
    pub fn price(&self, asked: Money, cents: Option<i64>, day: Option<NaiveDate>) -> Option<Money> {
        if asked.currency == self.currency {
            Some(asked)
        } else {
            self.cents(cents?, day?).map(|converted| converted.money)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rates::Rate;
    use super::*;

    #[test]
    fn what_is_asked_in_the_same_currency_is_not_computed() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let rates = [(day, Currency::GBP, Rate::read("0.80").unwrap())].into_iter().collect();
        let reader = Reader::new(Currency::GBP, rates);
        let pounds = |minor| Money::new(minor, Currency::GBP);
        let euros = Money::new(1000, Currency::EUR);
        assert_eq!(reader.price(pounds(1999), Some(2500), Some(day)), Some(pounds(1999)));
        assert_eq!(reader.price(pounds(1999), None, None), Some(pounds(1999)));
        assert_eq!(reader.price(euros, Some(1000), Some(day)), Some(pounds(800)));
        assert_eq!(reader.price(euros, Some(1000), day.pred_opt()), None);
        assert_eq!(reader.price(euros, None, Some(day)), None);
        assert_eq!(reader.cents(1250, day), Some(Converted { money: pounds(1000), day }));
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(reader.cents(1250, monday).map(|converted| converted.day), Some(day), "Friday's rate");
    }
}
