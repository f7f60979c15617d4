//! A load generator that costs little itself: HTTP/1.1 over kept connections, answers read by their length.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use futures::future::try_join_all;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::rows::Times;

/// What a server did under load.
pub struct Throughput {
    /// Requests answered per second.
    pub per_second: f64,
    /// Time of each.
    pub times: Times,
}

/// Sends `requests` over `connections` at once; `request` makes the `n`th. Every answer must be a 200.
pub async fn load(
    address: &str,
    connections: usize,
    requests: usize,
    request: impl Fn(usize) -> String + Send + Sync,
) -> Result<Throughput> {
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let each = try_join_all((0..connections).map(|_| one_connection(address, &next, requests, &request))).await?;
    let elapsed = started.elapsed().as_secs_f64();
    let mut times = Times::default();
    each.into_iter().flatten().for_each(|time| times.push(time));
    Ok(Throughput { per_second: requests as f64 / elapsed, times })
}

async fn one_connection(
    address: &str,
    next: &AtomicUsize,
    requests: usize,
    request: impl Fn(usize) -> String,
) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(address).await.with_context(|| format!("nobody listens on {address}"))?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(64 * 1024);
    let mut times = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        if n >= requests {
            return Ok(times);
        }
        let started = Instant::now();
        stream.write_all(request(n).as_bytes()).await?;
        answer(&mut stream, &mut buffer).await?;
        times.push(started.elapsed());
    }
}

/// Reads one answer whole.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let mut whole = None;
    while whole.is_none_or(|length| buffer.len() < length) {
        ensure!(stream.read_buf(buffer).await? > 0, "the server closed the connection");
        if whole.is_none() {
            whole = length(buffer)?;
        }
    }
    Ok(())
}

/// Length of the answer with its head, once the head is there.
fn length(answer: &[u8]) -> Result<Option<usize>> {
    let Some(end) = answer.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(&answer[..end])?;
    ensure!(head.starts_with("HTTP/1.1 200"), "{}", String::from_utf8_lossy(answer));
    let headers = head.lines().filter_map(|line| line.split_once(':'));
    let length =
        headers.clone().find(|(name, _)| name.eq_ignore_ascii_case("content-length")).map(|(_, value)| value.trim());
    let length: usize = length.context("an answer without its length")?.parse()?;
    Ok(Some(end + 4 + length))
}
