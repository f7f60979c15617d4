//! The three runners: a function is one of them with a route or a job.
use std::{convert::Infallible, panic::AssertUnwindSafe, time::Instant};

use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use axum::Router;
use futures::{FutureExt, future::join_all};
use lambda_runtime::{Error, LambdaEvent, service_fn};

use crate::{
    Config, Context, http,
    jobs::{Job, JobError, Outcome},
    telemetry,
};

/// Serves routes behind API Gateway.
///
/// # Errors
/// When the configuration cannot be read.
pub async fn http(routes: Router<Context>) -> Result<(), Error> {
    let context = start()?;
    lambda_http::run(http::serve(routes, context)).await
}

/// Works off a queue.
///
/// # Errors
/// When the configuration cannot be read.
pub async fn worker<J: Job>() -> Result<(), Error> {
    let context = &start()?;
    lambda_runtime::run(service_fn(move |event: LambdaEvent<SqsEvent>| async move {
        Ok::<_, Infallible>(batch::<J>(context, event.payload).await)
    }))
    .await
}

/// Runs a job by the clock.
///
/// # Errors
/// When the configuration cannot be read.
pub async fn schedule<J: Job + Default>() -> Result<(), Error> {
    let context = &start()?;
    lambda_runtime::run(service_fn(move |_: LambdaEvent<serde_json::Value>| async move {
        // A failed run is the next run's work; failing the invocation makes it visible to the alarm.
        attempt(context, J::default(), "schedule", 1).await.map(drop).map_err(Error::from)
    }))
    .await
}

fn start() -> Result<Context, Error> {
    let config = Config::from_env()?;
    telemetry::init(&config.log);
    Ok(Context::new(config)?)
}

/// Runs each message of a batch by itself and names those that failed, so that a bad one does not fail its neighbours.
pub async fn batch<J: Job>(context: &Context, event: SqsEvent) -> SqsBatchResponse {
    let failed = join_all(event.records.iter().map(|message| message_failed::<J>(context, message))).await;
    let mut response = SqsBatchResponse::default();
    for (message, _) in event.records.iter().zip(failed).filter(|(_, failed)| *failed) {
        let mut failure = BatchItemFailure::default();
        failure.item_identifier = message.message_id.clone().unwrap_or_default();
        response.batch_item_failures.push(failure);
    }
    response
}

/// A key is short; a body longer than this is not ours.
const LONGEST_BODY: usize = 4096;

async fn message_failed<J: Job>(context: &Context, message: &SqsMessage) -> bool {
    let id = message.message_id.as_deref().unwrap_or_default();
    let received = message.attributes.get("ApproximateReceiveCount").and_then(|n| n.parse().ok()).unwrap_or(1);
    let body = message.body.as_deref().unwrap_or_default();
    if body.len() > LONGEST_BODY {
        tracing::error!(
            job = J::NAME,
            message_id = id,
            attempt = received,
            outcome = "unparseable",
            reason = "oversized body"
        );
        return true;
    }
    let job: J = match serde_json::from_str(body) {
        Ok(job) => job,
        Err(error) => {
            tracing::error!(job = J::NAME, message_id = id, attempt = received, outcome = "unparseable", reason = %error);
            return true;
        }
    };
    // What follows from a message is done for whom the message was sent.
    match message.attributes.get("MessageGroupId") {
        Some(caller) => attempt(&context.on_behalf_of(caller), job, id, received).await.is_err(),
        None => attempt(context, job, id, received).await.is_err(),
    }
}

/// Runs a job once, logs its one event, and carries out what it asked for.
async fn attempt<J: Job>(context: &Context, job: J, message_id: &str, attempt: u32) -> Result<Outcome, JobError> {
    let started = Instant::now();
    let key = serde_json::to_string(&job).unwrap_or_default();
    // Boxed: what a job awaits is deep, and the compiler would have to lay it all out in one type.
    let ran = AssertUnwindSafe(job.run(context).boxed()).catch_unwind().await;
    let ran = ran.unwrap_or_else(|_| Err(JobError::Retry("the job panicked".to_owned())));
    let (ended, delayed) = match ran {
        Err(JobError::Later(delay)) => (later::<J>(context, &key, delay).await, Some(delay)),
        ended => (ended, None),
    };
    let (outcome, items, reason) = match &ended {
        Ok(Outcome::Done(items)) => ("done", *items, String::new()),
        Ok(Outcome::Skipped(_)) if delayed.is_some() => {
            ("later", 0, format!("in {} ms", delayed.unwrap_or_default().as_millis()))
        }
        Ok(Outcome::Skipped(reason)) => ("skipped", 0, (*reason).to_owned()),
        Ok(Outcome::GaveUp(reason)) => ("gave_up", 0, reason.clone()),
        Err(error) => ("retry", 0, error.to_string()),
    };
    let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    match outcome {
        "retry" => tracing::error!(job = J::NAME, message_id, attempt, outcome, reason, duration_ms),
        "gave_up" => tracing::warn!(job = J::NAME, message_id, attempt, outcome, reason, duration_ms),
        _ => tracing::info!(job = J::NAME, message_id, attempt, outcome, reason, items, duration_ms),
    }
    ended
}

/// Sends the same key again with a delay: an upstream that says "slow down" must not walk a healthy message into the dead
/// letters. When even that fails, the message is redelivered and counted.
async fn later<J: Job>(context: &Context, key: &str, delay: std::time::Duration) -> Result<Outcome, JobError> {
    let again: J = serde_json::from_str(key).map_err(|error| JobError::Retry(error.to_string()))?;
    context.queues().await.send_later(&again, delay).await?;
    Ok(Outcome::Skipped("later"))
}
