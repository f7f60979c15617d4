//! The taxonomy of a pressing, read from a list's text or from a release's media.

use super::colour::Colour;
use super::medium::Medium;
use super::traits::{Trait, Traits};
use super::weight::grams;
use super::words::{Kind, Word, counted, plausible};

/// What a pressing is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Records in it, at least 1.
    pub records: i16,
    /// Of the first record: 5 to 16 inches. A long-playing record has 12 unless said otherwise.
    pub size_inches: Option<i16>,
    /// 16, 33, 45 or 78 turns a minute, of the first record that says it.
    pub speed_rpm: Option<i16>,
    /// How long what is on it is; an album with a single beside it is an album.
    pub kind: Option<Kind>,
    /// What else was said.
    pub traits: Traits,
    /// Of the vinyl: `red translucent`; `None` when not said, which is mostly black.
    pub colour: Option<String>,
    /// Grams of one record.
    pub weight_grams: Option<i16>,
}

impl Format {
    /// Reads the text of a list or an export, such as `2xLP, Album, RE, 180 + 7", Single`. Never fails: an empty or unknown text is one
    /// record of which nothing is known.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut reader = Reader::default();
        for medium in text.split(" + ") {
            reader.medium(medium.split([',', ';']), None);
        }
        reader.finish()
    }

    /// Reads the media of a release.
    #[must_use]
    pub fn of(media: &[Medium]) -> Self {
        let mut reader = Reader::default();
        for medium in media {
            let name = std::iter::once(medium.name.as_str());
            let words = name.chain(medium.descriptions.iter().map(String::as_str));
            let free = medium.text.as_deref().unwrap_or_default();
            let quantity = medium.is_record().then(|| plausible(medium.quantity.and_then(|n| n.try_into().ok())));
            reader.medium(words.chain(free.split([',', ';'])), quantity);
        }
        reader.finish()
    }

    /// Whether it has this trait.
    #[must_use]
    pub const fn has(&self, one: Trait) -> bool {
        self.traits.has(one)
    }

    /// The album as one wants to own it: no single, sampler or promotional copy of it.
    #[must_use]
    pub fn is_album(&self) -> bool {
        self.kind == Some(Kind::Album)
            && self.size_inches.is_none_or(|inches| inches > 7)
            && !self.traits.has_any(&[Trait::Sampler, Trait::Promotional, Trait::TestPressing, Trait::WhiteLabel])
            && !self.traits.has_any(&[Trait::Flexi, Trait::Shellac])
    }
}

/// What was read so far, over all media.
#[derive(Default)]
struct Reader {
    format: Format,
    colour: Colour,
    long: bool,
}

/// What one medium says.
#[derive(Default)]
struct Said {
    records: i16,
    other: bool,
    long: bool,
    inches: Option<i16>,
    rpm: Option<i16>,
    kind: Option<Kind>,
    traits: Traits,
}

impl Reader {
    /// Words and free text of one medium; a medium that is no record says nothing of the pressing.
    fn medium<'a>(&mut self, words: impl Iterator<Item = &'a str>, quantity: Option<i16>) {
        let mut said = Said::default();
        let mut free = Vec::new();
        for word in words.map(|word| word.trim().trim_end_matches('.')).filter(|word| !word.is_empty()) {
            let (count, name) = counted(word);
            match Word::of(name) {
                Some(meaning) => said.note(meaning, count),
                None => free.push(word),
            }
        }
        if said.other && said.records == 0 {
            return;
        }
        free.iter().for_each(|phrase| self.free_text(phrase, &mut said));
        let format = &mut self.format;
        format.records = format.records.saturating_add(quantity.unwrap_or(said.records));
        format.size_inches = format.size_inches.or(said.inches).or(said.long.then_some(12));
        format.speed_rpm = format.speed_rpm.or(said.rpm);
        // An album among the media outranks a single beside it.
        format.kind = if format.kind == Some(Kind::Album) { format.kind } else { said.kind.or(format.kind) };
        format.traits = format.traits.union(said.traits);
        self.long |= said.long;
    }

    fn free_text(&mut self, phrase: &str, said: &mut Said) {
        self.format.weight_grams = self.format.weight_grams.or_else(|| grams(phrase));
        self.colour.note(phrase);
        let words: Vec<&str> = phrase.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for one in Trait::ALL.iter().filter(|one| one.words().iter().any(|text| mentions(&words, text))) {
            said.traits.insert(*one);
        }
    }

    fn finish(mut self) -> Format {
        self.format.records = self.format.records.max(1);
        if self.long {
            self.format.kind = self.format.kind.or(Some(Kind::Album));
        }
        self.format.colour = self.colour.text();
        self.format
    }
}

impl Said {
    /// A medium is counted once, however many of its words say that it is a record.
    fn note(&mut self, meaning: Word, count: i16) {
        match meaning {
            Word::Record => self.records = self.records.max(count),
            Word::Lp => (self.records, self.long) = (self.records.max(count), true),
            Word::Inches(inches) => {
                self.records = self.records.max(count);
                self.inches = self.inches.or(Some(inches));
            }
            Word::Rpm(rpm) => self.rpm = self.rpm.or(Some(rpm)),
            // "LP, EP" and "12", Single, Album" are the shorter of the two.
            Word::Kind(kind) => self.kind = self.kind.max(Some(kind)),
            Word::Trait(one) => self.traits.insert(one),
            Word::Other => self.other = true,
            Word::Nothing => {}
        }
    }
}

/// Whether free text has these words one after the other, unless "non" or "not" stands before them. Abbreviations of lists mean
/// something else in free text ("Re", "Box"), so only words of four letters and more count.
fn mentions(words: &[&str], text: &str) -> bool {
    let wanted: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    if text.len() < 4 && text != "Obi"
        || matches!(text, "Club" | "Mini" | "Quad" | "Etch" | "Smplr" | "Picture" | "Shape")
    {
        return false;
    }
    let at =
        words.windows(wanted.len()).position(|here| here.iter().zip(&wanted).all(|(a, b)| a.eq_ignore_ascii_case(b)));
    let denied =
        |at: usize| at > 0 && ["non", "not", "no", "without"].iter().any(|no| words[at - 1].eq_ignore_ascii_case(no));
    at.is_some_and(|at| !denied(at))
}
