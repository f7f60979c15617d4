//! How far two album titles are apart, and whether they differ in a word that makes another album of it.

use strsim::normalized_damerau_levenshtein;

use crate::domain::names::album_key;

/// A different recording, or a selection, of the same songs.
const RECORDINGS: [&str; 22] = [
    "live",
    "demo",
    "demos",
    "remix",
    "remixes",
    "remixed",
    "acoustic",
    "unplugged",
    "instrumental",
    "instrumentals",
    "version",
    "versions",
    "karaoke",
    "tribute",
    "soundtrack",
    "ep",
    "single",
    "singles",
    "hits",
    "anthology",
    "sessions",
    "dub",
];

/// Two titles compared.
pub(in crate::domain) struct Titles {
    /// 0 to 1; a quarter of the letters being different is already 1.
    pub distance: f32,
    /// "II" and "III", "Vol. 1" and no volume.
    pub number_differs: bool,
    /// "Nevermind" and "Nevermind (Live)".
    pub recording_differs: bool,
}

pub(super) fn compare(a: &str, b: &str) -> Titles {
    let titles = compare_words(&album_key(a), &album_key(b));
    let distance = if differ_by_subtitle(a, b) { titles.distance.min(0.35) } else { titles.distance };
    Titles { distance, ..titles }
}

/// The same for two keys.
pub(in crate::domain) fn compare_words(a: &str, b: &str) -> Titles {
    let (words_a, words_b) = (words(a), words(b));
    let joined = normalized_damerau_levenshtein(&words_a.concat(), &words_b.concat());
    let spaced = normalized_damerau_levenshtein(&words_a.join(" "), &words_b.join(" "));
    let strict = (4.0 * (1.0 - joined.max(spaced)) as f32).min(1.0);
    Titles {
        distance: strict,
        number_differs: numbers_differ(&words_a, &words_b),
        recording_differs: of(&words_a, is_recording) != of(&words_b, is_recording),
    }
}

pub(super) fn is_named_after(title: &str, artist_key: &str) -> bool {
    let key = album_key(title);
    key == artist_key || key == "untitled"
}

/// The words of a title's key with numbers in digits and "volume" and "part" in short.
fn words(key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let last = words.len() - 1;
    let number = |i: usize, word: &str| digits(word, i > 0 && i == last);
    words.iter().enumerate().map(|(i, word)| number(i, word).unwrap_or_else(|| short(word)).to_owned()).collect()
}

fn short(word: &str) -> &str {
    match word {
        "volume" => "vol",
        "part" => "pt",
        word => word,
    }
}

/// A single letter is a Roman number only at the end of a title: "I" begins many, and "X" names some.
fn digits(word: &str, at_end: bool) -> Option<&'static str> {
    const NUMBERS: [(&str, &str, &str); 20] = [
        ("1", "one", "i"),
        ("2", "two", "ii"),
        ("3", "three", "iii"),
        ("4", "four", "iv"),
        ("5", "five", "v"),
        ("6", "six", "vi"),
        ("7", "seven", "vii"),
        ("8", "eight", "viii"),
        ("9", "nine", "ix"),
        ("10", "ten", "x"),
        ("11", "eleven", "xi"),
        ("12", "twelve", "xii"),
        ("13", "thirteen", "xiii"),
        ("14", "fourteen", "xiv"),
        ("15", "fifteen", "xv"),
        ("16", "sixteen", "xvi"),
        ("17", "seventeen", "xvii"),
        ("18", "eighteen", "xviii"),
        ("19", "nineteen", "xix"),
        ("20", "twenty", "xx"),
    ];
    let means =
        |(_, name, roman): &&(&str, &str, &str)| word == *name || (word == *roman && (at_end || word.len() > 1));
    NUMBERS.iter().find(means).map(|(digits, _, _)| *digits)
}

/// A year that only one title has tells an edition ("Rumours 2004"), other numbers tell albums apart.
fn numbers_differ(a: &[String], b: &[String]) -> bool {
    let (mut a, mut b) = (of(a, is_number), of(b, is_number));
    let is_year = |number: &&str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if a.is_empty() {
        b.retain(|number| !is_year(number));
    }
    if b.is_empty() {
        a.retain(|number| !is_year(number));
    }
    a != b
}

fn of(words: &[String], wanted: fn(&str) -> bool) -> Vec<&str> {
    let mut found: Vec<&str> = words.iter().map(String::as_str).filter(|word| wanted(word)).collect();
    found.sort_unstable();
    found
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

pub(in crate::domain) fn is_recording(word: &str) -> bool {
    RECORDINGS.contains(&word)
}

/// One service writes the subtitle, the other does not. Two subtitles are two albums.
fn differ_by_subtitle(a: &str, b: &str) -> bool {
    let head = |title: &str| title.find([':', '(', '[']).filter(|at| *at > 0).map(|at| album_key(&title[..at]));
    match (head(a), head(b)) {
        (Some(head), None) => head == album_key(b),
        (None, Some(head)) => head == album_key(a),
        _ => false,
    }
}
