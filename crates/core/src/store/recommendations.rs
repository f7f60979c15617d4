//! Recommendation sets: what may be recommended, a set written whole, and the newest one read in one statement.
use std::time::Duration;

use vinilogy_queries::queries::recommendations;

use super::{At, Result, Store, retrying};
use crate::domain::{ids::ReleaseId, ids::UserId};

pub use recommendations::{Candidates as CandidateRow, Current as CurrentItem, PressingsToChoose as PressingRow};

/// A set to be stored.
#[derive(Debug, Clone)]
pub struct NewSet {
    /// Which scorer made it.
    pub scorer: &'static str,
    /// How long it is served without a new one being made.
    pub ttl: Duration,
    /// Best first.
    pub items: Vec<NewItem>,
}

/// An album of a set.
#[derive(Debug, Clone)]
pub struct NewItem {
    /// The album.
    pub album_id: i64,
    /// The suggested pressing.
    pub release_id: Option<ReleaseId>,
    /// Hundredths of a point.
    pub score: i32,
    /// The score's terms with their causes; they add up to the score.
    pub terms: serde_json::Value,
}

impl Store {
    /// Albums on vinyl by a listener's seeds and by artists like them.
    ///
    /// # Errors
    /// As every statement.
    pub async fn candidates(&self, user: UserId) -> Result<Vec<CandidateRow>> {
        let client = self.client().await?;
        recommendations::candidates().bind(&client, &user.get()).all().await.at("recommendations.candidates")
    }

    /// Whether everything by the listener's seeds is in the catalogue, as far as it exists on vinyl: a set made before that lacks
    /// albums which arrive in minutes.
    ///
    /// # Errors
    /// As every statement.
    pub async fn seeds_are_ingested(&self, user: UserId) -> Result<bool> {
        let client = self.client().await?;
        recommendations::seeds_are_ingested()
            .bind(&client, &user.get())
            .one()
            .await
            .at("recommendations.seeds_are_ingested")
    }

    /// All pressings of these albums with their cheapest price to this country.
    ///
    /// # Errors
    /// As every statement.
    pub async fn pressings_of(&self, album_ids: &[i64], ships_to: &str) -> Result<Vec<PressingRow>> {
        let client = self.client().await?;
        recommendations::pressings_to_choose()
            .bind(&client, &ships_to, &album_ids)
            .all()
            .await
            .at("recommendations.pressings_to_choose")
    }

    /// Whether the listener has a set that has not expired.
    ///
    /// # Errors
    /// As every statement.
    pub async fn has_fresh_set(&self, user: UserId) -> Result<bool> {
        let client = self.client().await?;
        let age = recommendations::current_set_age().bind(&client, &user.get()).opt().await;
        Ok(age.at("recommendations.current_set_age")?.is_some_and(|set| !set.expired))
    }

    /// Stores a set whole. A reader sees the set before or this one. Returns `None`, writing nothing, when somebody else
    /// stored a fresh one meanwhile.
    ///
    /// # Errors
    /// [`super::Error::Conflict`] when an album or a pressing has gone meanwhile.
    pub async fn save_set(&self, user: UserId, set: &NewSet) -> Result<Option<i64>> {
        retrying(|| self.try_save_set(user, set)).await
    }

    async fn try_save_set(&self, user: UserId, set: &NewSet) -> Result<Option<i64>> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("recommendations.begin")?;
        recommendations::lock_listener().bind(&tx, &user.get()).opt().await.at("recommendations.lock_listener")?;
        let current = recommendations::current_set_age().bind(&tx, &user.get()).opt().await;
        if current.at("recommendations.current_set_age")?.is_some_and(|current| !current.expired) {
            return Ok(None);
        }
        let id = recommendations::insert_set().bind(&tx, &user.get(), &set.scorer, &set.ttl.as_secs_f64()).one().await;
        let id = id.at("recommendations.insert_set")?;
        let ranks: Vec<i16> = (1..).take(set.items.len()).collect();
        let album_ids: Vec<i64> = set.items.iter().map(|i| i.album_id).collect();
        let release_ids: Vec<Option<i64>> = set.items.iter().map(|i| i.release_id.map(ReleaseId::get)).collect();
        let scores: Vec<i32> = set.items.iter().map(|i| i.score).collect();
        let terms: Vec<&serde_json::Value> = set.items.iter().map(|i| &i.terms).collect();
        recommendations::insert_items()
            .bind(&tx, &id, &ranks, &album_ids, &release_ids, &scores, &terms)
            .await
            .at("recommendations.insert_items")?;
        tx.commit().await.at("recommendations.commit")?;
        Ok(Some(id))
    }

    /// Lets the newest set expire now: it is still served, and a new one may be stored.
    ///
    /// # Errors
    /// As every statement.
    pub async fn expire_set(&self, user: UserId) -> Result<()> {
        let client = self.client().await?;
        recommendations::expire_set().bind(&client, &user.get()).await.at("recommendations.expire_set").map(drop)
    }

    /// The newest set, an item a row in order of rank, with prices as they are now. No row: there was never a set. One row
    /// without a rank: a set without items.
    ///
    /// # Errors
    /// As every statement.
    pub async fn current_set(&self, user: UserId, ships_to: &str) -> Result<Vec<CurrentItem>> {
        let client = self.client().await?;
        recommendations::current().bind(&client, &user.get(), &ships_to).all().await.at("recommendations.current")
    }

    /// The albums of the newest set with their scores in hundredths, the best first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn recommended(&self, user: UserId) -> Result<Vec<(i64, i32)>> {
        let client = self.client().await?;
        let rows = recommendations::scores().bind(&client, &user.get()).all().await.at("recommendations.scores")?;
        Ok(rows.into_iter().map(|row| (row.album_id, row.score)).collect())
    }

    /// Listeners with seeds whose set has expired or was never made.
    ///
    /// # Errors
    /// As every statement.
    pub async fn listeners_with_stale_sets(&self, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        recommendations::stale_listeners().bind(&client, &limit).all().await.at("recommendations.stale_listeners")
    }
}
