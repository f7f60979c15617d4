//! `GET /albums/{id}/prices`: what an album costs, pressings and offers of all providers compared, delivered to one country and in one
//! currency.
use axum::{Json, Router, extract::State, routing::get};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::explanation::Language;
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::store::{NamedRelease, PriceHistory, QuoteRow};

use super::album::{Best, best};
use super::extract::{Path, Query};
use super::offers::{Asked, Offer, Provider, Verdict, Wanted, at_least, judge, offer, providers};
use super::{Problem, Result, error::or_no};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/albums/{id}/prices", get(album_prices))
}

/// What an album costs.
#[derive(Serialize, ToSchema)]
pub struct AlbumPrices {
    album_id: i64,
    /// ISO 3166, ZZ when none was asked for.
    country: String,
    currency: String,
    /// The best of each class, whatever condition was asked for.
    best: Vec<Best>,
    /// Pressings with what is offered of them, the one with the best offer first.
    pressings: Vec<PressingPrices>,
    /// Offers of the album that do not say which pressing they are.
    unmatched: Vec<Offer>,
    providers: Vec<Provider>,
}

/// What a pressing costs.
#[derive(Serialize, ToSchema)]
pub struct PressingPrices {
    release_id: i64,
    discogs_id: i64,
    country: Option<String>,
    year: Option<i16>,
    format: String,
    label: Option<String>,
    catno: Option<String>,
    first_pressing: bool,
    /// Copies for sale on Discogs when it was last looked at.
    for_sale: Option<i32>,
    /// Of the best offer.
    verdict: Option<Verdict>,
    /// The best first.
    offers: Vec<Offer>,
}

/// Offers shown at most.
const OFFERS: i64 = 300;

#[utoipa::path(get, path = "/albums/{id}/prices", params(("id" = i64, Path), Asked), responses(
    (status = 200, body = AlbumPrices), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn album_prices(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Json<AlbumPrices>> {
    let wanted = asked.read()?;
    let album = context.store().album(AlbumId::from(id)).await.map_err(or_no("album"))?;
    document(&context, AlbumId::from(album.id), wanted).await.map(Json)
}

/// What is known of an album's prices now.
pub(super) async fn document(context: &Context, id: AlbumId, wanted: Wanted) -> Result<AlbumPrices> {
    let Wanted { country, currency, grade, language } = wanted;
    let store = context.store();
    let (best_rows, quotes, checks, reader) = futures::try_join!(
        store.best_prices(id, &country),
        store.quotes_of_album(id, &country, OFFERS),
        store.price_checks(id),
        store.reader(currency)
    )?;
    let mut named: Vec<i64> = quotes.iter().filter_map(|quote| quote.release_id).collect();
    named.sort_unstable();
    named.dedup();
    let (releases, histories) = futures::try_join!(store.releases_named(id, &named), store.price_histories_of(&named))?;
    let now = context.now();
    let (matched, unmatched): (Vec<_>, Vec<_>) =
        quotes.into_iter().filter(|row| at_least(row, grade)).partition(|row| row.release_id.is_some());
    let pressings = by_pressing(matched, &releases).into_iter().map(|(release, rows)| PressingPrices {
        release_id: release.id,
        discogs_id: release.discogs_id,
        country: release.country.clone(),
        year: release.year,
        format: release.format.clone(),
        label: release.label.clone(),
        catno: release.catno.clone(),
        first_pressing: release.first_pressing,
        for_sale: release.for_sale,
        verdict: first_verdict(&rows, &histories, release.for_sale, language, now),
        offers: rows.into_iter().filter_map(|row| offer(row, &reader, now)).collect(),
    });
    Ok(AlbumPrices {
        album_id: id.get(),
        country,
        currency: currency.to_string(),
        best: best(best_rows, &reader),
        pressings: pressings.collect(),
        unmatched: unmatched.into_iter().filter_map(|row| offer(row, &reader, now)).collect(),
        providers: providers(checks),
    })
}

/// In the order of each one's best offer.
fn by_pressing(rows: Vec<QuoteRow>, releases: &[NamedRelease]) -> Vec<(&NamedRelease, Vec<QuoteRow>)> {
    let mut pressings: Vec<(&NamedRelease, Vec<QuoteRow>)> = Vec::new();
    for row in rows {
        match pressings.iter_mut().find(|(release, _)| Some(release.id) == row.release_id) {
            Some((_, offers)) => offers.push(row),
            None => {
                let release = releases.iter().find(|release| Some(release.id) == row.release_id);
                pressings.extend(release.map(|release| (release, vec![row])));
            }
        }
    }
    pressings
}

fn first_verdict(
    rows: &[QuoteRow],
    histories: &[PriceHistory],
    for_sale: Option<i32>,
    language: Language,
    now: chrono::DateTime<chrono::Utc>,
) -> Option<Verdict> {
    let bought = rows.iter().find(|row| row.sale != "auction")?;
    judge(bought, histories, None, for_sale.filter(|_| bought.provider == "discogs"), language, now)
}
