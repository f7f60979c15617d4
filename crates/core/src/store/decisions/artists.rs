//! What follows for an artist when a link of it is accepted or rejected.
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::matches::Link as LinkRow;
use vinilogy_queries::queries::{artists, matches};

use super::Follows;
use crate::domain::ids::ArtistId;
use crate::store::matches::{HAND, Service};
use crate::store::merges::merge_artists;
use crate::store::{At, Error, Result};

pub(super) async fn accept_artist(tx: &Transaction<'_>, artist: i64, row: &LinkRow) -> Result<Follows> {
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

pub(super) async fn reject_artist(tx: &Transaction<'_>, artist: i64, row: &LinkRow) -> Result<Follows> {
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
