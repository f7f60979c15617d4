//! The monthly dump of Discogs: rows are copied into a staging table and merged as sets, batch by batch. A batch and how far the file is
//! read are committed together, so that a load which is killed goes on where it was.
mod adopt;
mod binary;
mod lane;
mod merge;
mod rows;

use chrono::{DateTime, Utc};
use vinilogy_queries::queries::dump;

pub use rows::{DumpBatch, DumpMaster, DumpRelease};

use self::lane::{Lane, Staged};
use super::{At, Result, Store};

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

/// A load under way. Only one runs at a time, over two connections; the turn ends with them.
pub struct DumpLoad {
    merging: Lane,
    copying: Lane,
    /// Waits on the lane that merges.
    staged: Option<Staged>,
    id: i64,
    seen_at: DateTime<Utc>,
    progress: DumpProgress,
}

/// Discogs artists that are nobody, though bands may be called so: Various, Unknown Artist, No Artist, Traditional.
pub const NOBODY: [i64; 4] = [194, 355, 118_760, 151_641];

impl Store {
    /// Begins to load a file, or goes on with it. A file that was loaded before is compared from its beginning.
    ///
    /// # Errors
    /// [`super::Error::Conflict`] while another load runs.
    pub async fn load_dump(&self, file: &DumpFile) -> Result<DumpLoad> {
        let merging = Lane::open(self, file.content, 0).await?;
        let copying = Lane::open(self, file.content, 1).await?;
        // What a load that was killed still owes.
        merging.catch_up(true).await?;
        let begun = dump::begin()
            .bind(
                &*merging.client,
                &file.content,
                &file.name.as_str(),
                &file.bytes,
                &file.head.as_slice(),
                &file.seen_at,
            )
            .one()
            .await
            .at("dump.begin")?;
        let progress = DumpProgress {
            records: begun.records,
            vinyl: begun.vinyl,
            written: begun.written,
            malformed: begun.malformed,
        };
        Ok(DumpLoad { merging, copying, staged: None, id: begun.id, seen_at: begun.seen_at, progress })
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
    pub async fn finish(mut self) -> Result<DumpProgress> {
        self.settle().await?;
        dump::finish().bind(&*self.merging.client, &self.id).await.at("dump.finish")?;
        self.stop().await
    }

    /// Ends before the end of the file; the next load goes on here.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stop(mut self) -> Result<DumpProgress> {
        self.settle().await?;
        Ok(self.progress)
    }
}
