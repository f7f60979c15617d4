//! One batch: which records changed, into the staging table with them, and from there into the catalogue.
use std::collections::{HashMap, HashSet};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use deadpool_postgres::{Client, Transaction};
use futures::{SinkExt as _, TryStreamExt as _, pin_mut};
use vinilogy_queries::queries::{artists, dump};

use super::binary::{HEAD, TAIL};
use super::rows::{COPY_ARTISTS, COPY_MASTERS, COPY_RELEASES};
use super::{DumpBatch, DumpCounts, DumpLoad, adopt};
use crate::store::{At, Result};

/// Sends this much at once.
const PIECE: usize = 256 * 1024;

impl DumpLoad {
    /// Merges a batch, and how far the file is read, whatever it holds.
    ///
    /// # Errors
    /// As every statement.
    pub async fn merge(&mut self, batch: DumpBatch, counts: DumpCounts) -> Result<()> {
        let (copied, rows, known) = match self.content {
            "masters" => (COPY_MASTERS, last_of_each(&batch, |_| true), false),
            "artists" => {
                let known = self.known(&batch).await?;
                (COPY_ARTISTS, last_of_each(&batch, |id| known.contains(&id)), true)
            }
            _ => {
                let changed = self.changed(&batch).await?;
                let known = changed.values().any(|known| *known);
                (COPY_RELEASES, last_of_each(&batch, |id| changed.contains_key(&id)), known)
            }
        };
        drop(batch);
        let staged = !rows.is_empty();
        if staged {
            self.empty().await?;
            copy(&self.client, copied, rows).await?;
        }
        let written = self.merge_staged(counts, staged, known).await?;
        self.progress.records = counts.records;
        self.progress.vinyl += counts.vinyl;
        self.progress.malformed += counts.malformed;
        self.progress.written += written;
        Ok(())
    }

    /// `staged`: something was copied. `known`: the catalogue has some of it.
    async fn merge_staged(&mut self, counts: DumpCounts, staged: bool, known: bool) -> Result<i64> {
        let mut attempts = 3;
        loop {
            attempts -= 1;
            match self.try_merge(counts, staged, known).await {
                Err(error) if error.is_transaction_conflict() && attempts > 0 => {
                    tracing::debug!(%error, "batch is merged again");
                }
                decided => return decided,
            }
        }
    }

    /// Two transactions: whoever creates artists waits for the first, which is short. Returns how many rows were written.
    async fn try_merge(&mut self, counts: DumpCounts, staged: bool, known: bool) -> Result<i64> {
        let artists = if staged && self.content == "releases" { self.merge_artists().await? } else { 0 };
        let tx = self.client.transaction().await.at("dump.begin_merge")?;
        let written = match self.content {
            _ if !staged => 0,
            "masters" => merge_masters(&tx).await?,
            "artists" => dump::save_variations().bind(&tx).await.at("dump.save_variations")?,
            _ => {
                let albums = merge_albums(&tx, self.seen_at).await?;
                let changed = if known { change_pressings(&tx, self.seen_at).await? } else { 0 };
                artists + albums + changed + add_pressings(&tx, self.seen_at).await?
            }
        };
        let written = i64::try_from(written).unwrap_or(i64::MAX);
        dump::advance()
            .bind(&tx, &counts.records, &counts.vinyl, &written, &counts.malformed, &self.id)
            .await
            .at("dump.advance")?;
        tx.commit().await.at("dump.commit")?;
        Ok(written)
    }

    async fn merge_artists(&mut self) -> Result<u64> {
        let tx = self.client.transaction().await.at("dump.begin_artists")?;
        artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
        let adopted = adopt::artists(&tx).await?;
        let inserted = dump::insert_artists().bind(&tx).await.at("dump.insert_artists")?;
        tx.commit().await.at("dump.commit_artists")?;
        Ok(adopted + inserted)
    }

    /// Releases whose record is not as it was loaded last, and whether the catalogue has them.
    async fn changed(&self, batch: &DumpBatch) -> Result<HashMap<i64, bool>> {
        let rows = dump::changed().bind(&self.client, &batch.ids, &batch.hashes).iter().await.at("dump.changed")?;
        rows.map_ok(|row| (row.discogs_id, row.known)).try_collect().await.at("dump.changed")
    }

    /// Artists that the catalogue has.
    async fn known(&self, batch: &DumpBatch) -> Result<HashSet<i64>> {
        let rows = dump::known_artists().bind(&self.client, &batch.ids).iter().await.at("dump.known_artists")?;
        rows.try_collect().await.at("dump.known_artists")
    }
}

/// The rows of these ids, each once: of two records of one id the later counts.
fn last_of_each(batch: &DumpBatch, wanted: impl Fn(i64) -> bool) -> Bytes {
    let last: HashMap<i64, usize> = batch.ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let start = |at: usize| at.checked_sub(1).map_or(0, |before| batch.ends[before]);
    let mut rows = Vec::with_capacity(batch.rows.len());
    for (at, _) in batch.ids.iter().enumerate().filter(|(at, id)| last[id] == *at && wanted(**id)) {
        rows.extend_from_slice(&batch.rows[start(at)..batch.ends[at]]);
    }
    rows.into()
}

async fn merge_masters(tx: &Transaction<'_>) -> Result<u64> {
    let saved = dump::save_masters().bind(tx).await.at("dump.save_masters")?;
    let named = dump::name_albums().bind(tx).await.at("dump.name_albums")?;
    Ok(saved + named)
}

async fn merge_albums(tx: &Transaction<'_>, seen_at: DateTime<Utc>) -> Result<u64> {
    let renamed = dump::rename_albums().bind(tx).await.at("dump.rename_albums")?;
    let adopted = adopt::albums(tx).await?;
    let of_masters = dump::insert_master_albums().bind(tx, &seen_at).await.at("dump.insert_master_albums")?;
    let single = dump::insert_single_albums().bind(tx, &seen_at).await.at("dump.insert_single_albums")?;
    Ok(renamed + adopted + of_masters + single)
}

/// What the catalogue has already; the albums which a pressing leaves and joins are counted again.
async fn change_pressings(tx: &Transaction<'_>, seen_at: DateTime<Utc>) -> Result<u64> {
    let moved = dump::move_releases().bind(tx, &seen_at).all().await.at("dump.move_releases")?;
    let albums: Vec<i64> = moved.iter().flat_map(|row| [row.from_id, row.to_id]).collect();
    dump::count_releases().bind(tx, &albums).await.at("dump.count_releases")?;
    let updated = dump::update_releases().bind(tx, &seen_at).await.at("dump.update_releases")?;
    let described = dump::describe_releases().bind(tx).await.at("dump.describe_releases")?;
    Ok(moved.len() as u64 + updated + described)
}

async fn add_pressings(tx: &Transaction<'_>, seen_at: DateTime<Utc>) -> Result<u64> {
    let mut albums = dump::insert_releases().bind(tx, &seen_at).all().await.at("dump.insert_releases")?;
    let inserted = albums.len() as u64;
    albums.sort_unstable();
    albums.dedup();
    let details = dump::save_details().bind(tx, &seen_at).await.at("dump.save_details")?;
    dump::count_releases().bind(tx, &albums).await.at("dump.count_releases")?;
    Ok(inserted + details)
}

async fn copy(client: &Client, statement: &str, rows: Bytes) -> Result<()> {
    let sink = client.copy_in(statement).await.at("dump.copy")?;
    pin_mut!(sink);
    sink.feed(Bytes::from_static(HEAD)).await.at("dump.copy")?;
    let mut rest = rows;
    while !rest.is_empty() {
        let piece = rest.split_to(PIECE.min(rest.len()));
        sink.feed(piece).await.at("dump.copy")?;
    }
    sink.feed(Bytes::from_static(TAIL)).await.at("dump.copy")?;
    sink.finish().await.at("dump.copy").map(drop)
}
