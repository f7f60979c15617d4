//! `vinilogy import` and `vinilogy seed`: lists of artists, a file's or of Last.fm's tags, wished for as an operator or a listener.
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use vinilogy_app::Context;
use vinilogy_app::jobs::{ImportArtists, check};
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::store::{Import as Row, Source};

use crate::local::Variables;

/// Options of `vinilogy import`.
#[derive(Args)]
pub struct Import {
    /// A CSV file of any encoding and separator, with a column of artists.
    file: PathBuf,
    /// Which column holds the artists, from 1, if no heading says so.
    #[arg(long)]
    artist_column: Option<i16>,
    /// Whose list it is; the operator's without it.
    #[arg(long)]
    listener: Option<String>,
}

/// Options of `vinilogy seed`.
#[derive(Args)]
pub struct Seed {
    /// Tags of Last.fm, between commas.
    #[arg(long, value_delimiter = ',', required = true)]
    tags: Vec<String>,
    /// Artists of each tag, 1 to 1000.
    #[arg(long, default_value_t = 100)]
    per_tag: i16,
}

impl Import {
    /// Sends the file, has it read through the queue, and shows what became of its rows.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let name = uuid::Uuid::new_v4().simple();
        let object_key = format!("imports/cli/{name}.csv");
        let source = Source::Csv { object_key: &object_key, artist_column: self.artist_column };
        check(source).map_err(anyhow::Error::msg)?;
        let file = std::fs::read(&self.file).with_context(|| self.file.display().to_string())?;
        context.uploads().await.put(&object_key, file.into()).await?;
        let import = match &self.listener {
            Some(name) => {
                let user = context.store().get_or_create_user(name, "ES", "EUR", "en").await?;
                context.store().create_import(user, source).await?
            }
            None => context.store().get_or_create_import(source).await?,
        };
        start(&context, import).await
    }
}

impl Seed {
    /// Has the tags read through the queue, and shows what became of their artists.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let source = Source::Tags { tags: &self.tags, per_tag: self.per_tag };
        check(source).map_err(anyhow::Error::msg)?;
        let import = context.store().get_or_create_import(source).await?;
        start(&context, import).await
    }
}

async fn start(context: &Context, import: Row) -> Result<()> {
    let id = ImportId::from(import.id);
    context.store().start_import(id).await?;
    let queues = context.on_behalf_of(import.user_id.unwrap_or(0)).queues().await;
    queues.send(&ImportArtists::Started { import_id: import.id }).await?;
    let read = watch(context, id).await?;
    println!("Import {}: {} rows, of which", read.id, read.rows);
    println!("  {} are wishes, {} name an artist again, {} were refused", read.wished, read.repeated, read.refused);
    for row in context.store().refused_rows(id, 0, 20).await? {
        println!("  line {}: {}: {}", row.line, row.reason, row.excerpt);
    }
    let per_day = context.config().artists_per_day;
    println!("{} wait for their turn: {per_day} a day are ingested, popular first.", read.pending);
    Ok(())
}

/// Until it is read to its end.
async fn watch(context: &Context, id: ImportId) -> Result<Row> {
    let bar = ProgressBar::new(1);
    bar.set_style(ProgressStyle::with_template("{elapsed_precise} {bar:30} {percent} % {msg}")?);
    loop {
        let import = context.store().import(id).await?;
        let whole = import.size.or_else(|| i64::try_from(import.tags.len()).ok().filter(|tags| *tags > 0));
        bar.set_length(whole.unwrap_or(1).max(1).unsigned_abs());
        bar.set_position(import.next.unsigned_abs());
        bar.set_message(format!("{} rows, {} refused", import.rows, import.refused));
        match import.state.as_str() {
            "done" => {
                bar.finish();
                return Ok(import);
            }
            "reading" => tokio::time::sleep(Duration::from_millis(300)).await,
            _ => bail!("{}", import.note.unwrap_or_default()),
        }
    }
}
