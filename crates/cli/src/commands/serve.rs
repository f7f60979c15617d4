//! `vinilogy serve`: all routes in one process, for development and for load tests.
use std::net::SocketAddr;

use anyhow::{Context as _, Result};
use clap::Args;
use tokio::net::TcpListener;
use vinilogy_app::{http, telemetry};

use crate::local::Variables;

/// Options of `vinilogy serve`.
#[derive(Args)]
pub struct Serve {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    address: SocketAddr,
}

impl Serve {
    /// Serves until it is stopped.
    pub async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        telemetry::init(&context.config().log);
        let listener =
            TcpListener::bind(self.address).await.with_context(|| format!("cannot listen on {}", self.address))?;
        println!("http://{}", listener.local_addr()?);
        axum::serve(listener, http::serve(http::all(), context)).await?;
        Ok(())
    }
}
