//! Which of the artists that were wished for in bulk may be ingested now.
use std::collections::BTreeSet;

use vinilogy_queries::queries::imports;

use super::{At, Result, Store, retrying};

/// An artist that is wanted from now on, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admitted {
    /// The listener, or 0 for the operator.
    pub caller: i64,
    /// The artist's row.
    pub artist_id: i64,
}

impl Store {
    /// Admits wishes in one transaction: those of callers who were given the least first, of one caller the most popular first; never more
    /// than `per_day` in 24 hours, nor more than an hour's share of it in an hour. Wishes for what somebody wants already are settled
    /// without being counted.
    ///
    /// # Errors
    /// As every statement.
    pub async fn admit_artists(&self, per_day: i64) -> Result<Vec<Admitted>> {
        retrying(|| self.try_admit(per_day)).await
    }

    async fn try_admit(&self, per_day: i64) -> Result<Vec<Admitted>> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("imports.begin")?;
        imports::lock_admission().bind(&tx).one().await.at("imports.lock_admission")?;
        let mut allowed = imports::allowance().bind(&tx, &per_day).one().await.at("imports.allowance")?;
        let mut admitted = Vec::new();
        while allowed > 0 {
            let round = admit_round(&tx, allowed).await?;
            let Some(round) = round else { break };
            allowed -= i64::try_from(round.len()).unwrap_or(i64::MAX);
            admitted.extend(round);
        }
        tx.commit().await.at("imports.commit")?;
        Ok(admitted)
    }
}

/// The next so many wishes; none when nobody waits. Fewer are admitted when some of the artists were wanted already.
async fn admit_round(tx: &deadpool_postgres::Transaction<'_>, wishes: i64) -> Result<Option<Vec<Admitted>>> {
    let next = imports::next_wishes().bind(tx, &wishes).all().await.at("imports.next_wishes")?;
    if next.is_empty() {
        return Ok(None);
    }
    let wanted: BTreeSet<i64> = next.iter().map(|wish| wish.wanted_id).collect();
    let wanted: Vec<i64> = wanted.into_iter().collect();
    let new = imports::want_artists().bind(tx, &wanted).all().await.at("imports.want_artists")?;
    let mut new: BTreeSet<i64> = new.into_iter().collect();
    // Two may have wished for one artist: the first one's turn it is.
    let taken: Vec<_> = next.iter().filter(|wish| new.remove(&wish.wanted_id)).collect();
    let imports_of: Vec<i64> = taken.iter().map(|wish| wish.import_id).collect();
    let artists_of: Vec<i64> = taken.iter().map(|wish| wish.artist_id).collect();
    let asked: Vec<i64> = next.iter().map(|wish| wish.artist_id).collect();
    imports::settle().bind(tx, &imports_of, &artists_of, &asked).await.at("imports.settle")?;
    Ok(Some(taken.iter().map(|wish| Admitted { caller: wish.caller, artist_id: wish.wanted_id }).collect()))
}
