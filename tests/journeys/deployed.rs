//! The deployed stack as its users and its operators reach it.
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use aws_sdk_sqs::types::QueueAttributeName;
use libtest_mimic::Failed;
use reqwest::{Method, StatusCode};
use serde_json::Value;
use vinilogy_app::jobs::Job;
use vinilogy_core::store::{DatabaseSettings, Store};
use vinilogy_sim::{Limits, Options, Sim};

/// API, queues and database of one deployment, and the simulator that its functions call.
#[derive(Clone)]
pub struct Deployed {
    pub store: Store,
    pub sqs: aws_sdk_sqs::Client,
    pub sim: Arc<Sim>,
    pub stack: String,
    api: String,
    queues: String,
    client: reqwest::Client,
}

/// Longer than any story's step takes on a busy machine; a step that never ends fails here.
const PATIENCE: Duration = Duration::from_secs(120);

impl Deployed {
    /// The stack that the environment names, as `infra/local/deploy` wrote it.
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the stack is")]
    pub async fn find() -> Option<Self> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let (api, sim) = (variable("API_URL")?, variable("SIM_URL")?);
        let address: SocketAddr = sim.trim_start_matches("http://").parse().expect("SIM_URL");
        let options = Options { limits: Limits::none(), latency: Duration::ZERO };
        let sim = Sim::start(support::world(), options, address).await.expect("the simulator's address is free");
        let aws = vinilogy_app::aws::at(&variable("AWS_ENDPOINT_URL")?, &variable("AWS_REGION")?, "local", "local");
        rustls::crypto::ring::default_provider().install_default().expect("the first provider");
        let database = DatabaseSettings { url: variable("DATABASE_URL")?, ca_file: None, connections: 4 };
        let (store, stack) = (Store::open(&database).expect("DATABASE_URL"), variable("STACK")?);
        forget(&store, &stack).await;
        Some(Self {
            store,
            sqs: aws_sdk_sqs::Client::new(&aws),
            sim: Arc::new(sim),
            stack,
            api,
            queues: variable("QUEUE_URL_PREFIX")?,
            client: reqwest::Client::builder().timeout(PATIENCE).build().expect("a client"),
        })
    }

    /// Calls a route through the gateway.
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let mut request = self.client.request(method, format!("{}{path}", self.api));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let response = request.send().await.expect("the gateway answers");
        let status = response.status();
        let text = response.text().await.expect("a body");
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }

    /// Where a job's messages go; `-dlq` behind it are its dead letters.
    pub fn queue<J: Job>(&self, dead: bool) -> String {
        format!("{}{}{}", self.queues, J::NAME, if dead { "-dlq" } else { "" })
    }

    /// Visible and hidden messages of a queue.
    pub async fn messages(&self, url: &str) -> u32 {
        let names = [
            QueueAttributeName::ApproximateNumberOfMessages,
            QueueAttributeName::ApproximateNumberOfMessagesNotVisible,
        ];
        let mut request = self.sqs.get_queue_attributes().queue_url(url);
        for name in &names {
            request = request.attribute_names(name.clone());
        }
        let attributes = request.send().await.expect("attributes").attributes.unwrap_or_default();
        names.iter().filter_map(|name| attributes.get(name)?.parse::<u32>().ok()).sum()
    }

    /// How long a failed message of a queue stays hidden: minutes in production, a second in a story.
    pub async fn hide_for(&self, url: &str, seconds: u32) {
        let request = self.sqs.set_queue_attributes().queue_url(url);
        let request = request.attributes(QueueAttributeName::VisibilityTimeout, seconds.to_string());
        request.send().await.expect("attributes are set");
    }

    /// Asks again until the answer is yes.
    pub async fn until(&self, what: &str, mut yes: impl AsyncFnMut() -> bool) -> Result<(), Failed> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if yes().await {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(format!("it never came true: {what}").into())
    }

    /// Ends every sandbox of a function as a crash would; returns how many there were.
    pub fn kill(&self, function: &str) -> usize {
        let name = format!("AWS_LAMBDA_FUNCTION_NAME={}-{function}", self.stack);
        let processes = std::fs::read_dir("/proc").expect("processes").flatten();
        let ours = processes.filter(|process| {
            let environment = std::fs::read(process.path().join("environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == name.as_bytes())
        });
        let killed = ours.filter(|process| {
            let ended = std::process::Command::new("kill").arg("-9").arg(process.file_name()).status();
            ended.is_ok_and(|status| status.success())
        });
        killed.count()
    }
}

/// The stories begin with an empty catalogue, also when they are told again.
async fn forget(store: &Store, stack: &str) {
    assert!(stack.ends_with("-journeys"), "{stack} is not a stack for stories: its data would be lost");
    let client = store.client().await.expect("a connection");
    let tables = "truncate artists, users, upstream_requests, claims restart identity cascade";
    client.batch_execute(tables).await.expect("an empty catalogue");
}
