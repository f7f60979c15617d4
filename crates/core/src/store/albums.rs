//! Studio albums: written as MusicBrainz lists them, read for pages, swept when their pressings or prices go stale.
use std::time::Duration;

use uuid::Uuid;
use vinilogy_queries::queries::{albums, artists};

use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ArtistId, names::album_key};

pub use albums::Album;

/// A studio album as MusicBrainz lists it.
#[derive(Debug, Clone)]
pub struct StudioAlbum {
    /// The release group.
    pub mbid: Uuid,
    /// As MusicBrainz spells it.
    pub title: String,
    /// Of the first release, if known.
    pub first_release_year: Option<i16>,
    /// Through the url relations.
    pub discogs_master_id: Option<i64>,
}

impl Store {
    /// An album with its artist's name.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn album(&self, id: AlbumId) -> Result<Album> {
        let client = self.client().await?;
        albums::by_id().bind(&client, &id.get()).opt().await.at("albums.by_id")?.ok_or(Error::NotFound)
    }

    /// An artist's albums, oldest first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_of(&self, artist: ArtistId) -> Result<Vec<Album>> {
        let client = self.client().await?;
        albums::of_artist().bind(&client, &artist.get()).all().await.at("albums.of_artist")
    }

    /// Writes an artist's studio albums in one transaction; rows that are equal are not written. Returns how many were.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_albums(&self, artist: ArtistId, found: &[StudioAlbum]) -> Result<u64> {
        retrying(|| self.try_save_albums(artist, found)).await
    }

    async fn try_save_albums(&self, artist: ArtistId, found: &[StudioAlbum]) -> Result<u64> {
        let titles: Vec<&str> = found.iter().map(|a| a.title.as_str()).collect();
        let keys: Vec<String> = found.iter().map(|a| album_key(&a.title)).collect();
        let mbids: Vec<Uuid> = found.iter().map(|a| a.mbid).collect();
        let years: Vec<Option<i16>> = found.iter().map(|a| a.first_release_year).collect();
        let masters: Vec<Option<i64>> = found.iter().map(|a| a.discogs_master_id).collect();
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("albums.begin")?;
        let written = albums::save_studio_albums()
            .bind(&tx, &artist.get(), &titles, &keys, &mbids, &years, &masters)
            .await
            .at("albums.save_studio_albums")?;
        artists::save_albums_fetched().bind(&tx, &artist.get()).await.at("artists.save_albums_fetched")?;
        tx.commit().await.at("albums.commit")?;
        Ok(written)
    }

    /// The artist's albums whose pressings are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_without_releases(&self, artist: ArtistId, ttl: Duration) -> Result<Vec<i64>> {
        let client = self.client().await?;
        albums::without_releases()
            .bind(&client, &artist.get(), &ttl.as_secs_f64())
            .all()
            .await
            .at("albums.without_releases")
    }

    /// Remembers the Discogs master that a search found, with its confidence from 0 to 1. One that is known already stays.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_master(&self, id: AlbumId, master: i64, confidence: f32) -> Result<()> {
        let client = self.client().await?;
        albums::save_master().bind(&client, &master, &confidence, &id.get()).await.at("albums.save_master").map(drop)
    }

    /// Says why an album has no pressings. It is looked for again when its pressings go stale.
    ///
    /// # Errors
    /// As every statement.
    pub async fn note_album(&self, id: AlbumId, note: &str) -> Result<()> {
        let client = self.client().await?;
        albums::save_note().bind(&client, &note, &id.get()).await.at("albums.save_note").map(drop)
    }

    /// Marks albums as wanted, so that their pressings are priced first; returns those that nobody had wanted before.
    ///
    /// # Errors
    /// As every statement.
    pub async fn want_albums(&self, ids: &[i64]) -> Result<Vec<i64>> {
        let client = self.client().await?;
        albums::set_wanted().bind(&client, &ids).all().await.at("albums.set_wanted")
    }

    /// Albums of wanted artists whose pressings are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_with_stale_releases(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        albums::stale_releases().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("albums.stale_releases")
    }

    /// Albums whose prices were never fetched, and wanted ones whose prices are older than `ttl`: wanted ones first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_with_stale_prices(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        albums::stale_prices().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("albums.stale_prices")
    }
}
