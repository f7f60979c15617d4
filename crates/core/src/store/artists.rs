//! Artists: found or created by name or MBID, their facts, their similars, and two rows that turn out to be one.
use std::time::Duration;

use uuid::Uuid;
use vinilogy_queries::queries::artists;

use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::ArtistId, names::artist_key};

pub use artists::{Artist, SimilarsOf as SimilarOf};

/// What an upstream said about an artist.
#[derive(Debug, Clone, Default)]
pub struct ArtistInfo {
    /// The name as the upstream spells it.
    pub name: String,
    /// Used only where no MBID is known yet.
    pub mbid: Option<Uuid>,
    /// The artist's page.
    pub url: Option<String>,
    /// A picture, if a real one is known.
    pub image_url: Option<String>,
    /// How many listeners, the measure of popularity.
    pub listeners: Option<i64>,
    /// How many plays.
    pub playcount: Option<i64>,
    /// Most fitting first.
    pub tags: Vec<String>,
}

/// An artist that fans of another like, known by name.
#[derive(Debug, Clone)]
pub struct SimilarArtist {
    /// As the upstream spells it.
    pub name: String,
    /// Used to find the row, never to name it: upstream MBIDs of similars are often merged or wrong.
    pub mbid: Option<Uuid>,
    /// 0 to 1.
    pub score: f32,
}

impl Store {
    /// The artist, also by the id of one that was merged into it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn artist(&self, id: ArtistId) -> Result<Artist> {
        let client = self.client().await?;
        artists::by_id().bind(&client, &id.get()).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)
    }

    /// The artist with this MBID; else the most listened to of this name that has no other MBID; else a new one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn get_or_create_artist(&self, name: &str, mbid: Option<Uuid>) -> Result<Artist> {
        retrying(|| self.try_get_or_create_artist(name, mbid)).await
    }

    async fn try_get_or_create_artist(&self, name: &str, mbid: Option<Uuid>) -> Result<Artist> {
        let key = artist_key(name);
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("artists.begin")?;
        artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
        if let Some(id) = mbid
            && let Some(known) = artists::by_mbid().bind(&tx, &id).opt().await.at("artists.by_mbid")?
        {
            return Ok(known);
        }
        let homonyms = artists::by_name_key().bind(&tx, &key.as_str()).all().await.at("artists.by_name_key")?;
        let same = homonyms.into_iter().find(|a| mbid.is_none() || a.mbid.is_none() || a.mbid == mbid);
        let artist = match same {
            Some(artist) => {
                if let Some(mbid) = mbid {
                    artists::set_mbid().bind(&tx, &mbid, &artist.id).await.at("artists.set_mbid")?;
                }
                Artist { mbid: artist.mbid.or(mbid), ..artist }
            }
            None => artists::insert().bind(&tx, &name, &key.as_str(), &mbid).one().await.at("artists.insert")?,
        };
        tx.commit().await.at("artists.commit")?;
        Ok(artist)
    }

    /// Marks an artist as wanted: from now on it is ingested and kept fresh.
    ///
    /// # Errors
    /// As every statement.
    pub async fn want_artist(&self, id: ArtistId) -> Result<()> {
        let client = self.client().await?;
        artists::set_wanted().bind(&client, &id.get()).await.at("artists.set_wanted").map(drop)
    }

    /// Writes an artist's facts and similars in one transaction. Similars that nobody has are created known by name only.
    /// When another row already has this MBID, the two are one artist: this row is merged into that one, whose id is returned.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_artist(
        &self,
        id: ArtistId,
        info: &ArtistInfo,
        similars: &[SimilarArtist],
        source: &str,
    ) -> Result<ArtistId> {
        retrying(|| self.try_save_artist(id, info, similars, source)).await
    }

    async fn try_save_artist(
        &self,
        id: ArtistId,
        info: &ArtistInfo,
        similars: &[SimilarArtist],
        source: &str,
    ) -> Result<ArtistId> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("artists.begin")?;
        artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
        let id = match info.mbid {
            Some(mbid) => match artists::by_mbid().bind(&tx, &mbid).opt().await.at("artists.by_mbid")? {
                Some(winner) if winner.id != id.get() => merge(&tx, id.get(), winner.id).await?,
                _ => id.get(),
            },
            None => id.get(),
        };
        artists::save_info()
            .bind(
                &tx,
                &info.name.as_str(),
                &artist_key(&info.name),
                &info.mbid,
                &info.url.as_deref(),
                &info.image_url.as_deref(),
                &info.listeners,
                &info.playcount,
                &info.tags.as_slice(),
                &id,
            )
            .await
            .at("artists.save_info")?;
        save_similars(&tx, id, similars, source).await?;
        tx.commit().await.at("artists.commit")?;
        Ok(ArtistId::from(id))
    }

    /// Says why ingestion gave up on an artist.
    ///
    /// # Errors
    /// As every statement.
    pub async fn note_artist(&self, id: ArtistId, note: &str) -> Result<()> {
        let client = self.client().await?;
        artists::save_note().bind(&client, &note, &id.get()).await.at("artists.save_note").map(drop)
    }

    /// Artists that fans of this one like, most alike first, at most `limit`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn similars_of(&self, id: ArtistId, limit: i64) -> Result<Vec<SimilarOf>> {
        let client = self.client().await?;
        artists::similars_of().bind(&client, &id.get(), &limit).all().await.at("artists.similars_of")
    }

    /// Wanted artists whose facts are missing or older than `ttl`: what lost messages would have ingested.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artists_with_stale_info(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        artists::stale_info().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("artists.stale_info")
    }

    /// Wanted artists whose albums are missing or older than `ttl`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artists_with_stale_albums(&self, ttl: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        artists::stale_albums().bind(&client, &ttl.as_secs_f64(), &limit).all().await.at("artists.stale_albums")
    }
}

async fn save_similars(
    tx: &deadpool_postgres::Transaction<'_>,
    id: i64,
    similars: &[SimilarArtist],
    source: &str,
) -> Result<()> {
    let names: Vec<&str> = similars.iter().map(|s| s.name.as_str()).collect();
    let keys: Vec<String> = similars.iter().map(|s| artist_key(&s.name)).collect();
    let mbids: Vec<Option<Uuid>> = similars.iter().map(|s| s.mbid).collect();
    let scores: Vec<f32> = similars.iter().map(|s| s.score.clamp(0.0, 1.0)).collect();
    artists::insert_missing_by_name().bind(tx, &names, &keys, &mbids).await.at("artists.insert_missing_by_name")?;
    artists::save_similars().bind(tx, &id, &source, &keys, &mbids, &scores).await.at("artists.save_similars")?;
    Ok(())
}

/// Moves all that refers to `loser` to `winner` and leaves a forwarding row. Returns the winner.
async fn merge(tx: &deadpool_postgres::Transaction<'_>, loser: i64, winner: i64) -> Result<i64> {
    artists::merge_wanted().bind(tx, &winner, &loser).await.at("artists.merge_wanted")?;
    artists::merge_seeds().bind(tx, &winner, &loser).await.at("artists.merge_seeds")?;
    artists::merge_drop_seeds().bind(tx, &loser).await.at("artists.merge_drop_seeds")?;
    artists::merge_similars_to().bind(tx, &winner, &loser).await.at("artists.merge_similars_to")?;
    artists::merge_drop_similars().bind(tx, &loser).await.at("artists.merge_drop_similars")?;
    artists::merge_albums().bind(tx, &winner, &loser).await.at("artists.merge_albums")?;
    artists::merge_runs().bind(tx, &winner, &loser).await.at("artists.merge_runs")?;
    artists::merge_mark().bind(tx, &winner, &loser).await.at("artists.merge_mark")?;
    Ok(winner)
}
