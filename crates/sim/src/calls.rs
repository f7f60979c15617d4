//! Every call that arrived: of which endpoint, when, and whether it was refused.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Upstream;

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Answered,
    /// Refused, over the limit.
    Limited,
    /// Given to a fault.
    Faulted,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Call {
    pub(crate) upstream: Upstream,
    pub(crate) endpoint: &'static str,
    /// Since the simulator started.
    pub(crate) at: Duration,
    pub(crate) fate: Fate,
}

/// The calls of every upstream since the start or the last reset.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calls {
    /// To `/lastfm/`.
    pub lastfm: UpstreamCalls,
    /// To `/musicbrainz/`.
    pub musicbrainz: UpstreamCalls,
    /// To `/discogs/`.
    pub discogs: UpstreamCalls,
    /// To `/coverartarchive/` and `/pictures/`.
    pub coverartarchive: UpstreamCalls,
    /// To `/ebay/`.
    pub ebay: UpstreamCalls,
    /// To `/ecb/`.
    pub ecb: UpstreamCalls,
    /// To `/shops/`.
    pub shops: UpstreamCalls,
}

/// The calls of one upstream.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpstreamCalls {
    /// All calls that arrived.
    pub total: u64,
    /// Those refused because they were over the limit.
    pub limited: u64,
    /// Those that met a fault.
    pub faulted: u64,
    /// All calls by endpoint.
    pub endpoints: BTreeMap<String, u64>,
    /// All calls by second since the start of the simulator.
    pub per_second: BTreeMap<u64, u64>,
    /// The most calls within `window_ms`.
    pub max_in_window: u64,
    /// The window that `max_in_window` was asked for; by default that of the limit.
    pub window_ms: u64,
    /// When each call arrived, in microseconds since the start of the simulator, in order.
    pub arrivals_us: Vec<u64>,
}

impl Calls {
    /// The calls of one upstream.
    #[must_use]
    pub fn of(&self, upstream: Upstream) -> &UpstreamCalls {
        match upstream {
            Upstream::Lastfm => &self.lastfm,
            Upstream::Musicbrainz => &self.musicbrainz,
            Upstream::Discogs => &self.discogs,
            Upstream::Coverartarchive => &self.coverartarchive,
            Upstream::Ebay => &self.ebay,
            Upstream::Ecb => &self.ecb,
            Upstream::Shops => &self.shops,
        }
    }

    /// All calls to all upstreams.
    #[must_use]
    pub fn total(&self) -> u64 {
        Upstream::ALL.into_iter().map(|upstream| self.of(upstream).total).sum()
    }

    pub(crate) fn report(log: &[Call], window: impl Fn(Upstream) -> Duration) -> Self {
        let of =
            |upstream| UpstreamCalls::report(log.iter().filter(|call| call.upstream == upstream), window(upstream));
        Self {
            lastfm: of(Upstream::Lastfm),
            musicbrainz: of(Upstream::Musicbrainz),
            discogs: of(Upstream::Discogs),
            coverartarchive: of(Upstream::Coverartarchive),
            ebay: of(Upstream::Ebay),
            ecb: of(Upstream::Ecb),
            shops: of(Upstream::Shops),
        }
    }
}

impl UpstreamCalls {
    /// Calls of one endpoint.
    #[must_use]
    pub fn endpoint(&self, name: &str) -> u64 {
        self.endpoints.get(name).copied().unwrap_or(0)
    }

    /// The most calls that arrived within any stretch of `per`.
    #[must_use]
    pub fn max_in_window(&self, per: Duration) -> u64 {
        let per = u64::try_from(per.as_micros()).unwrap_or(u64::MAX);
        let mut first = 0;
        let mut most = 0;
        for (last, at) in self.arrivals_us.iter().enumerate() {
            while at - self.arrivals_us[first] >= per {
                first += 1;
            }
            most = most.max(last - first + 1);
        }
        most as u64
    }

    fn report<'a>(calls: impl Iterator<Item = &'a Call>, window: Duration) -> Self {
        let mut report = Self { window_ms: u64::try_from(window.as_millis()).unwrap_or(u64::MAX), ..Self::default() };
        for call in calls {
            report.total += 1;
            report.limited += u64::from(call.fate == Fate::Limited);
            report.faulted += u64::from(call.fate == Fate::Faulted);
            *report.endpoints.entry(call.endpoint.to_owned()).or_default() += 1;
            *report.per_second.entry(call.at.as_secs()).or_default() += 1;
            report.arrivals_us.push(u64::try_from(call.at.as_micros()).unwrap_or(u64::MAX));
        }
        report.max_in_window = report.max_in_window(window);
        report
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_window_is_found_wherever_it_begins() {
        let arrivals_us = [0, 900_000, 950_000, 1_100_000, 1_899_999, 1_900_000, 5_000_000].to_vec();
        let calls = UpstreamCalls { arrivals_us, ..UpstreamCalls::default() };
        assert_eq!(calls.max_in_window(Duration::from_secs(1)), 4);
        assert_eq!(calls.max_in_window(Duration::from_secs(60)), 7);
        assert_eq!(calls.max_in_window(Duration::from_micros(1)), 1);
        assert_eq!(UpstreamCalls::default().max_in_window(Duration::from_secs(1)), 0);
    }

    #[test]
    fn a_report_keeps_the_upstreams_apart() {
        let call = |upstream, endpoint, ms, fate| Call { upstream, endpoint, at: Duration::from_millis(ms), fate };
        let log = [
            call(Upstream::Discogs, "release", 10, Fate::Answered),
            call(Upstream::Discogs, "release", 1500, Fate::Limited),
            call(Upstream::Lastfm, "artist.getInfo", 1600, Fate::Faulted),
        ];
        let calls = Calls::report(&log, |_| Duration::from_secs(1));
        assert_eq!((calls.discogs.total, calls.discogs.limited, calls.discogs.max_in_window), (2, 1, 1));
        assert_eq!(calls.discogs.endpoint("release"), 2);
        assert_eq!(calls.lastfm.faulted, 1);
        assert_eq!(calls.discogs.per_second, BTreeMap::from([(0, 1), (1, 1)]));
        assert_eq!(calls.total(), 3);
    }
}
