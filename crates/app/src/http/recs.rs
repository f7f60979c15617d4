//! `GET /recs`: what to buy, which pressing, for how much, and why.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::explanation::{self, Language};
use vinilogy_core::domain::money::Currency;
use vinilogy_core::domain::prices::reading::Reader;
use vinilogy_core::domain::scoring::{Scored, Term};
use vinilogy_core::store::CurrentItem;

use super::prices::{Price, stored};
use super::{Error, Problem, Result, auth::Listener};
use crate::Context;
use crate::jobs::{ComputeRecs, PriceReleases, compute};

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/recs", get(recs))
}

/// A listener's recommendations.
#[derive(Serialize, ToSchema)]
pub struct Recs {
    /// Which scorer made the set.
    #[schema(example = "v1")]
    scorer: String,
    computed_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    /// Expired: a new set is being computed, this one is served until then.
    stale: bool,
    /// Best first.
    items: Vec<Rec>,
}

/// A recommended album.
#[derive(Serialize, ToSchema)]
pub struct Rec {
    rank: i16,
    album: RecAlbum,
    /// 0 to 100; the sum of the points of the terms.
    #[schema(example = 48.94)]
    score: f64,
    /// What the score is made of: `points`, `kind` and `because`.
    #[schema(value_type = Vec<Object>)]
    terms: Vec<Term>,
    /// One sentence per term.
    reasons: Vec<String>,
    /// The reasons as one text.
    explanation: String,
    /// Which pressing to buy.
    pressing: Option<Pressing>,
    /// The cheapest of all pressings, delivered to the listener's country, in the listener's currency.
    best_price: Option<BestPrice>,
}

/// The album of a recommendation.
#[derive(Serialize, ToSchema)]
pub struct RecAlbum {
    id: i64,
    title: String,
    artist_id: i64,
    artist_name: String,
    first_release_year: Option<i16>,
    cover_url: Option<String>,
    /// Vinyl pressings to explore.
    release_count: i32,
}

/// The suggested pressing with its price as it is now.
#[derive(Serialize, ToSchema)]
pub struct Pressing {
    id: i64,
    discogs_id: i64,
    country: Option<String>,
    year: Option<i16>,
    format: String,
    label: Option<String>,
    catno: Option<String>,
    price: Option<Price>,
}

/// The cheapest of all pressings.
#[derive(Serialize, ToSchema)]
pub struct BestPrice {
    /// Null when it is not told which pressing it is.
    release_id: Option<i64>,
    #[serde(flatten)]
    price: Price,
}

#[utoipa::path(get, path = "/recs", security(("bearer" = [])), responses(
    (status = 200, body = Recs), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn recs(State(context): State<Context>, listener: Listener) -> Result<Json<Recs>> {
    let context = context.on_behalf_of(listener.id);
    let store = context.store();
    let currency: Currency = listener.currency.parse().unwrap_or(Currency::EUR);
    let (rows, reader) = futures::join!(store.current_set(listener.id, &listener.country), store.reader(currency));
    let (mut rows, reader) = (rows?, reader?);
    if rows.is_empty() {
        // The first read computes the set itself.
        let albums = compute(store, listener.id).await?;
        want(&context, &albums).await?;
        rows = store.current_set(listener.id, &listener.country).await?;
    }
    let set = rows.first().ok_or_else(|| Error::Internal("a set that was just computed is gone".to_owned()))?;
    let (scorer, computed_at, expires_at, stale) = (set.scorer.clone(), set.computed_at, set.expires_at, set.expired);
    if stale && let Err(error) = context.queues().await.send(&ComputeRecs { user_id: listener.id.get() }).await {
        tracing::warn!(%error, "left to the sweep");
    }
    let items = rows.into_iter().filter_map(|row| item(row, &listener.language, &reader)).collect();
    Ok(Json(Recs { scorer, computed_at, expires_at, stale, items }))
}

/// What is recommended is priced first. When the queue is away the sweep knows the albums as wanted.
async fn want(context: &Context, albums: &[i64]) -> Result<()> {
    let wanted = context.store().want_albums(albums).await?;
    let jobs: Vec<_> =
        wanted.into_iter().map(|album_id| (PriceReleases { album_id }, std::time::Duration::ZERO)).collect();
    if jobs.is_empty() {
        return Ok(());
    }
    if let Err(error) = context.queues().await.send_all(&jobs).await {
        tracing::warn!(%error, "left to the sweep");
    }
    Ok(())
}

/// `None` for the one row of a set without items.
fn item(row: CurrentItem, language: &str, reader: &Reader) -> Option<Rec> {
    let price = stored!(
        row,
        amount,
        price_currency,
        shipping,
        item_cents,
        delivered_low,
        delivered_high,
        estimated,
        rate_day,
        provider,
        price_url,
        observed_at
    );
    let best = stored!(
        row,
        best_amount,
        best_currency,
        best_shipping,
        best_item_cents,
        best_delivered_low,
        best_delivered_high,
        best_estimated,
        best_rate_day,
        best_provider,
        best_url,
        best_observed_at
    );
    let (price, best) = (price.and_then(|p| Price::read(p, reader)), best.and_then(|b| Price::read(b, reader)));
    let terms: Vec<Term> = serde_json::from_value(row.terms?).ok()?;
    let scored = Scored::from_terms(terms);
    let language = if language == "es" { Language::Es } else { Language::En };
    Some(Rec {
        rank: row.rank?,
        album: RecAlbum {
            id: row.album_id?,
            title: row.title?,
            artist_id: row.artist_id?,
            artist_name: row.artist_name?,
            first_release_year: row.first_release_year,
            cover_url: row.cover_url,
            release_count: row.release_count?,
        },
        score: f64::from(row.score?) / 100.0,
        reasons: explanation::sentences(scored.terms(), language),
        explanation: explanation::text(scored.terms(), language),
        terms: scored.terms().to_vec(),
        pressing: row.release_id.zip(row.discogs_id).zip(row.format).map(|((id, discogs_id), format)| Pressing {
            id,
            discogs_id,
            country: row.country,
            year: row.year,
            format,
            label: row.label,
            catno: row.catno,
            price,
        }),
        best_price: best.map(|price| BestPrice { release_id: row.best_release_id, price }),
    })
}
