//! Names as keys: one spelling for all the ways in which services, labels and people write an artist or an album.
//!
//! A key is for matching and search, never for display, and it is not unique: there are several Nirvanas. Both key functions are
//! idempotent: the key of a key is itself.

mod edition;
mod fold;

use fold::{fold, is_word_char};
use unicode_normalization::UnicodeNormalization;

/// Left out at the start of a name, moved there from the end ("Beatles, The"). `a` and `an` are kept, and so are Portuguese `a`, `o`, `as`
/// and Dutch `de`: "A Perfect Circle", "As I Lay Dying", "De La Soul" are not these without them.
const ARTICLES: [&str; 20] = [
    "the", "thee", "tha", "los", "las", "el", "la", "les", "le", "die", "der", "das", "il", "gli", "os", "het", "els",
    "lo", "ye", "den",
];

/// Words that mean "&" when they stand between two others.
const AND: [&str; 6] = ["and", "y", "und", "et", "och", "og"];

/// The key of an artist's name. Of the text it drops Discogs' ` (2)` and `*`, guests ("feat. …"), one leading article, case, accents and
/// punctuation. A name that is nothing but punctuation (`!!!`, `+/-`) is its own key, in lower case.
#[must_use]
pub fn artist_key(name: &str) -> String {
    let shown = display_name(name);
    key_or(shown, without_article(without_guests(words(&fold(shown)))))
}

/// The article that [`artist_key`] leaves out of a name. "Les Baxter" and "Baxter" share a key and are two artists.
pub(super) fn dropped_article(name: &str) -> Option<String> {
    let words = without_guests(words(&fold(display_name(name))));
    has_article(&words).then(|| words.into_iter().next()).flatten()
}

/// The key of an album's title: like an artist's, but without words of an edition ("(Deluxe Edition)", "- 2011 Remaster", "\[Remastered\]")
/// instead of Discogs' suffix. Words that make another album stay: "(Live)", "(Taylor's Version)".
#[must_use]
pub fn album_key(title: &str) -> String {
    let words = without_guests(words(&edition::without_edition(&fold(title))));
    key_or(title, without_article(edition::without_edition_words(words)))
}

/// The key of an artist's name of which only the beginning is typed: a last word that may become an "and" is left out, and before a single
/// letter it is one, so that both "guns n" and "guns n r" begin "guns and roses".
#[must_use]
pub fn typed_key(typed: &str) -> String {
    let plain = fold(typed).replace('\'', "");
    let key = match plain.split_whitespace().collect::<Vec<_>>().as_slice() {
        [start @ .., before, "n" | "y", last] if before.len() > 1 && last.chars().count() == 1 => {
            artist_key(&format!("{} {before} & {last}", start.join(" ")))
        }
        _ => artist_key(typed),
    };
    match key.rsplit_once(' ') {
        Some((start, last)) if last == "n" || AND.contains(&last) => start.to_owned(),
        _ => key,
    }
}

/// A Discogs artist's name as people write it: without the ` (2)` that tells homonyms apart and the `*` that marks a name variation.
#[must_use]
pub fn display_name(name: &str) -> &str {
    let mut name = name.trim();
    while let Some(shorter) = without_number(name).or_else(|| name.strip_suffix('*')) {
        let shorter = shorter.trim_end();
        if shorter.is_empty() {
            break;
        }
        name = shorter;
    }
    name
}

fn without_number(name: &str) -> Option<&str> {
    let (start, number) = name.strip_suffix(')')?.rsplit_once('(')?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && start.ends_with(char::is_whitespace)).then_some(start)
}

/// A name without any letter or digit keeps its signs.
fn key_or(original: &str, words: Vec<String>) -> String {
    if !words.is_empty() {
        return words.join(" ");
    }
    let visible: String = original.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn words(folded: &str) -> Vec<String> {
    let text = article_first(&guests_spelt_out(folded));
    // Marks that a dropped sign kept apart may stand in another order now.
    let spaced: String = with_signs_as_letters(&text).nfc().collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let connected: Vec<&str> = (0..words.len()).map(|i| if is_and(&words, i) { "and" } else { words[i] }).collect();
    with_initials_joined(&connected)
}

/// "Beatles, The" → "the Beatles".
fn article_first(text: &str) -> String {
    match text.trim_end().rsplit_once(',') {
        Some((name, last)) if is_article(last.trim()) || matches!(last.trim(), "a" | "an") => {
            format!("{} {name}", last.trim())
        }
        _ => text.to_owned(),
    }
}

/// "ft." needs its full stop to mean guests: Six Ft Hick is a band.
fn guests_spelt_out(text: &str) -> String {
    text.replace(" ft. ", " feat ").replace("(ft. ", "(feat ").replace("[ft. ", "[feat ")
}

/// One pass over the characters: "&" becomes a word, "$" beside a letter an s (A$AP, Ke$ha), apostrophes vanish, the hyphen of "A-ha" and
/// "El-P" too (what stands before it is no article there), everything else that is no letter separates words.
fn with_signs_as_letters(text: &str) -> String {
    let text = text.replace("p!nk", "pink");
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        let rest = &chars[i + 1..];
        let before_letter = rest.first().is_some_and(|c| c.is_alphabetic());
        match c {
            c if is_word_char(c) => out.push(c),
            '\'' => {}
            '&' => out.push_str(" and "),
            '+' if !out.trim().is_empty() && rest.iter().any(|c| is_word_char(*c)) => out.push_str(" and "),
            '$' if before_letter || out.ends_with(char::is_alphabetic) => out.push('s'),
            '-' if before_letter && (is_article(out.trim()) || out.trim() == "a") => {}
            _ => out.push(' '),
        }
    }
    out
}

fn is_and(words: &[&str], i: usize) -> bool {
    let long = |word: &str| word.chars().nth(1).is_some();
    let between = i > 0 && i + 1 < words.len();
    match words[i] {
        "n" | "y" => between && long(words[i - 1]) && !is_article(words[i - 1]) && long(words[i + 1]),
        word => between && AND.contains(&word),
    }
}

/// "r e m", "j j cale" → "rem", "jj cale": full stops between initials are written or not. Not when that would make an article
/// ("L.A. Woman") or another word that means something here.
fn with_initials_joined(words: &[&str]) -> Vec<String> {
    let is_initial = |word: &&&str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let initials = rest.iter().take_while(is_initial).count();
        let (run, after) = rest.split_at(initials.max(1));
        let joined = run.concat();
        if is_reserved(&joined) {
            out.extend(run.iter().map(|word| (*word).to_owned()));
        } else {
            out.push(joined);
        }
        rest = after;
    }
    out
}

fn is_reserved(word: &str) -> bool {
    is_article(word) || AND.contains(&word) || is_guest_mark(word) || edition::is_edition_word(word)
}

fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

fn is_guest_mark(word: &str) -> bool {
    matches!(word, "feat" | "featuring")
}

fn without_guests(mut words: Vec<String>) -> Vec<String> {
    if let Some(at) = words.iter().skip(1).position(|word| is_guest_mark(word)) {
        words.truncate(at + 1);
    }
    words
}

/// Whether the name goes on after its article, and not with a second one: "The The", "La La Land".
fn has_article(words: &[String]) -> bool {
    matches!(words, [first, second, ..] if is_article(first) && !is_article(second))
}

fn without_article(mut words: Vec<String>) -> Vec<String> {
    if has_article(&words) {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
