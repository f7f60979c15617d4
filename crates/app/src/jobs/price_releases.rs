//! What an album's pressings cost on the Discogs marketplace: those that many own first, ten a message.
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{
    freshness::Kind,
    ids::AlbumId,
    money::{Currency, Money},
};
use vinilogy_core::store::{ANYWHERE, Error as StoreError, Observation, Quote, ToPrice};
use vinilogy_upstream::discogs::Stats;
use vinilogy_upstream::{Class, Error, Fetch};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PriceReleases {
    /// Whose pressings.
    pub album_id: i64,
}

/// Pressings per message: at Discogs' one call a second they fit a worker's time many times over.
const PRESSINGS: i64 = 10;
const PROVIDER: &str = "discogs";
/// Without any listener, prices are kept in the currency of most.
const DEFAULT_CURRENCY: &str = "EUR";

impl Job for PriceReleases {
    const NAME: &'static str = "price_releases";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.album_id, price(context, AlbumId::from(self.album_id))).await
    }
}

async fn price(context: &Context, id: AlbumId) -> Result<Outcome, JobError> {
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
    let currencies = currencies(context).await?;
    let (seen, failure) = observe_all(context, &due, &currencies).await;
    let mut news = 0;
    for (currency, seen) in currencies.iter().zip(&seen) {
        news += store.save_prices(PROVIDER, currency.code(), seen).await?;
    }
    match failure {
        // The next attempt has less to do, so this one was no poison; it ends because there are only so many pressings.
        Some(JobError::Retry(_)) if seen.iter().any(|seen| !seen.is_empty()) => {
            return Err(JobError::Later(again_after(id)));
        }
        Some(error) => return Err(error),
        None => {}
    }
    // A wanted album is priced to its last pressing, ten at a time; until then the sweep takes it for unpriced.
    if wanted && !store.releases_to_price(id, Kind::Prices.ttl(), 1).await?.is_empty() {
        context.queues().await.send(&PriceReleases { album_id: id.get() }).await?;
    } else {
        store.save_prices_fetched(id, wanted).await?;
    }
    Ok(Outcome::Done(news as u64))
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
    let mut seen = observe(context, &ToPrice { id, discogs_id }, currency).await?;
    seen.observed_at = at;
    let news = context.store().save_prices(PROVIDER, currency.code(), &[seen]).await?;
    Ok(Outcome::Done(news as u64))
}

async fn currencies(context: &Context) -> Result<Vec<Currency>, JobError> {
    let wanted = context.store().currencies_wanted().await?;
    let wanted = if wanted.is_empty() { vec![DEFAULT_CURRENCY.to_owned()] } else { wanted };
    Ok(wanted.iter().filter_map(|code| code.parse().ok()).collect())
}

/// What was seen in each currency of the pressings that answered in all of them, and the failure of one that did not. A
/// pressing's failure is its own; a refusal stands for all that would follow.
async fn observe_all(
    context: &Context,
    due: &[ToPrice],
    currencies: &[Currency],
) -> (Vec<Vec<Observation>>, Option<JobError>) {
    let mut seen = vec![Vec::with_capacity(due.len()); currencies.len()];
    let mut failure = None;
    for pressing in due {
        match observe_in(context, pressing, currencies).await {
            Ok(observations) => seen.iter_mut().zip(observations).for_each(|(seen, one)| seen.push(one)),
            Err(error @ JobError::Later(_)) => return (seen, Some(error)),
            Err(error) => failure = Some(error),
        }
    }
    (seen, failure)
}

async fn observe_in(
    context: &Context,
    pressing: &ToPrice,
    currencies: &[Currency],
) -> Result<Vec<Observation>, JobError> {
    let mut seen = Vec::with_capacity(currencies.len());
    for currency in currencies {
        seen.push(observe(context, pressing, *currency).await?);
    }
    Ok(seen)
}

/// Albums that failed together do not come back together.
fn again_after(id: AlbumId) -> Duration {
    Duration::from_secs(1 + id.get().unsigned_abs() % 5)
}

/// A pressing that is gone from Discogs has nothing for sale.
async fn observe(context: &Context, pressing: &ToPrice, currency: Currency) -> Result<Observation, JobError> {
    let (id, discogs_id) = (pressing.id, pressing.discogs_id);
    let upstreams = context.upstreams().await?;
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Prices.ttl() };
    match upstreams.discogs.marketplace_stats(discogs_id, currency.code(), fetch).await {
        Ok(stats) => Ok(observation(id, discogs_id, &stats)),
        Err(Error::NotFound) => {
            let gone = Stats { for_sale: Some(0), lowest: None, blocked: false, seen_at: context.now() };
            Ok(observation(id, discogs_id, &gone))
        }
        Err(error) => Err(error.into()),
    }
}

/// The lowest price in the world, any condition, without shipping: the destination is open and the shipping unknown.
fn observation(id: i64, discogs_id: i64, stats: &Stats) -> Observation {
    let lowest = stats.lowest.as_ref().filter(|_| !stats.blocked);
    let price = lowest.and_then(|l| Money::from_units(l.value, l.currency.parse().ok()?).ok());
    Observation {
        release_id: id,
        observed_at: stats.seen_at,
        for_sale: stats.for_sale,
        quote: price.map(|price| Quote {
            price,
            shipping: None,
            ships_to: ANYWHERE.to_owned(),
            url: format!("https://www.discogs.com/sell/release/{discogs_id}"),
        }),
    }
}
