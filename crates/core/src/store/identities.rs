//! Which ids an artist's row has: those of accepted links, where no person has decided otherwise. Two rows with one id are one artist.
use deadpool_postgres::Transaction;
use serde_json::json;
use uuid::Uuid;
use vinilogy_queries::queries::{artists, matches};

use super::artists::{Artist, ArtistInfo};
use super::matches::{Link, LinkRow, Service, Subject, forbidden_by_hand, save_links};
use super::merges::merge_artists;
use super::{At, Error, Result};
use crate::domain::ids::ArtistId;
use crate::domain::matching::Match;

/// Writes the ids that `info` brings and the links that justify them. Returns the artist's row, which is another one when that one
/// turned out to be the same artist.
pub(super) async fn settle(tx: &Transaction<'_>, id: i64, info: &ArtistInfo, source: &str) -> Result<i64> {
    let mut artist = row(tx, id).await?;
    let mut links = matches::of_artist().bind(tx, &artist.id).all().await.at("matches.of_artist")?;
    if let Some(mbid) = info.mbid {
        artist = settle_mbid(tx, artist, mbid, info.merged_mbid, &links).await?;
        links = matches::of_artist().bind(tx, &artist.id).all().await.at("matches.of_artist")?;
    }
    let subject = Subject::Artist(ArtistId::from(artist.id));
    let mut found: Vec<Link> = Vec::new();
    if let Some(link) = mbid_link(info, source, &links).filter(|_| artist.mbid == info.mbid) {
        found.push(link);
    }
    for link in &info.links {
        let (with, kept) = settle_link(tx, artist, link, info.merged_mbid, &links).await?;
        artist = with;
        found.extend(kept);
    }
    artists::set_ids()
        .bind(tx, &artist.mbid, &artist.discogs_id, &artist.spotify_id.as_deref(), &artist.id)
        .await
        .at("artists.set_ids")?;
    let found: Vec<(Subject, &Link)> = found.iter().map(|link| (subject, link)).collect();
    save_links(tx, &found).await?;
    Ok(artist.id)
}

async fn row(tx: &Transaction<'_>, id: i64) -> Result<Artist> {
    artists::by_id().bind(tx, &id).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)
}

/// The artist with the id that MusicBrainz has for it now. A row that already has it is the same artist and takes this one in.
async fn settle_mbid(
    tx: &Transaction<'_>,
    artist: Artist,
    mbid: Uuid,
    merged: Option<Uuid>,
    links: &[LinkRow],
) -> Result<Artist> {
    let redirected = merged.is_some() && artist.mbid == merged;
    if artist.mbid == Some(mbid) || (artist.mbid.is_some() && !redirected) {
        return Ok(artist);
    }
    // Whoever decided on an id that was merged since decided on the one that it is now.
    let decided = merged.filter(|_| redirected).unwrap_or(mbid).to_string();
    if forbidden_by_hand(links, "artist", Service::Musicbrainz, &decided) {
        return Ok(artist);
    }
    if let Some(old) = merged {
        redirect(tx, artist.id, old, mbid).await?;
    }
    match artists::by_mbid().bind(tx, &mbid).opt().await.at("artists.by_mbid")? {
        Some(winner) => {
            let id = merge_artists(tx, artist.id, winner.id).await?;
            let mut artist = row(tx, id).await?;
            artist.mbid = Some(mbid);
            Ok(artist)
        }
        None => Ok(Artist { mbid: Some(mbid), ..artist }),
    }
}

/// The old id still names the artist; the new one has the old one's evidence.
async fn redirect(tx: &Transaction<'_>, artist: i64, old: Uuid, new: Uuid) -> Result<()> {
    let (old, new) = (old.to_string(), new.to_string());
    matches::redirect_mbid().bind(tx, &new.as_str(), &artist, &old.as_str()).await.at("matches.redirect_mbid").map(drop)
}

/// The evidence for the MBID when there is none and the caller brought none: it came with the facts of `source`.
fn mbid_link(info: &ArtistInfo, source: &str, links: &[LinkRow]) -> Option<Link> {
    let mbid = info.mbid?.to_string();
    let brought = info.links.iter().any(|link| link.service == Service::Musicbrainz && link.service_id == mbid);
    if brought || links.iter().any(|link| link.service == Service::Musicbrainz.name() && link.service_id == mbid) {
        return None;
    }
    let by = Service::of(source).unwrap_or(Service::Musicbrainz);
    Some(Link::edited(Service::Musicbrainz, mbid, json!({ "name": info.name }), by))
}

/// What becomes of one link: the artist with its id, and the link as it is to be kept.
async fn settle_link(
    tx: &Transaction<'_>,
    artist: Artist,
    link: &Link,
    former: Option<Uuid>,
    decided: &[LinkRow],
) -> Result<(Artist, Option<Link>)> {
    if forbidden_by_hand(decided, "artist", link.service, &link.service_id) {
        return Ok((artist, None));
    }
    if !link.accepted {
        return Ok((artist, Some(link.clone())));
    }
    match link.service {
        Service::Discogs => settle_discogs(tx, artist, link).await,
        Service::Spotify => settle_spotify(tx, artist, link).await,
        // The artist's MBID has been settled; one that was merged into it still names it.
        Service::Musicbrainz => {
            let names_it = |id: Option<Uuid>| id.is_some_and(|id| id.to_string() == link.service_id);
            let kept = if names_it(artist.mbid) || names_it(former) { link.clone() } else { doubtful(link) };
            Ok((artist, Some(kept)))
        }
        Service::Lastfm => Ok((artist, Some(link.clone()))),
    }
}

async fn settle_discogs(tx: &Transaction<'_>, mut artist: Artist, link: &Link) -> Result<(Artist, Option<Link>)> {
    let Ok(id) = link.service_id.parse::<i64>() else { return Ok((artist, None)) };
    match artists::by_discogs_id().bind(tx, &id).opt().await.at("artists.by_discogs_id")? {
        Some(other) if other.id == artist.id => {}
        // Known from Discogs alone until now.
        Some(other) if other.mbid.is_none() && artist.mbid.is_some() => {
            merge_artists(tx, other.id, artist.id).await?;
        }
        Some(_) => return Ok((artist, Some(doubtful(link)))),
        None => {}
    }
    supersede(tx, &artist, link).await?;
    artist.discogs_id = Some(id);
    Ok((artist, Some(link.clone())))
}

async fn settle_spotify(tx: &Transaction<'_>, mut artist: Artist, link: &Link) -> Result<(Artist, Option<Link>)> {
    let holder = artists::by_spotify_id().bind(tx, &link.service_id.as_str()).opt().await;
    if holder.at("artists.by_spotify_id")?.is_some_and(|other| other.id != artist.id) {
        return Ok((artist, Some(doubtful(link))));
    }
    supersede(tx, &artist, link).await?;
    artist.spotify_id = Some(link.service_id.clone());
    Ok((artist, Some(link.clone())))
}

/// Another artist of ours has this id: at most one of them can be right.
fn doubtful(link: &Link) -> Link {
    let matched = Match { score: link.matched.score.min(0.5), reasons: link.matched.reasons.clone() };
    Link { accepted: false, matched, ..link.clone() }
}

async fn supersede(tx: &Transaction<'_>, artist: &Artist, link: &Link) -> Result<()> {
    matches::supersede_artist()
        .bind(tx, &link.decided_by, &artist.id, &link.service.name(), &link.service_id.as_str())
        .await
        .at("matches.supersede_artist")
        .map(drop)
}
