//! How a pool is opened: TLS unless the URL disables it, bounded waits, few connections.
use std::{path::PathBuf, str::FromStr, sync::Arc, time::Duration};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime, Timeouts};
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore, pki_types::CertificateDer};
use tokio_postgres::{Config, NoTls, config::SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{Error, Result};

/// How to reach the database.
#[derive(Clone)]
pub struct DatabaseSettings {
    /// `postgres://user:password@host/name?sslmode=…`; `sslmode=disable` is the only way to an unencrypted connection.
    pub url: String,
    /// A PEM file with the authority that signed the server's certificate; without one, the public roots.
    pub ca_file: Option<PathBuf>,
    /// Most connections at once. A function works on one request at a time and needs few.
    pub connections: usize,
}

/// How long a caller waits for a connection before it is told that none is to be had.
const WAIT: Duration = Duration::from_secs(3);

pub(super) fn pool(settings: &DatabaseSettings) -> Result<Pool> {
    let mut config = Config::from_str(&settings.url).map_err(|e| Error::Unavailable(format!("DATABASE_URL: {e}")))?;
    config.connect_timeout(WAIT).application_name("vinilogy");
    if config.get_options().is_none() {
        // A statement of ours takes milliseconds; one that takes 20 s would outlive the function that waits for it.
        // A part of a name is alike when more than half of it is the same.
        config.options(concat!(
            "-c statement_timeout=20000 -c idle_in_transaction_session_timeout=20000 ",
            "-c pg_trgm.word_similarity_threshold=0.51"
        ));
    }
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match config.get_ssl_mode() {
        SslMode::Disable => Manager::from_config(config, NoTls, recycling),
        _ => Manager::from_config(config, MakeRustlsConnect::new(tls(settings)?), recycling),
    };
    let timeouts = Timeouts { wait: Some(WAIT), create: Some(WAIT), recycle: Some(WAIT) };
    Pool::builder(manager)
        .max_size(settings.connections)
        .runtime(Runtime::Tokio1)
        .timeouts(timeouts)
        .build()
        .map_err(|e| Error::Unavailable(e.to_string()))
}

fn tls(settings: &DatabaseSettings) -> Result<ClientConfig> {
    let unreadable = |e: &dyn std::fmt::Display| Error::Unavailable(format!("certificate authority: {e}"));
    let mut roots = RootCertStore::empty();
    match &settings.ca_file {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            for certificate in CertificateDer::pem_file_iter(file).map_err(|e| unreadable(&e))? {
                roots.add(certificate.map_err(|e| unreadable(&e))?).map_err(|e| unreadable(&e))?;
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| unreadable(&e))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
