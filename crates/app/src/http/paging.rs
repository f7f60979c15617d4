//! Pages by cursor: opaque to the client, refused when it is not one of ours.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{Error, Result};

/// Rows of a page unless asked otherwise, and at most.
const DEFAULT_LIMIT: i64 = 50;
const LARGEST_LIMIT: i64 = 100;

/// A limit of 1 to 100.
pub fn limit(asked: Option<i64>) -> Result<i64> {
    match asked.unwrap_or(DEFAULT_LIMIT) {
        limit @ 1..=LARGEST_LIMIT => Ok(limit),
        _ => Err(Error::BadRequest(format!("limit: must be 1 to {LARGEST_LIMIT}"))),
    }
}

/// The cursor after a pressing of this year and id.
pub fn cursor(year: i16, id: i64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{year}:{id}"))
}

/// What [`cursor`] made.
pub fn after(cursor: &str) -> Result<(i16, i64)> {
    let parse = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let (year, id) = text.split_once(':')?;
        Some((year.parse().ok()?, id.parse().ok()?))
    };
    parse().ok_or_else(|| Error::BadRequest("cursor: take it from next_cursor as it is".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_and_a_foreign_one_is_refused() {
        assert_eq!(after(&cursor(1997, 42)).unwrap(), (1997, 42));
        for foreign in ["", "x", "MTk5Nw", "OTk5OTk6MQ", "MTk5Nzp4", "💿"] {
            assert!(after(foreign).is_err(), "{foreign}");
        }
    }

    #[test]
    fn a_limit_is_bounded() {
        assert_eq!(limit(None).unwrap(), 50);
        assert_eq!(limit(Some(100)).unwrap(), 100);
        for asked in [0, -1, 101, i64::MAX] {
            assert!(limit(Some(asked)).is_err());
        }
    }
}
