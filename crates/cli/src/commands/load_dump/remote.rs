//! A dump that is read where it lies. Of ten gigabytes a connection may be lost in the middle: reading goes on where it was.
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use anyhow::{Result, ensure};
use reqwest::header::RANGE;
use reqwest::{Client, Response, StatusCode};
use vinilogy_dump::Source;

/// Pieces of the answer that wait to be read, of some ten kB each.
const WAITING: usize = 64;
/// Attempts in a row that may bring nothing.
const ATTEMPTS: u32 = 6;
/// A server that says nothing for so long has lost us.
const SILENCE: Duration = Duration::from_secs(60);

/// Begins to read.
pub async fn open(url: &str) -> Result<Source> {
    let client = Client::builder()
        .user_agent(concat!("Vinilogy/", env!("CARGO_PKG_VERSION"), " (+https://github.com/vinilogy/vinilogy)"))
        .connect_timeout(Duration::from_secs(10))
        .read_timeout(SILENCE)
        .build()?;
    let response = client.get(url).send().await.map_err(reqwest::Error::without_url)?;
    ensure!(response.status().is_success(), "{} answers {}", without_query(url), response.status());
    let bytes = response.content_length().unwrap_or(0);
    let (sender, pieces) = sync_channel(WAITING);
    let download = Download { client, url: url.to_owned(), bytes, sender };
    #[expect(clippy::disallowed_methods, reason = "a command lives as long as its download")]
    tokio::spawn(download.run(response));
    let name = without_query(url).rsplit('/').next().unwrap_or_default().to_owned();
    // Waits for its first bytes, which the download sends.
    let opened =
        tokio::task::spawn_blocking(move || Source::new(name, bytes, Pieces { pieces, rest: Vec::new(), read: 0 }));
    Ok(opened.await??)
}

/// An address without what a signed one must not show in a log.
pub fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}

struct Download {
    client: Client,
    url: String,
    bytes: u64,
    sender: SyncSender<io::Result<Vec<u8>>>,
}

impl Download {
    async fn run(self, first: Response) {
        let (mut response, mut done, mut attempts) = (Some(first), 0_u64, 0);
        loop {
            let failure = match response.take() {
                Some(answer) => match self.pass_on(answer, &mut done, &mut attempts).await {
                    Passed::All => return,
                    Passed::Nobody => return,
                    Passed::Lost(error) => error,
                },
                None => match self.again(done).await {
                    Ok(answer) => {
                        response = Some(answer);
                        continue;
                    }
                    Err(error) => error,
                },
            };
            attempts += 1;
            if attempts >= ATTEMPTS {
                drop(self.sender.send(Err(failure)));
                return;
            }
            tokio::time::sleep(Duration::from_secs(1 << attempts)).await;
        }
    }

    /// Sends what comes until it ends or the connection is lost.
    async fn pass_on(&self, mut answer: Response, done: &mut u64, attempts: &mut u32) -> Passed {
        loop {
            match answer.chunk().await {
                Ok(Some(piece)) => {
                    *done += piece.len() as u64;
                    *attempts = 0;
                    let (sender, piece) = (self.sender.clone(), piece.to_vec());
                    let sent = tokio::task::spawn_blocking(move || sender.send(Ok(piece))).await;
                    if !matches!(sent, Ok(Ok(()))) {
                        return Passed::Nobody;
                    }
                }
                Ok(None) if self.bytes == 0 || *done >= self.bytes => return Passed::All,
                Ok(None) => return Passed::Lost(io::ErrorKind::UnexpectedEof.into()),
                Err(error) => return Passed::Lost(io::Error::other(error.without_url())),
            }
        }
    }

    async fn again(&self, from: u64) -> io::Result<Response> {
        let request = self.client.get(&self.url).header(RANGE, format!("bytes={from}-"));
        let answer = request.send().await.map_err(|error| io::Error::other(error.without_url()))?;
        if answer.status() == StatusCode::PARTIAL_CONTENT {
            return Ok(answer);
        }
        Err(io::Error::other(format!("the rest is answered with {}", answer.status())))
    }
}

enum Passed {
    All,
    /// Nobody reads any more.
    Nobody,
    Lost(io::Error),
}

/// The pieces as one stream.
struct Pieces {
    pieces: Receiver<io::Result<Vec<u8>>>,
    rest: Vec<u8>,
    read: usize,
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.rest.len() {
            match self.pieces.recv() {
                Ok(piece) => (self.rest, self.read) = (piece?, 0),
                Err(_) => return Ok(0),
            }
        }
        let count = into.len().min(self.rest.len() - self.read);
        into[..count].copy_from_slice(&self.rest[self.read..self.read + count]);
        self.read += count;
        Ok(count)
    }
}
