//! What an album's records cost on eBay, in each country of our listeners.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId};
use vinilogy_core::store::Error as StoreError;
use vinilogy_upstream::Class;

use super::{Job, JobError, Outcome, claimed};
use crate::Context;
use crate::prices::{AlbumForSale, Ebay, PriceProvider as _, Terms, in_country, missing, price};
use crate::replay::Searched;

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PriceOffers {
    /// Of which album.
    pub album_id: i64,
}

/// Who looked at an album for the first time so lately may be waiting still.
const WAITING: chrono::TimeDelta = chrono::TimeDelta::minutes(10);

impl Job for PriceOffers {
    const NAME: &'static str = "price_offers";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.album_id, price_album(context, AlbumId::from(self.album_id), false)).await
    }
}

/// `waited_for`: by somebody, for sure.
pub(super) async fn price_album(context: &Context, id: AlbumId, waited_for: bool) -> Result<Outcome, JobError> {
    let store = context.store();
    let album = match store.album(id).await {
        Ok(album) => album,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such album")),
        Err(error) => return Err(error.into()),
    };
    if !can_ask(context).await? {
        return Ok(Outcome::Skipped("eBay's credentials are not set"));
    }
    if !is_due(context, id).await? {
        return Ok(Outcome::Skipped("fresh"));
    }
    let asked = waited_for || album.wanted_at.is_some_and(|at| context.now() - at < WAITING);
    let class = if asked { Class::Interactive } else { Class::Bulk };
    let subject = AlbumForSale::load(store, album, class).await?;
    let (news, failure) = price(context, &Ebay, &subject).await?;
    let why = failure.as_ref().map(|error| missing(error, context.now()));
    store.save_price_failure(id, Ebay.name(), why.as_deref()).await?;
    failure.map_or(Ok(Outcome::Done(news as u64)), Err)
}

/// What the archive says that was for sale then in these countries; nothing newer is overwritten. For a replay.
///
/// # Errors
/// As the job.
pub(crate) async fn offers_again(context: &Context, id: i64, searched: &[Searched]) -> Result<Outcome, JobError> {
    let store = context.store();
    let album = store.album(AlbumId::from(id)).await?;
    let subject = AlbumForSale::load(store, album, Class::Bulk).await?;
    let terms = Terms::load(store).await?;
    let mut looks = Vec::new();
    for search in searched {
        let ebay = context.upstreams().await?.ebay.of_campaign(search.campaign.as_deref());
        looks.push(terms.look(&in_country(&ebay, &subject, search.country).await?));
    }
    Ok(Outcome::Done(store.save_looks(Ebay.name(), &looks).await? as u64))
}

/// Whether the album is to be asked for. When a country could not be seen, it is asked for again; what the others answered is in the archive.
pub(super) async fn is_due(context: &Context, id: AlbumId) -> Result<bool, JobError> {
    let checks = context.store().price_checks(id).await?;
    let whole = checks.into_iter().find(|check| check.provider == Ebay.name() && check.failure.is_none());
    Ok(context.is_stale(Kind::Prices, whole.and_then(|check| check.checked_at)))
}

/// Whether there are credentials.
pub(super) async fn can_ask(context: &Context) -> Result<bool, JobError> {
    Ok(context.upstreams().await?.ebay.is_configured() || context.is_replaying())
}
