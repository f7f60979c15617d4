//! The monthly dump of Discogs: rows are copied into a staging table and merged as sets, batch by batch. A batch and how far the file is
//! read are committed together, so that a load which is killed goes on where it was.
mod adopt;
mod binary;
mod merge;
mod rows;

use chrono::{DateTime, Utc};
use deadpool_postgres::Client;
use tokio_postgres::error::SqlState;
use vinilogy_queries::queries::dump;

pub use rows::{DumpBatch, DumpMaster, DumpRelease};

use super::{At, Error, Result, Store};

/// Which file is loaded.
#[derive(Debug, Clone)]
pub struct DumpFile {
    /// `releases`, `masters` or `artists`.
    pub content: &'static str,
    /// Its name, without folder.
    pub name: String,
    /// Its size; 0 of a stream.
    pub bytes: i64,
    /// SHA-256 of its first bytes.
    pub head: [u8; 32],
    /// When Discogs made it; the time of the first load when that is not known.
    pub seen_at: Option<DateTime<Utc>>,
}

/// What was read since the last batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DumpCounts {
    /// Records from the beginning of the file to the end of this batch.
    pub records: i64,
    /// Vinyl releases in the batch.
    pub vinyl: i64,
    /// Records of the batch that could not be read.
    pub malformed: i64,
}

/// How far a load is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DumpProgress {
    /// Records of the file whose batch is committed.
    pub records: i64,
    /// Of these, vinyl releases.
    pub vinyl: i64,
    /// Rows that were new or changed.
    pub written: i64,
    /// Records that could not be read.
    pub malformed: i64,
}

/// A load under way. Only one runs at a time; the turn ends with the connection.
pub struct DumpLoad {
    client: Client,
    id: i64,
    content: &'static str,
    seen_at: DateTime<Utc>,
    progress: DumpProgress,
}

/// A batch is one statement of seconds; what is built in the background must not delay it, and details of some kB compress quickly.
const SESSION: &str = "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set jit = off; set synchronous_commit = off;
    set work_mem = '64MB'; set enable_mergejoin = off";
/// How long to wait for another load to end.
const TURN: &str = "set lock_timeout = '20s'";
/// Since Postgres 14, where it was built in.
const COMPRESSION: &str = "set default_toast_compression = lz4";

/// Discogs artists that are nobody, though bands may be called so: Various, Unknown Artist, No Artist, Traditional.
pub const NOBODY: [i64; 4] = [194, 355, 118_760, 151_641];

impl Store {
    /// Begins to load a file, or goes on with it. A file that was loaded before is compared from its beginning.
    ///
    /// # Errors
    /// [`Error::Conflict`] while another load runs.
    pub async fn load_dump(&self, file: &DumpFile) -> Result<DumpLoad> {
        let client = self.client().await?;
        client.batch_execute(SESSION).await.at("dump.session")?;
        if client.batch_execute(COMPRESSION).await.is_err() {
            tracing::debug!("the server has no lz4; details are compressed more slowly");
        }
        take_turn(&client).await?;
        let begun = dump::begin()
            .bind(&client, &file.content, &file.name.as_str(), &file.bytes, &file.head.as_slice(), &file.seen_at)
            .one()
            .await
            .at("dump.begin")?;
        let progress = DumpProgress {
            records: begun.records,
            vinyl: begun.vinyl,
            written: begun.written,
            malformed: begun.malformed,
        };
        Ok(DumpLoad { client, id: begun.id, content: file.content, seen_at: begun.seen_at, progress })
    }
}

impl DumpLoad {
    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> DumpProgress {
        self.progress
    }

    /// Marks the file as loaded to its end.
    ///
    /// # Errors
    /// As every statement.
    pub async fn finish(self) -> Result<DumpProgress> {
        dump::finish().bind(&self.client, &self.id).await.at("dump.finish")?;
        self.stop().await
    }

    /// Ends before the end of the file; the next load goes on here.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stop(self) -> Result<DumpProgress> {
        self.empty().await?;
        dump::end_turn().bind(&self.client).one().await.at("dump.end_turn")?;
        Ok(self.progress)
    }

    /// What waits in the staging table is of an earlier batch, or of a load that was killed.
    async fn empty(&self) -> Result<()> {
        let truncate = match self.content {
            "masters" => "truncate dump_masters",
            "artists" => "truncate dump_artists",
            _ => "truncate dump_releases",
        };
        self.client.batch_execute(truncate).await.at("dump.truncate")
    }
}

async fn take_turn(client: &Client) -> Result<()> {
    client.batch_execute(TURN).await.at("dump.session")?;
    match dump::take_turn().bind(client).one().await {
        Err(error) if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => {
            Err(Error::Conflict("another load of a dump, which is under way".to_owned()))
        }
        taken => taken.at("dump.take_turn").map(drop),
    }?;
    client.batch_execute("reset lock_timeout").await.at("dump.session")
}
