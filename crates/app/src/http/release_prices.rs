//! `GET /releases/{id}/prices`: what a pressing costs now at every provider, what it cost before, and how good that is.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::ids::{AlbumId, ReleaseId};
use vinilogy_core::domain::money::Money;
use vinilogy_core::domain::prices::grade::Grade;
use vinilogy_core::domain::prices::history::months_before;
use vinilogy_core::domain::prices::verdict::Suggestion;
use vinilogy_core::store::{PriceHistory, QuoteRow, Suggestions};

use super::extract::{Path, Query};
use super::offers::{Asked, Offer, Provider, Verdict, Wanted, at_least, judge, offer, providers};
use super::{Problem, Result, error::or_no};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/releases/{id}/prices", get(release_prices))
}

/// What a pressing costs.
#[derive(Serialize, ToSchema)]
pub struct ReleasePrices {
    release_id: i64,
    album_id: i64,
    /// ISO 3166, ZZ when none was asked for.
    country: String,
    currency: String,
    /// The best first.
    offers: Vec<OfferJudged>,
    /// What Discogs suggests to ask in each grade, from what was paid; empty where it is not known.
    suggestions: Vec<Suggested>,
    /// What it cost: a series per provider, condition and currency.
    history: Vec<Series>,
    providers: Vec<Provider>,
}

/// An offer with how good it is.
#[derive(Serialize, ToSchema)]
pub struct OfferJudged {
    #[serde(flatten)]
    offer: Offer,
    verdict: Option<Verdict>,
}

/// What is suggested for a grade.
#[derive(Serialize, ToSchema)]
pub struct Suggested {
    /// Such as `VG+`.
    grade: &'static str,
    /// Minor units.
    amount: i64,
    /// ISO 4217.
    currency: String,
}

/// What a pressing cost over the last twelve months, in minor units of the provider's currency: each point holds until the next.
#[derive(Serialize, ToSchema)]
pub struct Series {
    provider: String,
    /// `any` or `very_good_plus`.
    class: String,
    currency: String,
    /// Weighted by time.
    median: Option<i64>,
    minimum: Option<i64>,
    /// Percent by which it got dearer: the last 30 days against the 60 before.
    trend: Option<i32>,
    points: Vec<SeriesPoint>,
}

/// A change.
#[derive(Serialize, ToSchema)]
pub struct SeriesPoint {
    at: DateTime<Utc>,
    /// The cheapest; null when none was for sale.
    low: Option<i64>,
    /// Copies for sale, where the provider says so.
    for_sale: Option<i32>,
}

/// Offers shown at most.
const OFFERS: i64 = 100;
/// Points of a series at most; the extremes stay.
const POINTS: usize = 200;
const MONTHS: u64 = 12;

#[utoipa::path(get, path = "/releases/{id}/prices", params(("id" = i64, Path), Asked), responses(
    (status = 200, body = ReleasePrices), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn release_prices(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Json<ReleasePrices>> {
    let Wanted { country, currency, grade, language } = asked.read()?;
    let store = context.store();
    let release = store.release(ReleaseId::from(id)).await.map_err(or_no("release"))?;
    let (quotes, histories, suggested, checks, reader) = futures::try_join!(
        store.quotes_of_release(id, &country, OFFERS),
        store.price_histories(ReleaseId::from(id)),
        store.price_suggestions(id),
        store.price_checks(AlbumId::from(release.album_id)),
        store.reader(currency)
    )?;
    let now = context.now();
    let judged = quotes.into_iter().filter(|row| at_least(row, grade)).filter_map(|row| {
        let verdict = judge(&row, &histories, suggestion(&row, suggested.as_ref()), None, language, now);
        Some(OfferJudged { verdict, offer: offer(row, &reader, now)? })
    });
    Ok(Json(ReleasePrices {
        release_id: id,
        album_id: release.album_id,
        country,
        currency: currency.to_string(),
        offers: judged.collect(),
        suggestions: suggested.as_ref().map(all_suggested).unwrap_or_default(),
        history: histories.iter().map(|history| series(history, now)).collect(),
        providers: providers(checks),
    }))
}

fn all_suggested(suggested: &Suggestions) -> Vec<Suggested> {
    let by_grade = (1..).zip(&suggested.amounts).filter_map(|(rank, amount)| {
        let grade = Grade::from_rank(rank)?.code();
        Some(Suggested { grade, amount: (*amount)?, currency: suggested.currency.clone() })
    });
    by_grade.collect()
}

/// For the grade of the copy.
fn suggestion(row: &QuoteRow, suggested: Option<&Suggestions>) -> Option<Suggestion> {
    let (grade, suggested) = (row.media.and_then(Grade::from_rank)?, suggested?);
    let amount = suggested.amounts.get(usize::try_from(grade.rank()).ok()? - 1).copied().flatten()?;
    Some(Suggestion { grade, price: Money::new(amount, suggested.currency.parse().ok()?) })
}

fn series(known: &PriceHistory, now: DateTime<Utc>) -> Series {
    let from = months_before(now, MONTHS);
    let window = known.history.window(from, now);
    let points = known.history.series(from, now, POINTS).into_iter();
    Series {
        provider: known.provider.clone(),
        class: known.class.clone(),
        currency: known.history.currency().to_string(),
        median: window.median(),
        minimum: window.minimum(),
        trend: known.history.trend(now),
        points: points.map(|p| SeriesPoint { at: p.at, low: p.low, for_sale: p.for_sale }).collect(),
    }
}
