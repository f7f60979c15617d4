//! Whether two services mean the same album or artist: a weighted distance with named penalties, so that a reviewer sees why.
//!
//! A score is 1 minus the weighted mean of the penalties. Above [`STORE_ABOVE`] a match is stored; the rest is for people to review,
//! because a wrong link is worse than a missing one.

mod titles;

use serde::Serialize;
use strsim::normalized_damerau_levenshtein;

use super::names::{artist_key, display_name, dropped_article};

/// Matches with a higher score are stored without asking anybody.
pub const STORE_ABOVE: f32 = 0.7;

const ARTIST: f32 = 4.0;
const TITLE: f32 = 4.0;
const YEAR: f32 = 1.0;
/// Added for an album named like its artist the further the years are apart, because only they tell which: Weezer made six. Years that
/// agree must not weigh more, or they would outweigh titles that differ.
const YEAR_OF_SELF_TITLED: f32 = 5.0;
const NUMBER: f32 = 7.0;
const RECORDING: f32 = 5.0;

/// What two descriptions differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// The artists' names.
    Artist,
    /// The titles.
    Title,
    /// The years of first release.
    Year,
    /// A number in the titles: "Led Zeppelin II" and "III" are one letter apart.
    Number,
    /// The kind of recording: live, demos, a new version.
    Recording,
    /// The service itself found the hit unlikely.
    Hit,
}

/// One difference.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// In what.
    pub penalty: Penalty,
    /// How much, above 0 and up to 1.
    pub distance: f32,
}

/// How sure it is that two descriptions mean the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
}

/// An album as one service describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work<'a> {
    /// Artist credit.
    pub artist: &'a str,
    /// Album title.
    pub title: &'a str,
    /// Year of first release. 0 means unknown, as Discogs has it.
    pub year: Option<i16>,
}

/// How sure it is that two services mean the same album. Symmetric; a year that one of them does not know counts neither way.
#[must_use]
pub fn confidence(a: Work<'_>, b: Work<'_>) -> Match {
    let (key_a, key_b) = (artist_key(a.artist), artist_key(b.artist));
    let titles = titles::compare(a.title, b.title);
    let self_titled = titles::is_named_after(a.title, &key_a) || titles::is_named_after(b.title, &key_b);
    let years = known(a.year).zip(known(b.year)).map(|(a, b)| year_distance(a, b));
    let year_weight = if self_titled { YEAR + YEAR_OF_SELF_TITLED * years.unwrap_or(0.0) } else { YEAR };
    weighted(&[
        (Penalty::Artist, ARTIST, Some(artist_distance(&key_a, &key_b))),
        (Penalty::Title, TITLE, Some(titles.distance)),
        (Penalty::Year, year_weight, years),
        (Penalty::Number, NUMBER, titles.number_differs.then_some(1.0)),
        (Penalty::Recording, RECORDING, titles.recording_differs.then_some(1.0)),
    ])
}

/// Judges a hit of a Discogs search, whose title is "Artist - Title". Either part may hold " - " itself: the likeliest cut counts.
/// `None` when there is no cut.
#[must_use]
pub fn confidence_of_hit(album: Work<'_>, hit: &str, year: Option<i16>) -> Option<Match> {
    let matches = splits(hit).map(|(artist, title)| confidence(album, Work { artist, title, year }));
    matches.max_by(|a, b| a.score.total_cmp(&b.score))
}

/// The likeliest of a search's hits (title, year), with its position. Of equals the first, since services put the most popular first.
#[must_use]
pub fn best_hit<'a>(album: Work<'_>, hits: impl IntoIterator<Item = (&'a str, Option<i16>)>) -> Option<(usize, Match)> {
    let judged =
        hits.into_iter().enumerate().filter_map(|(i, (hit, year))| Some((i, confidence_of_hit(album, hit, year)?)));
    judged.reduce(|best, next| if next.1.score > best.1.score { next } else { best })
}

/// "Artist (2) - Title" → its artist for display and its title, cut at the first " - ".
#[must_use]
pub fn split_artist_title(text: &str) -> Option<(&str, &str)> {
    splits(text).next().map(|(artist, title)| (display_name(artist), title))
}

/// How sure it is that a search for the artist `name` found them: `hit_score` is the service's own 0 to 100, which MusicBrainz gives
/// relative to its best hit. Only a name with the same key, blanks aside, can be sure: "Billy Anderson" and "Bill Anderson" are two.
#[must_use]
pub fn same_artist(name: &str, hit_name: &str, hit_score: i32) -> Match {
    let (wanted, found) = (artist_key(name), artist_key(hit_name));
    let likeness = if wanted == found {
        if differ_by_article(name, hit_name, &wanted) { 0.65 } else { 1.0 }
    } else if wanted.replace(' ', "") == found.replace(' ', "") {
        0.95
    } else {
        0.6 * normalized_damerau_levenshtein(&wanted, &found) as f32
    };
    let doubt = 1.0 - hit_score.clamp(0, 100) as f32 / 100.0;
    let reasons = [(Penalty::Artist, 1.0 - likeness), (Penalty::Hit, doubt)];
    let reasons = reasons.into_iter().filter(|(_, distance)| *distance > 0.0);
    Match {
        score: likeness * (1.0 - 0.3 * doubt),
        reasons: reasons.map(|(penalty, distance)| Reason { penalty, distance }).collect(),
    }
}

/// "Les Baxter" and "Baxter", "Los Ex" and "The Ex": of a single word any article but English "the" is too much of the name to miss.
fn differ_by_article(a: &str, b: &str, key: &str) -> bool {
    let said = |name| dropped_article(name).filter(|article| article != "the");
    !key.contains(' ') && said(a) != said(b)
}

fn splits(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices(" - ")
        .map(|(at, cut)| (text[..at].trim(), text[at + cut.len()..].trim()))
        .filter(|(artist, title)| !artist.is_empty() && !title.is_empty())
}

fn known(year: Option<i16>) -> Option<i16> {
    year.filter(|year| *year > 0)
}

/// Services often disagree by a year; five apart is another record, or a reissue taken for the first.
fn year_distance(a: i16, b: i16) -> f32 {
    ((f32::from(a) - f32::from(b)).abs() / 5.0).min(1.0)
}

/// Same words in another order are the same credit; "Prince" and "Prince and the Revolution" are nearly so.
fn artist_distance(a: &str, b: &str) -> f32 {
    let (sorted_a, sorted_b) = (sorted(a), sorted(b));
    let close = normalized_damerau_levenshtein(a, b).max(normalized_damerau_levenshtein(&sorted_a, &sorted_b)) as f32;
    let strict = (3.0 * (1.0 - close)).min(1.0);
    let part = |whole: &str, part: &str| whole.contains(" and ") && whole.split(" and ").any(|one| one == part);
    if part(a, b) || part(b, a) { strict.min(0.3) } else { strict }
}

fn sorted(key: &str) -> String {
    let mut words: Vec<&str> = key.split(' ').filter(|word| *word != "and").collect();
    words.sort_unstable();
    words.concat()
}

fn weighted(penalties: &[(Penalty, f32, Option<f32>)]) -> Match {
    let known = || penalties.iter().filter_map(|(penalty, weight, distance)| Some((*penalty, *weight, (*distance)?)));
    let weights: f32 = known().map(|(_, weight, _)| weight).sum();
    let distance: f32 = known().map(|(_, weight, distance)| weight * distance).sum();
    let reasons = known().filter(|(_, _, distance)| *distance > 0.0);
    Match {
        score: (1.0 - distance / weights).clamp(0.0, 1.0),
        reasons: reasons.map(|(penalty, _, distance)| Reason { penalty, distance }).collect(),
    }
}

#[cfg(test)]
mod tests;
