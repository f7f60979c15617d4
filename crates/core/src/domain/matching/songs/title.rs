//! A song's title taken apart: the title, what is bracketed or set off with a dash, and which of that makes another recording of it.

use std::collections::BTreeSet;

use crate::domain::names::artist_key;

/// One of these words makes another recording of what it stands beside.
const RECORDING: &str = "remix mix rmx live acoustic demo instrumental unplugged dub remake edit extended karaoke session \
    sessions version vip bootleg mashup rework reprise cover tribute radio club orchestral acapella \
    cappella concert vivo";

/// A mark of these words alone says how the same recording is sold.
const SALE: &str = "explicit clean edited amended album version bonus track deluxe edition remaster remastered \
    remasterizado digital booklet video single original main lp ep mono stereo the standard special \
    expanded anniversary hd hq audio official lyric lyrics itunes amazon exclusive from itself super \
    limited international censored";

/// Begins a mark that names guests.
const GUESTS: [&str; 6] = ["feat", "ft", "featuring", "with", "duet", "w"];

/// A title by its parts.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Title {
    /// What is outside of brackets and before a dash with a mark; as a key.
    pub main: String,
    /// Other brackets: "(Will Be Your Downfall)".
    pub subtitle: String,
    /// Words of the marks that make another recording.
    pub recording: BTreeSet<String>,
    /// The same in their order, without blanks.
    pub recording_text: String,
}

impl Title {
    pub(super) fn of(text: &str) -> Self {
        let (mut outside, marks) = without_brackets(text);
        let mut title = Self::default();
        while let Some((head, tail)) = outside.rsplit_once(" - ").filter(|(_, tail)| says_which(tail)) {
            title.add(tail);
            outside = head.to_owned();
        }
        for mark in &marks {
            title.add(mark);
        }
        let (main, version) = without_version(without_bare_guests(&outside));
        title.subtitle = format!("{} {version}", title.subtitle).trim().to_owned();
        title.main = artist_key(&main);
        if title.main.is_empty() {
            title.main = artist_key(text);
        }
        title
    }

    fn add(&mut self, mark: &str) {
        let words = words(mark);
        let is_guests = words.first().is_some_and(|word| GUESTS.contains(&word.as_str()));
        let is_sale = words.iter().all(|word| has(SALE, word) || is_number(word));
        let is_sale = is_sale || words == ["original", "mix"];
        if is_guests || is_sale {
            return;
        }
        if words.iter().any(|word| has(RECORDING, word)) {
            let words = words.into_iter().filter(|word| !matches!(word.as_str(), "version" | "the" | "bonus"));
            for word in words {
                self.recording_text.push_str(&word);
                self.recording.insert(word);
            }
        } else {
            self.subtitle = format!("{} {}", self.subtitle, words.join(" ")).trim().to_owned();
        }
    }

    /// The whole title without marks.
    pub(super) fn full(&self) -> String {
        format!("{} {}", self.main, self.subtitle).trim().to_owned()
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

fn says_which(tail: &str) -> bool {
    words(tail)
        .iter()
        .any(|word| has(RECORDING, word) || matches!(word.as_str(), "remaster" | "remastered" | "single" | "ep"))
}

/// The text outside of brackets, and what is in each of the outermost. A bracket that nobody closes ends with the text; inner ones of
/// another kind stand for themselves.
fn without_brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut marks, mut depth) = (String::new(), Vec::<String>::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' | '[' | '（' | '【' => {
                depth += 1;
                marks.push(String::new());
            }
            ')' | ']' | '）' | '】' => depth = depth.saturating_sub(1),
            c if depth > 0 => {
                if let Some(mark) = marks.last_mut() {
                    mark.push(c);
                }
            }
            c => outside.push(c),
        }
    }
    if artist_key(&outside).is_empty() && !marks.is_empty() { (marks.remove(0), marks) } else { (outside, marks) }
}

/// "Title feat. Somebody" without them.
fn without_bare_guests(text: &str) -> String {
    let lower = text.to_lowercase();
    let at = [" feat ", " feat. ", " ft. ", " ft ", " featuring "].iter().filter_map(|mark| lower.find(mark)).min();
    at.filter(|at| text.is_char_boundary(*at) && *at > 0).map_or_else(|| text.to_owned(), |at| text[..at].to_owned())
}

/// "Sweet Spot 2.0": the number of a version.
fn without_version(text: String) -> (String, String) {
    let cut = text.trim_end().rsplit_once(' ').filter(|(head, last)| {
        !head.trim().is_empty() && last.strip_suffix(".0").is_some_and(|number| !number.is_empty() && is_number(number))
    });
    match cut {
        Some((head, version)) => (head.to_owned(), version.to_owned()),
        None => (text, String::new()),
    }
}

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '’'], "");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(artist_key).filter(|word| !word.is_empty()).collect()
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}
