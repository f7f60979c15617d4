//! Last.fm, MusicBrainz, Discogs, the Cover Art Archive with pictures, eBay, the European Central Bank and shops, as one HTTP server with
//! their real shapes, limits and faults, over a world that is the same in every run. For tests, for a local stack and for benchmarks; never shipped.
//!
//! Base URLs: `http://HOST/lastfm/2.0/`, `http://HOST/musicbrainz/ws/2/`, `http://HOST/discogs/`,
//! `http://HOST/coverartarchive/`, `http://HOST/ebay/`, `http://HOST/ecb/`; pictures lie below `http://HOST/pictures/`, stock lists at
//! `http://HOST/shops/{shop}/stock.csv` and `stock.json`. Control, with JSON:
//! `POST|GET|DELETE /_control/faults` ([`Rule`]), `POST|DELETE /_control/edits` ([`Edit`], [`After`]),
//! `POST /_control/market` (rounds go by), `DELETE /_control/tokens`, `PUT /_control/seller` (settings filled in or not),
//! `PUT|GET /_control/limits` ([`Limits`]),
//! `GET|DELETE /_control/calls` ([`Calls`], `?window_ms=` for `max_in_window`), `GET /_control/world` ([`Counts`], names).

mod calls;
mod control;
mod control_http;
mod coverartarchive;
mod dice;
mod discogs;
mod ebay;
mod ecb;
mod edits;
mod faults;
mod gate;
mod lastfm;
mod limits;
mod merges;
mod musicbrainz;
mod origin;
mod pictures;
mod reply;
mod server;
mod shops;
mod state;
mod upstream;
mod wire;
mod world;

pub use calls::{Calls, UpstreamCalls};
pub use control::Control;
pub use edits::{After, Edit};
pub use faults::{Fault, RetryAfter, Rule};
pub use limits::{Limit, Limits};
pub use pictures::Hostile;
pub use server::{Options, Sim, router};
pub use upstream::Upstream;
pub use world::{Counts, Listener, StudioAlbum, World};
