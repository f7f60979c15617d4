// This file was generated with `clorinde`. Do not modify.

pub mod albums;
pub mod artists;
pub mod claims;
pub mod listeners;
pub mod prices;
pub mod recommendations;
pub mod releases;
pub mod runs;
pub mod search;
pub mod upstream;
