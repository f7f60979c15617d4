//! A master that several albums have: its pressings are one's, and which one's does not depend on which was listed first.
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::listings;
use vinilogy_queries::queries::listings::Sharers;

use super::{At, Listing, Pressing, Result, Source, follow, settle_moved, write};
use crate::domain::ids::AlbumId;
use crate::domain::matching::{Sharer, album_of_master};

/// Why an album has no pressings of its own.
const OF_OTHER: &str = "Discogs lists its pressings under the master of another album";

/// The albums that have the master of a listing, its own among them; none of a search.
pub(super) async fn sharers(tx: &Transaction<'_>, listing: &Listing<'_>) -> Result<Vec<Sharers>> {
    let Source::Master(master) = listing.source else { return Ok(Vec::new()) };
    listings::sharers().bind(tx, &master).all().await.at("listings.sharers")
}

/// The album whose pressings a listing holds, when it is another one than the listed.
pub(super) fn of_other(listing: &Listing<'_>, sharers: &[Sharers]) -> Option<AlbumId> {
    if !sharers.iter().any(|sharer| sharer.id == listing.album.get()) {
        return None;
    }
    let all: Vec<Sharer<'_>> = sharers
        .iter()
        .map(|row| Sharer {
            title_key: &row.title_key,
            year: row.year,
            mbid: row.mbid,
            by_hand: row.by_hand,
            unlisted: row.unlisted,
        })
        .collect();
    let pressings = listing.pressings.iter().map(|pressing| (pressing.title.as_str(), pressing.year));
    let album = AlbumId::from(sharers[album_of_master(&all, pressings)?].id);
    (album != listing.album).then_some(album)
}

/// Takes what the others have of the master, with what is asked for it. Returns how many pressings moved.
pub(super) async fn gather(tx: &Transaction<'_>, listing: &Listing<'_>, sharers: &[Sharers]) -> Result<u64> {
    let album = listing.album.get();
    let others: Vec<i64> = sharers.iter().map(|sharer| sharer.id).filter(|id| *id != album).collect();
    if others.is_empty() {
        return Ok(0);
    }
    let moved = listings::gather_pressings().bind(tx, &album, &others).all().await.at("listings.gather_pressings")?;
    if !moved.is_empty() {
        follow(tx, album, &moved).await?;
        settle_moved(tx, &others).await?;
        settle_moved(tx, &[album]).await?;
        listings::note_gathered().bind(tx, &OF_OTHER, &others).await.at("listings.note_gathered")?;
    }
    Ok(moved.len() as u64)
}

/// Writes nothing of a listing but what a person said is the album's, and lets the other one gather the rest.
pub(super) async fn leave(tx: &Transaction<'_>, listing: &Listing<'_>, other: AlbumId) -> Result<u64> {
    let by_hand = |pressing: &&Pressing| listing.by_hand.contains(&pressing.discogs_id);
    let pressings: Vec<Pressing> = listing.pressings.iter().filter(by_hand).cloned().collect();
    let note = pressings.is_empty().then_some(OF_OTHER);
    let written = write(tx, &Listing { pressings: &pressings, complete: false, note, ..listing.clone() }).await?;
    let left = listings::leave_pressings().bind(tx, &other.get(), &listing.album.get()).await;
    left.at("listings.leave_pressings").map(|left| written + left)
}
