//! Admits artists that were wished for in bulk: so many a day, evenly, callers in turns, popular first. Who asks for one artist does not
//! wait for this.
use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{IngestArtist, Job, JobError, Outcome};
use crate::Context;

/// By the clock.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct AdmitArtists {}

impl Job for AdmitArtists {
    const NAME: &'static str = "admit_artists";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let admitted = context.store().admit_artists(context.config().artists_per_day).await?;
        if admitted.is_empty() {
            return Ok(Outcome::Skipped("nobody waits, or the hour's share is used"));
        }
        let mut by_caller: BTreeMap<i64, Vec<(IngestArtist, Duration)>> = BTreeMap::new();
        for one in &admitted {
            let job = IngestArtist::Known { artist_id: one.artist_id };
            by_caller.entry(one.caller).or_default().push((job, Duration::ZERO));
        }
        // They are wanted now: if the queue is away, the sweep finds them.
        for (caller, jobs) in by_caller {
            context.on_behalf_of(caller).queues().await.send_all(&jobs).await?;
        }
        Ok(Outcome::Done(admitted.len() as u64))
    }
}
