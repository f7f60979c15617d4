//! The page of one pressing: its rating, and what the most owned pressing says about its album.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId, ids::ReleaseId};
use vinilogy_core::store::{AlbumFacts, Details, Error as StoreError};
use vinilogy_upstream::discogs::Release;
use vinilogy_upstream::{Class, Error, Fetch};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;

/// `{"release_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IngestReleaseDetails {
    /// Which pressing.
    pub release_id: i64,
}

impl Job for IngestReleaseDetails {
    const NAME: &'static str = "ingest_release_details";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.release_id, ingest(context, ReleaseId::from(self.release_id))).await
    }
}

async fn ingest(context: &Context, id: ReleaseId) -> Result<Outcome, JobError> {
    let store = context.store();
    let release = match store.release(id).await {
        Ok(release) => release,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such pressing")),
        Err(error) => return Err(error.into()),
    };
    if !Kind::ReleaseDetails.is_stale(release.details_fetched_at, context.now()) {
        return Ok(Outcome::Skipped("fresh"));
    }
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::ReleaseDetails.ttl() };
    let found = match context.upstreams().await?.discogs.release(release.discogs_id, fetch).await {
        Ok(found) => found,
        Err(Error::NotFound) => {
            let reason = "Discogs has deleted or merged the pressing".to_owned();
            store.note_release(id, &reason).await?;
            return Ok(Outcome::GaveUp(reason));
        }
        Err(error) => return Err(error.into()),
    };
    store.save_details(id, AlbumId::from(release.album_id), &details(&found), &facts(&found)).await?;
    Ok(Outcome::Done(1))
}

/// An average without votes is Discogs' 0, not a bad rating.
fn details(release: &Release) -> Details {
    let voted = release.rating_count.is_some_and(|votes| votes > 0);
    #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=500")]
    let hundredths = release.rating_average.map(|average| (average * 100.0).round().clamp(0.0, 500.0) as i32);
    Details {
        rating_hundredths: hundredths.filter(|_| voted),
        rating_votes: release.rating_count.filter(|votes| *votes >= 0),
        have: release.have,
        want: release.want,
    }
}

fn facts(release: &Release) -> AlbumFacts {
    let tracks = i16::try_from(release.tracks.len()).ok().filter(|count| *count > 0);
    AlbumFacts { track_count: tracks, cover_url: release.thumb_url.clone() }
}
