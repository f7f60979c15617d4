//! Pressings: written in batches as Discogs lists them, read in pages, their details and their turn to be priced.
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_queries::queries::{albums, releases};

use super::{At, Error, Result, Store, retrying};
use crate::domain::pressing::{Format, Kind, Trait};
use crate::domain::{ids::AlbumId, ids::ReleaseId};

pub use releases::{
    ById as ReleaseKey, Named as NamedRelease, Release as ReleaseRow, StalePricedInAlbum as ToPrice, ToMatch,
};

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
    /// What it is, when more is known than `format` says; else that text is read.
    pub described: Option<Format>,
    /// How sure a search was that it is a pressing of the album, 0 to 1; `None` when its master lists it.
    pub confidence: Option<f32>,
}

/// Which pressings of an album to list.
#[derive(Debug, Clone, Default)]
pub struct ReleaseFilter<'a> {
    /// Discogs' country name.
    pub country: Option<&'a str>,
    /// First and last year of the pressing; `None` is open.
    pub years: (Option<i16>, Option<i16>),
    /// Words of the format, such as `LP` or `Reissue`, all of which must be said.
    pub format: &'a [&'a str],
    /// Album, EP or single.
    pub kind: Option<Kind>,
    /// Size in inches.
    pub size_inches: Option<i16>,
    /// A word of the colour, such as `red`.
    pub colour: Option<&'a str>,
    /// Limited editions, or those that are not.
    pub limited: Option<bool>,
    /// The album's first pressings only.
    pub first_pressing: bool,
    /// Continue after the pressing with this year (9999 when unknown) and id.
    pub after: Option<(i16, i64)>,
    /// Rows at most.
    pub limit: i64,
}

impl Store {
    /// What tells the pressings of an album apart in somebody's offer: those that many own first, five hundred at most.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_to_match(&self, album: AlbumId) -> Result<Vec<ToMatch>> {
        let client = self.client().await?;
        releases::to_match().bind(&client, &album.get()).all().await.at("releases.to_match")
    }

    /// What tells these pressings of an album apart, in the order of their ids.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_named(&self, album: AlbumId, ids: &[i64]) -> Result<Vec<NamedRelease>> {
        let client = self.client().await?;
        releases::named().bind(&client, &album.get(), &ids).all().await.at("releases.named")
    }

    /// An album's pressings, oldest first, each with its cheapest price to this country.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_of(
        &self,
        album: AlbumId,
        filter: &ReleaseFilter<'_>,
        ships_to: &str,
    ) -> Result<Vec<ReleaseRow>> {
        let words: Vec<String> = filter.format.iter().map(|word| format!("%{}%", escape_like(word))).collect();
        // A word that means nothing known is looked for in the text alone: no pressing has the trait "".
        let traits: Vec<&str> = filter.format.iter().map(|word| Trait::of(word).map_or("", Trait::name)).collect();
        let client = self.client().await?;
        releases::of_album()
            .bind(
                &client,
                &album.get(),
                &ships_to,
                &filter.country,
                &filter.years.0,
                &filter.years.1,
                &words,
                &traits,
                &filter.kind.map(Kind::name),
                &filter.size_inches,
                &filter.colour,
                &filter.limited,
                &filter.first_pressing,
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
        let written = save_pressings(&tx, &batch, None).await?;
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
        let written = save_pressings(&tx, batch, None).await?;
        tx.commit().await.at("releases.commit")?;
        Ok(written)
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
}

/// `seen_at`: when the listing was seen; now, if it was not read from one.
pub(super) async fn save_pressings(
    tx: &deadpool_postgres::Transaction<'_>,
    batch: &[(i64, &Pressing)],
    seen_at: Option<DateTime<Utc>>,
) -> Result<u64> {
    /// One column of the batch.
    fn column<'a, T>(batch: &[(i64, &'a Pressing)], of: impl Fn(&'a Pressing) -> T) -> Vec<T> {
        batch.iter().map(|(_, p)| of(p)).collect()
    }
    let read = |p: &Pressing| p.described.clone().unwrap_or_else(|| Format::read(&p.format));
    let formats: Vec<Format> = batch.iter().map(|(_, p)| read(p)).collect();
    let traits: Vec<String> = formats.iter().map(|format| format.traits.names()).collect();
    releases::save_pressings()
        .bind(
            tx,
            &seen_at,
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
            &formats.iter().map(|format| format.records).collect::<Vec<_>>(),
            &formats.iter().map(|format| format.size_inches).collect::<Vec<_>>(),
            &formats.iter().map(|format| format.speed_rpm).collect::<Vec<_>>(),
            &formats.iter().map(|format| format.kind.map(Kind::name)).collect::<Vec<_>>(),
            &traits,
            &formats.iter().map(|format| format.colour.as_deref()).collect::<Vec<_>>(),
            &formats.iter().map(|format| format.weight_grams).collect::<Vec<_>>(),
            &column(batch, |p| p.confidence.unwrap_or(1.0)),
        )
        .await
        .at("releases.save_pressings")
}

/// Takes the special meaning from the characters that `like` knows.
fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
