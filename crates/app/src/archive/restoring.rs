//! The rows of the archive made again from the bucket, which holds everything that they say.
use std::collections::{BTreeMap, HashSet};

use futures::StreamExt;
use vinilogy_core::store::{Kept, Place};
use vinilogy_upstream::{Entry, Error, Exchange, Unpacker};

use super::{Object, S3Archive, unavailable};

/// Objects that are read at once.
const AT_ONCE: usize = 16;
/// Rows that are written at once.
const BATCH: usize = 1000;

/// What was found in the bucket.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// Objects in the bucket.
    pub objects: u64,
    /// Of these, objects that no row spoke of and packs: they were read.
    pub read: u64,
    /// Rows that were written.
    pub rows: u64,
    /// Objects that cannot be read, and stay where they are.
    pub damaged: u64,
}

impl S3Archive {
    /// Lists the bucket, reads what no row leads to, and writes the rows that are missing or older. `progress` is told how many of how
    /// many objects were read.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket or the database does not answer.
    pub async fn restore(&self, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Restored, Error> {
        let mut known: HashSet<String> = self.store.single_keys().await.map_err(unavailable)?.into_iter().collect();
        // What is left over lies in a pack, and will be gone.
        known.extend(self.store.leftovers().await.map_err(unavailable)?);
        let (mut objects, mut unknown) = (0, Vec::new());
        self.list(|object| {
            objects += 1;
            if object.is_pack() || !known.contains(&object.key) {
                unknown.push(object);
            }
        })
        .await?;
        let mut restored = Restored { objects, read: unknown.len() as u64, ..Restored::default() };
        let all = unknown.len();
        let mut reads = futures::stream::iter(unknown).map(|object| self.kept_in(object)).buffered(AT_ONCE).enumerate();
        let mut batch = Vec::new();
        while let Some((done, kept)) = reads.next().await {
            match kept {
                Ok(kept) => batch.extend(kept),
                Err(Error::Malformed { field }) => {
                    tracing::warn!(field, "an object of the archive cannot be read");
                    restored.damaged += 1;
                }
                Err(error) => return Err(error),
            }
            if batch.len() >= BATCH {
                restored.rows += self.write_rows(&mut batch).await?;
            }
            progress(done + 1, all);
        }
        restored.rows += self.write_rows(&mut batch).await?;
        Ok(restored)
    }

    async fn write_rows(&self, batch: &mut Vec<Kept>) -> Result<u64, Error> {
        let mut rows = 0;
        for part in batch.chunks(BATCH) {
            rows += self.store.restore_requests(part).await.map_err(unavailable)?;
        }
        batch.clear();
        Ok(rows)
    }

    async fn kept_in(&self, object: Object) -> Result<Vec<Kept>, Error> {
        if object.is_pack() {
            return self.kept_in_pack(&object).await;
        }
        let Some(bytes) = self.get(&object.key, None).await? else { return Ok(Vec::new()) };
        let exchange = Exchange::decode(&bytes)?;
        let place = Place { key: object.key, block: None, fetched_at: exchange.fetched_at };
        let settled = exchange.settles();
        Ok(vec![Kept {
            upstream: exchange.upstream.name(),
            status: exchange.status,
            bytes: exchange.body.len(),
            fingerprint: exchange.fingerprint,
            endpoint: exchange.endpoint,
            url: exchange.url,
            place,
            settled,
        }])
    }

    async fn kept_in_pack(&self, object: &Object) -> Result<Vec<Kept>, Error> {
        let Some(tail) = self.get(&object.key, Some(format!("bytes=-{}", Unpacker::TAIL))).await? else {
            return Ok(Vec::new());
        };
        let (offset, length) = Unpacker::index_place(&tail)?;
        let end = offset + u64::from(length.max(1)) - 1;
        let Some(index) = self.get(&object.key, Some(format!("bytes={offset}-{end}"))).await? else {
            return Ok(Vec::new());
        };
        let mut entries = Unpacker::index(&index)?;
        self.judge_again(object, &mut entries).await?;
        entries.into_iter().map(|entry| kept(object, entry)).collect()
    }

    /// What was a failure by the rules of the day on which it was packed may be an answer by those of today.
    async fn judge_again(&self, object: &Object, entries: &mut [Entry]) -> Result<(), Error> {
        let mut blocks: BTreeMap<u64, Vec<&mut Entry>> = BTreeMap::new();
        for entry in entries.iter_mut().filter(|entry| !entry.settled) {
            blocks.entry(entry.offset).or_default().push(entry);
        }
        for entries in blocks.into_values() {
            let Some(first) = entries.first() else { continue };
            let range = format!("bytes={}-{}", first.offset, first.offset + u64::from(first.length.max(1)) - 1);
            let Some(frame) = self.get(&object.key, Some(range)).await? else { continue };
            let exchanges = Unpacker::block(&frame)?;
            for entry in entries {
                let same = |e: &&Exchange| e.fingerprint == entry.fingerprint && e.fetched_at == entry.fetched_at;
                entry.settled = exchanges.iter().find(same).is_some_and(Exchange::settles);
            }
        }
        Ok(())
    }
}

fn kept(object: &Object, entry: Entry) -> Result<Kept, Error> {
    let wrong = |_| Error::Malformed { field: format!("pack: {}", object.key) };
    let block = (i64::try_from(entry.offset).map_err(wrong)?, i32::try_from(entry.length).map_err(wrong)?);
    Ok(Kept {
        fingerprint: entry.fingerprint,
        upstream: entry.upstream.name(),
        endpoint: entry.endpoint,
        url: entry.url,
        status: entry.status,
        place: Place { key: object.key.clone(), block: Some(block), fetched_at: entry.fetched_at },
        bytes: entry.bytes,
        settled: entry.settled,
    })
}
