//! Whether an album's best price has come down to what listeners wait for: each crossing makes one notification, and one message on the
//! topic when there is one.
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::ids::AlbumId;

use super::{Job, JobError, Outcome};
use crate::Context;

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckAlerts {
    /// Whose best prices.
    pub album_id: i64,
}

/// What was told longer ago is no news: a topic that is made later is not told it.
const NEWS: Duration = Duration::from_secs(24 * 3600);

impl CheckAlerts {
    /// Sends those of these albums that somebody waits for. A message that is lost is the sweep's.
    pub(crate) async fn send_watched(context: &Context, album_ids: &[i64]) -> Result<(), JobError> {
        let watched = context.store().watched_albums(album_ids).await?;
        let jobs: Vec<_> = watched.iter().map(|&album_id| (Self { album_id }, Duration::ZERO)).collect();
        context.queues().await.send_all(&jobs).await?;
        Ok(())
    }
}

impl Job for CheckAlerts {
    const NAME: &'static str = "check_alerts";

    /// Needs no claim: the look takes the album's lock, and what it finds does not depend on who looked before.
    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        let album = AlbumId::from(self.album_id);
        let look = context.store().check_alerts(album).await?;
        let published = publish(context, album).await?;
        match look.told + look.rearmed + published {
            0 => Ok(Outcome::Skipped("nothing crossed its target")),
            items => Ok(Outcome::Done(items as u64)),
        }
    }
}

/// Hands what was told of the album to the topic, also what an earlier attempt could not. Returns how many.
async fn publish(context: &Context, album: AlbumId) -> Result<usize, JobError> {
    let Some(notices) = context.notices().await else { return Ok(0) };
    let taken = context.store().take_notifications(album, NEWS).await?;
    for (index, told) in taken.iter().enumerate() {
        if let Err(error) = notices.publish(told).await {
            let left: Vec<i64> = taken[index..].iter().map(|told| told.id).collect();
            context.store().put_back_notifications(&left).await?;
            return Err(JobError::Retry(error.to_string()));
        }
    }
    Ok(taken.len())
}
