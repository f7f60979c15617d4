//! What every integration test stands on: a database of its own, queues and a bucket of its own, a simulator of its own.
mod app;
mod build;
mod database;
mod drain;
mod imports;
mod jobs;
mod stack;
mod tables;

pub use app::{Reply, TestApp, world};
pub use build::{AlbumBuilder, admin, listener, pressing};
pub use database::TestDatabase;
pub use drain::{Drained, MAX_RECEIVES};
pub use jobs::Depth;
pub use stack::{Stack, stack};
pub use tables::{assert_invariants, natural_hash};

/// The folder with recordings and data sets, which a user's clone does not have: `VINILOGY_SHARED`, else `../shared` beside the
/// project. `None` is to be reported as a skip.
#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the shared data lie")]
pub fn shared() -> Option<std::path::PathBuf> {
    let default = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared").into();
    let folder = std::path::PathBuf::from(std::env::var("VINILOGY_SHARED").unwrap_or_else(|_| default()));
    folder.is_dir().then_some(folder)
}

/// What time it is.
#[expect(
    clippy::disallowed_methods,
    reason = "tests judge what happens by the clock of the machine on which it happens"
)]
pub fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::Utc::now()
}
