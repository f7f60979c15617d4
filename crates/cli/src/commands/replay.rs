//! `vinilogy replay`: archived answers are read again and written anew, without a call.
use std::sync::Mutex;

use anyhow::{Result, ensure};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::Args;
use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use indicatif::{ProgressBar, ProgressStyle};
use vinilogy_app::replay::{Progress, Report, Step, replay};
use vinilogy_core::store::ReplayFilter;
use vinilogy_upstream::Upstream;

use crate::local::Variables;

/// Options of `vinilogy replay`.
#[derive(Args)]
pub struct Replay {
    /// Answers of this service only.
    #[arg(long)]
    service: Option<Upstream>,
    /// Answers of this endpoint only, such as `master_versions`.
    #[arg(long)]
    endpoint: Option<String>,
    /// Answers received then or later: a day such as 2026-11-21, or a time such as 2026-11-21T08:00:00Z.
    #[arg(long, value_parser = time)]
    since: Option<DateTime<Utc>>,
    /// Everything that the bucket holds, also what the database does not know of; the same as without any option.
    #[arg(long, conflicts_with_all = ["service", "endpoint", "since"])]
    all: bool,
}

fn time(text: &str) -> Result<DateTime<Utc>, String> {
    let day = text.parse::<NaiveDate>().map(|day| day.and_time(NaiveTime::MIN).and_utc());
    day.or_else(|_| text.parse()).map_err(|_| "neither a day nor a time of RFC 3339".to_owned())
}

impl Replay {
    /// Replays with a bar, and says what came of it.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let service = self.service.map(|service| service.name().to_owned());
        let filter = ReplayFilter { service, endpoint: self.endpoint, since: self.since };
        let bar = ProgressBar::new(0);
        bar.set_style(ProgressStyle::with_template("{elapsed_precise} {bar:30} {pos}/{len} {msg} {per_sec} {eta}")?);
        let current: Mutex<Option<Step>> = Mutex::default();
        let report = replay(&context, &filter, &|progress| show(&bar, &current, progress)).await?;
        bar.finish_and_clear();
        print(&report);
        ensure!(report.failed() == 0, "{} answers could not be replayed", report.failed());
        Ok(())
    }
}

fn show(bar: &ProgressBar, current: &Mutex<Option<Step>>, progress: Progress) {
    if let Ok(mut current) = current.lock()
        && current.replace(progress.step) != Some(progress.step)
    {
        bar.reset_eta();
        bar.set_length(progress.of as u64);
        bar.set_message(progress.step.name());
    }
    bar.set_position(progress.done as u64);
}

fn print(report: &Report) {
    if let Some(restored) = report.restored {
        println!(
            "{} objects in the bucket, {} read to restore {} rows, {} damaged",
            restored.objects, restored.read, restored.rows, restored.damaged
        );
    }
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(["", "answers", "made", "gave up", "skipped", "of another", "failed"]);
    for (stage, counts) in &report.stages {
        let numbers = [counts.answers, counts.done, counts.gave_up, counts.skipped, counts.used, counts.failed];
        table.add_row([stage.name().to_owned()].into_iter().chain(numbers.map(|number| number.to_string())));
    }
    println!("{table}");
    println!("{} requests to the bucket, none to an upstream", report.requests);
    for (endpoint, answers) in &report.elsewhere {
        println!("{answers} answers of {endpoint} {}", Report::why_elsewhere(endpoint));
    }
    let mut failures: Vec<_> = report.failures.iter().collect();
    failures.sort_by_key(|(_, failure)| std::cmp::Reverse(failure.count));
    for (kind, failure) in failures.into_iter().take(20) {
        println!("{} × {kind}, such as {}", failure.count, failure.example);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_and_a_time_is_one() {
        assert_eq!(time("2026-11-21").unwrap().to_rfc3339(), "2026-11-21T00:00:00+00:00");
        assert_eq!(time("2026-11-21T08:00:00+01:00").unwrap().to_rfc3339(), "2026-11-21T07:00:00+00:00");
        assert!(time("yesterday").is_err());
    }
}
