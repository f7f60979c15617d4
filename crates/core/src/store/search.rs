//! Typeahead over artists: those whose name begins as typed, then names that are spelled alike.
use vinilogy_queries::queries::search;

use super::{At, Result, Store};
use crate::domain::names::typed_key;

pub use search::Hit;

/// Sorts after every letter that may follow.
const LAST: char = char::MAX;

impl Store {
    /// Artists whose name begins like this, most listened to first. From three letters on, names that are spelled alike follow
    /// when there is room: any when nothing begins like this, then those that many know. An empty query finds nothing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn search_artists(&self, query: &str, limit: i64) -> Result<Vec<Hit>> {
        let key = typed_key(query);
        let letters = key.chars().count();
        if letters == 0 {
            return Ok(Vec::new());
        }
        let most = usize::try_from(limit).unwrap_or(0);
        let mut hits = self.beginning_with(&key, letters, limit).await?;
        if letters >= 3 && hits.is_empty() {
            hits = self.spelled_like(&key, limit).await?;
        }
        if letters >= 3 && hits.len() < most {
            let known = self.known_like(&key, limit).await?;
            let new: Vec<Hit> = known.into_iter().filter(|k| hits.iter().all(|h| h.id != k.id)).collect();
            hits.extend(new);
            hits.truncate(most);
        }
        Ok(hits)
    }

    async fn beginning_with(&self, key: &str, letters: usize, limit: i64) -> Result<Vec<Hit>> {
        let client = self.client().await?;
        let start: String = key.chars().take(if letters < 3 { 1 } else { 3 }).collect();
        let (start, past) = (start.as_str(), format!("{key}{LAST}"));
        let past = past.as_str();
        if letters < 3 {
            let hits = search::by_initial().bind(&client, &key, &past, &start, &limit).all().await;
            return hits.at("search.by_initial");
        }
        search::by_prefix().bind(&client, &key, &past, &start, &limit).all().await.at("search.by_prefix")
    }

    async fn spelled_like(&self, key: &str, limit: i64) -> Result<Vec<Hit>> {
        let client = self.client().await?;
        search::by_similarity().bind(&client, &key, &limit).all().await.at("search.by_similarity")
    }

    async fn known_like(&self, key: &str, limit: i64) -> Result<Vec<Hit>> {
        let client = self.client().await?;
        search::known_by_similarity().bind(&client, &key, &limit).all().await.at("search.known_by_similarity")
    }
}
