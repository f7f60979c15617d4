//! `vinilogy`: the operator's and developer's command.
#![expect(clippy::print_stdout, reason = "a command line prints")]

mod bench;
mod commands;
mod local;

use clap::{Parser, Subcommand};

use commands::{ingest, listener, migrate, recs, serve, sim, status, up};

/// Which records to buy on vinyl, which pressing, where, for how much, and why.
#[derive(Parser)]
#[command(name = "vinilogy", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start everything on this machine, ingest a world, and show a listener's recommendations.
    Up(up::Up),
    /// Stop what `up` started; the data stay.
    Down,
    /// Apply the migrations.
    Migrate,
    /// Send artists to be ingested, and watch.
    Ingest(ingest::Ingest),
    /// Make a listener with seeds; prints the token.
    Listener(listener::NewListener),
    /// Show a listener's recommendations as a table.
    Recs(recs::Recs),
    /// Count what is in the catalogue, what waits, and what was asked of the upstreams.
    Status,
    /// Serve all routes from this process.
    Serve(serve::Serve),
    /// Run the simulator of the upstreams.
    Sim(sim::Simulate),
    /// Measure the product's goals; on a release build, else the figures mean nothing.
    Bench(bench::Bench),
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    // Several libraries could bring cryptography; this one program uses ring for all of them.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        tracing::debug!("a provider was installed before");
    }
    match Cli::parse().command {
        Command::Up(up) => up.run().await,
        Command::Down => up::down(),
        Command::Migrate => migrate::run().await,
        Command::Ingest(ingest) => ingest.run().await,
        Command::Listener(listener) => listener.run().await,
        Command::Recs(recs) => recs.run().await,
        Command::Status => status::run().await,
        Command::Serve(serve) => serve.run().await,
        Command::Sim(sim) => sim.run().await,
        Command::Bench(bench) => bench.run().await,
    }
}
