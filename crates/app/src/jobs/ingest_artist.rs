//! An artist's facts and similars from Last.fm, who it is at MusicBrainz, Discogs and Spotify, then its albums.
mod identity;

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vinilogy_core::domain::{freshness::Kind, ids::ArtistId, names};
use vinilogy_core::store::{
    Artist, ArtistInfo, Error as StoreError, LinkRow, Replaces, SUPERSEDED, Service, SimilarArtist, Subject,
};
use vinilogy_upstream::lastfm::{self, ArtistRef};
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use self::identity::{Asker, Identity};
use super::{IngestAlbums, IngestImages, Job, JobError, Outcome, claimed};
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
/// Aliases kept of an artist: some have hundreds, in all scripts.
const MOST_ALIASES: usize = 50;

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
        Box::pin(claimed(context, Self::NAME, artist.id, ingest(context, artist.id))).await
    }
}

async fn ingest(context: &Context, artist_id: i64) -> Result<Outcome, JobError> {
    let store = context.store();
    // Read again under the claim: the worker before us may have just finished.
    let artist = store.artist(ArtistId::from(artist_id)).await?;
    let id = ArtistId::from(artist.id);
    if !context.is_stale_or_asked(Kind::Artist, artist.info_fetched_at, artist.refresh_asked_at) {
        return Ok(Outcome::Skipped("fresh"));
    }
    let fetch = Fetch { class: class(&artist), fresh_for: Kind::Artist.ttl() };
    let upstreams = &context.upstreams_after(artist.refresh_asked_at).await?;
    let links = store.links_of(Subject::Artist(id)).await?;
    let known = known_mbids(&artist, &links);
    let on_lastfm = on_lastfm(upstreams, &artist, &known, fetch).await?;
    let asker = Asker { upstreams, store, fetch, artist: &artist, links: &links };
    let identity = asker.identify(on_lastfm.as_ref()).await?;
    let on_lastfm = on_lastfm.filter(|found| !is_homonym(found, &identity, &known));
    if on_lastfm.is_none() && identity.mbid.is_none() {
        store.save_links(Subject::Artist(id), &identity.links).await?;
        let reason = format!("neither Last.fm nor MusicBrainz knows an artist named {:?}", artist.name);
        store.note_artist(id, &reason).await?;
        return Ok(Outcome::GaveUp(reason));
    }
    let similars = match &on_lastfm {
        Some(found) => similars(upstreams, &found.name, fetch).await?,
        None => Vec::new(),
    };
    let id = match store.save_artist(id, &info(&artist, on_lastfm, identity), &similars, "lastfm").await {
        Ok(id) => id,
        Err(StoreError::Conflict(what)) if what == SUPERSEDED => {
            return Ok(Outcome::Skipped("another worker was faster"));
        }
        Err(error) => return Err(error.into()),
    };
    store.want_artist(id).await?;
    context.queues().await.send(&IngestAlbums { artist_id: id.get() }).await?;
    context.queues().await.send(&IngestImages::Artist { artist_id: id.get() }).await?;
    Ok(Outcome::Done(1 + similars.len() as u64))
}

/// A person waits for an artist that is new or of whom news were asked; what is merely kept fresh waits its turn.
pub(super) fn class(artist: &Artist) -> Class {
    let asked = artist.refresh_asked_at > artist.info_fetched_at;
    if artist.info_fetched_at.is_none() || asked { Class::Interactive } else { Class::Bulk }
}

/// The artist's MBID and those that were merged into it, by which Last.fm may still know it.
fn known_mbids(artist: &Artist, links: &[LinkRow]) -> Vec<Uuid> {
    let accepted = links.iter().filter(|row| row.service == Service::Musicbrainz.name() && row.state == "accepted");
    artist.mbid.into_iter().chain(accepted.filter_map(|row| row.service_id.parse().ok())).collect()
}

/// Last.fm has one page per name: whose MBID stands there is the best known of the name, and may be another than the one we found.
fn is_homonym(on_lastfm: &lastfm::Artist, identity: &Identity, known: &[Uuid]) -> bool {
    let other =
        |mbid: Uuid| Some(mbid) != identity.mbid && Some(mbid) != identity.merged_mbid && !known.contains(&mbid);
    identity.mbid.is_some() && on_lastfm.mbid.is_some_and(other)
}

/// By MBID when we have one, because a name may be a homonym's; by name when Last.fm does not know the MBID.
async fn on_lastfm(
    upstreams: &Upstreams,
    artist: &Artist,
    known: &[Uuid],
    fetch: Fetch,
) -> Result<Option<lastfm::Artist>, JobError> {
    if let Some(mbid) = artist.mbid {
        match upstreams.lastfm.artist(ArtistRef::Mbid(mbid), fetch).await {
            Ok(found) => return Ok(Some(found)),
            Err(Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    match upstreams.lastfm.artist(ArtistRef::Name(&artist.name), fetch).await {
        // Another MBID under our name is a homonym, whose listeners are not ours.
        Ok(found) if artist.mbid.is_some() && found.mbid.is_some_and(|mbid| !known.contains(&mbid)) => Ok(None),
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
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

fn info(artist: &Artist, on_lastfm: Option<lastfm::Artist>, identity: Identity) -> ArtistInfo {
    let (country, disambiguation, aliases) = match identity.found {
        Some(found) => {
            let names = found.other_names();
            (found.country, found.disambiguation, aliases(&artist.name, found.name, names))
        }
        None => (None, None, Vec::new()),
    };
    let on_lastfm = on_lastfm.unwrap_or_else(|| lastfm::Artist {
        name: artist.name.clone(),
        mbid: None,
        url: None,
        listeners: None,
        playcount: None,
        tags: artist.tags.clone(),
        starred: false,
        image_url: None,
    });
    ArtistInfo {
        name: names::display_name(&on_lastfm.name).to_string(),
        mbid: identity.mbid,
        merged_mbid: identity.merged_mbid,
        url: on_lastfm.url,
        image_url: on_lastfm.image_url,
        listeners: on_lastfm.listeners,
        playcount: on_lastfm.playcount,
        tags: on_lastfm.tags,
        country,
        disambiguation,
        aliases,
        links: identity.links,
        replaces: Replaces::FetchedAt(artist.info_fetched_at),
    }
}

/// Other names than the artist's own, each once, in MusicBrainz' order.
fn aliases(own: &str, name: String, aliases: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::from([own.to_owned()]);
    let all = std::iter::once(name).chain(aliases);
    all.filter(|alias| seen.insert(alias.clone())).take(MOST_ALIASES).collect()
}
