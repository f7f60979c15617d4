//! Reference rates of the European Central Bank: what a euro is worth, once per working day.

mod client;
mod decimal;
mod translation;

pub use client::Ecb;
pub use translation::{Day, SCALE, read_days};

pub(crate) use translation::is_whole;
