//! What Discogs lists as an album's pressings, written in one transaction: which are new, changed, moved here, gone or back.
mod shared;

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::listings::Sharers;
use vinilogy_queries::queries::{albums, listings, prices};

use super::matches::{Link, Subject, save_links};
use super::quotes::settle_best;
use super::release_details::settle_albums;
use super::releases::{Pressing, save_pressings};
use super::{At, Result, Store, retrying};
use crate::domain::ids::AlbumId;

/// Where a listing comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The versions of a Discogs master.
    Master(i64),
    /// A search by artist and title.
    Search,
}

/// An album's pressings as they were listed at one time.
#[derive(Debug, Clone)]
pub struct Listing<'a> {
    /// Whose.
    pub album: AlbumId,
    /// By whom.
    pub source: Source,
    /// When it was begun to be read.
    pub seen_at: DateTime<Utc>,
    /// Nothing can have been missed: what is not in it is gone.
    pub complete: bool,
    /// The pressings, each once.
    pub pressings: &'a [Pressing],
    /// Discogs releases that a person said are pressings of the album; they are in it whoever lists them, and not gone.
    pub by_hand: &'a [i64],
    /// Discogs releases that a person said are none.
    pub rejected: &'a [i64],
    /// Why a search's hits are pressings of the album, or may be.
    pub links: &'a [Link],
    /// Why there are none.
    pub note: Option<&'a str>,
}

impl Listing<'_> {
    /// Discogs' ids of what is in it.
    fn ids(&self) -> Vec<i64> {
        let listed = self.pressings.iter().map(|pressing| pressing.discogs_id);
        listed.chain(self.by_hand.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// What became of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SavedListing {
    /// Rows that were written, those that moved, went and came back among them.
    pub written: u64,
    /// The album whose pressings they are, when it is another one with the same master; they are to be listed for that.
    pub of_other: Option<AlbumId>,
}

/// What was decided of an album's Discogs ids.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Masters that it is not, or that are gone.
    pub rejected_masters: HashSet<i64>,
    /// Releases that are none of its pressings.
    pub rejected: Vec<i64>,
    /// Releases that a person said are its pressings.
    pub by_hand: Vec<i64>,
}

impl Store {
    /// What people, and Discogs' deletions, have decided of an album's master and pressings.
    ///
    /// # Errors
    /// As every statement.
    pub async fn standing(&self, album: AlbumId) -> Result<Standing> {
        let client = self.client().await?;
        let rows = listings::decided().bind(&client, &album.get()).all().await.at("listings.decided")?;
        let mut decided = Standing::default();
        for row in rows {
            let Ok(id) = row.service_id.parse::<i64>() else { continue };
            match (row.kind.as_str(), row.state.as_str()) {
                ("album", "rejected") => drop(decided.rejected_masters.insert(id)),
                ("pressing", "rejected") => decided.rejected.push(id),
                ("pressing", "accepted") if row.decided_by == "hand" => decided.by_hand.push(id),
                _ => {}
            }
        }
        Ok(decided)
    }

    /// Those of these Discogs masters that are another album's.
    ///
    /// # Errors
    /// As every statement.
    pub async fn masters_of_others(&self, album: AlbumId, masters: &[i64]) -> Result<Vec<i64>> {
        let client = self.client().await?;
        listings::masters_of_others().bind(&client, &masters, &album.get()).all().await.at("listings.masters_of_others")
    }

    /// Those of these Discogs releases that are pressings of some album.
    ///
    /// # Errors
    /// As every statement.
    pub async fn known_releases(&self, discogs_ids: &[i64]) -> Result<Vec<i64>> {
        let client = self.client().await?;
        listings::known_releases().bind(&client, &discogs_ids).all().await.at("listings.known_releases")
    }

    /// Writes a listing; rows that are equal are not written. When several albums have the master, the pressings are one's, and a listing
    /// of another one leaves them to it.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_listing(&self, listing: &Listing<'_>) -> Result<SavedListing> {
        retrying(|| self.try_save_listing(listing)).await
    }

    async fn try_save_listing(&self, listing: &Listing<'_>) -> Result<SavedListing> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("listings.begin")?;
        let sharers = shared::sharers(&tx, listing).await?;
        lock(&tx, listing, &sharers).await?;
        let of_other = shared::of_other(listing, &sharers);
        let written = match of_other {
            None => shared::gather(&tx, listing, &sharers).await? + write(&tx, listing).await?,
            Some(other) => shared::leave(&tx, listing, other).await?,
        };
        tx.commit().await.at("listings.commit")?;
        Ok(SavedListing { written, of_other })
    }

    /// Takes a master from an album that Discogs does not know any more, so that it is searched anew and this one is not found again.
    ///
    /// # Errors
    /// As every statement.
    pub async fn forget_master(&self, album: AlbumId, master: i64) -> Result<()> {
        retrying(|| self.try_forget_master(album, master)).await
    }

    async fn try_forget_master(&self, album: AlbumId, master: i64) -> Result<()> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("listings.begin")?;
        listings::forget_master().bind(&tx, &album.get(), &master).await.at("listings.forget_master")?;
        listings::reject_master().bind(&tx, &album.get(), &master.to_string()).await.at("listings.reject_master")?;
        tx.commit().await.at("listings.commit")
    }
}

/// All albums before all pressings, in the order of their ids, as everybody takes them.
async fn lock(tx: &Transaction<'_>, listing: &Listing<'_>, sharers: &[Sharers]) -> Result<()> {
    let owners = listings::owners().bind(tx, &listing.ids()).all().await.at("listings.owners")?;
    let sharers = sharers.iter().map(|sharer| sharer.id);
    let albums: BTreeSet<i64> = owners.into_iter().chain(sharers).chain([listing.album.get()]).collect();
    let albums: Vec<i64> = albums.into_iter().collect();
    prices::lock_albums().bind(tx, &albums).all().await.at("prices.lock_albums").map(drop)
}

async fn write(tx: &Transaction<'_>, listing: &Listing<'_>) -> Result<u64> {
    let (album, ids) = (listing.album.get(), listing.ids());
    let moved_from = move_pressings(tx, listing, &ids).await?;
    let back = listings::bring_back()
        .bind(tx, &listing.seen_at, &album, &ids, &listing.by_hand)
        .await
        .at("listings.bring_back")?;
    let batch: Vec<(i64, &Pressing)> = listing.pressings.iter().map(|p| (album, p)).collect();
    let written = save_pressings(tx, &batch, Some(listing.seen_at)).await?;
    let gone = mark_gone(tx, listing, &ids).await?;
    let links: Vec<_> = listing.links.iter().map(|link| (Subject::Pressing(listing.album), link)).collect();
    save_links(tx, &links).await?;
    finish(tx, listing).await?;
    if !moved_from.is_empty() || back + gone > 0 {
        let touched: BTreeSet<i64> = moved_from.iter().copied().chain([album]).collect();
        settle_moved(tx, &touched.into_iter().collect::<Vec<_>>()).await?;
    } else if written > 0 {
        // Another pressing may be the first one now.
        settle_best(tx, &[album]).await?;
    }
    Ok(written + back + gone + moved_from.len() as u64)
}

/// Counts, best prices and facts of albums whose pressings came, went or moved.
async fn settle_moved(tx: &Transaction<'_>, albums: &[i64]) -> Result<()> {
    settle_albums(tx, albums).await?;
    listings::save_facts_of_most_owned().bind(tx, &albums).await.at("listings.save_facts_of_most_owned").map(drop)
}

/// The albums that pressings were taken from, once for each pressing.
async fn move_pressings(tx: &Transaction<'_>, listing: &Listing<'_>, ids: &[i64]) -> Result<Vec<i64>> {
    let master = match listing.source {
        Source::Master(id) => Some(id),
        Source::Search => None,
    };
    let album = listing.album.get();
    let moved =
        listings::move_pressings().bind(tx, &album, &listing.seen_at, &ids, &listing.by_hand, &master).all().await;
    let moved = moved.at("listings.move_pressings")?;
    let ids: Vec<i64> = moved.iter().map(|row| row.discogs_id).collect();
    follow(tx, album, &ids).await?;
    Ok(moved.into_iter().map(|row| row.album_id).collect())
}

/// What is asked for pressings that are this album's now, and why they were another's.
async fn follow(tx: &Transaction<'_>, album: i64, moved: &[i64]) -> Result<()> {
    if moved.is_empty() {
        return Ok(());
    }
    listings::move_quotes().bind(tx, &album, &moved).await.at("listings.move_quotes")?;
    let ids: Vec<String> = moved.iter().map(i64::to_string).collect();
    listings::forget_moved().bind(tx, &ids, &album).await.at("listings.forget_moved").map(drop)
}

async fn mark_gone(tx: &Transaction<'_>, listing: &Listing<'_>, ids: &[i64]) -> Result<u64> {
    let by_search = listing.source == Source::Search;
    listings::mark_gone()
        .bind(tx, &listing.seen_at, &listing.album.get(), &listing.rejected, &listing.complete, &ids, &by_search)
        .await
        .at("listings.mark_gone")
}

async fn finish(tx: &Transaction<'_>, listing: &Listing<'_>) -> Result<()> {
    let album = listing.album.get();
    let cover = listing.pressings.iter().max_by_key(|p| p.have).and_then(|p| p.thumb_url.as_deref());
    albums::save_releases_fetched().bind(tx, &cover, &album).await.at("albums.save_releases_fetched")?;
    if let Some(note) = listing.note {
        albums::save_note().bind(tx, &note, &album).await.at("albums.save_note")?;
    }
    Ok(())
}
