//! What Discogs' format text says about a pressing, and which pressing of an album to suggest.

use super::ids::ReleaseId;
use super::money::{Currency, Money};

/// Facts from a format text such as `2xLP, Album, RE, RM, 180`. Discogs abbreviates in lists of versions and spells out in releases; both
/// are read. Words that are none of these (colours, weights, free text) are passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Records in it, at least 1.
    pub records: u32,
    /// A long-playing record, or an album on records of another size.
    pub album: bool,
    /// Issued again, with or without changes.
    pub reissue: bool,
    /// Pressed again without changes.
    pub repress: bool,
    /// From a new master.
    pub remastered: bool,
    /// A bootleg.
    pub unofficial: bool,
    /// Not made for sale: promotional copies, test pressings.
    pub promotional: bool,
    /// A limited or numbered edition.
    pub limited: bool,
    /// With a picture in the vinyl; most sound worse.
    pub picture_disc: bool,
    /// Several records or media in a box.
    pub boxed: bool,
    /// Mixed for one channel.
    pub mono: bool,
}

impl Format {
    /// Reads Discogs' format text. Never fails: an empty or unknown text is one record of which nothing is known.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut format = Self { records: 0, ..Self::default() };
        for medium in text.split('+') {
            let words = || medium.split(',').map(|word| counted(word.trim()));
            for (count, word) in words() {
                format.note(word);
                if matches!(word, "LP" | "12\"" | "10\"" | "7\"" | "Vinyl") {
                    format.records = format.records.saturating_add(count);
                }
            }
            format.album |= words().any(|(_, word)| is_long(word)) && !words().any(|(_, word)| is_short(word));
        }
        format.records = format.records.max(1);
        format
    }

    fn note(&mut self, word: &str) {
        match word {
            "RE" | "Reissue" => self.reissue = true,
            "RP" | "Repress" => self.repress = true,
            "RM" | "Remastered" => self.remastered = true,
            "Unofficial" | "Unofficial Release" => self.unofficial = true,
            "Promo" | "TP" | "Test Pressing" | "W/Lbl" | "White Label" => self.promotional = true,
            "Ltd" | "Limited Edition" | "Num" | "Numbered" => self.limited = true,
            "Pic" | "Picture Disc" => self.picture_disc = true,
            "Box" | "Box Set" => self.boxed = true,
            "Mono" => self.mono = true,
            _ => {}
        }
    }
}

fn is_long(word: &str) -> bool {
    matches!(word, "LP" | "Album")
}

fn is_short(word: &str) -> bool {
    matches!(word, "EP" | "Single" | "Maxi" | "Maxi-Single" | "7\"" | "Flexi" | "Smplr" | "Sampler" | "Shellac")
}

/// `2xLP` → 2 and `LP`. Discogs has counts that nobody could own; they are read as one.
fn counted(word: &str) -> (u32, &str) {
    match word.split_once('x') {
        Some((count, word)) if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit()) => {
            (count.parse().ok().filter(|count| (1..=500).contains(count)).unwrap_or(1), word)
        }
        _ => (1, word),
    }
}

/// A pressing that may be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PressingChoice {
    /// The pressing.
    pub release_id: ReleaseId,
    /// Community members who own it.
    pub have: Option<i32>,
    /// Its lowest price, when it is offered.
    pub price: Option<Money>,
    /// Year of this pressing.
    pub year: Option<i16>,
    /// Not a bootleg.
    pub official: bool,
    /// From its format text.
    pub format: Format,
}

impl PressingChoice {
    /// A price of nothing is a listing error.
    fn price_in(&self, currency: Currency) -> Option<i64> {
        self.price.filter(|price| price.currency == currency && price.minor > 0).map(|price| price.minor)
    }
}

/// The pressing to suggest to a listener who pays in `currency`, as a buyer would choose:
/// 1. never a bootleg;
/// 2. the album on LP before singles, samplers and promotional copies of it;
/// 3. one that can be bought for money of that currency before one that cannot, the cheapest first;
/// 4. then the one that most people own, because it is the easiest to find;
/// 5. then the newest, then the lowest id, so that the answer never depends on the order of `choices`.
#[must_use]
pub fn suggest(choices: &[PressingChoice], currency: Currency) -> Option<ReleaseId> {
    let official = choices.iter().filter(|choice| choice.official && !choice.format.unofficial);
    let preference = |choice: &&PressingChoice| {
        let proper = choice.format.album && !choice.format.promotional;
        let price = choice.price_in(currency);
        let (have, year) = (choice.have.unwrap_or(0), choice.year.unwrap_or(0));
        (!proper, price.is_none(), price, -i64::from(have), -i32::from(year), choice.release_id)
    };
    official.min_by_key(preference).map(|choice| choice.release_id)
}

#[cfg(test)]
mod tests;
