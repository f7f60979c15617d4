//! P9: how much of a rate the workers use while there is more to do than may be asked, and whether they ever ask too much.
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use futures::future::try_join_all;
use tokio::time::sleep;
use vinilogy_app::budget::SharedBudget;
use vinilogy_sim::{Limit, Limits, Options, Sim, World};
use vinilogy_upstream::{Class, DirArchive, Error, Fetch, LocalTokens, Rate, Settings, Upstreams};

use super::database::Database;
use super::rows::Row;
use crate::local::Variables;

/// The real ratio on a shorter window.
const RATE: Rate = Rate { calls: 60, per: Duration::from_secs(6) };
const LENGTH: Duration = Duration::from_secs(25);
const CROWDS: [usize; 3] = [1, 8, 50];

/// One row per number of workers.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let world = Arc::new(World::builtin(1));
    let mut rows = Vec::new();
    for workers in CROWDS {
        let database = Database::create(variables, "bench_budget").await?;
        let archive = tempdir()?;
        let row = crowd(&database, &world, workers, &archive).await;
        std::fs::remove_dir_all(&archive)?;
        database.drop().await?;
        rows.push(row?);
    }
    Ok(rows)
}

async fn crowd(database: &Database, world: &Arc<World>, workers: usize, archive: &std::path::Path) -> Result<Row> {
    let limit = Limit::new(RATE.calls, RATE.per);
    let options = Options { limits: Limits { discogs: limit, ..Limits::none() }, latency: Duration::from_millis(50) };
    let sim = Sim::start(world.clone(), options, SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let next = AtomicI64::new(1);
    // Each with connections, clients and pacing of its own, as in a sandbox of its own.
    let sandboxes = (0..workers).map(|_| sandbox(database, &sim, archive)).collect::<Result<Vec<_>>>()?;
    let until = Instant::now() + LENGTH;
    try_join_all(sandboxes.iter().map(|upstreams| work(upstreams, &next, until))).await?;
    let calls = sim.control().calls().discogs;
    let span = calls.arrivals_us.first().zip(calls.arrivals_us.last()).context("no call arrived")?;
    let allowed = (span.1 - span.0) as f64 / RATE.per.as_micros() as f64 * f64::from(RATE.calls);
    let used = (calls.arrivals_us.len() - 1) as f64 / allowed * 100.0;
    let measured = format!(
        "{used:.1} %, at most {} in any {} s, {} refused",
        calls.max_in_window(RATE.per),
        RATE.per.as_secs(),
        calls.limited
    );
    let what = format!(
        "use of a budget of {} calls in {} s by {workers} worker{}",
        RATE.calls,
        RATE.per.as_secs(),
        if workers == 1 { "" } else { "s" }
    );
    Ok(Row::new("P9", what, "≥ 97 %, never over 60", measured))
}

fn sandbox(database: &Database, sim: &Sim, archive: &std::path::Path) -> Result<Upstreams> {
    let mut settings = Settings { discogs_token: Some("token".to_owned()), ..Settings::default() };
    settings.discogs.url = sim.discogs_url();
    settings.discogs.rate = RATE;
    let budget = Arc::new(SharedBudget::new(database.store(1)?, None));
    Ok(Upstreams::new(settings, budget, Arc::new(DirArchive::new(archive)), Arc::new(LocalTokens::new()))?)
}

/// There is always another key; when told to come back later, a worker does.
async fn work(upstreams: &Upstreams, next: &AtomicI64, until: Instant) -> Result<()> {
    let fetch = Fetch { class: Class::Bulk, fresh_for: Duration::from_secs(3600) };
    while Instant::now() < until {
        let key = next.fetch_add(1, Ordering::Relaxed);
        loop {
            match upstreams.discogs.marketplace_stats(key, "EUR", fetch).await {
                Ok(_) | Err(Error::NotFound) => break,
                Err(Error::RateLimited(wait)) if Instant::now() < until => sleep(wait.unwrap_or(RATE.per)).await,
                Err(Error::RateLimited(_)) => break,
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(())
}

fn tempdir() -> Result<std::path::PathBuf> {
    let folder = std::env::temp_dir().join(format!("vinilogy-bench-{}", uuid::Uuid::new_v4().simple()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
