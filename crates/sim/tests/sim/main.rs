//! The simulator as its users meet it: over its router and over a socket.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod discogs;
mod ebay;
mod faults;
mod lastfm;
mod limits;
mod musicbrainz;
mod prices;
mod real;
mod recorded;
mod support;
mod world;
