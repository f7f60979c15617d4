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
    /// eBay; `url` ends before `buy` and `identity`.
    pub ebay: Vendor,
    /// European Central Bank; `url` ends before the file.
    pub ecb: Vendor,
    /// Shops' stock lists, of all shops together. They are called by whole addresses: nothing lies below `url`.
    pub shops: Vendor,
    /// Origins (`http://127.0.0.1:9000`) whose pictures and stock lists are fetched although they are local or not HTTPS: a simulator's,
    /// never a default.
    pub image_origins: Vec<String>,
    /// Last.fm API key. Without one requests are sent without it, and the real Last.fm refuses them.
    pub lastfm_key: Option<String>,
    /// Discogs personal token. Without one Discogs allows 25 calls a minute and leaves images out.
    pub discogs_token: Option<String>,
    /// eBay application (client id) and its secret (cert id). Without both every eBay call is refused before it is sent.
    pub ebay_client_id: Option<String>,
    /// See there.
    pub ebay_client_secret: Option<String>,
    /// eBay Partner Network campaign, ten digits. Without one eBay gives no affiliate links.
    pub ebay_campaign_id: Option<String>,
    /// Calls that eBay allows in a [`crate::Day`]: 5,000 unless the application has been granted more. `None` counts none.
    pub ebay_calls_per_day: Option<u32>,
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
            // No limit within the day is published.
            ebay: vendor("https://api.ebay.com/", 120, 20),
            ecb: vendor("https://www.ecb.europa.eu/stats/eurofxref/", 10, 20),
            shops: vendor("https://shops.invalid/", 20, 60),
            image_origins: Vec::new(),
            lastfm_key: None,
            discogs_token: None,
            ebay_client_id: None,
            ebay_client_secret: None,
            ebay_campaign_id: None,
            ebay_calls_per_day: Some(5_000),
            user_agent: "Vinilogy/0.1 (+https://github.com/vinilogy/vinilogy)".to_owned(),
        }
    }
}

impl Settings {
    /// Whether eBay can be called at all.
    pub fn ebay_configured(&self) -> bool {
        let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        given(&self.ebay_client_id) && given(&self.ebay_client_secret)
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("lastfm", &self.lastfm)
            .field("musicbrainz", &self.musicbrainz)
            .field("discogs", &self.discogs)
            .field("coverartarchive", &self.coverartarchive)
            .field("ebay", &self.ebay)
            .field("ecb", &self.ecb)
            .field("shops", &self.shops)
            .field("image_origins", &self.image_origins)
            .field("lastfm_key", &self.lastfm_key.is_some())
            .field("discogs_token", &self.discogs_token.is_some())
            .field("ebay_client_id", &self.ebay_client_id.is_some())
            .field("ebay_client_secret", &self.ebay_client_secret.is_some())
            .field("ebay_campaign_id", &self.ebay_campaign_id)
            .field("ebay_calls_per_day", &self.ebay_calls_per_day)
            .field("user_agent", &self.user_agent)
            .finish()
    }
}
