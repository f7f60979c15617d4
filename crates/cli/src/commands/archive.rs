//! `vinilogy archive`: what lies in the archive, and packing it now.
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;
use comfy_table::{CellAlignment, Table, presets::UTF8_FULL_CONDENSED};
use vinilogy_app::Context;
use vinilogy_app::archive::Held;

use crate::local::Variables;

/// Options of `vinilogy archive`.
#[derive(Args)]
pub struct Archive {
    /// Pack what can be packed now, the answers of today among it, and delete what is left over; only while nothing is being ingested.
    #[arg(long)]
    pack: bool,
}

/// Objects in one round of packing.
const ROUND: usize = 10_000;

impl Archive {
    /// Prints counts and bytes by endpoint.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        if self.pack {
            pack(&context).await?;
        }
        print(&context.archive().await.held().await?);
        Ok(())
    }
}

async fn pack(context: &Context) -> Result<()> {
    let archive = context.archive().await;
    let started = Instant::now();
    let tomorrow = context.now().date_naive() + chrono::Days::new(1);
    let mut packed = 0;
    loop {
        let groups = archive.to_pack(tomorrow, ROUND).await?;
        if groups.is_empty() {
            break;
        }
        for group in groups {
            if let Some(pack) = archive.write_pack(&group).await? {
                archive.switch(&pack).await?;
                packed += pack.packed.len();
            }
        }
    }
    let deleted = archive.delete_leftovers(Duration::ZERO).await?;
    println!("{packed} objects packed and {deleted} deleted in {:.1} s", started.elapsed().as_secs_f64());
    Ok(())
}

fn print(held: &BTreeMap<String, Held>) {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED);
    table.set_header(["endpoint", "single objects", "of them failures", "kB", "packs", "answers in packs", "kB"]);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut all = Held::default();
    for (endpoint, held) in held {
        table.add_row(row(endpoint, held));
        all += held;
    }
    table.add_row(row("all", &all));
    println!("{table}");
}

fn row(name: &str, held: &Held) -> Vec<String> {
    let kilobytes = |bytes: u64| (bytes.div_ceil(1000)).to_string();
    vec![
        name.to_owned(),
        held.singles.to_string(),
        held.evidence.to_string(),
        kilobytes(held.single_bytes),
        held.packs.to_string(),
        held.packed.to_string(),
        kilobytes(held.pack_bytes),
    ]
}
