//! Files that listeners and operators send: objects below `imports/` of the bucket, written by whoever holds a signed address and read in
//! parts.
use std::time::Duration;

use aws_config::SdkConfig;
use aws_sdk_s3::{Client, error::DisplayErrorContext, presigning::PresigningConfig, primitives::ByteStream};

use crate::Config;

/// The bucket's files.
#[derive(Clone)]
pub struct Uploads {
    client: Client,
    bucket: String,
}

/// The bucket is away or refuses.
#[derive(Debug, thiserror::Error)]
#[error("uploads: {0}")]
pub struct UploadError(String);

/// Some of a file.
#[derive(Debug)]
pub struct Chunk {
    /// From where it was asked for, at most as many as asked for.
    pub bytes: Vec<u8>,
    /// Bytes of the whole file.
    pub size: u64,
    /// Which content this is of.
    pub etag: String,
}

impl Uploads {
    pub(crate) fn new(config: &Config, aws: &SdkConfig) -> Self {
        // Every S3 server understands path style; a local one understands nothing else.
        let settings = aws_sdk_s3::config::Builder::from(aws).force_path_style(aws.endpoint_url().is_some());
        Self { client: Client::from_conf(settings.build()), bucket: config.archive_bucket.clone() }
    }

    /// An address to which a file may be sent with `PUT`, for a while.
    ///
    /// # Errors
    /// When nothing can be signed.
    pub async fn address(&self, key: &str, valid: Duration) -> Result<String, UploadError> {
        let signing = PresigningConfig::expires_in(valid).map_err(|e| UploadError(e.to_string()))?;
        let put = self.client.put_object().bucket(&self.bucket).key(key).presigned(signing).await.map_err(failed)?;
        Ok(put.uri().to_owned())
    }

    /// Sends a file.
    ///
    /// # Errors
    /// When the bucket does not take it.
    pub async fn put(&self, key: &str, file: ByteStream) -> Result<(), UploadError> {
        let put = self.client.put_object().bucket(&self.bucket).key(key).content_type("text/csv").body(file);
        put.send().await.map(drop).map_err(failed)
    }

    /// Up to `length` bytes of a file from this place on; `None` when there is no such file.
    ///
    /// # Errors
    /// When the bucket does not answer.
    pub async fn read(&self, key: &str, from: u64, length: usize) -> Result<Option<Chunk>, UploadError> {
        let range = format!("bytes={from}-{}", from + length as u64 - 1);
        let object = match self.client.get_object().bucket(&self.bucket).key(key).range(range).send().await {
            Ok(object) => object,
            Err(error) if error.as_service_error().is_some_and(|e| e.is_no_such_key()) => return Ok(None),
            // Nothing lies behind the end of a file; an empty one has nothing at all.
            Err(error) if error.raw_response().is_some_and(|r| r.status().as_u16() == 416) => {
                return Ok(Some(Chunk { bytes: Vec::new(), size: 0, etag: String::new() }));
            }
            Err(error) => return Err(failed(error)),
        };
        let etag = object.e_tag().unwrap_or_default().to_owned();
        let whole = object.content_range().and_then(|range| range.rsplit('/').next()?.parse().ok());
        let bytes = object.body.collect().await.map_err(|e| UploadError(e.to_string()))?.to_vec();
        let size = whole.unwrap_or(from + bytes.len() as u64);
        Ok(Some(Chunk { bytes, size, etag }))
    }
}

fn failed(error: impl std::error::Error) -> UploadError {
    UploadError(DisplayErrorContext(error).to_string())
}
