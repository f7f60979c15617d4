//! Offers grow old: what nobody sees any more is not for sale.
use std::collections::BTreeSet;
use std::time::Duration;

use vinilogy_queries::queries::{prices, quotes};

use super::{At, Result, Store, retrying, settle_best};

impl Store {
    /// Deletes offers that nobody has seen for `ttl` and auctions that are over, so many at most, and brings the best prices up to date.
    /// Returns how many.
    ///
    /// # Errors
    /// As every statement.
    pub async fn age_quotes(&self, ttl: Duration, limit: i64) -> Result<u64> {
        retrying(|| self.try_age_quotes(ttl, limit)).await
    }

    async fn try_age_quotes(&self, ttl: Duration, limit: i64) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("quotes.begin")?;
        let old = quotes::outlived().bind(&tx, &ttl.as_secs_f64(), &limit).all().await.at("quotes.outlived")?;
        let ids: Vec<i64> = old.iter().map(|row| row.id).collect();
        let album_ids: Vec<i64> = old.iter().map(|row| row.album_id).collect::<BTreeSet<_>>().into_iter().collect();
        prices::lock_albums().bind(&tx, &album_ids).all().await.at("prices.lock_albums")?;
        let deleted =
            quotes::delete_outlived().bind(&tx, &ids, &ttl.as_secs_f64()).await.at("quotes.delete_outlived")?;
        settle_best(&tx, &album_ids).await?;
        tx.commit().await.at("quotes.commit")?;
        Ok(deleted)
    }
}
