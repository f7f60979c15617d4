//! A proxy before the database that counts round trips as they are on the wire, whatever the driver makes of a statement.
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context as _, Result};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_postgres::config::{Config, Host};

/// The proxy. It ends with the process.
pub struct Wire {
    round_trips: Arc<AtomicU64>,
    /// The database behind it.
    pub url: String,
}

impl Wire {
    /// Listens before the server of `url`.
    pub async fn before(url: &str) -> Result<Self> {
        let config: Config = url.parse()?;
        let host = match config.get_hosts().first() {
            Some(Host::Tcp(host)) => host.clone(),
            _ => anyhow::bail!("the database is not reached by TCP"),
        };
        let server = format!("{host}:{}", config.get_ports().first().copied().unwrap_or(5432));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let here = listener.local_addr()?.to_string();
        ensure_named(url, &server)?;
        let round_trips = Arc::new(AtomicU64::new(0));
        #[expect(clippy::disallowed_methods, reason = "a command lives as long as its proxy")]
        tokio::spawn(accept(listener, server.clone(), round_trips.clone()));
        Ok(Self { round_trips, url: url.replace(&server, &here) })
    }

    /// Since the start: how often somebody spoke to the server after it had answered.
    pub fn round_trips(&self) -> u64 {
        self.round_trips.load(Ordering::Relaxed)
    }
}

fn ensure_named(url: &str, server: &str) -> Result<()> {
    url.contains(server).then_some(()).with_context(|| format!("{server} is not what the URL says"))
}

async fn accept(listener: TcpListener, server: String, count: Arc<AtomicU64>) {
    while let Ok((client, _)) = listener.accept().await {
        let Ok(upstream) = TcpStream::connect(&server).await else { return };
        #[expect(clippy::disallowed_methods, reason = "a command lives as long as its proxy")]
        tokio::spawn(relay(client, upstream, count.clone()));
    }
}

/// Whatever the client sends before the server speaks again is one trip: pipelined statements count once.
async fn relay(mut client: TcpStream, mut server: TcpStream, count: Arc<AtomicU64>) -> std::io::Result<()> {
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    let (mut asked, mut told) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    let mut under_way = false;
    loop {
        tokio::select! {
            read = client.read(&mut asked) => {
                let read = read?;
                if read == 0 { return Ok(()) }
                if !under_way { count.fetch_add(1, Ordering::Relaxed); }
                under_way = true;
                server.write_all(&asked[..read]).await?;
            }
            read = server.read(&mut told) => {
                let read = read?;
                if read == 0 { return Ok(()) }
                under_way = false;
                client.write_all(&told[..read]).await?;
            }
        }
    }
}
