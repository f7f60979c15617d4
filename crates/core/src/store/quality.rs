//! How good the catalogue is, counted once a day.
use vinilogy_queries::queries::quality;

use super::{At, Result, Store};
use crate::domain::quality::GOALS;

pub use quality::Measured;

impl Store {
    /// Whether today was counted (by the database's clock, UTC).
    ///
    /// # Errors
    /// As every statement.
    pub async fn quality_is_measured(&self) -> Result<bool> {
        let client = self.client().await?;
        quality::is_measured().bind(&client).one().await.at("quality.is_measured")
    }

    /// Counts everything and keeps it as today's; returns how many figures are new. Reads whole tables: seconds at a million albums.
    ///
    /// # Errors
    /// As every statement.
    pub async fn measure_quality(&self) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("quality.begin")?;
        // As long as its function may run; the limit of `connect` is for what somebody waits for.
        tx.batch_execute("set local statement_timeout = '55s'").await.at("quality.timeout")?;
        let written = quality::measure().bind(&tx).await.at("quality.measure")?;
        tx.commit().await.at("quality.commit")?;
        Ok(written)
    }

    /// What was counted last, by subject and count; nothing when nothing was.
    ///
    /// # Errors
    /// As every statement.
    pub async fn quality(&self) -> Result<Vec<Measured>> {
        let client = self.client().await?;
        quality::newest().bind(&client).all().await.at("quality.newest")
    }

    /// What there are goals for, over so many days, the newest first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn quality_history(&self, days: i32) -> Result<Vec<Measured>> {
        let subjects = GOALS.map(|goal| goal.subject);
        let features = GOALS.map(|goal| goal.feature);
        let client = self.client().await?;
        let history = quality::history().bind(&client, &subjects.as_slice(), &features.as_slice(), &days).all().await;
        history.at("quality.history")
    }
}
