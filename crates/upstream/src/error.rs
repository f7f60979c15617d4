//! What can go wrong with an upstream, one variant per thing that a caller does differently.

use std::time::Duration;

/// The failure of one upstream call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The upstream is sure that it has nothing under this name or number, or will never give it to us: do not ask again soon.
    #[error("not found upstream")]
    NotFound,
    /// The budget or the upstream says "slow down". Come back after the duration, or when convenient if there is none.
    #[error("rate limited{}", .0.map(|wait| format!(", come back after {} ms", wait.as_millis())).unwrap_or_default())]
    RateLimited(Option<Duration>),
    /// The upstream refuses our credentials or our agent: every further call fails until a person mends it.
    #[error("refused by the upstream: {0}")]
    Unauthorized(String),
    /// No usable answer this time (network, deadline, 5xx, broken body, archive not writable): try again later.
    #[error("upstream unavailable: {0}")]
    Unavailable(String),
    /// Nothing may be sent and the archive has no answer: only a replay meets this.
    #[error("not in the archive")]
    NotArchived,
    /// Ours to mend: an answer does not have the shape of the contract (`field` is the path, such as `versions[3].id`, and what is
    /// wrong with it), or the upstream calls our request wrong (`field` is its status or code and its words). The answer is in the
    /// archive.
    #[error("malformed: {field}")]
    Malformed {
        /// Where the contract is broken.
        field: String,
    },
}
