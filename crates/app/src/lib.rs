//! What the functions are made of: configuration, context, the three runners, the routes and the jobs.
pub mod archive;
pub mod aws;
pub mod budget;
pub mod config;
pub mod context;
pub mod http;
pub mod images;
pub mod jobs;
pub mod lambda;
pub mod links;
mod notices;
pub mod prices;
pub mod queues;
mod recent;
pub mod replay;
pub mod review;
pub mod telemetry;
pub mod tokens;
pub mod uploads;

pub use config::Config;
pub use context::Context;
