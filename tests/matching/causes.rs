//! Why two names of one artist were not found to be one, told by a mechanical criterion, so that a figure of recall can be read rightly:
//! rules can find spellings; other names are known to services alone, as aliases.

use std::collections::BTreeSet;

use strsim::levenshtein;
use vinilogy_core::domain::names::{artist_key, nobody};

/// What two names of one artist differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    /// Anything else: letters, order, what is written around the name.
    Spelling,
    /// All words of one are among those of the other: a band and its leader, one of several artists, a title behind the name.
    Part,
    /// No word in common and more than half of the letters differ, or one of them names nobody: stage names, translations, readings of
    /// Chinese characters, labels of collections.
    OtherName,
}

impl Cause {
    pub(crate) fn of(a: &str, b: &str) -> Self {
        let (key_a, key_b) = (artist_key(a), artist_key(b));
        let words = |key: &'_ str| key.split(' ').map(str::to_owned).collect::<BTreeSet<String>>();
        let (words_a, words_b) = (words(&key_a), words(&key_b));
        let (whole_a, whole_b) = (key_a.replace(' ', ""), key_b.replace(' ', ""));
        let longest = whole_a.chars().count().max(whole_b.chars().count());
        if nobody(a).is_some() || nobody(b).is_some() {
            Self::OtherName
        } else if words_a.is_subset(&words_b) || words_b.is_subset(&words_a) {
            Self::Part
        } else if words_a.is_disjoint(&words_b) && 2 * levenshtein(&whole_a, &whole_b) > longest {
            Self::OtherName
        } else {
            Self::Spelling
        }
    }
}
