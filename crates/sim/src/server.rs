//! The simulator as a server, and its router for tests without one.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::control::Control;
use crate::limits::Limits;
use crate::shops::SHOPS;
use crate::state::State;
use crate::wire::{Peer, Wires};
use crate::{World, control_http, coverartarchive, discogs, ebay, ecb, gate, lastfm, musicbrainz, pictures, shops};

/// How the simulator behaves beyond its world. The default has the true rates and no latency.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Calls that each upstream allows; can be changed while it runs.
    pub limits: Limits,
    /// Time before every answer.
    pub latency: Duration,
}

/// A running simulator. It stops when dropped: the port is free and open connections end unanswered.
pub struct Sim {
    addr: SocketAddr,
    stopped: Arc<AtomicBool>,
    control: Control,
    server: JoinSet<std::io::Result<()>>,
}

impl Sim {
    /// Serves `world` at `addr`; port 0 takes a free one.
    ///
    /// # Errors
    /// When the address cannot be bound.
    pub async fn start(world: Arc<World>, options: Options, addr: SocketAddr) -> anyhow::Result<Sim> {
        let listener =
            TcpListener::bind(addr).await.with_context(|| format!("the simulator cannot listen on {addr}"))?;
        let addr = listener.local_addr()?;
        let state = Arc::new(State::new(world, &options));
        let service = routes(&state).into_make_service_with_connect_info::<Peer>();
        let stopped = Arc::new(AtomicBool::new(false));
        let wires = Wires::new(listener, Arc::clone(&stopped));
        let mut server = JoinSet::new();
        server.spawn(async move { axum::serve(wires, service).await });
        tracing::info!(%addr, "the simulator listens");
        Ok(Sim { addr, stopped, control: Control::new(state), server })
    }

    /// `http://127.0.0.1:12345`, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// Base URL of Last.fm here, in the place of `https://ws.audioscrobbler.com/2.0/`.
    #[must_use]
    pub fn lastfm_url(&self) -> String {
        format!("{}/lastfm/2.0/", self.url())
    }

    /// Base URL of MusicBrainz here, in the place of `https://musicbrainz.org/ws/2/`.
    #[must_use]
    pub fn musicbrainz_url(&self) -> String {
        format!("{}/musicbrainz/ws/2/", self.url())
    }

    /// Base URL of Discogs here, in the place of `https://api.discogs.com/`.
    #[must_use]
    pub fn discogs_url(&self) -> String {
        format!("{}/discogs/", self.url())
    }

    /// Base URL of the Cover Art Archive here, in the place of `https://coverartarchive.org/`.
    #[must_use]
    pub fn coverartarchive_url(&self) -> String {
        format!("{}/coverartarchive/", self.url())
    }

    /// Base URL of eBay here, in the place of `https://api.ebay.com/`.
    #[must_use]
    pub fn ebay_url(&self) -> String {
        format!("{}/ebay/", self.url())
    }

    /// Base URL of the European Central Bank here, in the place of `https://www.ecb.europa.eu/stats/eurofxref/`.
    #[must_use]
    pub fn ecb_url(&self) -> String {
        format!("{}/ecb/", self.url())
    }

    /// Addresses of the shops' stock lists, with `csv` or `json` at the end.
    #[must_use]
    pub fn stock_urls(&self, format: &str) -> Vec<String> {
        SHOPS.iter().map(|shop| format!("{}/shops/{shop}/stock.{format}", self.url())).collect()
    }

    /// The handle on its faults, limits and counted calls.
    #[must_use]
    pub fn control(&self) -> Control {
        self.control.clone()
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// When the server fails, which it does only when its task panics.
    pub async fn serve_forever(mut self) -> anyhow::Result<()> {
        match self.server.join_next().await {
            Some(ended) => Ok(ended.context("the simulator's server stopped")??),
            None => Ok(()),
        }
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
    }
}

/// All routes of the simulator, for calls without a socket. A reset is then a body that fails.
pub fn router(world: Arc<World>, options: Options) -> Router {
    routes(&Arc::new(State::new(world, &options)))
}

fn routes(state: &Arc<State>) -> Router {
    let upstreams = Router::new()
        .merge(lastfm::routes())
        .merge(musicbrainz::routes())
        .merge(discogs::routes())
        .merge(coverartarchive::routes())
        .merge(pictures::routes())
        .merge(ebay::routes())
        .merge(ecb::routes())
        .merge(shops::routes())
        .layer(from_fn_with_state(Arc::clone(state), gate::gate))
        .with_state(Arc::clone(state));
    upstreams.merge(control_http::routes(Control::new(Arc::clone(state))))
}
