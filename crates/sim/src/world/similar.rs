//! Who is similar to whom: from listeners where a data set has them, else from shared tags, rarer tags counting more.

use std::collections::HashMap;

use super::World;
use crate::dice::Dice;

/// Last.fm gives no more than this many.
const MOST: usize = 100;
/// A tag that more artists than this share says nothing; it also keeps the work small in a very large world.
const TOO_COMMON: usize = 3000;

impl World {
    /// Similar artists with scores in (0, 1], the best first; the best has exactly 1.
    pub(crate) fn similar(&self, artist: usize) -> Vec<(usize, f64)> {
        if let Some(listed) = self.listed.get(&artist) {
            return listed.clone();
        }
        let mut scores: HashMap<usize, f64> = HashMap::new();
        let tags = &self.artists[artist].scene.tags;
        for (place, tag) in tags.iter().enumerate() {
            let sharing = self.index.by_tag.get(tag).map(Vec::as_slice).unwrap_or_default();
            let weight = rarity(sharing.len(), self.artists.len()) / (1.0 + small(place) * 0.25);
            for &other in sharing.iter().take(TOO_COMMON).filter(|&&other| other != artist) {
                *scores.entry(other).or_default() += weight;
            }
        }
        let mut scored: Vec<(usize, f64)> = scores.into_iter().collect();
        for (other, score) in &mut scored {
            let mut dice = Dice::new("similar", artist as u64, *other as u64);
            *score *= 0.85 + 0.15 * dice.unit();
        }
        best(scored)
    }
}

/// Sorts, cuts and scales the scores so that the best is 1.
pub(crate) fn best(mut scored: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    scored.truncate(MOST);
    let top = scored.first().map_or(1.0, |(_, score)| *score);
    for (_, score) in &mut scored {
        *score = (*score / top * 1e6).round() / 1e6;
    }
    scored
}

fn rarity(sharing: usize, all: usize) -> f64 {
    (1.0 + small(all) / small(sharing.max(1))).ln()
}

fn small(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
