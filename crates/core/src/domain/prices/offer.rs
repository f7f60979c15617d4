//! Which album and which pressing an offer is of. Titles of listings are written by sellers: capitals, noise, several languages, eighty
//! characters. What is no record of the album is refused by name: other media and things, empty sleeves, lots, singles, tributes, other
//! albums. A wrong price on an album is worse than a missing one, so what is doubtful is not sure.

mod candidates;
mod kind;
mod names;
mod release;
mod text;
mod vocabulary;

use serde::{Deserialize, Serialize};

use super::country::Country;
use crate::domain::matching::STORE_ABOVE;
use crate::domain::pressing::Format;
use text::Text;

/// An offer as a marketplace describes it. What it does not say stays empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listing<'a> {
    /// As the seller wrote it.
    pub title: &'a str,
    /// The aspect "Artist".
    pub artist: Option<&'a str>,
    /// The aspect "Release Title".
    pub album: Option<&'a str>,
    /// The aspect "Catalogue Number".
    pub catno: Option<&'a str>,
    /// UPC or EAN.
    pub barcode: Option<&'a str>,
    /// The aspect "Release Year", which may be the album's or the pressing's.
    pub year: Option<i16>,
    /// Where it was made.
    pub country: Option<Country>,
    /// The aspects of format: `Record, LP, Album, Reissue`.
    pub format: Option<&'a str>,
}

/// An album, and what tells its pressings apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// Artist credit.
    pub artist: &'a str,
    /// Title.
    pub title: &'a str,
    /// Year of first release.
    pub year: Option<i16>,
    /// Titles of the artist's other albums, as far as they are known: an offer that names one of these is not of this album.
    pub others: &'a [&'a str],
    /// Its pressings; [`OfferMatch::release`] is a position in them.
    pub pressings: &'a [Pressing],
}

/// What tells a pressing of an album.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pressing {
    /// Catalogue numbers, as printed.
    pub catnos: Vec<String>,
    /// Barcodes.
    pub barcodes: Vec<String>,
    /// Labels.
    pub labels: Vec<String>,
    /// Year of this pressing.
    pub year: Option<i16>,
    /// Country as Discogs has it: `UK`, `Europe`, `UK & Europe`.
    pub country: Option<String>,
    /// What its format text says.
    pub format: Format,
}

/// What speaks against an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Penalty {
    /// A CD, a cassette, a film.
    Medium,
    /// A shirt, a poster, a book.
    Merchandise,
    /// A sleeve without its record.
    SleeveOnly,
    /// Several records at once, or one to be chosen.
    Lot,
    /// A single or an EP.
    Single,
    /// Others play the songs.
    Tribute,
    /// The artist is not named, or another one is.
    Artist,
    /// The album is not named.
    Title,
    /// Another album of the artist is named.
    OtherAlbum,
    /// A number makes another album of it: "II".
    Number,
    /// A live recording, demos, an interview.
    Recording,
    /// The album is named like its artist, or like a colour, and nothing else tells that it is meant.
    SelfTitled,
    /// Words that nothing explains.
    Unexplained,
    /// It was made before the album.
    Year,
    /// Nothing says that it is a record.
    NoFormat,
}

/// One thing that speaks against it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What.
    pub penalty: Penalty,
    /// How much it takes from the confidence, above 0 and up to 1.
    pub weight: f32,
}

/// By what a pressing was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The barcode is that of no other pressing, or of few.
    Barcode,
    /// The catalogue number.
    CatalogueNumber,
    /// The year.
    Year,
    /// The country.
    Country,
    /// The colour or the weight of the vinyl, a picture disc.
    Vinyl,
    /// Words such as reissue, mono, club edition.
    Edition,
    /// The album has no other pressing.
    OnlyOne,
}

/// What an offer is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferMatch {
    /// How sure it is that a record of the album is offered: 0 to 1.
    pub confidence: f32,
    /// The pressing, by its position in [`Wanted::pressings`]; `None` when several fit, or none.
    pub release: Option<usize>,
    /// How sure the pressing is, 0 to 1; 0 without one.
    pub release_confidence: f32,
    /// What speaks against the album, the weightiest first.
    pub reasons: Vec<Reason>,
    /// By what the pressing was told.
    pub evidence: Vec<Evidence>,
}

impl OfferMatch {
    /// Sure enough to show the offer with the album.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.confidence > STORE_ABOVE
    }

    /// The pressing, when it is sure enough to show the offer with it.
    #[must_use]
    pub fn sure_release(&self) -> Option<usize> {
        self.release.filter(|_| self.is_sure() && self.release_confidence > STORE_ABOVE)
    }

    /// Whether this penalty is among the reasons.
    #[must_use]
    pub fn has(&self, penalty: Penalty) -> bool {
        self.reasons.iter().any(|reason| reason.penalty == penalty)
    }
}

/// Judges whether an offer is of an album, and of which of its pressings. The confidence is 1 less what the reasons take from it. A barcode or
/// catalogue number of one of the pressings outweighs how the names are spelt, but no refusal.
#[must_use]
pub fn offer_match(listing: &Listing<'_>, wanted: &Wanted<'_>) -> OfferMatch {
    let mut text = Text::of(listing.title);
    let numbers = candidates::by_number(listing, wanted.pressings, &text);
    let mut reasons = names::judge(&mut text, listing, wanted, !numbers.is_empty());
    reasons.extend(kind::refusals(&text, listing, wanted));
    reasons.retain(|reason| reason.weight > 0.0);
    reasons.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let confidence = (1.0 - reasons.iter().map(|reason| reason.weight).sum::<f32>()).clamp(0.0, 1.0);
    let told = release::choose(&text, listing, wanted, &numbers);
    let told = told.filter(|_| confidence > STORE_ABOVE);
    let (release, release_confidence, evidence) = match told {
        Some(told) => (Some(told.release), told.confidence, told.evidence),
        None => (None, 0.0, Vec::new()),
    };
    OfferMatch { confidence, release, release_confidence, reasons, evidence }
}

#[cfg(test)]
mod tests;
