//! Stock lists of shops: bytes from an address that the shop gave, over the line that calls nothing inside. What they say is not read here.

mod client;

pub use client::{MOST_BYTES, Shops, Stock, read_stock};
