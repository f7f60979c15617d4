//! `GET /albums/{id}`: an album with its best prices.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::{ids::AlbumId, prices::reading::Reader};
use vinilogy_core::store::{self, BestPrice};

use super::extract::{Path, Query};
use super::prices::{Price, ShipsTo, stored};
use super::{Problem, Result, artist_albums::stars, error::or_no};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/albums/{id}", get(album))
}

/// An album.
#[derive(Serialize, ToSchema)]
pub struct Album {
    id: i64,
    title: String,
    artist_id: i64,
    artist_name: String,
    first_release_year: Option<i16>,
    /// The MusicBrainz release group.
    mbid: Option<Uuid>,
    discogs_master_id: Option<i64>,
    /// How sure we are of the master, 0 to 1.
    master_confidence: Option<f32>,
    cover_url: Option<String>,
    track_count: Option<i16>,
    /// Stars, 0 to 5, of the most owned pressing.
    rating: Option<f64>,
    rating_votes: Option<i32>,
    /// Vinyl pressings.
    release_count: i32,
    releases_fetched_at: Option<DateTime<Utc>>,
    prices_fetched_at: Option<DateTime<Utc>>,
    /// Why there are no pressings.
    note: Option<String>,
    /// The album that has the pressings, when Discogs lists both under one master.
    listed_with: Option<i64>,
    /// The best offers delivered there: the cheapest, in VG+ or better, and of a first pressing.
    best_prices: Vec<Best>,
}

/// The best offer of one class.
#[derive(Serialize, ToSchema)]
pub struct Best {
    /// `cheapest`, `very_good_plus` or `original`.
    class: String,
    /// Null when it is not told which pressing it is.
    release_id: Option<i64>,
    /// Of so many offers.
    offers: i32,
    #[serde(flatten)]
    price: Price,
}

#[utoipa::path(get, path = "/albums/{id}", params(("id" = i64, Path), ShipsTo), responses(
    (status = 200, body = Album), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn album(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(market): Query<ShipsTo>,
) -> Result<Json<Album>> {
    let id = AlbumId::from(id);
    let (country, currency) = market.read()?;
    let store = context.store();
    let (album, prices, reader) =
        futures::join!(store.album(id), store.best_prices(id, &country), store.reader(currency));
    let (album, mut prices, reader) = (album.map_err(or_no("album"))?, prices?, reader?);
    if album.id != id.get() {
        // The old id of one that turned out to be this album.
        prices = store.best_prices(AlbumId::from(album.id), &country).await?;
    }
    Ok(Json(shown(album, best(prices, &reader))))
}

/// Of each class the first.
pub(super) fn best(mut rows: Vec<BestPrice>, reader: &Reader) -> Vec<Best> {
    rows.dedup_by(|later, first| later.class == first.class);
    let shown = rows.into_iter().filter_map(|row| {
        let price = Price::read(stored!(whole row), reader)?;
        Some(Best { class: row.class, release_id: row.release_id, offers: row.offers, price })
    });
    shown.collect()
}

fn shown(album: store::Album, best_prices: Vec<Best>) -> Album {
    Album {
        id: album.id,
        title: album.title,
        artist_id: album.artist_id,
        artist_name: album.artist_name,
        first_release_year: album.first_release_year,
        mbid: album.mbid,
        discogs_master_id: album.discogs_master_id,
        master_confidence: album.master_confidence,
        cover_url: album.cover_url,
        track_count: album.track_count,
        rating: stars(album.rating_hundredths),
        rating_votes: album.rating_votes,
        release_count: album.release_count,
        releases_fetched_at: album.releases_fetched_at,
        prices_fetched_at: album.prices_fetched_at,
        note: album.note,
        listed_with: album.listed_with,
        best_prices,
    }
}
