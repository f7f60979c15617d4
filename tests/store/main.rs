//! Every statement of `crates/core/queries` through the store that asks it, over a real database.
mod albums;
mod artists;
mod catalogue;
mod claims;
mod connection_cut;
mod deadlocks;
mod listeners;
mod migrations;
mod plans;
mod prices;
mod proxy;
mod recommendations;
mod releases;
mod runs;
mod search;
mod upstream;
