//! P13: a dump of 1 GB of XML, loaded into an empty catalogue and once more, beside a plain Python program that only reads it.
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use vinilogy_core::store::Store;
use vinilogy_dump::{Content, Loaded, Options, Source, load};

use super::database::Database;
use super::process;
use super::rows::Row;
use crate::local::{Variables, root};

const SIZE: &str = "1GB";
const SAMPLE: &str = "datasets/discogs-dump-20200806-sample/releases.xml.gz";

/// Real releases repeated where the sample is at hand (`VINILOGY_SHARED`), made-up ones elsewhere. They are written by another process,
/// so that the memory which is told is the load's.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let file = std::env::temp_dir().join(format!("vinilogy-bench-{}.xml.gz", std::process::id()));
    let sample = variables
        .get("VINILOGY_SHARED")
        .map(|shared| PathBuf::from(shared).join(SAMPLE))
        .filter(|sample| sample.is_file());
    make(&file, sample.as_deref())?;
    let measured = loaded(variables, &file, sample.is_some()).await;
    std::fs::remove_file(&file)?;
    measured
}

fn make(file: &Path, sample: Option<&Path>) -> Result<()> {
    let mut make = Command::new(std::env::current_exe()?);
    make.arg("make-dump").arg(file).args(["--size", SIZE]);
    if let Some(sample) = sample {
        make.arg("--like").arg(sample);
    }
    ensure!(make.status()?.success(), "the dump was not made");
    Ok(())
}

async fn loaded(variables: &Variables, file: &Path, real: bool) -> Result<Vec<Row>> {
    let database = Database::create(variables, "bench_dump").await?;
    let store = database.store(2)?;
    let (first, rate) = timed(&store, file).await?;
    let vinyl = rate * first.stored.vinyl as f64 / first.stored.records as f64;
    let memory = process::peak_memory().map_or_else(String::new, |bytes| format!(", {} MB", bytes / 1_000_000));
    let (again, compared) = timed(&store, file).await?;
    ensure!(again.stored.written == 0, "{} unchanged rows were written", again.stored.written);
    database.drop().await?;
    let python = python(file)?;
    let records = if real { "real releases, repeated" } else { "made-up releases" };
    Ok(vec![
        Row::new(
            "P13",
            format!("dump of {SIZE} of XML ({records}), read and stored, with memory"),
            "≥ 25 k releases/s, ≤ 150 MB",
            format!("{:.1} k releases/s, of which {:.1} k vinyl/s stored{memory}", rate / 1000.0, vinyl / 1000.0),
        ),
        Row::new(
            "P13",
            "the same again, unchanged",
            "0 rows",
            format!("0 rows, {:.1} k releases/s", compared / 1000.0),
        ),
        Row::new(
            "P13",
            "Python's ElementTree on the same file, reading only",
            "–",
            format!("{:.1} k releases/s: we are {:.1} times as fast", python / 1000.0, rate / python),
        ),
    ])
}

async fn timed(store: &Store, file: &Path) -> Result<(Loaded, f64)> {
    let started = Instant::now();
    let loaded = load(store, Content::Releases, Source::open(file)?, &Options::default(), |_| {}).await?;
    Ok((loaded, loaded.stored.records as f64 / started.elapsed().as_secs_f64()))
}

/// Releases per second.
fn python(file: &Path) -> Result<f64> {
    let output =
        Command::new("python3").arg(root().join("infra/bench/dump/parse.py")).arg(file).output().context("python3")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let figures: Vec<f64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    match figures.as_slice() {
        [releases, _, seconds] => Ok(releases / seconds),
        _ => anyhow::bail!("parse.py says {text}"),
    }
}
