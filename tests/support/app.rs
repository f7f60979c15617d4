//! The product in the process: its routes, its jobs and its queues, over real servers.
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use aws_config::SdkConfig;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use uuid::Uuid;
use vinilogy_app::{Config, Context, http};
use vinilogy_core::store::Store;
use vinilogy_sim::{Limit, Limits, Options, Sim, World};
use vinilogy_upstream::{Rate, Settings};

use crate::{TestDatabase, stack};

/// The built-in world, made once per test program.
pub fn world() -> Arc<World> {
    static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| Arc::new(World::builtin(1)));
    WORLD.clone()
}

/// The product of one test.
pub struct TestApp {
    /// Store, queues, archive and upstream clients.
    pub context: Context,
    /// The upstreams.
    pub sim: Sim,
    /// The database beneath the store.
    pub database: TestDatabase,
    pub(crate) config: Config,
    pub(crate) aws: SdkConfig,
}

/// What a route answered.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: StatusCode,
    /// All headers.
    pub headers: axum::http::HeaderMap,
    /// The body as JSON; null when empty.
    pub body: Value,
}

impl TestApp {
    /// With a simulator that is never in the way: rates far beyond what a test sends.
    pub async fn start() -> Self {
        Self::with(Rate { calls: 60_000, per: Duration::from_secs(1) }, |_| {}).await
    }

    /// With this rate on both sides, and a change to the configuration.
    pub async fn with(rate: Rate, change: impl FnOnce(&mut Config)) -> Self {
        let database = TestDatabase::create().await;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let limit = Limit::new(rate.calls, rate.per);
        let limits = Limits {
            lastfm: limit,
            musicbrainz: limit,
            discogs: limit,
            coverartarchive: limit,
            ebay: limit,
            ecb: limit,
            shops: limit,
        };
        let options = Options { limits, latency: Duration::ZERO };
        let sim = Sim::start(world(), options, address).await.expect("the simulator starts");
        let prefix = format!("t{}-", Uuid::new_v4().simple());
        let mut config = Config {
            database: database.settings(8),
            queue_url_prefix: format!("{}/000000000000/{prefix}", stack().aws_endpoint_url),
            archive_bucket: format!("{prefix}archive"),
            upstream: upstream(&sim, rate),
            upstream_keys_path: None,
            artists_per_day: 100,
            notifications_topic: None,
            log: "warn".to_owned(),
        };
        change(&mut config);
        let aws = aws();
        let context = Context::reaching(config.clone(), aws.clone()).expect("context");
        let app = Self { context, sim, database, config, aws };
        app.create_queues_and_bucket().await;
        app
    }

    /// Another sandbox of the same deployment: a pool, clients and pacing of its own.
    pub fn sandbox(&self) -> Context {
        Context::reaching(self.config.clone(), self.aws.clone()).expect("context")
    }

    /// The store.
    pub fn store(&self) -> &Store {
        self.context.store()
    }

    /// `GET` without a token.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, None).await
    }

    /// `GET` with a listener's token.
    pub async fn get_as(&self, token: &str, path: &str) -> Reply {
        self.send(Method::GET, path, Some(token), None).await
    }

    /// `POST` of JSON.
    pub async fn post(&self, token: Option<&str>, path: &str, body: &Value) -> Reply {
        self.send(Method::POST, path, token, Some(body.to_string().into())).await
    }

    /// Any request with a JSON body.
    pub async fn send(&self, method: Method, path: &str, token: Option<&str>, body: Option<Vec<u8>>) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if body.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        self.call(request.body(Body::from(body.unwrap_or_default())).expect("a request")).await
    }

    /// `GET` of what is not JSON: status, headers and body.
    pub async fn get_bytes(&self, path: &str) -> (StatusCode, axum::http::HeaderMap, Vec<u8>) {
        let request = Request::get(path).body(Body::empty()).expect("a request");
        let response = http::serve(http::all(), self.context.clone()).oneshot(request).await.expect("infallible");
        let (parts, body) = response.into_parts();
        (parts.status, parts.headers, body.collect().await.expect("a body").to_bytes().to_vec())
    }

    /// Sends a request to all routes.
    pub async fn call(&self, request: Request<Body>) -> Reply {
        let routes = http::serve(http::all(), self.context.clone());
        let response = routes.oneshot(request).await.expect("routes are infallible");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).expect("JSON") };
        Reply { status: parts.status, headers: parts.headers, body }
    }
}

fn upstream(sim: &Sim, rate: Rate) -> Settings {
    let mut settings =
        Settings { lastfm_key: Some("0123456789abcdef0123456789abcdef".to_owned()), ..Settings::default() };
    settings.image_origins = vec![sim.url()];
    settings.discogs_token = Some("token".to_owned());
    settings.ebay_client_id = Some("id".to_owned());
    settings.ebay_client_secret = Some("secret".to_owned());
    settings.ebay_campaign_id = Some("5338123456".to_owned());
    let vendors = [
        (&mut settings.lastfm, sim.lastfm_url()),
        (&mut settings.musicbrainz, sim.musicbrainz_url()),
        (&mut settings.discogs, sim.discogs_url()),
        (&mut settings.coverartarchive, sim.coverartarchive_url()),
        (&mut settings.ebay, sim.ebay_url()),
        (&mut settings.ecb, sim.ecb_url()),
        (&mut settings.shops, sim.url()),
    ];
    for (vendor, url) in vendors {
        vendor.url = url;
        vendor.rate = rate;
        vendor.deadline = Duration::from_secs(5);
    }
    settings
}

fn aws() -> SdkConfig {
    let variable = |name: &str| stack().variables.get(name).cloned();
    let id = variable("AWS_ACCESS_KEY_ID").unwrap_or_else(|| "local".to_owned());
    let secret = variable("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|| "local".to_owned());
    let region = variable("AWS_REGION").unwrap_or_else(|| "eu-west-1".to_owned());
    vinilogy_app::aws::at(&stack().aws_endpoint_url, &region, &id, &secret)
}
