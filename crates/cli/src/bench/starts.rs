//! P1: how long a function takes from being started to asking for its first event, with this program as the runtime API.
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

use super::process::Process;
use super::rows::{Row, Times};
use super::sizes::binary;
use crate::local::Variables;

const STARTS: usize = 40;

/// One row per kind of function: a look-up, one that also sends messages, a worker.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (name, kind, wanted) in FUNCTIONS {
        let mut times = Times::default();
        for _ in 0..STARTS {
            times.push(start(name, variables).await.with_context(|| format!("start of {name}"))?);
        }
        let measured = format!("median {:.1} ms, p95 {:.1} ms", times.quantile_ms(0.5), times.quantile_ms(0.95));
        rows.push(Row::new("P1", format!("start of `{name}` ({kind}) to its first poll"), wanted, measured));
    }
    Ok(rows)
}

const FUNCTIONS: [(&str, &str, &str); 5] = [
    ("health", "no SDK", "≤ 10 ms"),
    ("artist", "no SDK", "≤ 10 ms"),
    ("recs", "with SQS", "≤ 25 ms"),
    ("create_artist", "with SQS", "≤ 25 ms"),
    ("ingest_releases", "worker", "–"),
];

async fn start(name: &str, variables: &Variables) -> Result<Duration> {
    let runtime = TcpListener::bind("127.0.0.1:0").await?;
    let mut command = Command::new(binary(name)?);
    command.env_clear().env("AWS_LAMBDA_RUNTIME_API", runtime.local_addr()?.to_string());
    for (variable, value) in SANDBOX {
        command.env(variable, value);
    }
    for variable in ["DATABASE_URL", "QUEUE_URL_PREFIX", "ARCHIVE_BUCKET", "AWS_ENDPOINT_URL"] {
        command.env(variable, variables.expect(variable)?);
    }
    let started = Instant::now();
    let _function = Process::silent(&mut command)?;
    let polled = tokio::time::timeout(Duration::from_secs(10), polled(&runtime)).await;
    let elapsed = started.elapsed();
    polled??;
    Ok(elapsed)
}

/// Waits for the head of the request for the next event.
async fn polled(runtime: &TcpListener) -> Result<()> {
    let (mut stream, _) = runtime.accept().await?;
    let mut head = Vec::new();
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        anyhow::ensure!(stream.read_buf(&mut head).await? > 0, "it hung up");
    }
    let expected = b"GET /2018-06-01/runtime/invocation/next";
    anyhow::ensure!(head.starts_with(expected), "{}", String::from_utf8_lossy(&head));
    Ok(())
}

/// What Lambda tells every function.
const SANDBOX: [(&str, &str); 8] = [
    ("AWS_LAMBDA_FUNCTION_NAME", "bench"),
    ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
    ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
    ("AWS_LAMBDA_LOG_GROUP_NAME", "bench"),
    ("AWS_LAMBDA_LOG_STREAM_NAME", "bench"),
    ("AWS_REGION", "eu-west-1"),
    ("AWS_ACCESS_KEY_ID", "local"),
    ("AWS_SECRET_ACCESS_KEY", "local"),
];
