//! Calls to the router and raw calls to a running simulator.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request};
use serde_json::Value;
use tower::ServiceExt as _;
use vinilogy_sim::{Limits, Options, Sim, World, router};

static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| Arc::new(World::builtin(1)));

/// The built-in world, made once.
pub(crate) fn world() -> Arc<World> {
    Arc::clone(&WORLD)
}

/// A router over the built-in world without limits.
pub(crate) fn open() -> Router {
    router(world(), Options { limits: Limits::none(), ..Options::default() })
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A request with a user agent and a token.
pub(crate) async fn get(router: &Router, path: &str) -> Answer {
    let request = Request::get(path).header("user-agent", "test/1").header("authorization", "Discogs token=t");
    send(router, request.body(Body::empty()).unwrap()).await
}

pub(crate) async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Answer { status: parts.status.as_u16(), headers: parts.headers, body }
}

pub(crate) async fn control(router: &Router, method: Method, path: &str, body: &Value) -> Answer {
    let request = Request::builder().method(method).uri(path).header("content-type", "application/json");
    send(router, request.body(Body::from(body.to_string())).unwrap()).await
}

pub(crate) async fn ok(router: &Router, path: &str) -> Value {
    let answer = get(router, path).await;
    assert_eq!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.body));
    answer.json()
}

/// A Last.fm call, with key and format.
pub(crate) fn lastfm(rest: &str) -> String {
    format!("/lastfm/2.0/?api_key=k&format=json&{rest}")
}

/// The MBID of an artist of the built-in world.
pub(crate) fn mbid(artist: &str) -> String {
    world().artist_mbids(artist)[0].to_string()
}

/// The studio groups of an artist: title and the masters of its current relations.
pub(crate) async fn studio(router: &Router, artist: &str) -> Vec<(String, Vec<i64>)> {
    let path = format!(
        "/musicbrainz/ws/2/release-group?artist={}&type=album&release-group-status=website-default&inc=url-rels&limit=100&fmt=json",
        mbid(artist)
    );
    let body = ok(router, &path).await;
    let groups = body["release-groups"].as_array().unwrap().iter();
    let studio = groups.filter(|group| group["secondary-types"].as_array().unwrap().is_empty());
    studio.map(|group| (group["title"].as_str().unwrap().to_owned(), masters(group))).collect()
}

pub(crate) fn masters(group: &Value) -> Vec<i64> {
    let relations = group["relations"].as_array().unwrap().iter();
    let current = relations.filter(|relation| relation["type"] == "discogs" && relation["ended"] == false);
    let number = |relation: &Value| {
        let address = relation["url"]["resource"].as_str().unwrap();
        address.split_once("/master/").and_then(|(_, id)| id.parse().ok())
    };
    current.filter_map(number).collect()
}

/// The master of an album of the built-in world, found by search.
pub(crate) async fn master(router: &Router, artist: &str, title: &str) -> i64 {
    let query = format!("type=master&artist={}&release_title={}", artist.replace(' ', "+"), title.replace(' ', "+"));
    let body = ok(router, &format!("/discogs/database/search?{query}")).await;
    body["results"][0]["id"].as_i64().unwrap_or_else(|| panic!("{artist} - {title} was not found: {body}"))
}

/// A simulator on a free port without limits.
pub(crate) async fn start() -> Sim {
    let options = Options { limits: Limits::none(), ..Options::default() };
    Sim::start(world(), options, "127.0.0.1:0".parse().unwrap()).await.unwrap()
}

/// What a socket saw: everything that came, and how it ended.
pub(crate) struct Seen {
    pub(crate) bytes: Vec<u8>,
    pub(crate) end: std::io::Result<()>,
}

impl Seen {
    pub(crate) fn head(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes).to_lowercase();
        text.split("\r\n\r\n").next().unwrap_or_default().to_owned()
    }

    pub(crate) fn body(&self) -> Vec<u8> {
        let start = self.bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(self.bytes.len(), |at| at + 4);
        self.bytes[start..].to_vec()
    }

    pub(crate) fn promised(&self) -> usize {
        let head = self.head();
        let line = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap_or("0");
        line.parse().unwrap()
    }
}

/// A raw call that reads until the other side ends, or until `patience` is over without a byte.
pub(crate) async fn raw(sim: &Sim, path: &str, patience: Duration) -> Seen {
    let address = sim.url().replace("http://", "");
    let request = format!("GET {path} HTTP/1.1\r\nhost: sim\r\nuser-agent: test/1\r\nconnection: close\r\n\r\n");
    tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(patience)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        let end = stream.read_to_end(&mut bytes).map(|_| ());
        Seen { bytes, end }
    })
    .await
    .unwrap()
}

/// The folder of shared data, when it is there: `VINILOGY_SHARED`, relative to the workspace.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "tests find shared data by this variable")]
    let set = std::env::var("VINILOGY_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = workspace.join(set).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    // Not eprintln!, which a passing test does not show.
    let message = format!("SKIPPED: there is no {}; set VINILOGY_SHARED\n", path.display());
    std::io::stderr().write_all(message.as_bytes()).unwrap();
    None
}
