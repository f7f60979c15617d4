//! From Last.fm's wire to what the product speaks of.

use uuid::Uuid;

use super::wire;
use crate::http::decode;
use crate::{Error, Exchange};

/// The grey star that stands for every artist since 2019.
const PLACEHOLDER: &str = "2a96cbd8b46e442fc41c2b86b821562f";

/// An artist as Last.fm knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artist {
    /// Name, corrected by Last.fm where it knew better.
    pub name: String,
    /// MusicBrainz id; may be missing, merged or wrong.
    pub mbid: Option<Uuid>,
    /// Page on last.fm. With `/+noredirect/` in it the name is one that Last.fm does not take for the right spelling.
    pub url: Option<String>,
    /// People who have played the artist.
    pub listeners: Option<i64>,
    /// Plays by all of them.
    pub playcount: Option<i64>,
    /// Tags, the most used first.
    pub tags: Vec<String>,
    /// The largest image; `None` for the placeholder, that is for almost every artist.
    pub image_url: Option<String>,
    /// Last.fm shows its placeholder, the grey star.
    pub starred: bool,
}

/// One artist that is similar to the one asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar {
    /// Name.
    pub name: String,
    /// MusicBrainz id; may be missing, merged or wrong.
    pub mbid: Option<Uuid>,
    /// Similarity from 0 to 1.
    pub score: f32,
}

/// One artist found by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtistHit {
    /// Name.
    pub name: String,
    /// MusicBrainz id; may be missing, merged or wrong.
    pub mbid: Option<Uuid>,
    /// People who have played the artist.
    pub listeners: Option<i64>,
}

/// One artist of a tag's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagArtist {
    /// Name.
    pub name: String,
    /// MusicBrainz id; may be missing, merged or wrong.
    pub mbid: Option<Uuid>,
}

/// One of an artist's most played albums; editions are albums of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopAlbum {
    /// Title.
    pub name: String,
    /// MusicBrainz id of a release or a release group; missing for more than half of them.
    pub mbid: Option<Uuid>,
    /// Plays by everyone.
    pub playcount: Option<i64>,
    /// The largest cover.
    pub image_url: Option<String>,
}

/// An album as Last.fm knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Album {
    /// Title, corrected by Last.fm where it knew better.
    pub name: String,
    /// Artist.
    pub artist: String,
    /// The largest cover.
    pub image_url: Option<String>,
}

/// A tag of an artist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopTag {
    /// The tag.
    pub name: String,
    /// How much it is used compared with the artist's most used one, 0 to 100.
    pub weight: i64,
}

/// Reads artist.getInfo.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_artist(exchange: &Exchange) -> Result<Artist, Error> {
    let wire::ArtistBody { artist } = decode(exchange)?;
    let tags = artist.tags.map(|tags| tags.tag).unwrap_or_default();
    Ok(Artist {
        name: artist.name,
        mbid: mbid(artist.mbid),
        url: artist.url,
        listeners: artist.stats.as_ref().and_then(|stats| stats.listeners),
        playcount: artist.stats.as_ref().and_then(|stats| stats.playcount),
        tags: tags.into_iter().filter_map(|tag| tag.name).collect(),
        starred: artist.image.iter().any(|image| image.url.as_deref().is_some_and(is_placeholder)),
        image_url: largest(artist.image),
    })
}

/// Reads artist.getSimilar.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_similar(exchange: &Exchange) -> Result<Vec<Similar>, Error> {
    let wire::SimilarBody { similarartists } = decode(exchange)?;
    let artists = similarartists.map(|similar| similar.artist).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "a share with six digits")]
    let similar = |artist: wire::Similar| Similar {
        name: artist.name,
        mbid: mbid(artist.mbid),
        score: artist.score.clamp(0.0, 1.0) as f32,
    };
    Ok(artists.into_iter().map(similar).collect())
}

/// Reads artist.search.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_search(exchange: &Exchange) -> Result<Vec<ArtistHit>, Error> {
    let wire::SearchBody { results } = decode(exchange)?;
    let hits = results.artistmatches.map(|matches| matches.artist).unwrap_or_default();
    let hit = |hit: wire::Hit| ArtistHit { name: hit.name, mbid: mbid(hit.mbid), listeners: hit.listeners };
    Ok(hits.into_iter().map(hit).collect())
}

/// Reads artist.getTopAlbums, without the entry `(null)` that collects plays of no album.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_top_albums(exchange: &Exchange) -> Result<Vec<TopAlbum>, Error> {
    let wire::TopAlbumsBody { topalbums } = decode(exchange)?;
    let albums = topalbums.map(|top| top.album).unwrap_or_default();
    let album = |album: wire::Album| {
        let name = album.name.filter(|name| name != "(null)")?;
        Some(TopAlbum { name, mbid: mbid(album.mbid), playcount: album.playcount, image_url: largest(album.image) })
    };
    Ok(albums.into_iter().filter_map(album).collect())
}

/// Reads album.getInfo.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_album(exchange: &Exchange) -> Result<Album, Error> {
    let wire::AlbumBody { album } = decode(exchange)?;
    Ok(Album { name: album.name, artist: album.artist, image_url: largest(album.image) })
}

/// Reads artist.getTopTags.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_top_tags(exchange: &Exchange) -> Result<Vec<TopTag>, Error> {
    let wire::TopTagsBody { toptags } = decode(exchange)?;
    let tags = toptags.map(|top| top.tag).unwrap_or_default();
    let tag = |tag: wire::Tag| Some(TopTag { name: tag.name?, weight: tag.count.unwrap_or(0) });
    Ok(tags.into_iter().filter_map(tag).collect())
}

/// Reads tag.getTopArtists; the order is the rank.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_tag_artists(exchange: &Exchange) -> Result<Vec<TagArtist>, Error> {
    let wire::TagArtistsBody { topartists } = decode(exchange)?;
    let artists = topartists.map(|top| top.artist).unwrap_or_default();
    Ok(artists.into_iter().map(|artist| TagArtist { name: artist.name, mbid: mbid(artist.mbid) }).collect())
}

/// What is not an id is none: the field is filled by listeners' players.
fn mbid(text: Option<String>) -> Option<Uuid> {
    text.and_then(|text| Uuid::try_parse(&text).ok()).filter(|mbid| !mbid.is_nil())
}

/// Whether an address is that of the grey star, in any size and on any host.
#[must_use]
pub fn is_placeholder(url: &str) -> bool {
    url.contains(PLACEHOLDER)
}

fn largest(images: Vec<wire::Image>) -> Option<String> {
    let rank = |image: &wire::Image| match image.size.as_deref() {
        Some("small") => 1,
        Some("medium") => 2,
        Some("large") => 3,
        Some("extralarge") => 4,
        Some("mega") => 5,
        _ => 0,
    };
    let real = |image: &wire::Image| image.url.as_deref().is_some_and(|url| !is_placeholder(url));
    images.into_iter().filter(real).max_by_key(rank).and_then(|image| image.url)
}

#[cfg(test)]
mod tests;
