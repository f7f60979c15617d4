//! Last.fm API 2.0. Its JSON is converted XML: numbers are text, a list of one is its element, and nothing is "".

mod client;
mod translation;
mod wire;

pub use client::{ArtistRef, Lastfm};
pub use translation::{
    Album, Artist, ArtistHit, Similar, TagArtist, TopAlbum, TopTag, is_placeholder, read_album, read_artist,
    read_search, read_similar, read_tag_artists, read_top_albums, read_top_tags,
};
