//! Reading a picture that somebody else made, and drawing it in our sizes.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};
use sha2::{Digest as _, Sha256};

use crate::SIZES;

/// A side of a picture that is too long for a scan of a sleeve.
const LONGEST_SIDE: u32 = 12_000;
/// Unpacked, these take 160 MB at most.
const MOST_PIXELS: u64 = 40_000_000;
const MOST_UNPACKED: u64 = 4 * MOST_PIXELS;
/// Smaller ones are trackers and icons.
const SHORTEST_SIDE: u32 = 32;
/// As good as the sources' own thumbnails.
const QUALITY: f32 = 82.0;

/// Why bytes are not shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Their beginning is not that of a JPEG, PNG, WebP or GIF, whatever they are called.
    #[error("the bytes are no JPEG, PNG, WebP or GIF")]
    Unknown,
    /// It would unpack to too much, by its own header.
    #[error("{0} × {1} pixels are too many")]
    TooLarge(u32, u32),
    /// It shows nothing.
    #[error("{0} × {1} pixels are too few")]
    TooSmall(u32, u32),
    /// It cannot be read to its end.
    #[error("the picture is broken: {0}")]
    Broken(String),
}

/// A picture that was read.
#[derive(Debug, Clone)]
pub struct Picture {
    /// SHA-256 of the bytes that it was read from, in hex.
    pub hash: String,
    /// In pixels, upright.
    pub width: u32,
    /// In pixels, upright.
    pub height: u32,
    pixels: DynamicImage,
}

/// One of our sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Side of the square that it fits into.
    pub size: u16,
    /// WebP.
    pub webp: Vec<u8>,
}

impl Picture {
    /// Reads bytes; of a moving picture the first image.
    ///
    /// # Errors
    /// [`Unfit`] says what is wrong with them.
    pub fn read(bytes: &[u8]) -> Result<Self, Unfit> {
        let format = format(bytes).ok_or(Unfit::Unknown)?;
        let broken = |error: image::ImageError| Unfit::Broken(error.to_string());
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(LONGEST_SIDE);
        limits.max_image_height = Some(LONGEST_SIDE);
        limits.max_alloc = Some(MOST_UNPACKED);
        let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(broken)?;
        if width > LONGEST_SIDE || height > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS {
            return Err(Unfit::TooLarge(width, height));
        }
        if width.min(height) < SHORTEST_SIDE {
            return Err(Unfit::TooSmall(width, height));
        }
        reader.limits(limits);
        let mut decoder = reader.into_decoder().map_err(broken)?;
        // Without a direction it is upright.
        let direction = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
        let mut pixels = DynamicImage::from_decoder(decoder).map_err(broken)?;
        pixels.apply_orientation(direction);
        let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { hash, width: pixels.width(), height: pixels.height(), pixels })
    }

    /// Draws it in every size, the largest first.
    #[must_use]
    pub fn renditions(self) -> Vec<Rendition> {
        let mut pixels = eight_bits(self.pixels);
        let mut sizes = SIZES;
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        // Each from the one before: the second halving costs a quarter of the first.
        let draw = |size: u16| {
            let side = u32::from(size);
            if pixels.width() > side || pixels.height() > side {
                pixels = pixels.resize(side, side, FilterType::Lanczos3);
            }
            Rendition { size, webp: encode(&pixels) }
        };
        sizes.into_iter().map(draw).collect()
    }
}

/// By the first bytes, which decide; names and headers are claims.
fn format(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(ImageFormat::Png),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(ImageFormat::Gif),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        _ => None,
    }
}

/// The encoder takes eight bits a channel, with or without transparency.
fn eight_bits(pixels: DynamicImage) -> DynamicImage {
    if pixels.color().has_alpha() { pixels.into_rgba8().into() } else { pixels.into_rgb8().into() }
}

pub(crate) fn encode(pixels: &DynamicImage) -> Vec<u8> {
    let (width, height) = (pixels.width(), pixels.height());
    match pixels {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height).encode(QUALITY).to_vec(),
        other => webp::Encoder::from_rgb(&other.to_rgb8(), width, height).encode(QUALITY).to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn written(pixels: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        pixels.into().write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn sides(webp: &[u8]) -> (u32, u32) {
        ImageReader::with_format(Cursor::new(webp), ImageFormat::WebP).into_dimensions().unwrap()
    }

    #[test]
    fn every_format_is_drawn_in_every_size() {
        let pixels = || RgbImage::from_fn(800, 400, |x, y| Rgb([(x / 4) as u8, (y / 2) as u8, 90]));
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
            let bytes = written(DynamicImage::ImageRgb8(pixels()).into_rgba8(), ImageFormat::Png);
            let bytes = if format == ImageFormat::Png { bytes } else { written(pixels(), format) };
            let picture = Picture::read(&bytes).unwrap();
            assert_eq!((picture.width, picture.height, picture.hash.len()), (800, 400, 64), "{format:?}");
            let drawn = picture.renditions();
            let shapes: Vec<_> = drawn.iter().map(|drawn| (drawn.size, sides(&drawn.webp))).collect();
            assert_eq!(shapes, [(600, (600, 300)), (300, (300, 150)), (150, (150, 75))], "{format:?}");
        }
    }

    #[test]
    fn a_small_picture_is_not_enlarged_and_keeps_its_transparency() {
        let pixels = RgbaImage::from_pixel(200, 100, Rgba([200, 10, 10, 128]));
        let drawn = Picture::read(&written(pixels, ImageFormat::Png)).unwrap().renditions();
        let shapes: Vec<_> = drawn.iter().map(|drawn| sides(&drawn.webp)).collect();
        assert_eq!(shapes, [(200, 100), (200, 100), (150, 75)]);
        let again = image::load_from_memory_with_format(&drawn[0].webp, ImageFormat::WebP).unwrap();
        assert!(again.color().has_alpha());
    }

    #[test]
    fn f31_what_is_no_picture_or_a_bomb_is_refused() {
        assert_eq!(Picture::read(b"<!DOCTYPE html><html>").unwrap_err(), Unfit::Unknown);
        assert_eq!(Picture::read(b"<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap_err(), Unfit::Unknown);
        assert_eq!(Picture::read(b"").unwrap_err(), Unfit::Unknown);
        for (width, height) in [(65_535_u16, 65_535_u16), (11_000, 4_000), (12_001, 40)] {
            let mut bomb = written(RgbImage::new(40, 40), ImageFormat::Gif);
            bomb[6..8].copy_from_slice(&width.to_le_bytes());
            bomb[8..10].copy_from_slice(&height.to_le_bytes());
            assert_eq!(Picture::read(&bomb).unwrap_err(), Unfit::TooLarge(width.into(), height.into()));
        }
        let pixel = written(RgbImage::new(1, 1), ImageFormat::Png);
        assert_eq!(Picture::read(&pixel).unwrap_err(), Unfit::TooSmall(1, 1));
        let whole = written(RgbImage::new(300, 300), ImageFormat::Png);
        for bytes in [&whole[..whole.len() / 2], &[0xff, 0xd8, 0xff, 0xe0, 0, 16][..]] {
            assert!(matches!(Picture::read(bytes), Err(Unfit::Broken(_))));
        }
    }
}
