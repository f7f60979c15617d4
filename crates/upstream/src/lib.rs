//! Polite, typed clients of Last.fm, MusicBrainz, Discogs and the Cover Art Archive, and of the pictures that they point to.
//!
//! One HTTP layer sends every request: it asks the archive first, takes a slot of the budget that all processes share,
//! keeps the whole answer before anything is read from it, and maps every failure to one [`Error`]. One folder per
//! vendor holds its client, its wire types and their translation into what the product speaks of. Nothing here knows
//! the store.

mod archive;
mod budget;
pub mod coverartarchive;
pub mod discogs;
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
mod tolerant;

use std::sync::Arc;

pub use archive::{Archive, DirArchive};
pub use budget::{Budget, Class, LocalBudget, Pace, Rate, Slot, emission_interval, good_for, horizon};
pub use error::Error;
pub use exchange::Exchange;
pub use futures::future::BoxFuture;
pub use pack::{Entry, Packer, Unpacker};
pub use question::Question;
pub use settings::{Settings, Vendor};

use coverartarchive::Coverartarchive;
use discogs::Discogs;
use http::Line;
use images::Images;
use lastfm::Lastfm;
use musicbrainz::Musicbrainz;
use outside::{Outside, PublicOnly};

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
}

impl Upstream {
    /// Every upstream, in the order in which they are listed everywhere.
    pub const ALL: [Self; 4] = [Self::Lastfm, Self::Musicbrainz, Self::Discogs, Self::Coverartarchive];

    /// The name in the archive, the budget's row, logs and metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lastfm => "lastfm",
            Self::Musicbrainz => "musicbrainz",
            Self::Discogs => "discogs",
            Self::Coverartarchive => "coverartarchive",
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

/// The clients over one connection pool, one budget and one archive.
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
    /// Pictures.
    pub images: Images,
}

impl Upstreams {
    /// Builds the clients; sends nothing.
    ///
    /// # Errors
    /// [`Error::Malformed`] names the setting that cannot be used (a base URL, the user agent, a key with line breaks).
    pub fn new(settings: Settings, budget: Arc<dyn Budget>, archive: Arc<dyn Archive>) -> Result<Self, Error> {
        let client = http::client(&settings.user_agent)?;
        let outside = Outside::new(&settings.user_agent, &settings.image_origins, PublicOnly::system())?;
        let layer = |policy| layered(Line::Straight(client.clone()), policy, &budget, &archive);
        let covers = http::Policy::coverartarchive(&settings)?;
        Ok(Self {
            lastfm: Lastfm::new(layer(http::Policy::lastfm(&settings)?)),
            musicbrainz: Musicbrainz::new(layer(http::Policy::musicbrainz(&settings)?)),
            discogs: Discogs::new(layer(http::Policy::discogs(&settings)?)),
            coverartarchive: Coverartarchive::new(layered(Line::Outside(outside.clone()), covers, &budget, &archive)),
            images: Images::new(outside, &settings.coverartarchive, budget.clone(), archive.clone()),
        })
    }
}

fn layered(line: Line, policy: http::Policy, budget: &Arc<dyn Budget>, archive: &Arc<dyn Archive>) -> Arc<http::Http> {
    Arc::new(http::Http::new(line, policy, budget.clone(), archive.clone()))
}
