//! A proxy before Postgres which cuts the connection at a chosen message of the protocol.
use std::convert::Infallible;
use std::future::pending;
use std::io::Result;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// When the connection is cut.
#[derive(Debug, Clone, Copy)]
pub enum Cut {
    /// When the client sends another message after this many: Postgres never sees that one.
    Before(usize),
    /// When Postgres has done what the client's n-th request (a synchronised group of messages) asked: the client never learns so.
    AnswerTo(usize),
}

/// Listens on a port of its own.
pub struct Proxy {
    listener: TcpListener,
    server: String,
    /// Where the store connects to.
    pub url: String,
}

impl Proxy {
    /// Before the server of this URL.
    pub async fn before(url: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("its number").port();
        let (scheme, rest) = url.split_once("//").expect("a URL");
        let (authority, path) = rest.split_once('/').expect("a database");
        let (user, server) = authority.split_once('@').map_or(("", authority), |(user, server)| (user, server));
        let at = if user.is_empty() { "" } else { "@" };
        let url = format!("{scheme}//{user}{at}127.0.0.1:{port}/{path}");
        Self { listener, server: server.to_owned(), url }
    }

    /// Passes connections on until this is dropped.
    pub async fn run(&self, cut: Cut) -> Infallible {
        loop {
            let (client, _) = self.listener.accept().await.expect("a client");
            let server = TcpStream::connect(&self.server).await.expect("the server");
            // Ends with an error when either side hangs up, which is what happens after each test.
            drop(pass_on(client, server, cut).await);
        }
    }
}

/// Returns when the connection is to be cut: both sockets close.
async fn pass_on(client: TcpStream, server: TcpStream, cut: Cut) -> Result<()> {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let up = async {
        let mut requests = 0;
        for messages in 0.. {
            let message = read(&mut from_client, messages == 0).await?;
            if matches!(cut, Cut::Before(n) if n == messages) {
                break;
            }
            to_server.write_all(&message).await?;
            requests += usize::from(messages > 0 && matches!(message[0], b'S' | b'Q'));
            if matches!(cut, Cut::AnswerTo(n) if n == requests) {
                // What the client sends without waiting for this answer is not for Postgres any more.
                pending::<()>().await;
            }
        }
        Ok(())
    };
    let down = async {
        // Postgres ends each answer by saying that it is ready, the first time to say hello.
        let mut answered = 0;
        loop {
            let message = read(&mut from_server, false).await?;
            let ready = message[0] == b'Z';
            let unheard = matches!(cut, Cut::AnswerTo(n) if n == answered);
            if unheard && ready {
                return Ok(());
            }
            if !unheard {
                to_client.write_all(&message).await?;
            }
            answered += usize::from(ready);
        }
    };
    tokio::select! { done = up => done, done = down => done }
}

/// One message: a letter and a length; the first of a connection has no letter.
async fn read(from: &mut (impl AsyncReadExt + Unpin), first: bool) -> Result<Vec<u8>> {
    let head = if first { 4 } else { 5 };
    let mut message = vec![0; head];
    from.read_exact(&mut message).await?;
    let mut length = [0; 4];
    length.copy_from_slice(&message[head - 4..]);
    let rest = u32::from_be_bytes(length) as usize - 4;
    message.resize(head + rest, 0);
    from.read_exact(&mut message[head..]).await?;
    Ok(message)
}
