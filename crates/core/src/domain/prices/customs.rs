//! What states take from a record that comes from abroad: VAT, customs duty and fees per parcel, by dated tables. What is not in
//! the tables is unknown, never zero.
//!
//! What is not counted: what carriers ask for presenting a parcel to customs, which is theirs to set; reduced rates for antiques and
//! collectors' pieces, which a record is only after a century or with an expert's word. Inside the European Union, and inside a country
//! whose prices hold the tax, a consumer's price is final and nothing is added; a seller's own margin scheme changes nothing for the buyer.
//!
//! Territories with codes of their own: the Canary Islands (`IC`) are in the customs union and outside the VAT area with a tax of their own,
//! Ceuta and Melilla (`EA`), Åland (`AX`) and the French overseas departments (`GP`, `MQ`, `RE`, `GF`, `YT`) are similar cases: what is due
//! there is unknown, whatever the origin. Northern Ireland (`XI`) has the Union's rules for goods (Windsor Framework) and is free to and
//! from both sides; marketplaces write it as `GB`, and then it is counted as Great Britain. What comes from such a territory into the Union is
//! counted as from outside.

mod tables;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use tables::{DUTIES, Day, FEES, Rule, VAT};

use super::country::Country;
use super::rates::{Rates, divided};
use crate::domain::money::{Currency, Money};

/// Who shares a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Area {
    /// Any member of the European Union.
    EuropeanUnion,
    /// One of these.
    Countries(&'static [&'static str]),
}

impl Area {
    fn has(self, country: Country) -> bool {
        match self {
            Self::EuropeanUnion => country.in_european_union(),
            Self::Countries(codes) => codes.contains(&country.code()),
        }
    }
}

/// An amount in euro cents of which the least is known, and the most or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// At least.
    pub low: i64,
    /// At most; `None` without a limit that is known.
    pub high: Option<i64>,
}

impl Bounds {
    /// Nothing.
    pub const NOTHING: Self = Self::exactly(0);
    /// Anything.
    pub const UNKNOWN: Self = Self { low: 0, high: None };

    /// Just this.
    #[must_use]
    pub const fn exactly(cents: i64) -> Self {
        Self { low: cents, high: Some(cents) }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(a, b)| a.saturating_add(b));
        Self { low: self.low.saturating_add(other.low), high }
    }

    /// A share in tenths of a percent.
    fn share(self, least: i64, most: i64) -> Self {
        Self { low: per_mille(self.low, least), high: self.high.map(|high| per_mille(high, most)) }
    }
}

/// A tax in euro cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tax {
    /// Not due, or in the price already.
    None,
    /// Due.
    Due(i64),
    /// Due in part, or perhaps.
    Between {
        /// At least.
        low: i64,
        /// At most.
        high: i64,
    },
    /// Due on something that is not known whole, such as shipping of unknown cost.
    AtLeast(i64),
    /// Nobody knows. Never taken for nothing.
    Unknown,
}

impl From<Bounds> for Tax {
    fn from(bounds: Bounds) -> Self {
        match bounds {
            Bounds { low: 0, high: Some(0) } => Self::None,
            Bounds { low: 0, high: None } => Self::Unknown,
            Bounds { low, high: None } => Self::AtLeast(low),
            Bounds { low, high: Some(high) } if low == high => Self::Due(low),
            Bounds { low, high: Some(high) } => Self::Between { low, high },
        }
    }
}

/// A parcel with one record in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parcel<'a> {
    /// The record's price in euro cents.
    pub(super) item: i64,
    /// What sending it costs.
    pub(super) shipping: Bounds,
    /// Where it is sent to.
    pub(super) destination: Country,
    /// When it is sold.
    pub(super) day: NaiveDate,
    /// For limits in other currencies.
    pub(super) rates: &'a Rates,
}

/// Whether a parcel crosses no border that taxes it: one country, two members of the Union, or countries that are one area for VAT.
#[must_use]
pub fn is_inside(origin: Country, destination: Country) -> bool {
    const ONE_AREA: [&[&str]; 2] = [&["GB", "IM", "XI"], &["CH", "LI"]];
    let union = |country: Country| country.in_european_union() || country.code() == "XI";
    let one = |area: &&[&str]| area.contains(&origin.code()) && area.contains(&destination.code());
    origin == destination || (union(origin) && union(destination)) || ONE_AREA.iter().any(one)
}

impl Parcel<'_> {
    /// VAT, then duty with fees, when it comes from inside.
    pub(super) fn inside(&self) -> (Bounds, Bounds) {
        let price = Bounds::exactly(self.item);
        let tax = match self.destination.code() {
            // Prices are without sales tax, which states, counties and cities set.
            "US" => Bounds::UNKNOWN,
            // GST of 5 % everywhere, with the provinces' part up to 15 % (Excise Tax Act s. 165).
            "CA" => price.plus(self.shipping).share(50, 150),
            _ => Bounds::NOTHING,
        };
        (tax, Bounds::NOTHING)
    }

    /// The same when it comes from abroad. VAT is due on item, shipping, duty and fees.
    pub(super) fn outside(&self) -> (Bounds, Bounds) {
        let duty = self.duty();
        let base = Bounds::exactly(self.item).plus(self.shipping).plus(duty);
        (self.import_tax(base), duty)
    }

    fn import_tax(&self, base: Bounds) -> Bounds {
        let perhaps = |tax: Bounds| Bounds { low: 0, ..tax };
        match self.destination.code() {
            // The border does not collect a tax of at most 5 CHF; platforms do since 2025, other sellers not (MWSTG art. 20a, 53).
            "CH" | "LI" => {
                let tax = self.by_rate(base);
                if self.is_within(tax.low, (500, Currency::CHF)) == Some(false) { tax } else { perhaps(tax) }
            }
            // Consumption tax of 10 % is spared up to 10,000 JPY; a private buyer's goods count with 60 % of their price (Customs Tariff Act
            // art. 14 no. 18, art. 4-6), so that more may be spared.
            "JP" if self.is_within(self.item, (10_000, Currency::JPY)) == Some(true) => Bounds::NOTHING,
            // GST of 10 %: up to 1,000 AUD large sellers and platforms collect it (GST Act s. 84-75), others not.
            "JP" | "AU" => perhaps(base.share(100, 100)),
            // GST and provincial tax; parcels below 20 CAD are spared.
            "CA" => perhaps(base.share(50, 150)),
            _ => self.by_rate(base),
        }
    }

    fn by_rate(&self, base: Bounds) -> Bounds {
        let mut of_country =
            VAT.iter().filter(|(code, from, _)| *code == self.destination.code() && *from <= self.as_day());
        // Lines of one country are in the order of time.
        of_country.next_back().map_or(Bounds::UNKNOWN, |(_, _, rate)| base.share(*rate, *rate))
    }

    fn duty(&self) -> Bounds {
        let fee = self.taken(FEES).max_by_key(|fee| fee.high).unwrap_or(Bounds::NOTHING);
        self.taken(DUTIES).next().map_or(Bounds::UNKNOWN, |duty| duty.plus(fee))
    }

    /// What each area of the destination takes by its rules of the day.
    fn taken(&self, table: &'static [Rule]) -> impl Iterator<Item = Bounds> {
        let holding = || table.iter().filter(|rule| rule.area.has(self.destination) && rule.from <= self.as_day());
        let is_newest = |rule: &&Rule| holding().all(|other| other.area != rule.area || other.from <= rule.from);
        let is_within = |rule: &&Rule| rule.up_to.is_none_or(|limit| self.is_within(self.item, limit) == Some(true));
        let mut rules: Vec<&Rule> = holding().filter(is_newest).filter(is_within).collect();
        rules.dedup_by(|later, first| later.area == first.area);
        rules.into_iter().map(|rule| Bounds { low: rule.cents.0, high: Some(rule.cents.1) })
    }

    /// Whether so many euro cents are at most a limit in another currency; `None` without its rate.
    fn is_within(&self, cents: i64, (minor, currency): (i64, Currency)) -> Option<bool> {
        let limit = self.rates.convert(Money::new(minor, currency), Currency::EUR, self.day)?;
        Some(cents <= limit.money.minor)
    }

    fn as_day(&self) -> Day {
        (self.day.year(), self.day.month(), self.day.day())
    }
}

fn per_mille(cents: i64, rate: i64) -> i64 {
    i64::try_from(divided(i128::from(cents) * i128::from(rate), 1000)).unwrap_or(i64::MAX)
}
