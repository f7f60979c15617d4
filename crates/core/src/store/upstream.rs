//! What was asked of the upstreams, and the one budget per upstream that all functions share.
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_queries::queries::upstream;

use super::{At, Result, Store};

pub use upstream::UseByUpstream as UpstreamUse;

/// The answer to a wish to call an upstream.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grant {
    /// A slot is ours; it begins after this time.
    Slot(Duration),
    /// None is free within the horizon; ask again after this time.
    Wait(Duration),
}

/// A daily quota as one caller may use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayCalls {
    /// All calls of a day.
    pub calls: u32,
    /// Whether it is work that may use them only as the day passes.
    pub bulk: bool,
}

/// One answered request, by its fingerprint.
#[derive(Debug, Clone)]
pub struct RequestRow<'a> {
    /// Identifies the request: hex SHA-256 of its canonical form.
    pub fingerprint: &'a str,
    /// Which upstream.
    pub upstream: &'a str,
    /// Which of its endpoints.
    pub endpoint: &'a str,
    /// The URL without secrets.
    pub url: &'a str,
    /// HTTP status.
    pub status: u16,
    /// Where the response lies in the archive.
    pub archive_key: &'a str,
    /// Length of the body.
    pub bytes: usize,
    /// When it was received.
    pub fetched_at: DateTime<Utc>,
    /// How long it may be used again; `None` keeps it as evidence only.
    pub fresh_for: Option<Duration>,
}

/// Where an answer lies in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The object.
    pub key: String,
    /// Offset and length in bytes of the block that holds it, when the object is a pack.
    pub block: Option<(i64, i32)>,
    /// When it was received.
    pub fetched_at: DateTime<Utc>,
}

impl Store {
    /// Takes a paced slot of an upstream's budget, at most `horizon` ahead, and one of the day's calls where those are counted. Slots are
    /// `interval` apart whoever takes them.
    ///
    /// # Errors
    /// As every statement; [`super::Error::NotFound`] for an upstream without a budget row.
    pub async fn take_slot(
        &self,
        name: &str,
        interval: Duration,
        horizon: Duration,
        quota: Option<DayCalls>,
    ) -> Result<Grant> {
        let client = self.client().await?;
        let calls = quota.map(|quota| i32::try_from(quota.calls).unwrap_or(i32::MAX));
        let bulk = quota.is_some_and(|quota| quota.bulk);
        let answer = upstream::take_slot()
            .bind(&client, &interval.as_secs_f64(), &name, &horizon.as_secs_f64(), &calls, &bulk)
            .opt()
            .await
            .at("upstream.take_slot")?
            .ok_or(super::Error::NotFound)?;
        let wait = Duration::try_from_secs_f64(answer.wait_seconds).unwrap_or(interval);
        Ok(if answer.go { Grant::Slot(wait) } else { Grant::Wait(wait) })
    }

    /// How long everybody must still keep away from an upstream; `None` when nobody must.
    ///
    /// # Errors
    /// As every statement.
    pub async fn upstream_paused_for(&self, name: &str) -> Result<Option<Duration>> {
        let client = self.client().await?;
        let seconds = upstream::paused_for().bind(&client, &name).opt().await.at("upstream.paused_for")?;
        Ok(seconds.and_then(|s| Duration::try_from_secs_f64(s).ok()))
    }

    /// Keeps everybody away from an upstream for this long. A longer pause that already runs stays.
    ///
    /// # Errors
    /// As every statement.
    pub async fn pause_upstream(&self, name: &str, pause: Duration) -> Result<()> {
        let client = self.client().await?;
        upstream::pause().bind(&client, &pause.as_secs_f64(), &name).await.at("upstream.pause")?;
        Ok(())
    }

    /// Keeps everybody away from an upstream until daily quotas begin anew; how long that is.
    ///
    /// # Errors
    /// As every statement; [`super::Error::NotFound`] for an upstream without a budget row.
    pub async fn close_upstream_day(&self, name: &str) -> Result<Duration> {
        let client = self.client().await?;
        let seconds = upstream::close_day().bind(&client, &name).opt().await.at("upstream.close_day")?;
        let seconds = seconds.ok_or(super::Error::NotFound)?;
        Ok(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::ZERO))
    }

    /// Where a fresh answer to this request lies, if there is one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn fresh_place(&self, fingerprint: &str) -> Result<Option<Place>> {
        let client = self.client().await?;
        let row = upstream::fresh_place().bind(&client, &fingerprint).opt().await.at("upstream.fresh_place")?;
        Ok(row.map(|row| Place {
            key: row.archive_key,
            block: row.archive_offset.zip(row.archive_length),
            fetched_at: row.fetched_at,
        }))
    }

    /// Where the newest answer to this request lies, however old it is.
    ///
    /// # Errors
    /// As every statement.
    pub async fn newest_place(&self, fingerprint: &str) -> Result<Option<Place>> {
        let client = self.client().await?;
        let row = upstream::newest_place().bind(&client, &fingerprint).opt().await.at("upstream.newest_place")?;
        Ok(row.map(|row| Place {
            key: row.archive_key,
            block: row.archive_offset.zip(row.archive_length),
            fetched_at: row.fetched_at,
        }))
    }

    /// Remembers an answered request. An older answer never replaces a newer one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_request(&self, row: &RequestRow<'_>) -> Result<()> {
        let client = self.client().await?;
        upstream::save_request()
            .bind(
                &client,
                &row.fingerprint,
                &row.upstream,
                &row.endpoint,
                &row.url,
                &i16::try_from(row.status).unwrap_or(i16::MAX),
                &row.archive_key,
                &i32::try_from(row.bytes).unwrap_or(i32::MAX),
                &row.fetched_at,
                &row.fresh_for.map(|d| d.as_secs_f64()),
            )
            .await
            .at("upstream.save_request")?;
        Ok(())
    }

    /// Slots taken and requests answered, per upstream.
    ///
    /// # Errors
    /// As every statement.
    pub async fn upstream_use(&self) -> Result<Vec<UpstreamUse>> {
        let client = self.client().await?;
        upstream::use_by_upstream().bind(&client).all().await.at("upstream.use_by_upstream")
    }
}
