//! The page of one pressing: read with all that is known, written when Discogs was asked, and asked for by those who look.
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;
use vinilogy_queries::queries::{prices, releases};

use super::quotes::settle_best;
use super::{At, Error, Result, Store, retrying};
use crate::domain::pressing::{Format, Kind, Page};
use crate::domain::{ids::AlbumId, ids::ReleaseId};

pub use releases::Page as ReleasePage;

/// How long one who asked for details is waited for before another asks.
const AGAIN_AFTER: Duration = Duration::from_secs(600);

/// What the page of one pressing adds.
#[derive(Debug, Clone, Default)]
pub struct Details {
    /// Community rating in hundredths of a star.
    pub rating_hundredths: Option<i32>,
    /// How many rated.
    pub rating_votes: Option<i32>,
    /// How many own it.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
    /// Tracks, companies, identifiers and the rest.
    pub page: Page,
}

/// What the most owned pressing says about its album.
#[derive(Debug, Clone, Default)]
pub struct AlbumFacts {
    /// Tracks, without headings.
    pub track_count: Option<i16>,
    /// A cover picture.
    pub cover_url: Option<String>,
}

impl Store {
    /// A pressing with its album, its artist, its details and its cheapest price to this country.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn release_page(&self, id: ReleaseId, ships_to: &str) -> Result<ReleasePage> {
        let client = self.client().await?;
        let page = releases::page().bind(&client, &ships_to, &id.get()).opt().await;
        page.at("releases.page")?.ok_or(Error::NotFound)
    }

    /// Marks a pressing as looked at before its details were there. True for the one who is to ask for them.
    ///
    /// # Errors
    /// As every statement.
    pub async fn want_details(&self, id: ReleaseId) -> Result<bool> {
        let client = self.client().await?;
        let first = releases::want_details().bind(&client, &id.get(), &AGAIN_AFTER.as_secs_f64()).opt().await;
        Ok(first.at("releases.want_details")?.is_some())
    }

    /// The most owned pressing of an album when its details are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn most_owned_without_details(&self, album: AlbumId, ttl: Duration) -> Result<Option<i64>> {
        let client = self.client().await?;
        releases::most_owned_without_details()
            .bind(&client, &album.get(), &ttl.as_secs_f64())
            .opt()
            .await
            .at("releases.most_owned_without_details")
    }

    /// Writes a pressing's details and, when it is the most owned one, what they say about its album, in one transaction.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_details(&self, id: ReleaseId, details: &Details, facts: &AlbumFacts) -> Result<()> {
        retrying(|| self.try_save_details(id, details, facts)).await
    }

    /// The album first, as those do who write prices: two jobs of one album take their locks in one order.
    async fn try_save_details(&self, id: ReleaseId, details: &Details, facts: &AlbumFacts) -> Result<()> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("releases.begin")?;
        lock_album_of(&tx, id).await?;
        save_row(&tx, id, details).await?;
        save_page(&tx, id, &details.page).await?;
        releases::speak_for_album()
            .bind(&tx, &facts.track_count, &facts.cover_url.as_deref(), &id.get())
            .await
            .at("releases.speak_for_album")?;
        tx.commit().await.at("releases.commit")
    }

    /// Marks a pressing that Discogs does not know any more: it is neither listed nor priced, and back when it is listed again.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_gone(&self, id: ReleaseId, gone_at: DateTime<Utc>, note: &str) -> Result<()> {
        retrying(|| self.try_save_gone(id, gone_at, note)).await
    }

    async fn try_save_gone(&self, id: ReleaseId, gone_at: DateTime<Utc>, note: &str) -> Result<()> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("releases.begin")?;
        let album = [lock_album_of(&tx, id).await?];
        releases::save_gone().bind(&tx, &gone_at, &note, &id.get()).await.at("releases.save_gone")?;
        settle_albums(&tx, &album).await?;
        tx.commit().await.at("releases.commit")
    }

    /// Pressings that somebody looked at, and the most owned ones of albums, whose details are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_with_stale_details(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        let stale = releases::stale_details().bind(&client, &ttl.as_secs_f64(), &limit).all().await;
        Ok(stale.at("releases.stale_details")?.into_iter().map(|row| row.id).collect())
    }
}

/// Locks the album that a pressing belongs to, also when it moves to another one meanwhile.
async fn lock_album_of(tx: &deadpool_postgres::Transaction<'_>, id: ReleaseId) -> Result<i64> {
    let album_of = async || releases::album_of().bind(tx, &id.get()).opt().await.at("releases.album_of");
    let mut album = album_of().await?.ok_or(Error::NotFound)?;
    loop {
        prices::lock_albums().bind(tx, &[album].as_slice()).all().await.at("prices.lock_albums")?;
        match album_of().await?.ok_or(Error::NotFound)? {
            same if same == album => return Ok(album),
            other => album = other,
        }
    }
}

/// Brings the counts and best prices of albums up to date after pressings came, went or moved.
pub(super) async fn settle_albums(tx: &deadpool_postgres::Transaction<'_>, albums: &[i64]) -> Result<()> {
    releases::count_of_albums().bind(tx, &albums).await.at("releases.count_of_albums")?;
    settle_best(tx, albums).await
}

async fn save_row(tx: &deadpool_postgres::Transaction<'_>, id: ReleaseId, details: &Details) -> Result<()> {
    let format = Format::of(&details.page.formats);
    releases::save_details()
        .bind(
            tx,
            &details.rating_hundredths,
            &details.rating_votes,
            &details.have,
            &details.want,
            &details.page.barcodes(),
            &!details.page.formats.is_empty(),
            &format.records,
            &format.size_inches,
            &format.speed_rpm,
            &format.kind.map(Kind::name),
            &format.traits.names(),
            &format.colour.as_deref(),
            &format.weight_grams,
            &id.get(),
        )
        .await
        .at("releases.save_details")
        .map(drop)
}

async fn save_page(tx: &deadpool_postgres::Transaction<'_>, id: ReleaseId, page: &Page) -> Result<()> {
    releases::save_page()
        .bind(
            tx,
            &id.get(),
            &json(&page.tracks),
            &json(&page.labels),
            &json(&page.companies),
            &json(&page.identifiers),
            &json(&page.formats),
            &json(&page.artists),
            &json(&page.credits),
            &page.genres,
            &page.styles,
            &page.notes.as_deref(),
        )
        .await
        .at("releases.save_page")
        .map(drop)
}

/// NUL, which Discogs' text should not have and Postgres cannot hold, is refused by the statement.
fn json(list: &impl Serialize) -> Value {
    serde_json::to_value(list).expect("lists of plain fields have no key that is not text")
}
