//! Invented artists for worlds larger than the real one.

use std::sync::Arc;

use super::builder::{AlbumFacts, Builder};
use super::entity::{LastfmMbid, Scene};
use super::side;
use crate::dice::{self, Dice};

const FIRST: [&str; 48] = [
    "Amber", "Hollow", "Northern", "Paper", "Silver", "Velvet", "Distant", "Electric", "Glass", "Golden", "Holy",
    "Iron", "Late", "Lunar", "Marble", "Midnight", "Neon", "Ocean", "Pale", "Quiet", "Red", "Salt", "Second", "Slow",
    "Solar", "Stone", "Sunday", "Tall", "Tiny", "Twin", "Violet", "Wild", "Winter", "Wooden", "Yellow", "Young",
    "Broken", "Copper", "Crystal", "Desert", "Empty", "Foreign", "Ghost", "Honey", "Ivory", "Junior", "Lazy", "Modern",
];
const SECOND: [&str; 48] = [
    "Harbour",
    "Lions",
    "Machines",
    "Orchard",
    "Parade",
    "Rivers",
    "Saints",
    "Shadows",
    "Signals",
    "Sisters",
    "Sparrows",
    "Stations",
    "Strangers",
    "Streets",
    "Tigers",
    "Towers",
    "Trains",
    "Visitors",
    "Waves",
    "Widows",
    "Windows",
    "Wolves",
    "Years",
    "Animals",
    "Birds",
    "Brothers",
    "Cities",
    "Clocks",
    "Colours",
    "Dancers",
    "Echoes",
    "Engines",
    "Fields",
    "Fires",
    "Flowers",
    "Gardens",
    "Giants",
    "Hands",
    "Hearts",
    "Horses",
    "Houses",
    "Islands",
    "Kings",
    "Lakes",
    "Letters",
    "Lights",
    "Lovers",
    "Maps",
];

/// Adds `scale` − 1 times as many artists as the catalogue has with albums.
pub(crate) fn grow(builder: &mut Builder, scale: u32) {
    let scenes: Vec<Arc<Scene>> = builder
        .artists
        .iter()
        .filter(|artist| !artist.albums.is_empty())
        .map(|artist| Arc::clone(&artist.scene))
        .collect();
    let wanted = scenes.len() as u64 * u64::from(scale - 1);
    for number in 0..wanted {
        let mut dice = Dice::new("scaled", number, 0);
        let name = name(number);
        let popularity = dice.unit() * dice.unit() * dice.unit();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a million listeners")]
        let listeners = 500 + (popularity * 1_000_000.0) as u64;
        let at = builder.artist(&name, &format!("scaled|{number}"), listeners, Arc::clone(dice.pick(&scenes)));
        odd_ends(builder, at, number, &mut dice);
        let formed = u16::try_from(dice.between(1962, 2018)).unwrap_or(1990);
        builder.artists[at].begin = formed;
        for nth in 0..dice.between(2, 11) {
            let title = title(&mut dice, nth);
            let year = formed + 1 + u16::try_from(nth * 2).unwrap_or(0);
            builder.album(&[at], AlbumFacts { title, year: year.min(2025), ..AlbumFacts::default() });
        }
        side::add(builder, at, 2);
    }
}

/// Every eleventh lacks its MBID on Last.fm, every seventeenth has the old one of a merge.
fn odd_ends(builder: &mut Builder, at: usize, number: u64, dice: &mut Dice) {
    let artist = &mut builder.artists[at];
    if number.is_multiple_of(11) {
        artist.lastfm_mbid = if dice.chance(0.5) { LastfmMbid::Empty } else { LastfmMbid::Absent };
    } else if number.is_multiple_of(17) {
        let old = dice::uuid("artist-merged", &artist.name);
        artist.merged = Some(old);
        artist.lastfm_mbid = LastfmMbid::Given(old);
    }
}

/// A name of its own for every number.
fn name(number: u64) -> String {
    let at = |n: u64| usize::try_from(n).unwrap_or(0);
    let words = FIRST.len() as u64 * SECOND.len() as u64;
    // 1229 has no factor in common with the 2304 pairs, so that each number of a round gets a pair of its own.
    let pair = (number * 1229) % words;
    let (first, second) = (FIRST[at(pair / SECOND.len() as u64)], SECOND[at(pair % SECOND.len() as u64)]);
    match number / words {
        0 => format!("{first} {second}"),
        1 => format!("The {first} {second}"),
        round => format!("{first} {second} {}", round + 1),
    }
}

fn title(dice: &mut Dice, nth: u64) -> String {
    let (first, second) = (*dice.pick(&FIRST), *dice.pick(&SECOND));
    match dice.below(4) {
        0 => format!("{first} {second}"),
        1 => format!("{second} of the {first}"),
        2 => format!("{first}, {first}"),
        _ => format!("{second} {}", nth + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_name_of_its_own() {
        let names: std::collections::HashSet<String> = (0..10_000).map(name).collect();
        assert_eq!(names.len(), 10_000);
    }
}
