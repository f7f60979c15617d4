//! Requests to ingest an artist, and how far each has come.
use std::time::Duration;

use vinilogy_queries::queries::runs;

use super::{At, Error, Result, Store};
use crate::domain::{ids::ArtistId, ids::RunId};

pub use runs::{Progress, Totals};

/// A repeated request within this time joins the first one's run.
const JOIN: Duration = Duration::from_secs(600);

impl Store {
    /// The run of this artist that was asked for a moment ago, else a new one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn start_run(&self, artist: ArtistId) -> Result<RunId> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("runs.begin")?;
        runs::lock().bind(&tx, &artist.get()).one().await.at("runs.lock")?;
        let recent = runs::recent_of_artist().bind(&tx, &artist.get(), &JOIN.as_secs_f64()).opt().await;
        let id = match recent.at("runs.recent_of_artist")? {
            Some(id) => id,
            None => runs::insert().bind(&tx, &artist.get()).one().await.at("runs.insert")?,
        };
        tx.commit().await.at("runs.commit")?;
        Ok(RunId::from(id))
    }

    /// How far a run has come, read from the catalogue itself.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown run.
    pub async fn progress(&self, run: RunId) -> Result<Progress> {
        let client = self.client().await?;
        runs::progress().bind(&client, &run.get()).opt().await.at("runs.progress")?.ok_or(Error::NotFound)
    }

    /// Counts of the whole catalogue and of what still waits.
    ///
    /// # Errors
    /// As every statement.
    pub async fn totals(&self) -> Result<Totals> {
        let client = self.client().await?;
        runs::totals().bind(&client).one().await.at("runs.totals")
    }
}
