//! What a release page adds to its row: tracks and the community's rating.

use super::{Album, Pressing, World};
use crate::dice::Dice;

/// A line of a track list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Track {
    pub(crate) position: String,
    /// `track`, `heading` or `index`.
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    /// `4:23`, `1:02:33` or `""`.
    pub(crate) duration: String,
    /// The parts of an `index`.
    pub(crate) parts: Vec<Track>,
}

/// The community's rating of one release.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rating {
    /// 0 to 5, two decimals; 0 without votes.
    pub(crate) average: f64,
    pub(crate) count: u32,
}

impl World {
    /// The tracks of a release; every pressing of an album has the same ones.
    pub(crate) fn tracks(&self, album: usize, pressing: &Pressing) -> Vec<Track> {
        if !pressing.tracks.is_empty() {
            return pressing.tracks.clone();
        }
        let mut dice = Dice::new("tracks", album as u64, u64::from(self.albums[album].year));
        let count = if self.albums[album].kind.primary() == "Album" { dice.between(8, 14) } else { dice.between(2, 5) };
        let sides = u64::from(pressing.discs) * 2;
        let mut tracks = Vec::new();
        tracks.extend(dice.chance(0.15).then(|| heading(&self.albums[album])));
        for number in 0..count {
            let side = number * sides / count;
            let first = (side * count).div_ceil(sides);
            let position = position(pressing.is_vinyl(), side, number - first + 1, number + 1);
            tracks.push(track(position, &mut dice));
        }
        if dice.chance(0.1) {
            tracks.push(suite(sides - 1, &mut dice));
        }
        tracks
    }

    /// The rating of a release: near the master's, with a share of its votes that follows the owners.
    pub(crate) fn rating(&self, album: usize, pressing: &Pressing) -> Rating {
        let facts = &self.albums[album];
        let id = u64::try_from(pressing.id).unwrap_or(0);
        let mut dice = Dice::new("rating", id, 0);
        let votes = u64::from(facts.votes) * u64::from(pressing.have) / u64::from(facts.have.max(1));
        let count = u32::try_from(votes).unwrap_or(0);
        let near = f64::from(facts.rating) + (dice.unit() - 0.5) * 16.0;
        let average = if count == 0 { 0.0 } else { near.clamp(100.0, 500.0).round() / 100.0 };
        Rating { average, count }
    }
}

fn heading(album: &Album) -> Track {
    Track { kind: "heading", title: album.title.clone(), ..Track::default() }
}

fn track(position: String, dice: &mut Dice) -> Track {
    let duration = if dice.chance(0.12) { String::new() } else { duration(dice.between(90, 520)) };
    Track { position, kind: "track", title: title(dice), duration, parts: Vec::new() }
}

/// A piece in parts: the whole has the duration, the parts have positions.
fn suite(side: u64, dice: &mut Dice) -> Track {
    let side = letter(side);
    let parts = ["a", "b", "c"].map(|part| Track {
        position: format!("{side}9.{part}"),
        kind: "track",
        title: title(dice),
        ..Track::default()
    });
    Track {
        kind: "index",
        title: title(dice),
        duration: duration(dice.between(600, 7000)),
        parts: parts.into(),
        ..Track::default()
    }
}

fn position(vinyl: bool, side: u64, on_side: u64, number: u64) -> String {
    if vinyl { format!("{}{on_side}", letter(side)) } else { number.to_string() }
}

fn letter(side: u64) -> char {
    char::from(b'A' + u8::try_from(side % 26).unwrap_or(0))
}

fn duration(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{rest:02}") } else { format!("{minutes}:{rest:02}") }
}

fn title(dice: &mut Dice) -> String {
    const WORDS: [&str; 40] = [
        "Again", "All", "Blue", "Burning", "Coming", "Day", "Down", "Every", "Fall", "Far", "Fire", "Girl", "Gone",
        "Heart", "Home", "House", "Into", "Kind", "Last", "Light", "Little", "Long", "Love", "Machine", "Morning",
        "Never", "Night", "Nothing", "Only", "Rain", "River", "Road", "Room", "Sea", "Slow", "Song", "Street",
        "Summer", "Time", "Water",
    ];
    let count = dice.between(1, 3);
    (0..count).map(|_| *dice.pick(&WORDS)).collect::<Vec<_>>().join(" ")
}
