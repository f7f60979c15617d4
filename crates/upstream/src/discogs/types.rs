//! What Discogs knows, in the product's words. Counts are as of the moment of the answer.

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
    /// What is played, in order, without headings.
    pub tracks: Vec<Track>,
    /// Genres.
    pub genres: Vec<String>,
    /// Styles.
    pub styles: Vec<String>,
    /// Media.
    pub formats: Vec<Format>,
    /// Labels with their catalogue numbers.
    pub labels: Vec<Label>,
    /// Barcodes as printed.
    pub barcodes: Vec<String>,
    /// Small cover; its address is signed and may die.
    pub thumb_url: Option<String>,
    /// Primary image, else the first; none without a token.
    pub image_url: Option<String>,
}

/// One thing that is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// `A1`, `1-03`, `B4.a`, or nothing.
    pub position: String,
    /// Title.
    pub title: String,
    /// Duration when Discogs knows it.
    pub duration_seconds: Option<i32>,
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
    /// Primary image, else the first; none without a token.
    pub image_url: Option<String>,
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
    /// Primary image, else the first; none without a token.
    pub image_url: Option<String>,
}
