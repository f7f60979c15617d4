//! P3: a stored set of recommendations, read through all that a request passes, and by many at once over HTTP.
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt as _;
use vinilogy_app::{Config, Context, http};
use vinilogy_core::store::DatabaseSettings;

use super::client::{Throughput, load};
use super::database::{Database, volume};
use super::listeners::{LISTENERS, token};
use super::names::dice;
use super::process::Process;
use super::rows::{Row, Times, median};
use super::wire::Wire;
use crate::local::Variables;

const REQUESTS: usize = 3_000;
/// To make the figures those of a warm sandbox: statements prepared, pages read.
const WARM_UP: usize = 500;
const CONNECTIONS: usize = 8;
const RUNS: usize = 3;

/// Server time, round trips, throughput; and another server's throughput when one is named.
pub async fn measure(variables: &Variables, against: Option<&str>) -> Result<Vec<Row>> {
    let volume = volume(variables).await?;
    let mut rows = vec![in_process(&volume).await?, round_trips(&volume).await?];
    let ours = served(&volume).await?;
    let what = "`GET /recs` over HTTP, 8 connections";
    let measured = format!("{:.0} requests/s, {}", ours.per_second, ours.times);
    rows.push(Row::new("P3", what, "–", measured));
    if let Some(other) = against {
        let theirs = several(other.trim_start_matches("http://").trim_end_matches('/')).await?;
        let measured = format!(
            "{:.0} requests/s, {}; ours is {:.1} times its throughput",
            theirs.per_second,
            theirs.times,
            ours.per_second / theirs.per_second
        );
        rows.push(Row::new("P3", "the same route in FastAPI and SQLAlchemy, 2 workers", "≥ 10 ×", measured));
    }
    Ok(rows)
}

/// All routes over a database.
pub(super) fn routes(database: DatabaseSettings) -> Result<axum::Router> {
    let config = Config::read(&|name| (name == "DATABASE_URL").then(|| database.url.clone()))?;
    let context = Context::new(Config { database, ..config })?;
    Ok(http::serve(http::all(), context))
}

/// Listeners come in no order, so that no request profits from the one before.
fn anybody(n: usize) -> String {
    token(1 + usize::try_from(dice(n as u64) % LISTENERS as u64).unwrap_or_default())
}

async fn read(routes: &axum::Router, n: usize) -> Result<()> {
    let request = Request::get("/recs").header("authorization", format!("Bearer {}", anybody(n)));
    let response = routes.clone().oneshot(request.body(Body::empty())?).await?;
    ensure!(response.status() == StatusCode::OK, "{}", response.status());
    let body = to_bytes(response.into_body(), usize::MAX).await?;
    ensure!(body.len() > 5_000, "a set of twenty is longer than {} bytes", body.len());
    Ok(())
}

async fn in_process(volume: &Database) -> Result<Row> {
    let routes = routes(volume.settings(2))?;
    for n in 0..WARM_UP {
        read(&routes, n).await?;
    }
    let mut times = Times::default();
    for n in 0..REQUESTS {
        let started = Instant::now();
        read(&routes, WARM_UP + n).await?;
        times.push(started.elapsed());
    }
    let what = "`GET /recs`: 20 with prices and reasons at 1 M albums, 500 k pressings, 2 M prices";
    Ok(Row::new("P3", what, "p50 ≤ 2 ms, p99 ≤ 20 ms", times.p50_p99()))
}

async fn round_trips(volume: &Database) -> Result<Row> {
    const COUNTED: u64 = 100;
    let wire = Wire::before(&volume.url()).await?;
    let routes = routes(DatabaseSettings { url: wire.url.clone(), ..volume.settings(1) })?;
    read(&routes, 0).await?;
    let before = wire.round_trips();
    for n in 1..=COUNTED {
        read(&routes, usize::try_from(n)?).await?;
    }
    let each = (wire.round_trips() - before) as f64 / COUNTED as f64;
    Ok(Row::new("P3", "round trips to the database per request", "≤ 2", format!("{each:.2}")))
}

/// The median run of several.
struct Served {
    per_second: f64,
    times: String,
}

/// By `vinilogy serve`, a process of its own.
async fn served(volume: &Database) -> Result<Served> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["serve", "--address", "127.0.0.1:0"]).env("DATABASE_URL", volume.url()).env("RUST_LOG", "warn");
    let (_server, line) = Process::announced(&mut command)?;
    several(line.trim_start_matches("http://")).await
}

async fn several(address: &str) -> Result<Served> {
    let request =
        |n: usize| format!("GET /recs HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {}\r\n\r\n", anybody(n));
    load(address, CONNECTIONS, WARM_UP, request).await?;
    let mut runs: Vec<Throughput> = Vec::new();
    for _ in 0..RUNS {
        runs.push(load(address, CONNECTIONS, REQUESTS, request).await?);
    }
    let per_second = median(runs.iter().map(|run| run.per_second).collect());
    let middle = runs.into_iter().find(|run| (run.per_second - per_second).abs() < f64::EPSILON);
    let text = middle.map(|mut run| run.times.p50_p99()).unwrap_or_default();
    Ok(Served { per_second, times: text })
}
