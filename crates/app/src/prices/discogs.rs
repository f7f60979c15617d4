//! Discogs' marketplace. It lists no offers to others, only how many there are of a pressing and the cheapest one, whatever its condition and
//! wherever it is.

use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{Sale, Scope, ToPrice};
use vinilogy_upstream::discogs::Stats;
use vinilogy_upstream::{Class, Error, Fetch};

use super::{Destination, Offer, PriceProvider, Seen, Sighting, Terms};
use crate::Context;
use crate::jobs::JobError;

/// `discogs`.
#[derive(Debug, Clone, Copy)]
pub struct Discogs;

/// Some pressings of an album.
#[derive(Debug)]
pub struct Pressings {
    /// Whose.
    pub album_id: i64,
    /// Those that are asked for, in order.
    pub due: Vec<ToPrice>,
    /// Whether somebody waits for the answer.
    pub class: Class,
}

impl PriceProvider for Discogs {
    type Subject = Pressings;

    fn name(&self) -> &'static str {
        "discogs"
    }

    /// A pressing's failure is its own; a refusal stands for all that would follow.
    async fn look(&self, context: &Context, subject: &Pressings, terms: &Terms) -> Seen {
        let mut seen = Seen::default();
        for pressing in &subject.due {
            match sighting(context, subject, pressing, terms).await {
                Ok(sighting) => seen.sightings.push(sighting),
                Err(error @ JobError::Later(_)) => {
                    seen.failure = Some(error);
                    break;
                }
                Err(error) => seen.failure = Some(error),
            }
        }
        seen
    }
}

/// A pressing in the currencies of all markets, as old as the oldest answer.
async fn sighting(
    context: &Context,
    subject: &Pressings,
    pressing: &ToPrice,
    terms: &Terms,
) -> Result<Sighting, JobError> {
    let mut whole: Option<Sighting> = None;
    for currency in terms.currencies() {
        let one = in_currency(context, subject, pressing, currency, terms).await?;
        match &mut whole {
            None => whole = Some(one),
            Some(whole) => {
                whole.seen_at = whole.seen_at.min(one.seen_at);
                whole.offers.extend(one.offers);
            }
        }
    }
    let mut whole = whole.ok_or_else(|| JobError::Retry("nobody's currency can be read".to_owned()))?;
    whole.scope = Scope::Pressing(pressing.id);
    Ok(whole)
}

/// A pressing in one currency. One that is gone from Discogs has nothing for sale.
///
/// # Errors
/// As the upstream's.
pub(crate) async fn in_currency(
    context: &Context,
    subject: &Pressings,
    pressing: &ToPrice,
    currency: Currency,
    terms: &Terms,
) -> Result<Sighting, JobError> {
    let upstreams = context.upstreams().await?;
    let fetch = Fetch { class: subject.class, fresh_for: Kind::Prices.ttl() };
    let stats = match upstreams.discogs.marketplace_stats(pressing.discogs_id, currency.code(), fetch).await {
        Ok(stats) => stats,
        Err(Error::NotFound) => Stats { for_sale: Some(0), lowest: None, blocked: false, seen_at: context.now() },
        Err(error) => return Err(error.into()),
    };
    let offer = offer(subject.album_id, pressing, &stats, currency, terms)?;
    let (seen_at, for_sale) = (stats.seen_at, stats.for_sale);
    Ok(Sighting {
        scope: Scope::Currency(pressing.id, currency),
        seen_at,
        for_sale,
        offers: offer.into_iter().collect(),
    })
}

/// The lowest price in the world, any condition, without shipping. To whom it is delivered is not said: it is shown to those who read
/// prices in its currency, and, when that is the first of all, to whoever asks from elsewhere.
///
/// # Errors
/// Names a price that cannot be read: it is not known then, which is something else than that there is none.
fn offer(
    album_id: i64,
    pressing: &ToPrice,
    stats: &Stats,
    currency: Currency,
    terms: &Terms,
) -> Result<Option<Offer>, JobError> {
    let Some(lowest) = stats.lowest.as_ref().filter(|_| !stats.blocked) else { return Ok(None) };
    let unread = || Error::Malformed { field: format!("lowest_price: {:?} {}", lowest.currency, lowest.value) };
    let asked_in = lowest.currency.parse().map_err(|_| unread())?;
    let price = Money::from_units(lowest.value, asked_in).map_err(|_| unread())?;
    let of_currency = terms.markets().iter().filter(|market| market.currency == currency);
    let mut delivery: Vec<_> = of_currency.map(|market| (Destination::To(market.country), None)).collect();
    if terms.currencies().first() == Some(&currency) {
        delivery.push((Destination::Anywhere, None));
    }
    Ok(Some(Offer {
        key: pressing.discogs_id.to_string(),
        album_id,
        release_id: Some(pressing.id),
        confidence: 1.0,
        sale: Sale::Lowest,
        price,
        delivery,
        condition: Default::default(),
        seller: None,
        origin: None,
        title: None,
        url: format!("https://www.discogs.com/sell/release/{}", pressing.discogs_id),
        ends_at: None,
    }))
}
