//! Whether two services mean the same artist, album or song: pure rules with named penalties, so that a reviewer sees why.
//!
//! Which function fits which pair:
//!
//! | a pair of | function | decides by |
//! |---|---|---|
//! | two spellings of an artist's name, nothing else known | [`names_match`] | the names |
//! | an artist of ours and one of a service's | [`artist_match`] | ids, names and aliases, albums in common, country |
//! | a name and a hit of a service's search for it | [`same_artist`] | the names, more strictly, and the service's own score |
//! | two albums (artist, title, year) | [`confidence`] | weighted distance |
//! | an album and hits of a Discogs search ("Artist - Title") | [`best_hit`] | the same |
//! | two songs (artist, title, album, year) | [`songs_match`] | weighted distance |
//!
//! All answer with a [`Match`]. Above [`STORE_ABOVE`] ([`Match::is_sure`]) it is stored; the rest is for people to review, because a wrong
//! link is worse than a missing one. Of several albums that have one Discogs master, [`album_of_master`] says whose its pressings are.

mod albums;
mod artists;
mod masters;
mod songs;
mod spelling;
mod titles;

pub(in crate::domain) use albums::artist_distance;
pub use albums::{
    Work, best_hit, best_hit_by_alias, confidence, confidence_by_alias, confidence_of_hit, split_artist_title,
};
pub use artists::{ArtistEvidence, artist_match, same_artist};
pub use masters::{Sharer, album_of_master};
use serde::{Deserialize, Serialize};
pub use songs::{Song, songs_match};
pub use spelling::names_match;
pub(in crate::domain) use titles::{compare_words, is_recording};

/// Matches with a higher score are stored without asking anybody.
pub const STORE_ABOVE: f32 = 0.7;

/// What a name costs that is an alias.
const ALIAS: f32 = 0.05;

/// What two descriptions differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// The artists' names.
    Artist,
    /// The titles.
    Title,
    /// The albums that two songs are on.
    Album,
    /// The years of first release.
    Year,
    /// A number in the titles: "Led Zeppelin II" and "III" are one letter apart.
    Number,
    /// The kind of recording: live, demos, a new version.
    Recording,
    /// The service itself found the hit unlikely.
    Hit,
    /// The MBIDs.
    Mbid,
    /// The Discogs ids.
    DiscogsId,
    /// Discogs knows several artists of the name, and nothing tells which is meant.
    Homonym,
    /// The name agrees with an alias only.
    Alias,
    /// No album in common though both have albums.
    Albums,
    /// The countries.
    Country,
}

/// One difference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// In what.
    pub penalty: Penalty,
    /// How much, above 0 and up to 1.
    pub distance: f32,
}

/// How sure it is that two descriptions mean the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Match {
    /// 0 to 1.
    pub score: f32,
    /// What they differ in; empty when they agree in everything that both know.
    pub reasons: Vec<Reason>,
}

impl Match {
    /// Good enough to be stored without review.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.score > STORE_ABOVE
    }

    /// The same found through another name of one of them, which is a little less sure.
    #[must_use]
    pub fn by_alias(mut self) -> Self {
        self.score = (self.score - ALIAS).max(0.0);
        self.reasons.push(Reason { penalty: Penalty::Alias, distance: ALIAS });
        self
    }

    fn new(score: f32, distances: &[(Penalty, f32)]) -> Self {
        let reasons = distances.iter().filter(|(_, distance)| *distance > 0.0);
        Self {
            score: score.clamp(0.0, 1.0),
            reasons: reasons.map(|&(penalty, distance)| Reason { penalty, distance }).collect(),
        }
    }

    /// 1 minus the weighted mean of those distances (penalty, weight, 0 to 1) that are known.
    fn weighted(distances: &[(Penalty, f32, Option<f32>)]) -> Self {
        let known =
            || distances.iter().filter_map(|(penalty, weight, distance)| Some((*penalty, *weight, (*distance)?)));
        let weights: f32 = known().map(|(_, weight, _)| weight).sum();
        let distance: f32 = known().map(|(_, weight, distance)| weight * distance).sum();
        let distances: Vec<_> = known().map(|(penalty, _, distance)| (penalty, distance)).collect();
        Self::new(1.0 - distance / weights, &distances)
    }
}

#[cfg(test)]
mod tests;
