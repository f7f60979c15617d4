//! How long what was fetched stays true, and whether it has to be fetched again.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

/// What can go stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An artist's facts and similar artists.
    Artist,
    /// An artist's list of studio albums.
    Albums,
    /// An album's list of pressings.
    Releases,
    /// A pressing's rating and tracks.
    ReleaseDetails,
    /// A pressing's price. Discogs' terms forbid showing one older than six hours.
    Prices,
    /// A listener's set of recommendations.
    Recommendations,
    /// The picture of an artist or an album.
    Images,
}

impl Kind {
    /// Time to live, counted from when it was fetched.
    #[must_use]
    pub const fn time_to_live(self) -> TimeDelta {
        match self {
            Self::Artist | Self::Albums => TimeDelta::days(7),
            Self::Releases | Self::ReleaseDetails => TimeDelta::days(30),
            Self::Prices => TimeDelta::hours(6),
            Self::Recommendations => TimeDelta::hours(24),
            Self::Images => TimeDelta::days(90),
        }
    }

    /// The same as an unsigned duration, as clients and statements take it.
    #[must_use]
    pub const fn ttl(self) -> Duration {
        Duration::from_secs(self.time_to_live().num_seconds().unsigned_abs())
    }

    /// Time to live of what no listener of today looks at: it is kept, only less often fetched again.
    #[must_use]
    pub const fn rest_ttl(self) -> Duration {
        match self {
            Self::Artist | Self::Albums => Self::Releases.ttl(),
            other => other.ttl(),
        }
    }

    /// As [`Kind::is_stale`]; also when somebody has asked for news since it was fetched.
    #[must_use]
    pub fn is_stale_or_asked(
        self,
        fetched_at: Option<DateTime<Utc>>,
        asked_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> bool {
        let asked = fetched_at.zip(asked_at).is_some_and(|(fetched, asked)| fetched < asked);
        asked || self.is_stale(fetched_at, now)
    }

    /// Whether something fetched then must be fetched again now; what was never fetched must be.
    #[must_use]
    pub fn is_stale(self, fetched_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
        decide(fetched_at, self.time_to_live(), now) != Freshness::Fresh
    }
}

/// How far a timestamp may lie ahead of `now` and still be believed: clocks of two machines differ, but not by days.
pub const CLOCK_TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// What a row is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Use it.
    Fresh,
    /// Use it and fetch it again.
    Stale,
    /// Never fetched.
    Missing,
}

/// Judges something fetched at `fetched_at` that lives for `ttl`. Its last instant is already stale; a timestamp beyond
/// [`CLOCK_TOLERANCE`] in the future is wrong, so the row is stale however long it would live.
#[must_use]
pub fn decide(fetched_at: Option<DateTime<Utc>>, ttl: TimeDelta, now: DateTime<Utc>) -> Freshness {
    let Some(fetched_at) = fetched_at else {
        return Freshness::Missing;
    };
    let age = now.signed_duration_since(fetched_at);
    if age >= ttl || age < -CLOCK_TOLERANCE { Freshness::Stale } else { Freshness::Fresh }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn is_fresh_until_its_time_is_over() {
        let (now, ttl) = (at(1_000_000), TimeDelta::seconds(600));
        for (fetched, expected) in [
            (None, Freshness::Missing),
            (Some(1_000_000), Freshness::Fresh),
            (Some(1_000_000 - 599), Freshness::Fresh),
            (Some(1_000_000 - 600), Freshness::Stale),
            (Some(0), Freshness::Stale),
            (Some(1_000_000 + 300), Freshness::Fresh),
            (Some(1_000_000 + 301), Freshness::Stale),
        ] {
            assert_eq!(decide(fetched.map(at), ttl, now), expected, "{fetched:?}");
        }
    }

    #[test]
    fn nothing_shown_from_discogs_is_older_than_its_terms_allow() {
        assert!(Kind::Prices.time_to_live() <= TimeDelta::hours(6));
    }

    #[test]
    fn asking_for_news_makes_stale_what_was_fetched_before() {
        let now = at(1_000_000);
        for (fetched, asked, expected) in [
            (Some(999_000), None, false),
            (Some(999_000), Some(999_500), true),
            (Some(999_600), Some(999_500), false),
            (None, Some(999_500), true),
        ] {
            let stale = Kind::Artist.is_stale_or_asked(fetched.map(at), asked.map(at), now);
            assert_eq!(stale, expected, "{fetched:?} {asked:?}");
        }
        assert!(Kind::Artist.rest_ttl() > Kind::Artist.ttl());
    }

    #[test]
    fn extreme_times_do_not_panic() {
        let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
        assert_eq!(decide(Some(first), TimeDelta::MAX, last), Freshness::Fresh);
        assert_eq!(decide(Some(last), TimeDelta::days(1), first), Freshness::Stale);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_stale_stays_stale(fetched in 0_i64..10_000_000, ttl in 0_i64..1_000_000, now in 0_i64..10_000_000, later in 0_i64..1_000_000) {
            let ttl = TimeDelta::seconds(ttl);
            let past = fetched <= now;
            if past && decide(Some(at(fetched)), ttl, at(now)) == Freshness::Stale {
                prop_assert_eq!(decide(Some(at(fetched)), ttl, at(now + later)), Freshness::Stale);
            }
        }
    }
}
