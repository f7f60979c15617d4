//! What the clients are told from outside: where the upstreams are, how fast and for how long they may be asked, and with which keys.

use std::time::Duration;

use crate::Rate;

/// One upstream's address and manners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vendor {
    /// Base URL; endpoints are resolved below it.
    pub url: String,
    /// What may be sent by all processes together.
    pub rate: Rate,
    /// Longest time from sending a request to the last byte of its answer.
    pub deadline: Duration,
}

/// Settings of all clients; the default is the real upstreams without keys.
#[derive(Clone)]
pub struct Settings {
    /// Last.fm; `url` is the one address of all methods.
    pub lastfm: Vendor,
    /// MusicBrainz; `url` ends before the entity.
    pub musicbrainz: Vendor,
    /// Discogs; `url` ends before `masters`, `releases`, ….
    pub discogs: Vendor,
    /// Cover Art Archive; `url` ends before `release-group`. Rate and deadline are also those of pictures.
    pub coverartarchive: Vendor,
    /// Origins (`http://127.0.0.1:9000`) whose pictures are fetched although they are local or not HTTPS: a simulator's, never a default.
    pub image_origins: Vec<String>,
    /// Last.fm API key. Without one requests are sent without it, and the real Last.fm refuses them.
    pub lastfm_key: Option<String>,
    /// Discogs personal token. Without one Discogs allows 25 calls a minute and leaves images out.
    pub discogs_token: Option<String>,
    /// Sent with every request; MusicBrainz and Discogs want the application and a contact in it.
    pub user_agent: String,
}

impl Default for Settings {
    fn default() -> Self {
        let minute = Duration::from_secs(60);
        let vendor = |url: &str, calls, seconds| Vendor {
            url: url.to_owned(),
            rate: Rate { calls, per: minute },
            deadline: Duration::from_secs(seconds),
        };
        Self {
            lastfm: vendor("https://ws.audioscrobbler.com/2.0/", 240, 10),
            musicbrainz: vendor("https://musicbrainz.org/ws/2/", 60, 15),
            discogs: vendor("https://api.discogs.com/", 60, 20),
            coverartarchive: vendor("https://coverartarchive.org/", 60, 20),
            image_origins: Vec::new(),
            lastfm_key: None,
            discogs_token: None,
            user_agent: "Vinilogy/0.1 (+https://github.com/vinilogy/vinilogy)".to_owned(),
        }
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("lastfm", &self.lastfm)
            .field("musicbrainz", &self.musicbrainz)
            .field("discogs", &self.discogs)
            .field("coverartarchive", &self.coverartarchive)
            .field("image_origins", &self.image_origins)
            .field("lastfm_key", &self.lastfm_key.is_some())
            .field("discogs_token", &self.discogs_token.is_some())
            .field("user_agent", &self.user_agent)
            .finish()
    }
}
