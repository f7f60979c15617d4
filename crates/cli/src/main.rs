//! `vinilogy`: the operator's and developer's command.
#![expect(clippy::print_stdout, reason = "a command line prints")]

mod bench;
mod commands;
mod local;

use clap::{Parser, Subcommand};

use commands::{
    archive, images, import, ingest, listener, load_dump, make_dump, matches, migrate, quality, recs, replay, serve,
    shops, sim, status, up,
};

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
    /// Read a list of artists from a file; they are ingested so many a day, popular first.
    Import(import::Import),
    /// Wish for the top artists of Last.fm's tags; they are ingested so many a day, popular first.
    Seed(import::Seed),
    /// Show what each source offers as an artist's picture and its albums' covers, and why one was chosen.
    Images(images::Images),
    /// Make a listener with seeds; prints the token.
    Listener(listener::NewListener),
    /// Show a listener's recommendations as a table.
    Recs(recs::Recs),
    /// Load Discogs' monthly dump; a load that was stopped goes on.
    LoadDump(load_dump::LoadDump),
    /// Review links between the catalogue and the services: list, accept, reject, link.
    Matches(matches::Matches),
    /// Write a dump of any size, to try loads on.
    MakeDump(make_dump::MakeDump),
    /// Count what is in the catalogue, what waits, and what was asked of the upstreams.
    Status,
    /// Read archived answers again and write what they say anew, without calling an upstream.
    Replay(replay::Replay),
    /// Count what lies in the archive.
    Archive(archive::Archive),
    /// Count how good the catalogue is, against what is aimed at.
    Quality(quality::Quality),
    /// List shops, add one, read the stock of one from a file.
    Shops(shops::Shops),
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
        Command::Import(import) => import.run().await,
        Command::Seed(seed) => seed.run().await,
        Command::Images(images) => images.run().await,
        Command::Listener(listener) => listener.run().await,
        Command::Recs(recs) => recs.run().await,
        Command::LoadDump(load) => load.run().await,
        Command::Matches(matches) => matches.run().await,
        Command::MakeDump(make) => make.run(),
        Command::Status => status::run().await,
        Command::Replay(replay) => replay.run().await,
        Command::Archive(archive) => archive.run().await,
        Command::Quality(quality) => quality.run().await,
        Command::Shops(shops) => shops.run().await,
        Command::Serve(serve) => serve.run().await,
        Command::Sim(sim) => sim.run().await,
        Command::Bench(bench) => bench.run().await,
    }
}
