//! `GET /shops`: where one can walk in. `GET /albums/{id}/links`: where to look for an album oneself, at Discogs, on eBay, in those shops.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::store;

use super::extract::{Path, Query, text};
use super::prices::country;
use super::{Error, Problem, Result, error::or_no};
use crate::Context;
use crate::links::{ebay_search, filled};

/// Both routes.
pub fn routes() -> Router<Context> {
    Router::new().route("/shops", get(shops)).route("/albums/{id}/links", get(links))
}

/// The longest name of a city, in bytes.
const LONGEST_CITY: usize = 100;

/// Which shops.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Where {
    /// Shops of this city first, then those of its country, which send; all of them without it. Accents and case do not matter.
    #[param(example = "Madrid")]
    city: Option<String>,
}

/// Which links.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Whose shops: as for `/shops`. None unless asked.
    #[param(example = "Madrid")]
    city: Option<String>,
    /// ISO 3166: which of eBay's sites; without one, its largest.
    #[param(example = "ES")]
    country: Option<String>,
}

/// Shops.
#[derive(Serialize, ToSchema)]
pub struct Shops {
    shops: Vec<Shop>,
}

/// A shop.
#[derive(Serialize, ToSchema)]
pub struct Shop {
    id: i64,
    slug: String,
    name: String,
    city: String,
    /// ISO 3166.
    country: String,
    /// Street and number.
    address: Option<String>,
    url: Option<String>,
    /// Where one searches in it; `{query}` stands for artist and title.
    search_url: Option<String>,
    /// When its whole stock was read last; null when it gives no list.
    stock_read_at: Option<DateTime<Utc>>,
    /// Whether it is in the city that was asked for.
    in_city: bool,
}

/// Where to look for an album oneself. Nothing here was asked of anybody: what is for sale there is not known.
#[derive(Serialize, ToSchema)]
pub struct Links {
    /// All of the album's pressings for sale on Discogs; null when Discogs knows no master of it.
    #[schema(example = "https://www.discogs.com/sell/list?master_id=21491&format=Vinyl")]
    discogs: Option<String>,
    /// A search of records on eBay. It may earn a commission for whoever runs this service: then its address holds `campid`.
    ebay: String,
    /// Searches in shops.
    shops: Vec<ShopLink>,
}

/// A search in a shop.
#[derive(Serialize, ToSchema)]
pub struct ShopLink {
    name: String,
    city: String,
    url: String,
}

#[utoipa::path(get, path = "/shops", params(Where), responses(
    (status = 200, body = Shops), (status = 400, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn shops(State(context): State<Context>, Query(asked): Query<Where>) -> Result<Json<Shops>> {
    let rows = context.store().shops(city(asked.city.as_deref())?).await?;
    Ok(Json(Shops { shops: rows.into_iter().map(shown).collect() }))
}

#[utoipa::path(get, path = "/albums/{id}/links", params(("id" = i64, Path), Asked), responses(
    (status = 200, body = Links), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn links(
    State(context): State<Context>,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Json<Links>> {
    let (city, country) = (city(asked.city.as_deref())?, country("country", asked.country.as_deref())?);
    let album = context.store().album(AlbumId::from(id)).await.map_err(or_no("album"))?;
    let shops = if city.is_some() { context.store().shops(city).await? } else { Vec::new() };
    let words = format!("{} {}", album.artist_name, album.title);
    let discogs = |master| format!("https://www.discogs.com/sell/list?master_id={master}&format=Vinyl");
    let link = |shop: store::Shop| {
        let url = filled(shop.search_url.as_deref()?, &words);
        Some(ShopLink { name: shop.name, city: shop.city, url })
    };
    Ok(Json(Links {
        discogs: album.discogs_master_id.map(discogs),
        ebay: ebay_search(&words, &country, context.config().upstream.ebay_campaign_id.as_deref()),
        shops: shops.into_iter().filter_map(link).collect(),
    }))
}

fn city(asked: Option<&str>) -> Result<Option<&str>> {
    let city = asked.map(|city| text("city", city, LONGEST_CITY)).transpose()?;
    match city {
        Some(city) if city.chars().any(char::is_control) => Err(Error::BadRequest("city: must be text".to_owned())),
        city => Ok(city),
    }
}

fn shown(row: store::Shop) -> Shop {
    Shop {
        id: row.id,
        slug: row.slug,
        name: row.name,
        city: row.city,
        country: row.country,
        address: row.address,
        url: row.url,
        search_url: row.search_url,
        stock_read_at: row.read_at,
        in_city: row.in_city,
    }
}
