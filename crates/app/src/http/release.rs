//! `GET /releases/{id}`: one pressing with all that is known of it.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::ToSchema;
use vinilogy_core::domain::{freshness::Kind, ids::ReleaseId, prices::reading::Reader};
use vinilogy_core::store::ReleasePage;

use super::extract::{Path, Query};
use super::prices::{Price, ShipsTo, stored};
use super::taxonomy::Taxonomy;
use super::{Problem, Result, artist_albums::stars, error::or_no};
use crate::Context;
use crate::jobs::IngestReleaseDetails;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/releases/{id}", get(release))
}

/// A vinyl pressing.
#[derive(Serialize, ToSchema)]
pub struct ReleaseInFull {
    id: i64,
    discogs_id: i64,
    album_id: i64,
    album_title: String,
    /// Of the album's first release in any format.
    first_release_year: Option<i16>,
    artist_id: i64,
    artist_name: String,
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
    /// Digits only.
    barcodes: Vec<String>,
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
    /// The cheapest, delivered there; null when it is gone.
    price: Option<Price>,
    /// Since when Discogs does not list it any more; null as long as it does.
    gone_at: Option<DateTime<Utc>>,
    /// Why it is gone.
    note: Option<String>,
    /// When its page was read.
    details_fetched_at: Option<DateTime<Utc>>,
    /// Null until its page was read; whoever looks first has it fetched.
    details: Option<Details>,
}

/// What its page says.
#[derive(Serialize, ToSchema)]
pub struct Details {
    /// What is played, in order, with headings.
    tracks: Vec<Track>,
    /// Labels, once per catalogue number.
    labels: Vec<Label>,
    /// Who pressed, mastered, distributed, ….
    companies: Vec<Company>,
    /// Barcodes, matrix numbers, rights societies, ….
    identifiers: Vec<Identifier>,
    /// Media as Discogs describes them.
    formats: Vec<Medium>,
    /// The credit.
    artists: Vec<Credit>,
    /// Who else took part.
    credits: Vec<Credit>,
    genres: Vec<String>,
    styles: Vec<String>,
    /// With Discogs' markup.
    notes: Option<String>,
}

/// One thing that is played.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Track {
    /// `A1`, `1-03`, or empty.
    position: String,
    title: String,
    /// Duration.
    seconds: Option<i32>,
    /// When they are not the pressing's.
    artists: Option<String>,
    /// Nothing that is played: the name of a side, or of the piece whose parts follow.
    #[serde(default)]
    heading: bool,
}

/// A label with the number that it gave.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Label {
    name: String,
    discogs_id: Option<i64>,
    catno: Option<String>,
}

/// A company with what it did.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Company {
    name: String,
    discogs_id: Option<i64>,
    /// `Pressed By`, `Mastered At`, ….
    role: Option<String>,
}

/// A number or text on a pressing.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Identifier {
    /// `Barcode`, `Matrix / Runout`, ….
    #[serde(rename = "type")]
    kind: String,
    value: String,
    /// Where it stands.
    description: Option<String>,
}

/// A medium as Discogs describes it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Medium {
    name: String,
    qty: Option<i32>,
    descriptions: Vec<String>,
    /// Colour, weight, sleeve.
    text: Option<String>,
}

/// An artist of a credit.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Credit {
    name: String,
    discogs_id: Option<i64>,
    /// What stands between this artist and the next.
    join: Option<String>,
    /// `Producer`, `Bass`, ….
    role: Option<String>,
    /// On which tracks, when not on all.
    tracks: Option<String>,
}

#[utoipa::path(get, path = "/releases/{id}", params(("id" = i64, Path), ShipsTo), responses(
    (status = 200, body = ReleaseInFull), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn release(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(market): Query<ShipsTo>,
) -> Result<Json<ReleaseInFull>> {
    let id = ReleaseId::from(id);
    let (ships_to, currency) = market.read()?;
    let store = context.store();
    let (page, reader) = futures::join!(store.release_page(id, &ships_to), store.reader(currency));
    let (page, reader) = (page.map_err(or_no("release"))?, reader?);
    if page.gone_at.is_none() && Kind::ReleaseDetails.is_stale(page.details_fetched_at, context.now()) {
        want(&context, id).await?;
    }
    Ok(Json(shown(page, &reader)))
}

/// Of many who look at a pressing without details, one has them fetched. When the queue is away the page is still shown: the sweep
/// knows the pressing as wanted.
async fn want(context: &Context, id: ReleaseId) -> Result<()> {
    if !context.store().want_details(id).await? {
        return Ok(());
    }
    if let Err(error) = context.queues().await.send(&IngestReleaseDetails { release_id: id.get() }).await {
        tracing::warn!(release_id = id.get(), %error, "left to the sweep");
    }
    Ok(())
}

/// A column of the details. What cannot be read is shown as nothing, and said in the log: the rest of the page is worth showing.
fn list<T: DeserializeOwned>(name: &'static str, column: Option<Value>) -> Vec<T> {
    column.map_or_else(Vec::new, |column| {
        serde_json::from_value(column).unwrap_or_else(|error| {
            tracing::error!(column = name, %error, "details that are not as they are written");
            Vec::new()
        })
    })
}

fn shown(page: ReleasePage, reader: &Reader) -> ReleaseInFull {
    let price = stored!(page).and_then(|stored| Price::read(stored, reader));
    let details = Details {
        tracks: list("tracks", page.tracks),
        labels: list("labels", page.labels),
        companies: list("companies", page.companies),
        identifiers: list("identifiers", page.identifiers),
        formats: list("formats", page.formats),
        artists: list("artists", page.artists),
        credits: list("credits", page.credits),
        genres: page.genres.unwrap_or_default(),
        styles: page.styles.unwrap_or_default(),
        notes: page.notes,
    };
    ReleaseInFull {
        id: page.id,
        discogs_id: page.discogs_id,
        album_id: page.album_id,
        album_title: page.album_title,
        first_release_year: page.first_release_year,
        artist_id: page.artist_id,
        artist_name: page.artist_name,
        title: page.title,
        country: page.country,
        year: page.year,
        released: page.released,
        format: page.format,
        taxonomy: Taxonomy {
            records: page.records,
            size_inches: page.size_inches,
            speed_rpm: page.speed_rpm,
            kind: page.kind,
            traits: page.traits,
            colour: page.colour,
            weight_grams: page.weight_grams,
            first_pressing: page.first_pressing,
            confidence: page.confidence,
        },
        label: page.label,
        catno: page.catno,
        barcodes: page.barcodes,
        thumb_url: page.thumb_url,
        official: page.official,
        have: page.have,
        want: page.want,
        rating: stars(page.rating_hundredths),
        rating_votes: page.rating_votes,
        for_sale: page.for_sale,
        priced_at: page.priced_at,
        price,
        gone_at: page.gone_at,
        note: page.note,
        details_fetched_at: page.details_fetched_at,
        details: page.detailed.then_some(details),
    }
}
