//! One file per command.
pub mod archive;
pub mod images;
pub mod import;
pub mod ingest;
pub mod listener;
pub mod load_dump;
pub mod make_dump;
pub mod matches;
pub mod migrate;
pub mod quality;
pub mod recs;
pub mod replay;
pub mod serve;
pub mod shops;
pub mod sim;
pub mod status;
pub mod up;
