//! What every integration test stands on: a database of its own, queues and a bucket of its own, a simulator of its own.
mod app;
mod build;
mod database;
mod drain;
mod imports;
mod jobs;
pub mod offers;
mod shared;
mod stack;
mod tables;

pub use app::{Reply, TestApp, world};
pub use build::{AlbumBuilder, admin, listener, pressing};
pub use database::TestDatabase;
pub use drain::{Drained, MAX_RECEIVES};
pub use jobs::Depth;
pub use shared::{shared, trial, unpacked};
pub use stack::{Stack, stack};
pub use tables::{BEST_THAT_ARE_NOT, assert_invariants, count, natural_hash, price_hash, versions};

/// What time it is.
#[expect(
    clippy::disallowed_methods,
    reason = "tests judge what happens by the clock of the machine on which it happens"
)]
pub fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::Utc::now()
}
