//! A release with its parts, some of which masters and artists have too.

use serde::Deserialize;

use crate::tolerant;

#[derive(Deserialize)]
pub(in crate::discogs) struct Release {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(in crate::discogs) title: String,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) artists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) year: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) released: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) status: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) master_id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) community: Option<Community>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) tracklist: Vec<Track>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) genres: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) styles: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) formats: Vec<Format>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) labels: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) companies: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) series: Vec<Label>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) extraartists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) identifiers: Vec<Identifier>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) notes: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) num_for_sale: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::float")]
    pub(in crate::discogs) lowest_price: Option<f64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) estimated_weight: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) images: Vec<Image>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Artist {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) anv: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) join: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) role: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) tracks: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) id: Option<i64>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Community {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) have: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) want: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) rating: Option<Rating>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Rating {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) count: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::float")]
    pub(in crate::discogs) average: Option<f64>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Track {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) position: Option<String>,
    #[serde(default, rename = "type_", deserialize_with = "tolerant::text")]
    pub(in crate::discogs) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) title: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) duration: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) artists: Vec<Artist>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) sub_tracks: Vec<Track>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Format {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) name: Option<String>,
    /// Text, and sometimes a number larger than any integer type.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) qty: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) descriptions: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) text: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Label {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) id: Option<i64>,
    /// What a company did.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) entity_type_name: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Identifier {
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(in crate::discogs) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) value: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) description: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Image {
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(in crate::discogs) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) uri: Option<String>,
}
