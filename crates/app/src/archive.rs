//! The archive of raw responses: objects in S3, and a row per request that says which is fresh.
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_s3::{Client, error::DisplayErrorContext, primitives::ByteStream};
use vinilogy_core::store::{RequestRow, Store};
use vinilogy_upstream::{Archive, BoxFuture, Error, Exchange};

use crate::Config;

/// [`Archive`] over a bucket and the `upstream_requests` table.
#[derive(Clone)]
pub struct S3Archive {
    client: Client,
    bucket: String,
    store: Store,
}

impl S3Archive {
    pub(crate) fn new(config: &Config, aws: &SdkConfig, store: Store) -> Self {
        // Every S3 server understands path style; a local one understands nothing else.
        let settings = aws_sdk_s3::config::Builder::from(aws).force_path_style(aws.endpoint_url().is_some());
        Self { client: Client::from_conf(settings.build()), bucket: config.archive_bucket.clone(), store }
    }

    async fn find(&self, fingerprint: &str) -> Result<Option<Exchange>, Error> {
        let Some(key) = self.store.fresh_archive_key(fingerprint).await.map_err(unavailable)? else { return Ok(None) };
        let object = self.client.get_object().bucket(&self.bucket).key(&key).send().await;
        let object = match object {
            Ok(object) => object,
            // The object was removed by hand or by the bucket's lifecycle: ask the upstream again.
            Err(e) if e.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            Err(e) => return Err(unavailable(DisplayErrorContext(e))),
        };
        let bytes = object.body.collect().await.map_err(unavailable)?.into_bytes();
        Exchange::decode(&bytes).map(Some)
    }

    async fn write(&self, exchange: &Exchange, fresh_for: Option<Duration>) -> Result<(), Error> {
        // Evidence must not replace what is fresh, which has the same key on the same day.
        let key = match fresh_for {
            Some(_) => exchange.key(),
            None => format!("{}.{}", exchange.key(), exchange.fetched_at.timestamp_micros()),
        };
        let body = ByteStream::from(exchange.encode()?);
        let put = self.client.put_object().bucket(&self.bucket).key(&key).content_type("application/zstd").body(body);
        put.send().await.map_err(|e| unavailable(DisplayErrorContext(e)))?;
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
