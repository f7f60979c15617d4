//! The Cover Art Archive's JSON as it comes: identifiers are numbers in new indexes and text in old ones, which know two sizes only.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::tolerant;

#[derive(Deserialize)]
pub(super) struct Index {
    pub(super) images: Vec<Image>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) release: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Image {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) id: String,
    #[serde(default)]
    pub(super) front: bool,
    #[serde(default)]
    pub(super) back: bool,
    #[serde(default = "yes")]
    pub(super) approved: bool,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) types: Vec<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) image: Option<String>,
    #[serde(default)]
    pub(super) thumbnails: BTreeMap<String, Option<String>>,
}

fn yes() -> bool {
    true
}
