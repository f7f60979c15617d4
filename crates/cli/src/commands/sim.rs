//! `vinilogy sim`: the upstreams on one port.
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use clap::Args;
use vinilogy_sim::{Limit, Limits, Options, Sim, World};
use vinilogy_upstream::Rate;

/// Options of `vinilogy sim`.
#[derive(Args)]
pub struct Simulate {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:4600")]
    address: SocketAddr,
    /// A folder of data sets; the built-in world without it.
    #[arg(long)]
    world: Option<PathBuf>,
    /// How many times larger the built-in world is.
    #[arg(long, default_value_t = 1)]
    scale: u32,
    /// Calls per seconds that Last.fm allows.
    #[arg(long, default_value = "1500/300")]
    lastfm_rate: String,
    /// Calls per seconds that MusicBrainz allows.
    #[arg(long, default_value = "60/60")]
    musicbrainz_rate: String,
    /// Calls per seconds that Discogs allows.
    #[arg(long, default_value = "60/60")]
    discogs_rate: String,
    /// Calls per seconds that the Cover Art Archive and the image hosts allow.
    #[arg(long, default_value = "300/60")]
    coverartarchive_rate: String,
    /// Calls per seconds that eBay allows.
    #[arg(long, default_value = "5000/86400")]
    ebay_rate: String,
    /// Calls per seconds that the European Central Bank allows.
    #[arg(long, default_value = "60/60")]
    ecb_rate: String,
    /// Calls per seconds that the shops allow.
    #[arg(long, default_value = "300/60")]
    shops_rate: String,
    /// Milliseconds before every answer.
    #[arg(long, default_value_t = 0)]
    latency_ms: u64,
}

impl Simulate {
    /// Serves until it is stopped.
    pub async fn run(self) -> Result<()> {
        let limits = Limits {
            lastfm: limit(&self.lastfm_rate)?,
            musicbrainz: limit(&self.musicbrainz_rate)?,
            discogs: limit(&self.discogs_rate)?,
            coverartarchive: limit(&self.coverartarchive_rate)?,
            ebay: limit(&self.ebay_rate)?,
            ecb: limit(&self.ecb_rate)?,
            shops: limit(&self.shops_rate)?,
        };
        let world = match &self.world {
            Some(datasets) => World::real(datasets)?,
            None => World::builtin(self.scale),
        };
        let options = Options { limits, latency: Duration::from_millis(self.latency_ms) };
        let sim = Sim::start(Arc::new(world), options, self.address).await?;
        println!("{}", sim.url());
        sim.serve_forever().await
    }
}

fn limit(text: &str) -> Result<Limit> {
    let rate: Rate = text.parse().map_err(|error: String| anyhow!(error))?;
    Ok(Limit::new(rate.calls, rate.per))
}
