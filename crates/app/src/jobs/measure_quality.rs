//! `measure_quality`: once a day all is counted that the report on the catalogue's quality tells.
use serde::{Deserialize, Serialize};

use super::{Job, JobError, Outcome};
use crate::Context;

/// By the clock alone: there is no key, and no queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct MeasureQuality {}

impl Job for MeasureQuality {
    const NAME: &'static str = "measure_quality";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        if context.store().quality_is_measured().await? {
            return Ok(Outcome::Skipped("today was measured"));
        }
        Ok(Outcome::Done(context.store().measure_quality().await?))
    }
}
