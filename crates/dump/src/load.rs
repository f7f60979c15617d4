//! The load: batches as they come out of the pipeline, merged one after the other.
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use tokio::sync::mpsc;
use vinilogy_core::store::{DumpCounts, DumpFile, DumpLoad, DumpProgress, Store};

use crate::content::Content;
use crate::pipeline::{Batch, Pipeline};
use crate::{Error, Source, Splitter};

/// How to load.
#[derive(Debug, Clone)]
pub struct Options {
    /// Stop after so many records of the file.
    pub limit: u64,
    /// Threads that parse.
    pub parsers: usize,
    /// A batch is merged when so many rows wait.
    pub batch: usize,
}

impl Default for Options {
    fn default() -> Self {
        let parsers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(8);
        Self { limit: u64::MAX, parsers, batch: 4_000 }
    }
}

/// What happens while a load runs.
#[derive(Debug, Clone)]
pub enum News {
    /// A batch was merged. Counts include earlier runs; `consumed` are bytes of the file as it lies there.
    Merged {
        /// What the store counted.
        stored: DumpProgress,
        /// Read by then.
        consumed: u64,
    },
    /// A record was passed over.
    Malformed {
        /// Its number in the file, from 1.
        record: u64,
        /// Its id, when that could be read, and what is wrong.
        what: String,
    },
}

/// A load that came to its end.
#[derive(Debug, Clone, Copy)]
pub struct Loaded {
    /// What the store counted, also in earlier runs.
    pub stored: DumpProgress,
    /// Records that an earlier run had committed.
    pub resumed_at: i64,
    /// Whether the end of the file was reached, and not the limit.
    pub whole: bool,
}

/// Loads a file of the dump. Goes on where a load of this file was stopped.
///
/// # Errors
/// [`Error`]; what was merged by then stays.
pub async fn load(
    store: &Store,
    content: Content,
    source: Source,
    options: &Options,
    mut tell: impl FnMut(News),
) -> Result<Loaded, Error> {
    let file = file(content, &source);
    let splitter = Splitter::new(source, content.root(), content.mark())?;
    let mut load = store.load_dump(&file).await?;
    let resumed_at = load.progress().records;
    let (pipeline, mut batches) = Pipeline::start(content, splitter, resumed_at.unsigned_abs(), options);
    let merged = merge_all(&mut load, &mut batches, &mut tell).await;
    drop(batches);
    let ended = tokio::task::spawn_blocking(|| pipeline.join()).await.map_err(|_| Error::Panicked)?;
    merged?;
    let whole = ended?;
    let stored = if whole { load.finish().await? } else { load.stop().await? };
    Ok(Loaded { stored, resumed_at, whole })
}

/// What is told of a batch is told once it is merged, which is when the next one has been taken.
async fn merge_all(
    load: &mut DumpLoad,
    batches: &mut mpsc::Receiver<Batch>,
    tell: &mut impl FnMut(News),
) -> Result<(), Error> {
    let mut waiting = None;
    while let Some(batch) = batches.recv().await {
        let malformed = i64::try_from(batch.malformed.len()).unwrap_or(i64::MAX);
        for (record, what) in batch.malformed {
            tell(News::Malformed { record, what });
        }
        let vinyl = i64::try_from(batch.rows.len()).unwrap_or(i64::MAX);
        let records = i64::try_from(batch.end).unwrap_or(i64::MAX);
        load.merge(batch.rows, DumpCounts { records, vinyl, malformed }).await?;
        if let Some(consumed) = waiting.replace(batch.consumed) {
            tell(News::Merged { stored: load.progress(), consumed });
        }
    }
    load.settle().await?;
    if let Some(consumed) = waiting {
        tell(News::Merged { stored: load.progress(), consumed });
    }
    Ok(())
}

fn file(content: Content, source: &Source) -> DumpFile {
    DumpFile {
        content: content.root(),
        name: source.name.clone(),
        bytes: i64::try_from(source.bytes).unwrap_or(i64::MAX),
        head: source.head,
        seen_at: dated(&source.name),
    }
}

/// The day in `discogs_20200801_releases.xml.gz`.
fn dated(name: &str) -> Option<DateTime<Utc>> {
    let date = name.split('_').find_map(|part| NaiveDate::parse_from_str(part, "%Y%m%d").ok())?;
    Some(date.and_time(NaiveTime::MIN).and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_when_it_was_made() {
        let day = dated("discogs_20200801_releases.xml.gz").map(|day| day.to_rfc3339());
        assert_eq!(day.as_deref(), Some("2020-08-01T00:00:00+00:00"));
        assert_eq!(dated("releases.xml.gz"), None);
        assert_eq!(dated("discogs_20201332_releases.xml.gz"), None);
    }
}
