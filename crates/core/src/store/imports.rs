//! Imports: lists of artists that are read part by part.
mod parts;

use std::time::Duration;

use deadpool_postgres::Transaction;
use vinilogy_queries::queries::imports;

use super::{At, Error, Result, Store};
use crate::domain::ids::{ImportId, UserId};
use crate::domain::imports::Layout;

pub use imports::{Import, Refusals as RefusedRow};
pub use parts::{ImportPart, Refused, Wish};

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
