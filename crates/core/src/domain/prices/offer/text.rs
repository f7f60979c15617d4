//! A listing's title as words, of which those that name the artist and the album are taken away.

use crate::domain::names::key_words;

/// Where in the words something was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// First word.
    pub at: usize,
    /// How many.
    pub len: usize,
    /// 0 for the same, up to 1.
    pub distance: f32,
}

impl Span {
    /// One past its last word.
    pub(super) const fn end(self) -> usize {
        self.at + self.len
    }

    /// Whether both have a word in common.
    pub(super) const fn overlaps(self, other: Self) -> bool {
        self.at < other.end() && other.at < self.end()
    }
}

/// The words of a title, spelt as keys are.
pub(super) struct Text {
    words: Vec<String>,
    taken: Vec<bool>,
    /// The title in small letters with its signs, for `7"`.
    pub(super) plain: String,
}

impl Text {
    pub(super) fn of(title: &str) -> Self {
        // Commas at the end would move articles about, and brackets hide nothing here.
        let words = key_words(title.trim_end_matches([',', ' ']));
        let plain = title.to_lowercase().replace(['”', '“', '″', '„'], "\"").replace("''", "\"").replace("’’", "\"");
        Self { taken: vec![false; words.len()], words, plain }
    }

    /// All words.
    pub(super) fn words(&self) -> &[String] {
        &self.words
    }

    /// The word at a position, when there is one that is not taken.
    pub(super) fn left_at(&self, at: usize) -> Option<&str> {
        self.words.get(at).filter(|_| !self.taken[at]).map(String::as_str)
    }

    /// The word before a position, taken or not.
    pub(super) fn before(&self, at: usize) -> Option<&str> {
        at.checked_sub(1).map(|before| self.words[before].as_str())
    }

    /// The words that are not taken, with their positions.
    pub(super) fn left(&self) -> impl Iterator<Item = (usize, &str)> {
        (0..self.words.len()).filter_map(|at| Some((at, self.left_at(at)?)))
    }

    /// The same as one text.
    pub(super) fn left_text(&self) -> String {
        self.left().map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn take(&mut self, span: Span) {
        self.taken[span.at..span.end()].fill(true);
    }

    /// Whether `phrase` (words with blanks between them) stands among the words that are left.
    pub(super) fn says(&self, phrase: &str) -> bool {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        let here = |at: usize| wanted.iter().enumerate().all(|(i, word)| self.left_at(at + i) == Some(word));
        (0..self.words.len()).any(here)
    }

    /// Whether it says one of the phrases of a list, which has a stroke between two.
    pub(super) fn says_any(&self, phrases: &str) -> bool {
        phrases.split('|').any(|phrase| self.says(phrase))
    }

    /// Where the words of a key stand, or words near to them: as many words, or one more or less where letters were joined or parted.
    pub(super) fn find(&self, key: &str, distance: impl Fn(&str, &str) -> f32, at_most: f32) -> Vec<Span> {
        let len = key.split(' ').count();
        let mut found = Vec::new();
        for len in [Some(len), Some(len + 1), len.checked_sub(1)].into_iter().flatten().filter(|len| *len > 0) {
            for at in 0..(self.words.len() + 1).saturating_sub(len) {
                let here = self.words[at..at + len].join(" ");
                let distance = if here == key { 0.0 } else { distance(&here, key) };
                if distance <= at_most {
                    found.push(Span { at, len, distance });
                }
            }
        }
        found
    }
}
