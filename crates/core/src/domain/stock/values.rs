//! What the fields of a stock list are worth.
use crate::domain::money::{Currency, Money};
use crate::domain::names::artist_key;

/// Characters of a key.
pub(super) const LONGEST_KEY: usize = 200;

const SOLD: &str = "sold vendido vendida agotado agotada reserved reservado reservada eladva elfogyott elado outofstock soldout verkauft \
    ausverkauft epuise vendu true inactive nodisponible";
/// Media that are no records, and words that stand beside records only.
const OTHERS: &str = "cd cds sacd dvd bluray cassette cassettes casete kazetta mc vhs book libro konyv poster camiseta shirt 8track minidisc";
const VINYL: &str = "vinyl vinilo vinilos bakelit lemez lp lps 12 10 7 2lp 3lp 4lp schallplatte vinyle 2xlp record";
/// Entities that shops' exports are full of.
const ENTITIES: [(&str, &str); 6] =
    [("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"), ("&nbsp;", " ")];

/// Without entities, tags' line breaks and doubled blanks.
pub(super) fn plain(text: &str) -> String {
    let mut plain = text.replace("<br />", " ").replace("<br>", " ");
    for (entity, letter) in ENTITIES {
        plain = plain.replace(entity, letter);
    }
    plain.split_whitespace().filter(|word| *word != "\0").collect::<Vec<_>>().join(" ").replace('\0', "")
}

/// Where a record costs thousands, one separator before three digits parts them.
const THOUSANDS: [&str; 4] = ["HUF", "JPY", "KRW", "ISK"];

/// An amount, with a sign of currency or without: `12`, `12.50`, `12,50 €`, `1.234,50`, `1,234.5`, `£9.99`. What is finer than the smallest
/// coin, as spreadsheets write it (`35316.090000000004`), is rounded. `None` for what can be read in two ways: `1.234` euros.
pub(super) fn amount(text: &str, currency: Currency) -> Option<Money> {
    let currency = named(text).unwrap_or(currency);
    let kept: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-')).collect();
    let number = kept.trim_matches(['.', ',']);
    if number.is_empty() || number.contains('-') {
        return None;
    }
    let digits = usize::try_from(currency.minor_digits()).ok()?;
    let separators = number.matches(['.', ',']).count();
    let alike = number.matches('.').count() == separators || number.matches(',').count() == separators;
    let (whole, fraction) = match number.rfind(['.', ',']) {
        None => (number, ""),
        Some(at) if number.len() - at - 1 != 3 || digits == 3 || !alike || number.starts_with('0') => {
            (&number[..at], &number[at + 1..])
        }
        Some(_) if separators > 1 || THOUSANDS.contains(&currency.code()) => (number, ""),
        Some(_) => return None,
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let (coins, finer) = fraction.split_at(fraction.len().min(digits));
    let minor: i64 = format!("{whole}{coins:0<digits$}").parse().ok()?;
    let minor = minor.checked_add(i64::from(finer.starts_with(['5', '6', '7', '8', '9'])))?;
    Some(Money::new(minor, currency))
}

/// The currency whose sign or code stands beside an amount.
fn named(text: &str) -> Option<Currency> {
    let signs = [("€", Currency::EUR), ("£", Currency::GBP), ("US$", Currency::USD)];
    if let Some((_, currency)) = signs.iter().find(|(sign, _)| text.contains(sign)) {
        return Some(*currency);
    }
    let code: String = text.chars().filter(char::is_ascii_alphabetic).collect();
    match code.as_str() {
        "Ft" | "ft" => "HUF".parse().ok(),
        _ => code.to_uppercase().parse().ok(),
    }
}

/// Zero or less, or nothing.
pub(super) fn is_none(copies: &str) -> bool {
    copies.trim().parse::<f64>().is_ok_and(|copies| copies <= 0.0) || copies.trim().is_empty()
}

/// What says that it is not to be had.
pub(super) fn is_sold(status: &str) -> bool {
    let joined = artist_key(status).replace(' ', "");
    SOLD.split(' ').any(|word| word == joined)
}

/// What names another medium and no record.
pub(super) fn is_other_medium(format: &str) -> bool {
    let key = artist_key(format);
    let holds = |words: &str| key.split(' ').any(|word| words.split_whitespace().any(|other| other == word));
    holds(OTHERS) && !holds(VINYL)
}

/// Eight to fourteen digits.
pub(super) fn barcode(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (8..=14).contains(&digits.len()).then_some(digits)
}

/// Four digits of a year with records.
pub(super) fn year(text: &str) -> Option<i16> {
    let year = text.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4)?;
    year.parse().ok().filter(|year| (1900..2100).contains(year))
}
