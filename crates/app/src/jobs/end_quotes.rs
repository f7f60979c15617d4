//! `end_quotes`: offers whose time is over go, auctions above all, and the next best takes the place of those that were the best. Whoever
//! reads meanwhile is not shown them.
use serde::{Deserialize, Serialize};

use super::{Job, JobError, Outcome};
use crate::Context;

/// There is no key, and no queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct EndQuotes {}

/// Rows a transaction; a run ends when one has fewer.
const BATCH: i64 = 1_000;
/// What is left over is the next run's.
const BATCHES: usize = 20;

impl Job for EndQuotes {
    const NAME: &'static str = "end_quotes";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let mut gone = 0;
        for _ in 0..BATCHES {
            let ended = context.store().end_quotes(BATCH).await?;
            gone += ended;
            if ended < BATCH.unsigned_abs() {
                break;
            }
        }
        Ok(if gone == 0 { Outcome::Skipped("nothing has ended") } else { Outcome::Done(gone) })
    }
}
