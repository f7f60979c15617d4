//! What an album's pressings cost on the Discogs marketplace: those that many own first, ten a message.
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId, ids::ReleaseId, money::Currency};
use vinilogy_core::store::{Error as StoreError, ToPrice};
use vinilogy_upstream::Class;

use super::{Job, JobError, Outcome, PriceOffers, claimed};
use crate::Context;
use crate::prices::{Discogs, Pressings, PriceProvider as _, Terms, in_currency, missing, price, suggest};

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PriceReleases {
    /// Whose pressings.
    pub album_id: i64,
}

/// Pressings per message: at Discogs' one call a second they fit a worker's time many times over.
const PRESSINGS: i64 = 10;

impl Job for PriceReleases {
    const NAME: &'static str = "price_releases";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.album_id, price_album(context, AlbumId::from(self.album_id))).await
    }
}

async fn price_album(context: &Context, id: AlbumId) -> Result<Outcome, JobError> {
    let store = context.store();
    let album = match store.album(id).await {
        Ok(album) => album,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such album")),
        Err(error) => return Err(error.into()),
    };
    let wanted = album.wanted_at.is_some();
    let mut due = store.releases_to_price(id, Kind::Prices.ttl(), PRESSINGS).await?;
    if !wanted {
        // Nobody waits for the others: also when it takes several attempts, the first round is of those that many own.
        let first = store.releases_to_price(id, Duration::ZERO, PRESSINGS).await?;
        due.retain(|pressing| first.iter().any(|other| other.id == pressing.id));
    }
    if album.prices_fetched_at.is_some() && (due.is_empty() || !wanted) {
        return Ok(Outcome::Skipped("fresh"));
    }
    let news = ask(context, Pressings { album_id: id.get(), due, class: Class::Bulk }).await?;
    suggest(context, id).await?;
    // A wanted album is priced to its last pressing, ten at a time; until then the sweep takes it for unpriced.
    if wanted && !store.releases_to_price(id, Kind::Prices.ttl(), 1).await?.is_empty() {
        context.queues().await.send(&PriceReleases { album_id: id.get() }).await?;
    } else {
        store.save_prices_fetched(id, wanted).await?;
        if wanted && context.upstreams().await?.ebay.is_configured() {
            context.queues().await.send(&PriceOffers { album_id: id.get() }).await?;
        }
    }
    Ok(Outcome::Done(news as u64))
}

/// Asks what pressings cost; what could not be seen is noted on the album. Returns how many looks were news.
///
/// # Errors
/// As the upstream's and as every statement.
pub(super) async fn ask(context: &Context, pressings: Pressings) -> Result<usize, JobError> {
    let (store, id) = (context.store(), AlbumId::from(pressings.album_id));
    let (news, failure) = price(context, &Discogs, &pressings).await?;
    let why = failure.as_ref().map(|error| missing(error, context.now()));
    store.save_price_failure(id, Discogs.name(), why.as_deref()).await?;
    match failure {
        // The next attempt has less to do, so this one was no poison; it ends because there are only so many pressings.
        Some(JobError::Retry(_)) if news > 0 => Err(JobError::Later(again_after(id))),
        Some(error) => Err(error),
        None => Ok(news),
    }
}

/// What the archive says that a pressing cost then; nothing newer is overwritten. For a replay.
///
/// # Errors
/// As the job.
pub(crate) async fn price_again(
    context: &Context,
    id: i64,
    discogs_id: i64,
    currency: &str,
    at: DateTime<Utc>,
) -> Result<Outcome, JobError> {
    let Ok(currency) = currency.parse::<Currency>() else { return Ok(Outcome::Skipped("an unknown currency")) };
    let store = context.store();
    let album_id = store.release(ReleaseId::from(id)).await?.album_id;
    let terms = Terms::load(store).await?;
    let pressings = Pressings { album_id, due: Vec::new(), class: Class::Bulk };
    let mut seen = in_currency(context, &pressings, &ToPrice { id, discogs_id }, currency, &terms).await?;
    seen.seen_at = at;
    let news = store.save_looks(Discogs.name(), &[terms.look(&seen)]).await?;
    Ok(Outcome::Done(news as u64))
}

/// Albums that failed together do not come back together.
fn again_after(id: AlbumId) -> Duration {
    Duration::from_secs(1 + id.get().unsigned_abs() % 5)
}
