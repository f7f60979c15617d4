//! What Discogs knows, in the product's words. Counts are as of the moment of the answer.

use chrono::{DateTime, Utc};

/// One page of the pressings of a master.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionPage {
    /// Number of this page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// How many pressings there are on all pages.
    pub items: u32,
    /// The pressings of this page.
    pub versions: Vec<Version>,
    /// When Discogs answered.
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}

/// A pressing in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Release id.
    pub id: i64,
    /// Title as on this pressing.
    pub title: String,
    /// Country or region in Discogs' words (`UK`, `US`, `Europe`).
    pub country: Option<String>,
    /// Year of `released`.
    pub released_year: Option<i16>,
    /// `1970`, `1970-05-00` or `1970-05-18`.
    pub released: Option<String>,
    /// Descriptions, a comma list such as `LP, Album, RE`; may be empty.
    pub format: String,
    /// Media such as `Vinyl`; empty in old bodies.
    pub major_formats: Vec<String>,
    /// Label, or several in a comma list, without their numbers.
    pub label: Option<String>,
    /// Catalogue number, or several in a comma list.
    pub catno: Option<String>,
    /// Small cover; its address is signed and may die.
    pub thumb_url: Option<String>,
    /// How many have it in their collection.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
    /// `Accepted`, `Draft`, ….
    pub status: Option<String>,
}

/// A master found by artist and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterHit {
    /// Master id.
    pub id: i64,
    /// `Artist - Title` as Discogs writes it; [`super::split_title`] takes it apart.
    pub title: String,
    /// Year.
    pub year: Option<i16>,
}

/// A row of the database search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// Id among those of its kind.
    pub id: i64,
    /// `release`, `master`, `artist` or `label`.
    pub kind: String,
    /// `Artist - Title`, or a name.
    pub title: String,
    /// Year.
    pub year: Option<i16>,
    /// Country or region in Discogs' words.
    pub country: Option<String>,
    /// Media and descriptions.
    pub formats: Vec<String>,
    /// Labels, each once.
    pub labels: Vec<String>,
    /// Catalogue number.
    pub catno: Option<String>,
    /// Master it belongs to.
    pub master: Option<i64>,
    /// How many have it in their collection.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
    /// Small cover; its address is signed and may die.
    pub thumb_url: Option<String>,
    /// Media in full; empty for what is no release and in old bodies.
    pub media: Vec<Format>,
}

/// One page of a database search.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchPage {
    /// Number of this page, from 1.
    pub page: u32,
    /// How many pages there are; Discogs shows no more than 10,000 rows of one query.
    pub pages: u32,
    /// How many rows there are on all pages, also of those that are not shown.
    pub items: u32,
    /// The rows of this page.
    pub hits: Vec<SearchHit>,
    /// When Discogs answered.
    pub fetched_at: chrono::DateTime<chrono::Utc>,
}

/// A pressing with everything that is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// Release id.
    pub id: i64,
    /// Title.
    pub title: String,
    /// Artists as printed.
    pub credit: String,
    /// The same one by one.
    pub artists: Vec<Credit>,
    /// Who else took part.
    pub credits: Vec<Credit>,
    /// Country or region in Discogs' words.
    pub country: Option<String>,
    /// Year.
    pub year: Option<i16>,
    /// `1970`, `1970-05-00` or `1970-05-18`.
    pub released: Option<String>,
    /// `Accepted`, `Draft`, ….
    pub status: Option<String>,
    /// Master it belongs to.
    pub master: Option<i64>,
    /// Average of the votes, 0 to 5; `None` without votes.
    pub rating_average: Option<f64>,
    /// Number of votes.
    pub rating_count: Option<i32>,
    /// How many have it in their collection.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
    /// What is played, in order, with headings.
    pub tracks: Vec<Track>,
    /// Genres.
    pub genres: Vec<String>,
    /// Styles.
    pub styles: Vec<String>,
    /// Media.
    pub formats: Vec<Format>,
    /// Labels with their catalogue numbers.
    pub labels: Vec<Label>,
    /// What happened where: pressed by, mastered at, ….
    pub companies: Vec<Company>,
    /// Series that it belongs to, with its number in each.
    pub series: Vec<Label>,
    /// Barcodes, matrix numbers and the like as printed.
    pub identifiers: Vec<Identifier>,
    /// What its contributors wrote, with Discogs' markup.
    pub notes: Option<String>,
    /// Copies for sale.
    pub for_sale: Option<i32>,
    /// Lowest price in US dollars, whatever was asked for.
    pub lowest_usd: Option<f64>,
    /// With packaging, in grams.
    pub estimated_weight: Option<i32>,
    /// Small cover; its address is signed and may die.
    pub thumb_url: Option<String>,
    /// Primary image, else the first; none without a token.
    pub image_url: Option<String>,
}

impl Release {
    /// How many tracks there are, without headings.
    pub fn track_count(&self) -> usize {
        self.tracks.iter().filter(|track| !track.heading).count()
    }
}

/// One thing that is played, or a heading above such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// `A1`, `1-03`, `B4.a`, or nothing.
    pub position: String,
    /// Title.
    pub title: String,
    /// Duration when Discogs knows it.
    pub duration_seconds: Option<i32>,
    /// Artists as printed, when they are not those of the release.
    pub credit: Option<String>,
    /// Nothing that is played: the name of a side, or of the piece whose parts follow.
    pub heading: bool,
}

/// A medium of a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Format {
    /// `Vinyl`, `CD`, ….
    pub name: String,
    /// How many of it.
    pub quantity: Option<i32>,
    /// `LP`, `12"`, `Reissue`, ….
    pub descriptions: Vec<String>,
    /// Free text: colour, weight, sleeve.
    pub text: Option<String>,
}

/// A label with the number that it gave to the release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Name without its number.
    pub name: String,
    /// Catalogue number.
    pub catno: Option<String>,
    /// Label id.
    pub id: Option<i64>,
}

/// A company that had a part in a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Name without its number.
    pub name: String,
    /// Label id, which is what Discogs keeps companies as.
    pub id: Option<i64>,
    /// `Pressed By`, `Mastered At`, ….
    pub role: Option<String>,
}

/// A number or text on a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// `Barcode`, `Matrix / Runout`, ….
    pub kind: String,
    /// As printed or scratched.
    pub value: String,
    /// Where it stands.
    pub description: Option<String>,
}

/// An artist of a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// As printed.
    pub name: String,
    /// Artist id.
    pub id: Option<i64>,
    /// What stands between this artist and the next.
    pub join: Option<String>,
    /// `Producer`, `Bass`, ….
    pub role: Option<String>,
    /// On which tracks, when not on all.
    pub tracks: Option<String>,
}

/// What listeners think of a release.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rating {
    /// Average of the votes, 0 to 5; `None` without votes.
    pub average: Option<f64>,
    /// Number of votes.
    pub count: Option<i32>,
}

/// The marketplace for one pressing.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// Copies for sale; `None` when Discogs does not say (also when blocked).
    pub for_sale: Option<i32>,
    /// Lowest price in the world, any condition, without shipping.
    pub lowest: Option<Amount>,
    /// May not be sold on Discogs (bootlegs).
    pub blocked: bool,
    /// When Discogs said so; an answer from the archive may be hours old.
    pub seen_at: DateTime<Utc>,
}

/// A sum of money as Discogs gives it: after conversion a long fraction.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// ISO 4217 code.
    pub currency: String,
    /// In major units.
    pub value: f64,
}

/// What the pressings of an album have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Master {
    /// Master id.
    pub id: i64,
    /// Title.
    pub title: String,
    /// Artists as printed.
    pub credit: String,
    /// Year of the first pressing.
    pub year: Option<i16>,
    /// The release that stands for it.
    pub main_release: Option<i64>,
    /// Genres.
    pub genres: Vec<String>,
    /// Styles.
    pub styles: Vec<String>,
    /// Tracks of the main release.
    pub tracks: Vec<Track>,
    /// Images, the primary one first; none without a token. The addresses are signed and may die.
    pub image_urls: Vec<String>,
}

/// An artist on Discogs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artist {
    /// Artist id; homonyms differ in it alone.
    pub id: i64,
    /// Name without its number.
    pub name: String,
    /// Civil name.
    pub real_name: Option<String>,
    /// Other spellings.
    pub variations: Vec<String>,
    /// Own pages.
    pub urls: Vec<String>,
    /// Images, the primary one first; none without a token. The addresses are signed and may die.
    pub image_urls: Vec<String>,
}
