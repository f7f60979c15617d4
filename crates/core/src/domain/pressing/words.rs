//! One word of a format text: how many, which medium, size, speed, kind or trait. Words are what stands between two commas.

use super::traits::Trait;

/// How long what is on a pressing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A long-playing record, or an album on records of another size.
    Album,
    /// Longer than a single, shorter than an album.
    Ep,
    /// One song and what comes with it.
    Single,
}

impl Kind {
    /// The name in the database and the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Album => "album",
            Self::Ep => "ep",
            Self::Single => "single",
        }
    }
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A record; `LP` also says size and kind.
    Record,
    Lp,
    /// A record of this many inches.
    Inches(i16),
    Rpm(i16),
    Kind(Kind),
    Trait(Trait),
    /// A medium that is no record.
    Other,
    /// Says nothing that is kept here.
    Nothing,
}

/// Words with a meaning of their own; those of traits are in [`Trait::words`].
const WORDS: [(&str, Word); 53] = [
    ("LP", Word::Lp),
    ("Vinyl", Word::Record),
    ("12\"", Word::Inches(12)),
    ("7\"", Word::Inches(7)),
    ("10\"", Word::Inches(10)),
    ("5\"", Word::Inches(5)),
    ("6\"", Word::Inches(6)),
    ("8\"", Word::Inches(8)),
    ("9\"", Word::Inches(9)),
    ("11\"", Word::Inches(11)),
    ("16\"", Word::Inches(16)),
    ("33 ⅓ RPM", Word::Rpm(33)),
    ("33⅓ RPM", Word::Rpm(33)),
    ("33 1/3 RPM", Word::Rpm(33)),
    ("33 RPM", Word::Rpm(33)),
    ("33RPM", Word::Rpm(33)),
    ("45 RPM", Word::Rpm(45)),
    ("45RPM", Word::Rpm(45)),
    ("78 RPM", Word::Rpm(78)),
    ("78RPM", Word::Rpm(78)),
    ("16 ⅔ RPM", Word::Rpm(16)),
    ("16 RPM", Word::Rpm(16)),
    ("Album", Word::Kind(Kind::Album)),
    ("EP", Word::Kind(Kind::Ep)),
    ("Single", Word::Kind(Kind::Single)),
    ("Maxi-Single", Word::Kind(Kind::Single)),
    ("Maxi", Word::Kind(Kind::Single)),
    ("CD", Word::Other),
    ("CDr", Word::Other),
    ("SACD", Word::Other),
    ("DVD", Word::Other),
    ("DVD-V", Word::Other),
    ("DVD-Video", Word::Other),
    ("DVD-A", Word::Other),
    ("DVDr", Word::Other),
    ("Blu-ray", Word::Other),
    ("Cass", Word::Other),
    ("Cassette", Word::Other),
    ("8-Trk", Word::Other),
    ("8-Track Cartridge", Word::Other),
    ("Reel", Word::Other),
    ("Reel-To-Reel", Word::Other),
    ("File", Word::Other),
    ("VHS", Word::Other),
    ("Minidisc", Word::Other),
    ("Memory Stick", Word::Other),
    ("All Media", Word::Nothing),
    ("Mixed", Word::Nothing),
    ("Partially Mixed", Word::Nothing),
    ("PAL", Word::Nothing),
    ("NTSC", Word::Nothing),
    ("Enhanced", Word::Nothing),
    ("Double Sided", Word::Nothing),
];

impl Word {
    /// The meaning of a whole word; `None` for free text.
    pub(super) fn of(text: &str) -> Option<Self> {
        let known = WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)).map(|(_, meaning)| *meaning);
        known.or_else(|| Trait::of(text).map(Self::Trait))
    }
}

/// `2xLP` → 2 and `LP`. Discogs has counts that nobody could own; they are read as one.
pub(super) fn counted(word: &str) -> (i16, &str) {
    match word.split_once(['x', '×']) {
        Some((count, word)) if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit()) => {
            (plausible(count.parse().ok()), word.trim())
        }
        _ => (1, word),
    }
}

/// A count of records that somebody could own.
pub(super) fn plausible(count: Option<i16>) -> i16 {
    count.filter(|count| (1..=500).contains(count)).unwrap_or(1)
}
