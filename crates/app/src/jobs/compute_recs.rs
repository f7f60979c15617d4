//! A listener's recommendations: candidates from the store, scored by the domain, stored as a whole set.
use std::time::Duration;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use vinilogy_core::domain::pressing::{self, Format, PressingChoice};
use vinilogy_core::domain::prices::reading::Reader;
use vinilogy_core::domain::scoring::{self, Candidate, Filter, Rating};
use vinilogy_core::domain::{
    freshness::Kind,
    ids::AlbumId,
    ids::ArtistId,
    ids::ReleaseId,
    ids::UserId,
    money::{Currency, Money},
};
use vinilogy_core::store::{CandidateRow, Error as StoreError, NewItem, NewSet, PressingRow, Store};

use super::{CheckAlerts, Job, JobError, Outcome, PriceReleases, claimed};
use crate::Context;

/// `{"user_id": 1}`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ComputeRecs {
    /// For whom.
    pub user_id: i64,
}

impl Job for ComputeRecs {
    const NAME: &'static str = "compute_recs";

    async fn run(self, context: &Context) -> Result<Outcome, JobError> {
        claimed(context, Self::NAME, self.user_id, run(context, UserId::from(self.user_id))).await
    }
}

async fn run(context: &Context, user: UserId) -> Result<Outcome, JobError> {
    let store = context.store();
    if store.has_fresh_set(user).await? {
        return Ok(Outcome::Skipped("fresh"));
    }
    let items = match compute(store, user).await {
        Ok(items) => items,
        Err(StoreError::NotFound) => return Ok(Outcome::Skipped("no such listener")),
        Err(error) => return Err(error.into()),
    };
    let wanted = store.want_albums(&items).await?;
    let jobs: Vec<_> = wanted.iter().map(|&album_id| (PriceReleases { album_id }, Duration::ZERO)).collect();
    context.queues().await.send_all(&jobs).await?;
    // What is recommended from now on may cost little already.
    CheckAlerts::send_watched(context, &items).await?;
    Ok(Outcome::Done(items.len() as u64))
}

/// How long a set lives that was made while albums of its seeds were still being fetched.
const PROVISIONAL: Duration = Duration::from_secs(60);

/// Computes and stores a listener's set, unless somebody stored a fresh one meanwhile; returns the albums chosen.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown listener.
pub async fn compute(store: &Store, user: UserId) -> Result<Vec<i64>, StoreError> {
    let profile = store.profile(user).await?;
    // The database holds three letters; a currency we cannot read gets no price term.
    let currency: Currency = profile.currency.parse().unwrap_or(Currency::EUR);
    // Asked before the candidates are read: what arrives between the two makes the set provisional, never a whole one that lacks it.
    let ingested = store.seeds_are_ingested(user).await?;
    let reader = store.reader(currency).await?;
    let candidates = store.candidates(user).await?.into_iter().map(|row| candidate(row, &reader)).collect();
    let chosen = scoring::recommend(candidates, &Filter::default(), currency);
    let album_ids: Vec<i64> = chosen.iter().map(|c| c.candidate.album_id.get()).collect();
    let pressings = store.pressings_of(&album_ids, &profile.country).await?;
    let items = chosen.iter().map(|c| NewItem {
        album_id: c.candidate.album_id.get(),
        release_id: suggest(&pressings, c.candidate.album_id, &reader),
        score: c.scored.score().hundredths(),
        terms: serde_json::json!(c.scored.terms()),
    });
    let ttl = if ingested { Kind::Recommendations.ttl() } else { PROVISIONAL };
    let set = NewSet { scorer: scoring::SCORER, ttl, items: items.collect() };
    store.save_set(user, &set).await?;
    Ok(album_ids)
}

fn candidate(row: CandidateRow, reader: &Reader) -> Candidate {
    let rating = row.rating_hundredths.zip(row.rating_votes);
    Candidate {
        seed: row.seed,
        similar_to: row.similar_names.into_iter().zip(row.similar_scores).collect(),
        rating: rating.map(|(hundredths, votes)| Rating { hundredths, votes }),
        price: price(row.amount, row.currency.as_deref(), row.item_cents, row.rate_day, reader),
        have: row.have,
        track_count: row.track_count.map(i32::from),
        pressings: row.release_count,
        owned: row.owned,
        dismissed: row.dismissed,
        ..Candidate::new(AlbumId::from(row.album_id), ArtistId::from(row.artist_id))
    }
}

fn price(
    amount: Option<i64>,
    currency: Option<&str>,
    cents: Option<i64>,
    day: Option<NaiveDate>,
    reader: &Reader,
) -> Option<Money> {
    reader.price(Money::new(amount?, currency?.parse().ok()?), cents, day)
}

fn suggest(pressings: &[PressingRow], album: AlbumId, reader: &Reader) -> Option<ReleaseId> {
    let choices: Vec<PressingChoice> = pressings
        .iter()
        .filter(|pressing| pressing.album_id == album.get())
        .map(|pressing| PressingChoice {
            release_id: ReleaseId::from(pressing.id),
            format: Format::read(&pressing.format),
            have: pressing.have,
            price: price(pressing.amount, pressing.currency.as_deref(), pressing.item_cents, pressing.rate_day, reader),
            year: pressing.year,
            official: pressing.official,
        })
        .collect();
    pressing::suggest(&choices, reader.currency())
}
