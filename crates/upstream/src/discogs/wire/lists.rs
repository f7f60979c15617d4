//! Pages: the pressings of a master, and what a search finds.

use serde::Deserialize;

use super::{Community, Format};
use crate::tolerant;

#[derive(Deserialize)]
pub(in crate::discogs) struct Pagination {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) page: i64,
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) pages: i64,
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) items: i64,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct VersionsBody {
    pub(in crate::discogs) pagination: Pagination,
    pub(in crate::discogs) versions: Vec<Version>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Version {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) id: i64,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(in crate::discogs) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) label: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) released: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) format: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) major_formats: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) status: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) stats: Option<VersionStats>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct VersionStats {
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) community: Option<VersionCommunity>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct VersionCommunity {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) in_collection: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) in_wantlist: Option<i64>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct SearchBody {
    /// Absent where a recorder kept the rows alone.
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) pagination: Option<Pagination>,
    pub(in crate::discogs) results: Vec<Hit>,
}

#[derive(Deserialize)]
pub(in crate::discogs) struct Hit {
    #[serde(deserialize_with = "tolerant::required_integer")]
    pub(in crate::discogs) id: i64,
    #[serde(rename = "type", deserialize_with = "tolerant::required_text")]
    pub(in crate::discogs) kind: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(in crate::discogs) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) year: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) country: Option<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) format: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(in crate::discogs) label: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) catno: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(in crate::discogs) master_id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(in crate::discogs) thumb: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(in crate::discogs) community: Option<Community>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(in crate::discogs) formats: Vec<Format>,
}
