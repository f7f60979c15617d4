//! F25: how quickly a list of 200,000 artists is read, in how much memory, and how long others wait for their requests meanwhile.
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use tower::ServiceExt;
use vinilogy_app::jobs::{AdmitArtists, ImportArtists, Job};
use vinilogy_app::{Context, http};
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::store::Source;
use vinilogy_sim::{Limits, Options, Sim, World};

use super::calls::Cloud;
use super::database::Database;
use super::rows::{Row, Times};
use crate::local::Variables;

const ROWS: usize = 200_000;
const REQUESTS: usize = 300;

/// The worker and the routes of one process, each with its own connections, over real Postgres, SQS and S3.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let database = Database::create(variables, "bench_imports").await?;
    let cloud = Cloud::create(variables).await?;
    let measured = import(&database, &cloud).await;
    cloud.delete().await?;
    database.drop().await?;
    measured
}

#[expect(clippy::disallowed_methods, reason = "the worker runs beside the requests, and nothing freezes this process")]
async fn import(database: &Database, cloud: &Cloud) -> Result<Vec<Row>> {
    let options = Options { limits: Limits::none(), latency: Duration::ZERO };
    let sim = Sim::start(Arc::new(World::builtin(1)), options, SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let router = http::serve(http::all(), cloud.context(database, &sim)?);
    let mut idle = Times::default();
    for n in 0..REQUESTS {
        idle.push(ask(&router, &format!("Idle {n}")).await?);
    }
    let file: String = (0..ROWS).map(|n| format!("Artist of a long list {n},{}\n", n % 10)).collect();
    let file = format!("artist,rating\n{file}");
    let worker = cloud.context(database, &sim)?;
    worker.uploads().await.put("imports/long.csv", file.into_bytes().into()).await?;
    let before = peak_memory()?;
    let done = Arc::new(AtomicBool::new(false));
    let reading = tokio::spawn(read(worker.clone(), done.clone()));
    let mut busy = Times::default();
    let mut asked = 0_usize;
    while !done.load(Ordering::Relaxed) {
        busy.push(ask(&router, &format!("Busy {asked}")).await?);
        asked += 1;
    }
    let (seconds, messages) = reading.await??;
    let memory = peak_memory()?.saturating_sub(before);
    let admitted = AdmitArtists::default().run(&worker).await?;
    let (idle, busy) = (idle.quantile_ms(0.95), busy.quantile_ms(0.95));
    Ok(vec![
        Row::new(
            "F25",
            format!("a list of {ROWS} artists read in {messages} messages"),
            "–",
            format!("{:.0} rows/s, {memory} kB more memory at its peak", ROWS as f64 / seconds),
        ),
        Row::new(
            "F25",
            format!(
                "`POST /artists` by others, {REQUESTS} idle, {asked} meanwhile; admitted at once afterwards: {admitted:?}"
            ),
            "p95 below twice the idle one",
            format!("p95 {idle:.1} ms idle, {busy:.1} ms meanwhile"),
        ),
    ])
}

/// Reads the file to its end; seconds and messages.
async fn read(worker: Context, done: Arc<AtomicBool>) -> Result<(f64, usize)> {
    let source = Source::Csv { object_key: "imports/long.csv", artist_column: None };
    let import_id = worker.store().get_or_create_import(source).await?.id;
    worker.store().start_import(ImportId::from(import_id)).await?;
    let started = Instant::now();
    let mut messages = 0;
    let ended = loop {
        if let Err(error) = (ImportArtists::Started { import_id }).run(&worker).await {
            break Err(error);
        }
        messages += 1;
        if worker.store().import(ImportId::from(import_id)).await?.state != "reading" {
            break Ok(());
        }
    };
    done.store(true, Ordering::Relaxed);
    ended?;
    let import = worker.store().import(ImportId::from(import_id)).await?;
    ensure!(import.wished == i64::try_from(ROWS)?, "{} wishes of {ROWS} rows", import.wished);
    Ok((started.elapsed().as_secs_f64(), messages))
}

/// Somebody asks for an artist that nobody has.
async fn ask(router: &Router, name: &str) -> Result<Duration> {
    let body = serde_json::json!({"name": name}).to_string();
    let request = Request::post("/artists").header(header::CONTENT_TYPE, "application/json").body(Body::from(body))?;
    let started = Instant::now();
    let answer = router.clone().oneshot(request).await?;
    ensure!(answer.status() == StatusCode::ACCEPTED, "{}", answer.status());
    Ok(started.elapsed())
}

/// The most memory that this process has held, in kB.
fn peak_memory() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("VmHWM")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}
