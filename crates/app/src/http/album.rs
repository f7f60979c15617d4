//! `GET /albums/{id}`: an album with its best prices.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::store::{self, BestPrice};

use super::{Problem, Result, artist_albums::stars, error::or_no, extract::Path, prices::Price};
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
    /// The cheapest pressing per currency and destination; currencies are never compared.
    best_prices: Vec<Best>,
}

/// The cheapest pressing of an album.
#[derive(Serialize, ToSchema)]
pub struct Best {
    /// ISO 3166; ZZ when the provider does not say.
    ships_to: String,
    release_id: i64,
    /// Pressings that have a price here.
    priced_releases: i32,
    #[serde(flatten)]
    price: Price,
}

#[utoipa::path(get, path = "/albums/{id}", params(("id" = i64, Path)), responses(
    (status = 200, body = Album), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn album(State(context): State<Context>, Path(id): Path<i64>) -> Result<Json<Album>> {
    let id = AlbumId::from(id);
    let (album, prices) = futures::join!(context.store().album(id), context.store().best_prices(id));
    let (album, mut prices) = (album.map_err(or_no("album"))?, prices?);
    if album.id != id.get() {
        // The old id of one that turned out to be this album.
        prices = context.store().best_prices(AlbumId::from(album.id)).await?;
    }
    Ok(Json(shown(album, prices.into_iter().filter_map(best).collect())))
}

fn best(row: BestPrice) -> Option<Best> {
    let price =
        Price::of(Some(row.amount), &row.currency, row.shipping, Some(row.provider), row.url, Some(row.observed_at))?;
    Some(Best { ships_to: row.ships_to, release_id: row.release_id, priced_releases: row.priced_releases, price })
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
        best_prices,
    }
}
