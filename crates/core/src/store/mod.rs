//! All of the SQL behind typed functions: one module per aggregate, one error type, one pool.
mod admission;
mod albums;
mod alerts;
mod archive;
mod artists;
mod claims;
mod connect;
mod decisions;
mod dump;
mod error;
mod histories;
mod identities;
mod images;
mod imports;
mod listeners;
mod listings;
mod matches;
mod merges;
mod migrate;
mod notifications;
mod prices;
mod quality;
mod quotes;
mod rates;
mod recommendations;
mod release_details;
mod releases;
mod replay;
mod runs;
mod search;
mod shops;
mod stock_lists;
mod studio_albums;
mod tokens;
mod upstream;

use std::future::Future;
use std::time::Duration;

use deadpool_postgres::{Client, Pool};

pub use admission::Admitted;
pub use albums::{Album, AlbumTitle};
pub use alerts::{Alert, AlertLook, NewAlert, PriceClass, SavedAlert};
pub use archive::{Kept, Packed};
pub use artists::{Artist, ArtistInfo, Replaces, SUPERSEDED, SimilarArtist, SimilarOf};
pub use claims::Claim;
pub use connect::DatabaseSettings;
pub use decisions::{DECIDED, Decided, Follows, Reviewer, Verdict};
pub use dump::{DumpBatch, DumpCounts, DumpFile, DumpLoad, DumpMaster, DumpProgress, DumpRelease, NOBODY};
pub(crate) use error::At;
pub use error::Error;
pub use histories::PriceHistory;
pub use images::{AlbumSubject, ArtistSubject, Choice, Mirrored, Pictured, SubjectImage};
pub use imports::{Import, ImportPart, Refused, RefusedRow, Source, Wish, file_layout};
pub use listeners::{Listener, Profile, SeedArtist};
pub use listings::{Listing, SavedListing, Source as ListingSource, Standing};
pub use matches::{HAND, Link, LinkRow, Page as MatchPage, RULE, Reviewed, Service, State as MatchState, Subject};
pub use notifications::{Notification, Untold};
pub use prices::{BestPrice, KnownShipping, Market, PriceCheck, QuoteRow, Suggestions, ToBuy, ToSuggest};
pub use quality::Measured;
pub use quotes::{ANYWHERE, Cost, Look, Quote, Sale, Scope};
pub use recommendations::{CandidateRow, CurrentItem, NewItem, NewSet, PressingRow};
pub use release_details::{AlbumFacts, Details, ReleasePage};
pub use releases::{NamedRelease, Pressing, ReleaseFilter, ReleaseKey, ReleaseRow, ToMatch, ToPrice};
pub use replay::{KeptRequest, KeptTitle, ReplayFilter, Stamp};
pub use runs::{Progress, Totals};
pub use search::{Found, Kind as NameKind};
pub use shops::{NewShop, ShelfAlbum, ShelfPressing, Shop};
pub use stock_lists::{StockList, StockRead, StockRefusal};
pub use studio_albums::{AlbumList, Fate, StudioAlbum};
pub use upstream::{DayCalls, Grant, Place, RequestRow, UpstreamUse};

/// The result of a question to the store.
pub type Result<T> = std::result::Result<T, Error>;

/// The database. Cheap to clone: all clones share one pool.
#[derive(Clone)]
pub struct Store {
    pool: Pool,
}

impl Store {
    /// Opens a pool without connecting yet: the first question pays for the connection.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the URL or the certificate file cannot be read.
    pub fn open(settings: &DatabaseSettings) -> Result<Self> {
        connect::pool(settings).map(|pool| Self { pool })
    }

    /// A connection of the pool.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none is to be had in time.
    pub async fn client(&self) -> Result<Client> {
        self.pool.get().await.map_err(Error::from)
    }

    /// One round trip, for health checks.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer.
    pub async fn ping(&self) -> Result<()> {
        self.client().await?.simple_query("select 1").await.at("ping").map(drop)
    }
}

/// Attempts a write again when Postgres chose it as the victim of a deadlock or a serialisation failure: three times at most.
/// The attempt opens its own transaction, so nothing of a failed one remains.
async fn retrying<T, F: Future<Output = Result<T>>>(attempt: impl Fn() -> F) -> Result<T> {
    for _ in 0..2 {
        match attempt().await {
            Err(error) if error.is_transaction_conflict() => {
                tracing::debug!(%error, "write is tried again");
                tokio::time::sleep(pause()).await;
            }
            decided => return decided,
        }
    }
    attempt().await
}

/// 10 to 41 ms, never the same for two. A victim that comes back at once may take the lock before the other has woken up, and
/// then they collide again, three times in a row on a busy machine.
fn pause() -> Duration {
    Duration::from_millis(10 + u64::from(uuid::Uuid::new_v4().as_bytes()[0] >> 3))
}
