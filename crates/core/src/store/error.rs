//! What a question to the store may fail with; a variant exists only where a caller acts differently.
use std::error::Error as StdError;

use deadpool_postgres::PoolError;
use tokio_postgres::error::SqlState;

/// A failed question to the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such row.
    #[error("not found")]
    NotFound,
    /// A constraint refused the write; holds its name.
    #[error("conflict with {0}")]
    Conflict(String),
    /// The database is away, full or read-only for now: try again later.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// The statement itself failed.
    #[error("statement {statement} failed: {}", explain(source))]
    Query {
        /// Which statement, as `file.name` of `core/queries`.
        statement: &'static str,
        /// What the driver said.
        source: tokio_postgres::Error,
    },
}

impl Error {
    /// Whether Postgres undid the transaction in favour of another, so that the same work may succeed at once.
    pub(crate) fn is_transaction_conflict(&self) -> bool {
        matches!(self, Self::Query { source, .. } if matches!(
            source.code(),
            Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED)
        ))
    }

    fn of(statement: &'static str, source: tokio_postgres::Error) -> Self {
        let Some(db) = source.as_db_error() else {
            return if source.is_closed() || source.code().is_none() && is_io(&source) {
                Self::Unavailable(explain(&source))
            } else {
                Self::Query { statement, source }
            };
        };
        match (db.code(), db.constraint()) {
            (
                &SqlState::UNIQUE_VIOLATION
                | &SqlState::FOREIGN_KEY_VIOLATION
                | &SqlState::CHECK_VIOLATION
                | &SqlState::EXCLUSION_VIOLATION,
                Some(constraint),
            ) => Self::Conflict(constraint.to_owned()),
            (code, _) if is_away(code) => Self::Unavailable(db.message().to_owned()),
            _ => Self::Query { statement, source },
        }
    }
}

/// Shut down, starting, out of connections, or read-only: states that pass by themselves.
fn is_away(code: &SqlState) -> bool {
    let class = &code.code()[..2];
    class == "08"
        || class == "57" && *code != SqlState::QUERY_CANCELED
        || class == "53"
        || *code == SqlState::READ_ONLY_SQL_TRANSACTION
}

fn is_io(error: &tokio_postgres::Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        if cause.is::<std::io::Error>() {
            return true;
        }
        source = cause.source();
    }
    false
}

/// The driver's own text is "db error"; what happened stands in its source.
fn explain(error: &tokio_postgres::Error) -> String {
    error.source().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"))
}

impl From<PoolError> for Error {
    fn from(error: PoolError) -> Self {
        match error {
            PoolError::Backend(source) => Self::Unavailable(explain(&source)),
            other => Self::Unavailable(other.to_string()),
        }
    }
}

/// Names the statement that failed.
pub(crate) trait At<T> {
    /// `statement` is `file.name` of `core/queries`.
    fn at(self, statement: &'static str) -> Result<T, Error>;
}

impl<T> At<T> for Result<T, tokio_postgres::Error> {
    fn at(self, statement: &'static str) -> Result<T, Error> {
        self.map_err(|source| Error::of(statement, source))
    }
}
