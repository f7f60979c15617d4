//! One batch: from the staging table into the catalogue.
use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use futures::future::try_join;
use vinilogy_queries::queries::{artists, dump};

use super::lane::{Lane, Staged};
use super::{DumpBatch, DumpCounts, DumpLoad, adopt};
use crate::store::{At, Result};

/// The triggers of search only note what is due: [`Lane::catch_up`] writes it.
const LATER: &str = "set local vinilogy.search = 'later'";

impl DumpLoad {
    /// Takes a batch, whatever it holds, and merges the one before it meanwhile. Until the next call, or [`DumpLoad::settle`], this one
    /// waits and is not counted in the progress.
    ///
    /// # Errors
    /// As every statement.
    pub async fn merge(&mut self, batch: DumpBatch, counts: DumpCounts) -> Result<()> {
        let before = self.staged.take();
        let file = (self.id, self.seen_at);
        let copying = &self.copying;
        let staging = async {
            copying.catch_up(false).await?;
            copying.stage(batch, counts, before.as_ref()).await
        };
        let (written, staged) = try_join(merge_staged(&mut self.merging, file, before.as_ref()), staging).await?;
        self.count(before.as_ref(), written);
        self.staged = Some(staged);
        std::mem::swap(&mut self.merging, &mut self.copying);
        Ok(())
    }

    /// Merges the batch that waits, and writes what is searched of all.
    ///
    /// # Errors
    /// As every statement.
    pub async fn settle(&mut self) -> Result<()> {
        let before = self.staged.take();
        let written = merge_staged(&mut self.merging, (self.id, self.seen_at), before.as_ref()).await?;
        self.count(before.as_ref(), written);
        self.merging.catch_up(true).await
    }

    fn count(&mut self, merged: Option<&Staged>, written: i64) {
        let Some(Staged { counts, .. }) = merged else { return };
        self.progress.records = counts.records;
        self.progress.vinyl += counts.vinyl;
        self.progress.malformed += counts.malformed;
        self.progress.written += written;
    }
}

/// Of which load, and when its file was made.
type File = (i64, DateTime<Utc>);

async fn merge_staged(lane: &mut Lane, file: File, staged: Option<&Staged>) -> Result<i64> {
    let Some(staged) = staged else { return Ok(0) };
    let mut attempts = 3;
    loop {
        attempts -= 1;
        match try_merge(lane, file, staged).await {
            Err(error) if error.is_transaction_conflict() && attempts > 0 => {
                tracing::debug!(%error, "batch is merged again");
            }
            decided => return decided,
        }
    }
}

/// Two transactions: whoever creates artists waits for the first, which is short. Returns how many rows were written.
async fn try_merge(lane: &mut Lane, (id, seen_at): File, staged: &Staged) -> Result<i64> {
    let content = lane.content;
    let artists = if staged.any && content == "releases" { merge_artists(lane).await? } else { 0 };
    let tx = lane.client.transaction().await.at("dump.begin_merge")?;
    tx.batch_execute(LATER).await.at("dump.search_later")?;
    let written = match content {
        _ if !staged.any => 0,
        "masters" => merge_masters(&tx).await?,
        "artists" => dump::save_variations().bind(&tx).await.at("dump.save_variations")?,
        _ => {
            let albums = merge_albums(&tx, seen_at).await?;
            let changed = if staged.known { change_pressings(&tx, seen_at).await? } else { 0 };
            artists + albums + changed + add_pressings(&tx, seen_at).await?
        }
    };
    let written = i64::try_from(written).unwrap_or(i64::MAX);
    let counts = staged.counts;
    dump::advance()
        .bind(&tx, &counts.records, &counts.vinyl, &written, &counts.malformed, &id)
        .await
        .at("dump.advance")?;
    tx.commit().await.at("dump.commit")?;
    Ok(written)
}

async fn merge_artists(lane: &mut Lane) -> Result<u64> {
    let tx = lane.client.transaction().await.at("dump.begin_artists")?;
    tx.batch_execute(LATER).await.at("dump.search_later")?;
    artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
    let adopted = adopt::artists(&tx).await?;
    let inserted = dump::insert_artists().bind(&tx).await.at("dump.insert_artists")?;
    tx.commit().await.at("dump.commit_artists")?;
    Ok(adopted + inserted)
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
