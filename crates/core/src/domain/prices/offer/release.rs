//! Which pressing of the album a listing is of: by its numbers, else by what it says of year, country, vinyl and edition. A pressing that
//! contradicts anything said is out; when several are left, none is chosen.

use super::candidates::ByNumber;
use super::text::Text;
use super::vocabulary::{AGAIN, ORIGINAL};
use super::{Evidence, Listing, Pressing, Wanted};
use crate::domain::pressing::{Format, NOT_FIRST, Trait};
use crate::domain::prices::country::Country;

/// A pressing that was told.
pub(super) struct Told {
    pub(super) release: usize,
    pub(super) confidence: f32,
    pub(super) evidence: Vec<Evidence>,
}

/// What a listing says of the pressing.
struct Said {
    /// The pressing's year: the newest, since the album's is often beside it.
    year: Option<i16>,
    country: Option<Place>,
    format: Format,
    /// An original, or one made again.
    original: Option<bool>,
}

/// A country, or Europe without saying which.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Country(Country),
    Europe,
}

/// Traits that sellers name when a copy has them, because they raise or lower its price: a copy without the word is not of such a pressing.
const ALWAYS_SAID: [Trait; 8] = [
    Trait::PictureDisc,
    Trait::TestPressing,
    Trait::Promotional,
    Trait::WhiteLabel,
    Trait::Boxed,
    Trait::Shaped,
    Trait::Unofficial,
    Trait::Quadraphonic,
];

/// Traits that a pressing must have when they are said.
const TELLING: [Trait; 11] = [
    Trait::PictureDisc,
    Trait::TestPressing,
    Trait::Promotional,
    Trait::WhiteLabel,
    Trait::Boxed,
    Trait::Quadraphonic,
    Trait::Mono,
    Trait::HalfSpeed,
    Trait::RecordStoreDay,
    Trait::Club,
    Trait::Anniversary,
];

/// The pressing, or none when nothing tells it or several fit.
pub(super) fn choose(text: &Text, listing: &Listing<'_>, wanted: &Wanted<'_>, numbers: &ByNumber) -> Option<Told> {
    let said = Said::of(text, listing);
    let all = wanted.pressings;
    if numbers.is_foreign && numbers.barcode.is_empty() {
        return None;
    }
    let (pool, mut evidence) = numbers.narrowed().unwrap_or_else(|| ((0..all.len()).collect(), Vec::new()));
    let by_number = !evidence.is_empty();
    if let ([release], true) = (&pool[..], by_number) {
        // Even a number does not outweigh another country or a year before the pressing was made: labels used numbers again.
        let confidence = if said.fits(&all[*release], wanted) { 0.97 } else { 0.75 };
        return Some(Told { release: *release, confidence, evidence });
    }
    let fitting: Vec<usize> = pool.into_iter().filter(|at| said.fits(&all[*at], wanted)).collect();
    let [release] = fitting[..] else { return None };
    let told = said.told_by(&all[release]);
    let is_first_year = said.year.is_some() && said.year == wanted.year && said.original != Some(true);
    let sure: f32 = told.iter().map(|evidence| worth(*evidence, is_first_year)).sum();
    evidence.extend(told);
    let only = all.len() == 1;
    if only {
        evidence.push(Evidence::OnlyOne);
    }
    let base: f32 = if by_number {
        0.85
    } else if only {
        0.75
    } else {
        0.4
    };
    (!evidence.is_empty()).then(|| Told { release, confidence: (base + sure).min(0.95), evidence })
}

/// What each agreement adds. Sellers write the album's first year on any pressing of it, so that year alone tells little.
fn worth(evidence: Evidence, is_first_year: bool) -> f32 {
    match evidence {
        Evidence::Year if is_first_year => 0.2,
        Evidence::Year => 0.35,
        Evidence::Country => 0.2,
        Evidence::Vinyl => 0.33,
        Evidence::Edition => 0.2,
        Evidence::Barcode | Evidence::CatalogueNumber | Evidence::OnlyOne => 0.0,
    }
}

/// The years that a listing says outside of its names.
pub(super) fn years(text: &Text, listing: &Listing<'_>) -> Vec<i16> {
    let in_title = text.left().filter(|(_, word)| word.len() == 4).filter_map(|(_, word)| word.parse::<i16>().ok());
    in_title.chain(listing.year).filter(|year| (1940..=2100).contains(year)).collect()
}

impl Said {
    fn of(text: &Text, listing: &Listing<'_>) -> Self {
        let left = text.left_text();
        // Words with blanks are read as free text, so that "red vinyl", "half speed master" and "180g" are found.
        let format = Format::read(&format!("{left};{}", listing.format.unwrap_or_default()));
        let is_again =
            format.traits.has_any(&[Trait::Reissue, Trait::Repress, Trait::Remastered]) || text.says_any(AGAIN);
        // "Original recording, 2016 reissue" is a reissue.
        let original = if is_again { Some(false) } else { text.says_any(ORIGINAL).then_some(true) };
        Self { year: years(text, listing).into_iter().max(), country: place(text, listing), format, original }
    }

    /// Whether nothing that is said contradicts the pressing.
    fn fits(&self, pressing: &Pressing, wanted: &Wanted<'_>) -> bool {
        let format = &pressing.format;
        let is_first_year = self.year == wanted.year && self.original != Some(true);
        let year = match (self.year, pressing.year) {
            // A reissue with the album's first year on it.
            (Some(_), Some(_)) if is_first_year => true,
            (Some(said), Some(known)) => said == known,
            _ => true,
        };
        let is_reissue = format.traits.has_any(&NOT_FIRST)
            || pressing.year.zip(wanted.year).is_some_and(|(year, first)| year > first + 1);
        let original = self.original.is_none_or(|original| original != is_reissue);
        let telling = TELLING.iter().all(|one| !self.format.has(*one) || format.has(*one));
        let unsaid = ALWAYS_SAID.iter().all(|one| !format.has(*one) || self.format.has(*one));
        let weight = self.format.weight_grams.zip(format.weight_grams).is_none_or(|(said, known)| said == known);
        year && original && telling && unsaid && weight && self.fits_country(pressing) && self.fits_colour(format)
    }

    fn fits_country(&self, pressing: &Pressing) -> bool {
        let Some(country) = self.country else { return true };
        pressing.country.as_deref().is_none_or(|known| is_in(country, known))
    }

    /// Black is not said; any other colour is.
    fn fits_colour(&self, format: &Format) -> bool {
        let plain = |colour: &Option<String>| colour.as_deref().filter(|colour| *colour != "black").map(str::to_owned);
        match (plain(&self.format.colour), plain(&format.colour)) {
            (None, None) => true,
            // Some sellers only say that it is coloured.
            (Some(said), Some(known)) => {
                said == "coloured" || said.split(' ').all(|word| known.split(' ').any(|other| other == word))
            }
            (Some(_), None) | (None, Some(_)) => false,
        }
    }

    /// In what the listing and a fitting pressing agree by saying so.
    fn told_by(&self, pressing: &Pressing) -> Vec<Evidence> {
        let format = &pressing.format;
        let mut told = Vec::new();
        let mut note = |evidence, is_so: bool| told.extend(is_so.then_some(evidence));
        note(Evidence::Year, self.year.is_some() && self.year == pressing.year);
        note(Evidence::Country, self.country.is_some() && pressing.country.is_some());
        let coloured = self.format.colour.as_deref().is_some_and(|colour| colour != "black");
        let weighed = self.format.weight_grams.is_some() && self.format.weight_grams == format.weight_grams;
        note(Evidence::Vinyl, coloured || weighed || self.format.has(Trait::PictureDisc));
        let editions = TELLING.iter().any(|one| *one != Trait::PictureDisc && self.format.has(*one));
        note(Evidence::Edition, editions || self.original.is_some());
        told
    }
}

/// The country that a listing says: its aspect, else the first name of one in the title.
fn place(text: &Text, listing: &Listing<'_>) -> Option<Place> {
    const ADJECTIVES: [(&str, &str); 13] = [
        ("british", "GB"),
        ("english", "GB"),
        ("american", "US"),
        ("german", "DE"),
        ("deutsche", "DE"),
        ("french", "FR"),
        ("italian", "IT"),
        ("spanish", "ES"),
        ("dutch", "NL"),
        ("espanola", "ES"),
        ("italiana", "IT"),
        ("francaise", "FR"),
        ("canadian", "CA"),
    ];
    let named = |(at, word): (usize, &str)| {
        let two = text.left_at(at + 1).map(|next| format!("{word} {next}"));
        let adjective = ADJECTIVES.iter().find(|(name, _)| *name == word).and_then(|(_, code)| code.parse().ok());
        let name = two.as_deref().filter(|two| two.len() > 4).and_then(Country::read);
        let short = (word.len() > 2 || matches!(word, "uk" | "us")).then(|| Country::read(word)).flatten();
        let europe = matches!(word, "eu" | "europe" | "european").then_some(Place::Europe);
        name.or(short).or(adjective).map(Place::Country).or(europe)
    };
    listing.country.map(Place::Country).or_else(|| text.left().find_map(named))
}

/// Whether a country is in what Discogs says: "UK & Europe", "USA, Canada & Europe", "Europe".
fn is_in(place: Place, known: &str) -> bool {
    let mut parts = known.split(['&', ',']).map(str::trim);
    parts.any(|part| match place {
        Place::Europe => part == "Europe" || part == "European Union",
        Place::Country(country) => Country::read(part) == Some(country),
    })
}
