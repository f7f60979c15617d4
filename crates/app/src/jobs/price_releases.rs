//! What an album's pressings cost on the Discogs marketplace: those that many own first, ten a message.
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId, ids::ReleaseId, money::Currency};
use vinilogy_core::store::{Error as StoreError, Look, ToPrice};
use vinilogy_upstream::Class;

use super::{Job, JobError, Outcome, PriceOffers, claimed};
use crate::Context;
use crate::prices::{Discogs, Pressings, PriceProvider as _, Sighting, Terms, in_currency, missing, price, suggest};

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
        let id = AlbumId::from(self.album_id);
        let outcome = claimed(context, Self::NAME, self.album_id, price_album(context, id)).await?;
        // Sent when the claim is given back, or the next ten would find it taken.
        if matches!(outcome, Outcome::Done(_)) && goes_on(context, id).await? {
            context.queues().await.send(&self).await?;
        }
        Ok(outcome)
    }
}

/// A wanted album is priced to its last pressing, ten at a time.
async fn goes_on(context: &Context, id: AlbumId) -> Result<bool, JobError> {
    let wanted = context.store().album(id).await?.wanted_at.is_some();
    Ok(wanted && !context.store().releases_to_price(id, Kind::Prices.ttl(), 1).await?.is_empty())
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
    // Until the last of a wanted album's pressings is priced, the sweep takes it for unpriced.
    if !wanted || store.releases_to_price(id, Kind::Prices.ttl(), 1).await?.is_empty() {
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

/// What the archive says that a pressing cost then, in one currency; `None` for a currency that is none. For a replay.
///
/// # Errors
/// As the upstream's and as every statement.
pub(crate) async fn seen_again(
    context: &Context,
    pressing: &ToPrice,
    currency: &str,
    at: DateTime<Utc>,
    terms: &Terms,
) -> Result<Option<Sighting>, JobError> {
    let Ok(currency) = currency.parse::<Currency>() else { return Ok(None) };
    let album_id = context.store().release(ReleaseId::from(pressing.id)).await?.album_id;
    let pressings = Pressings { album_id, due: Vec::new(), class: Class::Bulk };
    let seen = in_currency(context, &pressings, pressing, currency, terms).await?;
    Ok(Some(Sighting { seen_at: at, ..seen }))
}

/// Writes what was seen then; nothing newer is overwritten. For a replay.
///
/// # Errors
/// As every statement.
pub(crate) async fn price_again(context: &Context, seen: &[Sighting], terms: &Terms) -> Result<Outcome, JobError> {
    let looks: Vec<Look> = seen.iter().map(|seen| terms.look(seen)).collect();
    Ok(Outcome::Done(context.store().save_looks(Discogs.name(), &looks).await? as u64))
}

/// Albums that failed together do not come back together.
fn again_after(id: AlbumId) -> Duration {
    Duration::from_secs(1 + id.get().unsigned_abs() % 5)
}
