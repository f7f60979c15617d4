//! Our own copies: objects below `images/` of the archive's bucket, named by the bytes that they were drawn from.
use aws_config::SdkConfig;
use aws_sdk_s3::{Client, error::DisplayErrorContext, primitives::ByteStream};
use vinilogy_images::{Rendition, key};
use vinilogy_upstream::Error;

use crate::Config;

/// What the objects and the answers of the route say of themselves: the name changes when the picture does.
pub const FOREVER: &str = "public, max-age=31536000, immutable";

/// The mirror.
#[derive(Clone)]
pub struct Mirror {
    client: Client,
    bucket: String,
}

impl Mirror {
    pub(crate) fn new(config: &Config, aws: &SdkConfig) -> Self {
        let settings = aws_sdk_s3::config::Builder::from(aws).force_path_style(aws.endpoint_url().is_some());
        Self { client: Client::from_conf(settings.build()), bucket: config.archive_bucket.clone() }
    }

    /// Stores a picture's sizes. Again is the same: the key says what is in it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when one of them is not safely stored.
    pub async fn put(&self, hash: &str, drawn: Vec<Rendition>) -> Result<(), Error> {
        let puts = drawn.into_iter().map(|Rendition { size, webp }| {
            let put = self.client.put_object().bucket(&self.bucket).key(key(hash, size));
            put.content_type("image/webp").cache_control(FOREVER).body(ByteStream::from(webp)).send()
        });
        futures::future::try_join_all(puts).await.map(drop).map_err(|e| unavailable(DisplayErrorContext(e)))
    }

    /// One size of a picture, if it is there.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the bucket does not answer.
    pub async fn get(&self, hash: &str, size: u16) -> Result<Option<Vec<u8>>, Error> {
        let object = self.client.get_object().bucket(&self.bucket).key(key(hash, size)).send().await;
        let object = match object {
            Ok(object) => object,
            // To one who may not list, S3 says of a missing object that it is forbidden.
            Err(e) if e.raw_response().is_some_and(|r| matches!(r.status().as_u16(), 403 | 404)) => return Ok(None),
            Err(e) => return Err(unavailable(DisplayErrorContext(e))),
        };
        Ok(Some(object.body.collect().await.map_err(unavailable)?.to_vec()))
    }
}

fn unavailable(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(format!("mirror: {error}"))
}
