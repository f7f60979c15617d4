//! Where the simulator itself is, as its caller sees it: the addresses of pictures must lead back here.

use axum::http::{HeaderMap, header};

/// `http://127.0.0.1:12345`, by the host that the caller asked for.
pub(crate) fn origin(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("localhost");
    format!("http://{host}")
}
