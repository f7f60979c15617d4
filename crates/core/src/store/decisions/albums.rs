//! What follows for an album, and for its pressings, when a link of it is accepted or rejected.
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::matches::Link as LinkRow;
use vinilogy_queries::queries::{albums, artists, matches, prices};

use super::Follows;
use crate::domain::ids::{AlbumId, ArtistId};
use crate::store::matches::{HAND, Service};
use crate::store::merges::merge_albums;
use crate::store::quotes::settle_best;
use crate::store::{At, Error, Result};

pub(super) async fn accept_album(tx: &Transaction<'_>, album: i64, row: &LinkRow) -> Result<Follows> {
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

pub(super) async fn reject_album(tx: &Transaction<'_>, album: i64, row: &LinkRow) -> Result<Follows> {
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

pub(super) async fn reject_pressing(tx: &Transaction<'_>, album: i64, row: &LinkRow) -> Result<Follows> {
    let Ok(id) = row.service_id.parse::<i64>() else { return Ok(Follows::Nothing) };
    prices::lock_albums().bind(tx, &[album].as_slice()).all().await.at("prices.lock_albums")?;
    matches::drop_pressing().bind(tx, &album, &id).await.at("matches.drop_pressing")?;
    recount(tx, album).await?;
    Ok(Follows::Nothing)
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

pub(super) async fn again(tx: &Transaction<'_>, album: i64) -> Result<Follows> {
    albums::forget_releases_fetched().bind(tx, &album).await.at("albums.forget_releases_fetched")?;
    Ok(Follows::Releases(AlbumId::from(album)))
}

async fn albums_again(tx: &Transaction<'_>, album: i64) -> Result<Follows> {
    let there = albums::by_id().bind(tx, &album).opt().await.at("albums.by_id")?.ok_or(Error::NotFound)?;
    artists::forget_albums_fetched().bind(tx, &there.artist_id).await.at("artists.forget_albums_fetched")?;
    Ok(Follows::Albums(ArtistId::from(there.artist_id)))
}
