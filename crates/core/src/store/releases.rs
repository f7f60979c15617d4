//! Pressings: written in batches as Discogs lists them, read in pages, their details and their turn to be priced.
use std::time::Duration;

use vinilogy_queries::queries::{albums, releases};

use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ReleaseId};

pub use releases::{ById as ReleaseKey, Release as ReleaseRow, StalePricedInAlbum as ToPrice};

/// A vinyl pressing as Discogs lists it under its master.
#[derive(Debug, Clone, Default)]
pub struct Pressing {
    /// The Discogs release.
    pub discogs_id: i64,
    /// As on the sleeve.
    pub title: String,
    /// Discogs' country name.
    pub country: Option<String>,
    /// Unknown is `None`.
    pub year: Option<i16>,
    /// `YYYY`, `YYYY-MM-00` or `YYYY-MM-DD`.
    pub released: Option<String>,
    /// Discogs' text, such as `LP, Album, RE`.
    pub format: String,
    /// First label.
    pub label: Option<String>,
    /// Catalogue number; "none" is `None`.
    pub catno: Option<String>,
    /// A small picture.
    pub thumb_url: Option<String>,
    /// Not a bootleg.
    pub official: bool,
    /// How many collectors own it.
    pub have: Option<i32>,
    /// How many want it.
    pub want: Option<i32>,
}

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
}

/// What the most owned pressing says about its album.
#[derive(Debug, Clone, Default)]
pub struct AlbumFacts {
    /// Tracks, without headings.
    pub track_count: Option<i16>,
    /// A cover picture.
    pub cover_url: Option<String>,
}

/// Which pressings of an album to list.
#[derive(Debug, Clone, Default)]
pub struct ReleaseFilter<'a> {
    /// Discogs' country name.
    pub country: Option<&'a str>,
    /// Year of the pressing.
    pub year: Option<i16>,
    /// A word of the format text, such as `LP` or `Reissue`.
    pub format: Option<&'a str>,
    /// Continue after the pressing with this year (9999 when unknown) and id.
    pub after: Option<(i16, i64)>,
    /// Rows at most.
    pub limit: i64,
}

impl Store {
    /// An album's pressings, oldest first, each with its cheapest price in this currency to this country.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_of(
        &self,
        album: AlbumId,
        filter: &ReleaseFilter<'_>,
        currency: &str,
        ships_to: &str,
    ) -> Result<Vec<ReleaseRow>> {
        let pattern = filter.format.map(|f| format!("%{}%", escape_like(f)));
        let client = self.client().await?;
        releases::of_album()
            .bind(
                &client,
                &currency,
                &ships_to,
                &album.get(),
                &filter.country,
                &filter.year,
                &pattern.as_deref(),
                &filter.after.map(|a| a.1),
                &filter.after.map(|a| a.0),
                &filter.limit,
            )
            .all()
            .await
            .at("releases.of_album")
    }

    /// What a job needs to know of one pressing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn release(&self, id: ReleaseId) -> Result<ReleaseKey> {
        let client = self.client().await?;
        releases::by_id().bind(&client, &id.get()).opt().await.at("releases.by_id")?.ok_or(Error::NotFound)
    }

    /// Writes all pressings of an album in one transaction; rows that are equal are not written. Returns how many were.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_releases(&self, album: AlbumId, pressings: &[Pressing]) -> Result<u64> {
        retrying(|| self.try_save_releases(album, pressings)).await
    }

    async fn try_save_releases(&self, album: AlbumId, pressings: &[Pressing]) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("releases.begin")?;
        let batch: Vec<(i64, &Pressing)> = pressings.iter().map(|p| (album.get(), p)).collect();
        let written = save_pressings(&tx, &batch).await?;
        let cover = pressings.iter().max_by_key(|p| p.have).and_then(|p| p.thumb_url.as_deref());
        albums::save_releases_fetched().bind(&tx, &cover, &album.get()).await.at("albums.save_releases_fetched")?;
        tx.commit().await.at("releases.commit")?;
        Ok(written)
    }

    /// Writes pressings of many albums at once, for bulk loads: `(album id, pressing)`. Returns how many rows changed.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_release_batch(&self, batch: &[(i64, &Pressing)]) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("releases.begin")?;
        let written = save_pressings(&tx, batch).await?;
        tx.commit().await.at("releases.commit")?;
        Ok(written)
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

    /// Writes a pressing's details and what they say about its album, in one transaction.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_details(
        &self,
        id: ReleaseId,
        album: AlbumId,
        details: &Details,
        facts: &AlbumFacts,
    ) -> Result<()> {
        retrying(|| self.try_save_details(id, album, details, facts)).await
    }

    /// The album first, as those do who write prices: two jobs of one album take their locks in one order.
    async fn try_save_details(
        &self,
        id: ReleaseId,
        album: AlbumId,
        details: &Details,
        facts: &AlbumFacts,
    ) -> Result<()> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("releases.begin")?;
        albums::save_facts()
            .bind(
                &tx,
                &facts.track_count,
                &details.rating_hundredths,
                &details.rating_votes,
                &facts.cover_url.as_deref(),
                &album.get(),
            )
            .await
            .at("albums.save_facts")?;
        releases::save_details()
            .bind(&tx, &details.rating_hundredths, &details.rating_votes, &details.have, &details.want, &id.get())
            .await
            .at("releases.save_details")?;
        tx.commit().await.at("releases.commit")
    }

    /// Says why a pressing has no details.
    ///
    /// # Errors
    /// As every statement.
    pub async fn note_release(&self, id: ReleaseId, note: &str) -> Result<()> {
        let client = self.client().await?;
        releases::save_note().bind(&client, &note, &id.get()).await.at("releases.save_note").map(drop)
    }

    /// The next pressings of an album to price, those that many own first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_to_price(&self, album: AlbumId, ttl: Duration, limit: i64) -> Result<Vec<ToPrice>> {
        let client = self.client().await?;
        releases::stale_priced_in_album()
            .bind(&client, &album.get(), &ttl.as_secs_f64(), &limit)
            .all()
            .await
            .at("releases.stale_priced_in_album")
    }

    /// The most owned pressings of albums whose details are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_with_stale_details(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        releases::stale_details().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("releases.stale_details")
    }
}

async fn save_pressings(tx: &deadpool_postgres::Transaction<'_>, batch: &[(i64, &Pressing)]) -> Result<u64> {
    /// One column of the batch.
    fn column<'a, T>(batch: &[(i64, &'a Pressing)], of: impl Fn(&'a Pressing) -> T) -> Vec<T> {
        batch.iter().map(|(_, p)| of(p)).collect()
    }
    releases::save_pressings()
        .bind(
            tx,
            &batch.iter().map(|(album, _)| *album).collect::<Vec<_>>(),
            &column(batch, |p| p.discogs_id),
            &column(batch, |p| p.title.as_str()),
            &column(batch, |p| p.country.as_deref()),
            &column(batch, |p| p.year),
            &column(batch, |p| p.released.as_deref()),
            &column(batch, |p| p.format.as_str()),
            &column(batch, |p| p.label.as_deref()),
            &column(batch, |p| p.catno.as_deref()),
            &column(batch, |p| p.thumb_url.as_deref()),
            &column(batch, |p| p.official),
            &column(batch, |p| p.have),
            &column(batch, |p| p.want),
        )
        .await
        .at("releases.save_pressings")
}

/// Takes the special meaning from the characters that `like` knows.
fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
