//! `GET /images/{hash}/{size}.webp`: a picture of our mirror, which never changes under its name.
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use vinilogy_images::{PLACEHOLDER, SIZES, placeholder_webp};

use super::{Error, Problem, Result, extract::Path};
use crate::Context;
use crate::images::FOREVER;

/// This route alone. A parameter is a whole part of the path, for the gateway as for the router.
pub fn routes() -> Router<Context> {
    Router::new().route("/images/{hash}/{file}", get(image))
}

/// A picture that is missing may come.
const A_WHILE: &str = "public, max-age=300";

#[utoipa::path(get, path = "/images/{hash}/{file}",
    params(("hash" = String, Path, description = "As it stands in image_url and cover_url; `placeholder` is the neutral picture."),
           ("file" = String, Path, description = "150.webp, 300.webp or 600.webp: the side of the square that it fits into.")),
    responses((status = 200, description = "The picture", content_type = "image/webp"),
              (status = 404, description = "No such picture: the neutral one. Of what is no address of a picture, a problem.",
               body = Problem, content_type = "application/problem+json")))]
pub(super) async fn image(
    State(context): State<Context>,
    Path((hash, file)): Path<(String, String)>,
) -> Result<Response> {
    let size = file.strip_suffix(".webp").and_then(|size| SIZES.into_iter().find(|known| known.to_string() == size));
    let size = size.ok_or(Error::NotFound("image"))?;
    let neutral = placeholder_webp(size).unwrap_or_default();
    if hash == PLACEHOLDER {
        return Ok(webp(StatusCode::OK, FOREVER, neutral));
    }
    if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Error::NotFound("image"));
    }
    let found = context.mirror().await.get(&hash, size).await.map_err(|error| Error::Unavailable(error.to_string()))?;
    Ok(match found {
        Some(bytes) => webp(StatusCode::OK, FOREVER, bytes),
        None => webp(StatusCode::NOT_FOUND, A_WHILE, neutral),
    })
}

fn webp(status: StatusCode, cache: &'static str, bytes: impl IntoResponse) -> Response {
    let mut response = (status, bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/webp"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    // Whatever is in it is drawn by us and is no document.
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
