//! Typeahead over artists: exact prefixes first, names with typing errors when those are few.
use vinilogy_queries::queries::search;

use super::{At, Result, Store};
use crate::domain::names::typed_key;

pub use search::Hit;

impl Store {
    /// Artists whose name begins like this, most listened to first; filled up with names that are spelled alike once three
    /// letters are typed. An empty query finds nothing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn search_artists(&self, query: &str, limit: i64) -> Result<Vec<Hit>> {
        let key = typed_key(query);
        let letters = key.chars().count();
        if letters == 0 {
            return Ok(Vec::new());
        }
        let client = self.client().await?;
        let pattern = format!("{}%", escape_like(&key));
        let key = key.as_str();
        let mut hits = match letters {
            1 | 2 => {
                let initial: String = key.chars().take(1).collect();
                let found = search::by_initial().bind(&client, &initial.as_str(), &pattern.as_str(), &limit).all().await;
                found.at("search.by_initial")?
            }
            3 => search::by_three_letters().bind(&client, &key, &limit).all().await.at("search.by_three_letters")?,
            _ => search::by_prefix().bind(&client, &pattern.as_str(), &limit).all().await.at("search.by_prefix")?,
        };
        let missing = usize::try_from(limit).unwrap_or(0).saturating_sub(hits.len());
        if letters >= 3 && missing > 0 {
            let alike = search::by_similarity().bind(&client, &key, &limit).all().await.at("search.by_similarity")?;
            let new: Vec<Hit> = alike.into_iter().filter(|a| hits.iter().all(|h| h.id != a.id)).take(missing).collect();
            hits.extend(new);
        }
        Ok(hits)
    }
}

/// Takes the special meaning from the characters that `like` knows.
pub(super) fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
