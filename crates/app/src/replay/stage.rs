//! The order of a replay: each stage makes the rows that the next one's answers are about.

/// One kind of thing that is made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Artists with their similars.
    Artists,
    /// Their albums.
    Albums,
    /// The pressings of these.
    Releases,
    /// The details of pressings.
    Details,
    /// Exchange rates.
    Rates,
    /// Prices, offers and what is suggested to ask, converted at these. Estimates are made from what was known before, so all of them go in
    /// the order of old.
    Prices,
    /// The pictures of artists and albums: made for each of them, whatever was asked for it.
    Pictures,
}

impl Stage {
    /// Those that go by their answers, in the order in which they depend on each other.
    pub const ALL: [Self; 6] = [Self::Artists, Self::Albums, Self::Releases, Self::Details, Self::Rates, Self::Prices];

    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Artists => "artists",
            Self::Albums => "albums",
            Self::Releases => "pressings",
            Self::Details => "details",
            Self::Rates => "rates",
            Self::Prices => "prices",
            Self::Pictures => "pictures",
        }
    }

    /// Whose answers lead to its rows. The age of a row is that of the first one's answers.
    pub(super) const fn endpoints(self) -> &'static [&'static str] {
        match self {
            Self::Artists => {
                &["artist.getInfo", "artist.getSimilar", "artist.getTopAlbums", "search_artist", "lookup_artist"]
            }
            Self::Albums => &["browse_release-group"],
            Self::Releases => &["master_versions", "search"],
            Self::Details => &["release"],
            Self::Rates => &["eurofxref-hist-90d", "eurofxref-daily"],
            Self::Prices => &["marketplace_stats", "item_summary_search", "price_suggestions"],
            Self::Pictures => &["release-group", "image", "artist", "master", "album.getInfo"],
        }
    }

    /// How many keys at once. A name or a pressing belongs to whoever brought it first, so what makes them goes in the order of old.
    pub(super) const fn at_once(self) -> usize {
        match self {
            Self::Artists | Self::Albums | Self::Releases | Self::Rates | Self::Prices => 1,
            Self::Details | Self::Pictures => 8,
        }
    }
}
