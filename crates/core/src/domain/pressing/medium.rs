//! A medium of a release as Discogs describes it in full, which says more than the text of a list.

use serde::{Deserialize, Serialize};

/// One entry of a release's `formats`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medium {
    /// `Vinyl`, `CD`, `Box Set`, ….
    pub name: String,
    /// How many of it; Discogs has counts that nobody could own.
    #[serde(rename = "qty")]
    pub quantity: Option<i32>,
    /// `LP`, `Reissue`, ….
    pub descriptions: Vec<String>,
    /// Free text: colour, weight, sleeve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Medium {
    /// Made of grooves.
    pub(super) fn is_record(&self) -> bool {
        matches!(self.name.as_str(), "Vinyl" | "Shellac" | "Flexi-disc" | "Lathe Cut" | "Acetate")
    }
}

/// What Discogs' list of a master's versions says of such a release: the descriptions of its records, or of the first medium.
#[must_use]
pub fn list_text(media: &[Medium]) -> String {
    let described = media.iter().find(|medium| medium.is_record()).or(media.first());
    described.map(|medium| medium.descriptions.join(", ")).unwrap_or_default()
}
