//! Lists: the pressings of a master, and what a search finds.

use chrono::{DateTime, Utc};

use super::Format;

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
    pub fetched_at: DateTime<Utc>,
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
    /// `Artist - Title` as Discogs writes it; [`split_title`](crate::discogs::split_title) takes it apart.
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
    pub fetched_at: DateTime<Utc>,
}
