//! From scored albums to a set: the order, and at most a few per artist.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Candidate, Filter, Scored, score};
use crate::domain::money::Currency;

/// Albums in a set.
pub const LIMIT: usize = 20;

/// Albums of one artist in a set.
pub const PER_ARTIST: usize = 3;

/// A candidate with its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The album.
    pub candidate: Candidate,
    /// Its score.
    pub scored: Scored,
}

/// The best `limit` of `ranked`, best first, at most `per_artist` of one artist, even when that leaves fewer than `limit`.
///
/// The order is total, whatever order they come in: score, then number of similar seeds, then how many people own or want it, then album id.
#[must_use]
pub fn pick(mut ranked: Vec<Ranked>, limit: usize, per_artist: usize) -> Vec<Ranked> {
    ranked.sort_by_cached_key(|Ranked { candidate, scored }| {
        let popularity = i64::from(candidate.have.unwrap_or(0)) + i64::from(candidate.want.unwrap_or(0));
        (Reverse((scored.score(), candidate.similar_to.len(), popularity)), candidate.album_id)
    });
    let mut taken = HashMap::new();
    ranked.retain(|Ranked { candidate, .. }| {
        let count = taken.entry(candidate.artist_id).or_insert(0);
        *count += 1;
        *count <= per_artist
    });
    ranked.truncate(limit);
    ranked
}

/// A whole set for a listener who pays in `currency`: filter, score, pick [`LIMIT`] with at most [`PER_ARTIST`] of one artist.
#[must_use]
pub fn recommend(candidates: Vec<Candidate>, filter: &Filter, currency: Currency) -> Vec<Ranked> {
    let allowed = candidates.into_iter().filter(|candidate| filter.exclusion(candidate).is_none());
    let ranked = allowed.map(|candidate| Ranked { scored: score(&candidate, currency), candidate });
    pick(ranked.collect(), LIMIT, PER_ARTIST)
}
