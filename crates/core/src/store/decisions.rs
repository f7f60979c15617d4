//! What a person decides on a link, and what follows for the row: its id is written or taken away, and what was fetched by the old one
//! is stale.
use deadpool_postgres::Transaction;
use serde_json::json;
use vinilogy_queries::queries::matches::Link as LinkRow;
use vinilogy_queries::queries::{albums, artists, matches, prices};

use super::matches::{HAND, Service, Subject};
use super::merges::{merge_albums, merge_artists};
use super::quotes::settle_best;
use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ArtistId, ids::MatchId, ids::UserId};

/// What a person says of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Accept,
    /// It does not hold.
    Reject,
}

/// What must be fetched again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// The artist's facts and albums.
    Artist(ArtistId),
    /// The artist's albums.
    Albums(ArtistId),
    /// The album's pressings.
    Releases(AlbumId),
    /// Nothing.
    Nothing,
}

/// A decision that was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The link.
    pub id: MatchId,
    /// What must be fetched because of it.
    pub follows: Follows,
}

/// Who decides, and whether against what was decided by hand before.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reviewer {
    /// The listener who is logged in; none at the command line.
    pub user: Option<UserId>,
    /// A decision by hand may be replaced.
    pub revises: bool,
}

/// The name of the [`Error::Conflict`] of a decision on what a person has decided already.
pub const DECIDED: &str = "decided by hand";

impl Store {
    /// Accepts or rejects a link. Of two who decide at once one is second, and is told so.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown link; [`Error::Conflict`] with [`DECIDED`] when a person has decided already and
    /// `reviewer` does not say that it is to be revised.
    pub async fn decide(&self, id: MatchId, verdict: Verdict, reviewer: Reviewer) -> Result<Decided> {
        retrying(async || {
            let mut client = self.client().await?;
            let tx = client.transaction().await.at("matches.begin")?;
            artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
            let row = matches::by_id().bind(&tx, &id.get()).opt().await.at("matches.by_id")?.ok_or(Error::NotFound)?;
            if row.decided_by == HAND && !reviewer.revises {
                return Err(Error::Conflict(DECIDED.to_owned()));
            }
            let state = if verdict == Verdict::Accept { "accepted" } else { "rejected" };
            let user = reviewer.user.map(UserId::get);
            matches::decide().bind(&tx, &state, &user, &id.get()).await.at("matches.decide")?;
            let follows = match verdict {
                Verdict::Accept => accept(&tx, &row).await?,
                Verdict::Reject => reject(&tx, &row).await?,
            };
            let id = standing(&tx, &row).await?;
            tx.commit().await.at("matches.commit")?;
            Ok(Decided { id, follows })
        })
        .await
    }

    /// Links by hand, whether the link was known or not.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown row of ours; [`Error::Conflict`] with [`DECIDED`] when a person has accepted another id
    /// of the service for it and `reviewer` does not say that it is to be revised.
    pub async fn link_by_hand(
        &self,
        subject: Subject,
        service: Service,
        service_id: &str,
        reviewer: Reviewer,
    ) -> Result<Decided> {
        retrying(async || {
            let mut client = self.client().await?;
            let tx = client.transaction().await.at("matches.begin")?;
            artists::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
            let subject = present(&tx, subject).await?;
            let (kind, artist, album) = (subject.kind(), subject.artist_id(), subject.album_id());
            let chosen = matches::chosen_by_hand().bind(&tx, &kind, &service.name(), &artist, &album).opt().await;
            let chosen = chosen.at("matches.chosen_by_hand")?.filter(|id| id != service_id);
            if chosen.is_some() && !reviewer.revises && !matches!(subject, Subject::Pressing(_)) {
                return Err(Error::Conflict(DECIDED.to_owned()));
            }
            let (shown, user) = (json!({}).to_string(), reviewer.user.map(UserId::get));
            let id = matches::link_by_hand()
                .bind(&tx, &kind, &artist, &album, &service.name(), &service_id, &shown.as_str(), &user)
                .one()
                .await
                .at("matches.link_by_hand")?;
            let row = matches::by_id().bind(&tx, &id).one().await.at("matches.by_id")?;
            let follows = accept(&tx, &row).await?;
            let id = standing(&tx, &row).await?;
            tx.commit().await.at("matches.commit")?;
            Ok(Decided { id, follows })
        })
        .await
    }
}

/// The link on which the decision stands now: when two rows of ours became one, they had a link to the same id each.
async fn standing(tx: &Transaction<'_>, row: &LinkRow) -> Result<MatchId> {
    let (kind, service, service_id) = (row.kind.as_str(), row.service.as_str(), row.service_id.as_str());
    let found = matches::standing_for().bind(tx, &row.id, &kind, &service, &service_id).opt().await;
    found.at("matches.standing_for")?.map(MatchId::from).ok_or(Error::NotFound)
}

/// The row itself, or the one that it was merged into.
async fn present(tx: &Transaction<'_>, subject: Subject) -> Result<Subject> {
    let artist = async |id: ArtistId| {
        let row = artists::by_id().bind(tx, &id.get()).opt().await.at("artists.by_id")?;
        row.map(|row| ArtistId::from(row.id)).ok_or(Error::NotFound)
    };
    let album = async |id: AlbumId| {
        let row = albums::by_id().bind(tx, &id.get()).opt().await.at("albums.by_id")?;
        row.map(|row| AlbumId::from(row.id)).ok_or(Error::NotFound)
    };
    Ok(match subject {
        Subject::Artist(id) => Subject::Artist(artist(id).await?),
        Subject::Album(id) => Subject::Album(album(id).await?),
        Subject::Pressing(id) => Subject::Pressing(album(id).await?),
    })
}

/// The row gets the id, and whatever other one it had of the service is rejected.
async fn accept(tx: &Transaction<'_>, row: &LinkRow) -> Result<Follows> {
    match (row.artist_id, row.album_id) {
        (Some(artist), _) => accept_artist(tx, artist, row).await,
        (None, Some(album)) if row.kind == "pressing" => again(tx, album).await,
        (None, Some(album)) => accept_album(tx, album, row).await,
        (None, None) => Ok(Follows::Nothing),
    }
}

async fn accept_artist(tx: &Transaction<'_>, artist: i64, row: &LinkRow) -> Result<Follows> {
    let service = row.service.as_str();
    matches::supersede_artist()
        .bind(tx, &HAND, &artist, &service, &row.service_id.as_str())
        .await
        .at("matches.supersede_artist")?;
    let mut there = artists::by_id().bind(tx, &artist).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)?;
    let holder = holder(tx, row).await?.filter(|holder| *holder != artist);
    if let Some(holder) = holder {
        // The id already names another row, so the two are one artist.
        merge_artists(tx, artist, holder).await?;
        there = artists::by_id().bind(tx, &holder).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)?;
    }
    match service {
        "musicbrainz" => there.mbid = row.service_id.parse().ok().or(there.mbid),
        "discogs" => there.discogs_id = row.service_id.parse().ok().or(there.discogs_id),
        "spotify" => there.spotify_id = Some(row.service_id.clone()),
        _ => {}
    }
    set_ids(tx, &there).await?;
    if service != "musicbrainz" && holder.is_none() {
        return Ok(Follows::Nothing);
    }
    artists::forget_fetched().bind(tx, &there.id).await.at("artists.forget_fetched")?;
    Ok(Follows::Artist(ArtistId::from(there.id)))
}

/// The artist whose row has the id.
async fn holder(tx: &Transaction<'_>, row: &LinkRow) -> Result<Option<i64>> {
    let found = match row.service.as_str() {
        "musicbrainz" => match row.service_id.parse() {
            Ok(mbid) => artists::by_mbid().bind(tx, &mbid).opt().await.at("artists.by_mbid")?,
            Err(_) => None,
        },
        "discogs" => match row.service_id.parse() {
            Ok(id) => artists::by_discogs_id().bind(tx, &id).opt().await.at("artists.by_discogs_id")?,
            Err(_) => None,
        },
        "spotify" => {
            let id = row.service_id.as_str();
            artists::by_spotify_id().bind(tx, &id).opt().await.at("artists.by_spotify_id")?
        }
        _ => None,
    };
    Ok(found.map(|artist| artist.id))
}

async fn set_ids(tx: &Transaction<'_>, artist: &artists::Artist) -> Result<()> {
    artists::set_ids()
        .bind(tx, &artist.mbid, &artist.discogs_id, &artist.spotify_id.as_deref(), &artist.id)
        .await
        .at("artists.set_ids")
        .map(drop)
}

async fn accept_album(tx: &Transaction<'_>, album: i64, row: &LinkRow) -> Result<Follows> {
    matches::supersede_album()
        .bind(tx, &HAND, &album, &row.service.as_str(), &row.service_id.as_str())
        .await
        .at("matches.supersede_album")?;
    if row.service == Service::Discogs.name() {
        let there = albums::by_id().bind(tx, &album).opt().await.at("albums.by_id")?.ok_or(Error::NotFound)?;
        let master: Option<i64> = row.service_id.parse().ok();
        if there.discogs_master_id.is_some() && there.discogs_master_id != master {
            drop_pressings(tx, album).await?;
        }
        albums::set_master().bind(tx, &master, &Some(row.score), &album).await.at("albums.set_master")?;
        return Ok(Follows::Releases(AlbumId::from(album)));
    }
    let Ok(mbid) = row.service_id.parse() else { return Ok(Follows::Nothing) };
    let album = match albums::by_mbid().bind(tx, &mbid).opt().await.at("albums.by_mbid")? {
        Some(holder) if holder != album => {
            merge_albums(tx, album, holder).await?;
            holder
        }
        _ => album,
    };
    albums::set_mbid().bind(tx, &Some(mbid), &album).await.at("albums.set_mbid")?;
    albums_again(tx, album).await
}

/// The row loses the id if it has it.
async fn reject(tx: &Transaction<'_>, row: &LinkRow) -> Result<Follows> {
    match (row.artist_id, row.album_id) {
        (Some(artist), _) => reject_artist(tx, artist, row).await,
        (None, Some(album)) if row.kind == "pressing" => {
            let Ok(id) = row.service_id.parse::<i64>() else { return Ok(Follows::Nothing) };
            prices::lock_albums().bind(tx, &[album].as_slice()).all().await.at("prices.lock_albums")?;
            matches::drop_pressing().bind(tx, &album, &id).await.at("matches.drop_pressing")?;
            recount(tx, album).await?;
            Ok(Follows::Nothing)
        }
        (None, Some(album)) => reject_album(tx, album, row).await,
        (None, None) => Ok(Follows::Nothing),
    }
}

async fn reject_artist(tx: &Transaction<'_>, artist: i64, row: &LinkRow) -> Result<Follows> {
    let mut there = artists::by_id().bind(tx, &artist).opt().await.at("artists.by_id")?.ok_or(Error::NotFound)?;
    let had = match row.service.as_str() {
        "musicbrainz" => there.mbid.take_if(|mbid| mbid.to_string() == row.service_id).is_some(),
        "discogs" => there.discogs_id.take_if(|id| id.to_string() == row.service_id).is_some(),
        "spotify" => there.spotify_id.take_if(|id| *id == row.service_id).is_some(),
        _ => false,
    };
    set_ids(tx, &there).await?;
    if !had || row.service != Service::Musicbrainz.name() {
        return Ok(Follows::Nothing);
    }
    artists::forget_fetched().bind(tx, &artist).await.at("artists.forget_fetched")?;
    Ok(Follows::Artist(ArtistId::from(artist)))
}

async fn reject_album(tx: &Transaction<'_>, album: i64, row: &LinkRow) -> Result<Follows> {
    let there = albums::by_id().bind(tx, &album).opt().await.at("albums.by_id")?.ok_or(Error::NotFound)?;
    if row.service == Service::Discogs.name() {
        if there.discogs_master_id.map(|master| master.to_string()).as_deref() != Some(row.service_id.as_str()) {
            return Ok(Follows::Nothing);
        }
        drop_pressings(tx, album).await?;
        albums::set_master().bind(tx, &None, &None, &album).await.at("albums.set_master")?;
        return Ok(Follows::Releases(AlbumId::from(album)));
    }
    if there.mbid.map(|mbid| mbid.to_string()).as_deref() != Some(row.service_id.as_str()) {
        return Ok(Follows::Nothing);
    }
    albums::set_mbid().bind(tx, &None, &album).await.at("albums.set_mbid")?;
    albums_again(tx, album).await
}

async fn drop_pressings(tx: &Transaction<'_>, album: i64) -> Result<()> {
    prices::lock_albums().bind(tx, &[album].as_slice()).all().await.at("prices.lock_albums")?;
    matches::drop_pressings_of_master().bind(tx, &album).await.at("matches.drop_pressings_of_master")?;
    recount(tx, album).await
}

/// What an album says of its pressings when some are gone.
async fn recount(tx: &Transaction<'_>, album: i64) -> Result<()> {
    settle_best(tx, &[album]).await?;
    albums::count_releases().bind(tx, &album).await.at("albums.count_releases").map(drop)
}

async fn again(tx: &Transaction<'_>, album: i64) -> Result<Follows> {
    albums::forget_releases_fetched().bind(tx, &album).await.at("albums.forget_releases_fetched")?;
    Ok(Follows::Releases(AlbumId::from(album)))
}

async fn albums_again(tx: &Transaction<'_>, album: i64) -> Result<Follows> {
    let there = albums::by_id().bind(tx, &album).opt().await.at("albums.by_id")?.ok_or(Error::NotFound)?;
    artists::forget_albums_fetched().bind(tx, &there.artist_id).await.at("artists.forget_albums_fetched")?;
    Ok(Follows::Albums(ArtistId::from(there.artist_id)))
}
