//! Last.fm's methods as functions.

use std::sync::Arc;

use uuid::Uuid;

use super::translation::{
    Album, Artist, ArtistHit, Similar, TagArtist, TopAlbum, TopTag, read_album, read_artist, read_search, read_similar,
    read_tag_artists, read_top_albums, read_top_tags,
};
use crate::http::{Call, Http};
use crate::{Error, Exchange, Fetch};

/// How many similar artists are asked for; also Last.fm's default.
const SIMILAR: u32 = 100;

/// Which artist is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArtistRef<'a> {
    /// By name; Last.fm corrects common misspellings, so the answer may have another name.
    Name(&'a str),
    /// By MusicBrainz id; not every artist that Last.fm knows by name is known by its id.
    Mbid(Uuid),
}

impl ArtistRef<'_> {
    fn parameter(self) -> (&'static str, String) {
        match self {
            Self::Name(name) => ("artist", name.to_owned()),
            Self::Mbid(mbid) => ("mbid", mbid.to_string()),
        }
    }
}

/// The client of Last.fm.
#[derive(Clone)]
pub struct Lastfm {
    http: Arc<Http>,
}

impl Lastfm {
    pub(crate) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// artist.getInfo: listeners, plays and tags.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an artist that Last.fm does not know.
    pub async fn artist(&self, by: ArtistRef<'_>, fetch: Fetch) -> Result<Artist, Error> {
        read_artist(&self.call("artist.getInfo", vec![by.parameter()], fetch).await?)
    }

    /// Under which fingerprint the archive has [`Lastfm::artist`].
    ///
    /// # Errors
    /// [`Error::Malformed`] when there can be no such URL.
    pub fn artist_fingerprint(&self, by: ArtistRef<'_>) -> Result<String, Error> {
        self.http.fingerprint(&call("artist.getInfo", vec![by.parameter()]))
    }

    /// artist.getSimilar: up to 100 similar artists, the most similar first; none for an artist without similar ones.
    ///
    /// # Errors
    /// Every [`Error`]. An unknown artist is [`Error::NotFound`] or an empty list, as Last.fm pleases.
    pub async fn similar(&self, by: ArtistRef<'_>, fetch: Fetch) -> Result<Vec<Similar>, Error> {
        let query = vec![by.parameter(), ("limit", SIMILAR.to_string())];
        read_similar(&self.call("artist.getSimilar", query, fetch).await?)
    }

    /// artist.search: artists of a like name, at most `limit` (their default is 30).
    ///
    /// # Errors
    /// Every [`Error`] but [`Error::NotFound`]: nothing found is an empty list.
    pub async fn search_artists(&self, name: &str, limit: u32, fetch: Fetch) -> Result<Vec<ArtistHit>, Error> {
        let query = vec![("artist", name.to_owned()), ("limit", limit.to_string())];
        read_search(&self.call("artist.search", query, fetch).await?)
    }

    /// artist.getTopAlbums: the artist's most played albums, editions apart, at most `limit`.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an artist that Last.fm does not know.
    pub async fn top_albums(&self, by: ArtistRef<'_>, limit: u32, fetch: Fetch) -> Result<Vec<TopAlbum>, Error> {
        let query = vec![by.parameter(), ("limit", limit.to_string())];
        read_top_albums(&self.call("artist.getTopAlbums", query, fetch).await?)
    }

    /// album.getInfo: what Last.fm shows for an album; its title may come back corrected.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an album that Last.fm does not know.
    pub async fn album(&self, artist: &str, title: &str, fetch: Fetch) -> Result<Album, Error> {
        let query = vec![("artist", artist.to_owned()), ("album", title.to_owned())];
        read_album(&self.call("album.getInfo", query, fetch).await?)
    }

    /// artist.getTopTags: tags with their weight.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an artist that Last.fm does not know.
    pub async fn top_tags(&self, by: ArtistRef<'_>, fetch: Fetch) -> Result<Vec<TopTag>, Error> {
        read_top_tags(&self.call("artist.getTopTags", vec![by.parameter()], fetch).await?)
    }

    /// tag.getTopArtists: the artists that listeners tag so, most often first, at most `limit` (their most is 1000); none for a tag that
    /// nobody uses.
    ///
    /// # Errors
    /// Every [`Error`] but [`Error::NotFound`].
    pub async fn tag_top_artists(&self, tag: &str, limit: u32, fetch: Fetch) -> Result<Vec<TagArtist>, Error> {
        let query = vec![("tag", tag.to_owned()), ("limit", limit.to_string())];
        read_tag_artists(&self.call("tag.getTopArtists", query, fetch).await?)
    }

    async fn call(
        &self,
        method: &'static str,
        query: Vec<(&'static str, String)>,
        fetch: Fetch,
    ) -> Result<Exchange, Error> {
        self.http.fetch(call(method, query), fetch).await
    }
}

fn call(method: &'static str, mut query: Vec<(&'static str, String)>) -> Call {
    query.extend([("method", method.to_owned()), ("autocorrect", "1".to_owned()), ("format", "json".to_owned())]);
    Call::new(method, "", query)
}
