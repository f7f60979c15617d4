//! Names as the upstreams compare them: accents, case, spaces and punctuation do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded form. A name of punctuation only (`!!!`) folds to itself.
pub(crate) fn fold(name: &str) -> String {
    let folded: String = letters(name).filter(|c| c.is_alphanumeric()).collect();
    if folded.is_empty() { name.trim().to_lowercase() } else { folded }
}

/// Folded words, for searching; never empty for a non-empty name.
pub(crate) fn words(name: &str) -> Vec<String> {
    let words: Vec<String> = name.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { vec![fold(name)] } else { words }
}

/// The Discogs name without its disambiguating number.
pub(crate) fn without_number(name: &str) -> &str {
    let Some(open) = name.rfind(" (") else { return name };
    let inside = name[open + 2..].strip_suffix(')').unwrap_or("");
    let number = !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_digit());
    if number { &name[..open] } else { name }
}

/// The way MusicBrainz sorts: `The Beatles` is `Beatles, The`, a person's last name comes first.
pub(crate) fn sort_name(name: &str, kind: &str) -> String {
    if let Some(rest) = name.strip_prefix("The ") {
        return format!("{rest}, The");
    }
    match name.rsplit_once(' ') {
        Some((first, last)) if kind == "Person" => format!("{last}, {first}"),
        _ => name.to_owned(),
    }
}

/// Percent-encoded for a path, spaces as `+`, as Last.fm writes its addresses.
pub(crate) fn url_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'!' | b'(' | b')' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(|c| match c {
        'ø' => 'o',
        'ð' => 'd',
        'ı' => 'i',
        'ł' => 'l',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_what_people_leave_out() {
        for (a, b) in [("radio head", "Radiohead"), ("Sigur Ros", "Sigur Rós"), ("bjork", "Björk"), ("REM", "R.E.M.")]
        {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("!!!"), "!!!");
        assert_ne!(fold("Молчат Дома"), fold("Кино"));
    }

    #[test]
    fn the_discogs_number_goes_and_other_brackets_stay() {
        assert_eq!(without_number("Nirvana (2)"), "Nirvana");
        assert_eq!(without_number("Kino (Кино)"), "Kino (Кино)");
        assert_eq!(without_number("( )"), "( )");
    }

    #[test]
    fn sort_names_turn_articles_and_people() {
        assert_eq!(sort_name("The Beatles", "Group"), "Beatles, The");
        assert_eq!(sort_name("Kate Bush", "Person"), "Bush, Kate");
        assert_eq!(sort_name("Pink Floyd", "Group"), "Pink Floyd");
    }

    #[test]
    fn addresses_are_encoded() {
        assert_eq!(url_text("Sigur Rós"), "Sigur+R%C3%B3s");
        assert_eq!(url_text("AC/DC + x"), "AC%2FDC+%2B+x");
    }
}
