//! What every request of a running simulator shares.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use chrono::{DateTime, SubsecRound as _, Utc};

use crate::calls::{Call, Calls, Fate};
use crate::ebay::Tokens;
use crate::edits::Edits;
use crate::faults::{Fault, Faults};
use crate::limits::{Limits, Taken, Window};
use crate::merges::Merges;
use crate::world::{Market, barcode};
use crate::{Options, Upstream, World};

pub(crate) struct State {
    pub(crate) world: Arc<World>,
    started: Instant,
    /// The market: when we were started, in whole seconds, as eBay tells times.
    opened: DateTime<Utc>,
    latency: Duration,
    /// Album and release of each barcode; made when first asked for.
    barcodes: OnceLock<HashMap<String, (usize, i64)>>,
    inner: Mutex<Inner>,
}

struct Inner {
    limits: Limits,
    windows: [Window; Upstream::ALL.len()],
    log: Vec<Call>,
    faults: Faults,
    merges: Merges,
    edits: Edits,
    tokens: Tokens,
    /// Rounds by which the market was moved on.
    rounds: u64,
    /// Whether our Discogs account has filled in its seller settings.
    seller_settings: bool,
}

/// What was decided about a call when it arrived.
pub(crate) struct Admission {
    pub(crate) taken: Taken,
    pub(crate) fault: Option<Fault>,
}

impl State {
    pub(crate) fn new(world: Arc<World>, options: &Options) -> Self {
        let inner = Inner {
            limits: options.limits,
            windows: Default::default(),
            log: Vec::new(),
            faults: Faults::default(),
            merges: Merges::default(),
            edits: Edits::default(),
            tokens: Tokens::default(),
            rounds: 0,
            seller_settings: true,
        };
        let (started, barcodes) = (Instant::now(), OnceLock::new());
        let opened = DateTime::from(SystemTime::now()).trunc_subsecs(0);
        Self { world, started, opened, latency: options.latency, barcodes, inner: Mutex::new(inner) }
    }

    pub(crate) fn latency(&self) -> Duration {
        self.latency
    }

    /// Counts an arriving call, takes its place in the window, and looks for a fault that meets it. One step under one
    /// lock, so that the log has the very order and times by which the limit was judged.
    pub(crate) fn admit(&self, upstream: Upstream, endpoint: &'static str, authenticated: bool) -> Admission {
        let mut inner = self.lock();
        let now = Instant::now();
        let mut limit = inner.limits.of(upstream);
        if upstream == Upstream::Discogs && !authenticated && limit.calls != u32::MAX {
            limit.calls = u32::try_from(u64::from(limit.calls) * 25 / 60).unwrap_or(u32::MAX).max(1);
        }
        let refused_count = upstream == Upstream::Musicbrainz;
        if endpoint == "token" {
            // Tokens have a count of their own, which nobody comes near.
            limit.calls = u32::MAX;
        }
        let taken = inner.windows[place(upstream)].take(now, limit, refused_count);
        let fault = if taken.allowed { inner.faults.meet(upstream, endpoint) } else { None };
        let fate = match (&fault, taken.allowed) {
            (_, false) => Fate::Limited,
            (Some(_), true) => Fate::Faulted,
            (None, true) => Fate::Answered,
        };
        inner.log.push(Call { upstream, endpoint, at: now - self.started, fate });
        Admission { taken, fault }
    }

    pub(crate) fn calls(&self, window: Option<Duration>) -> Calls {
        let inner = self.lock();
        let limits = inner.limits;
        Calls::report(&inner.log, |upstream| window.unwrap_or(limits.of(upstream).per))
    }

    pub(crate) fn reset_calls(&self) {
        self.lock().log.clear();
    }

    pub(crate) fn limits(&self) -> Limits {
        self.lock().limits
    }

    pub(crate) fn set_limits(&self, limits: Limits) {
        let mut inner = self.lock();
        inner.limits = limits;
        inner.windows = Default::default();
    }

    pub(crate) fn faults<T>(&self, change: impl FnOnce(&mut Faults) -> T) -> T {
        change(&mut self.lock().faults)
    }

    pub(crate) fn merges(&self) -> Merges {
        self.lock().merges.clone()
    }

    pub(crate) fn change_merges(&self, change: impl FnOnce(&mut Merges)) {
        change(&mut self.lock().merges);
    }

    pub(crate) fn edits<T>(&self, change: impl FnOnce(&mut Edits) -> T) -> T {
        change(&mut self.lock().edits)
    }

    pub(crate) fn tokens<T>(&self, change: impl FnOnce(&mut Tokens) -> T) -> T {
        change(&mut self.lock().tokens)
    }

    /// It opened when the simulator was started, and goes on with the time and when it is told to.
    pub(crate) fn market(&self) -> Market {
        let told = self.lock().rounds;
        let passed = self.started.elapsed().as_secs() / Market::ROUND.num_seconds().unsigned_abs();
        Market { opened: self.opened - Market::ROUND * i32::try_from(told).unwrap_or(0), round: told + passed }
    }

    pub(crate) fn advance(&self, rounds: u64) {
        self.lock().rounds += rounds;
    }

    pub(crate) fn seller_settings(&self) -> bool {
        self.lock().seller_settings
    }

    pub(crate) fn set_seller_settings(&self, filled: bool) {
        self.lock().seller_settings = filled;
    }

    /// Which pressing has a barcode.
    pub(crate) fn release_of_barcode(&self, digits: &str) -> Option<(usize, i64)> {
        let barcodes = self.barcodes.get_or_init(|| {
            let pressings =
                |album| self.world.pressings(album).into_iter().map(move |row| (barcode(row.id), (album, row.id)));
            (0..self.world.album_count()).flat_map(pressings).collect()
        });
        barcodes.get(digits).copied()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Nothing that holds the lock can leave the state half changed.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn place(upstream: Upstream) -> usize {
    match upstream {
        Upstream::Lastfm => 0,
        Upstream::Musicbrainz => 1,
        Upstream::Discogs => 2,
        Upstream::Coverartarchive => 3,
        Upstream::Ebay => 4,
        Upstream::Ecb => 5,
        Upstream::Shops => 6,
    }
}
