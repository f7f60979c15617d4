//! What a function holds for as long as its sandbox lives. What a function does not use is neither built nor linked.
use std::sync::Arc;

use anyhow::Result;
use aws_config::SdkConfig;
use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;
use vinilogy_core::store::Store;
use vinilogy_upstream::{Settings, Upstreams};

use crate::{Config, archive::S3Archive, aws, budget::SharedBudget, queues::Queues};

/// One per sandbox, cheap to clone. The store is always there; queues, archive and upstreams are made at their first use.
#[derive(Clone)]
pub struct Context(Arc<Inner>);

struct Inner {
    config: Config,
    aws: OnceCell<SdkConfig>,
    store: Store,
    queues: OnceCell<Queues>,
    archive: OnceCell<S3Archive>,
    upstreams: OnceCell<Upstreams>,
}

impl Context {
    /// Opens nothing yet: connections are made by the first request that needs them.
    ///
    /// # Errors
    /// When the database settings cannot be read.
    pub fn new(config: Config) -> Result<Self> {
        Self::with_aws(config, OnceCell::new())
    }

    /// As [`Context::new`], with this way to AWS instead of the environment's.
    ///
    /// # Errors
    /// As [`Context::new`].
    pub fn reaching(config: Config, aws: SdkConfig) -> Result<Self> {
        Self::with_aws(config, OnceCell::new_with(Some(aws)))
    }

    fn with_aws(config: Config, aws: OnceCell<SdkConfig>) -> Result<Self> {
        let store = Store::open(&config.database)?;
        let (queues, archive, upstreams) = Default::default();
        Ok(Self(Arc::new(Inner { config, aws, store, queues, archive, upstreams })))
    }

    /// The database.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// This machine's clock, for judging freshness; what must agree between machines goes by the database's clock.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place of the functions that asks the clock; rules are given its answer"
    )]
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// What the process was told from outside.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The queues.
    pub async fn queues(&self) -> &Queues {
        self.0.queues.get_or_init(|| async { Queues::new(&self.0.config, self.aws().await) }).await
    }

    /// The archive of raw responses.
    pub async fn archive(&self) -> &S3Archive {
        let new = || async { S3Archive::new(&self.0.config, self.aws().await, self.0.store.clone()) };
        self.0.archive.get_or_init(new).await
    }

    async fn aws(&self) -> &SdkConfig {
        // Boxed: the loader is large, and every job would carry it.
        self.0.aws.get_or_init(|| Box::pin(aws::sdk_config())).await
    }

    /// The upstream clients, over the shared budget and the archive.
    ///
    /// # Errors
    /// When a setting cannot be used or the keys cannot be read.
    pub async fn upstreams(&self) -> Result<&Upstreams, vinilogy_upstream::Error> {
        self.0
            .upstreams
            .get_or_try_init(|| async {
                let settings = self.upstream_settings().await?;
                let budget = Arc::new(SharedBudget::new(self.0.store.clone()));
                Upstreams::new(settings, budget, Arc::new(self.archive().await.clone()))
            })
            .await
    }

    /// The settings with the keys of the parameter store, unless the environment gave them.
    async fn upstream_settings(&self) -> Result<Settings, vinilogy_upstream::Error> {
        let mut settings = self.0.config.upstream.clone();
        let Some(path) = &self.0.config.upstream_keys_path else { return Ok(settings) };
        for (name, value) in aws::parameters(self.aws().await, path).await? {
            match name.as_str() {
                "lastfm_key" => settings.lastfm_key.get_or_insert(value),
                "discogs_token" => settings.discogs_token.get_or_insert(value),
                _ => continue,
            };
        }
        Ok(settings)
    }
}
