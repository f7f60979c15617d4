//! Pressings whose barcode or catalogue number a listing has.

use super::text::Text;
use super::{Evidence, Listing, Pressing};

/// Positions of the pressings, and by what they were found.
#[derive(Debug, Default)]
pub(super) struct ByNumber {
    pub(super) barcode: Vec<usize>,
    pub(super) catno: Vec<usize>,
    /// The listing has a catalogue number as an aspect that is none of the pressings'.
    pub(super) is_foreign: bool,
}

impl ByNumber {
    pub(super) fn is_empty(&self) -> bool {
        self.barcode.is_empty() && self.catno.is_empty()
    }

    /// The pressings that the numbers allow, with what told them; `None` when there is no number.
    pub(super) fn narrowed(&self) -> Option<(Vec<usize>, Vec<Evidence>)> {
        let both: Vec<usize> = self.barcode.iter().copied().filter(|at| self.catno.contains(at)).collect();
        match (self.barcode.is_empty(), self.catno.is_empty()) {
            (true, true) => None,
            (false, false) if !both.is_empty() => Some((both, vec![Evidence::Barcode, Evidence::CatalogueNumber])),
            // A barcode is printed by machines, a catalogue number typed by people.
            (false, _) => Some((self.barcode.clone(), vec![Evidence::Barcode])),
            (true, false) => Some((self.catno.clone(), vec![Evidence::CatalogueNumber])),
        }
    }
}

pub(super) fn by_number(listing: &Listing<'_>, pressings: &[Pressing], text: &Text) -> ByNumber {
    let barcodes: Vec<String> = listing.barcode.map(barcode).into_iter().flatten().chain(in_title(text)).collect();
    let catno = listing.catno.map(number).filter(|catno| is_telling(catno));
    let positions = |fits: &dyn Fn(&Pressing) -> bool| -> Vec<usize> {
        pressings.iter().enumerate().filter(|(_, pressing)| fits(pressing)).map(|(at, _)| at).collect()
    };
    let by_barcode = positions(&|pressing| {
        pressing.barcodes.iter().filter_map(|code| barcode(code)).any(|code| barcodes.contains(&code))
    });
    let written = |own: &str| is_telling(own) && (catno.as_deref() == Some(own) || is_written(own, text));
    let by_catno = positions(&|pressing| pressing.catnos.iter().map(|catno| number(catno)).any(|own| written(&own)));
    let is_foreign =
        catno.is_some() && by_catno.is_empty() && pressings.iter().all(|pressing| !pressing.catnos.is_empty());
    ByNumber { barcode: by_barcode, catno: by_catno, is_foreign }
}

/// Digits without zeros at the start: a UPC is an EAN with a zero before it.
fn barcode(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (8..=14).contains(&digits.len()).then(|| digits.to_owned())
}

fn in_title(text: &Text) -> impl Iterator<Item = String> {
    let is_code = |word: &&String| (11..=14).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    text.words().iter().filter(is_code).filter_map(|word| barcode(word))
}

/// Letters and digits alone, in small letters.
fn number(catno: &str) -> String {
    catno.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Long enough not to stand in a title by chance: `SD1` is not, nor is a year, nor `none`.
fn is_telling(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let letters = number.len() - digits;
    (letters > 0 && digits > 1 && number.len() > 3) || (letters == 0 && digits > 4)
}

/// Whether a number stands among the words, which a seller may have parted as he liked.
fn is_written(number: &str, text: &Text) -> bool {
    let words = text.words();
    (0..words.len()).any(|at| {
        let mut rest = number;
        words[at..].iter().take(5).any(|word| match rest.strip_prefix(word.as_str()) {
            Some(after) => {
                rest = after;
                after.is_empty()
            }
            None => {
                // What does not go on ends the attempt.
                rest = "\u{0}";
                false
            }
        })
    })
}
