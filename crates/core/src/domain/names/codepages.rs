//! Names that were written in an old encoding of their country and shown as if they were Western: "Êèíî" is "Кино", "½ÅÈ­" is "신화". Files
//! of music tell their encoding seldom, and players guessed.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1251, WINDOWS_1253};

use super::repair::byte;

const ENCODINGS: [&Encoding; 6] = [WINDOWS_1251, WINDOWS_1253, SHIFT_JIS, EUC_KR, GBK, BIG5];

/// What the text is in each encoding in which it is text. Most are nonsense: they count only beside a name that agrees.
pub(in crate::domain) fn read_elsewhere(text: &str) -> Vec<String> {
    if !text.split_whitespace().any(is_suspect) {
        return Vec::new();
    }
    let Some(bytes) = text.chars().map(byte).collect::<Option<Vec<u8>>>() else { return Vec::new() };
    let decoded = ENCODINGS.iter().filter_map(|encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes)?;
        text.chars().all(is_of_a_name).then(|| text.into_owned())
    });
    decoded.collect()
}

/// No Western word is made of signs and accented letters.
fn is_suspect(word: &str) -> bool {
    let (plain, other): (Vec<char>, Vec<char>) = word.chars().partition(char::is_ascii);
    other.len() >= 2 && other.len() >= plain.iter().filter(|c| c.is_alphabetic()).count()
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_graphic() || c == ' ' || (!c.is_ascii() && c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_in_the_encoding_of_its_country() {
        for (shown, meant) in
            [("Êèíî", "Кино"), ("½ÅÈ\u{ad} (Shinhwa)", "신화 (Shinhwa)"), ("Ûà±¾Õæ¾c", "坂本真綾"), ("–Ø‘º", "木村")]
        {
            assert!(read_elsewhere(shown).contains(&meant.to_owned()), "{shown} {:?}", read_elsewhere(shown));
        }
    }

    #[test]
    fn western_names_are_left_alone() {
        for name in ["Björk", "Mötley Crüe", "Sigur Rós", "Ágætis byrjun", "É", "Кино", "Øystein Sevåg", ""]
        {
            assert!(read_elsewhere(name).is_empty(), "{name} {:?}", read_elsewhere(name));
        }
    }
}
