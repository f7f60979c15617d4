//! How a recording is read, and what of it is compared with the raw JSON.

#[path = "readers/coverartarchive.rs"]
mod coverartarchive;
#[path = "readers/discogs.rs"]
mod discogs;
#[path = "readers/ebay.rs"]
mod ebay;
#[path = "readers/ecb.rs"]
mod ecb;
#[path = "readers/lastfm.rs"]
mod lastfm;
#[path = "readers/musicbrainz.rs"]
mod musicbrainz;

use serde_json::Value;
use uuid::Uuid;
use vinilogy_upstream::{Error, Exchange, Upstream};

/// Why a recording does not pass.
pub enum Failure {
    /// It was not read.
    Error(Error),
    /// It was read, and wrongly.
    Wrong(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Reads a recording and compares it with its JSON.
pub type Reader = fn(&Exchange, &Value) -> Result<(), Failure>;

/// The reader of an endpoint, if it is in use.
pub fn reader(upstream: Upstream, endpoint: &str) -> Option<Reader> {
    let reader: Reader = match (upstream, endpoint) {
        (Upstream::Lastfm, "artist.getInfo") => lastfm::artist,
        (Upstream::Lastfm, "artist.getSimilar") => lastfm::similar,
        (Upstream::Lastfm, "artist.search") => lastfm::search,
        (Upstream::Lastfm, "artist.getTopAlbums") => lastfm::top_albums,
        (Upstream::Lastfm, "artist.getTopTags") => lastfm::top_tags,
        (Upstream::Lastfm, "album.getInfo") => lastfm::album,
        (Upstream::Lastfm, "tag.getTopArtists") => lastfm::tag_artists,
        (Upstream::Musicbrainz, "search_artist") => musicbrainz::search,
        (Upstream::Musicbrainz, "browse_release-group") => musicbrainz::browse,
        (Upstream::Musicbrainz, "lookup_artist") => musicbrainz::artist,
        (Upstream::Musicbrainz, "lookup_release-group") => musicbrainz::release_group,
        (Upstream::Discogs, "master_versions") => discogs::versions,
        (Upstream::Discogs, "master_versions_rows") => discogs::version_rows,
        (Upstream::Discogs, "search") => discogs::search,
        (Upstream::Discogs, "search_rows") => discogs::search_rows,
        (Upstream::Discogs, "release") => discogs::release,
        (Upstream::Discogs, "marketplace_stats") => discogs::stats,
        (Upstream::Discogs, "master") => discogs::master,
        (Upstream::Discogs, "artist") => discogs::artist,
        (Upstream::Discogs, "community_rating") => discogs::rating,
        (Upstream::Discogs, "price_suggestions") => discogs::suggestions,
        (Upstream::Coverartarchive, "release" | "release-group") => coverartarchive::covers,
        (Upstream::Ebay, "item_summary_search") => ebay::search,
        (Upstream::Ebay, "item") => ebay::item,
        (Upstream::Ecb, "eurofxref-daily" | "eurofxref-hist-90d") => ecb::days,
        _ => return None,
    };
    Some(reader)
}

/// A reader for errors, which do not depend on what was asked.
pub fn any(upstream: Upstream) -> Reader {
    match upstream {
        Upstream::Lastfm => lastfm::artist,
        Upstream::Musicbrainz => musicbrainz::artist,
        Upstream::Discogs => discogs::release,
        Upstream::Coverartarchive => coverartarchive::covers,
        Upstream::Ebay | Upstream::Shops => ebay::item,
        Upstream::Ecb => ecb::days,
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, read: T, recorded: T) -> Result<(), Failure> {
    if read == recorded { Ok(()) } else { Err(Failure::Wrong(format!("{what}: read {read:?}, recorded {recorded:?}"))) }
}

/// The elements of what may be a list, one element, or nothing.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(_) => vec![value],
        _ => Vec::new(),
    }
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn mbid(value: &Value) -> Option<Uuid> {
    value.as_str().and_then(|text| text.parse().ok())
}
