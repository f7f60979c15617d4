//! Discogs API 2: every pressing, its rating and what it costs.

mod client;
mod names;
mod translation;
mod types;
mod wire;

pub use client::Discogs;
pub use names::{display_name, split_title};
pub use translation::{
    read_artist, read_community_rating, read_master, read_price_suggestions, read_release, read_search, read_stats,
    read_versions,
};
pub use types::{
    Amount, Artist, Company, Credit, Format, Identifier, Label, Master, MasterHit, Rating, Release, SearchHit,
    SearchPage, Stats, Track, Version, VersionPage,
};
