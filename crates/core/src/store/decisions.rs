//! What a person decides on a link, and what follows for the row: its id is written or taken away, and what was fetched by the old one
//! is stale.
mod albums;
mod artists;

use deadpool_postgres::Transaction;
use serde_json::json;
use vinilogy_queries::queries::matches::Link as LinkRow;
use vinilogy_queries::queries::{albums as album_rows, artists as artist_rows, matches};

use super::matches::{HAND, Service, Subject};
use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ArtistId, ids::MatchId, ids::UserId};
use albums::{accept_album, again, reject_album, reject_pressing};
use artists::{accept_artist, reject_artist};

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
            artist_rows::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
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
            artist_rows::lock_creation().bind(&tx).one().await.at("artists.lock_creation")?;
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
        let row = artist_rows::by_id().bind(tx, &id.get()).opt().await.at("artists.by_id")?;
        row.map(|row| ArtistId::from(row.id)).ok_or(Error::NotFound)
    };
    let album = async |id: AlbumId| {
        let row = album_rows::by_id().bind(tx, &id.get()).opt().await.at("albums.by_id")?;
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

/// The row loses the id if it has it.
async fn reject(tx: &Transaction<'_>, row: &LinkRow) -> Result<Follows> {
    match (row.artist_id, row.album_id) {
        (Some(artist), _) => reject_artist(tx, artist, row).await,
        (None, Some(album)) if row.kind == "pressing" => reject_pressing(tx, album, row).await,
        (None, Some(album)) => reject_album(tx, album, row).await,
        (None, None) => Ok(Follows::Nothing),
    }
}
