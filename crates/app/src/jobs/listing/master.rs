//! The master of an album, by a search for its artist and title.
use std::collections::HashSet;

use serde_json::json;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};
use vinilogy_core::domain::matching::{self, Match, Work};
use vinilogy_core::store::{Album, Link, Service};
use vinilogy_upstream::discogs::MasterHit;
use vinilogy_upstream::{Error, Upstreams};

use super::{FETCH, JobError};
use crate::Context;

/// The master that a search finds when it is sure; one that is likely but not sure is left to people.
pub(super) async fn search_master(
    context: &Context,
    upstreams: &Upstreams,
    album: &Album,
    out: &HashSet<i64>,
) -> Result<Option<i64>, JobError> {
    let mut hits = match upstreams.discogs.search_masters(&album.artist_name, &album.title, FETCH).await {
        Ok(hits) => hits,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    hits.retain(|hit| !out.contains(&hit.id));
    let Some((place, matched)) = likeliest(context, album, &hits).await? else { return Ok(None) };
    let hit = &hits[place];
    let link = Link::judged(Service::Discogs, hit.id, json!({"title": hit.title, "year": hit.year}), matched);
    let became = context.store().link_master(AlbumId::from(album.id), &link).await?;
    Ok(became.then_some(hit.id))
}

/// The likeliest hit, by another name of the artist when none is sure by its own.
async fn likeliest(context: &Context, album: &Album, hits: &[MasterHit]) -> Result<Option<(usize, Match)>, JobError> {
    let ours = Work { artist: &album.artist_name, title: &album.title, year: album.first_release_year };
    let shown = hits.iter().map(|hit| (hit.title.as_str(), hit.year));
    let best = matching::best_hit(ours, shown.clone());
    if hits.is_empty() || best.as_ref().is_some_and(|(_, matched)| matched.is_sure()) {
        return Ok(best);
    }
    let artist = context.store().artist(ArtistId::from(album.artist_id)).await?;
    Ok(matching::best_hit_by_alias(ours, &artist.aliases, shown))
}
