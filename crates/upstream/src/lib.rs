//! Polite, typed clients of Last.fm, MusicBrainz, Discogs, the Cover Art Archive, eBay and the European Central Bank, of the pictures that
//! they point to, and of the stock lists of shops.
//!
//! One HTTP layer sends every request: it asks the archive first, takes a slot of the budget that all processes share,
//! keeps the whole answer before anything is read from it, and maps every failure to one [`Error`]. One folder per
//! vendor holds its client, its wire types and their translation into what the product speaks of. Nothing here knows
//! the store.

mod archive;
mod budget;
pub mod coverartarchive;
pub mod discogs;
pub mod ebay;
pub mod ecb;
mod error;
mod exchange;
mod http;
pub mod images;
pub mod lastfm;
pub mod musicbrainz;
mod outside;
mod pack;
mod question;
mod settings;
pub mod shopfeed;
mod tokens;
mod tolerant;

use std::sync::Arc;

pub use archive::{Archive, DirArchive};
pub use budget::{Allowance, Budget, Class, Day, LocalBudget, Pace, Rate, Slot, emission_interval, good_for, horizon};
pub use error::Error;
pub use exchange::Exchange;
pub use futures::future::BoxFuture;
pub use pack::{Entry, Packer, Unpacker};
pub use question::Question;
pub use settings::{Settings, Vendor};
pub use tokens::{AccessToken, CLAIM, LocalTokens, Tokens};

use coverartarchive::Coverartarchive;
use discogs::Discogs;
use ebay::Ebay;
use ecb::Ecb;
use http::Line;
use images::Images;
use lastfm::Lastfm;
use musicbrainz::Musicbrainz;
use outside::{Outside, PublicOnly};
use shopfeed::Shops;

/// The services that are called, each with a budget and an archive folder of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Upstream {
    /// Last.fm API 2.0: artists, their tags, listeners and similar artists.
    Lastfm,
    /// MusicBrainz web service 2: identities and discographies.
    Musicbrainz,
    /// Discogs API 2: pressings, ratings and prices.
    Discogs,
    /// Cover Art Archive: covers by release group. Its pace is also that of pictures on all hosts.
    Coverartarchive,
    /// eBay Browse API: what is for sale there.
    Ebay,
    /// European Central Bank: reference rates of the euro.
    Ecb,
    /// Shops: their stock lists.
    Shops,
}

impl Upstream {
    /// Every upstream, in the order in which they are listed everywhere.
    pub const ALL: [Self; 7] =
        [Self::Lastfm, Self::Musicbrainz, Self::Discogs, Self::Coverartarchive, Self::Ebay, Self::Ecb, Self::Shops];

    /// The name in the archive, the budget's row, logs and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lastfm => "lastfm",
            Self::Musicbrainz => "musicbrainz",
            Self::Discogs => "discogs",
            Self::Coverartarchive => "coverartarchive",
            Self::Ebay => "ebay",
            Self::Ecb => "ecb",
            Self::Shops => "shops",
        }
    }
}

impl std::str::FromStr for Upstream {
    type Err = String;

    /// Reads [`Upstream::name`].
    fn from_str(text: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|upstream| upstream.name() == text);
        named.ok_or_else(|| format!("'{text}' is none of {}", Self::ALL.map(Self::name).join(", ")))
    }
}

impl std::fmt::Display for Upstream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// How the caller wants an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetch {
    /// Who is waiting for it.
    pub class: Class,
    /// For how long the answer may be used again instead of being fetched.
    pub fresh_for: std::time::Duration,
}

/// The clients over one connection pool, one budget, one archive and one place for tokens.
#[derive(Clone)]
pub struct Upstreams {
    /// Last.fm.
    pub lastfm: Lastfm,
    /// MusicBrainz.
    pub musicbrainz: Musicbrainz,
    /// Discogs.
    pub discogs: Discogs,
    /// Cover Art Archive.
    pub coverartarchive: Coverartarchive,
    /// eBay.
    pub ebay: Ebay,
    /// European Central Bank.
    pub ecb: Ecb,
    /// Shops' stock lists.
    pub shops: Shops,
    /// Pictures.
    pub images: Images,
}

impl Upstreams {
    /// Builds the clients; sends nothing.
    ///
    /// # Errors
    /// [`Error::Malformed`] names the setting that cannot be used (a base URL, the user agent, a key with line breaks).
    pub fn new(
        settings: Settings,
        budget: Arc<dyn Budget>,
        archive: Arc<dyn Archive>,
        tokens: Arc<dyn Tokens>,
    ) -> Result<Self, Error> {
        let client = http::client(&settings.user_agent)?;
        let outside = Outside::new(&settings.user_agent, &settings.image_origins, PublicOnly::system())?;
        let straight =
            |policy| http::Http::new(Line::Straight(client.clone()), policy, budget.clone(), archive.clone());
        let followed =
            |policy| http::Http::new(Line::Outside(outside.clone()), policy, budget.clone(), archive.clone());
        let application = http::Policy::ebay_application(&settings)?;
        let lender = http::Lender::new(client.clone(), Upstream::Ebay, application, tokens, budget.clone());
        Ok(Self {
            lastfm: Lastfm::new(Arc::new(straight(http::Policy::lastfm(&settings)?))),
            musicbrainz: Musicbrainz::new(Arc::new(straight(http::Policy::musicbrainz(&settings)?))),
            discogs: Discogs::new(Arc::new(straight(http::Policy::discogs(&settings)?))),
            coverartarchive: Coverartarchive::new(Arc::new(followed(http::Policy::coverartarchive(&settings)?))),
            ebay: Ebay::new(Arc::new(straight(http::Policy::ebay(&settings)?).lending(lender)), &settings)?,
            ecb: Ecb::new(Arc::new(straight(http::Policy::ecb(&settings)?))),
            shops: Shops::new(Arc::new(followed(http::Policy::shops(&settings)?)), outside.clone()),
            images: Images::new(outside, &settings.coverartarchive, budget, archive),
        })
    }
}
