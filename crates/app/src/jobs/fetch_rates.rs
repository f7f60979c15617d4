//! `fetch_rates`: the reference rates of the European Central Bank, by the clock. It publishes on working days in the afternoon; what was
//! missed is in its list of ninety days.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::prices::rates::{Rate, newest_out, working_days};
use vinilogy_upstream::ecb::Day;
use vinilogy_upstream::{Class, Fetch};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;

/// There is no key, and no queue.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FetchRates {}

/// An answer is used again for less than the time between two runs.
const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: std::time::Duration::from_secs(3600) };

/// There is one key: rates are of all currencies.
const ALL: i64 = 0;

impl Job for FetchRates {
    const NAME: &'static str = "fetch_rates";

    /// Many may find that there are none at all; one asks.
    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, ALL, fetch(context)).await
    }
}

async fn fetch(context: &Context) -> Result<Outcome, JobError> {
    let newest = context.store().newest_rates().await?;
    let missing = newest.map(|known| working_days(known, newest_out(context.now())));
    let ecb = &context.upstreams().await?.ecb;
    let days = match missing {
        Some(0) => return Ok(Outcome::Skipped("what is out is known")),
        Some(1) => ecb.daily(FETCH).await?,
        _ => ecb.ninety_days(FETCH).await?,
    };
    Ok(Outcome::Done(save(context, &days).await?))
}

/// What the archive has of one of the bank's files, written again. For a replay.
///
/// # Errors
/// As the job.
pub(crate) async fn rates_again(context: &Context, file: &str) -> Result<Outcome, JobError> {
    let ecb = &context.upstreams().await?.ecb;
    let days = if file == "eurofxref-daily" { ecb.daily(FETCH).await? } else { ecb.ninety_days(FETCH).await? };
    Ok(Outcome::Done(save(context, &days).await?))
}

/// Currencies whose code cannot be read, and rates that are none, are left out.
async fn save(context: &Context, days: &[Day]) -> Result<u64, JobError> {
    let published: Vec<_> = days
        .iter()
        .flat_map(|day| day.rates.iter().map(|(code, scaled)| (day.day, code, *scaled)))
        .filter_map(|(day, code, scaled)| Some((day, code.parse().ok()?, Rate::from_scaled(scaled)?)))
        .collect();
    Ok(context.store().save_rates(&published).await?)
}
