//! `vinilogy ingest`: artists through the queues, with a progress bar.
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use vinilogy_app::Context;
use vinilogy_app::jobs::IngestArtist;
use vinilogy_core::store::Totals;

use super::status;
use crate::local::Variables;

/// Options of `vinilogy ingest`.
#[derive(Args)]
pub struct Ingest {
    /// Names of artists.
    #[arg(required = true)]
    names: Vec<String>,
}

impl Ingest {
    /// Sends the names and watches until nothing waits.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        through_queues(&context, &self.names).await?;
        status::print(context.store()).await
    }
}

/// Sends artists to be ingested and watches until nothing waits any more.
pub async fn through_queues(context: &Context, names: &[String]) -> Result<()> {
    let jobs: Vec<(IngestArtist, Duration)> =
        names.iter().map(|name| (IngestArtist::Named { name: name.clone(), mbid: None }, Duration::ZERO)).collect();
    let before = context.store().totals().await?;
    context.queues().await.send_all(&jobs).await?;
    watch(context, before.ingested, names.len() as u64).await
}

/// Longer than a message that failed stays invisible before it is tried again.
const PATIENCE: Duration = Duration::from_secs(600);

/// Until the catalogue says that everything wanted is there, twice in a row, or until nothing moves any more.
async fn watch(context: &Context, before: i64, artists: u64) -> Result<()> {
    let bar = ProgressBar::new(0);
    bar.set_style(ProgressStyle::with_template("{elapsed_precise} {bar:30} {pos}/{len} {msg}")?);
    let mut quiet = 0;
    let mut turns = 0_u32;
    let mut moved = (Instant::now(), 0);
    while quiet < 2 {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let totals = context.store().totals().await?;
        turns += 1;
        bar.set_length(done(&totals) + waiting(&totals));
        bar.set_position(done(&totals));
        bar.set_message(format!(
            "{} artists, {} albums, {} pressings, {} prices",
            totals.ingested, totals.albums, totals.releases, totals.prices
        ));
        if moved.1 != done(&totals) {
            moved = (Instant::now(), done(&totals));
        }
        if moved.0.elapsed() > PATIENCE {
            bar.abandon();
            let (artists, albums, prices) = (totals.artists_waiting, totals.albums_waiting, totals.prices_waiting);
            println!(
                "Nothing has moved for {} minutes: {artists} artists, {albums} albums and prices of {prices} albums still wait.",
                PATIENCE.as_secs() / 60
            );
            println!(
                "What failed is in the dead letters, and why is in the logs of the functions; the sweeps ask for it again."
            );
            return Ok(());
        }
        // Nothing waits before the first message has been read either: give them a moment to show.
        let started = totals.ingested > before || totals.ingested >= i64::try_from(artists)? || turns > 20;
        quiet = if started && waiting(&totals) == 0 { quiet + 1 } else { 0 };
    }
    bar.finish();
    Ok(())
}

/// Steps that the catalogue still waits for.
fn waiting(totals: &Totals) -> u64 {
    (totals.artists_waiting + totals.albums_waiting + totals.prices_waiting).unsigned_abs()
}

fn done(totals: &Totals) -> u64 {
    let albums = totals.albums - totals.albums_waiting;
    let priced = totals.albums - totals.prices_waiting;
    (totals.ingested + albums + priced).unsigned_abs()
}
