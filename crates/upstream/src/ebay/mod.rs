//! eBay Browse API: what is for sale there, by words or by barcode. What it returns may be kept for six hours and no longer.

mod amount;
mod aspects;
mod client;
mod marketplace;
mod search;
mod translation;
mod types;
mod wire;

pub use amount::Amount;
pub use aspects::Aspects;
pub use client::Ebay;
pub use marketplace::{Location, Marketplace};
pub use search::{MOST_ITEMS, MOST_OFFSET, Search, What, words};
pub use translation::{read_item, read_search};
pub use types::{Item, Offered, Page, Seller, Shipping, Summary};
