//! What Discogs' format texts say about a pressing, which pressings of an album are its first, and which one to suggest.
//!
//! Discogs abbreviates in lists and exports (`2xLP, Album, RE, RM, 180`), spells out in releases (`LP`, `Album`, `Reissue`, `Remastered`) and
//! leaves colour, weight and sleeve to free text (`180g, Red Translucent, Gatefold`). All three are read by the same tables. What is none of
//! it is passed over: a word that is not understood is unknown, never guessed.

mod choice;
mod colour;
mod first;
mod format;
mod medium;
mod page;
mod traits;
mod weight;
mod words;

pub use choice::{PressingChoice, suggest};
pub use first::{NOT_FIRST, first_year};
pub use format::Format;
pub use medium::{Medium, list_text};
pub use page::{Company, Credit, Identifier, Label, Page, Track};
pub use traits::{Trait, Traits};
pub use words::Kind;

#[cfg(test)]
mod tests;
