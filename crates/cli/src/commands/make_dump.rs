//! `vinilogy make-dump`: a dump of any size, to try `vinilogy load-dump` on.
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use vinilogy_dump::{Pattern, Source};

/// Options of `vinilogy make-dump`.
#[derive(Args)]
pub struct MakeDump {
    /// Where to: `releases.xml.gz`.
    file: PathBuf,
    /// How much XML, before it is compressed: `200MB`, `1GB`.
    #[arg(long, default_value = "1GB", value_parser = size)]
    size: u64,
    /// Repeat the releases of this dump, with other ids, instead of made-up ones.
    #[arg(long)]
    like: Option<PathBuf>,
}

impl MakeDump {
    /// Writes it.
    pub fn run(self) -> Result<()> {
        let pattern = match &self.like {
            Some(dump) => Pattern::of(Source::open(dump)?)?,
            None => Pattern::own(),
        };
        let file = File::create(&self.file).with_context(|| format!("{} cannot be written", self.file.display()))?;
        let (records, bytes) = pattern.write(BufWriter::new(file), self.size)?;
        println!("{records} releases, {} MB of XML in {}", bytes / 1_000_000, self.file.display());
        Ok(())
    }
}

fn size(text: &str) -> Result<u64> {
    let text = text.trim();
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).trim_end();
    let factor = match text[digits.len()..].trim().to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "KB" => 1_000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        unit => bail!("{unit} is no unit of size: KB, MB, GB"),
    };
    Ok(digits.parse::<u64>()?.saturating_mul(factor))
}
