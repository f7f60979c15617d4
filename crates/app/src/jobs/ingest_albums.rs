//! An artist's studio albums with their Discogs masters from MusicBrainz: one browse call per hundred release groups.
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId, ids::ArtistId};
use vinilogy_core::store::{AlbumList, Error as StoreError, Fate, Replaces, SUPERSEDED, Service, StudioAlbum};
use vinilogy_upstream::musicbrainz::ReleaseGroup;
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use super::{IngestReleases, Job, JobError, Outcome, claimed};
use crate::Context;

/// `{"artist_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IngestAlbums {
    /// Whose albums.
    pub artist_id: i64,
}

/// Albums whose disappearance is looked into at one time.
const MOST_GONE: i64 = 10;

/// How lists of albums are fetched.
pub(super) const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Albums.ttl() };

impl Job for IngestAlbums {
    const NAME: &'static str = "ingest_albums";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.artist_id, ingest(context, ArtistId::from(self.artist_id))).await
    }
}

async fn ingest(context: &Context, id: ArtistId) -> Result<Outcome, JobError> {
    let store = context.store();
    let artist = match store.artist(id).await {
        Ok(artist) => artist,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such artist")),
        Err(error) => return Err(error.into()),
    };
    let id = ArtistId::from(artist.id);
    let mut written = 0;
    if context.is_stale_or_asked(Kind::Albums, artist.albums_fetched_at, artist.refresh_asked_at) {
        let Some(mbid) = artist.mbid else {
            let reason = "no MusicBrainz id, so no albums".to_owned();
            store.note_artist(id, &reason).await?;
            return Ok(Outcome::GaveUp(reason));
        };
        let upstreams = &context.upstreams_after(artist.refresh_asked_at).await?;
        let groups = match release_groups(upstreams, mbid).await {
            Ok(groups) => groups,
            Err(Error::NotFound) => {
                let reason = format!("MusicBrainz has no artist {mbid}");
                store.note_artist(id, &reason).await?;
                return Ok(Outcome::GaveUp(reason));
            }
            Err(error) => return Err(error.into()),
        };
        let found = studio_albums(groups);
        let gone = gone(context, upstreams, id, &found).await?;
        let replaces = Replaces::FetchedAt(artist.albums_fetched_at);
        let list = AlbumList { found: &found, gone: &gone, replaces };
        written = match store.save_album_list(id, list).await {
            Ok(written) => written,
            // Another worker was faster; what follows is sent all the same.
            Err(StoreError::Conflict(what)) if what == SUPERSEDED => 0,
            Err(error) => return Err(error.into()),
        };
    }
    // Also when the albums are fresh: the messages that should have followed may be lost.
    let waiting = store.albums_without_releases(id, Kind::Releases.ttl()).await?;
    let jobs: Vec<_> =
        waiting.iter().map(|&album_id| (IngestReleases { album_id }, std::time::Duration::ZERO)).collect();
    context.queues().await.send_all(&jobs).await?;
    match (written, jobs.len()) {
        (0, 0) => Ok(Outcome::Skipped("fresh")),
        (written, sent) => Ok(Outcome::Done(written.max(sent as u64))),
    }
}

async fn release_groups(upstreams: &Upstreams, artist: Uuid) -> Result<Vec<ReleaseGroup>, Error> {
    let mut groups = Vec::new();
    let mut offset = 0;
    loop {
        let page = upstreams.musicbrainz.release_groups(artist, offset, FETCH).await?;
        // By what was received: a page may be shorter than its limit.
        let received = u32::try_from(page.groups.len()).unwrap_or(u32::MAX);
        groups.extend(page.groups);
        offset = offset.saturating_add(received);
        if received == 0 || offset >= page.total {
            return Ok(groups);
        }
    }
}

/// What became of albums that were listed before. A call each, once: most lists only grow. Those beyond a bound wait for the next time.
async fn gone(
    context: &Context,
    upstreams: &Upstreams,
    artist: ArtistId,
    found: &[StudioAlbum],
) -> Result<Vec<(AlbumId, Fate)>, JobError> {
    let listed: Vec<Uuid> = found.iter().map(|album| album.mbid).collect();
    let mut fates = Vec::new();
    for (album, mbid) in context.store().albums_not_listed(artist, &listed, MOST_GONE).await? {
        let fate = match upstreams.musicbrainz.release_group(mbid, FETCH).await {
            Ok(group) => fate(context, artist, mbid, group).await?,
            Err(Error::NotFound) => Some(Fate::Unlisted),
            Err(error) => return Err(error.into()),
        };
        fates.extend(fate.map(|fate| (album, fate)));
    }
    Ok(fates)
}

/// `None` when it is the artist's studio album after all: it shifted from one page to another while they were read.
async fn fate(context: &Context, artist: ArtistId, asked: Uuid, group: ReleaseGroup) -> Result<Option<Fate>, JobError> {
    if group.mbid != asked {
        return Ok(Some(Fate::MergedInto(group.mbid)));
    }
    let [credit] = group.credit.as_slice() else { return Ok(Some(Fate::Unlisted)) };
    let theirs = context.store().artist_by_service_id(Service::Musicbrainz, &credit.mbid.to_string()).await?;
    if studio_albums(vec![group]).is_empty() {
        return Ok(Some(Fate::Unlisted));
    }
    Ok(match theirs {
        Some(id) if id == artist => None,
        Some(id) => Some(Fate::Of(id)),
        None => Some(Fate::Unlisted),
    })
}

/// Primary type Album, no secondary type, credited to one artist. MusicBrainz cannot be asked for "no secondary type".
/// A group that shifted onto a second page while they were read is one album.
fn studio_albums(groups: Vec<ReleaseGroup>) -> Vec<StudioAlbum> {
    let mut seen = std::collections::HashSet::new();
    groups
        .into_iter()
        .filter(|g| g.primary_type.as_deref() == Some("Album") && g.secondary_types.is_empty() && g.credit.len() <= 1)
        .filter(|g| !g.title.trim().is_empty() && seen.insert(g.mbid))
        .map(|g| StudioAlbum {
            mbid: g.mbid,
            discogs_master_id: g.discogs_masters.first().copied(),
            first_release_year: g.first_release_year,
            title: g.title,
        })
        .collect()
}
