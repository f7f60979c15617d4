//! Fetches a stock list.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::http::{Call, Http, classify};
use crate::outside::{Failure, Outside};
use crate::{Error, Exchange, Fetch};

/// The largest list that is read: 200,000 records at 250 bytes each.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;

/// The client of shops, in one pace for all of them.
#[derive(Clone)]
pub struct Shops {
    http: Arc<Http>,
    outside: Outside,
}

/// A list as a shop gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stock {
    /// The address that it was asked for by.
    pub url: String,
    /// What the shop calls it, in lower case and without parameters: `text/csv`, `application/json`, often something else.
    pub content_type: Option<String>,
    /// What the shop says that its characters are encoded in.
    pub charset: Option<String>,
    /// At most [`MOST_BYTES`], in any encoding.
    pub bytes: Vec<u8>,
    /// When it was read; a list from the archive may be hours old.
    pub fetched_at: DateTime<Utc>,
}

impl Shops {
    pub(crate) fn new(http: Arc<Http>, outside: Outside) -> Self {
        Self { http, outside }
    }

    /// The list behind an address. It must be of the open internet and HTTPS (`http:` is called as that).
    ///
    /// # Errors
    /// Every [`Error`]: [`Error::Malformed`] for an address that may not be called, and a list that is too large; [`Error::Unavailable`]
    /// also for a web page in its place; [`Error::RateLimited`] when this shop, or we for all of them, want to wait.
    pub async fn fetch(&self, address: &str, fetch: Fetch) -> Result<Stock, Error> {
        let refused = |failure| match failure {
            Failure::Refused(why) | Failure::Silent { why, .. } => {
                Error::Malformed { field: format!("address: {why}") }
            }
        };
        let url = self.outside.read(address).map_err(refused)?;
        read_stock(self.http.fetch(Call::new("stock", url.as_str(), Vec::new()), fetch).await?)
    }
}

/// Reads an archived list.
///
/// # Errors
/// What the exchange stands for.
pub fn read_stock(exchange: Exchange) -> Result<Stock, Error> {
    classify(&exchange).into_result()?;
    let said = exchange.header("content-type").unwrap_or_default().to_lowercase();
    let mut parts = said.split(';').map(str::trim);
    let content_type = parts.next().filter(|kind| !kind.is_empty()).map(str::to_owned);
    let charset = parts.find_map(|part| part.strip_prefix("charset=")).map(|name| name.trim_matches('"').to_owned());
    let Exchange { url, fetched_at, body: bytes, .. } = exchange;
    Ok(Stock { url, content_type, charset, bytes, fetched_at })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Upstream;
    use crate::exchange::tests::answer;

    fn listed(status: u16, content_type: &str) -> Exchange {
        let headers = vec![("content-type".to_owned(), content_type.to_owned())];
        Exchange { headers, ..answer(Upstream::Shops, status, "artist;title\r\n") }
    }

    #[test]
    fn a_list_is_given_on_as_it_is() {
        let stock = read_stock(listed(200, "Text/CSV; header=present; charset=\"ISO-8859-15\"")).unwrap();
        assert_eq!(stock.content_type.as_deref(), Some("text/csv"));
        assert_eq!(stock.charset.as_deref(), Some("iso-8859-15"));
        assert_eq!(stock.bytes, b"artist;title\r\n");
        let plain = read_stock(answer(Upstream::Shops, 200, "")).unwrap();
        assert_eq!((plain.charset, plain.bytes.len()), (None, 0));
    }

    #[test]
    fn what_is_no_list_is_no_answer() {
        assert!(matches!(read_stock(listed(200, "text/html; charset=utf-8")), Err(Error::Unavailable(_))));
        assert!(matches!(read_stock(listed(429, "text/csv")), Err(Error::RateLimited(None))));
        assert!(matches!(read_stock(listed(503, "text/html")), Err(Error::RateLimited(None))));
        assert_eq!(read_stock(listed(404, "text/html")), Err(Error::NotFound));
        let cut = Exchange { complete: false, ..listed(200, "text/csv") };
        assert!(matches!(read_stock(cut), Err(Error::Unavailable(_))));
    }
}
