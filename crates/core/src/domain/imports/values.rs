//! What a field is worth: a name, a rating, an address.
use crate::domain::names::artist_key;

/// The longest name that is taken for one, in bytes.
pub const MAX_NAME: usize = 500;
/// How much of a refused row its report shows, in characters.
pub(super) const EXCERPT: usize = 120;
/// The longest address that is kept, in bytes.
const MAX_URL: usize = 2000;

/// What lists write in the place of an artist.
const NOBODY: [&str; 12] = [
    "various",
    "various artists",
    "varios artistas",
    "varios",
    "verschiedene",
    "artistes divers",
    "va",
    "unknown artist",
    "artista desconocido",
    "na",
    "n a",
    "null",
];

/// A name that may be an artist's.
pub(super) fn name(text: &str) -> Result<String, &'static str> {
    // Line ends within quotes, tabs and doubled spaces are no part of a name.
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err("it names no artist");
    }
    if name.len() > MAX_NAME {
        return Err("the name is longer than 500 bytes");
    }
    if name.contains('\0') {
        return Err("the name holds a zero byte");
    }
    if name.chars().all(is_invisible) {
        return Err("the name has no visible character");
    }
    if NOBODY.contains(&artist_key(&name).as_str()) {
        return Err("it names no single artist");
    }
    Ok(name)
}

/// Spaces without width, marks of direction, byte order marks.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The number of a rating: `4.5`, `4,5`, `8/10`, `90 %`, `★★★½`.
pub(super) fn rating(text: &str) -> Option<f32> {
    let text = text.trim();
    let stars = text.chars().filter(|c| matches!(c, '★' | '⭐' | '*')).count();
    if stars > 0 && text.chars().all(|c| matches!(c, '★' | '☆' | '⭐' | '*' | '½' | '\u{fe0f}')) {
        let half = if text.contains('½') { 0.5 } else { 0.0 };
        #[expect(clippy::cast_precision_loss, reason = "as many stars as fit a field")]
        let stars = stars as f32;
        return Some(stars + half);
    }
    let number = text.split(['/', '%']).next().unwrap_or_default().trim().replace(',', ".");
    number.parse().ok().filter(|rating: &f32| rating.is_finite() && (0.0..=1000.0).contains(rating))
}

/// An address of the web.
pub(super) fn image_url(text: &str) -> Option<String> {
    let text = text.trim();
    let scheme = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let web = scheme.starts_with("https://") || scheme.starts_with("http://");
    let plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    (web && plain && text.len() <= MAX_URL).then(|| text.to_owned())
}
