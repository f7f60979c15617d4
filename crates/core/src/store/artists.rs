//! Artists: found or created by name or MBID, their facts, their similars, and two rows that turn out to be one.
use std::time::Duration;

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use serde_json::json;
use uuid::Uuid;
use vinilogy_queries::queries::{artists, matches};

use super::matches::{Link, Service, Subject, save_links};
use super::{At, Error, Result, Store, identities, retrying};
use crate::domain::matching::Match;
use crate::domain::{ids::ArtistId, names::artist_key};

pub use artists::{Artist, SimilarsOf as SimilarOf};

/// What the upstreams said about an artist.
#[derive(Debug, Clone, Default)]
pub struct ArtistInfo {
    /// The name as the upstream spells it.
    pub name: String,
    /// Used only where no MBID is known yet, unless `merged_mbid` is the known one.
    pub mbid: Option<Uuid>,
    /// The id for which MusicBrainz answered with `mbid`, into which it was merged.
    pub merged_mbid: Option<Uuid>,
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
    /// ISO 3166-1 code.
    pub country: Option<String>,
    /// What tells it from others of the same name.
    pub disambiguation: Option<String>,
    /// Other names; none changes nothing.
    pub aliases: Vec<String>,
    /// Links that were found on the way. The accepted ones become the artist's ids where a person has not decided otherwise.
    pub links: Vec<Link>,
    /// When the facts were fetched that these replace: if others have been written meanwhile, these are the older and are not written.
    pub replaces: Replaces,
}

/// News that were asked for so lately are on their way.
const ASKED_LATELY: Duration = Duration::from_secs(600);

/// What a write may replace.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Replaces {
    /// Whatever is there.
    #[default]
    Anything,
    /// What was fetched then, or nothing.
    FetchedAt(Option<DateTime<Utc>>),
}

impl Replaces {
    /// # Errors
    /// [`Error::Conflict`] with `superseded` when something else is there now.
    pub(super) fn check(self, there: Option<DateTime<Utc>>) -> Result<()> {
        match self {
            Self::FetchedAt(expected) if expected != there => Err(Error::Conflict(SUPERSEDED.to_owned())),
            _ => Ok(()),
        }
    }
}

/// The name of the [`Error::Conflict`] of a write that came too late.
pub const SUPERSEDED: &str = "superseded";

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

    /// The artist with this MBID, also with one that was merged into it; else the one of this name that has no other; else a new
    /// one. Without an MBID, the most listened to of this name. Of several homonyms without an MBID none takes it: nobody knows whose
    /// it is before it has been looked up.
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
        // Who is known is answered without waiting for those who create others.
        if let Some(known) = whole(&tx, &key, mbid).await? {
            return Ok(known);
        }
        artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
        if let Some(known) = whole(&tx, &key, mbid).await? {
            return Ok(known);
        }
        let homonyms = artists::by_name_key().bind(&tx, &key.as_str()).all().await.at("artists.by_name_key")?;
        let artist = match nameless(&tx, homonyms, mbid).await? {
            Some(artist) => Artist { mbid, ..artist },
            None => artists::insert().bind(&tx, &name, &key.as_str(), &mbid).one().await.at("artists.insert")?,
        };
        if let Some(mbid) = mbid {
            artists::set_mbid().bind(&tx, &mbid, &artist.id).await.at("artists.set_mbid")?;
            let link = Link::judged(Service::Musicbrainz, mbid, json!({ "name": name }), SAME_ID);
            save_links(&tx, &[(Subject::Artist(ArtistId::from(artist.id)), &link)]).await?;
        }
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
        if let Some(there) = artists::fetched_ats().bind(&tx, &id.get()).opt().await.at("artists.fetched_ats")? {
            info.replaces.check(there.info_fetched_at)?;
        }
        let id = identities::settle(&tx, id.get(), info, source).await?;
        save_info(&tx, id, info).await?;
        save_similars(&tx, id, similars, source).await?;
        tx.commit().await.at("artists.commit")?;
        Ok(ArtistId::from(id))
    }

    /// Makes all that was fetched of an artist stale, the pressings of its albums included, because somebody wants news. Asking again
    /// within ten minutes changes nothing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn ask_refresh(&self, id: ArtistId) -> Result<()> {
        let client = self.client().await?;
        artists::ask_refresh()
            .bind(&client, &id.get(), &ASKED_LATELY.as_secs_f64())
            .await
            .at("artists.ask_refresh")
            .map(drop)
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

    /// Wanted artists whose facts are missing or stale: what lost messages would have ingested. They live for `ttl` when a listener
    /// with a session seeds the artist, else for `rest`, and up to 15 % longer so that they do not end together.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artists_with_stale_info(&self, ttl: Duration, rest: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        artists::stale_info()
            .bind(&client, &ttl.as_secs_f64(), &rest.as_secs_f64(), &limit)
            .all()
            .await
            .at("artists.stale_info")
    }

    /// Wanted artists whose albums are missing or stale, by the same times.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artists_with_stale_albums(&self, ttl: Duration, rest: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        artists::stale_albums()
            .bind(&client, &ttl.as_secs_f64(), &rest.as_secs_f64(), &limit)
            .all()
            .await
            .at("artists.stale_albums")
    }
}

/// An id that says itself whose it is.
const SAME_ID: Match = Match { score: 1.0, reasons: Vec::new() };

/// Also by an id that MusicBrainz has merged into another since.
async fn by_mbid(tx: &Transaction<'_>, mbid: Uuid) -> Result<Option<Artist>> {
    if let Some(known) = artists::by_mbid().bind(tx, &mbid).opt().await.at("artists.by_mbid")? {
        return Ok(Some(known));
    }
    let (service, id) = (Service::Musicbrainz.name(), mbid.to_string());
    let former = matches::artist_of_service_id().bind(tx, &service, &id.as_str()).opt().await;
    match former.at("matches.artist_of_service_id")? {
        Some(id) => artists::by_id().bind(tx, &id).opt().await.at("artists.by_id"),
        None => Ok(None),
    }
}

/// Whom nothing has to be written of: the one with this MBID; without an MBID the most listened to of this name.
async fn whole(tx: &Transaction<'_>, key: &str, mbid: Option<Uuid>) -> Result<Option<Artist>> {
    if let Some(mbid) = mbid {
        return by_mbid(tx, mbid).await;
    }
    Ok(artists::by_name_key().bind(tx, &key).all().await.at("artists.by_name_key")?.into_iter().next())
}

/// Of homonyms the only one that has no MBID yet, if one is asked for and no person has said that it is not this one.
async fn nameless(tx: &Transaction<'_>, homonyms: Vec<Artist>, mbid: Option<Uuid>) -> Result<Option<Artist>> {
    let Some(mbid) = mbid else { return Ok(None) };
    let mut without: Vec<Artist> = homonyms.into_iter().filter(|artist| artist.mbid.is_none()).collect();
    let Some(only) = without.pop().filter(|_| without.is_empty()) else { return Ok(None) };
    let links = matches::of_artist().bind(tx, &only.id).all().await.at("matches.of_artist")?;
    let forbidden =
        super::matches::forbidden_by_hand(&links, "artist", Service::Musicbrainz, mbid.to_string().as_str());
    Ok(Some(only).filter(|_| !forbidden))
}

async fn save_info(tx: &Transaction<'_>, id: i64, info: &ArtistInfo) -> Result<()> {
    artists::save_info()
        .bind(
            tx,
            &info.name.as_str(),
            &artist_key(&info.name),
            &info.url.as_deref(),
            &info.image_url.as_deref(),
            &info.listeners,
            &info.playcount,
            &info.tags.as_slice(),
            &info.country.as_deref(),
            &info.disambiguation.as_deref(),
            &info.aliases.as_slice(),
            &id,
        )
        .await
        .at("artists.save_info")
        .map(drop)
}

async fn save_similars(tx: &Transaction<'_>, id: i64, similars: &[SimilarArtist], source: &str) -> Result<()> {
    let names: Vec<&str> = similars.iter().map(|s| s.name.as_str()).collect();
    let keys: Vec<String> = similars.iter().map(|s| artist_key(&s.name)).collect();
    let mbids: Vec<Option<Uuid>> = similars.iter().map(|s| s.mbid).collect();
    let scores: Vec<f32> = similars.iter().map(|s| s.score.clamp(0.0, 1.0)).collect();
    artists::insert_missing_by_name().bind(tx, &names, &keys, &mbids).await.at("artists.insert_missing_by_name")?;
    artists::save_similars().bind(tx, &id, &source, &keys, &mbids, &scores).await.at("artists.save_similars")?;
    Ok(())
}
