//! Each job: seed, run, look at rows, archive, outcome and what was enqueued; and everything once more, to no effect.
mod age_quotes;
mod compute_recs;
mod fetch_rates;
mod import_artists;
mod ingest_albums;
mod ingest_artist;
mod ingest_images;
mod ingest_release_details;
mod ingest_releases;
mod listings;
mod measure_quality;
mod pack_archive;
mod path;
mod price_offers;
mod price_releases;
mod sweeps;
mod twice;
