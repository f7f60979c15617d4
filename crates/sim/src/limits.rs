//! How many calls each upstream allows, and the sliding window that counts them.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::Upstream;

/// At most `calls` within any stretch of `per`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Calls that are answered.
    pub calls: u32,
    /// Within this time, in milliseconds on the wire.
    #[serde(rename = "per_ms", with = "millis")]
    pub per: Duration,
}

impl Limit {
    /// `calls` within `per`.
    #[must_use]
    pub const fn new(calls: u32, per: Duration) -> Self {
        Self { calls, per }
    }

    /// So many that no test or local stack reaches it.
    #[must_use]
    pub const fn none() -> Self {
        Self::new(u32::MAX, Duration::from_secs(1))
    }
}

/// The limit of each upstream, for all callers together: they share one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Calls without any refusal; every Last.fm method counts.
    pub lastfm: Limit,
    /// Refused calls count as well, so that a client must really slow down.
    pub musicbrainz: Limit,
    /// With a key or token; 25 of 60 without.
    pub discogs: Limit,
    /// Hops and pictures count. No limit is published; more than this is rude.
    pub coverartarchive: Limit,
    /// Searches and items of a day; here of any 24 hours.
    pub ebay: Limit,
    /// No limit is published; more than this is rude.
    pub ecb: Limit,
    /// Of all shops together.
    pub shops: Limit,
}

impl Default for Limits {
    /// The true rates: Last.fm 5 a second over five minutes, MusicBrainz 1 a second, Discogs 60 a minute, eBay 5,000 a day.
    fn default() -> Self {
        Self {
            lastfm: Limit::new(1500, Duration::from_secs(300)),
            musicbrainz: Limit::new(60, Duration::from_secs(60)),
            discogs: Limit::new(60, Duration::from_secs(60)),
            coverartarchive: Limit::new(300, Duration::from_secs(60)),
            ebay: Limit::new(5_000, Duration::from_secs(24 * 3600)),
            ecb: Limit::new(60, Duration::from_secs(60)),
            shops: Limit::new(300, Duration::from_secs(60)),
        }
    }
}

impl Limits {
    /// No limits at all.
    #[must_use]
    pub const fn none() -> Self {
        let none = Limit::none();
        Self {
            lastfm: none,
            musicbrainz: none,
            discogs: none,
            coverartarchive: none,
            ebay: none,
            ecb: none,
            shops: none,
        }
    }

    /// The true limits with every window `times` as short: the same number of calls in less time.
    #[must_use]
    pub fn faster(times: u32) -> Self {
        let mut limits = Self::default();
        for upstream in Upstream::ALL {
            let limit = limits.of_mut(upstream);
            limit.per /= times.max(1);
        }
        limits
    }

    /// The limit of one upstream.
    #[must_use]
    pub fn of(&self, upstream: Upstream) -> Limit {
        match upstream {
            Upstream::Lastfm => self.lastfm,
            Upstream::Musicbrainz => self.musicbrainz,
            Upstream::Discogs => self.discogs,
            Upstream::Coverartarchive => self.coverartarchive,
            Upstream::Ebay => self.ebay,
            Upstream::Ecb => self.ecb,
            Upstream::Shops => self.shops,
        }
    }

    pub(crate) fn of_mut(&mut self, upstream: Upstream) -> &mut Limit {
        match upstream {
            Upstream::Lastfm => &mut self.lastfm,
            Upstream::Musicbrainz => &mut self.musicbrainz,
            Upstream::Discogs => &mut self.discogs,
            Upstream::Coverartarchive => &mut self.coverartarchive,
            Upstream::Ebay => &mut self.ebay,
            Upstream::Ecb => &mut self.ecb,
            Upstream::Shops => &mut self.shops,
        }
    }
}

/// The counted calls of the last window.
#[derive(Default)]
pub(crate) struct Window(VecDeque<Instant>);

/// What the window said to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) allowed: bool,
    pub(crate) limit: u32,
    /// Counted calls, with this one when it counted.
    pub(crate) used: u32,
}

impl Window {
    /// Counts a call at `now`. `refused_count`: whether a refused call keeps the window full.
    pub(crate) fn take(&mut self, now: Instant, limit: Limit, refused_count: bool) -> Taken {
        while self.0.front().is_some_and(|at| now.saturating_duration_since(*at) >= limit.per) {
            self.0.pop_front();
        }
        let before = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        let allowed = before < limit.calls;
        // Without a limit nothing would ever leave a window of many calls in time; nothing needs to be kept either.
        if limit.calls != u32::MAX && (allowed || refused_count) {
            self.0.push_back(now);
        }
        Taken { allowed, limit: limit.calls, used: u32::try_from(self.0.len()).unwrap_or(u32::MAX) }
    }
}

mod millis {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(per: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(u64::try_from(per.as_millis()).unwrap_or(u64::MAX))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        u64::deserialize(deserializer).map(Duration::from_millis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit::new(3, Duration::from_secs(1));

    fn at(start: Instant, ms: u64) -> Instant {
        start + Duration::from_millis(ms)
    }

    #[test]
    fn never_more_than_the_limit_in_any_window() {
        let (start, mut window) = (Instant::now(), Window::default());
        let taken: Vec<u64> =
            (0..4000).step_by(7).filter(|&ms| window.take(at(start, ms), LIMIT, false).allowed).collect();
        for (place, first) in taken.iter().enumerate() {
            let within = taken[place..].iter().take_while(|ms| **ms - first < 1000).count();
            assert!(within <= 3, "{within} calls from {first} ms");
        }
        assert_eq!(taken[..4], [0, 7, 14, 1001], "the fourth only when the first has left");
    }

    #[test]
    fn refused_calls_keep_the_window_full_when_they_count() {
        let (start, mut window) = (Instant::now(), Window::default());
        for ms in (0..5000).step_by(200) {
            assert_eq!(window.take(at(start, ms), LIMIT, true).allowed, ms < 600);
        }
        assert!(window.take(at(start, 6000), LIMIT, true).allowed, "a second of silence clears it");
    }

    #[test]
    fn faster_keeps_the_calls_and_shortens_the_time() {
        let limits = Limits::faster(60);
        assert_eq!(limits.discogs, Limit::new(60, Duration::from_secs(1)));
        assert_eq!(limits.lastfm, Limit::new(1500, Duration::from_secs(5)));
    }
}
