//! The neutral picture that stands where there is none: a record in greys, drawn by us.

use image::{DynamicImage, Rgb, RgbImage};

use crate::SIZES;
use crate::picture::encode;

/// Draws it as WebP, as it is kept beside this file: the function that serves it links no encoder.
#[must_use]
pub fn placeholder(size: u16) -> Vec<u8> {
    encode(&DynamicImage::ImageRgb8(drawn(u32::from(size))))
}

/// It as it is served; none for a size that we do not have.
#[must_use]
pub fn placeholder_webp(size: u16) -> Option<&'static [u8]> {
    let [small, medium, large] = SIZES;
    match size {
        _ if size == small => Some(include_bytes!("../placeholder/150.webp")),
        _ if size == medium => Some(include_bytes!("../placeholder/300.webp")),
        _ if size == large => Some(include_bytes!("../placeholder/600.webp")),
        _ => None,
    }
}

/// A disc with its label and hole on a plain ground, its grooves as fine rings.
fn drawn(side: u32) -> RgbImage {
    RgbImage::from_fn(side, side, |x, y| {
        let from_middle = |at: u32| (f64::from(at) + 0.5) / f64::from(side) - 0.5;
        let radius = from_middle(x).hypot(from_middle(y));
        let groove = ((radius * 90.0) as u32).is_multiple_of(2);
        let grey = match radius {
            r if r < 0.012 => 0xe6,
            r if r < 0.14 => 0xb4,
            r if r < 0.40 && groove => 0x9a,
            r if r < 0.40 => 0x94,
            _ => 0xe6,
        };
        Rgb([grey; 3])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written anew with `VINILOGY_DRAW=1 cargo test -p vinilogy-images`.
    #[test]
    fn what_is_served_is_what_is_drawn() {
        for size in SIZES {
            let file = format!("{}/placeholder/{size}.webp", env!("CARGO_MANIFEST_DIR"));
            #[expect(clippy::disallowed_methods, reason = "the way to draw the files anew")]
            if std::env::var("VINILOGY_DRAW").is_ok() {
                std::fs::write(&file, placeholder(size)).unwrap();
            }
            let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8();
            let kept = pixels(&std::fs::read(&file).unwrap());
            assert_eq!((kept.width(), kept.height()), (u32::from(size), u32::from(size)));
            let alike =
                kept.iter().zip(drawn(u32::from(size)).iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum::<u64>();
            assert!(alike / (u64::from(size) * u64::from(size) * 3) < 6, "{size}: {alike}");
        }
    }
}
