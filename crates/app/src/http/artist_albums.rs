//! `GET /artists/{id}/albums`: the studio albums, oldest first.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::Album;

use super::{Problem, Result, artist::want, error::or_no, extract::Path};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists/{id}/albums", get(artist_albums))
}

/// An artist's albums.
#[derive(Serialize, ToSchema)]
pub struct Albums {
    artist_id: i64,
    /// When they were fetched; null when they have not been yet.
    fetched_at: Option<DateTime<Utc>>,
    albums: Vec<AlbumLine>,
}

/// An album in a list.
#[derive(Serialize, ToSchema)]
pub struct AlbumLine {
    id: i64,
    title: String,
    first_release_year: Option<i16>,
    cover_url: Option<String>,
    /// Vinyl pressings.
    release_count: i32,
    /// Stars, 0 to 5.
    rating: Option<f64>,
}

#[utoipa::path(get, path = "/artists/{id}/albums", params(("id" = i64, Path)), responses(
    (status = 200, body = Albums), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn artist_albums(State(context): State<Context>, Path(id): Path<i64>) -> Result<Json<Albums>> {
    let id = ArtistId::from(id);
    let (artist, albums) = futures::join!(context.store().artist(id), context.store().albums_of(id));
    let artist = artist.map_err(or_no("artist"))?;
    want(&context, &artist).await?;
    let albums = albums?.into_iter().map(line).collect();
    Ok(Json(Albums { artist_id: artist.id, fetched_at: artist.albums_fetched_at, albums }))
}

fn line(album: Album) -> AlbumLine {
    AlbumLine {
        id: album.id,
        title: album.title,
        first_release_year: album.first_release_year,
        cover_url: album.cover_url,
        release_count: album.release_count,
        rating: stars(album.rating_hundredths),
    }
}

/// Hundredths of a star as stars.
pub(super) fn stars(hundredths: Option<i32>) -> Option<f64> {
    hundredths.map(|h| f64::from(h) / 100.0)
}
