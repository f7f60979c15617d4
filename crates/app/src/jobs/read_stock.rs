//! A shop's whole stock, from a list that was sent for it, else from the one that it puts on the web.
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::stock::StockFormat;
use vinilogy_core::store::{Error as StoreError, Shop, StockList, StockRead};
use vinilogy_upstream::{Class, Fetch, shopfeed::MOST_BYTES};

use super::{Job, JobError, Outcome, TAKEN, claimed};
use crate::Context;
use crate::prices::{StockError, StockReport, read_stock};

/// `{"shop_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadStock {
    /// Whose.
    pub shop_id: i64,
}

/// A list is read once a day; one of the same morning is answered by the archive.
const FRESH: Duration = Duration::from_secs(6 * 3600);
/// What a list waits for that was started too early.
const NO_FILE: &str = "no file was sent";

impl Job for ReadStock {
    const NAME: &'static str = "read_stock";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let outcome = Box::pin(claimed(context, Self::NAME, self.shop_id, run(context, self.shop_id))).await?;
        // Sent when the claim is given back: one that came meanwhile found it taken.
        if outcome != Outcome::Skipped(TAKEN) && context.store().next_stock_list(self.shop_id).await?.is_some() {
            context.queues().await.send(&self).await?;
        }
        Ok(outcome)
    }
}

async fn run(context: &Context, id: i64) -> Result<Outcome, JobError> {
    let store = context.store();
    let shop = match store.shop(id).await {
        Ok(shop) => shop,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such shop")),
        Err(error) => return Err(error.into()),
    };
    match store.next_stock_list(id).await? {
        Some(list) => read_sent(context, &shop, &list).await,
        None => read_feed(context, &shop).await,
    }
}

/// A list that lies in the bucket.
async fn read_sent(context: &Context, shop: &Shop, list: &StockList) -> Result<Outcome, JobError> {
    let store = context.store();
    let Some(file) = context.uploads().await.read(&list.object_key, 0, MOST_BYTES).await? else {
        store.stock_list_waits(list.id, NO_FILE).await?;
        return Ok(Outcome::GaveUp(NO_FILE.to_owned()));
    };
    let read = if file.size > MOST_BYTES as u64 {
        Err(StockError::NoList("the file is larger than 50 MB"))
    } else {
        let made_at = list.made_at.or(list.started_at).unwrap_or(list.created_at);
        read_stock(context, shop, &file.bytes, StockFormat::guess(&file.bytes), made_at).await
    };
    match read {
        Ok(report) => {
            let StockReport { records, found, pressings, news, ref refused } = report;
            store.stock_list_done(list, StockRead { records, found, pressings, news }, refused).await?;
            tracing::info!(shop = shop.slug, list = list.id, records, found, pressings, news, "stock");
            Ok(Outcome::Done(found as u64))
        }
        Err(StockError::NoList(why)) => {
            store.stock_list_failed(list.id, why).await?;
            Ok(Outcome::GaveUp(why.to_owned()))
        }
        Err(StockError::Job(error)) => Err(error),
    }
}

/// The list on the web.
async fn read_feed(context: &Context, shop: &Shop) -> Result<Outcome, JobError> {
    let store = context.store();
    let Some(address) = shop.feed_url.as_deref() else { return Ok(Outcome::Skipped("it has no list")) };
    let fetch = Fetch { class: Class::Bulk, fresh_for: FRESH };
    let list = match context.upstreams().await?.shops.fetch(address, fetch).await {
        Ok(list) => list,
        Err(error) => {
            let error = JobError::from(error);
            if matches!(error, JobError::Retry(_)) {
                store.save_shop_note(shop.id, Some(&error.to_string())).await?;
            }
            return Err(error);
        }
    };
    let format = shop.feed_format.as_deref().and_then(StockFormat::of);
    let format = format.unwrap_or_else(|| StockFormat::guess(&list.bytes));
    match read_stock(context, shop, &list.bytes, format, list.fetched_at).await {
        Ok(report) => {
            store.save_shop_note(shop.id, None).await?;
            let StockReport { records, found, pressings, news, .. } = report;
            tracing::info!(shop = shop.slug, records, found, pressings, news, "stock");
            Ok(if report.news { Outcome::Done(report.found as u64) } else { Outcome::Skipped("no news") })
        }
        // The list is archived; what stands in it is not going to change.
        Err(StockError::NoList(why)) => {
            store.save_shop_note(shop.id, Some(why)).await?;
            Ok(Outcome::GaveUp(why.to_owned()))
        }
        Err(StockError::Job(error)) => Err(error),
    }
}
