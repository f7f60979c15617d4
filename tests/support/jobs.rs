//! Jobs run by themselves, what they left on their queues, and albums for them to start from.
use std::time::Duration;

use aws_lambda_events::sqs::SqsEvent;
use aws_sdk_sqs::types::QueueAttributeName;
use vinilogy_app::jobs::{
    CheckAlerts, ComputeRecs, FetchRates, ImportArtists, IngestAlbums, IngestArtist, IngestImages,
    IngestReleaseDetails, IngestReleases, Job, JobError, Outcome, PriceOffers, PriceReleases, ReadStock,
};
use vinilogy_app::{Config, Context};
use vinilogy_core::domain::ids::ArtistId;

use crate::{TestApp, stack};

fn stack_variable(name: &str) -> String {
    stack().variables.get(name).cloned().unwrap_or_else(|| "local".to_owned())
}

/// How many messages a queue holds.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Depth {
    /// To be received now.
    pub visible: usize,
    /// Received, and neither deleted nor visible again.
    pub in_flight: usize,
    /// Sent with a delay that still runs.
    pub delayed: usize,
}

impl Depth {
    /// Nothing in any state.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl TestApp {
    /// Runs a job once, without a queue.
    ///
    /// # Errors
    /// As the job.
    pub async fn run<J: Job>(&self, job: J) -> Result<Outcome, JobError> {
        job.run(&self.context).await
    }

    /// Another sandbox that was told something else.
    pub fn sandbox_with(&self, change: impl FnOnce(&mut Config)) -> Context {
        let mut config = self.config.clone();
        change(&mut config);
        Context::reaching(config, self.aws.clone()).expect("context")
    }

    /// Another sandbox that reaches AWS at another address.
    pub fn sandbox_reaching_aws_at(&self, endpoint_url: &str) -> Context {
        let aws = self.aws.clone().into_builder().endpoint_url(endpoint_url).build();
        Context::reaching(self.config.clone(), aws).expect("context")
    }

    /// What the sandboxes of this test are told.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The way to AWS as the environment of a process.
    pub fn aws_environment(&self) -> Vec<(&'static str, String)> {
        let region = self.aws.region().map(ToString::to_string).unwrap_or_default();
        vec![
            ("AWS_ENDPOINT_URL", self.aws.endpoint_url().unwrap_or_default().to_owned()),
            ("AWS_REGION", region),
            ("AWS_ACCESS_KEY_ID", stack_variable("AWS_ACCESS_KEY_ID")),
            ("AWS_SECRET_ACCESS_KEY", stack_variable("AWS_SECRET_ACCESS_KEY")),
        ]
    }

    /// Fetches exchange rates as the clock does, so that no price job has to.
    pub async fn rates(&self) {
        self.run(FetchRates::default()).await.expect("rates");
    }

    /// Ingests an artist and its list of albums, fetches exchange rates, leaves nothing on the queues and no counted calls. Returns the albums that have a
    /// master, by their ids.
    pub async fn albums_of(&self, name: &str) -> Vec<i64> {
        let artist = self.store().get_or_create_artist(name, None).await.expect("artist").id;
        self.run(IngestArtist::Known { artist_id: artist }).await.expect("the artist is ingested");
        self.run(IngestAlbums { artist_id: artist }).await.expect("its albums are ingested");
        self.rates().await;
        self.forget().await;
        let albums = self.store().albums_of(ArtistId::from(artist)).await.expect("albums");
        albums.into_iter().filter(|album| album.discogs_master_id.is_some()).map(|album| album.id).collect()
    }

    /// One such album, with its pressings.
    pub async fn album_with_pressings(&self, artist: &str) -> i64 {
        let album_id = self.albums_of(artist).await[0];
        self.run(IngestReleases { album_id }).await.expect("the pressings are ingested");
        self.forget().await;
        album_id
    }

    /// Empties all queues and forgets the counted calls.
    pub async fn forget(&self) {
        self.purge::<ImportArtists>().await;
        self.purge::<IngestArtist>().await;
        self.purge::<IngestAlbums>().await;
        self.purge::<IngestReleases>().await;
        self.purge::<IngestReleaseDetails>().await;
        self.purge::<PriceOffers>().await;
        self.purge::<PriceReleases>().await;
        self.purge::<PriceOffers>().await;
        self.purge::<ComputeRecs>().await;
        self.purge::<IngestImages>().await;
        self.purge::<CheckAlerts>().await;
        self.purge::<ReadStock>().await;
        self.sim.control().reset_calls();
    }

    async fn purge<J: Job>(&self) {
        self.sqs().purge_queue().queue_url(self.queue_url::<J>()).send().await.expect("purged");
    }

    /// What a job's queue, or its dead letters, hold.
    pub async fn depth<J: Job>(&self, dead: bool) -> Depth {
        let url = self.queue_url::<J>() + if dead { "-dlq" } else { "" };
        let request = self.sqs().get_queue_attributes().queue_url(url).attribute_names(QueueAttributeName::All);
        let attributes = request.send().await.expect("attributes").attributes.unwrap_or_default();
        let count = |name| attributes.get(&name).and_then(|n| n.parse().ok()).unwrap_or(0);
        Depth {
            visible: count(QueueAttributeName::ApproximateNumberOfMessages),
            in_flight: count(QueueAttributeName::ApproximateNumberOfMessagesNotVisible),
            delayed: count(QueueAttributeName::ApproximateNumberOfMessagesDelayed),
        }
    }

    /// Every queue with its depth, and every dead letter queue, in a fixed order.
    pub async fn depths(&self) -> Vec<(&'static str, Depth, Depth)> {
        vec![
            (ImportArtists::NAME, self.depth::<ImportArtists>(false).await, self.depth::<ImportArtists>(true).await),
            (IngestArtist::NAME, self.depth::<IngestArtist>(false).await, self.depth::<IngestArtist>(true).await),
            (IngestAlbums::NAME, self.depth::<IngestAlbums>(false).await, self.depth::<IngestAlbums>(true).await),
            (IngestReleases::NAME, self.depth::<IngestReleases>(false).await, self.depth::<IngestReleases>(true).await),
            (
                IngestReleaseDetails::NAME,
                self.depth::<IngestReleaseDetails>(false).await,
                self.depth::<IngestReleaseDetails>(true).await,
            ),
            (PriceOffers::NAME, self.depth::<PriceOffers>(false).await, self.depth::<PriceOffers>(true).await),
            (PriceReleases::NAME, self.depth::<PriceReleases>(false).await, self.depth::<PriceReleases>(true).await),
            (PriceOffers::NAME, self.depth::<PriceOffers>(false).await, self.depth::<PriceOffers>(true).await),
            (ComputeRecs::NAME, self.depth::<ComputeRecs>(false).await, self.depth::<ComputeRecs>(true).await),
            (ReadStock::NAME, self.depth::<ReadStock>(false).await, self.depth::<ReadStock>(true).await),
            (CheckAlerts::NAME, self.depth::<CheckAlerts>(false).await, self.depth::<CheckAlerts>(true).await),
            (IngestImages::NAME, self.depth::<IngestImages>(false).await, self.depth::<IngestImages>(true).await),
        ]
    }

    /// Nothing on any queue and no dead letter.
    pub async fn assert_queues_empty(&self) {
        let left: Vec<_> =
            self.depths().await.into_iter().filter(|(_, q, dead)| !q.is_empty() || !dead.is_empty()).collect();
        assert!(left.is_empty(), "left on queues (queue, dead letters): {left:?}");
    }

    /// Up to ten messages of a queue, waited for as long as SQS lets a receiver wait.
    pub async fn wait_for_messages<J: Job>(&self) -> SqsEvent {
        for _ in 0..6 {
            let event = self.receive_within::<J>(Duration::from_secs(10)).await;
            if !event.records.is_empty() {
                return event;
            }
        }
        panic!("no message came to {}", J::NAME);
    }

    /// The bodies that wait on a queue; they stay there.
    pub async fn sent<J: Job>(&self) -> Vec<String> {
        let waiting = self.receive_all::<J>().await.records;
        for message in &waiting {
            let handle = message.receipt_handle.as_deref().expect("a handle");
            let back = self.sqs().change_message_visibility().queue_url(self.queue_url::<J>()).receipt_handle(handle);
            back.visibility_timeout(0).send().await.expect("visible again");
        }
        waiting.into_iter().filter_map(|message| message.body).collect()
    }

    /// All messages that are visible now, in one event however the queue portions them.
    pub async fn receive_all<J: Job>(&self) -> SqsEvent {
        let mut all = SqsEvent::default();
        loop {
            let event = self.receive::<J>().await;
            if event.records.is_empty() {
                return all;
            }
            all.records.extend(event.records);
        }
    }

    /// Moves a queue's dead letters back to it, as an operator does after a fix.
    pub async fn redrive<J: Job>(&self) -> usize {
        let (sqs, url) = (self.sqs(), self.queue_url::<J>());
        let dead = format!("{url}-dlq");
        let mut moved = 0;
        loop {
            let request = sqs.receive_message().queue_url(&dead).max_number_of_messages(10).visibility_timeout(60);
            let messages = request.send().await.expect("the dead letters answer").messages.unwrap_or_default();
            if messages.is_empty() {
                return moved;
            }
            for message in messages {
                let body = message.body.expect("a body");
                sqs.send_message().queue_url(&url).message_body(body).send().await.expect("sent");
                let handle = message.receipt_handle.expect("a handle");
                sqs.delete_message().queue_url(&dead).receipt_handle(handle).send().await.expect("deleted");
                moved += 1;
            }
        }
    }

    /// Lets the time until an upstream may be called again pass.
    pub async fn end_pause(&self, upstream: &str) {
        let client = self.database.connect().await;
        let past =
            "update upstream_budgets set paused_until = '-infinity', next_slot = '-infinity' where upstream = $1";
        assert_eq!(client.execute(past, &[&upstream]).await.expect("budget"), 1);
    }
}
