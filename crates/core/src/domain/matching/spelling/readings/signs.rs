//! Names of signs: `+/-` is said "Plus Minus", `!!!` comes with how it is said.

/// How signs are said.
const SAID: [(char, &str); 12] = [
    ('+', "plus"),
    ('-', "minus"),
    ('=', "equals"),
    ('%', "percent"),
    ('#', "number"),
    ('@', "at"),
    ('&', "and"),
    ('*', "star"),
    ('★', "star"),
    ('÷', "divide"),
    ('×', "multiply"),
    ('∞', "infinity"),
];

/// Two signs or more and nothing else; dots and dashes alone leave a name open.
pub(super) fn is_name(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    signs.len() > 1
        && signs.iter().all(|c| !c.is_alphanumeric() && *c != char::REPLACEMENT_CHARACTER)
        && signs.iter().any(|c| !matches!(c, '.' | '-' | '…'))
}

/// A name of signs in words; empty when it is none or a sign has no word. A stroke between signs is not said.
pub(super) fn spelt(text: &str) -> String {
    if text.chars().any(char::is_alphanumeric) {
        return String::new();
    }
    let signs = text.chars().filter(|c| !c.is_whitespace() && *c != '/');
    let words: Option<Vec<&str>> =
        signs.map(|c| SAID.iter().find(|(sign, _)| *sign == c).map(|(_, word)| *word)).collect();
    words.unwrap_or_default().join(" ")
}

/// "!!! Chk Chk Chk" without how it is said.
pub(super) fn head(text: &str) -> Option<&str> {
    let (head, said) = text.trim().split_once(' ')?;
    (is_name(head) && said.chars().any(char::is_alphabetic)).then_some(head)
}
