//! Every vinyl pressing of an album from Discogs: all pages of its master's versions; the master is searched for when unknown.
use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::{
    freshness::Kind,
    ids::AlbumId,
    matching::{self, Work},
    pressing::Format,
};
use vinilogy_core::store::{Album, Error as StoreError, Pressing};
use vinilogy_upstream::discogs::Version;
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use super::{IngestReleaseDetails, Job, JobError, Outcome, PriceReleases, claimed};
use crate::Context;

/// `{"album_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IngestReleases {
    /// Whose pressings.
    pub album_id: i64,
}

const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Releases.ttl() };

impl Job for IngestReleases {
    const NAME: &'static str = "ingest_releases";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.album_id, ingest(context, AlbumId::from(self.album_id))).await
    }
}

async fn ingest(context: &Context, id: AlbumId) -> Result<Outcome, JobError> {
    let store = context.store();
    let album = match store.album(id).await {
        Ok(album) => album,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such album")),
        Err(error) => return Err(error.into()),
    };
    let mut written = 0;
    let fresh = !Kind::Releases.is_stale(album.releases_fetched_at, context.now());
    if !fresh {
        let upstreams = context.upstreams().await?;
        let Some(master) = master_of(context, upstreams, &album).await? else {
            return give_up(context, id, "no Discogs master matches with confidence").await;
        };
        match pressings(upstreams, master).await {
            Ok(pressings) => written = store.save_releases(id, &pressings).await?,
            Err(Error::NotFound) => return give_up(context, id, "Discogs has deleted the master").await,
            Err(error) => return Err(error.into()),
        }
    }
    let sent = send_what_follows(context, id, fresh, album.prices_fetched_at.is_none()).await?;
    match (fresh, sent) {
        (true, 0) => Ok(Outcome::Skipped("fresh")),
        _ => Ok(Outcome::Done(written)),
    }
}

async fn give_up(context: &Context, id: AlbumId, reason: &str) -> Result<Outcome, JobError> {
    context.store().note_album(id, reason).await?;
    Ok(Outcome::GaveUp(reason.to_owned()))
}

/// The master that MusicBrainz links, else the best of a search if it is good enough to be stored.
async fn master_of(context: &Context, upstreams: &Upstreams, album: &Album) -> Result<Option<i64>, JobError> {
    if let Some(master) = album.discogs_master_id {
        return Ok(Some(master));
    }
    let hits = match upstreams.discogs.search_masters(&album.artist_name, &album.title, FETCH).await {
        Ok(hits) => hits,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let ours = Work { artist: &album.artist_name, title: &album.title, year: album.first_release_year };
    let best = matching::best_hit(ours, hits.iter().map(|hit| (hit.title.as_str(), hit.year)));
    let Some((found, matched)) = best.filter(|(_, matched)| matched.is_sure()) else { return Ok(None) };
    let master = hits[found].id;
    context.store().save_master(AlbumId::from(album.id), master, matched.score).await?;
    Ok(Some(master))
}

/// All pages. A row that shifted onto a second page while they were read is one pressing.
async fn pressings(upstreams: &Upstreams, master: i64) -> Result<Vec<Pressing>, Error> {
    let mut found: HashMap<i64, Pressing> = HashMap::new();
    let mut page = 1;
    loop {
        let versions = upstreams.discogs.master_versions(master, page, FETCH).await?;
        let empty = versions.versions.is_empty();
        found.extend(versions.versions.into_iter().filter(is_vinyl).map(|v| (v.id, pressing(v))));
        if empty || page >= versions.pages {
            return Ok(found.into_values().collect());
        }
        page += 1;
    }
}

/// The filter of the request is honoured by Discogs; a row that says it is something else is still not vinyl.
fn is_vinyl(version: &Version) -> bool {
    version.major_formats.is_empty() || version.major_formats.iter().any(|format| format == "Vinyl")
}

fn pressing(version: Version) -> Pressing {
    let official = !Format::read(&version.format).unofficial;
    Pressing {
        discogs_id: version.id,
        title: version.title,
        country: version.country,
        year: version.released_year,
        released: version.released,
        format: version.format,
        label: version.label,
        catno: version.catno,
        thumb_url: version.thumb_url,
        official,
        have: version.have,
        want: version.want,
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
    if unpriced && (!fresh || store.album(id).await?.release_count > 0) {
        context.queues().await.send(&PriceReleases { album_id: id.get() }).await?;
        sent += 1;
    }
    Ok(sent)
}
