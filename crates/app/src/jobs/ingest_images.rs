//! The picture of an artist or the cover of an album: looked for source by source, mirrored, and written with why it was chosen.
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{freshness::Kind, ids::AlbumId, ids::ArtistId};
use vinilogy_core::store::{Choice, Error as StoreError, Pictured};

use super::{Job, JobError, Outcome, claimed};
use crate::Context;
use crate::images::{Chosen, Source, Subject, choose};

/// `{"artist_id": 1}` or `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum IngestImages {
    /// An artist's picture.
    Artist {
        /// Whose.
        artist_id: i64,
    },
    /// An album's cover.
    Album {
        /// Whose.
        album_id: i64,
    },
}

/// Where no source has a picture, one may have been uploaded after this time.
const NONE_FOR: Duration = Duration::from_secs(7 * 24 * 3600);
/// When a better source did not answer.
const MISSED_FOR: Duration = Duration::from_secs(24 * 3600);

impl Job for IngestImages {
    const NAME: &'static str = "ingest_images";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        // Artists and albums count from one, each of them.
        match self {
            Self::Artist { artist_id } => {
                let of = Pictured::Artist(ArtistId::from(artist_id));
                claimed(context, "ingest_images of artists", artist_id, ingest(context, of)).await
            }
            Self::Album { album_id } => {
                let of = Pictured::Album(AlbumId::from(album_id));
                claimed(context, "ingest_images of albums", album_id, ingest(context, of)).await
            }
        }
    }
}

impl IngestImages {
    /// The key of a row.
    pub fn of(pictured: Pictured) -> Self {
        match pictured {
            Pictured::Artist(id) => Self::Artist { artist_id: id.get() },
            Pictured::Album(id) => Self::Album { album_id: id.get() },
        }
    }
}

async fn ingest(context: &Context, of: Pictured) -> Result<Outcome, JobError> {
    let subject = match subject(context, of).await {
        Ok(subject) => subject,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("nothing to picture")),
        Err(error) => return Err(error.into()),
    };
    let (wanted, fresh) = match &subject {
        Subject::Artist(artist) => (artist.wanted, artist.fresh),
        Subject::Album(album) => (album.wanted, album.fresh),
    };
    if !wanted {
        return Ok(Outcome::Skipped("nobody wants it"));
    }
    if fresh && !context.is_replaying() {
        return Ok(Outcome::Skipped("fresh"));
    }
    let chosen = choose(context, context.upstreams().await?, &subject).await?;
    if chosen.mirrored.is_none() && !chosen.missed.is_empty() {
        if context.is_replaying() {
            return Err(JobError::NotArchived);
        }
        return Err(JobError::Retry(format!("no picture, but {} did not answer", titles(&chosen.missed))));
    }
    context.store().save_image(of, &choice(chosen)?).await?;
    Ok(Outcome::Done(1))
}

/// What is known of it.
///
/// # Errors
/// [`StoreError::NotFound`] for what is not there or was merged.
pub async fn subject(context: &Context, of: Pictured) -> Result<Subject, StoreError> {
    match of {
        Pictured::Artist(id) => context.store().artist_to_picture(id).await.map(Subject::Artist),
        Pictured::Album(id) => context.store().album_to_picture(id).await.map(Subject::Album),
    }
}

fn choice(chosen: Chosen) -> Result<Choice, JobError> {
    let fresh_for = match (&chosen.mirrored, chosen.missed.is_empty()) {
        (Some(_), true) => Kind::Images.ttl(),
        (Some(_), false) => MISSED_FOR,
        (None, _) => NONE_FOR,
    };
    let hash = chosen.mirrored.as_ref().map_or(vinilogy_images::PLACEHOLDER, |mirrored| mirrored.hash.as_str());
    Ok(Choice {
        path: vinilogy_images::path(hash),
        candidates: serde_json::to_value(&chosen.considered).map_err(|error| JobError::Retry(error.to_string()))?,
        note: (!chosen.missed.is_empty()).then(|| format!("{} did not answer", titles(&chosen.missed))),
        mirrored: chosen.mirrored,
        fresh_for,
    })
}

fn titles(sources: &[Source]) -> String {
    sources.iter().map(|source| source.title()).collect::<Vec<_>>().join(", ")
}
