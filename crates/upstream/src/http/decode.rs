//! From a kept exchange to typed data, with the path of what does not fit.

use serde::de::DeserializeOwned;

use super::classify::classify;
use crate::{Error, Exchange};

/// The wire type in an exchange.
///
/// # Errors
/// The error that the exchange stands for, or [`Error::Malformed`] with the path of the first value that does not fit.
pub(crate) fn decode<T: DeserializeOwned>(exchange: &Exchange) -> Result<T, Error> {
    classify(exchange).into_result()?;
    let mut deserializer = serde_json::Deserializer::from_slice(&exchange.body);
    serde_path_to_error::deserialize(&mut deserializer).map_err(|error| Error::Malformed { field: field(&error) })
}

/// `versions[3].id: missing` or `versions[3].year: invalid type…`. Serde reports a missing field at its parent.
fn field(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let path = error.path().to_string();
    let path = if path == "." { "" } else { path.as_str() };
    let inner = error.inner().to_string();
    let reason = inner.split(" at line ").next().unwrap_or_default();
    match reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        Some(missing) if path.is_empty() => format!("{missing}: missing"),
        Some(missing) => format!("{path}.{missing}: missing"),
        None if path.is_empty() => reason.to_owned(),
        None => format!("{path}: {}", without_values(reason)),
    }
}

/// Serde quotes the value that does not fit; values stay in the archive and out of the logs.
fn without_values(reason: &str) -> &str {
    if reason.starts_with("invalid value") || reason.starts_with("invalid type: string") {
        reason.rsplit_once(", expected ").map_or("unexpected value", |(_, expected)| expected)
    } else {
        reason
    }
}
