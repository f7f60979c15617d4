//! The upstreams and the names of their endpoints.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A service that is simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Upstream {
    /// `/lastfm/2.0/`
    Lastfm,
    /// `/musicbrainz/ws/2/`
    Musicbrainz,
    /// `/discogs/`
    Discogs,
    /// `/coverartarchive/`, and `/pictures/` of the others' image hosts.
    Coverartarchive,
    /// `/ebay/`
    Ebay,
    /// `/ecb/`
    Ecb,
    /// `/shops/`
    Shops,
}

/// The Last.fm methods that are answered; their names are the endpoints.
const METHODS: [&str; 9] = [
    "artist.getInfo",
    "artist.getSimilar",
    "artist.search",
    "artist.getTopAlbums",
    "artist.getTopTags",
    "artist.getCorrection",
    "album.getInfo",
    "tag.getTopArtists",
    "user.getTopArtists",
];

impl Upstream {
    /// All of them, in the order of their names' declaration.
    pub const ALL: [Upstream; 7] = [
        Upstream::Lastfm,
        Upstream::Musicbrainz,
        Upstream::Discogs,
        Upstream::Coverartarchive,
        Upstream::Ebay,
        Upstream::Ecb,
        Upstream::Shops,
    ];

    /// `lastfm`, `musicbrainz`, `discogs`, `coverartarchive`, `ebay`, `ecb` or `shops`: the first part of its path here.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Upstream::Lastfm => "lastfm",
            Upstream::Musicbrainz => "musicbrainz",
            Upstream::Discogs => "discogs",
            Upstream::Coverartarchive => "coverartarchive",
            Upstream::Ebay => "ebay",
            Upstream::Ecb => "ecb",
            Upstream::Shops => "shops",
        }
    }

    /// Whose request this is, and of which endpoint; none for paths of the simulator itself.
    pub(crate) fn of(path: &str, query: &str) -> Option<(Upstream, &'static str)> {
        let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path.trim_matches('/'), ""));
        if first == "pictures" {
            return Some((Upstream::Coverartarchive, "picture"));
        }
        let upstream = Upstream::ALL.into_iter().find(|upstream| upstream.name() == first)?;
        Some((upstream, upstream.endpoint(rest, query)))
    }

    fn endpoint(self, path: &str, query: &str) -> &'static str {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        match self {
            Upstream::Lastfm => method(query),
            Upstream::Musicbrainz => musicbrainz(parts.nth(2), parts.next().is_some(), query),
            Upstream::Discogs => discogs(parts.next().unwrap_or(""), parts.next(), parts.next()),
            Upstream::Coverartarchive => coverartarchive(parts.next().unwrap_or(""), path.ends_with("/index.json")),
            Upstream::Ebay => ebay(path),
            Upstream::Ecb => match path {
                "eurofxref-daily.xml" => "eurofxref-daily",
                "eurofxref-hist-90d.xml" => "eurofxref-hist-90d",
                _ => "unknown",
            },
            Upstream::Shops => "stock",
        }
    }
}

impl fmt::Display for Upstream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

fn method(query: &str) -> &'static str {
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("method=")).unwrap_or("");
    METHODS.into_iter().find(|method| method.eq_ignore_ascii_case(asked)).unwrap_or("unknown")
}

fn musicbrainz(entity: Option<&str>, by_id: bool, query: &str) -> &'static str {
    let searches = query.split('&').any(|pair| pair.starts_with("query="));
    match (entity, by_id, searches) {
        (Some("artist"), true, _) => "lookup_artist",
        (Some("artist"), false, true) => "search_artist",
        (Some("release-group"), true, _) => "lookup_release-group",
        (Some("release-group"), false, false) => "browse_release-group",
        _ => "unknown",
    }
}

fn discogs(first: &str, second: Option<&str>, third: Option<&str>) -> &'static str {
    match (first, second, third) {
        ("", None, None) => "root",
        ("database", Some("search"), None) => "search",
        ("artists", Some(_), None) => "artist",
        ("artists", Some(_), Some("releases")) => "artist_releases",
        ("masters", Some(_), None) => "master",
        ("masters", Some(_), Some("versions")) => "master_versions",
        ("releases", Some(_), None) => "release",
        ("releases", Some(_), Some("rating")) => "community_rating",
        ("marketplace", Some("stats"), Some(_)) => "marketplace_stats",
        ("marketplace", Some("price_suggestions"), Some(_)) => "price_suggestions",
        _ => "unknown",
    }
}

fn ebay(path: &str) -> &'static str {
    match path {
        "identity/v1/oauth2/token" => "token",
        "buy/browse/v1/item_summary/search" => "item_summary_search",
        _ if path.starts_with("buy/browse/v1/item/") => "item",
        _ => "unknown",
    }
}

/// Each hop has a name of its own, so that a fault may meet any.
fn coverartarchive(first: &str, index: bool) -> &'static str {
    match (first, index) {
        ("release-group", _) => "release-group",
        ("release", _) => "image",
        ("download", _) => "hop",
        ("node", true) => "index",
        ("node", false) => "picture",
        _ => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_have_the_names_of_the_clients() {
        let cases = [
            ("/lastfm/2.0/", "api_key=k&method=artist.getinfo&artist=x", Some((Upstream::Lastfm, "artist.getInfo"))),
            ("/lastfm/2.0/", "method=artist.getShouts", Some((Upstream::Lastfm, "unknown"))),
            ("/musicbrainz/ws/2/artist", "query=x", Some((Upstream::Musicbrainz, "search_artist"))),
            ("/musicbrainz/ws/2/artist/1-2", "inc=url-rels", Some((Upstream::Musicbrainz, "lookup_artist"))),
            ("/musicbrainz/ws/2/release-group", "artist=1", Some((Upstream::Musicbrainz, "browse_release-group"))),
            ("/discogs/masters/1/versions", "format=Vinyl", Some((Upstream::Discogs, "master_versions"))),
            ("/discogs/marketplace/stats/7", "", Some((Upstream::Discogs, "marketplace_stats"))),
            ("/discogs/releases/7", "", Some((Upstream::Discogs, "release"))),
            ("/discogs/database/search", "q=x", Some((Upstream::Discogs, "search"))),
            ("/coverartarchive/release-group/1-2/", "", Some((Upstream::Coverartarchive, "release-group"))),
            ("/coverartarchive/node/mbid-1/index.json", "", Some((Upstream::Coverartarchive, "index"))),
            ("/pictures/artist/1.jpeg", "", Some((Upstream::Coverartarchive, "picture"))),
            ("/ebay/identity/v1/oauth2/token", "", Some((Upstream::Ebay, "token"))),
            ("/ebay/buy/browse/v1/item_summary/search", "q=x", Some((Upstream::Ebay, "item_summary_search"))),
            ("/ebay/buy/browse/v1/item/v1%7C1%7C0", "", Some((Upstream::Ebay, "item"))),
            ("/ecb/eurofxref-daily.xml", "", Some((Upstream::Ecb, "eurofxref-daily"))),
            ("/shops/latina/stock.csv", "", Some((Upstream::Shops, "stock"))),
            ("/discogs/marketplace/price_suggestions/7", "", Some((Upstream::Discogs, "price_suggestions"))),
            ("/_control/calls", "", None),
        ];
        for (path, query, expected) in cases {
            assert_eq!(Upstream::of(path, query), expected, "{path}?{query}");
        }
    }
}
