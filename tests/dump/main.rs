//! The monthly dump of Discogs, loaded into a real database.
mod adopt;
mod killed;
mod listings;
mod load;
mod searched;
mod xml;
