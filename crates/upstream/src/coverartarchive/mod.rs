//! Cover Art Archive: the covers of MusicBrainz' release groups. Its index is two redirects away, at the Internet Archive.

mod client;
mod translation;
mod wire;

pub use client::Coverartarchive;
pub use translation::{Cover, Covers, read_covers};
