//! An album priced while somebody waits: by the same work as that of the queues, under the same claims, when it needs few calls and the
//! budgets grant them at once.
use std::time::Duration;

use vinilogy_core::domain::{freshness::Kind, ids::AlbumId};
use vinilogy_upstream::{Class, Vendor, emission_interval};

use super::price_offers::{self, PriceOffers};
use super::price_releases::{self, PriceReleases};
use super::{Job, JobError, Outcome, TAKEN, claimed};
use crate::Context;
use crate::budget::Patience;
use crate::prices::{PAGES, Pressings, Terms};

/// Calls at most, of all upstreams together. Each is one less for the queues, and at Discogs' one a second no more fit [`WAIT`] anyway.
const CALLS: usize = 8;
/// No call begins later: a person may wait so long for prices, not longer.
const WAIT: Duration = Duration::from_secs(4);
/// An answer that takes longer is left to the queues. With [`WAIT`] that is 7 s at most.
const DEADLINE: Duration = Duration::from_secs(3);
/// When the work is stopped wherever it is, its claim given back. It is far from API Gateway's 30 s, and from the function's 20 s.
const STOP: Duration = Duration::from_secs(12);

/// Prices what is stale of an album now. Whether nothing is stale any more: else the queues have to go on, with what is left.
///
/// # Errors
/// As every statement.
pub async fn price_at_once(context: &Context, id: AlbumId) -> Result<bool, JobError> {
    if !is_little(context, id).await? {
        return Ok(false);
    }
    let patience = Patience::new(u32::try_from(CALLS).unwrap_or(u32::MAX), WAIT);
    let hurried = match context.hurried(patience, DEADLINE).await {
        Ok(hurried) => hurried,
        Err(error) => return Ok(is_done(id, PriceReleases::NAME, Err(error.into()))),
    };
    let releases = stopped(price_releases(&hurried, id));
    let offers = stopped(price_offers::price_album(&hurried, id, true));
    let (releases, offers) = futures::join!(
        claimed(&hurried, PriceReleases::NAME, id.get(), releases),
        claimed(&hurried, PriceOffers::NAME, id.get(), offers)
    );
    Ok(is_done(id, PriceReleases::NAME, releases) & is_done(id, PriceOffers::NAME, offers))
}

/// Whether all that is stale may be asked for within the limits, at the pace of the upstreams.
async fn is_little(context: &Context, id: AlbumId) -> Result<bool, JobError> {
    let store = context.store();
    let most = i64::try_from(CALLS + 1).unwrap_or(i64::MAX);
    let (terms, pressings) =
        futures::try_join!(Terms::load(store), store.releases_to_price(id, Kind::Prices.ttl(), most))?;
    let offers = price_offers::can_ask(context).await? && price_offers::is_due(context, id).await?;
    let discogs = pressings.len() * terms.currencies().len();
    let ebay = if offers { terms.markets().len() * (1 + PAGES) } else { 0 };
    let last = |calls: usize, vendor: &Vendor| {
        emission_interval(vendor.rate) * u32::try_from(calls.saturating_sub(1)).unwrap_or(u32::MAX)
    };
    let settings = &context.config().upstream;
    let fits = discogs + ebay <= CALLS && last(discogs, &settings.discogs).max(last(ebay, &settings.ebay)) <= WAIT;
    Ok(fits && !terms.has_no_rates())
}

/// All stale pressings. What was suggested to ask for them is left to the queue.
async fn price_releases(context: &Context, id: AlbumId) -> Result<Outcome, JobError> {
    let most = i64::try_from(CALLS).unwrap_or(i64::MAX);
    let due = context.store().releases_to_price(id, Kind::Prices.ttl(), most).await?;
    let news = if due.is_empty() {
        0
    } else {
        price_releases::ask(context, Pressings { album_id: id.get(), due, class: Class::Interactive }).await?
    };
    context.store().save_prices_fetched(id, true).await?;
    Ok(Outcome::Done(news as u64))
}

fn stopped<'a>(
    work: impl Future<Output = Result<Outcome, JobError>> + Send + 'a,
) -> impl Future<Output = Result<Outcome, JobError>> + Send + 'a {
    // Boxed: clients make it large.
    let work = Box::pin(work);
    async { tokio::time::timeout(STOP, work).await.unwrap_or(Err(JobError::Later(STOP))) }
}

/// Whatever went wrong is no failure of the request: the queues try again.
fn is_done(id: AlbumId, job: &'static str, ended: Result<Outcome, JobError>) -> bool {
    let why = match ended {
        Ok(Outcome::Done(_)) => return true,
        Ok(Outcome::Skipped(why)) if why != TAKEN => return true,
        Ok(Outcome::Skipped(why)) => why.to_owned(),
        Ok(Outcome::GaveUp(why)) => why,
        Err(error) => error.to_string(),
    };
    tracing::info!(job, album_id = id.get(), why, "left to the queue");
    false
}
