//! Offers grow old and end: what nobody sees any more, or is over, is not for sale.
use std::collections::BTreeSet;
use std::time::Duration;

use vinilogy_queries::queries::{prices, quotes};

use super::{At, Result, Store, retrying, settle_best};

/// Which offers go.
#[derive(Debug, Clone, Copy)]
enum Gone {
    /// Nobody has seen them for so many seconds.
    Unseen(f64),
    /// Their time is over.
    Ended,
}

impl Store {
    /// Deletes offers that nobody has seen for `ttl`, so many at most, and brings the best prices up to date. Returns how many.
    ///
    /// # Errors
    /// As every statement.
    pub async fn age_quotes(&self, ttl: Duration, limit: i64) -> Result<u64> {
        retrying(|| self.try_delete_quotes(Gone::Unseen(ttl.as_secs_f64()), limit)).await
    }

    /// The same of offers whose time is over.
    ///
    /// # Errors
    /// As every statement.
    pub async fn end_quotes(&self, limit: i64) -> Result<u64> {
        retrying(|| self.try_delete_quotes(Gone::Ended, limit)).await
    }

    async fn try_delete_quotes(&self, gone: Gone, limit: i64) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("quotes.begin")?;
        let found: Vec<(i64, i64)> = match gone {
            Gone::Unseen(ttl) => {
                let rows = quotes::outlived().bind(&tx, &ttl, &limit).all().await.at("quotes.outlived")?;
                rows.into_iter().map(|row| (row.id, row.album_id)).collect()
            }
            Gone::Ended => {
                let rows = quotes::ended().bind(&tx, &limit).all().await.at("quotes.ended")?;
                rows.into_iter().map(|row| (row.id, row.album_id)).collect()
            }
        };
        let (ids, album_ids): (Vec<i64>, BTreeSet<i64>) = found.into_iter().unzip();
        if ids.is_empty() {
            return Ok(0);
        }
        let album_ids: Vec<i64> = album_ids.into_iter().collect();
        prices::lock_albums().bind(&tx, &album_ids).all().await.at("prices.lock_albums")?;
        let deleted = match gone {
            Gone::Unseen(ttl) => quotes::delete_outlived().bind(&tx, &ids, &ttl).await.at("quotes.delete_outlived")?,
            Gone::Ended => quotes::delete_ended().bind(&tx, &ids).await.at("quotes.delete_ended")?,
        };
        settle_best(&tx, &album_ids).await?;
        tx.commit().await.at("quotes.commit")?;
        Ok(deleted)
    }
}
