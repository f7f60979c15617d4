//! `vinilogy images`: what each source offers for an artist and its albums, and why one was chosen.
use anyhow::{Result, bail};
use clap::Args;
use comfy_table::{ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use vinilogy_app::Context;
use vinilogy_app::images::{Considered, Fate, Offer, Source, Subject, offer};
use vinilogy_app::jobs::subject;
use vinilogy_core::domain::{freshness::Kind, ids::ArtistId};
use vinilogy_core::store::{Artist, Pictured, SubjectImage};
use vinilogy_upstream::{Class, Fetch};

use crate::local::Variables;

/// Options of `vinilogy images`.
#[derive(Args)]
pub struct Images {
    /// Name of an artist.
    name: String,
}

impl Images {
    /// Asks every source, the archive first, and prints their offers beside what was decided.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let found = context.store().artists_named(&self.name).await?;
        let [artist, homonyms @ ..] = found.as_slice() else { bail!("there is no artist named {:?}", self.name) };
        for other in homonyms {
            println!("Another {} has the id {}; shown is {}, whom most listen to.", other.name, other.id, artist.id);
        }
        println!("{}", table(&context, artist).await?);
        Ok(())
    }
}

async fn table(context: &Context, artist: &Artist) -> Result<Table> {
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["of", "source", "offers", "decision", "why"]);
    let id = ArtistId::from(artist.id);
    for row in context.store().images_of(id).await? {
        let of = row.album_id.map_or(Pictured::Artist(id), |album| Pictured::Album(album.into()));
        let subject = subject(context, of).await?;
        let title = row.title.clone().unwrap_or_else(|| artist.name.clone());
        for (place, &source) in subject.sources().iter().enumerate() {
            let shown = if place == 0 { title.as_str() } else { "" };
            let offered = offers(context, &subject, source).await;
            let (decision, why) = decision(&row, source);
            table.add_row([shown, source.title(), &offered, decision, &why]);
        }
        table.add_row(["", "→", &shown_as(&row), row.state.as_deref().unwrap_or("not looked for yet"), &since(&row)]);
    }
    Ok(table)
}

/// What a source has, whether or not it was asked when the choice was made.
async fn offers(context: &Context, subject: &Subject, source: Source) -> String {
    let fetch = Fetch { class: Class::Interactive, fresh_for: Kind::Images.ttl() };
    let offered = match context.upstreams().await {
        Ok(upstreams) => offer(upstreams, subject, source, fetch).await,
        Err(error) => Err(error),
    };
    match offered {
        Ok(Offer::Pictures(urls)) => urls.join("\n"),
        Ok(Offer::Nothing(why)) => format!("nothing: {why}"),
        Err(error) => format!("no answer: {error}"),
    }
}

/// What became of a source's candidates when the choice was made.
fn decision(row: &SubjectImage, source: Source) -> (&'static str, String) {
    let considered = row.candidates.clone().unwrap_or_default();
    let considered: Vec<Considered> = serde_json::from_value(considered).unwrap_or_default();
    let of_source: Vec<&Considered> = considered.iter().filter(|c| c.source == source.name()).collect();
    let Some(last) = of_source.last() else { return ("", String::new()) };
    let word = match last.outcome {
        Fate::Chosen => "chosen",
        Fate::Refused => "refused",
        Fate::Nothing => "nothing",
        Fate::Failed => "failed",
        Fate::NotAsked => "not asked",
    };
    (word, of_source.iter().map(|c| c.why.as_str()).collect::<Vec<_>>().join("; "))
}

fn shown_as(row: &SubjectImage) -> String {
    let hash = row.hash.as_deref().unwrap_or(vinilogy_images::PLACEHOLDER);
    if row.state.is_some() { vinilogy_images::path(hash) } else { String::new() }
}

fn since(row: &SubjectImage) -> String {
    let note = row.note.clone().map(|note| format!("; {note}")).unwrap_or_default();
    row.fetched_at.map(|at| format!("{}{note}", at.format("%Y-%m-%d %H:%M"))).unwrap_or_default()
}
