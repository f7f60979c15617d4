//! `age_quotes`: offers that nobody has seen for a month go, and with them the best prices that they were.
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Job, JobError, Outcome};
use crate::Context;

/// There is no key, and no queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct AgeQuotes {}

/// Until then an old price is shown with its age, which is better than none.
const TTL: Duration = Duration::from_secs(30 * 24 * 3600);
/// Rows a transaction; a run ends when one has fewer.
const BATCH: i64 = 1_000;
/// What is left over is the next run's.
const BATCHES: usize = 20;

impl Job for AgeQuotes {
    const NAME: &'static str = "age_quotes";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let mut gone = 0;
        for _ in 0..BATCHES {
            let aged = context.store().age_quotes(TTL, BATCH).await?;
            gone += aged;
            if aged < BATCH.unsigned_abs() {
                break;
            }
        }
        Ok(if gone == 0 { Outcome::Skipped("nothing has aged") } else { Outcome::Done(gone) })
    }
}
