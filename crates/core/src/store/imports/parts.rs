//! A part of an import: its rows, its refusals and the place where the next part begins are written in one transaction, so that a reader
//! that is killed leaves nothing half done.
use deadpool_postgres::Transaction;
use uuid::Uuid;
use vinilogy_queries::client::GenericClient;
use vinilogy_queries::queries::{artists, imports};

use super::{Import, RefusedRow, caller};
use crate::domain::ids::ImportId;
use crate::domain::names::{artist_key, display_name};
use crate::store::{At, Error, Result, Store, retrying};

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

impl Store {
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
