//! What Discogs knows, in the product's words. Counts are as of the moment of the answer.

mod lists;
mod market;
mod release;

pub use lists::{MasterHit, SearchHit, SearchPage, Version, VersionPage};
pub use market::{Amount, Stats};
pub use release::{Company, Credit, Format, Identifier, Label, Rating, Release, Track};

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
