//! What an archived request was about, read back from its URL: the reverse of what the clients build.

use uuid::Uuid;

use crate::Upstream;

/// The thing that a request asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Question {
    /// An artist by name.
    ArtistNamed(String),
    /// An artist by MBID.
    Artist(Uuid),
    /// The albums of the artist with this MBID.
    AlbumsOf(Uuid),
    /// The pressings of a Discogs master.
    Master(i64),
    /// What Discogs has by this artist under this title.
    Search {
        /// As it was asked for.
        artist: String,
        /// As it was asked for.
        title: String,
    },
    /// A Discogs release.
    Release(i64),
    /// What a Discogs release costs, in an ISO 4217 currency.
    Price {
        /// The release.
        release: i64,
        /// The currency.
        currency: String,
    },
    /// What Discogs suggests to ask for a release.
    Suggestions(i64),
    /// What eBay has under these words, delivered to a country.
    Offers {
        /// As it was asked for: [`crate::ebay::words`].
        words: String,
        /// ISO 3166.
        country: String,
        /// Whose affiliate links it was asked for.
        campaign: Option<String>,
    },
}

impl Question {
    /// Reads it from the URL of an exchange; `None` for an endpoint that is about nothing of the above.
    pub fn read(upstream: Upstream, endpoint: &str, url: &str) -> Option<Self> {
        let url = reqwest::Url::parse(url).ok()?;
        let parameter =
            |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
        let mbid = |name: &str| parameter(name).and_then(|text| text.parse::<Uuid>().ok());
        // The part of the path after the name of a collection.
        let after = |name: &str| url.path_segments()?.skip_while(|part| *part != name).nth(1);
        let number = |name: &str| after(name).and_then(|part| part.parse::<i64>().ok());
        match (upstream, endpoint) {
            (Upstream::Lastfm, "artist.getInfo" | "artist.getSimilar" | "artist.getTopAlbums") => {
                mbid("mbid").map(Self::Artist).or_else(|| parameter("artist").map(Self::ArtistNamed))
            }
            (Upstream::Musicbrainz, "search_artist") => {
                parameter("query").and_then(|q| named(&q)).map(Self::ArtistNamed)
            }
            (Upstream::Musicbrainz, "lookup_artist") => after("artist")?.parse().ok().map(Self::Artist),
            (Upstream::Musicbrainz, "browse_release-group") => mbid("artist").map(Self::AlbumsOf),
            (Upstream::Discogs, "master_versions") => number("masters").map(Self::Master),
            (Upstream::Discogs, "search") => {
                Some(Self::Search { artist: parameter("artist")?, title: parameter("release_title")? })
            }
            (Upstream::Discogs, "release") => number("releases").map(Self::Release),
            (Upstream::Discogs, "marketplace_stats") => {
                Some(Self::Price { release: number("stats")?, currency: parameter("curr_abbr")? })
            }
            (Upstream::Discogs, "price_suggestions") => number("price_suggestions").map(Self::Suggestions),
            (Upstream::Ebay, "item_summary_search") => {
                let context = header(&url, "x-ebay-c-enduserctx").unwrap_or_default();
                let said = |name: &str| context.split(',').find_map(|part| part.strip_prefix(name)).map(str::to_owned);
                let country = said("contextualLocation=country%3D")?;
                Some(Self::Offers { words: parameter("q")?, country, campaign: said("affiliateCampaignId=") })
            }
            _ => None,
        }
    }
}

/// A header that was a part of the question.
fn header<'u>(url: &'u reqwest::Url, name: &str) -> Option<&'u str> {
    url.fragment()?.split('&').find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
}

/// The name in `artist:"…" OR …`, without the escapes.
fn named(query: &str) -> Option<String> {
    let mut name = String::new();
    let mut rest = query.strip_prefix("artist:\"")?.chars();
    loop {
        match rest.next()? {
            '"' => return Some(name),
            '\\' => name.push(rest.next()?),
            other => name.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_says_what_was_asked() {
        let mbid: Uuid = "a74b1b7f-71a5-4011-9441-d0b5e4122711".parse().unwrap();
        let cases = [
            (
                Upstream::Lastfm,
                "artist.getInfo",
                "https://ws.audioscrobbler.com/2.0/?artist=AC%2FDC&method=artist.getInfo",
                Some(Question::ArtistNamed("AC/DC".to_owned())),
            ),
            (
                Upstream::Lastfm,
                "artist.getInfo",
                "https://ws.audioscrobbler.com/2.0/?mbid=a74b1b7f-71a5-4011-9441-d0b5e4122711",
                Some(Question::Artist(mbid)),
            ),
            (
                Upstream::Musicbrainz,
                "search_artist",
                "http://127.0.0.1/ws/2/artist?query=artist%3A%22Godspeed+You%5C%21+%5C%22Black%5C%22%22+OR+alias%3A%22x%22",
                Some(Question::ArtistNamed("Godspeed You! \"Black\"".to_owned())),
            ),
            (
                Upstream::Musicbrainz,
                "lookup_artist",
                "https://musicbrainz.org/ws/2/artist/a74b1b7f-71a5-4011-9441-d0b5e4122711?inc=url-rels",
                Some(Question::Artist(mbid)),
            ),
            (
                Upstream::Musicbrainz,
                "browse_release-group",
                "https://musicbrainz.org/ws/2/release-group?artist=a74b1b7f-71a5-4011-9441-d0b5e4122711&offset=0",
                Some(Question::AlbumsOf(mbid)),
            ),
            (
                Upstream::Discogs,
                "master_versions",
                "http://127.0.0.1:1/discogs/masters/21491/versions?format=Vinyl&page=2",
                Some(Question::Master(21491)),
            ),
            (
                Upstream::Discogs,
                "search",
                "https://api.discogs.com/database/search?type=master&artist=Low&release_title=Hey+What",
                Some(Question::Search { artist: "Low".to_owned(), title: "Hey What".to_owned() }),
            ),
            (Upstream::Discogs, "release", "https://api.discogs.com/releases/7", Some(Question::Release(7))),
            (
                Upstream::Discogs,
                "marketplace_stats",
                "https://api.discogs.com/marketplace/stats/7?curr_abbr=EUR",
                Some(Question::Price { release: 7, currency: "EUR".to_owned() }),
            ),
            (
                Upstream::Discogs,
                "price_suggestions",
                "https://api.discogs.com/marketplace/price_suggestions/7",
                Some(Question::Suggestions(7)),
            ),
            (
                Upstream::Ebay,
                "item_summary_search",
                "https://api.ebay.com/buy/browse/v1/item_summary/search?q=Low+Hey+What&filter=deliveryCountry%3AES\
                 #x-ebay-c-marketplace-id:EBAY_ES&x-ebay-c-enduserctx:contextualLocation=country%3DES,affiliateCampaignId=53",
                Some(Question::Offers {
                    words: "Low Hey What".to_owned(),
                    country: "ES".to_owned(),
                    campaign: Some("53".to_owned()),
                }),
            ),
            (Upstream::Discogs, "label", "https://api.discogs.com/labels/7", None),
            (Upstream::Discogs, "release", "nonsense", None),
        ];
        for (upstream, endpoint, url, asked) in cases {
            assert_eq!(Question::read(upstream, endpoint, url), asked, "{url}");
        }
    }
}
