//! Text that lost its encoding on the way: UTF-8 read as Latin-1 or Windows-1252 ("BjÃ¶rk"), addresses ("Hot%20Snakes"), letters of
//! another alphabet that only look right ("KoЯn").

use std::borrow::Cow;

/// The text as it was meant, where that can be known; otherwise as it is.
pub(in crate::domain) fn repaired(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    // Twice wrong is not rare: each program on the way may have read it so. Each turn makes it shorter.
    while let Some(better) = percent_decoded(&text).or_else(|| misread(&text)).filter(|better| is_text(better)) {
        text = Cow::Owned(better);
    }
    text
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    if !rest.contains(&b'%') {
        return None;
    }
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok()).filter(|_| *first == b'%');
        match code.filter(|code| !code.starts_with('+')).and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok().filter(|decoded| decoded != text)
}

/// UTF-8 read as Windows-1252 or Latin-1: what its characters stand for as bytes is UTF-8 again. Text that was right hardly ever is.
fn misread(text: &str) -> Option<String> {
    // The first byte of a character in UTF-8, as it is shown.
    if !text.chars().any(|c| matches!(c, '\u{c2}'..='\u{f4}')) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The byte that Windows-1252 shows so; its five holes are shown as Latin-1 shows them.
pub(super) fn byte(c: char) -> Option<u8> {
    const C1: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match u8::try_from(u32::from(c)) {
        Ok(byte) => Some(byte),
        Err(_) => C1.iter().position(|shown| *shown == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// A Cyrillic letter in a word of Latin ones is there for its looks.
pub(super) fn lookalike(c: char) -> Option<char> {
    Some(match c {
        'а' => 'a',
        'в' | 'ь' => 'b',
        'е' | 'ё' | 'э' | 'є' => 'e',
        'з' => '3',
        'и' | 'й' | 'п' => 'n',
        'к' => 'k',
        'м' => 'm',
        'н' => 'h',
        'о' => 'o',
        'ф' => 'f',
        'р' => 'p',
        'с' => 'c',
        'т' => 't',
        'у' => 'y',
        'х' => 'x',
        'я' | 'г' => 'r',
        'ш' | 'щ' => 'w',
        'д' => 'd',
        'і' | 'ї' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'л' => 'l',
        'ч' => '4',
        'ц' => 'u',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_misread_is_read_again() {
        for (shown, meant) in [
            ("BjÃ¶rk", "Björk"),
            ("MÃƒÂ¶tley CrÃƒÂ¼e", "Mötley Crüe"),
            ("Î£tella", "Σtella"),
            ("Donâ€™t", "Don’t"),
            ("Ã©", "é"),
            ("Ð\u{9a}Ð¸Ð½Ð¾", "Кино"),
            ("Hot%20Snakes", "Hot Snakes"),
            ("Bj%C3%B6rk", "Björk"),
        ] {
            assert_eq!(repaired(shown), meant, "{shown}");
        }
    }

    #[test]
    fn what_is_right_stays() {
        for name in [
            "Björk",
            "Sigur Rós",
            "Mötley Crüe",
            "100%",
            "50% Off",
            "% %",
            "Ángel",
            "Ô",
            "É.",
            "Âme",
            "坂本龍一",
            "%zz",
            "\u{fffd}",
        ] {
            assert_eq!(repaired(name), name);
        }
    }
}
