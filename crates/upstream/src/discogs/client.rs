//! Discogs' endpoints as functions.

use std::sync::Arc;

use super::translation::{
    read_artist, read_master, read_price_suggestions, read_release, read_search, read_stats, read_versions,
};
use super::types::{Amount, Artist, Master, MasterHit, Release, SearchPage, Stats, VersionPage};
use crate::http::{Call, Http};
use crate::{Error, Exchange, Fetch};

/// The largest page; more is silently cut to it.
const PAGE: &str = "100";

/// The client of Discogs.
#[derive(Clone)]
pub struct Discogs {
    http: Arc<Http>,
}

impl Discogs {
    pub(crate) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// One page (from 1) of the vinyl pressings of a master, 100 a page.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an unknown or merged master, and for a page past the end.
    pub async fn master_versions(&self, master: i64, page: u32, fetch: Fetch) -> Result<VersionPage, Error> {
        let query = vec![("format", "Vinyl".to_owned()), ("page", page.to_string()), ("per_page", PAGE.to_owned())];
        read_versions(&self.call("master_versions", format!("masters/{master}/versions"), query, fetch).await?)
    }

    /// Masters by artist and title, the best match first, at most 100.
    ///
    /// # Errors
    /// Every [`Error`]; nothing found is an empty list. A search that is too heavy for Discogs is [`Error::Unavailable`].
    pub async fn search_masters(&self, artist: &str, title: &str, fetch: Fetch) -> Result<Vec<MasterHit>, Error> {
        let query = vec![
            ("type", "master".to_owned()),
            ("artist", artist.to_owned()),
            ("release_title", title.to_owned()),
            ("per_page", PAGE.to_owned()),
        ];
        let found = read_search(&self.call("search", "database/search".to_owned(), query, fetch).await?)?;
        let masters = found.hits.into_iter().filter(|hit| hit.kind == "master");
        Ok(masters.map(|hit| MasterHit { id: hit.id, title: hit.title, year: hit.year }).collect())
    }

    /// One page (from 1) of the vinyl releases by artist and title, the best match first, 100 a page. Discogs shows 100 pages at most.
    ///
    /// # Errors
    /// Every [`Error`]; nothing found is an empty page, a page past the end is [`Error::NotFound`]. A search that is too heavy for
    /// Discogs is [`Error::Unavailable`].
    pub async fn search_releases(
        &self,
        artist: &str,
        title: &str,
        page: u32,
        fetch: Fetch,
    ) -> Result<SearchPage, Error> {
        let query = vec![
            ("type", "release".to_owned()),
            ("format", "Vinyl".to_owned()),
            ("artist", artist.to_owned()),
            ("release_title", title.to_owned()),
            ("page", page.to_string()),
            ("per_page", PAGE.to_owned()),
        ];
        read_search(&self.call("search", "database/search".to_owned(), query, fetch).await?)
    }

    /// One pressing with its rating and tracks.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an unknown, deleted or merged release.
    pub async fn release(&self, id: i64, fetch: Fetch) -> Result<Release, Error> {
        read_release(&self.call("release", format!("releases/{id}"), Vec::new(), fetch).await?)
    }

    /// How many copies are for sale and the lowest price in the world, any condition, without shipping, in `currency` (ISO code, one
    /// of USD GBP EUR CAD AUD JPY CHF MXN BRL NZD SEK ZAR). Look at the currency of the answer.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an unknown release. Nothing for sale is an answer.
    pub async fn marketplace_stats(&self, id: i64, currency: &str, fetch: Fetch) -> Result<Stats, Error> {
        let query = vec![("curr_abbr", currency.to_owned())];
        read_stats(&self.call("marketplace_stats", format!("marketplace/stats/{id}"), query, fetch).await?)
    }

    /// What Discogs suggests to ask for a copy, by grade in its own words (`Very Good Plus (VG+)`), in the currency of our account's seller
    /// settings; empty without a history. `None` when there is none for us: an account without seller settings gets none for any
    /// release, with the same status as an unknown release, and the words of a status may change.
    ///
    /// # Errors
    /// Every [`Error`] but [`Error::NotFound`].
    pub async fn price_suggestions(&self, id: i64, fetch: Fetch) -> Result<Option<Vec<(String, Amount)>>, Error> {
        let path = format!("marketplace/price_suggestions/{id}");
        match self.call("price_suggestions", path, Vec::new(), fetch).await {
            Ok(exchange) => read_price_suggestions(&exchange).map(Some),
            Err(Error::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// One master: the album that its pressings have in common.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an unknown or merged master.
    pub async fn master(&self, id: i64, fetch: Fetch) -> Result<Master, Error> {
        read_master(&self.call("master", format!("masters/{id}"), Vec::new(), fetch).await?)
    }

    /// One artist.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for an unknown or merged artist.
    pub async fn artist(&self, id: i64, fetch: Fetch) -> Result<Artist, Error> {
        read_artist(&self.call("artist", format!("artists/{id}"), Vec::new(), fetch).await?)
    }

    async fn call(
        &self,
        endpoint: &'static str,
        path: String,
        query: Vec<(&'static str, String)>,
        fetch: Fetch,
    ) -> Result<Exchange, Error> {
        self.http.fetch(Call::new(endpoint, path, query), fetch).await
    }
}
