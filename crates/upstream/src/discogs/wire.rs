//! Discogs' JSON as it comes: what is missing is usually a missing key.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::tolerant;

#[derive(Deserialize)]
pub(super) struct Pagination {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) page: i64,
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) pages: i64,
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) items: i64,
}

#[derive(Deserialize)]
pub(super) struct VersionsBody {
    pub(super) pagination: Pagination,
    pub(super) versions: Vec<Version>,
}

#[derive(Deserialize)]
pub(super) struct Version {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) label: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) released: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) format: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) major_formats: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) status: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) stats: Option<VersionStats>,
}

#[derive(Deserialize)]
pub(super) struct VersionStats {
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) community: Option<VersionCommunity>,
}

#[derive(Deserialize)]
pub(super) struct VersionCommunity {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) in_collection: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) in_wantlist: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct SearchBody {
    /// Absent where a recorder kept the rows alone.
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) pagination: Option<Pagination>,
    pub(super) results: Vec<Hit>,
}

#[derive(Deserialize)]
pub(super) struct Hit {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) id: i64,
    #[serde(rename = "type", deserialize_with = "tolerant::required_text")]
    pub(super) kind: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) year: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) format: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) label: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) master_id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) community: Option<Community>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) formats: Vec<Format>,
}

#[derive(Deserialize)]
pub(super) struct Release {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(super) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) year: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) released: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) status: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) master_id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) community: Option<Community>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) tracklist: Vec<Track>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) genres: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) styles: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) formats: Vec<Format>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) labels: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) companies: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) series: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) extraartists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) identifiers: Vec<Identifier>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) notes: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) num_for_sale: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::float")]
    pub(super) lowest_price: Option<f64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) estimated_weight: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) images: Vec<Image>,
}

#[derive(Deserialize)]
pub(super) struct Artist {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) anv: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) join: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) role: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) tracks: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) id: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Community {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) have: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) want: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) rating: Option<Rating>,
}

#[derive(Deserialize)]
pub(super) struct Rating {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) count: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::float")]
    pub(super) average: Option<f64>,
}

#[derive(Deserialize)]
pub(super) struct Track {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) position: Option<String>,
    #[serde(default, rename = "type_", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) title: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) duration: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) sub_tracks: Vec<Track>,
}

#[derive(Deserialize)]
pub(super) struct Format {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    /// Text, and sometimes a number larger than any integer type.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) qty: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) descriptions: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) text: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Label {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) id: Option<i64>,
    /// What a company did.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) entity_type_name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Identifier {
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) value: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) description: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Image {
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) uri: Option<String>,
}

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
