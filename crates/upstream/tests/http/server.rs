//! A server of one scripted answer after another, down to the bytes, and the memory of what it was asked.

use std::collections::VecDeque;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What one request gets.
#[derive(Clone)]
pub enum Reply {
    /// Status, headers (whole lines) and body, sent properly.
    Whole(u16, Vec<String>, Vec<u8>),
    /// The beginning of a body that is announced as longer.
    Cut(Vec<u8>),
    /// One byte of an endless body after another.
    Drip,
    /// Nothing, for as long as the client stays.
    Hang,
    /// The connection is closed at once.
    Close,
}

impl Reply {
    /// A proper JSON answer.
    pub fn json(status: u16, body: &str) -> Self {
        Self::Whole(status, vec!["content-type: application/json".to_owned()], body.as_bytes().to_vec())
    }

    /// The same with one more header.
    pub fn and(self, header: &str) -> Self {
        match self {
            Self::Whole(status, mut headers, body) => {
                headers.push(header.to_owned());
                Self::Whole(status, headers, body)
            }
            other => other,
        }
    }
}

/// The server; it lives as long as the test's process.
pub struct Server {
    /// Base URL.
    pub url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Gives the replies in order; the last one is repeated.
    pub fn new(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = requests.clone();
        let mut replies: VecDeque<Reply> = replies.into_iter().collect();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let reply = if replies.len() > 1 { replies.pop_front() } else { replies.front().cloned() };
                let (reply, seen) = (reply.unwrap(), seen.clone());
                std::thread::spawn(move || answer(stream, reply, &seen));
            }
        });
        Self { url, requests }
    }

    /// The heads of all requests so far, with what was posted.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

fn answer(mut stream: TcpStream, reply: Reply, seen: &Mutex<Vec<String>>) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && matches!(stream.read(&mut byte), Ok(1)) {
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let length =
        head.to_lowercase().split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
    let mut form = vec![0; length.unwrap_or(0)];
    stream.read_exact(&mut form).unwrap();
    seen.lock().unwrap().push(head + &String::from_utf8(form).unwrap());
    match reply {
        Reply::Whole(status, headers, body) => {
            send(&mut stream, status, body.len(), &headers, &body);
        }
        Reply::Cut(body) => {
            send(&mut stream, 200, body.len() + 100, &[], &body);
        }
        Reply::Drip => {
            let mut alive = send(&mut stream, 200, 1_000_000, &[], b"{");
            while alive {
                std::thread::sleep(Duration::from_millis(2));
                alive = stream.write_all(b" ").is_ok();
            }
        }
        Reply::Hang => while matches!(stream.read(&mut byte), Ok(1)) {},
        Reply::Close => {}
    }
}

fn send(stream: &mut TcpStream, status: u16, length: usize, headers: &[String], body: &[u8]) -> bool {
    let mut head = format!("HTTP/1.1 {status} Status\r\nconnection: close\r\ncontent-length: {length}\r\n");
    for header in headers {
        head.push_str(header);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes()).is_ok() && stream.write_all(body).is_ok() && stream.flush().is_ok()
}
