use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use futures::future::FutureExt as _;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

/// A host of this machine that answers each path with what the table says, and counts who came.
struct Host {
    address: SocketAddr,
    visits: Arc<AtomicU32>,
    _server: tokio::task::JoinSet<()>,
}

impl Host {
    async fn start(answers: Vec<(&'static str, String)>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let visits = Arc::new(AtomicU32::new(0));
        let (counted, mut server) = (visits.clone(), tokio::task::JoinSet::new());
        server.spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                counted.fetch_add(1, Ordering::SeqCst);
                let mut asked = [0; 2048];
                let read = stream.read(&mut asked).await.unwrap();
                let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
                let path = asked.split_whitespace().nth(1).unwrap_or("/");
                let answer =
                    answers.iter().find(|(known, _)| *known == path).map_or("HTTP/1.1 404 No\r\n\r\n", |a| &a.1);
                drop(stream.write_all(answer.as_bytes()).await);
            }
        });
        Self { address, visits, _server: server }
    }

    fn visits(&self) -> u32 {
        self.visits.load(Ordering::SeqCst)
    }
}

fn redirect(to: &str) -> String {
    format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn outside(origins: &[String], resolver: PublicOnly) -> Outside {
    drop(rustls::crypto::ring::default_provider().install_default());
    Outside::new("test/1", origins, resolver).unwrap()
}

async fn get(outside: &Outside, address: &str) -> Result<Answer, Failure> {
    let url = outside.read(address)?;
    outside.get(&url, "*/*", 64, Instant::now() + Duration::from_secs(5)).await
}

/// A resolver whose answers are scripted; the last one stays.
fn scripted(answers: Vec<Vec<IpAddr>>) -> (PublicOnly, Arc<AtomicU32>) {
    let (answers, asked) = (Arc::new(Mutex::new(answers)), Arc::new(AtomicU32::new(0)));
    let counted = asked.clone();
    let look_up = move |_: String| {
        counted.fetch_add(1, Ordering::SeqCst);
        let mut answers = answers.lock().unwrap();
        let answer = if answers.len() > 1 { answers.remove(0) } else { answers[0].clone() };
        async move { Ok(answer) }.boxed()
    };
    (PublicOnly::new(Arc::new(look_up)), asked)
}

#[tokio::test]
async fn f31_a_name_that_resolves_inside_is_refused() {
    for inside in ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"] {
        let public: IpAddr = "93.184.216.34".parse().unwrap();
        for answer in [vec![inside.parse().unwrap()], vec![public, inside.parse().unwrap()]] {
            let (resolver, asked) = scripted(vec![answer]);
            let result = get(&outside(&[], resolver), "https://covers.example/a.jpg").await.err();
            assert_eq!(result, Some(Failure::Refused("the host's address is not public".to_owned())), "{inside}");
            assert_eq!(asked.load(Ordering::SeqCst), 1);
        }
    }
}

/// What was resolved is what is connected to: whoever changes the name's address after the check is asked again and refused then, and
/// the first answer is never looked up a second time.
#[tokio::test]
async fn f31_a_name_is_resolved_once_per_connection() {
    let (resolver, asked) = scripted(vec![vec!["192.0.2.1".parse().unwrap()], vec![Ipv4Addr::LOCALHOST.into()]]);
    let outside = outside(&[], resolver);
    for look_ups in 1..=2 {
        assert!(matches!(get(&outside, "https://covers.example/a.jpg").await.err(), Some(Failure::Refused(_))));
        assert_eq!(asked.load(Ordering::SeqCst), look_ups);
    }
}

#[tokio::test]
async fn f31_a_redirect_that_points_inside_is_refused() {
    let inner = Host::start(vec![("/secret", ok("secret"))]).await;
    let secret = format!("http://{}/secret", inner.address);
    let targets = [
        "http://169.254.169.254/latest/meta-data/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://user:pw@covers.example/",
        "https://covers.example:22/",
        "file:///etc/passwd",
        "gopher://covers.example/",
        "//2130706433/",
        "https://inside.example/",
        secret.as_str(),
    ];
    for target in targets {
        let host = Host::start(vec![("/a", redirect("/b")), ("/b", redirect(target))]).await;
        let (resolver, _) = scripted(vec![vec![Ipv4Addr::LOCALHOST.into()]]);
        let outside = outside(&[format!("http://{}", host.address)], resolver);
        let result = get(&outside, &format!("http://{}/a", host.address)).await.err();
        assert!(matches!(result, Some(Failure::Refused(_))), "{target}: {result:?}");
        assert_eq!(host.visits(), 2, "{target}");
    }
    assert_eq!(inner.visits(), 0);
}

#[tokio::test]
async fn redirects_are_followed_to_the_answer_and_not_for_ever() {
    let host =
        Host::start(vec![("/a", redirect("/b?x=1")), ("/b?x=1", ok("here")), ("/loop", redirect("/loop"))]).await;
    let (resolver, asked) = scripted(vec![vec![]]);
    let outside = outside(&[format!("http://{}/", host.address)], resolver);
    let answer = get(&outside, &format!("http://{}/a", host.address)).await.ok().unwrap();
    assert_eq!((answer.status, answer.body.as_slice(), answer.complete), (200, &b"here"[..], true));
    assert_eq!(answer.url.path(), "/b");
    let endless = get(&outside, &format!("http://{}/loop", host.address)).await.err();
    assert_eq!(endless, Some(Failure::Refused("more than 5 redirects".to_owned())));
    assert_eq!(asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_body_is_read_to_the_limit_whatever_it_says_of_its_length() {
    let long = "x".repeat(65);
    let unsaid = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{long}");
    let cut = "HTTP/1.1 200 OK\r\ncontent-length: 60\r\nconnection: close\r\n\r\nx".to_owned();
    let host =
        Host::start(vec![("/said", ok(&long)), ("/unsaid", unsaid), ("/cut", cut), ("/fits", ok(&long[1..]))]).await;
    let outside = outside(&[format!("http://{}", host.address)], scripted(vec![vec![]]).0);
    for (path, too_large, complete) in
        [("said", true, false), ("unsaid", true, false), ("cut", false, false), ("fits", false, true)]
    {
        let answer = get(&outside, &format!("http://{}/{path}", host.address)).await.ok().unwrap();
        assert_eq!((answer.too_large, answer.complete), (too_large, complete), "{path}");
        assert!(answer.body.len() <= 64);
    }
}
