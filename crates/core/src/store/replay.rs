//! What a replay asks: what was kept, which rows an answer is about, and how old what was made from it is.
use chrono::{DateTime, Utc};
use uuid::Uuid;
use vinilogy_queries::queries::replay;

use super::{At, Result, Store};
use crate::domain::names::{album_key, artist_key};

pub use replay::{Kept as KeptRequest, TitlesAfter as KeptTitle};

/// Which answers to replay; the default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplayFilter {
    /// Of one upstream.
    pub service: Option<String>,
    /// Of one of its endpoints.
    pub endpoint: Option<String>,
    /// Fetched then or later.
    pub since: Option<DateTime<Utc>>,
}

/// Which of a row's times an answer's age belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// An artist's facts.
    Artist,
    /// An artist's albums.
    Albums,
    /// An album's pressings.
    Releases,
    /// A pressing's details.
    Details,
    /// An artist's picture, by the artist.
    ArtistPicture,
    /// An album's cover, by the album.
    AlbumPicture,
}

impl Store {
    /// What was asked through these endpoints and passes the filter, oldest first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn kept_requests(&self, endpoints: &[&str], filter: &ReplayFilter) -> Result<Vec<KeptRequest>> {
        let client = self.client().await?;
        replay::kept()
            .bind(&client, &endpoints, &filter.service.as_deref(), &filter.endpoint.as_deref(), &filter.since)
            .all()
            .await
            .at("replay.kept")
    }

    /// How many answers of other endpoints pass the filter, by endpoint.
    ///
    /// # Errors
    /// As every statement.
    pub async fn kept_elsewhere(&self, endpoints: &[&str], filter: &ReplayFilter) -> Result<Vec<(String, i64)>> {
        let client = self.client().await?;
        let rows = replay::without_replay()
            .bind(&client, &endpoints, &filter.service.as_deref(), &filter.endpoint.as_deref(), &filter.since)
            .all()
            .await
            .at("replay.without_replay")?;
        Ok(rows.into_iter().map(|row| (row.endpoint, row.answers)).collect())
    }

    /// The artist with this MBID.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artist_of_mbid(&self, mbid: Uuid) -> Result<Option<i64>> {
        let client = self.client().await?;
        replay::artist_of_mbid().bind(&client, &mbid).opt().await.at("replay.artist_of_mbid")
    }

    /// The albums that belong to a Discogs master.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_of_master(&self, master: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        replay::albums_of_master().bind(&client, &master).all().await.at("replay.albums_of_master")
    }

    /// The albums of this title by artists of this name.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_titled(&self, artist: &str, title: &str) -> Result<Vec<i64>> {
        let client = self.client().await?;
        replay::albums_of_search()
            .bind(&client, &album_key(title).as_str(), &artist_key(artist).as_str())
            .all()
            .await
            .at("replay.albums_of_search")
    }

    /// The pressing with this Discogs id.
    ///
    /// # Errors
    /// As every statement.
    pub async fn release_of_discogs_id(&self, discogs_id: i64) -> Result<Option<i64>> {
        let client = self.client().await?;
        replay::release_of_discogs_id().bind(&client, &discogs_id).opt().await.at("replay.release_of_discogs_id")
    }

    /// Makes what was fetched into a row as old as the answer that it came from. Does nothing to a row that was not fetched.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stamp(&self, what: Stamp, id: i64, at: DateTime<Utc>) -> Result<()> {
        let client = self.client().await?;
        match what {
            Stamp::Artist => replay::stamp_artist().bind(&client, &at, &id).await.at("replay.stamp_artist"),
            Stamp::Albums => replay::stamp_albums().bind(&client, &at, &id).await.at("replay.stamp_albums"),
            Stamp::Releases => replay::stamp_releases().bind(&client, &at, &id).await.at("replay.stamp_releases"),
            Stamp::Details => replay::stamp_details().bind(&client, &at, &id).await.at("replay.stamp_details"),
            Stamp::ArtistPicture => {
                replay::stamp_artist_picture().bind(&client, &at, &id).await.at("replay.stamp_artist_picture")
            }
            Stamp::AlbumPicture => {
                replay::stamp_album_picture().bind(&client, &at, &id).await.at("replay.stamp_album_picture")
            }
        }
        .map(drop)
    }

    /// What albums on vinyl behind this one are called, in the order of their ids, so many at most.
    ///
    /// # Errors
    /// As every statement.
    pub async fn titles_after(&self, after: i64, limit: i64) -> Result<Vec<KeptTitle>> {
        let client = self.client().await?;
        replay::titles_after().bind(&client, &after, &limit).all().await.at("replay.titles_after")
    }

    /// Marks albums as priced when their newest price was seen; `provider` is the one that prices pressings.
    ///
    /// # Errors
    /// As every statement.
    pub async fn stamp_prices(&self, provider: &str) -> Result<u64> {
        let client = self.client().await?;
        replay::stamp_checks().bind(&client, &provider).await.at("replay.stamp_checks")?;
        replay::stamp_prices().bind(&client).await.at("replay.stamp_prices")
    }
}
