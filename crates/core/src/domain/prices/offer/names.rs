//! Whether a listing names the artist and the album, and nothing that makes another album of it.

use super::text::{Span, Text};
use super::vocabulary::{is_noise, is_numeral, is_unit};
use super::{Listing, Penalty, Reason, Wanted};
use crate::domain::matching::{artist_distance, compare_words, is_recording, names_match};
use crate::domain::names::{album_key, artist_key, key_words};

/// Words of the artist may be this far apart (one letter of six), words of the title this far (one of seven).
const ARTIST_AT_MOST: f32 = 0.5;
const TITLE_AT_MOST: f32 = 0.6;

/// What was found of the names.
struct Found {
    artist: Option<Span>,
    album: Option<Span>,
    /// The album's name is also a part of the artist's, or a word of every listing.
    is_weak: bool,
}

/// Takes the names out of the text and says what speaks against them. `is_numbered` when a barcode or catalogue number is one of the
/// album's pressings.
pub(super) fn judge(text: &mut Text, listing: &Listing<'_>, wanted: &Wanted<'_>, is_numbered: bool) -> Vec<Reason> {
    let found = find(text, wanted);
    let mut reasons = Vec::new();
    let mut against = |penalty, weight: f32| reasons.push(Reason { penalty, weight });
    let aspect = listing.artist.map(|artist| 1.0 - names_match(artist, wanted.artist).score);
    let spelt = found.artist.map(|span| span.distance);
    let artist = spelt.into_iter().chain(aspect).fold(1.0_f32, f32::min);
    let other_artist = aspect.is_some_and(|distance| distance > 0.6) && spelt.is_none_or(|distance| distance > 0.0);
    against(Penalty::Artist, if other_artist { 1.0 } else { lenient(artist, is_numbered) });
    let album = aspect_distance(listing, wanted);
    let title = found.album.map(|span| span.distance).into_iter().chain(album).fold(1.0_f32, f32::min);
    against(Penalty::Title, lenient(title, is_numbered));
    if album.is_some_and(|distance| distance > 0.6) && (found.is_weak || found.album.is_none()) {
        against(Penalty::OtherAlbum, 0.5);
    }
    against(Penalty::OtherAlbum, other_album(text, &found, wanted));
    [found.artist, found.album].into_iter().flatten().for_each(|span| text.take(span));
    against(Penalty::Number, number(text, &found, wanted));
    against(Penalty::Recording, recording(text));
    let strange = strangers(text, wanted);
    against(Penalty::Tribute, another_before(&strange, &found));
    let said = album.is_some_and(|distance| distance < 0.2) || is_numbered;
    against(Penalty::SelfTitled, self_titled(text, &found, wanted, said));
    let each = if found.is_weak && !said { 0.15 } else { 0.03 };
    against(Penalty::Unexplained, (each * strange.len() as f32).min(if each > 0.1 { 0.6 } else { 0.15 }));
    reasons
}

/// How much a distance between names takes: little for a letter, nearly all for another name. A number of the pressing outweighs spelling,
/// and half of silence.
fn lenient(distance: f32, is_numbered: bool) -> f32 {
    match (distance <= TITLE_AT_MOST, is_numbered) {
        (true, _) => 0.4 * distance,
        (false, true) => 0.25,
        (false, false) => 0.9,
    }
}

/// How far the aspect "Release Title" is from the album's title.
fn aspect_distance(listing: &Listing<'_>, wanted: &Wanted<'_>) -> Option<f32> {
    let album = listing.album.filter(|album| !album.trim().is_empty())?;
    let titles = compare_words(&album_key(album), &album_key(wanted.title));
    Some(if titles.number_differs || titles.recording_differs { 1.0 } else { titles.distance })
}

fn find(text: &Text, wanted: &Wanted<'_>) -> Found {
    let key = artist_key(wanted.artist);
    let artists = artist_spans(text, &key);
    let albums = album_spans(text, wanted);
    let pairs = artists.iter().flat_map(|artist| albums.iter().map(move |album| (*artist, *album)));
    let apart = pairs.filter(|(artist, album)| !artist.overlaps(*album));
    // Sellers write the artist first; of equal pairs the album that follows next.
    let order = |(artist, album): &(Span, Span)| {
        (artist.distance + album.distance, album.at < artist.at, album.at.abs_diff(artist.end()))
    };
    let best = apart.min_by(|a, b| order(a).partial_cmp(&order(b)).unwrap_or(std::cmp::Ordering::Equal));
    let is_plain = album_key(wanted.title).split(' ').all(|word| is_noise(word) || word.len() < 3);
    let is_own = is_part(&album_key(wanted.title), &key);
    let nearest = |spans: &[Span]| spans.iter().copied().min_by(|a, b| a.distance.total_cmp(&b.distance));
    match best {
        Some((artist, album)) => Found { artist: Some(artist), album: Some(album), is_weak: is_plain || is_own },
        // Named once, and the album is called like that.
        None if is_own && !artists.is_empty() => {
            Found { artist: nearest(&artists), album: nearest(&artists), is_weak: true }
        }
        // "Led Zeppelin IV" names both.
        None if is_part(&key, &album_key(wanted.title)) && !albums.is_empty() => {
            Found { artist: nearest(&albums), album: nearest(&albums), is_weak: false }
        }
        None if artists.is_empty() => Found { artist: None, album: nearest(&albums), is_weak: is_plain },
        None => Found { artist: nearest(&artists), album: None, is_weak: is_plain },
    }
}

fn is_part(part: &str, whole: &str) -> bool {
    part == "untitled" || format!(" {whole} ").contains(&format!(" {part} "))
}

fn artist_spans(text: &Text, key: &str) -> Vec<Span> {
    let mut spans = text.find(key, artist_distance, ARTIST_AT_MOST);
    // "Bowie, David" has the same words; of "Prince and the Revolution" each part is nearly the whole.
    let parts = key.split(" and ").filter(|part| *part != key && part.len() > 3);
    let shorter = key.rsplit_once(' ').map(|(start, _)| start).filter(|start| start.contains(' '));
    for part in parts.chain(shorter) {
        let part = part.strip_prefix("the ").unwrap_or(part);
        spans.extend(text.find(part, |_, _| 1.0, 0.0).into_iter().map(|span| Span { distance: 0.2, ..span }));
    }
    spans
}

fn album_spans(text: &Text, wanted: &Wanted<'_>) -> Vec<Span> {
    let distance = |here: &str, key: &str| {
        let titles = compare_words(here, key);
        if titles.number_differs || titles.recording_differs { 1.0 } else { titles.distance }
    };
    let mut spans = text.find(&album_key(wanted.title), distance, TITLE_AT_MOST);
    if let Some(shorter) = without_subtitle(wanted) {
        spans.extend(text.find(&shorter, |_, _| 1.0, 0.0).into_iter().map(|span| Span { distance: 0.15, ..span }));
    }
    spans
}

/// The key of the title without its subtitle or what stands in brackets, which many leave out; unless that tells another recording, or is
/// the name of another album.
fn without_subtitle(wanted: &Wanted<'_>) -> Option<String> {
    let title = wanted.title;
    let shorter = match (title.find('('), title.find(')')) {
        (Some(open), Some(close)) if open < close => format!("{} {}", &title[..open], &title[close + 1..]),
        _ => title[..title.find(": ").or_else(|| title.find(" - "))?].to_owned(),
    };
    let (key, whole) = (album_key(&shorter), key_words(title));
    let tells_recording = whole.iter().any(|word| is_recording(word) && !is_part(word, &key));
    let is_other = key == artist_key(wanted.artist) || wanted.others.iter().any(|other| album_key(other) == key);
    (key.len() > 3 && !tells_recording && !is_other).then_some(key)
}

/// Another album is named: in its own words, or in more words around this one's ("Led Zeppelin II").
fn other_album(text: &Text, found: &Found, wanted: &Wanted<'_>) -> f32 {
    let own = album_key(wanted.title);
    let is_told = |other: &str| {
        let key = album_key(other);
        let is_word = key.split(' ').all(|word| is_noise(word) || is_numeral(word)) || key.len() < 3;
        if key == own || is_part(&key, &own) || is_part(&key, &artist_key(wanted.artist)) {
            return false;
        }
        text.find(&key, |_, _| 1.0, 0.0).into_iter().any(|span| {
            let clashes = found.artist.is_some_and(|artist| artist.overlaps(span) && !is_part(&own, &key));
            let around = found.album.is_some_and(|album| album.overlaps(span));
            !clashes && (around || !is_word)
        })
    };
    if wanted.others.iter().any(|other| is_told(other)) { 0.9 } else { 0.0 }
}

/// A numeral right after the album's name, unless it counts records or is a year: "II", "Vol. 2", but "2 LP", "180 g", "1977".
fn number(text: &Text, found: &Found, wanted: &Wanted<'_>) -> f32 {
    let Some(album) = found.album else { return 0.0 };
    let after = |i: usize| text.left_at(album.end() + i);
    let is_volume = |word: &str| matches!(word, "vol" | "volume" | "pt" | "part" | "teil" | "tome" | "chapter");
    let counts = after(1).is_some_and(is_unit);
    let is_plain = |word: &str| is_numeral(word) && !counts && !wanted.title.ends_with(word);
    match after(0) {
        Some(word) if is_volume(word) && after(1).is_some_and(is_numeral) => 0.8,
        Some(word) if is_plain(word) => 0.8,
        _ => 0.0,
    }
}

/// Words of another recording that the names do not have. "2018 remix" and "mono version" are editions of the same.
fn recording(text: &Text) -> f32 {
    const MORE: [&str; 19] = [
        "bootleg",
        "outtakes",
        "broadcast",
        "concert",
        "concerto",
        "konzert",
        "concierto",
        "rehearsals",
        "interview",
        "interviews",
        "bbc",
        "directo",
        "vivo",
        "livealbum",
        "unreleased",
        "rarities",
        "alternate",
        "radioshow",
        "medley",
    ];
    let is_edition = |at: usize, word: &str| {
        let before = text.before(at).unwrap_or_default();
        let dated = before.len() == 4 && before.bytes().all(|byte| byte.is_ascii_digit());
        match word {
            "remix" | "remixed" | "version" | "versions" => dated || is_noise(before),
            // Sizes and kinds of singles are refused as such.
            "ep" | "single" | "singles" | "tribute" | "karaoke" => true,
            // The album is one, and some sellers say so.
            "soundtrack" => true,
            _ => false,
        }
    };
    let told = |(at, word): (usize, &str)| (is_recording(word) || MORE.contains(&word)) && !is_edition(at, word);
    if text.left().any(told) { 0.7 } else { 0.0 }
}

/// The positions of words that nothing explains.
fn strangers(text: &Text, wanted: &Wanted<'_>) -> Vec<usize> {
    let labels: Vec<String> =
        wanted.pressings.iter().flat_map(|pressing| &pressing.labels).map(|label| artist_key(label)).collect();
    let numbers: Vec<String> =
        wanted.pressings.iter().flat_map(|pressing| &pressing.catnos).map(|catno| catno.to_lowercase()).collect();
    let is_label = |word: &str| labels.iter().any(|label| label.split(' ').any(|part| part == word));
    let is_number = |word: &str| {
        word.bytes().any(|byte| byte.is_ascii_digit()) || numbers.iter().any(|number| number.contains(word))
    };
    let is_known = |word: &str| is_noise(word) || is_label(word) || is_number(word) || word.len() < 2;
    text.left().filter(|(_, word)| !is_known(word)).map(|(at, _)| at).collect()
}

/// "Easy Star All Stars Dub Side Of The Moon Pink Floyd", "Abbey Road, somebody plays the Beatles": somebody else is named before the artist.
/// Words of praise are known; of a single strange word nobody can say what it is.
fn another_before(strange: &[usize], found: &Found) -> f32 {
    let (Some(artist), Some(album)) = (found.artist, found.album) else { return 0.0 };
    let is_after_album = album.at < artist.at;
    match (strange.iter().filter(|at| **at < artist.at).count(), is_after_album) {
        (0, _) => 0.0,
        (1, false) => 0.15,
        (1, true) => 0.3,
        _ => 0.5,
    }
}

/// An album that is called like its artist is told by the name being there twice, by words for that, or by its number; else it may be any of
/// the artist's albums whose name the seller did not write.
fn self_titled(text: &Text, found: &Found, wanted: &Wanted<'_>, is_said: bool) -> f32 {
    const SAID: &str = "self titled|selftitled|s t|st|eponymous|same titled|debut album|homonimo|first album|1st album";
    let own = album_key(wanted.title);
    let namesakes = wanted.others.iter().filter(|other| album_key(other) == own).count();
    let is_once = found.artist.is_some() && found.artist == found.album && found.is_weak;
    let is_told = is_said || text.says_any(SAID);
    match (is_once && !is_told, namesakes) {
        (_, 1..) if !is_said => 0.4,
        (true, _) => 0.35,
        _ => 0.0,
    }
}
