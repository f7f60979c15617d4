//! Names as keys: one spelling for all the ways in which services, labels and people write an artist or an album.
//!
//! A key is for matching and search, never for display, and it is not unique: there are several Nirvanas. Both key functions are
//! idempotent: the key of a key is itself.

mod codepages;
mod edition;
mod fold;
mod repair;

pub(in crate::domain) use codepages::read_elsewhere;
use fold::{fold, is_word_char, without_lookalikes};
pub(in crate::domain) use repair::repaired;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Left out at the start of a name, moved there from the end ("Beatles, The"). `a` and `an` are kept, and so are Portuguese `a`, `o`, `as`
/// and Dutch `de`: "A Perfect Circle", "As I Lay Dying", "De La Soul" are not these without them.
const ARTICLES: [&str; 20] = [
    "the", "thee", "tha", "los", "las", "el", "la", "les", "le", "die", "der", "das", "il", "gli", "os", "het", "els",
    "lo", "ye", "den",
];

/// Words that mean "&" when they stand between two others.
const AND: [&str; 7] = ["and", "y", "und", "et", "och", "og", "и"];

/// The key of an artist's name. Of the text it drops Discogs' ` (2)` and `*`, guests ("feat. …"), one leading article, case, accents and
/// punctuation. A name that is nothing but punctuation (`!!!`, `+/-`) is its own key, in lower case.
#[must_use]
pub fn artist_key(name: &str) -> String {
    let name = repaired(name);
    let shown = display_name(&name);
    let text = prepared(fold(shown));
    key_or(shown, without_article(without_guests(words(&text))))
}

/// The article that [`artist_key`] leaves out of a name. "Les Baxter" and "Baxter" share a key and are two artists.
pub(super) fn dropped_article(name: &str) -> Option<String> {
    let text = prepared(fold(display_name(&repaired(name))));
    let words = without_guests(words(&text));
    has_article(&words).then(|| words[0].to_string())
}

/// The key of an album's title: like an artist's, but without words of an edition ("(Deluxe Edition)", "- 2011 Remaster", "\[Remastered\]")
/// instead of Discogs' suffix. Words that make another album stay: "(Live)", "(Taylor's Version)".
#[must_use]
pub fn album_key(title: &str) -> String {
    let title = repaired(title);
    let text = prepared(edition::without_edition(&fold(&title)));
    key_or(&title, without_article(edition::without_edition_words(without_guests(words(&text)))))
}

/// The words of a text in which names stand among other words, spelt as the keys spell them. Nothing is left out.
pub(in crate::domain) fn key_words(text: &str) -> Vec<String> {
    words(&prepared(fold(&repaired(text)))).into_iter().map(Cow::into_owned).collect()
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

/// Who is meant by a name that names nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nobody {
    /// It is not known who: "\[unknown\]", "N/A", "-".
    Unknown,
    /// Too many to name: "Various Artists", "V/A", "Compilation".
    Various,
}

/// Whether a name stands where no artist was known or named: such rows of an import have no artist.
#[must_use]
pub fn nobody(name: &str) -> Option<Nobody> {
    const UNKNOWN: &[&str] =
        &["", "-", "unknown", "unknown artist", "artist unknown", "no artist", "unbekannt", "desconocido"];
    const VARIOUS: &[&str] = &["various", "various artists", "va", "compilation", "varios artistas", "artisti vari"];
    let is_lost = name.chars().all(|c| c == char::REPLACEMENT_CHARACTER || c.is_whitespace());
    if is_lost || name.trim().eq_ignore_ascii_case("n/a") {
        return Some(Nobody::Unknown);
    }
    let key = artist_key(name);
    let is_one_of = |names: &[&str]| names.contains(&key.as_str());
    (is_one_of(UNKNOWN).then_some(Nobody::Unknown)).or_else(|| is_one_of(VARIOUS).then_some(Nobody::Various))
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

/// Discogs' number of an artist whose name others had before: 2 of "Nirvana (2)". The first of a name has none.
#[must_use]
pub fn discogs_number(name: &str) -> Option<u32> {
    let (start, number) = numbered(name.trim().trim_end_matches('*').trim_end())?;
    (!start.trim().is_empty()).then(|| number.parse().ok())?
}

fn without_number(name: &str) -> Option<&str> {
    numbered(name).map(|(start, _)| start)
}

/// Cut before the number. No name has a thousand namesakes: "(1992)" is a year.
fn numbered(name: &str) -> Option<(&str, &str)> {
    let (start, number) = name.strip_suffix(')')?.rsplit_once('(')?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && start.ends_with(char::is_whitespace)).then_some((start, number))
}

/// A name without any letter or digit keeps its signs.
fn key_or(original: &str, words: Vec<Cow<'_, str>>) -> String {
    if !words.is_empty() {
        return words.join(" ");
    }
    let visible: String = original.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Folded text as words with blanks between them.
fn prepared(folded: String) -> String {
    let spaced = with_signs_as_letters(&article_first(guests_spelt_out(folded)));
    // Marks that a dropped sign kept apart may stand in another order now.
    if spaced.is_ascii() { spaced } else { without_lookalikes(spaced.nfc().collect()) }
}

fn words(prepared: &str) -> Vec<Cow<'_, str>> {
    let words: Vec<&str> = prepared.split_whitespace().collect();
    let connected: Vec<&str> = (0..words.len()).map(|i| if is_and(&words, i) { "and" } else { words[i] }).collect();
    with_initials_joined(&connected)
}

/// "Beatles, The" → "the Beatles".
fn article_first(text: String) -> String {
    match text.trim_end().rsplit_once(',') {
        Some((name, last)) if is_article(last.trim()) || matches!(last.trim(), "a" | "an") => {
            format!("{} {name}", last.trim())
        }
        _ => text,
    }
}

/// "ft." needs its full stop to mean guests: Six Ft Hick is a band.
fn guests_spelt_out(text: String) -> String {
    if !text.contains("ft. ") {
        return text;
    }
    text.replace(" ft. ", " feat ").replace("(ft. ", "(feat ").replace("[ft. ", "[feat ")
}

/// One pass over the characters: "&" becomes a word, "$" beside a letter an s (A$AP, Ke$ha), apostrophes vanish, the hyphen of "A-ha" and
/// "El-P" too (what stands before it is no article there), everything else that is no letter separates words.
fn with_signs_as_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let before_letter = || rest.clone().next().is_some_and(char::is_alphabetic);
        match c {
            c if is_word_char(c) => out.push(c),
            '\'' => {}
            '&' => out.push_str(" and "),
            '+' if !out.trim().is_empty() && rest.as_str().contains(is_word_char) => out.push_str(" and "),
            '$' if before_letter() || out.ends_with(char::is_alphabetic) => out.push('s'),
            '!' if out.ends_with('p') && rest.as_str().starts_with("nk") => out.push('i'),
            '-' if before_letter() && (is_article(out.trim()) || out.trim() == "a") => {}
            _ => out.push(' '),
        }
    }
    out
}

fn is_and(words: &[&str], i: usize) -> bool {
    let long = |word: &str| word.chars().nth(1).is_some();
    let between = i > 0 && i + 1 < words.len();
    match words[i] {
        "n" | "y" | "и" => between && long(words[i - 1]) && !is_article(words[i - 1]) && long(words[i + 1]),
        word => between && AND.contains(&word),
    }
}

/// "r e m", "j j cale" → "rem", "jj cale": full stops between initials are written or not. Not when that would make an article
/// ("L.A. Woman") or another word that means something here.
fn with_initials_joined<'a>(words: &[&'a str]) -> Vec<Cow<'a, str>> {
    let mut out = Vec::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        // Of one alphabet: joined, letters of two would look like one word in disguise.
        let initials = rest.iter().take_while(|word| is_initial(word) && word.is_ascii() == rest[0].is_ascii()).count();
        let (run, after) = rest.split_at(initials.max(1));
        rest = after;
        if run.len() > 1 {
            let joined = run.concat();
            if !is_reserved(&joined) {
                out.push(Cow::Owned(joined));
                continue;
            }
        }
        out.extend(run.iter().map(|word| Cow::Borrowed(*word)));
    }
    out
}

/// One letter of an alphabet; a sign of Chinese is a word.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| c.is_lowercase()) && letters.next().is_none()
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

fn without_guests(mut words: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    if let Some(at) = words.iter().skip(1).position(|word| is_guest_mark(word)) {
        words.truncate(at + 1);
    }
    words
}

/// Whether the name goes on after its article, and not with a second one: "The The", "La La Land".
fn has_article(words: &[Cow<'_, str>]) -> bool {
    matches!(words, [first, second, ..] if is_article(first) && !is_article(second))
}

fn without_article(mut words: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    if has_article(&words) {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
