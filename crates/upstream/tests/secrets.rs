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
use vinilogy_upstream::ebay::{Location, Marketplace, Search, What};
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

/// The credentials in every way in which eBay could give them back, and a token that is one of them; the errors.
async fn ebay() -> String {
    let search = Search {
        what: What::Words("x"),
        marketplace: Marketplace::Gb,
        delivery_country: "GB",
        location: Location::Anywhere,
        offset: 0,
        limit: 1,
    };
    let lent = |life: &str| Reply::json(200, &format!(r#"{{"access_token":"{MARKED}","expires_in":{life}}}"#));
    let echo = format!(r#"{{"errors":[{{"errorId":1001,"message":"Invalid access token {MARKED}"}}]}}"#);
    let world = World::new(Server::new([
        Reply::json(401, &format!(r#"{{"error":"{MARKED}","error_description":"{MARKED}"}}"#)),
        lent(&format!("\"{MARKED}\"")),
        lent("7200"),
        Reply::json(401, &echo).and(&format!("www-authenticate: Bearer {MARKED}")),
        lent("7200"),
        Reply::json(401, &echo),
    ]));
    let mut errors = String::new();
    for _ in 0..3 {
        let error = world.upstreams.ebay.search(&search, FETCH).await.unwrap_err();
        errors.push_str(&format!("{error} {error:?}\n"));
    }
    assert!(errors.contains("Invalid access token [secret]"), "{errors}");
    let kept = world.kept.all();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|(exchange, _)| !format!("{exchange:?}").contains(MARKED)));
    assert!(kept.iter().all(|(exchange, _)| !String::from_utf8_lossy(&exchange.body).contains(MARKED)));
    assert!(
        world.server.requests().iter().filter(|request| request.starts_with("GET")).all(|get| get.contains(MARKED))
    );
    errors
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
    let mut errors = ebay().await;
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
