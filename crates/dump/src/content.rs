//! What a file of the dump holds, and how its records become rows.
use memchr::memmem::Finder;
use vinilogy_core::store::DumpBatch;

use crate::{Malformed, listing, release, translate};

/// A file of the monthly dump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// `releases.xml`: every vinyl release becomes a pressing of an album.
    Releases,
    /// `masters.xml`: names and years of albums.
    Masters,
    /// `artists.xml`: the names under which artists appear.
    Artists,
}

impl Content {
    /// The element that holds all records, which is also what the store calls the content.
    #[must_use]
    pub const fn root(self) -> &'static str {
        match self {
            Self::Releases => "releases",
            Self::Masters => "masters",
            Self::Artists => "artists",
        }
    }

    /// With what each record begins, and nothing else.
    pub(crate) const fn mark(self) -> &'static str {
        match self {
            Self::Releases => "<release ",
            Self::Masters => "<master ",
            Self::Artists => "<artist>",
        }
    }

    const fn close(self) -> &'static [u8] {
        match self {
            Self::Releases => b"</release>",
            Self::Masters => b"</master>",
            Self::Artists => b"</artist>",
        }
    }
}

/// Reads records of one content into batches.
pub(crate) struct Reader {
    content: Content,
    vinyl: Finder<'static>,
}

impl Reader {
    pub(crate) fn new(content: Content) -> Self {
        Self { content, vinyl: Finder::new("Vinyl") }
    }

    /// Adds the record to the batch, when it is one that is wanted.
    pub(crate) fn read(&self, record: &[u8], batch: &mut DumpBatch) -> Result<(), Malformed> {
        let whole = record.trim_ascii_end().ends_with(self.content.close());
        // Most of what is not vinyl is recognised without parsing it.
        if whole && self.content == Content::Releases && self.vinyl.find(record).is_none() {
            return Ok(());
        }
        let text = std::str::from_utf8(record).map_err(|error| Malformed(error.to_string()))?;
        match self.content {
            Content::Releases => {
                let release = release::read(text)?;
                if release.is_vinyl() {
                    translate::release(batch, release);
                }
            }
            Content::Masters => translate::master(batch, &listing::read_master(text)?),
            Content::Artists => translate::artist(batch, &listing::read_artist(text)?),
        }
        Ok(())
    }
}
