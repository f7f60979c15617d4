//! What a job may answer, and what its failures mean for the message.
use std::time::Duration;

use vinilogy_core::store;
use vinilogy_upstream as upstream;

use crate::queues::QueueError;
use crate::uploads::UploadError;

/// How a job ended without failing: the message is acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The work was done; how many items were written or sent.
    Done(u64),
    /// There was nothing to do, and why.
    Skipped(&'static str),
    /// It can never be done; the reason stands on the row.
    GaveUp(String),
}

/// Why a job did not end.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Come back after this time: the same key is sent again with a delay, uncounted.
    #[error("later, in {} ms", .0.as_millis())]
    Later(Duration),
    /// The archive lacks an answer, in a replay, which asks nobody else.
    #[error("not in the archive")]
    NotArchived,
    /// Redelivered and counted, then the dead letters.
    #[error("{0}")]
    Retry(String),
}

/// A pause that an upstream ends without saying when.
const UNSAID: Duration = Duration::from_secs(30);

impl From<upstream::Error> for JobError {
    fn from(error: upstream::Error) -> Self {
        match error {
            upstream::Error::RateLimited(wait) => Self::Later(wait.unwrap_or(UNSAID)),
            upstream::Error::NotArchived => Self::NotArchived,
            other => Self::Retry(other.to_string()),
        }
    }
}

impl From<store::Error> for JobError {
    fn from(error: store::Error) -> Self {
        Self::Retry(error.to_string())
    }
}

impl From<UploadError> for JobError {
    fn from(error: UploadError) -> Self {
        Self::Retry(error.to_string())
    }
}

impl From<QueueError> for JobError {
    fn from(error: QueueError) -> Self {
        Self::Retry(error.to_string())
    }
}
