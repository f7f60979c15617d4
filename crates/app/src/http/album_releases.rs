//! `GET /albums/{id}/releases`: every pressing of an album with its price, oldest first.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::{ids::AlbumId, pressing::Kind, prices::reading::Reader};
use vinilogy_core::store::{ReleaseFilter, ReleaseRow};

use super::extract::{Path, Query, text};
use super::prices::{Price, country, currency, stored};
use super::{Problem, Result, artist_albums::stars, error::or_no, paging, taxonomy::Taxonomy};
use crate::jobs::{IngestReleases, PriceReleases};
use crate::{Context, queues::QueueError};

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/albums/{id}/releases", get(album_releases))
}

/// Which pressings. All conditions hold together.
#[derive(Debug, Deserialize, IntoParams)]
pub struct Filter {
    /// Discogs' name of the country of the pressing, such as `UK`.
    country: Option<String>,
    /// Year of the pressing.
    year: Option<i16>,
    /// Year of the pressing, at the earliest.
    year_from: Option<i16>,
    /// Year of the pressing, at the latest.
    year_to: Option<i16>,
    /// Words of the format with commas between them, such as `LP` or `reissue,gatefold`: all must be said, abbreviated
    /// or spelled out.
    format: Option<String>,
    /// Size in inches, such as 7, 10 or 12.
    size: Option<i16>,
    /// A colour or effect of the vinyl, such as `red`, `clear` or `splatter`.
    colour: Option<String>,
    /// album, ep or single.
    #[param(inline)]
    kind: Option<Length>,
    /// Limited editions, or those that are not.
    limited: Option<bool>,
    /// The album's first pressings only; see `first_pressing` of a row.
    first_pressing: Option<bool>,
    /// ISO 3166: where it is delivered; without it shipping and taxes are unknown.
    ships_to: Option<String>,
    /// ISO 4217: in which prices are read; EUR unless asked otherwise.
    currency: Option<String>,
    /// Pressings at most, 1 to 100; 50 unless asked otherwise.
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// How long what is on a pressing is.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// A long-playing record, or an album on records of another size.
    Album,
    /// Between a single and an album.
    Ep,
    /// One song and what comes with it.
    Single,
}

/// A page of pressings.
#[derive(Serialize, ToSchema)]
pub struct Releases {
    album_id: i64,
    /// All vinyl pressings of the album, whatever the filter.
    release_count: i32,
    /// When they were fetched; null when they are being fetched for the first time.
    fetched_at: Option<DateTime<Utc>>,
    /// The album that has the pressings, when Discogs lists both under one master.
    listed_with: Option<i64>,
    releases: Vec<Release>,
    /// Where the next page begins; null on the last.
    next_cursor: Option<String>,
}

/// A vinyl pressing.
#[derive(Serialize, ToSchema)]
pub struct Release {
    id: i64,
    discogs_id: i64,
    title: String,
    country: Option<String>,
    year: Option<i16>,
    /// `YYYY`, `YYYY-MM-00` or `YYYY-MM-DD`.
    released: Option<String>,
    /// As Discogs has it, such as `LP, Album, RE`.
    format: String,
    #[serde(flatten)]
    taxonomy: Taxonomy,
    label: Option<String>,
    catno: Option<String>,
    thumb_url: Option<String>,
    official: bool,
    /// Collectors who own it.
    have: Option<i32>,
    /// Collectors who want it.
    want: Option<i32>,
    /// Stars, 0 to 5.
    rating: Option<f64>,
    rating_votes: Option<i32>,
    /// Copies for sale when it was last priced.
    for_sale: Option<i32>,
    /// When it was last priced, with or without an offer.
    priced_at: Option<DateTime<Utc>>,
    /// The cheapest, delivered there.
    price: Option<Price>,
}

/// Longest text of a filter.
const LONGEST: usize = 100;

#[utoipa::path(get, path = "/albums/{id}/releases", params(("id" = i64, Path), Filter), responses(
    (status = 200, body = Releases), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn album_releases(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(filter): Query<Filter>,
) -> Result<Json<Releases>> {
    let id = AlbumId::from(id);
    let limit = paging::limit(filter.limit)?;
    let ships_to = country("ships_to", filter.ships_to.as_deref())?;
    let currency = currency(filter.currency.as_deref())?;
    let list = list(id, &filter);
    let words = words(filter.format.as_deref())?;
    let colour = filter.colour.as_deref().map(|c| text("colour", c, LONGEST)).transpose()?.map(str::to_lowercase);
    let rows = ReleaseFilter {
        country: filter.country.as_deref().map(|c| text("country", c, LONGEST)).transpose()?,
        years: years(&filter),
        format: &words,
        kind: filter.kind.map(Length::kind),
        size_inches: filter.size,
        colour: colour.as_deref(),
        limited: filter.limited,
        first_pressing: filter.first_pressing.unwrap_or(false),
        after: filter.cursor.as_deref().map(|cursor| paging::after(&list, cursor)).transpose()?,
        limit: limit + 1,
    };
    let store = context.store();
    let asked = id;
    let (album, found, reader) =
        futures::join!(store.album(asked), store.releases_of(asked, &rows, &ships_to), store.reader(currency));
    let (album, mut found, reader) = (album.map_err(or_no("album"))?, found?, reader?);
    let id = AlbumId::from(album.id);
    if id != asked {
        // The old id of one that turned out to be this album.
        found = store.releases_of(id, &rows, &ships_to).await?;
    }
    let mut rows = found;
    if album.wanted_at.is_none() {
        want(&context, id, album.releases_fetched_at.is_none()).await?;
    }
    // One row more than asked for tells whether there is a next page.
    let more = rows.len() as i64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next_cursor = rows.last().filter(|_| more).map(|last| paging::cursor(&list, last.sort_year, last.id));
    Ok(Json(Releases {
        album_id: album.id,
        release_count: album.release_count,
        fetched_at: album.releases_fetched_at,
        listed_with: album.listed_with,
        releases: rows.into_iter().map(|row| shown(row, &reader)).collect(),
        next_cursor,
    }))
}

impl Length {
    fn kind(self) -> Kind {
        match self {
            Self::Album => Kind::Album,
            Self::Ep => Kind::Ep,
            Self::Single => Kind::Single,
        }
    }
}

/// The list that a cursor belongs to: the album with all that chooses rows, not what shapes a page.
fn list(id: AlbumId, filter: &Filter) -> String {
    let Filter { country, year, year_from, year_to, format, size, colour, kind, limited, first_pressing, .. } = filter;
    format!("{id}, {:?}", (country, year, year_from, year_to, format, size, colour, kind, limited, first_pressing))
}

/// A year and a range hold together: what is not in both is in neither.
fn years(filter: &Filter) -> (Option<i16>, Option<i16>) {
    (filter.year_from.max(filter.year), [filter.year_to, filter.year].into_iter().flatten().min())
}

fn words(format: Option<&str>) -> Result<Vec<&str>> {
    let Some(format) = format else { return Ok(Vec::new()) };
    let words = text("format", format, LONGEST)?.split(',').map(str::trim);
    Ok(words.filter(|word| !word.is_empty()).collect())
}

/// An album that is looked at for the first time is fetched and priced before others. Of a thousand that look at once, one
/// sends the message. When the queue is away the page is still shown: the sweep knows the album as wanted.
async fn want(context: &Context, id: AlbumId, missing: bool) -> Result<()> {
    if context.store().want_albums(&[id.get()]).await?.is_empty() {
        return Ok(());
    }
    let queues = context.queues().await;
    let sent: std::result::Result<(), QueueError> = if missing {
        queues.send(&IngestReleases { album_id: id.get() }).await
    } else {
        queues.send(&PriceReleases { album_id: id.get() }).await
    };
    if let Err(error) = sent {
        tracing::warn!(album_id = id.get(), %error, "left to the sweep");
    }
    Ok(())
}

fn shown(row: ReleaseRow, reader: &Reader) -> Release {
    let price = stored!(row).and_then(|stored| Price::read(stored, reader));
    Release {
        id: row.id,
        discogs_id: row.discogs_id,
        title: row.title,
        country: row.country,
        year: row.year,
        released: row.released,
        format: row.format,
        taxonomy: Taxonomy {
            records: row.records,
            size_inches: row.size_inches,
            speed_rpm: row.speed_rpm,
            kind: row.kind,
            traits: row.traits,
            colour: row.colour,
            weight_grams: row.weight_grams,
            first_pressing: row.first_pressing,
            confidence: row.confidence,
        },
        label: row.label,
        catno: row.catno,
        thumb_url: row.thumb_url,
        official: row.official,
        have: row.have,
        want: row.want,
        rating: stars(row.rating_hundredths),
        rating_votes: row.rating_votes,
        for_sale: row.for_sale,
        priced_at: row.priced_at,
        price,
    }
}
