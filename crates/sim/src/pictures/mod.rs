//! The image hosts of Discogs and Last.fm: small real pictures, and what a hostile host would send in their place.

mod hostile;

use std::io::Cursor;
use std::sync::Arc;

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};

use crate::dice::Dice;
use crate::state::State;

pub use hostile::Hostile;
pub(crate) use hostile::serve;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new().route("/pictures/{kind}/{file}", get(picture))
}

/// The address of a picture here; what it shows follows from the seed.
pub(crate) fn address(origin: &str, kind: &str, seed: &str, extension: &str) -> String {
    let seed = uuid::Uuid::simple(crate::dice::uuid(kind, seed));
    format!("{origin}/pictures/{kind}/{seed}.{extension}")
}

async fn picture(Path((kind, file)): Path<(String, String)>) -> Response {
    let seed = format!("{kind}/{file}");
    match file.rsplit_once('.') {
        Some((_, "jpeg" | "jpg")) => jpeg(&seed, 400),
        Some((_, "png")) => png(&seed, 300),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A square JPEG of so many pixels.
pub(crate) fn jpeg(seed: &str, side: u32) -> Response {
    let mut bytes = Vec::new();
    let written = JpegEncoder::new_with_quality(&mut bytes, 80).encode_image(&paint(seed, side));
    answer(written.map(|()| bytes), "image/jpeg")
}

fn png(seed: &str, side: u32) -> Response {
    let mut bytes = Cursor::new(Vec::new());
    let written = paint(seed, side).write_to(&mut bytes, ImageFormat::Png);
    answer(written.map(|()| bytes.into_inner()), "image/png")
}

fn answer(bytes: image::ImageResult<Vec<u8>>, content_type: &'static str) -> Response {
    match bytes {
        Ok(bytes) => ([(header::CONTENT_TYPE, content_type)], bytes).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Two colours and the angle between them, from the seed.
fn paint(seed: &str, side: u32) -> RgbImage {
    let mut dice = Dice::of("picture", seed);
    let mut byte = || u32::try_from(dice.below(256)).unwrap_or(0);
    let (from, to, tilt) = ([byte(), byte(), byte()], [byte(), byte(), byte()], byte());
    RgbImage::from_fn(side, side, |x, y| {
        let share = (x * tilt + y * (255 - tilt)) / side.max(1);
        let mixed = |channel: usize| (from[channel] * (255 - share.min(255)) + to[channel] * share.min(255)) / 255;
        Rgb([0, 1, 2].map(|channel| u8::try_from(mixed(channel)).unwrap_or(u8::MAX)))
    })
}
