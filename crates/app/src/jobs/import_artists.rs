//! Reads an import part by part: a bounded part per message, then the same key again for the next one. Where the next part begins stands
//! in the import's row and is written with the part, so a worker that is killed loses nothing and does nothing twice.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::domain::imports::{self, Layout, Refusal, Row, Taken};
use vinilogy_core::store::{Error as StoreError, Import, ImportPart, Refused, Source, Wish, file_layout};
use vinilogy_upstream::{Class, Fetch};

use super::{Job, JobError, MAX_NAME, Outcome, claimed};
use crate::Context;
use crate::uploads::Chunk;

/// `{"import_id": 1}`; or an operator's wish: `{"object_key": "imports/list.csv"}`, `{"tags": ["indie", "rock"], "per_tag": 100}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ImportArtists {
    /// One that was started.
    Started {
        /// Its row.
        import_id: i64,
    },
    /// A file that lies in the bucket.
    File {
        /// Below `imports/`.
        object_key: String,
        /// Which column holds the artists, from 1, if no heading says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        artist_column: Option<i16>,
    },
    /// The top artists of Last.fm's tags.
    Tags {
        /// The tags.
        tags: Vec<String>,
        /// How many artists of each, 1 to 1000.
        #[serde(default = "per_tag")]
        per_tag: i16,
    },
}

/// Artists of a tag, unless asked otherwise.
pub const DEFAULT_PER_TAG: i16 = 100;

const fn per_tag() -> i16 {
    DEFAULT_PER_TAG
}

/// Most tags of an import, and artists of each: one page of Last.fm.
const MAX_TAGS: usize = 50;
/// See [`MAX_TAGS`].
const MAX_PER_TAG: i16 = 1000;
/// Largest file, in bytes: a million rows and more.
const MAX_FILE: u64 = 64 * 1024 * 1024;
/// Bytes of a message's part: some ten thousand names, or fewer with their MBIDs, of which each may take a look.
const PART: usize = 256 * 1024;
/// Rows of a transaction.
const ROWS: usize = 1000;

impl Job for ImportArtists {
    const NAME: &'static str = "import_artists";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let import_id = match &self {
            Self::Started { import_id } => *import_id,
            Self::File { object_key, artist_column } => {
                open(context, Source::Csv { object_key, artist_column: *artist_column }).await?
            }
            Self::Tags { tags, per_tag } => open(context, Source::Tags { tags, per_tag: *per_tag }).await?,
        };
        let outcome =
            Box::pin(claimed(context, Self::NAME, import_id, read(context, ImportId::from(import_id)))).await?;
        // Sent when the claim is given back, or the next part would find it taken.
        if matches!(outcome, Outcome::Done(_)) && is_unread(context, ImportId::from(import_id)).await? {
            context.queues().await.send(&Self::Started { import_id }).await?;
        }
        Ok(outcome)
    }
}

/// What a message of an operator asks for is checked like a request.
pub fn check(source: Source<'_>) -> Result<(), String> {
    match source {
        Source::Csv { object_key, .. } if !object_key.starts_with("imports/") || object_key.len() > MAX_NAME => {
            Err("object_key: must be below imports/".to_owned())
        }
        Source::Csv { artist_column: Some(..=0), .. } => Err("artist_column: columns count from 1".to_owned()),
        Source::Tags { tags, .. } if tags.is_empty() || tags.len() > MAX_TAGS => {
            Err(format!("tags: must be 1 to {MAX_TAGS}"))
        }
        Source::Tags { tags, .. } if tags.iter().any(|t| t.trim().is_empty() || t.len() > 100 || t.contains('\0')) => {
            Err("tags: each must be text of 1 to 100 bytes without NUL".to_owned())
        }
        Source::Tags { per_tag, .. } if !(1..=MAX_PER_TAG).contains(&per_tag) => {
            Err(format!("per_tag: must be 1 to {MAX_PER_TAG}"))
        }
        _ => Ok(()),
    }
}

async fn open(context: &Context, source: Source<'_>) -> Result<i64, JobError> {
    check(source).map_err(JobError::Retry)?;
    let import = context.store().get_or_create_import(source).await?;
    context.store().start_import(ImportId::from(import.id)).await?;
    Ok(import.id)
}

async fn is_unread(context: &Context, id: ImportId) -> Result<bool, JobError> {
    Ok(context.store().import(id).await?.state == "reading")
}

async fn read(context: &Context, id: ImportId) -> Result<Outcome, JobError> {
    let import = match context.store().import(id).await {
        Ok(import) => import,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such import")),
        Err(error) => return Err(error.into()),
    };
    match (import.state.as_str(), &import.object_key) {
        ("reading", Some(key)) => read_file(context, &import, key).await,
        ("reading", None) => read_tag(context, &import).await,
        ("waiting", _) => Ok(Outcome::Skipped("not started")),
        _ => Ok(Outcome::Skipped("read to its end")),
    }
}

async fn read_file(context: &Context, import: &Import, key: &str) -> Result<Outcome, JobError> {
    let id = ImportId::from(import.id);
    let Some(chunk) = context.uploads().await.read(key, import.next.unsigned_abs(), PART).await? else {
        context.store().import_waits(id, "no file was sent").await?;
        return Ok(Outcome::GaveUp("no file was sent".to_owned()));
    };
    match parse(context, import, &chunk).await? {
        Ok(parts) => save(context, import, parts).await,
        Err(reason) => {
            context.store().import_failed(id, reason).await?;
            Ok(Outcome::GaveUp(reason.to_owned()))
        }
    }
}

type Parts = Result<Vec<ImportPart>, &'static str>;

/// The rows of a chunk in parts of a transaction each, or why the file is no list.
async fn parse(context: &Context, import: &Import, chunk: &Chunk) -> Result<Parts, JobError> {
    if chunk.size > MAX_FILE {
        return Ok(Err("the file is larger than 64 MB"));
    }
    let from = import.next.unsigned_abs();
    let is_last = from + chunk.bytes.len() as u64 >= chunk.size;
    let known = match import.layout {
        Some(_) => import.clone(),
        None => {
            let said = import.artist_column.and_then(|column| usize::try_from(column - 1).ok());
            let layout = match Layout::of(&chunk.bytes, is_last, said) {
                Ok(layout) => layout,
                Err(reason) => return Ok(Err(reason)),
            };
            let size = i64::try_from(chunk.size).unwrap_or(i64::MAX);
            context.store().save_layout(ImportId::from(import.id), &layout, size, &chunk.etag).await?
        }
    };
    if known.etag.as_deref() != Some(&chunk.etag) {
        return Ok(Err("the file was replaced while it was read: import the new one by itself"));
    }
    let Some(layout) = file_layout(&known) else { return Ok(Err("its layout cannot be read")) };
    let read = match imports::read(&chunk.bytes, &layout, import.line.unsigned_abs(), is_last) {
        Ok(read) => read,
        Err(reason) => return Ok(Err(reason)),
    };
    let end = if is_last { chunk.bytes.len() } else { read.consumed };
    if end == 0 && !is_last {
        return Ok(Err("a row is longer than any"));
    }
    Ok(Ok(parts(import.next, read, end, is_last)))
}

/// Parts of so many rows; the last one ends where the chunk does.
fn parts(from: i64, read: imports::Part, end: usize, is_last: bool) -> Vec<ImportPart> {
    let place = |bytes: usize| from + i64::try_from(bytes).unwrap_or(i64::MAX);
    let line = |line: u64| i64::try_from(line).unwrap_or(i64::MAX);
    let mut parts: Vec<ImportPart> = Vec::new();
    let mut rows = read.rows.into_iter().peekable();
    loop {
        let mut part = ImportPart { from: parts.last().map_or(from, |part| part.next), ..ImportPart::default() };
        for Taken { row, end, next_line } in rows.by_ref().take(ROWS) {
            (part.next, part.line) = (place(end), line(next_line));
            match row {
                Ok(row) => part.wishes.push(wish(row)),
                Err(refusal) => part.refused.push(refused(refusal)),
            }
        }
        if rows.peek().is_none() {
            (part.next, part.line, part.is_last) = (place(end), line(read.next_line), is_last);
            parts.push(part);
            return parts;
        }
        parts.push(part);
    }
}

fn wish(row: Row) -> Wish {
    let position = i32::try_from(row.line).unwrap_or(i32::MAX);
    Wish { name: row.name, mbid: row.mbid, position, rating: row.rating, image_url: row.image_url }
}

fn refused(refusal: Refusal) -> Refused {
    let line = i32::try_from(refusal.line).unwrap_or(i32::MAX);
    Refused { line, reason: refusal.reason.to_owned(), excerpt: refusal.excerpt }
}

/// Writes the parts one after the other.
async fn save(context: &Context, import: &Import, parts: Vec<ImportPart>) -> Result<Outcome, JobError> {
    let mut rows = 0;
    for part in &parts {
        if !context.store().save_import_part(import, part).await? {
            return Ok(Outcome::Skipped("another worker has read this part"));
        }
        rows += part.wishes.len() + part.refused.len();
    }
    Ok(Outcome::Done(rows as u64))
}

/// One tag per message: a call to Last.fm each.
async fn read_tag(context: &Context, import: &Import) -> Result<Outcome, JobError> {
    let at = usize::try_from(import.next).unwrap_or(usize::MAX);
    let Some(tag) = import.tags.get(at) else { return Ok(Outcome::Skipped("read to its end")) };
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Artist.ttl() };
    let limit = u32::from(import.per_tag.unsigned_abs());
    let artists = context.upstreams().await?.lastfm.tag_top_artists(tag, limit, fetch).await?;
    let usable = |name: &str| !name.trim().is_empty() && name.len() <= MAX_NAME && !name.contains('\0');
    let ranked = (1..).zip(artists.into_iter().take(limit as usize)).filter(|(_, artist)| usable(&artist.name));
    let wishes: Vec<Wish> = ranked
        .map(|(position, a)| Wish { name: a.name, mbid: a.mbid, position, rating: None, image_url: None })
        .collect();
    let line = i32::try_from(at + 1).unwrap_or(i32::MAX);
    let nobody = Refused { line, reason: "Last.fm has no artists with this tag".to_owned(), excerpt: tag.clone() };
    let part = ImportPart {
        from: import.next,
        next: import.next + 1,
        line: import.line,
        refused: if wishes.is_empty() { vec![nobody] } else { Vec::new() },
        wishes,
        is_last: at + 1 == import.tags.len(),
    };
    save(context, import, vec![part]).await
}
