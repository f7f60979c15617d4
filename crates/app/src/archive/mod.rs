//! The archive of raw responses: objects in S3, and a row per request that says where its answer lies and until when it is fresh.
mod objects;
mod packing;
mod restoring;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_s3::{Client, error::DisplayErrorContext, primitives::ByteStream};
use vinilogy_core::store::{Place, RequestRow, Store};
use vinilogy_upstream::{Archive, BoxFuture, Error, Exchange, Unpacker};

pub use objects::{Held, Kind, Object};
pub use packing::Pack;
pub use restoring::Restored;

use crate::Config;

/// [`Archive`] over a bucket and the `upstream_requests` table.
#[derive(Clone)]
pub struct S3Archive {
    client: Client,
    bucket: String,
    store: Store,
    requests: Arc<AtomicU64>,
}

impl S3Archive {
    pub(crate) fn new(config: &Config, aws: &SdkConfig, store: Store) -> Self {
        // Every S3 server understands path style; a local one understands nothing else.
        let settings = aws_sdk_s3::config::Builder::from(aws).force_path_style(aws.endpoint_url().is_some());
        Self {
            client: Client::from_conf(settings.build()),
            bucket: config.archive_bucket.clone(),
            store,
            requests: Arc::default(),
        }
    }

    /// How many requests this process has sent to the bucket.
    pub fn requests(&self) -> u64 {
        self.requests.load(Ordering::Relaxed)
    }

    fn count_request(&self) {
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    async fn find(&self, fingerprint: &str) -> Result<Option<Exchange>, Error> {
        let place = || async { self.store.fresh_place(fingerprint).await.map_err(unavailable) };
        let Some(first) = place().await? else { return Ok(None) };
        if let Some(exchange) = self.read(fingerprint, &first).await? {
            return Ok(Some(exchange));
        }
        // It was packed and deleted since the row was read, or removed by hand: then the upstream is asked again.
        match place().await?.filter(|now| *now != first) {
            Some(now) => self.read(fingerprint, &now).await,
            None => Ok(None),
        }
    }

    /// Where the newest exchange of this request lies, however old it is.
    pub(crate) async fn newest(&self, fingerprint: &str) -> Result<Option<Place>, Error> {
        self.store.newest_place(fingerprint).await.map_err(unavailable)
    }

    /// The exchange at a place; `None` when there is no such object.
    pub(crate) async fn read(&self, fingerprint: &str, place: &Place) -> Result<Option<Exchange>, Error> {
        let Some(bytes) = self.bytes(place).await? else { return Ok(None) };
        match place.block {
            Some(_) => Unpacker::find(&bytes, fingerprint, place.fetched_at).map(Some),
            None => Exchange::decode(&bytes).map(Some),
        }
    }

    /// An object, or a block of a pack; `None` when there is no such object.
    pub(crate) async fn bytes(&self, place: &Place) -> Result<Option<Vec<u8>>, Error> {
        let range = place.block.map(|(offset, length)| format!("bytes={offset}-{}", offset + i64::from(length) - 1));
        self.get(&place.key, range).await
    }

    async fn get(&self, key: &str, range: Option<String>) -> Result<Option<Vec<u8>>, Error> {
        self.count_request();
        let object = match self.client.get_object().bucket(&self.bucket).key(key).set_range(range).send().await {
            Ok(object) => object,
            Err(e) if e.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            Err(e) => return Err(unavailable(DisplayErrorContext(e))),
        };
        Ok(Some(object.body.collect().await.map_err(unavailable)?.to_vec()))
    }

    async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), Error> {
        self.count_request();
        let put = self.client.put_object().bucket(&self.bucket).key(key).content_type("application/zstd");
        let put = put.body(ByteStream::from(bytes)).send().await;
        put.map(drop).map_err(|e| unavailable(DisplayErrorContext(e)))
    }

    async fn write(&self, exchange: &Exchange, fresh_for: Option<Duration>) -> Result<(), Error> {
        // Evidence must not replace what is fresh, which has the same key on the same day.
        let key = match fresh_for {
            Some(_) => exchange.key(),
            None => format!("{}.{}", exchange.key(), exchange.fetched_at.timestamp_micros()),
        };
        self.put(&key, exchange.encode()?).await?;
        let row = RequestRow {
            fingerprint: &exchange.fingerprint,
            upstream: exchange.upstream.name(),
            endpoint: &exchange.endpoint,
            url: &exchange.url,
            status: exchange.status,
            archive_key: &key,
            bytes: exchange.body.len(),
            fetched_at: exchange.fetched_at,
            fresh_for,
        };
        self.store.save_request(&row).await.map_err(unavailable)
    }
}

impl Archive for S3Archive {
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>> {
        Box::pin(self.find(fingerprint))
    }

    fn keep<'a>(&'a self, exchange: &'a Exchange, fresh_for: Option<Duration>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.write(exchange, fresh_for))
    }
}

fn unavailable(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(format!("archive: {error}"))
}
