//! Signals for speed, sweeps for truth: each schedule enqueues what its queue would have held if every message had been lost.
//! They select keys in bounded pages and spread them over time; they never do the work.
use std::time::Duration;

use serde::{Deserialize, Serialize};
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::store::Pictured;

use super::{
    CheckAlerts, ComputeRecs, ImportArtists, IngestAlbums, IngestArtist, IngestImages, IngestReleaseDetails,
    IngestReleases, Job, JobError, Outcome, PriceOffers, PriceReleases, ReadStock,
};
use crate::Context;

/// Keys per run. What is left over is the next run's.
const PAGE: i64 = 500;
/// Over which a run's messages are spread, so that a sweep is no spike. Shorter than the time between two runs.
const WINDOW: Duration = Duration::from_secs(600);

/// Albums per run whose offers are asked for: about what half an hour has of eBay's calls of a day.
const OFFERS: i64 = 80;
/// A provider that could not tell is asked again after this.
const FAILED: Duration = Duration::from_secs(3600);

/// An import or a stock list whose worker was killed is read on before, when its message is delivered again.
const QUIET: Duration = Duration::from_secs(900);

/// Alerts are looked at again after so long, when no news of a price made somebody look before.
const UNCHECKED: Duration = Duration::from_secs(3600);

/// Stock lists are read once a day; those of which an attempt failed too.
const UNREAD: Duration = Duration::from_secs(23 * 3600);

/// Declares a schedule: its name, its queue's job, and the question that finds the stale keys.
macro_rules! sweep {
    ($(#[$doc:meta])* $sweep:ident, $name:literal, |$context:ident| $stale:expr, |$id:ident| $job:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, Serialize, Deserialize)]
        pub struct $sweep {}

        impl Job for $sweep {
            const NAME: &'static str = $name;

            async fn run(self, $context: &Context) -> Result<Outcome, JobError> {
                let stale = $stale.await?;
                enqueue($context, stale, |$id| $job).await
            }
        }
    };
}

sweep!(
    /// Wanted artists whose facts are missing or stale.
    SweepArtists, "sweep_artists",
    |context| context.store().artists_with_stale_info(Kind::Artist.ttl(), Kind::Artist.rest_ttl(), PAGE),
    |id| IngestArtist::Known { artist_id: id }
);
sweep!(
    /// Wanted artists whose albums are missing or stale.
    SweepAlbums, "sweep_albums",
    |context| context.store().artists_with_stale_albums(Kind::Albums.ttl(), Kind::Albums.rest_ttl(), PAGE),
    |id| IngestAlbums { artist_id: id }
);
sweep!(
    /// Albums whose pressings are missing or stale.
    SweepReleases, "sweep_releases",
    |context| context.store().albums_with_stale_releases(Kind::Releases.ttl(), PAGE),
    |id| IngestReleases { album_id: id }
);
sweep!(
    /// Most owned pressings whose details are missing or stale.
    SweepReleaseDetails, "sweep_release_details",
    |context| context.store().releases_with_stale_details(Kind::ReleaseDetails.ttl(), PAGE),
    |id| IngestReleaseDetails { release_id: id }
);
sweep!(
    /// Albums that were never priced, and wanted ones whose prices are stale.
    SweepPrices, "sweep_prices",
    |context| context.store().albums_with_stale_prices(Kind::Prices.ttl(), PAGE),
    |id| PriceReleases { album_id: id }
);
sweep!(
    /// Wanted albums whose offers on eBay are missing or stale, in the order of demand.
    SweepOffers, "sweep_offers",
    |context| context.store().albums_with_stale_offers("ebay", Kind::Prices.ttl(), FAILED, OFFERS),
    |id| PriceOffers { album_id: id }
);
sweep!(
    /// Wanted artists and their albums that were not pictured yet, and pictures to be looked for again.
    SweepImages, "sweep_images",
    |context| context.store().stale_images(PAGE),
    |id| IngestImages::of(id)
);
sweep!(
    /// Listeners with seeds whose set has expired or was never made.
    SweepRecs, "sweep_recs",
    |context| context.store().listeners_with_stale_sets(PAGE),
    |id| ComputeRecs { user_id: id }
);

sweep!(
    /// Imports that were started and not read on for a while.
    SweepImports, "sweep_imports",
    |context| context.store().stalled_imports(QUIET, PAGE),
    |id| ImportArtists::Started { import_id: id }
);

sweep!(
    /// Albums that somebody waits for and nobody has looked at for an hour, whatever their prices did meanwhile.
    SweepAlerts, "sweep_alerts",
    |context| context.store().albums_with_stale_alerts(UNCHECKED, PAGE),
    |id| CheckAlerts { album_id: id }
);

sweep!(
    /// Shops whose stock list was not tried for a day, or for which one was sent and not read.
    SweepStocks, "sweep_stocks",
    |context| context.store().shops_with_stale_stock(UNREAD, QUIET, PAGE),
    |id| ReadStock { shop_id: id }
);

/// A stale key, which is spread by its number.
trait Key: Copy {
    fn number(self) -> i64;
}

impl Key for i64 {
    fn number(self) -> i64 {
        self
    }
}

impl Key for Pictured {
    fn number(self) -> i64 {
        match self {
            Self::Artist(id) => id.get(),
            Self::Album(id) => id.get(),
        }
    }
}

async fn enqueue<K: Key, J: Job>(context: &Context, stale: Vec<K>, job: impl Fn(K) -> J) -> Result<Outcome, JobError> {
    if stale.is_empty() {
        return Ok(Outcome::Skipped("nothing is stale"));
    }
    let jobs: Vec<(J, Duration)> = stale.into_iter().map(|key| (job(key), spread(key.number()))).collect();
    context.queues().await.send_all(&jobs).await?;
    Ok(Outcome::Done(jobs.len() as u64))
}

/// A delay that is always the same for a key and even over all of them (Fibonacci hashing).
fn spread(id: i64) -> Duration {
    let hash = id.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    Duration::from_secs((hash * WINDOW.as_secs()) >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spread_evenly_over_the_window() {
        let mut minutes = [0; 10];
        for id in 1..=1000 {
            minutes[usize::try_from(spread(id).as_secs() / 60).unwrap()] += 1;
        }
        assert!(minutes.iter().all(|n| (80..=120).contains(n)), "{minutes:?}");
    }
}
