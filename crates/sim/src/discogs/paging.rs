//! Pages: 50 rows unless asked, 100 at most, `urls` and `Link` to the others.

use std::ops::Range;

use axum::http::HeaderValue;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use crate::reply;

/// The page of a list.
pub(super) struct Page {
    pub(super) rows: Range<usize>,
    number: usize,
    pages: usize,
    per_page: usize,
    items: usize,
    urls: Vec<(&'static str, String)>,
}

impl Page {
    /// The asked page of `items` rows; a 404 past the end.
    pub(super) fn of(asked: &Asked<'_>, items: usize) -> Result<Page, Box<Response>> {
        let number =
            |name: &str, default: usize| asked.params.get(name).and_then(|value| value.parse().ok()).unwrap_or(default);
        // More than 100 is silently 100.
        let per_page = number("per_page", 50).clamp(1, 100);
        let page = number("page", 1).max(1);
        let pages = items.div_ceil(per_page).max(1);
        if page > pages {
            let message = format!("Page {page} of {pages} is outside of valid range.");
            return Err(Box::new(reply::discogs_error(404, &message)));
        }
        let first = (page - 1) * per_page;
        let rows = first..items.min(first + per_page);
        let mut urls = Vec::new();
        if page > 1 {
            urls.extend([("first", url(asked, 1, per_page)), ("prev", url(asked, page - 1, per_page))]);
        }
        if page < pages {
            urls.extend([("next", url(asked, page + 1, per_page)), ("last", url(asked, pages, per_page))]);
        }
        Ok(Page { rows, number: page, pages, per_page, items, urls })
    }

    /// Which page, from 1.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The body with its `pagination`, and the header that says the same.
    pub(super) fn answer(&self, mut body: Map<String, Value>) -> Response {
        let urls: Map<String, Value> = self.urls.iter().map(|(name, url)| ((*name).to_owned(), json!(url))).collect();
        let pagination = json!({"page": self.number, "pages": self.pages, "per_page": self.per_page, "items": self.items, "urls": urls});
        body.insert("pagination".to_owned(), pagination);
        let mut answer = reply::ok(&Value::Object(body));
        let links: Vec<String> = self.urls.iter().map(|(name, url)| format!("<{url}>; rel=\"{name}\"")).collect();
        if let (false, Ok(value)) = (links.is_empty(), HeaderValue::from_str(&links.join(", "))) {
            answer.headers_mut().insert("link", value);
        }
        answer
    }
}

/// The same query with another page, as the real service echoes it, token included.
fn url(asked: &Asked<'_>, page: usize, per_page: usize) -> String {
    let query = asked.uri.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty());
    let kept = query.filter(|pair| !pair.starts_with("page=") && !pair.starts_with("per_page="));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    pairs.extend([format!("page={page}"), format!("per_page={per_page}")]);
    let path = asked.uri.path().strip_prefix("/discogs").unwrap_or_default();
    format!("https://api.discogs.com{path}?{}", pairs.join("&"))
}
