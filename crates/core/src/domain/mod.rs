//! The rules of the product, pure: no I/O, no clock (callers pass `now`), no SQL. Everything here can be tried in a table.

pub mod explanation;
pub mod freshness;
pub mod ids;
pub mod imports;
pub mod matching;
pub mod money;
pub mod names;
pub mod pressing;
pub mod prices;
pub mod quality;
pub mod scoring;
pub mod search;
pub mod stock;
