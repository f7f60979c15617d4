//! Where a picture is looked for, which one is chosen and why, and where our own copies lie.
mod choose;
mod mirror;
mod offer;

pub use choose::{Chosen, Considered, Fate, choose};
pub use mirror::{FOREVER, Mirror};
pub use offer::{Offer, Source, Subject, offer};
