//! Discogs' monthly dump of its catalogue (CC0, <https://data.discogs.com>): read from compressed XML as a stream and loaded into the
//! store. A crate of its own so that no function links an XML reader.
//!
//! Records are cut from the stream without parsing it (`split`), parsed by a thread per core (`xml`, `release`), told in the store's
//! words (`translate`) and merged in batches (`load`). Every queue between them is short, so memory does not grow with the file.
mod content;
mod error;
mod listing;
mod load;
mod make;
mod pipeline;
mod release;
mod source;
mod split;
mod text;
mod translate;
mod xml;

pub use content::Content;
pub use error::{Error, Malformed};
pub use listing::{Artist, Master, read_artist, read_master};
pub use load::{Loaded, News, Options, load};
pub use make::Pattern;
pub use release::{Company, Credit, Format, Identifier, Label, Release, Track, read as read_release};
pub use source::Source;
pub use split::{Block, Splitter};
