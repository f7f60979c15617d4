//! The page of one pressing: tracks, companies, identifiers and rating, and what the most owned pressing says about its album.
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::pressing::{Company, Credit, Identifier, Label, Medium, Page, Track};
use vinilogy_core::domain::{freshness::Kind, ids::ReleaseId};
use vinilogy_core::store::{AlbumFacts, Details, Error as StoreError};
use vinilogy_upstream::discogs;
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
    if release.gone_at.is_some() {
        // Asked again when a list has it again.
        return Ok(release.note.map_or(Outcome::Skipped("not listed any more"), Outcome::GaveUp));
    }
    if !context.is_stale(Kind::ReleaseDetails, release.details_fetched_at) {
        return Ok(Outcome::Skipped("fresh"));
    }
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::ReleaseDetails.ttl() };
    let found = match context.upstreams().await?.discogs.release(release.discogs_id, fetch).await {
        Ok(found) => found,
        Err(Error::NotFound) => {
            let reason = "Discogs has deleted or merged the pressing".to_owned();
            store.save_gone(id, context.now(), &reason).await?;
            return Ok(Outcome::GaveUp(reason));
        }
        Err(error) => return Err(error.into()),
    };
    let facts = facts(&found);
    store.save_details(id, &details(found), &facts).await?;
    Ok(Outcome::Done(1))
}

/// An average without votes is Discogs' 0, not a bad rating.
fn details(release: discogs::Release) -> Details {
    let voted = release.rating_count.is_some_and(|votes| votes > 0);
    #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=500")]
    let hundredths = release.rating_average.map(|average| (average * 100.0).round().clamp(0.0, 500.0) as i32);
    Details {
        rating_hundredths: hundredths.filter(|_| voted),
        rating_votes: release.rating_count.filter(|votes| *votes >= 0),
        have: release.have,
        want: release.want,
        page: page(release),
    }
}

fn facts(release: &discogs::Release) -> AlbumFacts {
    let tracks = i16::try_from(release.track_count()).ok().filter(|count| *count > 0);
    AlbumFacts { track_count: tracks, cover_url: release.thumb_url.clone() }
}

fn page(release: discogs::Release) -> Page {
    let label = |label: discogs::Label| Label { name: label.name, discogs_id: label.id, catno: label.catno };
    let company = |it: discogs::Company| Company { name: it.name, discogs_id: it.id, role: it.role };
    let identifier =
        |it: discogs::Identifier| Identifier { kind: it.kind, value: it.value, description: it.description };
    Page {
        tracks: release.tracks.into_iter().map(track).collect(),
        labels: release.labels.into_iter().map(label).collect(),
        companies: release.companies.into_iter().map(company).collect(),
        identifiers: release.identifiers.into_iter().map(identifier).collect(),
        formats: release.formats.into_iter().map(medium).collect(),
        artists: release.artists.into_iter().map(credit).collect(),
        credits: release.credits.into_iter().map(credit).collect(),
        genres: release.genres,
        styles: release.styles,
        notes: release.notes,
    }
}

fn track(track: discogs::Track) -> Track {
    Track {
        position: track.position,
        title: track.title,
        seconds: track.duration_seconds,
        artists: track.credit,
        heading: track.heading,
    }
}

fn credit(credit: discogs::Credit) -> Credit {
    let discogs::Credit { name, id, join, role, tracks } = credit;
    Credit { name, discogs_id: id, join, role, tracks }
}

/// As the domain reads it.
pub(super) fn medium(format: discogs::Format) -> Medium {
    let discogs::Format { name, quantity, descriptions, text } = format;
    Medium { name, quantity, descriptions, text }
}
