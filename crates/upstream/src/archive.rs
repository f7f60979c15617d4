//! Where every answer is kept before it is read, and where fresh ones are found again.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use futures::future::{BoxFuture, FutureExt as _};
use serde::{Deserialize, Serialize};

use crate::{Error, Exchange};

/// The memory of what was asked. Two implementations: a bucket with a table beside it for the deployed functions, and [`DirArchive`].
pub trait Archive: Send + Sync {
    /// The kept exchange of this request if it is still fresh.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the archive cannot be read.
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>>;

    /// Keeps an exchange under [`Exchange::key`]. `fresh_for`: how long [`Archive::recall`] gives it back; `None`: it is evidence only
    /// and takes the place of nothing that is fresh.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it is not safely kept; the caller reads nothing from it then.
    fn keep<'a>(&'a self, exchange: &'a Exchange, fresh_for: Option<Duration>) -> BoxFuture<'a, Result<(), Error>>;
}

/// An archive in a folder: the keys are paths below it, `fresh/<fingerprint>.json` says what may be used again.
#[derive(Debug, Clone)]
pub struct DirArchive {
    root: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Fresh {
    key: String,
    until: SystemTime,
}

impl DirArchive {
    /// Keeps below `root`, which is created when something is kept.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn index(&self, fingerprint: &str) -> PathBuf {
        self.root.join("fresh").join(format!("{fingerprint}.json"))
    }

    fn find(&self, fingerprint: &str) -> Result<Option<Exchange>, Error> {
        let Some(index) = read(&self.index(fingerprint))? else {
            return Ok(None);
        };
        let Ok(fresh) = serde_json::from_slice::<Fresh>(&index) else {
            return Ok(None);
        };
        if fresh.until <= SystemTime::now() {
            return Ok(None);
        }
        read(&self.root.join(&fresh.key))?.map(|bytes| Exchange::decode(&bytes)).transpose()
    }

    fn write(&self, exchange: &Exchange, fresh_for: Option<Duration>) -> Result<(), Error> {
        // Evidence must not overwrite what the index calls fresh, which has the same key on the same day.
        let (key, index) = match fresh_for {
            Some(fresh_for) => (exchange.key(), Some(SystemTime::now() + fresh_for)),
            None => (format!("{}.{}", exchange.key(), exchange.fetched_at.timestamp_micros()), None),
        };
        write(&self.root.join(&key), &exchange.encode()?)?;
        let Some(until) = index else { return Ok(()) };
        let line = serde_json::to_vec(&Fresh { key, until }).map_err(|error| unavailable(&self.root, &error))?;
        write(&self.index(&exchange.fingerprint), &line)
    }
}

impl Archive for DirArchive {
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>> {
        let (archive, fingerprint) = (self.clone(), fingerprint.to_owned());
        blocking(move || archive.find(&fingerprint)).boxed()
    }

    fn keep<'a>(&'a self, exchange: &'a Exchange, fresh_for: Option<Duration>) -> BoxFuture<'a, Result<(), Error>> {
        let (archive, exchange) = (self.clone(), exchange.clone());
        blocking(move || archive.write(&exchange, fresh_for)).boxed()
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    let joined = tokio::task::spawn_blocking(work).await;
    joined.unwrap_or_else(|error| Err(Error::Unavailable(format!("archive: {error}"))))
}

fn unavailable(path: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::Unavailable(format!("archive: {}: {error}", path.display()))
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unavailable(path, &error)),
    }
}

/// Writes beside and renames, so that a reader sees the old file or the new one.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).map_err(|error| unavailable(folder, &error))?;
    let beside = folder.join(format!(".{}", uuid::Uuid::new_v4()));
    std::fs::write(&beside, bytes).map_err(|error| unavailable(&beside, &error))?;
    std::fs::rename(&beside, path).map_err(|error| unavailable(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Upstream;

    fn exchange(body: &str) -> Exchange {
        Exchange {
            upstream: Upstream::Lastfm,
            endpoint: "artist.getInfo".to_owned(),
            fingerprint: "f00d".to_owned(),
            url: "https://ws.audioscrobbler.com/2.0/".to_owned(),
            fetched_at: "2026-11-21T00:00:00Z".parse().unwrap(),
            status: 200,
            headers: Vec::new(),
            complete: true,
            body: body.as_bytes().to_vec(),
        }
    }

    #[tokio::test]
    async fn only_what_is_fresh_is_recalled_and_evidence_replaces_nothing() {
        let root = std::env::temp_dir().join(format!("vinilogy-archive-{}", uuid::Uuid::new_v4()));
        let archive = DirArchive::new(&root);
        assert_eq!(archive.recall("f00d").await, Ok(None));
        archive.keep(&exchange("evidence"), None).await.unwrap();
        assert_eq!(archive.recall("f00d").await, Ok(None));
        archive.keep(&exchange("good"), Some(Duration::from_secs(60))).await.unwrap();
        archive.keep(&exchange("evidence"), None).await.unwrap();
        assert_eq!(archive.recall("f00d").await, Ok(Some(exchange("good"))));
        archive.keep(&exchange("stale"), Some(Duration::ZERO)).await.unwrap();
        assert_eq!(archive.recall("f00d").await, Ok(None));
        assert!(root.join("raw/lastfm/artist.getInfo/2026-11-21/f00d.json.zst").is_file());
        std::fs::remove_dir_all(root).unwrap();
    }

    #[tokio::test]
    async fn an_unwritable_folder_is_said() {
        let file = std::env::temp_dir().join(format!("vinilogy-archive-{}", uuid::Uuid::new_v4()));
        std::fs::write(&file, "in the way").unwrap();
        let kept = DirArchive::new(&file).keep(&exchange("{}"), None).await;
        assert!(matches!(kept, Err(Error::Unavailable(_))), "{kept:?}");
        std::fs::remove_file(file).unwrap();
    }
}
