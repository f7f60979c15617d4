//! What records cost: providers say what is for sale, and each offer becomes a quote per country of our listeners, in euros, delivered.
//!
//! A provider is a file here with what it asks and how it reads the answer. It knows nothing of the others, of exchange rates, customs or
//! tables.

mod discogs;
mod ebay;
mod shop;
mod suggestions;
mod terms;

use std::future::Future;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::time::{Instant, sleep};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::country::Country;
use vinilogy_core::domain::prices::grade::Condition;
use vinilogy_core::store::{Look, Sale, Scope};

pub(crate) use discogs::in_currency;
pub use discogs::{Discogs, Pressings};
pub use ebay::{AlbumForSale, Ebay};
pub(crate) use ebay::{PAGES, in_country, words_of};
pub use shop::{StockError, StockReport, read_stock};
pub(crate) use suggestions::{suggest, suggested_again};
pub use terms::Terms;

use crate::Context;
use crate::jobs::{CheckAlerts, FetchRates, Job as _, JobError, Outcome, TAKEN};

/// Who sells records, or knows who does.
pub trait PriceProvider: Sync {
    /// What is asked about at once: some pressings, an album, a shop's whole stock.
    type Subject: Sync;

    /// In quotes, checks and histories.
    fn name(&self) -> &str;

    /// What is for sale now. What was seen before a failure is kept.
    fn look(&self, context: &Context, subject: &Self::Subject, terms: &Terms) -> impl Future<Output = Seen> + Send;
}

/// What a look brought.
#[derive(Debug, Default)]
pub struct Seen {
    /// Each with all that is for sale in its scope.
    pub sightings: Vec<Sighting>,
    /// Why the look is not whole.
    pub failure: Option<JobError>,
}

/// What was for sale in one scope at one time.
#[derive(Debug)]
pub struct Sighting {
    /// What was looked at.
    pub scope: Scope,
    /// When, by the provider's answer.
    pub seen_at: DateTime<Utc>,
    /// Copies of the pressing for sale, if told.
    pub for_sale: Option<i32>,
    /// What is for sale.
    pub offers: Vec<Offer>,
}

/// Something that is for sale.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What the provider calls it.
    pub key: String,
    /// The album.
    pub album_id: i64,
    /// The pressing, if it is told which.
    pub release_id: Option<i64>,
    /// How sure it is that this is the album, and the pressing: 0 to 1.
    pub confidence: f32,
    /// How it is sold.
    pub sale: Sale,
    /// Without shipping.
    pub price: Money,
    /// Where it is delivered to, and for how much in the price's currency; unknown is `None`, never zero.
    pub delivery: Vec<(Destination, Option<i64>)>,
    /// Of record and sleeve.
    pub condition: Condition,
    /// Who sells it.
    pub seller: Option<String>,
    /// Where it is.
    pub origin: Option<Country>,
    /// How the seller calls it.
    pub title: Option<String>,
    /// Where to buy.
    pub url: String,
    /// When the offer ends.
    pub ends_at: Option<DateTime<Utc>>,
}

/// Where an offer is delivered to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// A country.
    To(Country),
    /// The provider does not say where.
    Anywhere,
}

/// A country of our listeners with the currency in which most of them read prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Market {
    /// Where they live.
    pub country: Country,
    /// What they pay in.
    pub currency: Currency,
}

/// Asks a provider, writes what it says, and has the alerts looked at of those who wait for it. Returns how many looks were news, and the failure of what could not be seen.
///
/// # Errors
/// When what was seen cannot be written.
pub async fn price<P: PriceProvider>(
    context: &Context,
    provider: &P,
    subject: &P::Subject,
) -> Result<(usize, Option<JobError>), JobError> {
    let terms = Box::pin(terms(context)).await?;
    // Boxed: clients make it large, and every job would carry it.
    let seen = Box::pin(provider.look(context, subject, &terms)).await;
    let looks: Vec<Look> = seen.sightings.iter().map(|sighting| terms.look(sighting)).collect();
    if looks.is_empty() {
        return Ok((0, seen.failure));
    }
    let (news, album_ids) = context.store().save_looks_of_albums(provider.name(), &looks).await?;
    if news > 0 {
        CheckAlerts::send_watched(context, &album_ids).await?;
    }
    Ok((news, seen.failure))
}

/// How long somebody needs to fetch exchange rates.
const RATES: Duration = Duration::from_secs(5);
/// How often those who wait for somebody else's look for them.
const LOOK: Duration = Duration::from_millis(100);

/// What offers cost whom. In a new database there are no rates, because the clock has not come round yet: then one asks for them and the
/// others wait. Without rates euros are compared, and nothing else.
async fn terms(context: &Context) -> Result<Terms, JobError> {
    let patience = Instant::now() + RATES;
    loop {
        let terms = Terms::load(context.store()).await?;
        if !terms.has_no_rates() {
            return Ok(terms);
        }
        match FetchRates::default().run(context).await {
            Ok(Outcome::Skipped(TAKEN)) if Instant::now() > patience => return Err(JobError::Later(RATES)),
            Ok(Outcome::Skipped(TAKEN)) => sleep(LOOK).await,
            Ok(_) => return Ok(Terms::load(context.store()).await?),
            Err(error) => {
                tracing::warn!(%error, "prices are written without exchange rates");
                return Ok(terms);
            }
        }
    }
}

/// Why a provider's prices are missing, as people read it.
pub(crate) fn missing(error: &JobError, now: DateTime<Utc>) -> String {
    match error {
        JobError::Later(wait) => {
            let until = TimeDelta::from_std(*wait).ok().and_then(|wait| now.checked_add_signed(wait)).unwrap_or(now);
            format!("not to be asked again before {}", until.format("%Y-%m-%d %H:%M UTC"))
        }
        other => other.to_string(),
    }
}
