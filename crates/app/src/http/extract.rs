//! axum's extractors with our problems as their rejections, and the checks that all texts share.
use axum::extract::{FromRequest, FromRequestParts};

use super::{Error, Result};

/// A JSON body.
#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(Error))]
pub struct Json<T>(pub T);

/// Query parameters.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Error))]
pub struct Query<T>(pub T);

/// Path parameters.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Error))]
pub struct Path<T>(pub T);

/// Text of 1 to `longest` bytes after trimming, without NUL, which Postgres cannot hold.
pub fn text<'a>(field: &str, value: &'a str, longest: usize) -> Result<&'a str> {
    let value = value.trim();
    if value.is_empty() || value.len() > longest || value.contains('\0') {
        return Err(Error::BadRequest(format!("{field}: must be text of 1 to {longest} bytes without NUL")));
    }
    Ok(value)
}
