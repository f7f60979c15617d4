//! An artist's facts and similars from Last.fm, its MBID from there or from MusicBrainz, then its albums.
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vinilogy_core::domain::{freshness::Kind, ids::ArtistId, matching, names};
use vinilogy_core::store::{Artist, ArtistInfo, SimilarArtist};
use vinilogy_upstream::lastfm::{self, ArtistRef};
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use super::{IngestAlbums, Job, JobError, Outcome, claimed};
use crate::Context;

/// `{"artist_id": 1}`, or `{"name": "Radiohead", "mbid": "…"}` for an artist that may not be in the catalogue yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum IngestArtist {
    /// One that we have, at least by name.
    Known {
        /// Its row.
        artist_id: i64,
    },
    /// One by name.
    Named {
        /// As a person or an upstream spells it.
        name: String,
        /// If known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mbid: Option<Uuid>,
    },
}

/// The longest name that we take for one, in bytes.
pub const MAX_NAME: usize = 500;

impl Job for IngestArtist {
    const NAME: &'static str = "ingest_artist";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let artist = match self {
            Self::Known { artist_id } => match context.store().artist(ArtistId::from(artist_id)).await {
                Ok(artist) => artist,
                Err(vinilogy_core::store::Error::NotFound) => return Ok(Outcome::Skipped("no such artist")),
                Err(error) => return Err(error.into()),
            },
            Self::Named { name, .. } if name.trim().is_empty() || name.len() > MAX_NAME || name.contains('\0') => {
                return Err(JobError::Retry(format!("name: must be text of 1 to {MAX_NAME} bytes")));
            }
            Self::Named { name, mbid } => context.store().get_or_create_artist(name.trim(), mbid).await?,
        };
        // A message about an artist is somebody's wish to have it.
        context.store().want_artist(ArtistId::from(artist.id)).await?;
        claimed(context, Self::NAME, artist.id, ingest(context, artist.id)).await
    }
}

async fn ingest(context: &Context, artist_id: i64) -> Result<Outcome, JobError> {
    let store = context.store();
    // Read again under the claim: the worker before us may have just finished.
    let artist = store.artist(ArtistId::from(artist_id)).await?;
    if !Kind::Artist.is_stale(artist.info_fetched_at, context.now()) {
        return Ok(Outcome::Skipped("fresh"));
    }
    let fetch = Fetch { class: Class::Interactive, fresh_for: Kind::Artist.ttl() };
    let upstreams = context.upstreams().await?;
    let found = on_lastfm(upstreams, &artist, fetch).await?;
    let mbid = match artist.mbid.or(found.as_ref().and_then(|f| f.mbid)) {
        Some(mbid) => Some(mbid),
        None => on_musicbrainz(upstreams, found.as_ref().map_or(&artist.name, |f| &f.name), fetch).await?,
    };
    if found.is_none() && mbid.is_none() {
        let reason = format!("neither Last.fm nor MusicBrainz knows an artist named {:?}", artist.name);
        store.note_artist(ArtistId::from(artist.id), &reason).await?;
        return Ok(Outcome::GaveUp(reason));
    }
    let similars = match &found {
        Some(found) => similars(upstreams, &found.name, fetch).await?,
        None => Vec::new(),
    };
    let info = info(&artist, found, mbid);
    let id = store.save_artist(ArtistId::from(artist.id), &info, &similars, "lastfm").await?;
    store.want_artist(id).await?;
    context.queues().await.send(&IngestAlbums { artist_id: id.get() }).await?;
    Ok(Outcome::Done(1 + similars.len() as u64))
}

/// By MBID when we have one, because a name may be a homonym's; by name when Last.fm does not know the MBID.
async fn on_lastfm(upstreams: &Upstreams, artist: &Artist, fetch: Fetch) -> Result<Option<lastfm::Artist>, JobError> {
    if let Some(mbid) = artist.mbid {
        match upstreams.lastfm.artist(ArtistRef::Mbid(mbid), fetch).await {
            Ok(found) => return Ok(Some(found)),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    match upstreams.lastfm.artist(ArtistRef::Name(&artist.name), fetch).await {
        // Another MBID under our name is a homonym, whose listeners are not ours.
        Ok(found) if artist.mbid.is_some() && found.mbid.is_some() && found.mbid != artist.mbid => Ok(None),
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

async fn on_musicbrainz(upstreams: &Upstreams, name: &str, fetch: Fetch) -> Result<Option<Uuid>, JobError> {
    let hits = match upstreams.musicbrainz.search_artists(name, fetch).await {
        Ok(hits) => hits,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    Ok(hits.into_iter().find(|hit| matching::same_artist(name, &hit.name, hit.score).is_sure()).map(|hit| hit.mbid))
}

async fn similars(upstreams: &Upstreams, name: &str, fetch: Fetch) -> Result<Vec<SimilarArtist>, JobError> {
    let similars = match upstreams.lastfm.similar(ArtistRef::Name(name), fetch).await {
        Ok(similars) => similars,
        Err(Error::NotFound) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let usable = |name: &str| !name.trim().is_empty() && name.len() <= MAX_NAME;
    let similars = similars.into_iter().filter(|s| usable(&s.name));
    Ok(similars.map(|s| SimilarArtist { name: s.name, mbid: s.mbid, score: s.score }).collect())
}

fn info(artist: &Artist, found: Option<lastfm::Artist>, mbid: Option<Uuid>) -> ArtistInfo {
    let Some(found) = found else {
        return ArtistInfo { name: artist.name.clone(), mbid, tags: artist.tags.clone(), ..ArtistInfo::default() };
    };
    ArtistInfo {
        name: names::display_name(&found.name).to_string(),
        mbid,
        url: found.url,
        image_url: found.image_url,
        listeners: found.listeners,
        playcount: found.playcount,
        tags: found.tags,
    }
}
