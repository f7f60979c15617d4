//! Who is at work on what: one job at a time per key.
use std::time::Duration;

use uuid::Uuid;
use vinilogy_queries::queries::claims;

use super::{At, Result, Store};

/// The right to do one job for one key until it is given back or has run out.
#[derive(Debug)]
#[must_use = "a claim that is not given back blocks its key until it runs out"]
pub struct Claim {
    job: &'static str,
    key: i64,
    token: Uuid,
}

impl Store {
    /// Claims a key for a job, or `None` when another worker holds it. A claim whose holder died ends by itself after `length`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn claim(&self, job: &'static str, key: i64, length: Duration) -> Result<Option<Claim>> {
        let token = Uuid::new_v4();
        let client = self.client().await?;
        let taken =
            claims::take().bind(&client, &job, &key, &token, &length.as_secs_f64()).opt().await.at("claims.take")?;
        Ok(taken.map(|token| Claim { job, key, token }))
    }

    /// Gives a claim back; one that has run out and was taken by another is left alone.
    ///
    /// # Errors
    /// As every statement.
    pub async fn give_back(&self, claim: &Claim) -> Result<()> {
        let client = self.client().await?;
        claims::give_back().bind(&client, &claim.job, &claim.key, &claim.token).await.at("claims.give_back")?;
        Ok(())
    }
}
