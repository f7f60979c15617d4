//! What a route may fail with, as RFC 9457 problem documents. A 5xx says "internal error" and the request id, nothing else.
use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::store;

use crate::queues::QueueError;
use crate::uploads::UploadError;

/// Shaped by what the client should do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request is wrong; says what.
    #[error("{0}")]
    BadRequest(String),
    /// Send a token that is good.
    #[error("a bearer token is needed, and this one is missing, unknown or expired")]
    Unauthorized,
    /// The token is good, and its holder may not do this.
    #[error("only an administrator may do this")]
    Forbidden,
    /// There is no such thing; names its kind.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// The route exists, not with this method.
    #[error("this route does not take that method")]
    MethodNotAllowed,
    /// Not as things are; says why.
    #[error("{0}")]
    Conflict(String),
    /// Send less.
    #[error("the body is too large")]
    TooLarge,
    /// Try again after some seconds.
    #[error("temporarily unavailable")]
    Unavailable(String),
    /// Ours to mend.
    #[error("internal error")]
    Internal(String),
}

/// `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[schema(example = "about:blank")]
    pub r#type: &'static str,
    /// The status in words.
    #[schema(example = "Not Found")]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 404)]
    pub status: u16,
    /// What was wrong with this request.
    #[schema(example = "no such album")]
    pub detail: String,
    /// Names the request in our logs; only when it is ours to mend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// What really happened, for the log alone; travels beside the response.
#[derive(Clone)]
pub(super) struct Cause(pub String);

impl Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// A problem document with its content type.
pub(super) fn problem(status: StatusCode, detail: String, request_id: Option<String>) -> Response {
    let title = status.canonical_reason().unwrap_or("Problem");
    let body = Problem { r#type: "about:blank", title, status: status.as_u16(), detail, request_id };
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = problem(self.status(), self.to_string(), None);
        match self {
            Self::Unauthorized => {
                response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::Unavailable(cause) => {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
                response.extensions_mut().insert(Cause(cause));
            }
            Self::Internal(cause) => {
                response.extensions_mut().insert(Cause(cause));
            }
            _ => {}
        }
        response
    }
}

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound => Self::NotFound("row"),
            store::Error::Unavailable(cause) => Self::Unavailable(cause),
            other => Self::Internal(other.to_string()),
        }
    }
}

/// Names what was not found; other failures keep their meaning.
pub(super) fn or_no(kind: &'static str) -> impl Fn(store::Error) -> Error {
    move |error| match error {
        store::Error::NotFound => Error::NotFound(kind),
        other => other.into(),
    }
}

impl From<QueueError> for Error {
    fn from(error: QueueError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<UploadError> for Error {
    fn from(error: UploadError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl From<JsonRejection> for Error {
    fn from(rejection: JsonRejection) -> Self {
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            _ => Self::BadRequest(format!("body: {}", rejection.body_text())),
        }
    }
}

impl From<QueryRejection> for Error {
    fn from(rejection: QueryRejection) -> Self {
        Self::BadRequest(format!("query: {}", rejection.body_text()))
    }
}

impl From<PathRejection> for Error {
    /// An id that is no number names nothing.
    fn from(_: PathRejection) -> Self {
        Self::NotFound("thing: ids are whole numbers")
    }
}
