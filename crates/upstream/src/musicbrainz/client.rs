//! MusicBrainz' requests as functions.

use std::sync::Arc;

use uuid::Uuid;

use super::translation::{
    Artist, ArtistHit, ReleaseGroup, ReleaseGroupPage, read_artist, read_release_group, read_release_groups,
    read_search,
};
use crate::http::{Call, Http};
use crate::{Error, Exchange, Fetch};

/// The largest page; more is silently cut to it.
const PAGE: &str = "100";

/// The client of MusicBrainz.
#[derive(Clone)]
pub struct Musicbrainz {
    http: Arc<Http>,
}

impl Musicbrainz {
    pub(crate) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// Artists by name, alias or sort name, the best match first, at most 25.
    ///
    /// # Errors
    /// Every [`Error`] but [`Error::NotFound`]: nothing found is an empty list.
    pub async fn search_artists(&self, name: &str, fetch: Fetch) -> Result<Vec<ArtistHit>, Error> {
        let quoted = quoted(name);
        let query = vec![
            ("query", format!("artist:{quoted} OR alias:{quoted} OR sortname:{quoted}")),
            ("limit", "25".to_owned()),
        ];
        read_search(&self.call("search_artist", "artist".to_owned(), query, fetch).await?)
    }

    /// One page of an artist's albums: release groups of primary type album with an official release, live albums and compilations
    /// among them, with credits and the Discogs masters that are linked. The next page begins at `offset + groups.len()`.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an id that no artist has.
    pub async fn release_groups(&self, artist: Uuid, offset: u32, fetch: Fetch) -> Result<ReleaseGroupPage, Error> {
        let query = vec![
            ("artist", artist.to_string()),
            ("type", "album".to_owned()),
            ("release-group-status", "website-default".to_owned()),
            ("inc", "artist-credits url-rels".to_owned()),
            ("limit", PAGE.to_owned()),
            ("offset", offset.to_string()),
        ];
        read_release_groups(artist, &self.call("browse_release-group", "release-group".to_owned(), query, fetch).await?)
    }

    /// One artist with its Discogs pages. A merged id answers with the artist it was merged into: compare [`Artist::mbid`].
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an id that no artist has.
    pub async fn artist(&self, mbid: Uuid, fetch: Fetch) -> Result<Artist, Error> {
        read_artist(&self.http.fetch(look_up(mbid), fetch).await?)
    }

    /// Under which fingerprint the archive has [`Musicbrainz::artist`].
    ///
    /// # Errors
    /// [`Error::Malformed`] when there can be no such URL.
    pub fn artist_fingerprint(&self, mbid: Uuid) -> Result<String, Error> {
        self.http.fingerprint(&look_up(mbid))
    }

    /// One release group with its credit and Discogs masters. A merged id answers with the group it was merged into.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an id that no release group has.
    pub async fn release_group(&self, mbid: Uuid, fetch: Fetch) -> Result<ReleaseGroup, Error> {
        let query = vec![("inc", "artist-credits url-rels".to_owned())];
        read_release_group(&self.call("lookup_release-group", format!("release-group/{mbid}"), query, fetch).await?)
    }

    async fn call(
        &self,
        endpoint: &'static str,
        path: String,
        query: Vec<(&'static str, String)>,
        fetch: Fetch,
    ) -> Result<Exchange, Error> {
        self.http.fetch(call(endpoint, path, query), fetch).await
    }
}

fn look_up(mbid: Uuid) -> Call {
    call("lookup_artist", format!("artist/{mbid}"), vec![("inc", "url-rels aliases".to_owned())])
}

fn call(endpoint: &'static str, path: String, mut query: Vec<(&'static str, String)>) -> Call {
    query.push(("fmt", "json".to_owned()));
    Call::new(endpoint, path, query)
}

/// A Lucene phrase: every character that means something to Lucene is escaped.
fn quoted(text: &str) -> String {
    let mut phrase = String::from('"');
    for c in text.chars() {
        if r#"+-&|!(){}[]^"~*?:\/"#.contains(c) {
            phrase.push('\\');
        }
        phrase.push(c);
    }
    phrase.push('"');
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lucene_characters_are_escaped() {
        assert_eq!(quoted("AC/DC"), r#""AC\/DC""#);
        assert_eq!(quoted(r#"Godspeed You! "Black" Emperor"#), r#""Godspeed You\! \"Black\" Emperor""#);
        assert_eq!(
            quoted("!!! (chk) [x] {y}^~*?:\\ a&&b||c +-"),
            r#""\!\!\! \(chk\) \[x\] \{y\}\^\~\*\?\:\\ a\&\&b\|\|c \+\-""#
        );
    }
}
