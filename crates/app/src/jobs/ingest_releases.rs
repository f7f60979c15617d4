//! Every vinyl pressing of an album from Discogs: all pages of its master's versions; the master is searched for when unknown, and its
//! pressings when no master is sure.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId};
use vinilogy_core::store::{Error as StoreError, Listing};

use super::{IngestImages, IngestReleaseDetails, Job, JobError, Outcome, PriceReleases, claimed, listing};
use crate::Context;

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IngestReleases {
    /// Whose pressings.
    pub album_id: i64,
}

impl Job for IngestReleases {
    const NAME: &'static str = "ingest_releases";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        Box::pin(claimed(context, Self::NAME, self.album_id, ingest(context, AlbumId::from(self.album_id)))).await
    }
}

/// Neither a master nor a release is surely the album's: what may be is for people to review.
const NOTHING_SURE: &str = "no Discogs master or release matches with confidence";

async fn ingest(context: &Context, id: AlbumId) -> Result<Outcome, JobError> {
    let store = context.store();
    let album = match store.album(id).await {
        Ok(album) => album,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such album")),
        Err(error) => return Err(error.into()),
    };
    let id = AlbumId::from(album.id);
    let mut written = 0;
    let fresh = !context.is_stale_or_asked(Kind::Releases, album.releases_fetched_at, album.refresh_asked_at);
    if !fresh {
        let listed = listing::read(context, &album).await?;
        let nothing = listed.pressings.is_empty() && listed.by_hand.is_empty() && listed.is_search();
        let listing = Listing {
            album: id,
            source: listed.source,
            seen_at: listed.seen_at,
            complete: listed.complete,
            pressings: &listed.pressings,
            by_hand: &listed.by_hand,
            rejected: &listed.rejected,
            links: &listed.links,
            note: nothing.then_some(NOTHING_SURE),
        };
        let saved = store.save_listing(&listing).await?;
        written = saved.written;
        if let Some(other) = saved.of_other {
            context.queues().await.send(&IngestReleases { album_id: other.get() }).await?;
        }
        if nothing {
            // Its cover may be elsewhere.
            context.queues().await.send(&IngestImages::Album { album_id: id.get() }).await?;
            return Ok(Outcome::GaveUp(NOTHING_SURE.to_owned()));
        }
    }
    let sent = send_what_follows(context, id, fresh, album.prices_fetched_at.is_none()).await?;
    match (fresh, sent) {
        (true, 0) => Ok(Outcome::Skipped("fresh")),
        _ => Ok(Outcome::Done(written)),
    }
}

/// Details of the most owned pressing and a first round of prices. Sent again by a duplicate whose predecessor died before
/// sending; both jobs find out by themselves whether they are needed.
async fn send_what_follows(context: &Context, id: AlbumId, fresh: bool, unpriced: bool) -> Result<u64, JobError> {
    let store = context.store();
    let mut sent = 0;
    if let Some(release_id) = store.most_owned_without_details(id, Kind::ReleaseDetails.ttl()).await? {
        context.queues().await.send(&IngestReleaseDetails { release_id }).await?;
        sent += 1;
    }
    if !fresh {
        context.queues().await.send(&IngestImages::Album { album_id: id.get() }).await?;
        sent += 1;
    }
    if unpriced && store.album(id).await?.release_count > 0 {
        context.queues().await.send(&PriceReleases { album_id: id.get() }).await?;
        sent += 1;
    }
    Ok(sent)
}
