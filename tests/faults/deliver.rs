//! Ways in which messages reach sandboxes, and what the archive holds of the answers they got.
use aws_lambda_events::sqs::SqsEvent;
use serde_json::Value;
use support::TestApp;
use vinilogy_app::Context;
use vinilogy_app::jobs::Job;
use vinilogy_sim::{Fault, Rule, Upstream};
use vinilogy_upstream::Exchange;

/// Right answers that come late, so that others find the worker still at work.
pub fn slow(upstream: Upstream) -> Rule {
    Rule::new(upstream, Fault::Hang { ms: Some(300) })
}

/// Puts a key on its job's queue.
pub async fn send<J: Job>(app: &TestApp, job: &J) {
    app.context.queues().await.send(job).await.expect("sent");
}

/// Puts a key on its queue and hands it to a sandbox; whether it failed. What failed is back on the queue.
pub async fn deliver<J: Job>(app: &TestApp, sandbox: &Context, job: &J) -> bool {
    send(app, job).await;
    let event = app.receive::<J>().await;
    assert_eq!(event.records.len(), 1, "one message, no more");
    !app.work_off::<J>(sandbox, event).await.batch_item_failures.is_empty()
}

/// Hands each message to a sandbox of its own, all at once; how many failed.
pub async fn at_once<J: Job>(app: &TestApp, event: SqsEvent) -> usize {
    let deliveries = event.records.into_iter().map(|message| async move {
        let mut event = SqsEvent::default();
        event.records = vec![message];
        app.work_off::<J>(&app.sandbox(), event).await.batch_item_failures.len()
    });
    futures::future::join_all(deliveries).await.into_iter().sum()
}

/// All archived exchanges of an endpoint with their keys.
pub async fn exchanges(app: &TestApp, upstream: &str, endpoint: &str) -> Vec<(String, Exchange)> {
    let folder = format!("raw/{upstream}/{endpoint}/");
    let mut found = Vec::new();
    for key in app.archived().await.into_iter().filter(|key| key.starts_with(&folder)) {
        let object = app.s3().get_object().bucket(app.bucket()).key(&key).send().await.expect("an object");
        let bytes = object.body.collect().await.expect("its bytes").into_bytes();
        found.push((key, Exchange::decode(&bytes).expect("an exchange")));
    }
    found
}

/// What a fix of the reader amounts to, for a test that cannot change the reader: the archived answer becomes one that it reads.
pub async fn mend(app: &TestApp, upstream: &str, endpoint: &str, mend: impl Fn(&mut Value)) {
    let broken = exchanges(app, upstream, endpoint).await;
    assert!(!broken.is_empty(), "nothing of {endpoint} is in the archive");
    for (key, mut exchange) in broken {
        let mut body: Value = serde_json::from_slice(&exchange.body).expect("JSON");
        mend(&mut body);
        exchange.body = body.to_string().into_bytes();
        let bytes = exchange.encode().expect("packed");
        app.s3().put_object().bucket(app.bucket()).key(key).body(bytes.into()).send().await.expect("kept");
    }
}
