//! Sending keys to queues. A queue has the name of the job that reads it.
use std::sync::Arc;
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_sqs::{Client, error::DisplayErrorContext, types::SendMessageBatchRequestEntry};

use crate::{Config, jobs::Job};

/// The queues of all jobs.
#[derive(Clone)]
pub struct Queues {
    /// None when the queues are closed.
    client: Option<Client>,
    url_prefix: String,
    /// On whose behalf messages are sent. A queue hands out messages of many callers in turns, however many one of them has sent.
    group: Option<Arc<str>>,
}

/// A queue that does not take a message. What should have been sent is found again by the sweep of that queue.
#[derive(Debug, thiserror::Error)]
#[error("queue {queue}: {reason}")]
pub struct QueueError {
    queue: &'static str,
    reason: String,
}

/// SQS delays a message by fifteen minutes at most.
pub const LONGEST_DELAY: Duration = Duration::from_secs(900);
/// SQS takes ten messages at once.
const BATCH: usize = 10;

impl Queues {
    pub(crate) fn new(config: &Config, aws: &SdkConfig) -> Self {
        Self { client: Some(Client::new(aws)), url_prefix: config.queue_url_prefix.clone(), group: None }
    }

    /// Queues that take everything and hold nothing: what follows from a replayed key is replayed in its own turn.
    pub(crate) fn closed() -> Self {
        Self { client: None, url_prefix: String::new(), group: None }
    }

    /// The same queues for messages on behalf of a caller.
    pub(crate) fn with_group(&self, group: Option<Arc<str>>) -> Self {
        Self { group, ..self.clone() }
    }

    /// Where the messages of a job go.
    pub fn url<J: Job>(&self) -> String {
        format!("{}{}", self.url_prefix, J::NAME)
    }

    /// Enqueues one key.
    ///
    /// # Errors
    /// When the queue does not take it.
    pub async fn send<J: Job>(&self, job: &J) -> Result<(), QueueError> {
        self.send_later(job, Duration::ZERO).await
    }

    /// Enqueues one key that becomes visible after a delay (at most [`LONGEST_DELAY`]).
    ///
    /// # Errors
    /// When the queue does not take it.
    pub async fn send_later<J: Job>(&self, job: &J, delay: Duration) -> Result<(), QueueError> {
        let Some(client) = &self.client else { return Ok(()) };
        let request = client.send_message().queue_url(self.url::<J>()).message_body(body(job)?);
        let request = request.set_message_group_id(self.group.as_deref().map(str::to_owned));
        let sent = request.delay_seconds(seconds(delay)).send().await;
        sent.map(drop).map_err(|e| failed::<J>(DisplayErrorContext(e)))
    }

    /// Enqueues many keys in batches, each with its delay.
    ///
    /// # Errors
    /// When a batch, or one message of it, is not taken; those before it are.
    pub async fn send_all<J: Job>(&self, jobs: &[(J, Duration)]) -> Result<(), QueueError> {
        let Some(client) = &self.client else { return Ok(()) };
        for batch in jobs.chunks(BATCH) {
            let mut request = client.send_message_batch().queue_url(self.url::<J>());
            for (index, (job, delay)) in batch.iter().enumerate() {
                let entry = SendMessageBatchRequestEntry::builder()
                    .id(index.to_string())
                    .message_body(body(job)?)
                    .delay_seconds(seconds(*delay))
                    .set_message_group_id(self.group.as_deref().map(str::to_owned))
                    .build()
                    .map_err(failed::<J>)?;
                request = request.entries(entry);
            }
            let answer = request.send().await.map_err(|e| failed::<J>(DisplayErrorContext(e)))?;
            if let Some(refused) = answer.failed.first() {
                return Err(failed::<J>(format!(
                    "{} {}",
                    refused.code,
                    refused.message.as_deref().unwrap_or_default()
                )));
            }
        }
        Ok(())
    }
}

fn body<J: Job>(job: &J) -> Result<String, QueueError> {
    serde_json::to_string(job).map_err(failed::<J>)
}

/// Rounded up: a second too late is polite, a second too early is not.
fn seconds(delay: Duration) -> i32 {
    let whole = delay.min(LONGEST_DELAY).as_secs_f64().ceil();
    #[expect(clippy::cast_possible_truncation, reason = "at most 900")]
    let whole = whole as i32;
    whole
}

fn failed<J: Job>(reason: impl std::fmt::Display) -> QueueError {
    QueueError { queue: J::NAME, reason: reason.to_string() }
}
