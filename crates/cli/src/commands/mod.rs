//! One file per command.
pub mod ingest;
pub mod listener;
pub mod migrate;
pub mod recs;
pub mod serve;
pub mod sim;
pub mod status;
pub mod up;
