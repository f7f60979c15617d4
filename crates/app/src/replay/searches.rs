//! Which albums archived searches of eBay were about: those whose artist and title are the words that were looked for.
use std::collections::{BTreeMap, HashMap};

use vinilogy_core::domain::prices::country::Country;
use vinilogy_core::store::{self, KeptRequest, Store};
use vinilogy_upstream::Question;

use super::rows::question;
use crate::prices::words_of;

/// Albums of a question.
const PAGE: i64 = 10_000;

/// A search in one country.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Searched {
    /// Where it was to be delivered to.
    pub country: Country,
    /// Whose affiliate links it was asked for.
    pub campaign: Option<String>,
}

/// What was searched for, and of which albums that is.
#[derive(Debug, Default)]
pub(super) struct Searches {
    albums: HashMap<String, Vec<i64>>,
    /// By album, in the order of the countries.
    searched: HashMap<i64, Vec<Searched>>,
}

impl Searches {
    /// Of these requests; those that are no searches are left out.
    ///
    /// # Errors
    /// As every statement.
    pub(super) async fn of(store: &Store, requests: &[KeptRequest]) -> Result<Self, store::Error> {
        let mut asked: HashMap<String, BTreeMap<Country, Searched>> = HashMap::new();
        for request in requests {
            let Some(Question::Offers { words, country, campaign }) = question(request) else { continue };
            let Ok(country) = country.parse() else { continue };
            // Oldest first: the newest stands.
            asked.entry(words).or_default().insert(country, Searched { country, campaign });
        }
        let mut searches = Self::default();
        if asked.is_empty() {
            return Ok(searches);
        }
        let mut after = 0;
        loop {
            let page = store.titles_after(after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(searches) };
            after = last.id;
            for album in page {
                let words = words_of(&album.artist_name, &album.title);
                let Some(countries) = asked.get(&words) else { continue };
                searches.searched.insert(album.id, countries.values().cloned().collect());
                searches.albums.entry(words).or_default().push(album.id);
            }
        }
    }

    /// The albums of these words.
    pub(super) fn albums(&self, words: &str) -> Vec<i64> {
        self.albums.get(words).cloned().unwrap_or_default()
    }

    /// Where an album was searched for.
    pub(super) fn searched(&self, album: i64) -> &[Searched] {
        self.searched.get(&album).map_or(&[], Vec::as_slice)
    }
}
