//! Names become addresses here, and only public ones come out. The connection is made to what came out, without asking again, so a
//! name that changes between a check and a call gains nothing.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use futures::future::{BoxFuture, FutureExt as _};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::address::is_public;

/// How names are looked up: the system's way, another in tests.
pub(crate) type LookUp = Arc<dyn Fn(String) -> BoxFuture<'static, std::io::Result<Vec<IpAddr>>> + Send + Sync>;

/// A resolver that gives public addresses or none.
pub(crate) struct PublicOnly(LookUp);

/// What the connection's error ends in when the name was refused.
#[derive(Debug, thiserror::Error)]
#[error("the host's address is not public")]
pub(crate) struct NotPublic;

impl PublicOnly {
    /// Over this way to look names up.
    pub(crate) fn new(look_up: LookUp) -> Self {
        Self(look_up)
    }

    /// Over the system's resolver.
    pub(crate) fn system() -> Self {
        Self::new(Arc::new(|name| {
            async move { Ok(tokio::net::lookup_host((name, 443)).await?.map(|address| address.ip()).collect()) }.boxed()
        }))
    }
}

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let found = (self.0)(name.as_str().to_owned());
        Box::pin(async move {
            let found = found.await?;
            // One private address among public ones is as suspicious as only private ones.
            if !found.iter().all(|address| is_public(*address)) {
                return Err(NotPublic.into());
            }
            // The port 0 stands for that of the URL.
            Ok(Box::new(found.into_iter().map(|address| SocketAddr::new(address, 0))) as Addrs)
        })
    }
}
