//! One way to reach AWS: region and credentials of the environment, rustls with ring, and `AWS_ENDPOINT_URL` on one machine.
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_sqs::config::{Credentials, SharedCredentialsProvider, SharedHttpClient};
use aws_smithy_http_client::{Builder, tls};
use vinilogy_upstream::Error;

/// Shared by the clients of one process.
pub(crate) async fn sdk_config() -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest()).http_client(http_client()).load().await
}

/// An AWS of this machine, by its address; nothing of the environment is read.
pub fn at(endpoint_url: &str, region: &str, key_id: &str, secret: &str) -> SdkConfig {
    let keys = Credentials::new(key_id, secret, None, None, "local");
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new(region.to_owned()))
        .endpoint_url(endpoint_url)
        .credentials_provider(SharedCredentialsProvider::new(keys))
        .http_client(http_client())
        .build()
}

/// HTTPS as everywhere else in the product.
fn http_client() -> SharedHttpClient {
    Builder::new().tls_provider(tls::Provider::Rustls(tls::rustls_provider::CryptoMode::Ring)).build_https()
}

/// The parameters below a path, by the last part of their name. A missing one is a key we do not have.
pub(crate) async fn parameters(config: &SdkConfig, path: &str) -> Result<Vec<(String, String)>, Error> {
    let client = aws_sdk_ssm::Client::new(config);
    let answer = client.get_parameters_by_path().path(path).with_decryption(true).send().await;
    let answer = answer.map_err(|e| {
        Error::Unavailable(format!("parameters below {path}: {}", aws_sdk_ssm::error::DisplayErrorContext(e)))
    })?;
    let parameters = answer.parameters.unwrap_or_default().into_iter();
    Ok(parameters
        .filter_map(|p| Some((p.name?.rsplit('/').next()?.to_owned(), p.value?)))
        // A parameter cannot be empty, so a placeholder stands where no key is known yet.
        .filter(|(_, value)| value != "unset")
        .collect())
}
