//! `POST /me/basket`: which records to buy together for a sum of money, so that what they are worth to the listener is most. Sellers are paid
//! for each parcel once.
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use axum::{Json, Router, extract::State, routing::post};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vinilogy_basket::{Candidate, Error as Impossible, Limits, Offer as Copy, Why, choose};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::reading::Reader;
use vinilogy_core::store::{AlbumTitle, ToBuy};

use super::{Error, Listener, Problem, Result, extract};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/me/basket", post(basket))
}

/// What may be spent, and on what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// Minor units of the listener's currency, shipping and taxes included.
    #[schema(example = 15_000)]
    budget: i64,
    /// Albums to choose from, 100 at most; the recommended ones when left out. One that is not recommended counts as the middle of the scale.
    albums: Option<Vec<i64>>,
    /// Of these, albums that have to be in.
    #[serde(default)]
    must: Vec<i64>,
}

/// What to buy.
#[derive(Serialize, ToSchema)]
pub struct Basket {
    currency: String,
    budget: i64,
    /// Items and shipping; never above the budget.
    total: i64,
    items: i64,
    shipping: i64,
    /// The sum of the albums' scores, 0 to 100 each.
    score: f64,
    /// No basket within the budget is worth more.
    proven: bool,
    /// How far it may be from the best, as a share of what no basket exceeds; null when it is proven.
    gap: Option<f64>,
    chosen: Vec<Chosen>,
    parcels: Vec<Parcel>,
    left_out: Vec<LeftOut>,
    /// Milliseconds that choosing took.
    took_ms: u64,
}

/// An album that is in.
#[derive(Serialize, ToSchema)]
pub struct Chosen {
    album_id: i64,
    title: String,
    artist_name: String,
    release_id: Option<i64>,
    score: f64,
    /// What the basket would cost less without it.
    adds: i64,
    /// What it would cost bought alone, wherever that is cheapest.
    alone: i64,
    provider: String,
    seller: Option<String>,
    url: String,
    observed_at: DateTime<Utc>,
    /// Shipping is an estimate, and of a parcel of its own.
    estimated: bool,
}

/// What is bought of one seller.
#[derive(Serialize, ToSchema)]
pub struct Parcel {
    /// Null for an offer that does not name its seller.
    seller: Option<String>,
    albums: Vec<i64>,
    items: i64,
    shipping: i64,
}

/// An album that is not in.
#[derive(Serialize, ToSchema)]
pub struct LeftOut {
    album_id: i64,
    title: String,
    artist_name: String,
    /// no_offer, unknown_shipping, above_budget, no_score, worth_less or short.
    why: &'static str,
    /// As a sentence.
    #[schema(example = "It would push out albums worth 12.5 more.")]
    text: String,
}

/// The most albums of a request.
const MOST: usize = 100;
/// The score of an album that nobody has scored for the listener: the middle.
const UNSCORED: i64 = 5_000;
/// A gateway gives up after half a minute.
const LIMITS: Limits = Limits { best: Duration::from_secs(5), reasons: Duration::from_secs(3) };

#[utoipa::path(post, path = "/me/basket", security(("bearer" = [])), request_body = Wanted, responses(
    (status = 200, body = Basket), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn basket(
    State(context): State<Context>,
    listener: Listener,
    extract::Json(wanted): extract::Json<Wanted>,
) -> Result<Json<Basket>> {
    let store = context.store();
    let currency: Currency = listener.currency.parse().unwrap_or(Currency::EUR);
    let scores: HashMap<i64, i64> =
        store.recommended(listener.id).await?.into_iter().map(|(id, score)| (id, i64::from(score))).collect();
    let albums = albums(&wanted, &scores)?;
    let (titles, rows, reader) = futures::try_join!(
        store.titles_of(&albums),
        store.quotes_to_buy(&albums, &listener.country),
        store.reader(currency)
    )?;
    if let Some(unknown) = albums.iter().find(|id| titles.iter().all(|title| title.id != **id)) {
        return Err(Error::BadRequest(format!("albums: {unknown} is no album")));
    }
    let candidates = candidates(&albums, &scores, &rows, &reader);
    let (budget, must) = (wanted.budget, wanted.must);
    // The solver keeps a processor busy for seconds, and the connection has to be kept alive meanwhile.
    let solved = tokio::task::spawn_blocking(move || choose(&candidates, budget, &must, LIMITS)).await;
    let found = solved.map_err(|error| Error::Internal(error.to_string()))?.map_err(refused)?;
    Ok(Json(shown(&found, wanted.budget, currency, &titles, &rows)))
}

fn albums(wanted: &Wanted, scores: &HashMap<i64, i64>) -> Result<Vec<i64>> {
    let mut albums: Vec<i64> = wanted.albums.clone().unwrap_or_else(|| scores.keys().copied().collect());
    albums.extend(&wanted.must);
    albums.sort_unstable();
    albums.dedup();
    if albums.len() > MOST {
        return Err(Error::BadRequest(format!("albums: {} are more than {MOST}", albums.len())));
    }
    Ok(albums)
}

fn refused(error: Impossible) -> Error {
    match error {
        Impossible::Invalid(_) => Error::BadRequest(error.to_string()),
        Impossible::Infeasible(_) => Error::Conflict(error.to_string()),
    }
}

/// In the listener's currency. Sellers are numbered.
fn candidates(albums: &[i64], scores: &HashMap<i64, i64>, rows: &[ToBuy], reader: &Reader) -> Vec<Candidate> {
    let mut sellers: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    let mut offers: HashMap<i64, Vec<Copy>> = HashMap::new();
    for row in rows {
        let next = i64::try_from(sellers.len()).unwrap_or(i64::MAX);
        let seller = row.seller.as_deref().map(|name| *sellers.entry((&row.provider, name)).or_insert(next));
        offers.entry(row.album_id).or_default().extend(copy(row, seller, reader));
    }
    let candidate = |id: &i64| Candidate {
        album: *id,
        score: scores.get(id).copied().unwrap_or(UNSCORED).clamp(0, 10_000),
        offers: offers.remove(id).unwrap_or_default(),
    };
    albums.iter().map(candidate).collect()
}

/// What a copy costs. The upper bound counts, so that the listener never pays more than is told: what of it is the seller's shipping can be
/// shared, an estimate can not. `None` when a rate is missing.
fn copy(row: &ToBuy, seller: Option<i64>, reader: &Reader) -> Option<Copy> {
    let (cents, day) = (row.item_cents?, row.rate_day?);
    let read = |cents: i64| reader.cents(cents, day).map(|converted| converted.money.minor);
    let Some(most) = row.delivered_high else {
        return Some(Copy { id: row.id, seller, item: read(cents)?, shipping: None, further: None });
    };
    let total = read(most)?;
    let shipping = row.shipping.filter(|_| !row.estimated && row.amount > 0);
    let Some(shipping) = shipping else {
        return Some(Copy { id: row.id, seller: None, item: total, shipping: Some(0), further: None });
    };
    let shipping = i128::from(shipping) * i128::from(cents) / i128::from(row.amount);
    let shipping = read(i64::try_from(shipping).ok()?)?.min(total);
    Some(Copy { id: row.id, seller, item: total - shipping, shipping: Some(shipping), further: None })
}

fn shown(
    found: &vinilogy_basket::Basket,
    budget: i64,
    currency: Currency,
    titles: &[AlbumTitle],
    rows: &[ToBuy],
) -> Basket {
    let title = |id: i64| {
        let known = titles.iter().find(|title| title.id == id);
        known.map(|known| (known.title.clone(), known.artist_name.clone())).unwrap_or_default()
    };
    let row = |offer: i64| rows.iter().find(|row| row.id == offer);
    let points = |hundredths: i64| hundredths as f64 / 100.0;
    let chosen = found.chosen.iter().filter_map(|chosen| {
        let (row, (title, artist_name)) = (row(chosen.offer)?, title(chosen.album));
        Some(Chosen {
            album_id: chosen.album,
            title,
            artist_name,
            release_id: row.release_id,
            score: points(chosen.score),
            adds: chosen.adds,
            alone: chosen.alone,
            provider: row.provider.clone(),
            seller: row.seller.clone(),
            url: row.url.clone(),
            observed_at: row.observed_at,
            estimated: row.estimated,
        })
    });
    let parcels = found.parcels.iter().map(|parcel| Parcel {
        seller: parcel.offers.first().and_then(|offer| row(*offer)?.seller.clone()),
        albums: parcel.offers.iter().filter_map(|offer| row(*offer)).map(|row| row.album_id).collect(),
        items: parcel.items,
        shipping: parcel.shipping,
    });
    let left_out = found.left_out.iter().map(|left| {
        let (title, artist_name) = title(left.album);
        let (why, text) = said(&left.why, currency);
        LeftOut { album_id: left.album, title, artist_name, why, text }
    });
    Basket {
        currency: currency.to_string(),
        budget,
        total: found.total,
        items: found.items,
        shipping: found.shipping,
        score: points(found.score),
        proven: found.proven,
        gap: found.gap(),
        chosen: chosen.collect(),
        parcels: parcels.collect(),
        left_out: left_out.collect(),
        took_ms: u64::try_from(found.took.as_millis()).unwrap_or(u64::MAX),
    }
}

fn said(why: &Why, currency: Currency) -> (&'static str, String) {
    let money = |minor: i64| Money::new(minor, currency).to_string();
    match why {
        Why::NoOffer => ("no_offer", "Nobody offers it.".to_owned()),
        Why::UnknownShipping => ("unknown_shipping", "Nobody says what sending it costs.".to_owned()),
        Why::AboveBudget { least } => ("above_budget", format!("It costs {} even alone.", money(*least))),
        Why::NoScore => ("no_score", "It is worth nothing to you.".to_owned()),
        Why::WorthLess { less, pushes_out, .. } => {
            let points = *less as f64 / 100.0;
            let said = match pushes_out.len() {
                0 => "Money is better spent without it.".to_owned(),
                1 => format!("It would push out another album, and the rest would be worth {points} less."),
                albums => format!("It would push out {albums} others, and the rest would be worth {points} less."),
            };
            ("worth_less", said)
        }
        Why::Short { by } => ("short", format!("It costs {} more than is left.", money(*by))),
    }
}
