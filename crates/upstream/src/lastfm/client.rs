//! Last.fm's methods as functions.

use std::sync::Arc;

use uuid::Uuid;

use super::translation::{
    Artist, ArtistHit, Similar, TopAlbum, TopTag, read_artist, read_search, read_similar, read_top_albums,
    read_top_tags,
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

    /// artist.getTopTags: tags with their weight.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an artist that Last.fm does not know.
    pub async fn top_tags(&self, by: ArtistRef<'_>, fetch: Fetch) -> Result<Vec<TopTag>, Error> {
        read_top_tags(&self.call("artist.getTopTags", vec![by.parameter()], fetch).await?)
    }

    async fn call(
        &self,
        method: &'static str,
        mut query: Vec<(&'static str, String)>,
        fetch: Fetch,
    ) -> Result<Exchange, Error> {
        query.extend([("method", method.to_owned()), ("autocorrect", "1".to_owned()), ("format", "json".to_owned())]);
        self.http.fetch(Call { endpoint: method, path: String::new(), query }, fetch).await
    }
}
