//! What is typed into a search field: the question that is asked of names, and in which order those are shown that answer it.
use strsim::osa_distance;

use super::names::{album_key, typed_key};

/// Longer words and more of them are cut: nobody types them, and no name needs them to be found.
const LONGEST_WORD: usize = 40;
const MOST_WORDS: usize = 12;
/// Words that may have an error; longer ones are not in the dictionary (`search_learn_words`).
const LONGEST_CORRECTED: usize = 24;

/// A question to `search_names`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The key of what was typed.
    pub key: String,
    /// Its words.
    pub words: Vec<String>,
    /// As Postgres' tsquery: whole words of the name, and one that begins with the last.
    pub typed: String,
    /// As `typed`, without the last word; `None` where nothing else was typed. All that has `typed` has these.
    pub others: Option<String>,
}

impl Question {
    /// Of what is typed so far; `None` when that is nothing.
    #[must_use]
    pub fn of(typed: &str) -> Option<Self> {
        let key = typed_key(typed);
        let words = words(&key);
        if words.is_empty() {
            return None;
        }
        let start = &words[..words.len() - 1];
        let mut every = vec![all_of(&words)];
        // "radio head" is Radiohead, "abbey road remastered" is Abbey Road.
        every.extend((words.len() == 2).then(|| all_of(&[words.concat()])));
        let without_edition = self::words(&album_key(typed));
        let is_shorter = !without_edition.is_empty() && without_edition.len() < words.len();
        every.extend(is_shorter.then(|| all_of(&without_edition)));
        let others = (!start.is_empty()).then(|| {
            let whole: Vec<String> = start.iter().map(|word| quoted(word)).collect();
            let mut others = vec![format!("({})", whole.join(" & "))];
            others.extend_from_slice(&every[1..]);
            others.join(" | ")
        });
        let typed = every.join(" | ");
        Some(Self { key, words, typed, others })
    }

    /// The words as they may be corrected; empty where one may not.
    #[must_use]
    pub fn correctable(&self) -> Vec<&str> {
        let short = |word: &&String| word.chars().count() <= LONGEST_CORRECTED;
        self.words.iter().map(|word| Some(word).filter(short).map_or("", |word| word.as_str())).collect()
    }

    /// Each word as a part of a tsquery.
    #[must_use]
    pub fn quoted(&self) -> Vec<String> {
        self.words.iter().map(|word| quoted(word)).collect()
    }
}

fn words(key: &str) -> Vec<String> {
    key.split(' ').filter(|w| !w.is_empty()).take(MOST_WORDS).map(|w| w.chars().take(LONGEST_WORD).collect()).collect()
}

/// Whole words, and one that begins with the last.
fn all_of(words: &[String]) -> String {
    let (start, last) = words.split_at(words.len().saturating_sub(1));
    let terms: Vec<String> = start.iter().map(|w| quoted(w)).chain(last.iter().map(|w| beginning(w))).collect();
    format!("({})", terms.join(" & "))
}

fn beginning(word: &str) -> String {
    format!("{}:*", quoted(word))
}

fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\\', r"\\").replace('\'', "''"))
}

/// Whether the caller has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// No.
    Not,
    /// An album of an artist whom the caller picked.
    Near,
    /// An artist whom the caller picked, or an album that the caller has.
    Yes,
}

/// A name that may be meant.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    /// The artist's, or the album's title.
    pub key: &'a str,
    /// An album's artist; `None` for an artist.
    pub artist_key: Option<&'a str>,
    /// In tenths of a natural logarithm of listeners (`search_popularity`): 0 to about 160.
    pub popularity: i16,
    /// Whether the caller has it.
    pub own: Own,
}

/// How well a name answers, on the scale of its popularity: 23 points are ten times as many listeners. What the caller has comes first;
/// a whole name comes before longer ones unless those are known to ten thousand times as many; a beginning counts more than a later
/// word, and an album that is found by its artist's name alone less than others.
#[must_use]
pub fn points(question: &Question, name: &Name<'_>) -> i32 {
    let own = match name.own {
        Own::Not => 0,
        Own::Near => 30,
        Own::Yes => 300,
    };
    i32::from(name.popularity) + own + likeness(question, name) - errors(question, name)
}

fn likeness(question: &Question, name: &Name<'_>) -> i32 {
    let typed = question.key.as_str();
    let beginning = if typed.chars().count() <= 2 { 60 } else { 20 };
    let Some(artist) = name.artist_key else {
        return match typed {
            _ if name.key == typed => 100 + beginning,
            _ if name.key.starts_with(typed) => beginning,
            _ => 0,
        };
    };
    let both = [format!("{artist} {}", name.key), format!("{} {artist}", name.key)];
    let by_title = question.words.iter().any(|word| name.key.split(' ').any(|other| other.starts_with(word.as_str())));
    match typed {
        _ if name.key == typed || both.iter().any(|both| both == typed) => 60 + beginning,
        _ if name.key.starts_with(typed) || both.iter().any(|both| both.starts_with(typed) && by_title) => beginning,
        _ if by_title => 0,
        _ => -30,
    }
}

/// Points that each wrong letter costs, and what a word costs at most: then it is another word, found by another name of the artist.
const ERROR: usize = 25;
const MOST_ERRORS: usize = 2;

fn errors(question: &Question, name: &Name<'_>) -> i32 {
    let artist = name.artist_key.unwrap_or_default();
    let together = name.key.replace(' ', "");
    let words: Vec<&str> = name.key.split(' ').chain(artist.split(' ')).chain([together.as_str()]).collect();
    let wrong = question.words.iter().map(|typed| {
        let letters = typed.chars().count();
        let nearest = words.iter().map(|word| {
            let start: String = word.chars().take(letters).collect();
            if start == *typed { 0 } else { osa_distance(word, typed).min(osa_distance(&start, typed)) }
        });
        nearest.min().unwrap_or(MOST_ERRORS).min(MOST_ERRORS) * ERROR
    });
    let run_together = question.words.concat();
    if words.iter().any(|word| word.starts_with(&run_together)) {
        return 0;
    }
    i32::try_from(wrong.sum::<usize>()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests;
