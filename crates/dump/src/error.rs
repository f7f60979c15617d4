//! What a load may fail with, and what is wrong with a record that is passed over.

/// A load ended early. What was committed stays, and the same command goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read.
    #[error("{file} cannot be read: {source}")]
    Unreadable {
        /// Its name.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The compressed stream ends in the middle, or is damaged.
    #[error(
        "{file} is cut off or damaged after {records} records ({source}); what was read is loaded, and loading the whole file goes on from there"
    )]
    Truncated {
        /// Its name.
        file: String,
        /// Whole records before that.
        records: u64,
        /// What the decompressor said.
        source: std::io::Error,
    },
    /// There is no record of the kind in it.
    #[error("{file} is not a dump: it does not begin with <{wanted}>")]
    NotADump {
        /// Its name.
        file: String,
        /// The element that a dump begins with.
        wanted: &'static str,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] vinilogy_core::store::Error),
    /// A thread of the load ended with a panic, which has been printed.
    #[error("reading the dump failed")]
    Panicked,
}

/// A record that cannot be read. It is reported, counted and passed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub String);

impl From<quick_xml::Error> for Malformed {
    fn from(error: quick_xml::Error) -> Self {
        Self(error.to_string())
    }
}
