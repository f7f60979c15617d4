//! From a stranger's bytes to our own pictures: what they are is read from the bytes themselves, what is too large is refused before it
//! is unpacked, and what is shown is always drawn anew. Pure: no network, no store.

mod picture;
mod placeholder;

pub use picture::{Picture, Rendition, Unfit};
pub use placeholder::{placeholder, placeholder_webp};

/// The sides of the squares into which pictures are fitted, in pixels. A picture that is smaller is not enlarged.
pub const SIZES: [u16; 3] = [150, 300, 600];

/// What stands in the place of a hash where there is no picture.
pub const PLACEHOLDER: &str = "placeholder";

/// The path under which a picture is shown, in the size that lists use. The other sizes are beside it.
#[must_use]
pub fn path(hash: &str) -> String {
    format!("/images/{hash}/300.webp")
}

/// The key of an object of the mirror.
#[must_use]
pub fn key(hash: &str, size: u16) -> String {
    format!("images/{hash}/{size}.webp")
}
