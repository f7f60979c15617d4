//! Stock lists that are sent to us for a shop: what waits to be read, and what came of the others.
use chrono::{DateTime, Utc};
use vinilogy_queries::queries::stock_lists;

use super::{At, Error, Result, Store};
use crate::domain::ids::UserId;
use crate::domain::stock::RefusedRow;

pub use stock_lists::{Refusals as StockRefusal, StockList};

/// What came of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StockRead {
    /// Records for sale.
    pub records: usize,
    /// Those of albums that are known.
    pub found: usize,
    /// Of these, those whose pressing is told.
    pub pressings: usize,
    /// Whether it was newer than what was known.
    pub news: bool,
}

impl Store {
    /// A list that is to be sent for a shop to this place, made by the shop at that time, if it is known.
    ///
    /// # Errors
    /// [`Error::Conflict`] for an unknown shop.
    pub async fn create_stock_list(
        &self,
        shop: i64,
        user: UserId,
        object_key: &str,
        made_at: Option<DateTime<Utc>>,
    ) -> Result<StockList> {
        let client = self.client().await?;
        let created = stock_lists::create().bind(&client, &shop, &user.get(), &object_key, &made_at).one().await;
        created.at("stock_lists.create")
    }

    /// A list with what came of it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for none.
    pub async fn stock_list(&self, id: i64) -> Result<StockList> {
        let client = self.client().await?;
        stock_lists::by_id().bind(&client, &id).opt().await.at("stock_lists.by_id")?.ok_or(Error::NotFound)
    }

    /// Marks a list as sent, to be read; `None` for one that is read or has failed.
    ///
    /// # Errors
    /// As every statement.
    pub async fn start_stock_list(&self, id: i64) -> Result<Option<StockList>> {
        let client = self.client().await?;
        stock_lists::start().bind(&client, &id).opt().await.at("stock_lists.start")
    }

    /// The list of a shop that is to be read next.
    ///
    /// # Errors
    /// As every statement.
    pub async fn next_stock_list(&self, shop: i64) -> Result<Option<StockList>> {
        let client = self.client().await?;
        stock_lists::next().bind(&client, &shop).opt().await.at("stock_lists.next")
    }

    /// Has a list wait again, and says for what.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stock_list_waits(&self, id: i64, note: &str) -> Result<()> {
        let client = self.client().await?;
        stock_lists::waits().bind(&client, &note, &id).await.at("stock_lists.waits").map(drop)
    }

    /// Says why a list is none.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stock_list_failed(&self, id: i64, note: &str) -> Result<()> {
        let client = self.client().await?;
        stock_lists::failed().bind(&client, &note, &id).await.at("stock_lists.failed").map(drop)
    }

    /// Says what came of a list, and which of its rows were refused; the report of the shop's list before goes.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stock_list_done(&self, list: &StockList, read: StockRead, refused: &[RefusedRow]) -> Result<()> {
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let lines: Vec<i32> = refused.iter().map(|row| i32::try_from(row.line).unwrap_or(i32::MAX)).collect();
        let reasons: Vec<&str> = refused.iter().map(|row| row.reason.text()).collect();
        let excerpts: Vec<&str> = refused.iter().map(|row| row.excerpt.as_str()).collect();
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("stock_lists.begin")?;
        stock_lists::drop_refusals().bind(&tx, &list.shop_id, &list.id).await.at("stock_lists.drop_refusals")?;
        let inserted = stock_lists::insert_refusals().bind(&tx, &list.id, &lines, &reasons, &excerpts).await;
        inserted.at("stock_lists.insert_refusals")?;
        stock_lists::done()
            .bind(
                &tx,
                &count(read.records),
                &count(read.found),
                &count(read.pressings),
                &count(refused.len()),
                &read.news,
                &list.id,
            )
            .await
            .at("stock_lists.done")?;
        tx.commit().await.at("stock_lists.commit")
    }

    /// The refused rows of a list after this line, so many at most.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stock_refusals(&self, list: i64, after: i32, limit: i64) -> Result<Vec<StockRefusal>> {
        let client = self.client().await?;
        stock_lists::refusals().bind(&client, &list, &after, &limit).all().await.at("stock_lists.refusals")
    }
}
