//! Words that tell an edition of an album, not the album: in brackets, after a dash, or bare at the end of the title.
//! They are taken from how shops and streaming services write them; MusicBrainz and Discogs masters mostly do without.

use super::fold::is_word_char;
use std::borrow::Cow;

/// One of these makes a bracket an edition.
const EDITION: [&str; 16] = [
    "deluxe",
    "remaster",
    "remasters",
    "remastered",
    "remasterizado",
    "remasterizada",
    "reissue",
    "reissued",
    "expanded",
    "anniversary",
    "aniversario",
    "bonus",
    "edition",
    "edicion",
    "explicit",
    "remasterisee",
];

/// A bracket of these alone says how the record sounds or comes.
const CARRIER: [&str; 13] =
    ["mono", "stereo", "lp", "2lp", "cd", "2cd", "vinyl", "clean", "digital", "version", "mix", "disc", "double"];

/// Stand beside the words of an edition and mean nothing without them.
const FILLER: [&str; 18] = [
    "the",
    "super",
    "special",
    "limited",
    "collector",
    "collectors",
    "legacy",
    "with",
    "tracks",
    "track",
    "re",
    "in",
    "and",
    "definitive",
    "ultimate",
    "complete",
    "tour",
    "album",
];

/// Another recording, so another album, whatever else the bracket says.
const RECORDING: [&str; 12] = [
    "live",
    "demo",
    "demos",
    "acoustic",
    "remix",
    "remixes",
    "remixed",
    "instrumental",
    "instrumentals",
    "unplugged",
    "sessions",
    "session",
];

pub(super) fn is_edition_word(word: &str) -> bool {
    EDITION.contains(&word)
}

/// `title` (folded) without its brackets and without its last part where these tell an edition; unchanged when nothing would be left.
pub(super) fn without_edition(title: &str) -> String {
    let mut title = title.trim().to_owned();
    loop {
        let shorter = without_bracket(&title).or_else(|| without_tail(&title)).filter(|t| t.contains(is_word_char));
        match shorter {
            Some(shorter) => shorter.trim().clone_into(&mut title),
            None => return title,
        }
    }
}

fn without_bracket(title: &str) -> Option<String> {
    let mut from = 0;
    while let Some(open) = title[from..].find(['(', '[']).map(|at| from + at) {
        let close = open + title[open..].find([')', ']'])?;
        if is_edition(&title[open + 1..close]) {
            return Some(format!("{} {}", &title[..open], &title[close + 1..]));
        }
        from = open + 1;
    }
    None
}

fn is_edition(bracket: &str) -> bool {
    let words = words(bracket);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let only_carrier = words.iter().all(|word| CARRIER.contains(&word.as_str()) || is_number(word));
    !has(&RECORDING) && (has(&EDITION) || (only_carrier && has(&CARRIER)))
}

/// "Title - 2011 Remaster", "Title: Deluxe Edition", "Title, Special Edition".
fn without_tail(title: &str) -> Option<String> {
    let (at, _) = [" - ", ": ", ", ", " / "].iter().filter_map(|sep| title.rfind(sep).map(|at| (at, sep))).max()?;
    let words = words(&title[at + 1..]);
    let known = |word: &String| {
        let word = word.as_str();
        EDITION.contains(&word) || CARRIER.contains(&word) || FILLER.contains(&word) || is_number(word)
    };
    let tells = words.iter().any(|word| is_edition_word(word));
    (tells && words.iter().all(known)).then(|| title[..at].to_owned())
}

/// The same at the end of a title without any sign before it: "Nevermind Deluxe Edition", "Rumours 2004 Remastered".
pub(super) fn without_edition_words(mut words: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    while let Some(keep) = bare_edition(&words).filter(|keep| *keep > 0) {
        words.truncate(keep);
    }
    words
}

/// Where the words of an edition begin, when the last word ends one.
fn bare_edition(words: &[Cow<'_, str>]) -> Option<usize> {
    let (last, before) = words.split_last()?;
    let qualifies = |word: &&Cow<'_, str>| {
        let word = word.as_ref();
        word != "edition" && (EDITION.contains(&word) || FILLER[1..6].contains(&word) || is_ordinal(word))
    };
    let qualifiers = before.iter().rev().take_while(|word| qualifies(word)).count();
    match last.as_ref() {
        "edition" | "edicion" if qualifiers > 0 => Some(before.len() - qualifiers),
        "remaster" | "remastered" => {
            let dated = before.len() > 1 && before.last().is_some_and(|word| is_year(word));
            Some(before.len() - usize::from(dated))
        }
        _ => None,
    }
}

fn words(text: &str) -> Vec<String> {
    let text = text.replace('\'', "");
    text.split(|c| !is_word_char(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit()) || is_ordinal(word)
}

fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && is_number(word)
}
