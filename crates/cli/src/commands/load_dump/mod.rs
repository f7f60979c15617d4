//! `vinilogy load-dump`: Discogs' monthly dump into the catalogue, with a progress bar.
mod remote;

use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use vinilogy_core::store::Store;
use vinilogy_dump::{Content, Loaded, News, Options, Source, load};

use crate::bench::process::peak_memory;
use crate::local::Variables;

/// Options of `vinilogy load-dump`. A file is named by its path or its https address, compressed or not; `-` is the standard input.
#[derive(Args)]
pub struct LoadDump {
    /// `discogs_YYYYMMDD_releases.xml.gz` of <https://data.discogs.com>: every vinyl release becomes a pressing. The date in its name
    /// says when it was made: what was learnt later stays.
    releases: String,
    /// `discogs_YYYYMMDD_masters.xml.gz`: titles and years of albums, read first.
    #[arg(long)]
    masters: Option<String>,
    /// `discogs_YYYYMMDD_artists.xml.gz`: names under which artists appear, read last.
    #[arg(long)]
    artists: Option<String>,
    /// Stop after so many releases of the file; a later load goes on there.
    #[arg(long)]
    limit: Option<u64>,
    /// What to call the standard input, so that a later load of it goes on.
    #[arg(long, default_value = "-")]
    name: String,
}

impl LoadDump {
    /// Loads, and says what was done.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let store = context.store();
        let whole = Options::default();
        if let Some(masters) = &self.masters {
            self.one(store, Content::Masters, masters, &whole).await?;
        }
        let limited = Options { limit: self.limit.unwrap_or(u64::MAX), ..Options::default() };
        self.one(store, Content::Releases, &self.releases, &limited).await?;
        if let Some(artists) = &self.artists {
            self.one(store, Content::Artists, artists, &whole).await?;
        }
        Ok(())
    }

    async fn one(&self, store: &Store, content: Content, place: &str, options: &Options) -> Result<()> {
        let source = match place {
            "-" => Source::new(self.name.clone(), 0, std::io::stdin())?,
            url if url.starts_with("https://") || url.starts_with("http://") => remote::open(url).await?,
            path => Source::open(Path::new(path))?,
        };
        let bar = bar(source.bytes)?;
        let started = Instant::now();
        let mut shown = Shown::default();
        let loaded = load(store, content, source, options, |news| shown.update(&bar, content, &news)).await;
        bar.finish();
        let loaded = loaded.with_context(|| format!("loading {}", remote::without_query(place)))?;
        println!("{}", summary(content, &loaded, started));
        Ok(())
    }
}

/// By bytes of the file as it lies there; without an end when its size is not known.
fn bar(bytes: u64) -> Result<ProgressBar> {
    let (bar, template) = match bytes {
        0 => (ProgressBar::no_length(), "{elapsed_precise} {bytes} {bytes_per_sec}, {msg}"),
        _ => (ProgressBar::new(bytes), "{elapsed_precise} {bar:30} {bytes}/{total_bytes}, {eta} left, {msg}"),
    };
    bar.set_style(ProgressStyle::with_template(template)?);
    Ok(bar)
}

/// What the bar showed last.
#[derive(Default)]
struct Shown {
    first: Option<(Instant, i64)>,
}

impl Shown {
    fn update(&mut self, bar: &ProgressBar, content: Content, news: &News) {
        match news {
            News::Merged { stored, consumed } => {
                bar.set_position(*consumed);
                let (since, from) = *self.first.get_or_insert((Instant::now(), stored.records));
                let rate = (stored.records - from) as f64 / since.elapsed().as_secs_f64().max(0.001);
                let vinyl =
                    if content == Content::Releases { format!("{} vinyl, ", stored.vinyl) } else { String::new() };
                bar.set_message(format!(
                    "{} {} ({rate:.0}/s), {vinyl}{} rows written",
                    stored.records,
                    content.root(),
                    stored.written
                ));
            }
            News::Malformed { record, what } => {
                bar.suspend(|| eprintln!("record {record} is passed over: {what}"));
            }
        }
    }
}

fn summary(content: Content, loaded: &Loaded, started: Instant) -> String {
    let stored = loaded.stored;
    let read = stored.records - loaded.resumed_at;
    let seconds = started.elapsed().as_secs_f64();
    let resumed = if loaded.resumed_at > 0 {
        format!(" after the {} of an earlier run", loaded.resumed_at)
    } else {
        String::new()
    };
    let vinyl = if content == Content::Releases { format!("{} vinyl, ", stored.vinyl) } else { String::new() };
    let end = if loaded.whole { "" } else { " Stopped before the end; the same command goes on." };
    let memory =
        peak_memory().map_or_else(String::new, |bytes| format!("; at most {} MB of memory", bytes / 1_000_000));
    format!(
        "{read} {} read{resumed} in {seconds:.1} s, {:.0} a second; {vinyl}{} rows written, {} records passed over{memory}.{end}",
        content.root(),
        read as f64 / seconds,
        stored.written,
        stored.malformed
    )
}
