//! One file per worker and schedule. The struct is the payload, a key; `run` re-reads the row and works only if needed.
mod admit_artists;
mod age_quotes;
mod answer;
mod check_alerts;
mod compute_recs;
mod end_quotes;
mod fetch_rates;
mod import_artists;
mod ingest_albums;
mod ingest_artist;
mod ingest_images;
mod ingest_release_details;
mod ingest_releases;
mod listing;
mod measure_quality;
mod pack_archive;
mod pages;
mod price_at_once;
mod price_offers;
mod price_releases;
mod read_stock;
mod sweeps;

use std::future::Future;
use std::time::Duration;

use serde::{Serialize, de::DeserializeOwned};

pub use admit_artists::AdmitArtists;
pub use age_quotes::AgeQuotes;
pub use answer::{JobError, Outcome};
pub use check_alerts::CheckAlerts;
pub use compute_recs::{ComputeRecs, compute};
pub use end_quotes::EndQuotes;
pub use fetch_rates::FetchRates;
pub(crate) use fetch_rates::rates_again;
pub use import_artists::{DEFAULT_PER_TAG, ImportArtists, check};
pub use ingest_albums::IngestAlbums;
pub use ingest_artist::{IngestArtist, MAX_NAME};
pub use ingest_images::{IngestImages, subject};
pub use ingest_release_details::IngestReleaseDetails;
pub use ingest_releases::IngestReleases;
pub use measure_quality::MeasureQuality;
pub use pack_archive::PackArchive;
pub use price_at_once::price_at_once;
pub use price_offers::PriceOffers;
pub(crate) use price_offers::offers_again;
pub use price_releases::PriceReleases;
pub(crate) use price_releases::price_again;
pub use read_stock::ReadStock;
pub use sweeps::{
    SweepAlbums, SweepAlerts, SweepArtists, SweepImages, SweepImports, SweepOffers, SweepPrices, SweepRecs,
    SweepReleaseDetails, SweepReleases, SweepStocks,
};

use crate::Context;

/// A unit of work that may be delivered twice, late, out of order, and killed in the middle.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its queue, its log field and its metric.
    const NAME: &'static str;

    /// Does the work and says what becomes of the message.
    fn run(self, context: &Context) -> impl Future<Output = Result<Outcome, JobError>> + Send;
}

/// How long a claim outlives a worker that was killed: longer than a worker's timeout, shorter than the redelivery.
const CLAIM: Duration = Duration::from_secs(90);

/// Why a key is left alone whose claim another worker holds.
pub(crate) const TAKEN: &str = "another worker is at it";

/// Does the work while holding the claim of this job for this key; skips when another worker holds it.
async fn claimed(
    context: &Context,
    job: &'static str,
    key: i64,
    work: impl Future<Output = Result<Outcome, JobError>> + Send,
) -> Result<Outcome, JobError> {
    let Some(claim) = context.store().claim(job, key, CLAIM).await? else {
        return Ok(Outcome::Skipped(TAKEN));
    };
    let result = work.await;
    if let Err(error) = context.store().give_back(&claim).await {
        tracing::warn!(job, key, %error, "the claim was not given back and ends by itself");
    }
    result
}
