//! Every route as a client sees it, one file each as in `functions/http`, and what all of them owe whoever calls.
mod album;
mod album_releases;
mod artist;
mod artist_albums;
mod check;
mod create_artist;
mod database_away;
mod health;
mod hostile;
mod openapi;
mod other_listeners;
mod recs;
mod refresh_recs;
mod run;
mod search_artists;
mod seeds;
mod songs;
