//! Whether two services mean the same song: artist and title must agree, and so must what is said of the recording; albums differ from
//! service to service and count little.

mod title;

use super::{Match, Penalty, albums, titles};
use crate::domain::names::{album_key, artist_key};
use title::Title;

const ARTIST: f32 = 4.0;
const TITLE: f32 = 5.0;
const ALBUM: f32 = 0.8;
const YEAR: f32 = 0.2;
const NUMBER: f32 = 7.0;
const RECORDING: f32 = 7.0;

/// A song as one service describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Song<'a> {
    /// Artist credit.
    pub artist: &'a str,
    /// Title of the song, with what services write behind it: "(feat. Sia) \[Explicit\]", "- Live".
    pub title: &'a str,
    /// Title of the album, empty when unknown.
    pub album: &'a str,
    /// Year of release. 0 means unknown.
    pub year: Option<i16>,
}

/// How sure it is that two services mean the same recording of a song. Symmetric; what one of them does not know counts neither way.
#[must_use]
pub fn songs_match(a: Song<'_>, b: Song<'_>) -> Match {
    let (title_a, title_b) = (Title::of(a.title), Title::of(b.title));
    let (main, full) =
        (titles::compare_words(&title_a.main, &title_b.main), titles::compare_words(&title_a.full(), &title_b.full()));
    // A subtitle that one of them leaves out costs little, two different ones are two songs.
    let one_subtitle = title_a.subtitle.is_empty() != title_b.subtitle.is_empty();
    let (title, numbers) = if one_subtitle {
        ((main.distance + 0.1).min(1.0), main.number_differs)
    } else {
        (full.distance, full.number_differs)
    };
    let albums = (!a.album.trim().is_empty() && !b.album.trim().is_empty()).then(|| album_distance(a.album, b.album));
    let years = a.year.zip(b.year).filter(|(a, b)| *a > 0 && *b > 0).map(|(a, b)| albums::year_distance(a, b));
    Match::weighted(&[
        (Penalty::Artist, ARTIST, Some(artists_distance(a.artist, b.artist))),
        (Penalty::Title, TITLE, Some(title)),
        (Penalty::Album, ALBUM, albums),
        (Penalty::Year, YEAR, years),
        (Penalty::Number, NUMBER, numbers.then_some(1.0)),
        (Penalty::Recording, RECORDING, recording_distance(&title_a, &title_b, a.album, b.album)),
    ])
}

/// Guests are credited by one service and not by the other.
fn artists_distance(a: &str, b: &str) -> f32 {
    albums::artist_distance(&artist_key(a), &artist_key(b))
}

fn album_distance(a: &str, b: &str) -> f32 {
    titles::compare_words(&Title::of(a).main, &Title::of(b).main)
        .distance
        .min(titles::compare_words(&album_key(a), &album_key(b)).distance)
}

/// `None` when nothing is said of the recording, or the same.
fn recording_distance(a: &Title, b: &Title, album_a: &str, album_b: &str) -> Option<f32> {
    if a.recording.is_empty() && b.recording.is_empty() {
        return (is_other_recording(album_a) != is_other_recording(album_b)).then_some(0.6);
    }
    if a.recording_text == b.recording_text {
        return None;
    }
    // "(Live)" and "(Live in Amsterdam)".
    let said = !a.recording.is_empty() && !b.recording.is_empty();
    let (common, all) = (a.recording.intersection(&b.recording).count(), a.recording.union(&b.recording).count());
    let within = common == a.recording.len() || common == b.recording.len();
    Some(if common == all {
        0.1
    } else if said && (within || 3 * common >= 2 * all) {
        0.35
    } else {
        1.0
    })
}

/// Of an album of live or made-over recordings, each song is one.
fn is_other_recording(album: &str) -> bool {
    let key = album_key(album);
    key.split(' ').any(|word| {
        matches!(
            word,
            "live" | "unplugged" | "acoustic" | "karaoke" | "instrumental" | "instrumentals" | "tribute" | "remixes"
        )
    })
}

#[cfg(test)]
mod tests;
