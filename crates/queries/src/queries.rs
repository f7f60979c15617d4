// This file was generated with `clorinde`. Do not modify.

pub mod albums;
pub mod alerts;
pub mod archive;
pub mod artists;
pub mod claims;
pub mod dump;
pub mod images;
pub mod imports;
pub mod listeners;
pub mod listings;
pub mod matches;
pub mod merges;
pub mod notifications;
pub mod prices;
pub mod quality;
pub mod quotes;
pub mod rates;
pub mod recommendations;
pub mod releases;
pub mod replay;
pub mod runs;
pub mod search;
pub mod shops;
pub mod stock_lists;
pub mod upstream;
