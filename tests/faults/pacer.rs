//! One worker of the trial of the shared limiter, as a process of its own: a sandbox like any function's, told by the environment.
//! Prints its clock, waits for a line, and calls Discogs as often as the shared budget lets it until its input ends;
//! then it prints by how many milliseconds the machine let it oversleep.
use std::io::{BufRead, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use vinilogy_app::{Config, Context};
use vinilogy_upstream::{Class, Error, Fetch};

static STOPPED: AtomicBool = AtomicBool::new(false);

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let first_id = std::env::args().nth(1).context("the first id to ask for")?.parse()?;
    let context = Context::new(Config::from_env()?)?;
    context.store().ping().await?;
    context.upstreams().await?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", context.now().timestamp())?;
    out.flush()?;
    std::io::stdin().lock().read_line(&mut String::new())?;
    std::thread::spawn(|| {
        // The end of the input is the end of the trial.
        drop(std::io::stdin().lock().read_line(&mut String::new()));
        STOPPED.store(true, Ordering::SeqCst);
    });
    let late = call(&context, first_id).await?;
    writeln!(out, "{}", late.as_millis())?;
    Ok(())
}

/// Calls until the trial ends. Returns by how much the process was late at worst when it wanted to go on after a wait.
async fn call(context: &Context, first_id: i64) -> anyhow::Result<Duration> {
    let mut late = Duration::ZERO;
    let fetch = Fetch { class: Class::Bulk, fresh_for: Duration::ZERO };
    let mut id = first_id;
    while !STOPPED.load(Ordering::SeqCst) {
        match context.upstreams().await?.discogs.marketplace_stats(id, "EUR", fetch).await {
            Ok(_) | Err(Error::NotFound) => id += 1,
            // What the queue's delay is to a job.
            Err(Error::RateLimited(Some(wait))) => {
                let slept = Instant::now();
                tokio::time::sleep(wait).await;
                late = late.max(slept.elapsed().saturating_sub(wait));
            }
            Err(Error::RateLimited(None)) => tokio::task::yield_now().await,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(late)
}
