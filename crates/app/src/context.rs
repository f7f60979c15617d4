//! What a function holds for as long as its sandbox lives. What a function does not use is neither built nor linked.
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use aws_config::SdkConfig;
use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;
use vinilogy_core::{domain::freshness::Kind, store::Store};
use vinilogy_upstream::{Archive, Budget, Settings, Tokens, Upstreams};

use crate::{
    Config,
    archive::S3Archive,
    aws,
    budget::{Patience, SharedBudget},
    images::Mirror,
    notices::Notices,
    queues::Queues,
    recent::NewerThan,
    replay,
    tokens::SharedTokens,
    uploads::Uploads,
};

/// One per sandbox, cheap to clone. The store is always there; queues, archive and upstreams are made at their first use.
#[derive(Clone)]
pub struct Context(Arc<Inner>, Option<Arc<str>>);

struct Inner {
    config: Config,
    aws: OnceCell<SdkConfig>,
    store: Store,
    queues: OnceCell<Queues>,
    archive: OnceCell<S3Archive>,
    uploads: OnceCell<Uploads>,
    mirror: OnceCell<Mirror>,
    notices: OnceCell<Notices>,
    upstreams: OnceCell<Upstreams>,
    /// The upstreams' settings with their keys.
    settings: OnceCell<Settings>,
    /// How long somebody waits for the upstreams; as long as the budget says when nobody does.
    patience: Option<Arc<Patience>>,
    /// Upstreams are answered by the archive alone, queues are closed, and whatever was fetched is stale.
    replaying: bool,
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
        Ok(Self(Arc::new(Inner::new(config, aws, store)), None))
    }

    /// The same database and archive for a replay: jobs read every answer again from the archive, however old it is and however
    /// fresh their rows are, call nobody and enqueue nothing.
    pub async fn replaying(&self) -> Self {
        let aws = OnceCell::new_with(Some(self.aws().await.clone()));
        let queues = OnceCell::new_with(Some(Queues::closed()));
        let inner = Inner::new(self.0.config.clone(), aws, self.0.store.clone());
        Self(Arc::new(Inner { queues, replaying: true, ..inner }), None)
    }

    /// The same deployment for work that somebody waits for: no call is begun when the patience is at its end, and each is given up after
    /// `deadline`.
    ///
    /// # Errors
    /// When the keys of the upstreams cannot be read.
    pub async fn hurried(&self, patience: Patience, deadline: Duration) -> Result<Self, vinilogy_upstream::Error> {
        let aws = OnceCell::new_with(Some(self.aws().await.clone()));
        let mut settings = self.upstream_settings().await?;
        for vendor in [&mut settings.discogs, &mut settings.ebay] {
            vendor.deadline = vendor.deadline.min(deadline);
        }
        let inner = Inner::new(self.0.config.clone(), aws, self.0.store.clone());
        let settings = OnceCell::new_with(Some(settings));
        Ok(Self(Arc::new(Inner { settings, patience: Some(Arc::new(patience)), ..inner }), self.1.clone()))
    }

    /// Whether something fetched then must be fetched again now.
    pub fn is_stale(&self, kind: Kind, fetched_at: Option<DateTime<Utc>>) -> bool {
        self.0.replaying || kind.is_stale(fetched_at, self.now())
    }

    /// The same, also when somebody has asked for news since.
    pub fn is_stale_or_asked(
        &self,
        kind: Kind,
        fetched_at: Option<DateTime<Utc>>,
        asked_at: Option<DateTime<Utc>>,
    ) -> bool {
        self.0.replaying || kind.is_stale_or_asked(fetched_at, asked_at, self.now())
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

    /// The same for work on behalf of a caller (a listener's id, or 0 for the operator): what is sent says so, and what follows from it.
    pub fn on_behalf_of(&self, caller: impl std::fmt::Display) -> Self {
        Self(self.0.clone(), Some(caller.to_string().into()))
    }

    /// The queues.
    pub async fn queues(&self) -> Queues {
        let queues = self.0.queues.get_or_init(|| async { Queues::new(&self.0.config, self.aws().await) }).await;
        queues.with_group(self.1.clone())
    }

    /// The archive of raw responses.
    pub async fn archive(&self) -> &S3Archive {
        let new = || async { S3Archive::new(&self.0.config, self.aws().await, self.0.store.clone()) };
        self.0.archive.get_or_init(new).await
    }

    /// Files that were sent to be imported.
    pub async fn uploads(&self) -> &Uploads {
        self.0.uploads.get_or_init(|| async { Uploads::new(&self.0.config, self.aws().await) }).await
    }

    /// Our own copies of pictures.
    pub async fn mirror(&self) -> &Mirror {
        self.0.mirror.get_or_init(|| async { Mirror::new(&self.0.config, self.aws().await) }).await
    }

    /// The topic of notifications; `None` when there is none.
    pub async fn notices(&self) -> Option<&Notices> {
        let topic = self.0.config.notifications_topic.as_deref()?;
        Some(self.0.notices.get_or_init(|| async { Notices::new(topic, self.aws().await) }).await)
    }

    /// Whether archived answers are read again, however fresh the rows are.
    pub fn is_replaying(&self) -> bool {
        self.0.replaying
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
                let kept = self.archive().await.clone();
                if self.0.replaying {
                    // No key is needed where nothing is sent.
                    let archive = replay::Memory::new(kept);
                    return Upstreams::new(
                        self.0.config.upstream.clone(),
                        Arc::new(replay::Nothing),
                        Arc::new(archive),
                        Arc::new(replay::Nothing),
                    );
                }
                let budget: Arc<dyn Budget> = Arc::new(self.budget());
                let archive: Arc<dyn Archive> = Arc::new(kept);
                Upstreams::new(self.upstream_settings().await?, budget, archive, self.tokens())
            })
            .await
    }

    /// The same, but blind to answers that were archived before somebody asked for news at that time.
    ///
    /// # Errors
    /// As [`Context::upstreams`].
    pub async fn upstreams_after(
        &self,
        asked_at: Option<DateTime<Utc>>,
    ) -> Result<Upstreams, vinilogy_upstream::Error> {
        // No answer is used again for so long.
        let lately = |at: &DateTime<Utc>| self.now() - *at < Kind::Releases.time_to_live();
        let Some(asked_at) = asked_at.filter(lately).filter(|_| !self.0.replaying) else {
            return self.upstreams().await.cloned();
        };
        let budget = Arc::new(self.budget());
        let archive = NewerThan::new(self.archive().await.clone(), asked_at);
        Upstreams::new(self.upstream_settings().await?, budget, Arc::new(archive), self.tokens())
    }

    fn tokens(&self) -> Arc<dyn Tokens> {
        Arc::new(SharedTokens::new(self.0.store.clone()))
    }

    fn budget(&self) -> SharedBudget {
        SharedBudget::new(self.0.store.clone(), self.0.patience.clone())
    }

    /// The settings with the keys of the parameter store, unless the environment gave them. Read once.
    async fn upstream_settings(&self) -> Result<Settings, vinilogy_upstream::Error> {
        let read = || async {
            let mut settings = self.0.config.upstream.clone();
            let Some(path) = &self.0.config.upstream_keys_path else { return Ok(settings) };
            for (name, value) in aws::parameters(self.aws().await, path).await? {
                match name.as_str() {
                    "lastfm_key" => settings.lastfm_key.get_or_insert(value),
                    "discogs_token" => settings.discogs_token.get_or_insert(value),
                    "ebay_client_id" => settings.ebay_client_id.get_or_insert(value),
                    "ebay_client_secret" => settings.ebay_client_secret.get_or_insert(value),
                    _ => continue,
                };
            }
            Ok(settings)
        };
        self.0.settings.get_or_try_init(read).await.cloned()
    }
}

impl Inner {
    fn new(config: Config, aws: OnceCell<SdkConfig>, store: Store) -> Self {
        let (queues, archive, mirror, notices, uploads, upstreams, settings) = Default::default();
        let (patience, replaying) = (None, false);
        Self { config, aws, store, queues, archive, mirror, notices, uploads, upstreams, settings, patience, replaying }
    }
}
