//! A shop's whole stock, from the list that it puts on the web.
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::stock::StockFormat;
use vinilogy_core::store::Error as StoreError;
use vinilogy_upstream::{Class, Fetch};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;
use crate::prices::{StockError, read_stock};

/// `{"shop_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadStock {
    /// Whose.
    pub shop_id: i64,
}

/// A list is read once a day; one of the same morning is answered by the archive.
const FRESH: Duration = Duration::from_secs(6 * 3600);

impl Job for ReadStock {
    const NAME: &'static str = "read_stock";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.shop_id, run(context, self.shop_id)).await
    }
}

async fn run(context: &Context, id: i64) -> Result<Outcome, JobError> {
    let store = context.store();
    let shop = match store.shop(id).await {
        Ok(shop) => shop,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such shop")),
        Err(error) => return Err(error.into()),
    };
    let Some(address) = shop.feed_url.as_deref() else { return Ok(Outcome::Skipped("it has no list")) };
    let fetch = Fetch { class: Class::Bulk, fresh_for: FRESH };
    let list = match context.upstreams().await?.shops.fetch(address, fetch).await {
        Ok(list) => list,
        Err(error) => {
            let error = JobError::from(error);
            if matches!(error, JobError::Retry(_)) {
                store.save_shop_note(id, Some(&error.to_string())).await?;
            }
            return Err(error);
        }
    };
    let format = shop.feed_format.as_deref().and_then(StockFormat::of);
    let format = format.unwrap_or_else(|| StockFormat::guess(&list.bytes));
    match read_stock(context, &shop, &list.bytes, format, list.fetched_at).await {
        Ok(report) => {
            store.save_shop_note(id, None).await?;
            tracing::info!(shop = shop.slug, ?report, "stock");
            Ok(if report.news { Outcome::Done(report.found as u64) } else { Outcome::Skipped("no news") })
        }
        // The list is archived; what stands in it is not going to change.
        Err(StockError::NoList(why)) => {
            store.save_shop_note(id, Some(why)).await?;
            Ok(Outcome::GaveUp(why.to_owned()))
        }
        Err(StockError::Job(error)) => Err(error),
    }
}
