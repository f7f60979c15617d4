//! What an album's pressings cost on the Discogs marketplace: those that many own first, ten a message.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{ids::AlbumId, freshness::Kind, money::{Currency, Money}};
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
    let once = album.wanted_at.is_none() && album.prices_fetched_at.is_some();
    let due = store.releases_to_price(id, Kind::Prices.ttl(), PRESSINGS).await?;
    if once || due.is_empty() {
        return Ok(Outcome::Skipped("fresh"));
    }
    let currencies = currencies(context).await?;
    let mut news = 0;
    for currency in &currencies {
        let mut seen = Vec::with_capacity(due.len());
        for pressing in &due {
            seen.push(observe(context, pressing, *currency).await?);
        }
        news += store.save_prices(PROVIDER, currency.code(), &seen).await?;
    }
    store.save_prices_fetched(id).await?;
    // A wanted album is priced to its last pressing, ten at a time.
    if album.wanted_at.is_some() && !store.releases_to_price(id, Kind::Prices.ttl(), 1).await?.is_empty() {
        context.queues().await.send(&PriceReleases { album_id: id.get() }).await?;
    }
    Ok(Outcome::Done(news as u64))
}

async fn currencies(context: &Context) -> Result<Vec<Currency>, JobError> {
    let wanted = context.store().currencies_wanted().await?;
    let wanted = if wanted.is_empty() { vec![DEFAULT_CURRENCY.to_owned()] } else { wanted };
    Ok(wanted.iter().filter_map(|code| code.parse().ok()).collect())
}

/// A pressing that is gone from Discogs has nothing for sale.
async fn observe(context: &Context, pressing: &ToPrice, currency: Currency) -> Result<Observation, JobError> {
    let (id, discogs_id) = (pressing.id, pressing.discogs_id);
    let upstreams = context.upstreams().await?;
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Prices.ttl() };
    match upstreams.discogs.marketplace_stats(discogs_id, currency.code(), fetch).await {
        Ok(stats) => Ok(observation(id, discogs_id, &stats, context.now())),
        Err(Error::NotFound) => {
            let gone = Stats { for_sale: Some(0), lowest: None, blocked: false };
            Ok(observation(id, discogs_id, &gone, context.now()))
        }
        Err(error) => Err(error.into()),
    }
}

/// The lowest price in the world, any condition, without shipping: the destination is open and the shipping unknown.
fn observation(id: i64, discogs_id: i64, stats: &Stats, now: DateTime<Utc>) -> Observation {
    let lowest = stats.lowest.as_ref().filter(|_| !stats.blocked);
    let price = lowest.and_then(|l| Money::from_units(l.value, l.currency.parse().ok()?).ok());
    Observation {
        release_id: id,
        observed_at: now,
        for_sale: stats.for_sale,
        quote: price.map(|price| Quote {
            price,
            shipping: None,
            ships_to: ANYWHERE.to_owned(),
            url: format!("https://www.discogs.com/sell/release/{discogs_id}"),
        }),
    }
}
