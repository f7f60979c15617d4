//! MusicBrainz web service 2: who an artist is, and what they made.

mod client;
mod translation;
mod wire;

pub use client::Musicbrainz;
pub use translation::{
    Artist, ArtistHit, Credit, ReleaseGroup, ReleaseGroupPage, discogs_id, read_artist, read_release_group,
    read_release_groups, read_search, spotify_artist_id,
};
