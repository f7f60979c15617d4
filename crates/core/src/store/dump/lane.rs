//! A connection of a load, with staging tables of its own: a batch is copied on one while the batch before it is merged on the other.
use std::collections::{HashMap, HashSet};

use bytes::Bytes;
use deadpool_postgres::{Client, ClientWrapper};
use futures::{SinkExt as _, TryStreamExt as _, pin_mut};
use tokio_postgres::error::SqlState;
use vinilogy_queries::queries::dump;

use super::binary::{HEAD, TAIL};
use super::rows::{COPY_ARTISTS, COPY_MASTERS, COPY_RELEASES};
use super::{DumpBatch, DumpCounts};
use crate::store::{At, Error, Result, Store};

/// Sends this much at once.
const PIECE: usize = 256 * 1024;
/// A batch is one statement of seconds; what is built in the background must not delay it, and details of some kB compress quickly.
const SESSION: &str = "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set jit = off; set synchronous_commit = off;
    set work_mem = '64MB'; set enable_mergejoin = off";
/// Temporary tables of the same names stand before those of the schema, which say what a row is. Nobody else sees them.
const TABLES: &str = "create temporary table if not exists dump_releases (like public.dump_releases);
    create temporary table if not exists dump_masters (like public.dump_masters);
    create temporary table if not exists dump_artists (like public.dump_artists)";
/// How long to wait for another load to end.
const TURN: &str = "set lock_timeout = '20s'";
/// Since Postgres 14, where it was built in.
const COMPRESSION: &str = "set default_toast_compression = lz4";

/// One of the two connections. It is not given back to the pool: its settings, its tables and its part of the turn end with it.
pub(super) struct Lane {
    pub(super) client: ClientWrapper,
    pub(super) content: &'static str,
}

/// A batch that waits on a lane to be merged.
pub(super) struct Staged {
    pub(super) counts: DumpCounts,
    /// Whether any of its rows is new or changed.
    pub(super) any: bool,
    /// Whether the catalogue may have some of them.
    pub(super) known: bool,
    ids: HashSet<i64>,
}

impl Lane {
    /// `part`: of the turn.
    ///
    /// # Errors
    /// [`Error::Conflict`] while another load runs.
    pub(super) async fn open(store: &Store, content: &'static str, part: i64) -> Result<Self> {
        let client = Client::take(store.client().await?);
        client.batch_execute(SESSION).await.at("dump.session")?;
        if client.batch_execute(COMPRESSION).await.is_err() {
            tracing::debug!("the server has no lz4; details are compressed more slowly");
        }
        take_turn(&client, part).await?;
        client.batch_execute(TABLES).await.at("dump.tables")?;
        Ok(Self { client, content })
    }

    /// Copies what is new or changed of a batch. `before` may be merged at the same time, so that its rows are not seen yet.
    pub(super) async fn stage(&self, batch: DumpBatch, counts: DumpCounts, before: Option<&Staged>) -> Result<Staged> {
        let (statement, rows, known) = match self.content {
            "masters" => (COPY_MASTERS, last_of_each(&batch, |_| true), false),
            "artists" => {
                let known = self.known(&batch).await?;
                (COPY_ARTISTS, last_of_each(&batch, |id| known.contains(&id)), true)
            }
            _ => {
                let changed = self.changed(&batch).await?;
                let twice = before.is_some_and(|before| batch.ids.iter().any(|id| before.ids.contains(id)));
                let known = twice || changed.values().any(|known| *known);
                (COPY_RELEASES, last_of_each(&batch, |id| changed.contains_key(&id)), known)
            }
        };
        let ids = batch.ids.iter().copied().collect();
        drop(batch);
        let any = !rows.is_empty();
        if any {
            self.empty().await?;
            copy(&self.client, statement, rows).await?;
        }
        Ok(Staged { counts, any, known, ids })
    }

    /// Writes what is searched of the rows that batches have committed. `patient`: of all of them, waiting for rows that others change.
    pub(super) async fn catch_up(&self, patient: bool) -> Result<()> {
        let mut attempts = 3;
        loop {
            attempts -= 1;
            match dump::catch_up_search().bind(&*self.client, &patient).one().await.at("dump.catch_up_search") {
                Err(error) if error.is_transaction_conflict() && attempts > 0 => {
                    tracing::debug!(%error, "search is written again");
                }
                decided => return decided.map(drop),
            }
        }
    }

    /// What waits in the staging table is of an earlier batch.
    async fn empty(&self) -> Result<()> {
        let truncate = match self.content {
            "masters" => "truncate dump_masters",
            "artists" => "truncate dump_artists",
            _ => "truncate dump_releases",
        };
        self.client.batch_execute(truncate).await.at("dump.truncate")
    }

    /// Releases whose record is not as it was loaded last, and whether the catalogue has them.
    async fn changed(&self, batch: &DumpBatch) -> Result<HashMap<i64, bool>> {
        let rows = dump::changed().bind(&*self.client, &batch.ids, &batch.hashes).iter().await.at("dump.changed")?;
        rows.map_ok(|row| (row.discogs_id, row.known)).try_collect().await.at("dump.changed")
    }

    /// Artists that the catalogue has.
    async fn known(&self, batch: &DumpBatch) -> Result<HashSet<i64>> {
        let rows = dump::known_artists().bind(&*self.client, &batch.ids).iter().await.at("dump.known_artists")?;
        rows.try_collect().await.at("dump.known_artists")
    }
}

async fn take_turn(client: &tokio_postgres::Client, part: i64) -> Result<()> {
    client.batch_execute(TURN).await.at("dump.session")?;
    match dump::take_turn().bind(client, &part).one().await {
        Err(error) if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => {
            Err(Error::Conflict("another load of a dump, which is under way".to_owned()))
        }
        taken => taken.at("dump.take_turn").map(drop),
    }?;
    client.batch_execute("reset lock_timeout").await.at("dump.session")
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

async fn copy(client: &tokio_postgres::Client, statement: &str, rows: Bytes) -> Result<()> {
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
