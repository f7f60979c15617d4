//! `vinilogy quality`: how good the catalogue is, against what is aimed at.
use anyhow::Result;
use clap::Args;
use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use vinilogy_core::domain::quality::{goal, share};
use vinilogy_core::store::Measured;

use crate::local::Variables;

/// Options of `vinilogy quality`.
#[derive(Args)]
pub struct Quality {
    /// Show what was counted last instead of counting anew, which takes seconds at a million albums.
    #[arg(long)]
    kept: bool,
    /// Also the last days of what there are goals for.
    #[arg(long, default_value_t = 0)]
    days: i32,
}

impl Quality {
    /// Counts, keeps and prints.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let store = context.store();
        if !self.kept {
            store.measure_quality().await?;
        }
        let (matches, shares): (Vec<_>, Vec<_>) =
            store.quality().await?.into_iter().partition(|measured| measured.subject == "matches");
        println!("{}", shares_table(&shares));
        if !matches.is_empty() {
            println!("{}", matches_table(&matches));
        }
        if self.days > 0 {
            println!("{}", shares_table(&store.quality_history(self.days).await?));
        }
        println!(
            "Precision and recall of the rules that link are printed by their test: cargo test -p vinilogy-tests matching"
        );
        Ok(())
    }
}

fn table(header: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_header(header);
    table
}

/// "artists with mbid": how many, of how many, and whether that is enough.
fn shares_table(shares: &[Measured]) -> Table {
    let mut table = table(&["day", "of", "with", "count", "of all", "share", "goal", "verdict"]);
    for s in shares {
        let goal = goal(&s.subject, &s.feature);
        let share =
            share(s.count, s.total).map_or("–".to_owned(), |share| format!("{}.{:02} %", share / 100, share % 100));
        let verdict = goal.map_or("", |goal| if goal.is_met(s.count, s.total) { "reached" } else { "missed" });
        let goal = goal.map_or_else(String::new, |goal| format!("≥ {} %", goal.percent));
        let (count, total) = (s.count.to_string(), s.total.to_string());
        table.add_row([&s.day, &s.subject, &s.feature, &count, &total, &share, &goal, verdict]);
    }
    table
}

/// Links by kind, service, state and who decided.
fn matches_table(matches: &[Measured]) -> Table {
    let mut table = table(&["link of", "to", "state", "decided by", "count"]);
    for measured in matches {
        let mut row: Vec<String> = measured.feature.splitn(4, ' ').map(str::to_owned).collect();
        row.push(measured.count.to_string());
        table.add_row(row);
    }
    table
}
