//! How the bytes of a file are letters. Encodings that extend ASCII are read as bytes and decoded field by field; UTF-16 is decoded first.
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// An encoding by its name in the Encoding Standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding(&'static encoding_rs::Encoding);

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Encoding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        encoding_rs::Encoding::for_label(name.as_bytes()).map(Self).ok_or_else(|| de::Error::custom("no such encoding"))
    }
}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self(UTF_8);

    /// By a byte order mark, by the zeros of UTF-16, by being UTF-8; else what is likeliest. `whole` says that the sample is the file.
    pub fn of(sample: &[u8], whole: bool) -> Self {
        if let Some((encoding, _)) = encoding_rs::Encoding::for_bom(sample) {
            return Self(encoding);
        }
        let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
        let half = sample.len() / 2;
        match (zeros(0), zeros(1)) {
            // Letters of the first 256 have a zero beside each; what other scripts have too are separators and line ends.
            (0, zeros) if zeros > 2 && zeros * 10 > half => Self(UTF_16LE),
            (zeros, 0) if zeros > 2 && zeros * 10 > half => Self(UTF_16BE),
            _ if is_utf8(sample, whole) => Self(UTF_8),
            _ => Self(guess(sample, whole)),
        }
    }

    /// Its name in the Encoding Standard, as "UTF-8" or "windows-1252".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    fn is_utf16(self) -> bool {
        self.0 == UTF_16LE || self.0 == UTF_16BE
    }

    /// A part of a file as what rows are split from: its own bytes, or those of its text in UTF-8. `start` skips a byte order mark.
    pub(super) fn units(self, bytes: &[u8], start: bool, last: bool) -> Text<'_> {
        let marked = encoding_rs::Encoding::for_bom(bytes).filter(|(encoding, _)| start && *encoding == self.0);
        let mark = marked.map_or(0, |(_, length)| length);
        let rest = &bytes[mark..];
        let bytes = if self.is_utf16() {
            let (text, _) = self.0.decode_without_bom_handling(whole_units(self, rest, last));
            Cow::Owned(text.into_owned().into_bytes())
        } else {
            Cow::Borrowed(rest)
        };
        Text { encoding: self, mark, bytes, length: rest.len(), likeliest: OnceCell::new(), counted: Cell::default() }
    }
}

/// UTF-16 without the half of a unit, or the first half of a pair, at its end.
fn whole_units(encoding: Encoding, bytes: &[u8], last: bool) -> &[u8] {
    if last {
        return bytes;
    }
    let even = &bytes[..bytes.len() & !1];
    let high = match (encoding.0 == UTF_16LE, even) {
        (true, [.., _, high]) | (false, [.., high, _]) => *high,
        _ => return even,
    };
    if (0xD8..0xDC).contains(&high) { &even[..even.len() - 2] } else { even }
}

fn is_utf8(sample: &[u8], whole: bool) -> bool {
    match std::str::from_utf8(sample) {
        Ok(_) => true,
        // A sample may end within a letter.
        Err(error) => !whole && error.error_len().is_none(),
    }
}

fn guess(bytes: &[u8], last: bool) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, last);
    match detector.guess(None, Utf8Detection::Deny) {
        guessed if guessed == WINDOWS_1252 && is_macintosh(bytes) => MACINTOSH,
        guessed => guessed,
    }
}

/// Old spreadsheets of the Macintosh, which the detector does not know: the small letters that others have above DF lie below A0, where
/// Windows has signs and a few capitals, which do not stand behind a small letter.
fn is_macintosh(bytes: &[u8]) -> bool {
    let within = |is: fn(u8) -> bool| {
        let words = bytes.windows(3).filter(|w| w[0].is_ascii_lowercase() && w[2].is_ascii_lowercase());
        words.filter(|w| is(w[1])).count()
    };
    let letters = |byte: u8| matches!(byte, 0x81..=0x84 | 0x86..=0x8B | 0x8D..=0x90 | 0x98 | 0x9B | 0x9D | 0x9F);
    within(letters) > within(|byte| byte >= 0xDF)
}

/// A part of a file, to be split at its bytes.
pub(super) struct Text<'a> {
    encoding: Encoding,
    mark: usize,
    bytes: Cow<'a, [u8]>,
    length: usize,
    /// A file that looks like UTF-8 at its beginning may turn out not to be.
    likeliest: OnceCell<&'static encoding_rs::Encoding>,
    /// UTF-16: a place of the text and the bytes of the file before it, from which the next one is counted.
    counted: Cell<(usize, usize)>,
}

impl Text<'_> {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text of some of these bytes.
    pub(super) fn decode<'b>(&self, field: &'b [u8]) -> Cow<'b, str> {
        if self.encoding.0 != UTF_8 && !self.encoding.is_utf16() {
            return self.encoding.0.decode_without_bom_handling(field).0;
        }
        if let Ok(text) = std::str::from_utf8(field) {
            return Cow::Borrowed(text);
        }
        self.likeliest.get_or_init(|| guess(&self.bytes, true)).decode_without_bom_handling(field).0
    }

    /// How many bytes of the file lie before this place of the text. Places are asked for in their order.
    pub(super) fn offset(&self, at: usize) -> usize {
        if !self.encoding.is_utf16() {
            return self.mark + at;
        }
        let (from, before) = self.counted.get();
        // What was no valid unit is one replacement character of one unit.
        let units = String::from_utf8_lossy(&self.bytes[from..at]).encode_utf16().count();
        let bytes = before + 2 * units;
        self.counted.set((at, bytes));
        self.mark + bytes.min(self.length)
    }
}
