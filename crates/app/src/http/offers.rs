//! How offers are shown, and what is said beside them: whose they are, how old, and how good.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::explanation::{Language, verdict_text};
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::grade::Grade;
use vinilogy_core::domain::prices::history::History;
use vinilogy_core::domain::prices::reading::Reader;
use vinilogy_core::domain::prices::verdict::{Kind as Word, Reason, Suggestion, verdict};
use vinilogy_core::store::{PriceCheck, PriceHistory, QuoteRow};

use super::prices::{Price, country, currency, stored};
use super::{Error, Result};

/// For whom offers are read, and in which condition.
#[derive(Debug, Deserialize, IntoParams)]
pub struct Asked {
    /// ISO 3166: where it is delivered; without it shipping and taxes are unknown.
    country: Option<String>,
    /// ISO 4217: in which prices are read; EUR unless asked otherwise.
    currency: Option<String>,
    /// The worst grade of the record, such as `VG+`; what is not graded is left out then.
    condition: Option<String>,
    /// ISO 639-1: of the verdicts' sentences; en or es, en unless asked otherwise.
    language: Option<String>,
}

/// [`Asked`], understood.
#[derive(Debug)]
pub struct Wanted {
    /// ISO 3166, or ZZ.
    pub country: String,
    /// In which prices are read.
    pub currency: Currency,
    /// The worst grade.
    pub grade: Option<Grade>,
    /// Of sentences.
    pub language: Language,
}

impl Asked {
    /// What is asked for.
    ///
    /// # Errors
    /// Names what cannot be read.
    pub fn read(&self) -> Result<Wanted> {
        let said = |text: &str| text.chars().take(32).collect::<String>();
        let grade = |text: &str| {
            let wrong = || Error::BadRequest(format!("condition: {:?} is no grade such as NM, VG+ or VG", said(text)));
            Grade::read(text).ok_or_else(wrong)
        };
        let language = |code: &str| code.parse().map_err(|error| Error::BadRequest(format!("language: {error}")));
        Ok(Wanted {
            country: country("country", self.country.as_deref())?,
            currency: currency(self.currency.as_deref())?,
            grade: self.condition.as_deref().map(grade).transpose()?,
            language: self.language.as_deref().map_or(Ok(Language::En), language)?,
        })
    }
}

/// Something that is for sale.
#[derive(Debug, Serialize, ToSchema)]
pub struct Offer {
    id: i64,
    /// `fixed`, `auction` (the price is the highest bid so far) or `lowest` (the cheapest of many, of which nothing else is said).
    sale: String,
    /// Goldmine grade of the record, such as `VG+`; null when not told.
    media: Option<&'static str>,
    /// The same of the sleeve.
    sleeve: Option<&'static str>,
    seller: Option<String>,
    /// ISO 3166.
    ships_from: Option<String>,
    /// How the seller calls it.
    title: Option<String>,
    /// How sure it is that this is the album, and the pressing: 0 to 1.
    confidence: f32,
    ends_at: Option<DateTime<Utc>>,
    /// Older than six hours: what is asked may have changed.
    stale: bool,
    #[serde(flatten)]
    price: Price,
}

/// How good a price is, and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct Verdict {
    /// great, good, fair, high or unknown.
    #[schema(value_type = String)]
    kind: Word,
    /// The share of the last twelve months, 0 to 100, in which one could buy for less.
    percentile: Option<u8>,
    /// Percent by which it got dearer: the last 30 days against the 60 before.
    trend: Option<i32>,
    /// What speaks for it: `kind` and `because`.
    #[schema(value_type = Vec<Object>)]
    reasons: Vec<Reason>,
    /// The reasons as sentences.
    #[schema(example = "18 % under its median of 12 months. 3 for sale.")]
    text: String,
}

/// Who was asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Provider {
    name: String,
    checked_at: Option<DateTime<Utc>>,
    /// Why its prices are missing or old; null when it answered.
    missing: Option<String>,
    /// To be shown beside its prices.
    attribution: String,
}

/// The grade that a copy has at least.
pub fn at_least(row: &QuoteRow, grade: Option<Grade>) -> bool {
    grade.is_none_or(|wanted| row.media.and_then(Grade::from_rank).is_some_and(|media| media >= wanted))
}

/// `None` when its currency cannot be read.
pub fn offer(row: QuoteRow, reader: &Reader, now: DateTime<Utc>) -> Option<Offer> {
    let grade = |rank: Option<i16>| rank.and_then(Grade::from_rank).map(|grade| grade.code());
    let (media, sleeve) = (grade(row.media), grade(row.sleeve));
    let price = Price::read(stored!(whole row), reader)?;
    Some(Offer {
        id: row.id,
        sale: row.sale,
        media,
        sleeve,
        seller: row.seller,
        ships_from: row.ships_from,
        title: row.title,
        confidence: row.confidence,
        ends_at: row.ends_at,
        stale: Kind::Prices.is_stale(Some(row.observed_at), now),
        price,
    })
}

/// What is asked for a copy against the pressing's history at the same provider in the same currency, and what is suggested.
pub fn judge(
    row: &QuoteRow,
    histories: &[PriceHistory],
    suggestion: Option<Suggestion>,
    for_sale: Option<i32>,
    language: Language,
    now: DateTime<Utc>,
) -> Option<Verdict> {
    let asked = Money::new(row.amount, row.currency.parse().ok()?);
    let of = |history: &&PriceHistory| {
        Some(history.release_id) == row.release_id && history.provider == row.provider && history.class == "any"
    };
    let own: Option<&History> = histories
        .iter()
        .filter(of)
        .map(|history| &history.history)
        .max_by_key(|history| history.currency() == asked.currency);
    let judged = verdict(asked, own, suggestion, for_sale, now);
    Some(Verdict {
        kind: judged.kind,
        percentile: judged.percentile,
        trend: judged.trend,
        text: verdict_text(&judged, language),
        reasons: judged.reasons,
    })
}

/// Who was asked for an album, with what its terms want to be said.
pub fn providers(checks: Vec<PriceCheck>) -> Vec<Provider> {
    let shown = checks.into_iter().map(|check| Provider {
        attribution: attribution(&check.provider),
        missing: check.failure.filter(|_| check.failed_at > check.checked_at || check.checked_at.is_none()),
        name: check.provider,
        checked_at: check.checked_at,
    });
    shown.collect()
}

/// What a provider's terms want beside its prices.
pub fn attribution(provider: &str) -> String {
    match provider {
        "discogs" => "Marketplace data of Discogs, which does not endorse this application.".to_owned(),
        "ebay" => "Items on eBay; prices and availability may have changed since they were seen.".to_owned(),
        shop => format!("Stock of {}.", shop.trim_start_matches("shop:")),
    }
}
