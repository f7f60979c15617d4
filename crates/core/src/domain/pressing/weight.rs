//! How heavy a record is, from free text: `180 Gram`, `180g`, `200gm`, and `180` where a list keeps three letters of it.

/// What records weigh; other numbers before a `g` are something else.
const PLAUSIBLE: std::ops::RangeInclusive<i16> = 80..=400;
/// Weights that pressing plants advertise, which alone are believed without a unit.
const ADVERTISED: [i16; 10] = [120, 130, 140, 150, 160, 170, 180, 190, 200, 220];
const UNITS: [&str; 11] = ["g", "gm", "gms", "gr", "grs", "gram", "grams", "gramm", "gramme", "grammes", "grms"];

/// Grams of one record, from what stands between two commas.
pub(super) fn grams(phrase: &str) -> Option<i16> {
    if let Ok(alone) = phrase.trim().parse() {
        return Some(alone).filter(|grams| ADVERTISED.contains(grams));
    }
    let mut rest = phrase;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = &rest[at..];
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let (number, after) = digits.split_at(end);
        let unit = after.trim_start_matches([' ', '-', '\u{a0}']);
        let unit = &unit[..unit.find(|c: char| !c.is_alphabetic()).unwrap_or(unit.len())];
        if UNITS.iter().any(|known| known.eq_ignore_ascii_case(unit))
            && let Some(grams) = number.parse().ok().filter(|grams| PLAUSIBLE.contains(grams))
        {
            return Some(grams);
        }
        rest = after;
    }
    None
}
