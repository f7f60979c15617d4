//! An artist's studio albums as MusicBrainz lists them: new ones, those that were known from Discogs before, and those that are not
//! listed any more.
use std::collections::HashMap;

use deadpool_postgres::Transaction;
use serde_json::json;
use uuid::Uuid;
use vinilogy_queries::queries::albums::{Adoptable, WithMbids};
use vinilogy_queries::queries::{albums, artists, matches};

use super::artists::Replaces;
use super::matches::{Link, Service, Subject, forbidden_by_hand, save_links};
use super::merges::merge_albums;
use super::{At, Result, Store, retrying};
use crate::domain::matching::Match;
use crate::domain::{ids::AlbumId, ids::ArtistId, names::album_key};

/// A studio album as MusicBrainz lists it.
#[derive(Debug, Clone)]
pub struct StudioAlbum {
    /// The release group.
    pub mbid: Uuid,
    /// As MusicBrainz spells it.
    pub title: String,
    /// Of the first release, if known.
    pub first_release_year: Option<i16>,
    /// Through the url relations.
    pub discogs_master_id: Option<i64>,
}

/// What became of an album that MusicBrainz does not list any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its group was merged into this one.
    MergedInto(Uuid),
    /// It is the album of this artist of ours.
    Of(ArtistId),
    /// It was deleted, or is no studio album, or nobody's whom we know. It stays, and is not recommended.
    Unlisted,
}

/// All studio albums of an artist.
#[derive(Debug, Clone, Copy, Default)]
pub struct AlbumList<'a> {
    /// Those that are listed.
    pub found: &'a [StudioAlbum],
    /// Those that are listed no more.
    pub gone: &'a [(AlbumId, Fate)],
    /// When the list was fetched that this one replaces.
    pub replaces: Replaces,
}

impl Store {
    /// Writes an artist's studio albums in one transaction; rows that are equal are not written. Returns how many were.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_albums(&self, artist: ArtistId, found: &[StudioAlbum]) -> Result<u64> {
        self.save_album_list(artist, AlbumList { found, ..AlbumList::default() }).await
    }

    /// The same, with what became of albums that are not listed any more. An album that is known from Discogs alone and has a
    /// listed one's master, or its title by the same artist, becomes that album. Masters that a person chose stay.
    ///
    /// # Errors
    /// As every statement; a conflict with [`super::SUPERSEDED`] when a newer list has been written meanwhile.
    pub async fn save_album_list(&self, artist: ArtistId, list: AlbumList<'_>) -> Result<u64> {
        retrying(|| self.try_save_album_list(artist, list)).await
    }

    async fn try_save_album_list(&self, artist: ArtistId, list: AlbumList<'_>) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("albums.begin")?;
        if let Some(there) = artists::fetched_ats().bind(&tx, &artist.get()).opt().await.at("artists.fetched_ats")? {
            list.replaces.check(there.albums_fetched_at)?;
        }
        let mut written = adopt(&tx, artist, list.found).await?;
        written += upsert(&tx, artist, list.found).await?;
        save_master_links(&tx, list.found).await?;
        for &(album, fate) in list.gone {
            settle(&tx, album.get(), fate).await?;
            written += 1;
        }
        artists::save_albums_fetched().bind(&tx, &artist.get()).await.at("artists.save_albums_fetched")?;
        tx.commit().await.at("albums.commit")?;
        Ok(written)
    }

    /// Albums of the artist that MusicBrainz listed before and that are not among these groups, at most `limit`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn albums_not_listed(
        &self,
        artist: ArtistId,
        listed: &[Uuid],
        limit: i64,
    ) -> Result<Vec<(AlbumId, Uuid)>> {
        let client = self.client().await?;
        let rows = albums::unlisted().bind(&client, &artist.get(), &listed, &limit).all().await;
        let rows = rows.at("albums.unlisted")?;
        Ok(rows.into_iter().map(|row| (AlbumId::from(row.id), row.mbid)).collect())
    }
}

/// Gives groups to rows that have none, and makes one row of those which have one group. Returns how many rows changed.
async fn adopt(tx: &Transaction<'_>, artist: ArtistId, found: &[StudioAlbum]) -> Result<u64> {
    let masters: Vec<i64> = found.iter().filter_map(|album| album.discogs_master_id).collect();
    let keys: Vec<String> = found.iter().map(|album| album_key(&album.title)).collect();
    let rows = albums::adoptable().bind(tx, &masters, &artist.get(), &keys).all().await.at("albums.adoptable")?;
    if rows.is_empty() {
        return Ok(0);
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let decided = matches::of_albums().bind(tx, &ids).all().await.at("matches.of_albums")?;
    let mut holders: HashMap<Uuid, i64> =
        known(tx, found).await?.into_iter().filter_map(|row| Some((row.mbid?, row.id))).collect();
    let mut changed = 0;
    for row in rows {
        let Some((album, matched)) = group_of(&row, artist, found) else { continue };
        let links: Vec<_> = decided.iter().filter(|link| link.album_id == Some(row.id)).cloned().collect();
        if forbidden_by_hand(&links, "album", Service::Musicbrainz, &album.mbid.to_string()) {
            continue;
        }
        changed += 1;
        let holder = *holders.entry(album.mbid).or_insert(row.id);
        if holder == row.id {
            albums::adopt().bind(tx, &album.mbid, &row.id).await.at("albums.adopt")?;
        } else {
            merge_albums(tx, row.id, holder).await?;
        }
        let shown = json!({ "title": album.title, "year": album.first_release_year });
        let link = Link { accepted: true, ..Link::judged(Service::Musicbrainz, album.mbid, shown.clone(), matched) };
        let subject = Subject::Album(AlbumId::from(holder));
        save_links(tx, &[(subject, &link)]).await?;
        if let Some(master) = row.discogs_master_id.filter(|_| holder == row.id) {
            // The row was made from the master itself.
            let own = Link::edited(Service::Discogs, master, shown, Service::Discogs);
            save_links(tx, &[(subject, &own)]).await?;
        }
    }
    Ok(changed)
}

async fn known(tx: &Transaction<'_>, found: &[StudioAlbum]) -> Result<Vec<WithMbids>> {
    let mbids: Vec<Uuid> = found.iter().map(|album| album.mbid).collect();
    albums::with_mbids().bind(tx, &mbids).all().await.at("albums.with_mbids")
}

/// The listed album that a row without a group is: by its master, and by its title when several have that master; else by its title
/// when neither master nor year says otherwise.
fn group_of<'a>(row: &Adoptable, artist: ArtistId, found: &'a [StudioAlbum]) -> Option<(&'a StudioAlbum, Match)> {
    let titled = |album: &&StudioAlbum| album_key(&album.title) == row.title_key;
    let with_master = || {
        let has =
            |album: &&StudioAlbum| row.discogs_master_id.is_some() && album.discogs_master_id == row.discogs_master_id;
        found.iter().filter(has)
    };
    let sure = Match { score: 1.0, reasons: Vec::new() };
    if let Some(album) = with_master().find(titled).or_else(|| with_master().next()) {
        return Some((album, sure));
    }
    if row.artist_id != artist.get() {
        return None;
    }
    let unknown_or_same = |album: &&StudioAlbum| {
        let masters = album.discogs_master_id.is_none() || row.discogs_master_id.is_none();
        let years = album.first_release_year.zip(row.first_release_year).is_none_or(|(a, b)| a.abs_diff(b) <= 1);
        masters && years
    };
    found.iter().filter(titled).find(unknown_or_same).map(|album| (album, Match { score: 0.9, ..sure }))
}

async fn upsert(tx: &Transaction<'_>, artist: ArtistId, found: &[StudioAlbum]) -> Result<u64> {
    let chosen = chosen_by_hand(tx, found).await?;
    let titles: Vec<&str> = found.iter().map(|a| a.title.as_str()).collect();
    let keys: Vec<String> = found.iter().map(|a| album_key(&a.title)).collect();
    let mbids: Vec<Uuid> = found.iter().map(|a| a.mbid).collect();
    let years: Vec<Option<i16>> = found.iter().map(|a| a.first_release_year).collect();
    let masters: Vec<Option<i64>> =
        found.iter().map(|a| a.discogs_master_id.filter(|_| !chosen.contains(&a.mbid))).collect();
    albums::save_studio_albums()
        .bind(tx, &artist.get(), &titles, &keys, &mbids, &years, &masters)
        .await
        .at("albums.save_studio_albums")
}

/// Groups whose linked master is not the one that a person wants.
async fn chosen_by_hand(tx: &Transaction<'_>, found: &[StudioAlbum]) -> Result<Vec<Uuid>> {
    let rows = known(tx, found).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let decided = matches::of_albums().bind(tx, &ids).all().await.at("matches.of_albums")?;
    let against = |row: &&WithMbids| {
        let Some(album) = found.iter().find(|album| Some(album.mbid) == row.mbid) else { return false };
        let Some(master) = album.discogs_master_id else { return false };
        let links: Vec<_> = decided.iter().filter(|link| link.album_id == Some(row.id)).cloned().collect();
        forbidden_by_hand(&links, "album", Service::Discogs, &master.to_string())
    };
    Ok(rows.iter().filter(against).filter_map(|row| row.mbid).collect())
}

/// The masters that MusicBrainz' editors link are the evidence for those that the albums have now.
async fn save_master_links(tx: &Transaction<'_>, found: &[StudioAlbum]) -> Result<()> {
    let rows = known(tx, found).await?;
    let link = |row: &WithMbids| {
        let album = found.iter().find(|album| Some(album.mbid) == row.mbid)?;
        let master = album.discogs_master_id.filter(|master| Some(*master) == row.discogs_master_id)?;
        let shown = json!({ "title": album.title, "year": album.first_release_year });
        Some((row.id, Link::edited(Service::Discogs, master, shown, Service::Musicbrainz)))
    };
    let links: Vec<(i64, Link)> = rows.iter().filter_map(link).collect();
    let ids: Vec<i64> = links.iter().map(|(id, _)| *id).collect();
    let by = Service::Musicbrainz.name();
    matches::supersede_masters().bind(tx, &by, &ids).await.at("matches.supersede_masters")?;
    let links: Vec<(Subject, &Link)> =
        links.iter().map(|(id, link)| (Subject::Album(AlbumId::from(*id)), link)).collect();
    save_links(tx, &links).await.map(drop)
}

async fn settle(tx: &Transaction<'_>, album: i64, fate: Fate) -> Result<()> {
    match fate {
        Fate::MergedInto(mbid) => match albums::by_mbid().bind(tx, &mbid).opt().await.at("albums.by_mbid")? {
            Some(winner) if winner != album => merge_albums(tx, album, winner).await,
            _ => {
                albums::set_mbid().bind(tx, &Some(mbid), &album).await.at("albums.set_mbid")?;
                albums::unlist().bind(tx, &album).await.at("albums.unlist").map(drop)
            }
        },
        Fate::Of(artist) => {
            albums::move_to_artist().bind(tx, &artist.get(), &album).await.at("albums.move_to_artist").map(drop)
        }
        Fate::Unlisted => albums::unlist().bind(tx, &album).await.at("albums.unlist").map(drop),
    }
}
