//! An archive and a budget in memory that remember what they were told.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt as _, ready};
use vinilogy_upstream::{
    Allowance, Archive, Budget, Class, Error, Exchange, Fetch, LocalTokens, Settings, Slot, Upstream, Upstreams,
};

use crate::server::Server;

/// Keeps everything; can be told to fail.
#[derive(Default)]
pub struct Kept {
    pub failing: AtomicBool,
    kept: Mutex<Vec<(Exchange, Option<Duration>)>>,
    fresh: Mutex<HashMap<String, Exchange>>,
}

impl Kept {
    pub fn all(&self) -> Vec<(Exchange, Option<Duration>)> {
        self.kept.lock().unwrap().clone()
    }
}

impl Archive for Kept {
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>> {
        ready(Ok(self.fresh.lock().unwrap().get(fingerprint).cloned())).boxed()
    }

    fn keep<'a>(&'a self, exchange: &'a Exchange, fresh_for: Option<Duration>) -> BoxFuture<'a, Result<(), Error>> {
        if self.failing.load(Ordering::Relaxed) {
            return ready(Err(Error::Unavailable("the disk is full".to_owned()))).boxed();
        }
        self.kept.lock().unwrap().push((exchange.clone(), fresh_for));
        if fresh_for.is_some() {
            self.fresh.lock().unwrap().insert(exchange.fingerprint.clone(), exchange.clone());
        }
        ready(Ok(())).boxed()
    }
}

/// Grants every slot until it is told otherwise.
#[derive(Default)]
pub struct Granted {
    pub refuse: Mutex<Option<Duration>>,
    taken: Mutex<u32>,
    pauses: Mutex<Vec<(Upstream, Duration)>>,
}

impl Granted {
    pub fn taken(&self) -> u32 {
        *self.taken.lock().unwrap()
    }

    pub fn pauses(&self) -> Vec<(Upstream, Duration)> {
        self.pauses.lock().unwrap().clone()
    }
}

impl Budget for Granted {
    fn take(&self, _: Upstream, _: Class, _: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
        *self.taken.lock().unwrap() += 1;
        let slot = match *self.refuse.lock().unwrap() {
            Some(wait) => Slot::Wait(wait),
            None => Slot::Go { good_for: Duration::from_secs(60), after: Duration::ZERO },
        };
        ready(Ok(slot)).boxed()
    }

    fn pause(&self, upstream: Upstream, pause: Duration) -> BoxFuture<'_, Result<(), Error>> {
        self.pauses.lock().unwrap().push((upstream, pause));
        ready(Ok(())).boxed()
    }
}

/// The clients of one server with both doubles.
pub struct World {
    pub server: Server,
    pub kept: Arc<Kept>,
    pub budget: Arc<Granted>,
    pub tokens: Arc<LocalTokens>,
    pub upstreams: Upstreams,
}

/// The key that must not appear anywhere but in requests.
pub const MARKED: &str = "s3cret-marked-key-0123456789";

impl World {
    /// At the real rates, with room for the number of calls of a test and a deadline that only a stuck test reaches.
    pub fn new(server: Server) -> Self {
        Self::with(server, |_| {})
    }

    pub fn with(server: Server, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = Settings::default();
        for vendor in [
            &mut settings.lastfm,
            &mut settings.musicbrainz,
            &mut settings.discogs,
            &mut settings.ebay,
            &mut settings.ecb,
        ] {
            vendor.url = server.url.clone();
        }
        settings.lastfm_key = Some(MARKED.to_owned());
        settings.discogs_token = Some(MARKED.to_owned());
        settings.ebay_client_id = Some("Vinilogy-test-PRD-1".to_owned());
        settings.ebay_client_secret = Some(MARKED.to_owned());
        settings.ebay_campaign_id = Some("5338123456".to_owned());
        change(&mut settings);
        let tokens = Arc::new(LocalTokens::new());
        let (kept, budget) = (Arc::new(Kept::default()), Arc::new(Granted::default()));
        let upstreams = Upstreams::new(settings, budget.clone(), kept.clone(), tokens.clone()).unwrap();
        Self { server, kept, budget, tokens, upstreams }
    }
}

/// Somebody waits, and a week is fresh enough.
pub const FETCH: Fetch = Fetch { class: Class::Interactive, fresh_for: Duration::from_secs(7 * 86_400) };
