//! Where a dump comes from: a file or a stream, compressed or not.
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use sha2::{Digest as _, Sha256};

use crate::Error;

/// These many first bytes tell one file from another.
const HEAD: usize = 64 * 1024;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A dump that can be read once, from its beginning.
pub struct Source {
    /// Its name, without folder.
    pub name: String,
    /// Its size as it lies there; 0 of a stream.
    pub bytes: u64,
    /// SHA-256 of its first bytes.
    pub head: [u8; 32],
    reader: Box<dyn Read + Send>,
    read: Arc<AtomicU64>,
}

impl Source {
    /// A file; `-` is the standard input.
    ///
    /// # Errors
    /// [`Error::Unreadable`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let unreadable = |source| Error::Unreadable { file: path.display().to_string(), source };
        if path == Path::new("-") {
            return Self::new("-".to_owned(), 0, io::stdin()).map_err(unreadable);
        }
        let file = File::open(path).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        Self::new(name, bytes, file).map_err(unreadable)
    }

    /// Any stream, of which `bytes` are expected.
    ///
    /// # Errors
    /// When its first bytes cannot be read.
    pub fn new(name: String, bytes: u64, mut stream: impl Read + Send + 'static) -> io::Result<Self> {
        let mut head = Vec::with_capacity(HEAD);
        stream.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
        let digest = Sha256::digest(&head).into();
        let read = Arc::new(AtomicU64::new(0));
        let compressed = head.starts_with(&GZIP);
        let whole = Counted { inner: io::Cursor::new(head).chain(stream), read: Arc::clone(&read) };
        let reader: Box<dyn Read + Send> = if compressed {
            Box::new(MultiGzDecoder::new(io::BufReader::with_capacity(HEAD, whole)))
        } else {
            Box::new(whole)
        };
        Ok(Self { name, bytes, head: digest, reader, read })
    }

    /// How many bytes have been read as they lie there.
    #[must_use]
    pub fn consumed(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }
}

impl Read for Source {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.reader.read(into)
    }
}

struct Counted<R> {
    inner: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(into)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
