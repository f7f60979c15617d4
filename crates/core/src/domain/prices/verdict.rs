//! Whether a price is good: against what the pressing cost before, and against what is suggested for the grade.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::grade::Grade;
use super::history::{History, Window, months_before};
use super::rates::divided;
use crate::domain::money::Money;

/// At least this many percent under what is usual is great.
pub const GREAT_BELOW: i32 = 25;
/// At least this many is good.
pub const GOOD_BELOW: i32 = 10;
/// At least this many over it is high.
pub const HIGH_ABOVE: i32 = 15;
/// A history speaks when there were prices for this many days of the last twelve months.
pub const HISTORY_NEEDS_DAYS: i64 = 30;
/// A movement of at least this many percent is told.
const TREND_TOLD: i32 = 10;
/// So few for sale are told.
const FEW_FOR_SALE: i32 = 5;

/// How good a price is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// At least [`GREAT_BELOW`] percent under what is usual.
    Great,
    /// At least [`GOOD_BELOW`] percent under it.
    Good,
    /// About what is usual.
    Fair,
    /// At least [`HIGH_ABOVE`] percent over it.
    High,
    /// Too little is known.
    Unknown,
}

/// What speaks for a verdict, with what a sentence needs to name it. JSON: `"kind": "below_median", "because": {"percent": 18, "months": 12}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "because", rename_all = "snake_case")]
pub enum Reason {
    /// Under its median.
    BelowMedian {
        /// By how much, above 0.
        percent: i32,
        /// Of how many months, at most 12.
        months: u8,
    },
    /// At its median.
    AtMedian {
        /// Of how many months.
        months: u8,
    },
    /// Over its median.
    AboveMedian {
        /// By how much, above 0.
        percent: i32,
        /// Of how many months.
        months: u8,
    },
    /// Nobody asked less in this time.
    Lowest {
        /// In how many months.
        months: u8,
    },
    /// Under what Discogs suggests.
    BelowSuggestion {
        /// By how much, above 0.
        percent: i32,
        /// For this grade.
        grade: Grade,
    },
    /// What Discogs suggests.
    AtSuggestion {
        /// For this grade.
        grade: Grade,
    },
    /// Over what Discogs suggests.
    AboveSuggestion {
        /// By how much, above 0.
        percent: i32,
        /// For this grade.
        grade: Grade,
    },
    /// Few are for sale.
    ForSale {
        /// How many.
        count: i32,
    },
    /// The pressing gets cheaper or dearer: the last 30 days against the 60 before.
    Trend {
        /// Below 0 cheaper.
        percent: i32,
    },
    /// Prices are known for too short a time.
    LittleKnown {
        /// For how many days there was one.
        days: i64,
    },
    /// What is known is in another currency.
    OtherCurrency,
}

/// What Discogs suggests for a copy of a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The grade of the copy.
    pub grade: Grade,
    /// The suggested price.
    pub price: Money,
}

/// How good a price is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// In one word.
    pub kind: Kind,
    /// The share of the last twelve months' time, 0 to 100, in which one could buy for less.
    pub percentile: Option<u8>,
    /// Percent under the median of the last twelve months; below 0 over it.
    pub below_median_percent: Option<i32>,
    /// Percent by which the pressing got dearer: the last 30 days against the 60 before.
    pub trend: Option<i32>,
    /// The most telling first.
    pub reasons: Vec<Reason>,
}

/// Judges a price.
///
/// The history's median of twelve months is what is usual; without 30 days of prices the suggestion is. When both speak and contradict each
/// other (one good or great, the other high), the price is fair. What is in another currency than the price is not compared: convert
/// before, or be told [`Reason::OtherCurrency`]. A price of nothing is a listing error and unknown.
#[must_use]
pub fn verdict(
    price: Money,
    history: Option<&History>,
    suggestion: Option<Suggestion>,
    for_sale: Option<i32>,
    now: DateTime<Utc>,
) -> Verdict {
    let own = history.filter(|history| history.currency() == price.currency && price.minor > 0);
    let past = own.map(|history| Past::of(history, price.minor, now));
    let suggestion = suggestion.filter(|suggestion| suggestion.price.minor > 0 && price.minor > 0);
    let suggested = suggestion.and_then(|suggestion| below_suggestion(price, suggestion));
    let below_median = past.as_ref().and_then(|past| past.below_median);
    let has_others = price.minor > 0 && (history.is_some() || suggestion.is_some());
    let other_currency = has_others && own.is_none() && suggested.is_none();
    let mut reasons: Vec<Reason> = past.iter().flat_map(|past| past.reasons()).collect();
    reasons.extend(suggestion.zip(suggested).map(|(suggestion, below)| of_suggestion(below, suggestion.grade)));
    reasons.extend(for_sale.filter(|count| (1..=FEW_FOR_SALE).contains(count)).map(|count| Reason::ForSale { count }));
    let trend = past.as_ref().and_then(|past| past.trend);
    reasons.extend(trend.filter(|percent| percent.abs() >= TREND_TOLD).map(|percent| Reason::Trend { percent }));
    reasons.extend(other_currency.then_some(Reason::OtherCurrency));
    Verdict {
        kind: kind(below_median, suggested),
        percentile: past.as_ref().filter(|past| past.below_median.is_some()).and_then(|past| past.percentile),
        below_median_percent: below_median,
        trend,
        reasons,
    }
}

fn kind(below_median: Option<i32>, below_suggestion: Option<i32>) -> Kind {
    let of = |below: i32| match below {
        GREAT_BELOW.. => Kind::Great,
        GOOD_BELOW.. => Kind::Good,
        _ if below <= -HIGH_ABOVE => Kind::High,
        _ => Kind::Fair,
    };
    let is_good = |kind| matches!(kind, Kind::Great | Kind::Good);
    match (below_median.map(of), below_suggestion.map(of)) {
        (None, None) => Kind::Unknown,
        (Some(Kind::High), Some(other)) | (Some(other), Some(Kind::High)) if is_good(other) => Kind::Fair,
        (Some(kind), _) | (None, Some(kind)) => kind,
    }
}

/// What a history says of a price.
struct Past {
    months: u8,
    days: i64,
    /// `None` when too little is known.
    below_median: Option<i32>,
    is_lowest: bool,
    percentile: Option<u8>,
    trend: Option<i32>,
}

impl Past {
    fn of(history: &History, price: i64, now: DateTime<Utc>) -> Self {
        let year: Window = history.window(months_before(now, 12), now);
        let days = year.days();
        let known = history.since().map_or(0, |since| now.signed_duration_since(since).num_days() / 30);
        let median = year.median().filter(|_| days >= HISTORY_NEEDS_DAYS);
        let below_median = median.map(|median| percent_below(price, median));
        Self {
            months: u8::try_from(known.clamp(1, 12)).unwrap_or(12),
            days,
            below_median,
            is_lowest: below_median.is_some_and(|below| below > 0)
                && year.minimum().is_some_and(|least| price <= least),
            percentile: year.percentile(price),
            trend: history.trend(now),
        }
    }

    fn reasons(&self) -> Vec<Reason> {
        let (months, days) = (self.months, self.days);
        let lowest = self.is_lowest.then_some(Reason::Lowest { months });
        let median = match self.below_median {
            None => Reason::LittleKnown { days },
            Some(0) => Reason::AtMedian { months },
            Some(percent @ 1..) => Reason::BelowMedian { percent, months },
            Some(percent) => Reason::AboveMedian { percent: percent.saturating_neg(), months },
        };
        Some(median).into_iter().chain(lowest).collect()
    }
}

fn below_suggestion(price: Money, suggestion: Suggestion) -> Option<i32> {
    (suggestion.price.currency == price.currency).then(|| percent_below(price.minor, suggestion.price.minor))
}

fn of_suggestion(below: i32, grade: Grade) -> Reason {
    match below {
        0 => Reason::AtSuggestion { grade },
        percent @ 1.. => Reason::BelowSuggestion { percent, grade },
        percent => Reason::AboveSuggestion { percent: percent.saturating_neg(), grade },
    }
}

/// Percent by which `price` is under `usual` (above 0), rounded; below 0 over it.
fn percent_below(price: i64, usual: i64) -> i32 {
    let percent = divided(100 * (i128::from(usual) - i128::from(price)), i128::from(usual));
    i32::try_from(percent).unwrap_or(i32::MIN)
}

#[cfg(test)]
mod tests;
