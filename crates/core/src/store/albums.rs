//! Studio albums: written as MusicBrainz lists them, read for pages, swept when their pressings or prices go stale.
use std::time::Duration;

use serde_json::json;
use vinilogy_queries::queries::albums;

use super::matches::{Link, Service, Subject, save_links};
use super::{At, Error, Result, Store, retrying};
use crate::domain::matching::Match;
use crate::domain::{ids::AlbumId, ids::ArtistId};

pub use albums::{Album, TitlesOf as AlbumTitle};

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
        let matched = Match { score: confidence, reasons: Vec::new() };
        let link = Link { accepted: true, ..Link::judged(Service::Discogs, master, json!({}), matched) };
        self.link_master(id, &link).await.map(drop)
    }

    /// Keeps the link to a Discogs master that a search found; an accepted one becomes the album's master in the same transaction,
    /// unless it has one or a person has decided otherwise. Whether it became the master.
    ///
    /// # Errors
    /// As every statement.
    pub async fn link_master(&self, id: AlbumId, link: &Link) -> Result<bool> {
        retrying(async || {
            let mut client = self.client().await?;
            let tx = client.transaction().await.at("albums.begin")?;
            let mut link = link.clone();
            let mut set = 0;
            if let (true, Ok(master)) = (link.accepted, link.service_id.parse::<i64>()) {
                let saved = albums::save_master().bind(&tx, &master, &link.matched.score, &id.get()).await;
                set = saved.at("albums.save_master")?;
                let there = albums::by_id().bind(&tx, &id.get()).opt().await.at("albums.by_id")?;
                link.accepted = there.is_some_and(|album| album.discogs_master_id == Some(master));
            }
            save_links(&tx, &[(Subject::Album(id), &link)]).await?;
            tx.commit().await.at("albums.commit")?;
            Ok(set > 0)
        })
        .await
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

    /// Titles and artists of these albums; of an unknown one nothing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn titles_of(&self, albums: &[i64]) -> Result<Vec<AlbumTitle>> {
        let client = self.client().await?;
        albums::titles_of().bind(&client, &albums).all().await.at("albums.titles_of")
    }

    /// Makes an album wanted and its prices stale, because somebody asked for news.
    ///
    /// # Errors
    /// As every statement.
    pub async fn ask_prices(&self, album: AlbumId) -> Result<()> {
        let client = self.client().await?;
        albums::ask_prices().bind(&client, &album.get()).await.at("albums.ask_prices").map(drop)
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

    /// Wanted albums whose offers at a provider are missing or older than `ttl` and which did not fail within `rest`: recommended ones
    /// first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_with_stale_offers(
        &self,
        provider: &str,
        ttl: Duration,
        rest: Duration,
        limit: i64,
    ) -> Result<Vec<i64>> {
        let client = self.client().await?;
        albums::stale_offers()
            .bind(&client, &provider, &ttl.as_secs_f64(), &rest.as_secs_f64(), &limit)
            .all()
            .await
            .at("albums.stale_offers")
    }
}
