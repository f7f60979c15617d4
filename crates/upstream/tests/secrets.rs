//! A marked key through every path: requests hold it; the archive, the log and the errors do not. Alone in its program, since it listens
//! to the whole log.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up should fail where it stands")]
#![expect(dead_code, reason = "the server and the doubles can do more than this one test needs")]

#[path = "http/doubles.rs"]
mod doubles;
#[path = "http/server.rs"]
mod server;

use std::sync::{Arc, Mutex};

use doubles::{FETCH, MARKED, World};
use server::{Reply, Server};
use vinilogy_upstream::lastfm::ArtistRef;

const RADIOHEAD: ArtistRef<'static> = ArtistRef::Name("Radiohead");

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_key_is_in_the_request_and_nowhere_else() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone());
    tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
    let echo = format!(r#"{{"error":10,"message":"Invalid API key {MARKED}"}}"#);
    let world = World::new(Server::new([
        Reply::json(403, &echo).and(&format!("link: <https://x/?api_key={MARKED}>")).and("set-cookie: id=1"),
        Reply::Close,
        Reply::Close,
        Reply::json(200, &format!("<html>{MARKED}")),
    ]));
    let mut errors = String::new();
    for _ in 0..3 {
        let error = world.upstreams.lastfm.artist(RADIOHEAD, FETCH).await.unwrap_err();
        errors.push_str(&format!("{error} {error:?}\n"));
    }
    assert!(world.upstreams.discogs.release(1, FETCH).await.is_err());
    assert!(world.server.requests().iter().all(|request| request.contains(MARKED)));
    assert!(errors.contains("Invalid API key [secret]") && !errors.contains(MARKED), "{errors}");
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("upstream=\"lastfm\" endpoint=\"artist.getInfo\" status=403") && !log.contains(MARKED),
        "{log}"
    );
    let kept = world.kept.all();
    assert_eq!(kept.len(), 3);
    for (exchange, _) in kept {
        let packed = exchange.encode().unwrap();
        assert_eq!(vinilogy_upstream::Exchange::decode(&packed).unwrap(), exchange);
        let shown = format!("{exchange:?} {}", String::from_utf8_lossy(&exchange.body));
        assert!(!shown.contains(MARKED) && !shown.contains("set-cookie"), "{shown}");
    }
}
