//! Small objects of the archive become large ones: a response a day later costs a fraction of its bytes and no object of its own.
use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;

/// `{}`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PackArchive {}

/// Objects per run. What is left over is the next run's.
const LIMIT: usize = 6000;
/// A look-up reads its object right after its row; a function lives a minute.
const GRACE: Duration = Duration::from_secs(3600);

impl Job for PackArchive {
    const NAME: &'static str = "pack_archive";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        Box::pin(claimed(context, Self::NAME, 0, pack(context))).await
    }
}

async fn pack(context: &Context) -> Result<Outcome, JobError> {
    let archive = context.archive().await;
    let deleted = archive.delete_leftovers(GRACE).await?;
    // A day is over for all clocks an hour after it is over for ours.
    let today = (context.now() - TimeDelta::hours(1)).date_naive();
    let mut packed = 0;
    for group in archive.to_pack(today, LIMIT).await? {
        if let Some(pack) = archive.write_pack(&group).await? {
            archive.switch(&pack).await?;
            packed += pack.packed.len() as u64;
        }
    }
    match (deleted, packed) {
        (0, 0) => Ok(Outcome::Skipped("nothing to pack")),
        (deleted, packed) => Ok(Outcome::Done(deleted + packed)),
    }
}
