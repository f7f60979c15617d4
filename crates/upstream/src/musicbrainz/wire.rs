//! MusicBrainz' JSON as it comes: hyphens in the names, absent in searches what is null or "" in lookups.

use serde::Deserialize;
use uuid::Uuid;

use crate::tolerant;

#[derive(Deserialize)]
pub(super) struct SearchBody {
    pub(super) artists: Vec<Hit>,
}

#[derive(Deserialize)]
pub(super) struct Hit {
    pub(super) id: Uuid,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, rename = "sort-name", deserialize_with = "tolerant::text")]
    pub(super) sort_name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) score: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) disambiguation: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) aliases: Vec<Alias>,
}

#[derive(Deserialize)]
pub(super) struct Artist {
    pub(super) id: Uuid,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, rename = "sort-name", deserialize_with = "tolerant::text")]
    pub(super) sort_name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) disambiguation: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) aliases: Vec<Alias>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) relations: Vec<Relation>,
}

#[derive(Deserialize)]
pub(super) struct Alias {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct BrowseBody {
    #[serde(rename = "release-group-count", deserialize_with = "tolerant::required_integer")]
    pub(super) count: i64,
    #[serde(default, rename = "release-group-offset", deserialize_with = "tolerant::integer")]
    pub(super) offset: Option<i64>,
    #[serde(rename = "release-groups")]
    pub(super) groups: Vec<ReleaseGroup>,
}

#[derive(Deserialize)]
pub(super) struct ReleaseGroup {
    pub(super) id: Uuid,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, rename = "primary-type", deserialize_with = "tolerant::text")]
    pub(super) primary_type: Option<String>,
    #[serde(default, rename = "secondary-types", deserialize_with = "tolerant::texts")]
    pub(super) secondary_types: Vec<String>,
    #[serde(default, rename = "first-release-date", deserialize_with = "tolerant::text")]
    pub(super) first_release_date: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) disambiguation: Option<String>,
    #[serde(default, rename = "artist-credit", deserialize_with = "tolerant::list")]
    pub(super) artist_credit: Vec<Credit>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) relations: Vec<Relation>,
}

#[derive(Deserialize)]
pub(super) struct Credit {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    /// Its spaces matter.
    #[serde(default)]
    pub(super) joinphrase: Option<String>,
    pub(super) artist: CreditedArtist,
}

#[derive(Deserialize)]
pub(super) struct CreditedArtist {
    pub(super) id: Uuid,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Relation {
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub(super) kind: Option<String>,
    #[serde(default, rename = "type-id", deserialize_with = "tolerant::text")]
    pub(super) type_id: Option<String>,
    #[serde(default)]
    pub(super) ended: Option<bool>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) url: Option<Link>,
}

#[derive(Deserialize)]
pub(super) struct Link {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) resource: Option<String>,
}
