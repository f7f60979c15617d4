//! Discogs' JSON as it comes: what is missing is usually a missing key.

mod lists;
mod release;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::tolerant;
pub(super) use lists::{Hit, SearchBody, Version, VersionsBody};
pub(super) use release::{Artist, Community, Format, Identifier, Image, Label, Rating, Release, Track};

#[derive(Deserialize)]
pub(super) struct Stats {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) num_for_sale: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) lowest_price: Option<Amount>,
    #[serde(default)]
    pub(super) blocked_from_sale: Option<bool>,
}

#[derive(Deserialize)]
pub(super) struct Amount {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) currency: String,
    #[serde(deserialize_with = "tolerant::required_float")]
    pub(super) value: f64,
}

#[derive(Deserialize)]
pub(super) struct Master {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) year: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) main_release: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) genres: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) styles: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) tracklist: Vec<Track>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) images: Vec<Image>,
}

#[derive(Deserialize)]
pub(super) struct ArtistBody {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) realname: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) namevariations: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) urls: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) images: Vec<Image>,
}

#[derive(Deserialize)]
pub(super) struct RatingBody {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) release_id: i64,
    pub(super) rating: Rating,
}

/// Keyed by grade; `{}` without a history.
pub(super) type PriceSuggestions = BTreeMap<String, Amount>;
