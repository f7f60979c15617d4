//! `vinilogy status`: what is there, what waits, what was asked.
use anyhow::Result;
use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use vinilogy_core::store::{Store, Totals};

use crate::local::Variables;

/// Prints it.
pub async fn run() -> Result<()> {
    print(Variables::read().context()?.store()).await
}

/// Prints counts and calls.
pub async fn print(store: &Store) -> Result<()> {
    let (totals, calls) = futures::try_join!(store.totals(), store.upstream_use())?;
    println!("{}", counts(&totals));
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_header(["upstream", "calls", "distinct requests", "last"]);
    for row in calls {
        let last = row.last_at.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M:%S").to_string());
        table.add_row([row.upstream, row.taken.to_string(), row.requests.to_string(), last]);
    }
    println!("{table}");
    Ok(())
}

/// One line.
pub fn counts(totals: &Totals) -> String {
    format!(
        "{} artists ({} ingested), {} albums, {} pressings, {} prices, {} upstream answers kept; waiting: {} artists, {} albums, {} prices",
        totals.artists,
        totals.ingested,
        totals.albums,
        totals.releases,
        totals.prices,
        totals.requests,
        totals.artists_waiting,
        totals.albums_waiting,
        totals.prices_waiting
    )
}
