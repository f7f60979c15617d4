//! The only file that reads the environment.
use anyhow::{Context as _, Result};
use vinilogy_core::store::DatabaseSettings;
use vinilogy_upstream::Settings;

/// What a process is told from outside.
#[derive(Clone)]
pub struct Config {
    /// `DATABASE_URL`, `DATABASE_CA_FILE`, `DATABASE_POOL`.
    pub database: DatabaseSettings,
    /// `QUEUE_URL_PREFIX`: a queue's URL is this and its job's name.
    pub queue_url_prefix: String,
    /// `ARCHIVE_BUCKET`.
    pub archive_bucket: String,
    /// `{LASTFM,MUSICBRAINZ,DISCOGS,COVERARTARCHIVE,EBAY,ECB}_URL` and `_RATE`, `SHOPS_RATE`, `EBAY_CALLS_PER_DAY`, `IMAGE_ORIGINS` (a
    /// comma list of origins whose pictures and stock lists are fetched although they are local: a simulator's), `LASTFM_KEY`,
    /// `DISCOGS_TOKEN`, `EBAY_CLIENT_ID`, `EBAY_CLIENT_SECRET`, `EBAY_CAMPAIGN_ID`, `USER_AGENT`.
    pub upstream: Settings,
    /// `UPSTREAM_KEYS_PATH`: where the keys lie in the parameter store; read once per sandbox.
    pub upstream_keys_path: Option<String>,
    /// `ARTISTS_PER_DAY`: how many of the artists that were wished for in bulk are ingested in a day; 100 by default.
    pub artists_per_day: i64,
    /// `NOTIFICATIONS_TOPIC`: the ARN of the topic to which notifications are handed; none unless there is one.
    pub notifications_topic: Option<String>,
    /// `RUST_LOG`: what is logged, `info` by default.
    pub log: String,
}

impl Config {
    /// Reads the environment, as functions do.
    ///
    /// # Errors
    /// As [`Config::read`].
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn from_env() -> Result<Self> {
        Self::read(&|name| std::env::var(name).ok())
    }

    /// Reads variables from anywhere. What only some functions need may be missing: they say so when they need it. An empty
    /// variable counts as unset, because a template cannot leave one out.
    ///
    /// # Errors
    /// Names the variable that is missing or cannot be read.
    pub fn read(look_up: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let variable = |name: &str| look_up(name).filter(|value| !value.is_empty());
        let pool = variable("DATABASE_POOL").map_or(Ok(2), |v| v.parse()).context("DATABASE_POOL")?;
        Ok(Self {
            database: DatabaseSettings {
                url: variable("DATABASE_URL").context("DATABASE_URL is not set")?,
                ca_file: variable("DATABASE_CA_FILE").map(Into::into),
                connections: pool,
            },
            queue_url_prefix: variable("QUEUE_URL_PREFIX").unwrap_or_default(),
            archive_bucket: variable("ARCHIVE_BUCKET").unwrap_or_default(),
            upstream: upstream(&variable)?,
            upstream_keys_path: variable("UPSTREAM_KEYS_PATH"),
            artists_per_day: artists_per_day(&variable)?,
            notifications_topic: variable("NOTIFICATIONS_TOPIC"),
            log: variable("RUST_LOG").unwrap_or_else(|| "info".to_owned()),
        })
    }
}

fn artists_per_day(variable: &dyn Fn(&str) -> Option<String>) -> Result<i64> {
    let Some(said) = variable("ARTISTS_PER_DAY") else { return Ok(100) };
    let artists = said.parse().context("ARTISTS_PER_DAY")?;
    anyhow::ensure!(artists > 0, "ARTISTS_PER_DAY: must be more than none");
    Ok(artists)
}

fn upstream(variable: &dyn Fn(&str) -> Option<String>) -> Result<Settings> {
    let mut settings = Settings::default();
    let vendors = [
        ("LASTFM", &mut settings.lastfm),
        ("MUSICBRAINZ", &mut settings.musicbrainz),
        ("DISCOGS", &mut settings.discogs),
        ("COVERARTARCHIVE", &mut settings.coverartarchive),
        ("EBAY", &mut settings.ebay),
        ("ECB", &mut settings.ecb),
        ("SHOPS", &mut settings.shops),
    ];
    for (name, vendor) in vendors {
        if let Some(url) = variable(&format!("{name}_URL")) {
            vendor.url = url;
        }
        if let Some(rate) = variable(&format!("{name}_RATE")) {
            vendor.rate = rate.parse().map_err(|e: String| anyhow::anyhow!("{name}_RATE: {e}"))?;
        }
    }
    let origins = variable("IMAGE_ORIGINS").unwrap_or_default();
    settings.image_origins =
        origins.split(',').map(str::trim).filter(|origin| !origin.is_empty()).map(str::to_owned).collect();
    settings.lastfm_key = variable("LASTFM_KEY");
    settings.discogs_token = variable("DISCOGS_TOKEN");
    settings.ebay_client_id = variable("EBAY_CLIENT_ID");
    settings.ebay_client_secret = variable("EBAY_CLIENT_SECRET");
    settings.ebay_campaign_id = variable("EBAY_CAMPAIGN_ID");
    if let Some(calls) = variable("EBAY_CALLS_PER_DAY") {
        settings.ebay_calls_per_day = Some(calls.parse().context("EBAY_CALLS_PER_DAY")?);
    }
    if let Some(user_agent) = variable("USER_AGENT") {
        settings.user_agent = user_agent;
    }
    Ok(settings)
}
