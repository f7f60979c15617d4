//! The queues of one test: made like those of the template, and worked off as Lambda's event source does.
use std::collections::HashMap;
use std::time::Duration;

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use aws_sdk_s3::types::CreateBucketConfiguration;
use aws_sdk_sqs::types::{MessageSystemAttributeName, QueueAttributeName};
use vinilogy_app::Context;
use vinilogy_app::jobs::{
    CheckAlerts, ComputeRecs, ImportArtists, IngestAlbums, IngestArtist, IngestImages, IngestReleaseDetails,
    IngestReleases, Job, PriceOffers, PriceReleases, ReadStock,
};
use vinilogy_app::lambda::batch;

use crate::TestApp;

/// How often a message is received before it is a dead letter, as in the template.
pub const MAX_RECEIVES: u32 = 5;

/// What was worked off.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Drained {
    /// Messages received.
    pub received: usize,
    /// Messages that failed, each time they did.
    pub failed: usize,
}

impl std::ops::AddAssign for Drained {
    fn add_assign(&mut self, other: Self) {
        self.received += other.received;
        self.failed += other.failed;
    }
}

impl TestApp {
    /// An SQS client.
    pub fn sqs(&self) -> aws_sdk_sqs::Client {
        aws_sdk_sqs::Client::new(&self.aws)
    }

    /// An SNS client.
    pub fn sns(&self) -> aws_sdk_sns::Client {
        aws_sdk_sns::Client::new(&self.aws)
    }

    /// An S3 client.
    pub fn s3(&self) -> aws_sdk_s3::Client {
        let settings = aws_sdk_s3::config::Builder::from(&self.aws).force_path_style(true);
        aws_sdk_s3::Client::from_conf(settings.build())
    }

    /// The archive's bucket.
    pub fn bucket(&self) -> &str {
        &self.config.archive_bucket
    }

    /// Objects of the archive.
    pub async fn archived(&self) -> Vec<String> {
        self.objects("raw/").await
    }

    /// Objects of the mirror.
    pub async fn mirrored(&self) -> Vec<String> {
        self.objects("images/").await
    }

    async fn objects(&self, prefix: &str) -> Vec<String> {
        let mut keys = Vec::new();
        let mut pages = self.s3().list_objects_v2().bucket(self.bucket()).prefix(prefix).into_paginator().send();
        while let Some(page) = pages.next().await {
            let page = page.expect("the bucket can be listed");
            keys.extend(page.contents().iter().filter_map(|object| object.key().map(str::to_owned)));
        }
        keys
    }

    pub(crate) async fn create_queues_and_bucket(&self) {
        let here = self.aws.region().map_or("us-east-1", |region| region.as_ref());
        let place = CreateBucketConfiguration::builder().location_constraint(here.into()).build();
        let bucket = self.s3().create_bucket().bucket(self.bucket()).create_bucket_configuration(place);
        bucket.send().await.expect("bucket");
        for name in [
            ImportArtists::NAME,
            IngestArtist::NAME,
            IngestAlbums::NAME,
            IngestReleases::NAME,
            IngestReleaseDetails::NAME,
            PriceOffers::NAME,
            PriceReleases::NAME,
            PriceOffers::NAME,
            ComputeRecs::NAME,
            IngestImages::NAME,
            CheckAlerts::NAME,
            ReadStock::NAME,
        ] {
            self.create_queue(name).await;
        }
    }

    async fn create_queue(&self, job: &str) {
        let prefix = self.config.queue_url_prefix.rsplit('/').next().expect("prefix");
        let sqs = self.sqs();
        let dead = sqs.create_queue().queue_name(format!("{prefix}{job}-dlq")).send().await.expect("dead letters");
        let dead_url = dead.queue_url.expect("url");
        let attributes = sqs.get_queue_attributes().queue_url(&dead_url).attribute_names(QueueAttributeName::QueueArn);
        let attributes = attributes.send().await.expect("attributes").attributes.expect("attributes");
        let arn = &attributes[&QueueAttributeName::QueueArn];
        let redrive = format!(r#"{{"deadLetterTargetArn":"{arn}","maxReceiveCount":"{MAX_RECEIVES}"}}"#);
        sqs.create_queue()
            .queue_name(format!("{prefix}{job}"))
            .attributes(QueueAttributeName::RedrivePolicy, redrive)
            // Failed messages come back at once: no test waits for a clock.
            .attributes(QueueAttributeName::VisibilityTimeout, "0")
            .send()
            .await
            .expect("queue");
    }

    /// Works off all queues with the job's own runner until none has a visible message.
    pub async fn drain(&self) -> Drained {
        let mut all = Drained::default();
        loop {
            let mut round = self.drain_queue::<ImportArtists>().await;
            round += self.drain_queue::<IngestArtist>().await;
            round += self.drain_queue::<IngestAlbums>().await;
            round += self.drain_queue::<IngestReleases>().await;
            round += self.drain_queue::<IngestReleaseDetails>().await;
            round += self.drain_queue::<PriceReleases>().await;
            round += self.drain_queue::<PriceOffers>().await;
            round += self.drain_queue::<ComputeRecs>().await;
            round += self.drain_queue::<IngestImages>().await;
            round += self.drain_queue::<CheckAlerts>().await;
            round += self.drain_queue::<ReadStock>().await;
            if round.received == 0 {
                return all;
            }
            all += round;
        }
    }

    /// Works off one queue until it has no visible message.
    pub async fn drain_queue<J: Job>(&self) -> Drained {
        let mut drained = Drained::default();
        loop {
            let event = self.receive::<J>().await;
            if event.records.is_empty() {
                return drained;
            }
            drained.received += event.records.len();
            drained.failed += self.work_off::<J>(&self.context, event).await.batch_item_failures.len();
        }
    }

    /// Up to ten messages of a queue, as Lambda would hand them to the function.
    pub async fn receive<J: Job>(&self) -> SqsEvent {
        self.receive_within::<J>(Duration::ZERO).await
    }

    /// The same, waiting at the queue for the first one to come.
    pub async fn receive_within<J: Job>(&self, wait: Duration) -> SqsEvent {
        let request = self.sqs().receive_message().queue_url(self.queue_url::<J>()).max_number_of_messages(10);
        let request = request.message_system_attribute_names(MessageSystemAttributeName::ApproximateReceiveCount);
        let request = request.message_system_attribute_names(MessageSystemAttributeName::MessageGroupId);
        let wait = i32::try_from(wait.as_secs()).expect("a short wait");
        let request = request.visibility_timeout(30).wait_time_seconds(wait);
        let answer = request.send().await.expect("the queue answers");
        let mut event = SqsEvent::default();
        event.records = answer.messages.unwrap_or_default().into_iter().map(message).collect();
        event
    }

    /// Hands an event to the worker; then deletes what succeeded and makes visible again what failed.
    pub async fn work_off<J: Job>(&self, context: &Context, event: SqsEvent) -> SqsBatchResponse {
        let handles: HashMap<String, String> =
            event.records.iter().filter_map(|m| Some((m.message_id.clone()?, m.receipt_handle.clone()?))).collect();
        let response = batch::<J>(context, event).await;
        for (id, handle) in handles {
            let failed = response.batch_item_failures.iter().any(|failure| failure.item_identifier == id);
            let (sqs, url) = (self.sqs(), self.queue_url::<J>());
            if failed {
                let back = sqs.change_message_visibility().queue_url(url).receipt_handle(handle).visibility_timeout(0);
                back.send().await.expect("visible again");
            } else {
                sqs.delete_message().queue_url(url).receipt_handle(handle).send().await.expect("deleted");
            }
        }
        response
    }

    /// Messages of a queue by their bodies, without working them off.
    pub async fn bodies<J: Job>(&self, dead: bool) -> Vec<String> {
        let url = self.queue_url::<J>() + if dead { "-dlq" } else { "" };
        let mut bodies = Vec::new();
        loop {
            let request =
                self.sqs().receive_message().queue_url(&url).max_number_of_messages(10).visibility_timeout(60);
            let messages = request.send().await.expect("the queue answers").messages.unwrap_or_default();
            if messages.is_empty() {
                return bodies;
            }
            bodies.extend(messages.into_iter().filter_map(|m| m.body));
        }
    }

    /// Puts any text on a job's queue.
    pub async fn send_body<J: Job>(&self, body: &str) {
        self.sqs().send_message().queue_url(self.queue_url::<J>()).message_body(body).send().await.expect("sent");
    }

    /// Where a job's messages go.
    pub fn queue_url<J: Job>(&self) -> String {
        format!("{}{}", self.config.queue_url_prefix, J::NAME)
    }
}

fn message(received: aws_sdk_sqs::types::Message) -> SqsMessage {
    let mut message = SqsMessage::default();
    message.attributes = received
        .attributes
        .unwrap_or_default()
        .into_iter()
        .map(|(name, value)| (name.as_str().to_owned(), value))
        .collect();
    message.message_id = received.message_id;
    message.receipt_handle = received.receipt_handle;
    message.body = received.body;
    message
}
