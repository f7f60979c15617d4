//! `fetch_rates`: the reference rates of the European Central Bank, by the clock. It publishes on working days in the afternoon; what was
//! missed is in its list of ninety days.
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::prices::rates::Rate;
use vinilogy_upstream::{Class, Fetch};

use super::{Job, JobError, Outcome};
use crate::Context;

/// There is no key, and no queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FetchRates {}

/// An answer is used again for less than the time between two runs.
const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: std::time::Duration::from_secs(3600) };
/// After this many days the list of ninety is read: a weekend with holidays is shorter.
const GAP: TimeDelta = TimeDelta::days(1);

impl Job for FetchRates {
    const NAME: &'static str = "fetch_rates";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let store = context.store();
        let newest = store.newest_rates().await?;
        let today = context.now().date_naive();
        if newest == Some(today) {
            return Ok(Outcome::Skipped("today's are known"));
        }
        let ecb = &context.upstreams().await?.ecb;
        let missed = newest.is_none_or(|day| today - day > GAP);
        let days = if missed { ecb.ninety_days(FETCH).await? } else { ecb.daily(FETCH).await? };
        let published: Vec<_> = days
            .iter()
            .flat_map(|day| day.rates.iter().map(|(code, scaled)| (day.day, code, *scaled)))
            .filter_map(|(day, code, scaled)| Some((day, code.parse().ok()?, Rate::from_scaled(scaled)?)))
            .collect();
        Ok(Outcome::Done(store.save_rates(&published).await?))
    }
}
