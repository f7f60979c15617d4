//! Pages by cursor: opaque to the client, refused when it is not the one that this list gave.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

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

/// The cursor after a pressing of this year and id, for this list: the album with all filters.
pub fn cursor(list: &str, year: i16, id: i64) -> String {
    cursor_at(list, i64::from(year), id)
}

/// What [`cursor`] made for this list.
pub fn after(list: &str, cursor: &str) -> Result<(i16, i64)> {
    let (year, id) = after_key(list, cursor)?;
    i16::try_from(year).map(|year| (year, id)).map_err(|_| strange())
}

/// The cursor after the row with this key of the order and this id, for this list: its name with all filters.
pub fn cursor_at(list: &str, key: i64, id: i64) -> String {
    URL_SAFE_NO_PAD.encode(format!("{key}:{id}:{}", seal(list, key, id)))
}

/// What [`cursor_at`] made for this list.
pub fn after_key(list: &str, cursor: &str) -> Result<(i64, i64)> {
    let parse = || {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let mut parts = text.splitn(3, ':');
        let (key, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        (parts.next()? == seal(list, key, id)).then_some((key, id))
    };
    parse().ok_or_else(strange)
}

/// A cursor that this list did not give.
pub fn strange() -> Error {
    Error::BadRequest("cursor: take it from next_cursor as it is, with the same filters".to_owned())
}

/// A cursor that was changed, cut short or taken to another list would silently leave out pressings, so it carries this. It is no
/// secret: a client that makes it up reads what it may read anyway.
fn seal(list: &str, key: i64, id: i64) -> String {
    let digest = Sha256::digest(format!("{key}:{id}:{list}"));
    digest[..6].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_and_a_foreign_one_is_refused() {
        let ours = cursor("album 1", 1997, 42);
        assert_eq!(after("album 1", &ours).unwrap(), (1997, 42));
        assert!(after("album 2", &ours).is_err());
        for foreign in ["", "x", "MTk5Nw", "OTk5OTk6MQ", "MTk5Nzp4", "MTk5Nzo0Mg", "💿", &ours[1..]] {
            assert!(after("album 1", foreign).is_err(), "{foreign}");
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
