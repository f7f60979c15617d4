//! What a host that means no good, or is broken, sends instead of a picture.

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures::{StreamExt as _, stream};
use serde::{Deserialize, Serialize};

use crate::faults::refusal::PAGE;

/// Instead of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hostile {
    /// A web page, and says so.
    Page,
    /// A web page that calls itself a JPEG.
    PageAsJpeg,
    /// A vector image, which may carry scripts.
    Svg,
    /// A length of 100 MB.
    Giant,
    /// Bytes without an end, and without a length.
    Endless,
    /// A PNG of a few bytes that says it is 30,000 × 30,000 pixels.
    Bomb,
    /// The beginning of a JPEG.
    Cut,
    /// A single pixel, as trackers have it.
    Pixel,
    /// A redirect to the cloud's metadata.
    Metadata,
    /// A redirect to this machine.
    Loopback,
    /// A redirect to itself.
    Loop,
}

/// Serves it.
pub(crate) fn serve(hostile: Hostile, path: &str) -> Response {
    match hostile {
        Hostile::Page => typed("text/html; charset=UTF-8", PAGE.into()),
        Hostile::PageAsJpeg => typed("image/jpeg", PAGE.into()),
        Hostile::Svg => typed("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".into()),
        Hostile::Giant => {
            let mut answer = typed("image/jpeg", endless());
            answer.headers_mut().insert(header::CONTENT_LENGTH, 100_000_000.into());
            answer
        }
        Hostile::Endless => typed("image/jpeg", endless()),
        Hostile::Bomb => typed("image/png", png_header(30_000, 30_000).into()),
        Hostile::Cut => typed("image/jpeg", vec![0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0].into()),
        Hostile::Pixel => typed("image/gif", PIXEL.as_slice().into()),
        Hostile::Metadata => to("http://169.254.169.254/latest/meta-data/iam/security-credentials/"),
        Hostile::Loopback => to("https://127.0.0.1/admin"),
        Hostile::Loop => to(path),
    }
}

/// A transparent GIF of one pixel.
const PIXEL: [u8; 43] = *b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

fn typed(content_type: &'static str, body: Body) -> Response {
    ([(header::CONTENT_TYPE, content_type)], body).into_response()
}

fn to(location: &str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, location)]).into_response()
}

fn endless() -> Body {
    let block = Bytes::from(vec![0xff; 64 * 1024]);
    let first = stream::iter([Bytes::from_static(&[0xff, 0xd8, 0xff, 0xe0])]);
    Body::from_stream(first.chain(stream::repeat(block)).map(Ok::<_, std::io::Error>))
}

/// A PNG's signature, its header with these sides, and the beginning of its data.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for chunk in [header, b"IDAT".to_vec(), b"IEND".to_vec()] {
        bytes.extend(u32::try_from(chunk.len() - 4).unwrap_or(0).to_be_bytes());
        bytes.extend(&chunk);
        bytes.extend(crc(&chunk).to_be_bytes());
    }
    bytes
}

/// The checksum of PNG chunks (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
