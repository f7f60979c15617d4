//! Whether two services mean the same album: a weighted distance over artist, title and year.

use strsim::normalized_damerau_levenshtein;

use super::{Match, Penalty, titles};
use crate::domain::names::{artist_key, display_name};

const ARTIST: f32 = 4.0;
const TITLE: f32 = 4.0;
const YEAR: f32 = 1.0;
/// Added for an album named like its artist the further the years are apart, because only they tell which: Weezer made six. Years that
/// agree must not weigh more, or they would outweigh titles that differ.
const YEAR_OF_SELF_TITLED: f32 = 5.0;
const NUMBER: f32 = 7.0;
const RECORDING: f32 = 5.0;

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
    Match::weighted(&[
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
    let judged = hits.into_iter().enumerate();
    likeliest(judged.filter_map(|(i, (hit, year))| Some((i, confidence_of_hit(album, hit, year)?))))
}

/// The same by another name of the album's artist, or by its own: the likeliest.
#[must_use]
pub fn best_hit_by_alias<'a>(
    album: Work<'_>,
    aliases: &[String],
    hits: impl IntoIterator<Item = (&'a str, Option<i16>)>,
) -> Option<(usize, Match)> {
    let judged = hits.into_iter().enumerate();
    likeliest(judged.filter_map(|(i, (hit, year))| Some((i, confidence_by_alias(album, aliases, hit, year)?))))
}

/// [`confidence_of_hit`] by another name of the album's artist, or by its own: the likeliest.
#[must_use]
pub fn confidence_by_alias(album: Work<'_>, aliases: &[String], hit: &str, year: Option<i16>) -> Option<Match> {
    let own = confidence_of_hit(album, hit, year);
    let by_alias = aliases.iter().filter_map(|alias| confidence_of_hit(Work { artist: alias, ..album }, hit, year));
    let all = own.into_iter().chain(by_alias.map(Match::by_alias));
    likeliest(all.map(|matched| ((), matched))).map(|((), matched)| matched)
}

/// Of equals the first.
fn likeliest<T>(judged: impl Iterator<Item = (T, Match)>) -> Option<(T, Match)> {
    judged.reduce(|best, next| if next.1.score > best.1.score { next } else { best })
}

/// "Artist (2) - Title" → its artist for display and its title, cut at the first " - ".
#[must_use]
pub fn split_artist_title(text: &str) -> Option<(&str, &str)> {
    splits(text).next().map(|(artist, title)| (display_name(artist), title))
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
pub(super) fn year_distance(a: i16, b: i16) -> f32 {
    ((f32::from(a) - f32::from(b)).abs() / 5.0).min(1.0)
}

/// Same words in another order are the same credit; "Prince" and "Prince and the Revolution" are nearly so.
pub(in crate::domain) fn artist_distance(a: &str, b: &str) -> f32 {
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
