//! What Discogs lists as an album's pressings: the versions of its master, or, when none is sure, what a search by artist and title finds.
mod master;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};
use vinilogy_core::domain::matching::{self, Match, Work};
use vinilogy_core::domain::pressing::{Format, Medium, Trait, list_text};
use vinilogy_core::store::{Album, Link, ListingSource, Pressing, Service, Standing};
use vinilogy_upstream::discogs::{Release, SearchHit, Version};
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use super::JobError;
use super::ingest_release_details::medium;
use super::pages::{Page, Pages};
use crate::Context;
use master::search_master;

const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Releases.ttl() };

/// A list as it was read.
pub struct Listed {
    /// By whom.
    pub source: ListingSource,
    /// When it was begun to be read.
    pub seen_at: DateTime<Utc>,
    /// Nothing can have been missed.
    pub complete: bool,
    /// Each pressing once, without those that a person rejected.
    pub pressings: Vec<Pressing>,
    /// Releases that a person accepted.
    pub by_hand: Vec<i64>,
    /// Releases that a person rejected.
    pub rejected: Vec<i64>,
    /// What a search found, with its evidence.
    pub links: Vec<Link>,
}

impl Listed {
    fn by(
        source: ListingSource,
        seen_at: DateTime<Utc>,
        complete: bool,
        pressings: Vec<Pressing>,
        links: Vec<Link>,
    ) -> Self {
        Self { source, seen_at, complete, pressings, by_hand: Vec::new(), rejected: Vec::new(), links }
    }

    /// No master lists them.
    pub fn is_search(&self) -> bool {
        self.source == ListingSource::Search
    }
}

/// Reads an album's list to the last page. A master that Discogs does not know any more is forgotten and searched anew.
pub async fn read(context: &Context, album: &Album) -> Result<Listed, JobError> {
    let (store, id) = (context.store(), AlbumId::from(album.id));
    let decided = store.standing(id).await?;
    let mut upstreams = context.upstreams_after(album.refresh_asked_at).await?;
    let mut out = decided.rejected_masters.clone();
    let mut master = album.discogs_master_id;
    if let Some(gone) = master.take_if(|master| out.contains(master)) {
        // Somebody still links it.
        store.forget_master(id, gone).await?;
    }
    let listed = loop {
        if master.is_none() {
            master = search_master(context, &upstreams, album, &out).await?;
        }
        let Some(found) = master.take() else { break by_search(context, &upstreams, album, &decided).await? };
        match by_master(context, &upstreams, found, &decided).await {
            Ok(listed) => break listed,
            Err(Error::NotFound) => {
                store.forget_master(id, found).await?;
                out.insert(found);
                // What was searched before the master went does not tell where it went.
                upstreams = context.upstreams_after(Some(context.now())).await?;
            }
            Err(error) => return Err(error.into()),
        }
    };
    with_by_hand(context, &upstreams, listed, decided).await
}

async fn by_master(context: &Context, upstreams: &Upstreams, master: i64, decided: &Standing) -> Result<Listed, Error> {
    let mut pages = versions(upstreams, master).await?;
    if !pages.steady() {
        pages = pages.or(versions(&news(context).await?, master).await?);
    }
    let (seen_at, complete) = (pages.seen_at.unwrap_or_else(|| context.now()), pages.complete());
    let versions = pages.rows.into_values().filter(is_vinyl).filter(|version| !decided.rejected.contains(&version.id));
    let pressings = versions.map(listed).collect();
    Ok(Listed::by(ListingSource::Master(master), seen_at, complete, pressings, Vec::new()))
}

async fn versions(upstreams: &Upstreams, master: i64) -> Result<Pages<Version>, Error> {
    let mut pages = Pages::default();
    while let Some(number) = pages.next() {
        let page = upstreams.discogs.master_versions(master, number, FETCH).await;
        pages.add(page.map(|page| Page {
            pages: page.pages,
            items: page.items,
            fetched_at: page.fetched_at,
            rows: page.versions.into_iter().map(|version| (version.id, version)).collect(),
        }))?;
    }
    Ok(pages)
}

/// For a list whose rows shifted while it was read: it is read once more, past the archive.
async fn news(context: &Context) -> Result<Upstreams, Error> {
    tracing::info!("rows shifted while they were read: the list is read again");
    context.upstreams_after(Some(context.now())).await
}

/// Releases by artist and title. What belongs to the master of another album of ours is that album's.
async fn by_search(
    context: &Context,
    upstreams: &Upstreams,
    album: &Album,
    decided: &Standing,
) -> Result<Listed, JobError> {
    let mut pages = hits(upstreams, album).await?;
    if !pages.steady() {
        pages = pages.or(hits(&news(context).await?, album).await?);
    }
    let (seen_at, complete) = (pages.seen_at.unwrap_or_else(|| context.now()), pages.complete());
    pages.rows.retain(|id, hit| hit.kind == "release" && !decided.rejected.contains(id));
    let masters: Vec<i64> = pages.rows.values().filter_map(|hit| hit.master).collect();
    let others = context.store().masters_of_others(AlbumId::from(album.id), &masters).await?;
    pages.rows.retain(|_, hit| hit.master.is_none_or(|master| !others.contains(&master)));
    let artist = context.store().artist(ArtistId::from(album.artist_id)).await?;
    let (pressings, links) = judged(album, &artist.aliases, pages.rows);
    // That a search finds nothing at all is no proof that everything has gone.
    let complete = complete && !pressings.is_empty();
    Ok(Listed::by(ListingSource::Search, seen_at, complete, pressings, links))
}

async fn hits(upstreams: &Upstreams, album: &Album) -> Result<Pages<SearchHit>, Error> {
    let mut pages = Pages::default();
    while let Some(number) = pages.next() {
        let page = match upstreams.discogs.search_releases(&album.artist_name, &album.title, number, FETCH).await {
            // Nothing found is no error here, however Discogs says it.
            Err(Error::NotFound) if number == 1 => return Ok(pages),
            page => page,
        };
        pages.add(page.map(|page| Page {
            pages: page.pages,
            items: page.items,
            fetched_at: page.fetched_at,
            rows: page.hits.into_iter().map(|hit| (hit.id, hit)).collect(),
        }))?;
    }
    Ok(pages)
}

fn judged(album: &Album, aliases: &[String], hits: BTreeMap<i64, SearchHit>) -> (Vec<Pressing>, Vec<Link>) {
    let (mut pressings, mut links) = (Vec::new(), Vec::new());
    for hit in hits.into_values() {
        let Some(matched) = confidence(album, aliases, &hit) else { continue };
        if matched.is_sure() {
            pressings.push(found(&hit, matched.score));
        }
        let text = text_of(&hit);
        let candidate = json!({"title": hit.title, "year": hit.year, "country": hit.country, "format": text});
        links.push(Link::judged(Service::Discogs, hit.id, candidate, matched));
    }
    (pressings, links)
}

/// A reissue is decades younger than its album, so that a later year says nothing; an earlier one says that it is something else.
fn confidence(album: &Album, aliases: &[String], hit: &SearchHit) -> Option<Match> {
    let year = album.first_release_year;
    let earlier = hit.year.filter(|pressed| year.is_some_and(|year| *pressed < year));
    let ours = Work { artist: &album.artist_name, title: &album.title, year };
    let own = matching::confidence_of_hit(ours, &hit.title, earlier).filter(Match::is_sure);
    own.or_else(|| matching::confidence_by_alias(ours, aliases, &hit.title, earlier))
}

/// With the releases that a person accepted, whoever lists them: those that nobody knows yet are fetched by their ids.
async fn with_by_hand(
    context: &Context,
    upstreams: &Upstreams,
    mut listed: Listed,
    decided: Standing,
) -> Result<Listed, JobError> {
    let is_listed = |id: &i64| listed.pressings.iter().any(|pressing| pressing.discogs_id == *id);
    let missing: Vec<i64> = decided.by_hand.iter().copied().filter(|id| !is_listed(id)).collect();
    let known = context.store().known_releases(&missing).await?;
    for id in missing.into_iter().filter(|id| !known.contains(id)) {
        match upstreams.discogs.release(id, FETCH).await {
            Ok(release) => listed.pressings.push(fetched(release)),
            Err(Error::NotFound) => tracing::warn!(discogs_id = id, "Discogs has no such release"),
            Err(error) => return Err(error.into()),
        }
    }
    (listed.by_hand, listed.rejected) = (decided.by_hand, decided.rejected);
    Ok(listed)
}

/// The filter of the request is honoured by Discogs; a row that says it is something else is still not vinyl.
fn is_vinyl(version: &Version) -> bool {
    version.major_formats.is_empty() || version.major_formats.iter().any(|format| format == "Vinyl")
}

fn listed(version: Version) -> Pressing {
    let described = Format::read(&version.format);
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
        official: !described.has(Trait::Unofficial),
        have: version.have,
        want: version.want,
        described: Some(described),
        confidence: None,
    }
}

/// What a list would say of it: without the name of the medium.
fn text_of(hit: &SearchHit) -> String {
    if hit.media.is_empty() {
        return hit.formats.iter().filter(|word| *word != "Vinyl").cloned().collect::<Vec<_>>().join(", ");
    }
    list_text(&hit.media.iter().cloned().map(medium).collect::<Vec<Medium>>())
}

fn found(hit: &SearchHit, score: f32) -> Pressing {
    let format = text_of(hit);
    let media: Vec<Medium> = hit.media.iter().cloned().map(medium).collect();
    let described = if media.is_empty() { Format::read(&format) } else { Format::of(&media) };
    let title = matching::split_artist_title(&hit.title).map_or(hit.title.as_str(), |(_, title)| title);
    Pressing {
        discogs_id: hit.id,
        title: title.to_owned(),
        country: hit.country.clone(),
        year: hit.year,
        released: hit.year.map(|year| year.to_string()),
        format,
        label: Some(hit.labels.join(", ")).filter(|label| !label.is_empty()),
        catno: hit.catno.clone(),
        thumb_url: hit.thumb_url.clone(),
        official: !described.has(Trait::Unofficial),
        have: hit.have,
        want: hit.want,
        described: Some(described),
        confidence: Some(score),
    }
}

fn fetched(release: Release) -> Pressing {
    let media: Vec<Medium> = release.formats.into_iter().map(medium).collect();
    let described = Format::of(&media);
    let label = release.labels.into_iter().next();
    Pressing {
        discogs_id: release.id,
        title: release.title,
        country: release.country,
        year: release.year,
        released: release.released,
        format: list_text(&media),
        catno: label.as_ref().and_then(|label| label.catno.clone()),
        label: label.map(|label| label.name),
        thumb_url: release.thumb_url,
        official: !described.has(Trait::Unofficial),
        have: release.have,
        want: release.want,
        described: Some(described),
        confidence: None,
    }
}
