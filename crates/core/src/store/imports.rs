//! Imports: lists of artists that are read part by part. A part's rows, refusals and the place where the next part begins are written in
//! one transaction, so that a reader that is killed leaves nothing half done.
use std::time::Duration;

use deadpool_postgres::Transaction;
use uuid::Uuid;
use vinilogy_queries::client::GenericClient;
use vinilogy_queries::queries::{artists, imports};

use super::{At, Error, Result, Store, retrying};
use crate::domain::ids::{ImportId, UserId};
use crate::domain::imports::Layout;
use crate::domain::names::{artist_key, display_name};

pub use imports::{Import, Refusals as RefusedRow};

/// Where the artists of an import come from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// A file in the bucket, and which of its columns holds the artists (from 1) if its owner says so.
    Csv {
        /// Below `imports/`.
        object_key: &'a str,
        /// From 1.
        artist_column: Option<i16>,
    },
    /// The top artists of Last.fm's tags.
    Tags {
        /// The tags.
        tags: &'a [String],
        /// How many artists of each, 1 to 1000.
        per_tag: i16,
    },
}

/// One artist that an import asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// As the list spells it.
    pub name: String,
    /// If the list has it.
    pub mbid: Option<Uuid>,
    /// Line of the file, or rank of the tag.
    pub position: i32,
    /// On the list's own scale.
    pub rating: Option<f32>,
    /// A picture's address.
    pub image_url: Option<String>,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Line of the file, or which tag, from 1.
    pub line: i32,
    /// Why.
    pub reason: String,
    /// The beginning of the row.
    pub excerpt: String,
}

/// What was read between one place and the next.
#[derive(Debug, Clone, Default)]
pub struct ImportPart {
    /// Where it began.
    pub from: i64,
    /// Where the next part begins.
    pub next: i64,
    /// The line there.
    pub line: i64,
    /// Rows that name an artist.
    pub wishes: Vec<Wish>,
    /// Rows that do not.
    pub refused: Vec<Refused>,
    /// Whether this was the last part.
    pub is_last: bool,
}

/// Names created in a transaction of their own: everybody else who creates one waits for so many at most, some milliseconds.
const NAMES_AT_ONCE: usize = 50;
/// An operator who asks again for the same tags within this time joins the first import.
const JOIN: Duration = Duration::from_secs(600);

impl Store {
    /// A new import of a listener.
    ///
    /// # Errors
    /// [`Error::Conflict`] for a file that is imported already, or an unknown listener.
    pub async fn create_import(&self, user: UserId, source: Source<'_>) -> Result<Import> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("imports.begin")?;
        let import = create(&tx, Some(user.get()), source).await?;
        tx.commit().await.at("imports.commit")?;
        Ok(import)
    }

    /// The operator's import of this file, or of these tags if it was asked for a moment ago; else a new one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn get_or_create_import(&self, source: Source<'_>) -> Result<Import> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("imports.begin")?;
        imports::lock_same().bind(&tx).one().await.at("imports.lock_same")?;
        let (key, tags, per_tag): (_, &[String], _) = match source {
            Source::Csv { object_key, .. } => (Some(object_key), &[], 1),
            Source::Tags { tags, per_tag } => (None, tags, per_tag),
        };
        let same = imports::same().bind(&tx, &key, &tags, &per_tag, &JOIN.as_secs_f64()).opt().await;
        let import = match same.at("imports.same")? {
            Some(import) => import,
            None => create(&tx, None, source).await?,
        };
        tx.commit().await.at("imports.commit")?;
        Ok(import)
    }

    /// An import with its progress.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn import(&self, id: ImportId) -> Result<Import> {
        let client = self.client().await?;
        imports::by_id().bind(&client, &id.get()).opt().await.at("imports.by_id")?.ok_or(Error::NotFound)
    }

    /// How many imports of the last day a listener has that are not read to their end.
    ///
    /// # Errors
    /// As every statement.
    pub async fn unfinished_imports(&self, user: UserId) -> Result<i64> {
        let client = self.client().await?;
        imports::unfinished().bind(&client, &user.get()).one().await.at("imports.unfinished")
    }

    /// Marks an import as being read; whether it waited for that.
    ///
    /// # Errors
    /// As every statement.
    pub async fn start_import(&self, id: ImportId) -> Result<bool> {
        let client = self.client().await?;
        let started = imports::start().bind(&client, &id.get()).opt().await.at("imports.start")?;
        Ok(started.is_some())
    }

    /// An import whose file is not there waits again, and says for what.
    ///
    /// # Errors
    /// As every statement.
    pub async fn import_waits(&self, id: ImportId, note: &str) -> Result<()> {
        let client = self.client().await?;
        imports::stop().bind(&client, &"waiting", &Some(note), &id.get()).await.at("imports.stop").map(drop)
    }

    /// An import that cannot be read, and why. What was read of it before stays.
    ///
    /// # Errors
    /// As every statement.
    pub async fn import_failed(&self, id: ImportId, note: &str) -> Result<()> {
        let client = self.client().await?;
        imports::stop().bind(&client, &"failed", &Some(note), &id.get()).await.at("imports.stop").map(drop)
    }

    /// Writes down how a file is written, how long it is and which content that is true of; returns what was found first.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown import.
    pub async fn save_layout(&self, id: ImportId, layout: &Layout, size: i64, etag: &str) -> Result<Import> {
        let client = self.client().await?;
        let json = serde_json::to_value(layout).expect("a layout has no key that is not text");
        imports::save_layout().bind(&client, &json, &size, &etag, &id.get()).await.at("imports.save_layout")?;
        imports::by_id().bind(&client, &id.get()).opt().await.at("imports.by_id")?.ok_or(Error::NotFound)
    }

    /// Writes a part, unless somebody else has written it; whether it was written.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_import_part(&self, import: &Import, part: &ImportPart) -> Result<bool> {
        let artists = self.artists_wished_for(&part.wishes).await?;
        retrying(|| self.try_save_part(import, part, &artists)).await
    }

    async fn try_save_part(&self, import: &Import, part: &ImportPart, artists: &[i64]) -> Result<bool> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("imports.begin")?;
        if imports::lock_part().bind(&tx, &import.id, &part.from).opt().await.at("imports.lock_part")?.is_none() {
            return Ok(false);
        }
        let positions: Vec<i32> = part.wishes.iter().map(|wish| wish.position).collect();
        let ratings: Vec<Option<f32>> = part.wishes.iter().map(|wish| wish.rating).collect();
        let images: Vec<Option<&str>> = part.wishes.iter().map(|wish| wish.image_url.as_deref()).collect();
        let caller = caller(import);
        let written = imports::insert_wishes()
            .bind(&tx, &artists, &positions, &ratings, &images, &import.id, &caller)
            .all()
            .await
            .at("imports.insert_wishes")?;
        save_refused(&tx, import.id, &part.refused).await?;
        let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let new = count(written.iter().filter(|wish| wish.is_new).count());
        let pending = count(written.iter().filter(|wish| wish.is_pending).count());
        let (wishes, refused) = (count(part.wishes.len()), count(part.refused.len()));
        let top = ratings.into_iter().flatten().reduce(f32::max);
        imports::save_part()
            .bind(
                &tx,
                &part.next,
                &part.line,
                &(wishes + refused),
                &new,
                &(wishes - new),
                &refused,
                &pending,
                &top,
                &part.is_last,
                &import.id,
            )
            .await
            .at("imports.save_part")?;
        tx.commit().await.at("imports.commit")?;
        Ok(true)
    }

    /// The artist of each wish, in their order. Names that nobody has become artists that are known by name only.
    ///
    /// Creating names takes turns with everybody else who does, so it is done beforehand, only for those that are new and a few at a time:
    /// a name too many does no harm, a listener who waits for a whole part would. An MBID that nobody has is looked after as everywhere,
    /// one by one.
    async fn artists_wished_for(&self, wishes: &[Wish]) -> Result<Vec<i64>> {
        let keys: Vec<String> = wishes.iter().map(|wish| artist_key(&wish.name)).collect();
        let mbids: Vec<Option<Uuid>> = wishes.iter().map(|wish| wish.mbid).collect();
        let mut found = find(&self.client().await?, &keys, &mbids).await?;
        let new: Vec<usize> = (0..wishes.len()).filter(|i| found[*i].is_none() && mbids[*i].is_none()).collect();
        for few in new.chunks(NAMES_AT_ONCE) {
            let names: Vec<&str> = few.iter().map(|i| display_name(&wishes[*i].name)).collect();
            let keys: Vec<&str> = few.iter().map(|i| keys[*i].as_str()).collect();
            let created = retrying(|| self.create_names(&names, &keys)).await?;
            few.iter().zip(created).for_each(|(i, artist)| found[*i] = artist);
        }
        for (wish, artist) in wishes.iter().zip(&mut found).filter(|(_, artist)| artist.is_none()) {
            *artist = Some(self.get_or_create_artist(display_name(&wish.name), wish.mbid).await?.id);
        }
        found.into_iter().collect::<Option<Vec<i64>>>().ok_or(Error::NotFound)
    }

    /// Artists known by name only, and those whom others have created meanwhile.
    async fn create_names(&self, names: &[&str], keys: &[&str]) -> Result<Vec<Option<i64>>> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("imports.begin")?;
        artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
        imports::insert_artists().bind(&tx, &names, &keys).await.at("imports.insert_artists")?;
        let created = find(&tx, keys, &vec![None; keys.len()]).await?;
        tx.commit().await.at("imports.commit")?;
        Ok(created)
    }

    /// A page of the rows that were refused, in the order of the file, after this line.
    ///
    /// # Errors
    /// As every statement.
    pub async fn refused_rows(&self, id: ImportId, after: i32, limit: i64) -> Result<Vec<RefusedRow>> {
        let client = self.client().await?;
        imports::refusals().bind(&client, &id.get(), &after, &limit).all().await.at("imports.refusals")
    }

    /// Imports that were started and not read on for this long: what lost messages would have read.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stalled_imports(&self, quiet: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        imports::stalled().bind(&client, &quiet.as_secs_f64(), &limit).all().await.at("imports.stalled")
    }

    /// How many wishes, everybody's, are admitted before the last one of this import's caller.
    ///
    /// # Errors
    /// As every statement.
    pub async fn wishes_ahead(&self, import: &Import) -> Result<i64> {
        let client = self.client().await?;
        imports::ahead().bind(&client, &caller(import)).one().await.at("imports.ahead")
    }
}

/// How an import's file is written, once its beginning was read.
#[must_use]
pub fn file_layout(import: &Import) -> Option<Layout> {
    serde_json::from_value(import.layout.clone()?).ok()
}

/// Who takes turns with others: the listener, or 0 for the operator.
fn caller(import: &Import) -> i64 {
    import.user_id.unwrap_or(0)
}

async fn create(tx: &Transaction<'_>, user: Option<i64>, source: Source<'_>) -> Result<Import> {
    let (name, key, column, tags, per_tag): (_, _, _, &[String], _) = match source {
        Source::Csv { object_key, artist_column } => ("csv", Some(object_key), artist_column, &[], 1),
        Source::Tags { tags, per_tag } => ("tags", None, None, tags, per_tag),
    };
    imports::create().bind(tx, &user, &name, &key, &column, &tags, &per_tag).one().await.at("imports.create")
}

async fn find(
    client: &impl GenericClient,
    keys: &[impl vinilogy_queries::StringSql],
    mbids: &[Option<Uuid>],
) -> Result<Vec<Option<i64>>> {
    let found = imports::find_artists().bind(client, &keys, &mbids).all().await.at("imports.find_artists")?;
    Ok(found.into_iter().map(|found| found.artist_id).collect())
}

async fn save_refused(tx: &Transaction<'_>, import: i64, refused: &[Refused]) -> Result<()> {
    if refused.is_empty() {
        return Ok(());
    }
    let lines: Vec<i32> = refused.iter().map(|row| row.line).collect();
    let reasons: Vec<&str> = refused.iter().map(|row| row.reason.as_str()).collect();
    let excerpts: Vec<&str> = refused.iter().map(|row| row.excerpt.as_str()).collect();
    imports::insert_refusals().bind(tx, &import, &lines, &reasons, &excerpts).await.at("imports.insert_refusals")?;
    Ok(())
}
