//! Money as eBay writes it: a decimal in a text, exact.

use serde::{Deserialize, Deserializer, de::Error as _};

/// A sum of money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// In major units as written: digits, perhaps a point and more digits (`12.50`).
    pub value: String,
    /// ISO 4217 code.
    pub currency: String,
}

impl Amount {
    /// Whether it is nothing at all (`0.00`).
    pub fn is_zero(&self) -> bool {
        self.value.bytes().all(|byte| matches!(byte, b'0' | b'.'))
    }

    /// In minor units of a currency with so many `digits` after the point. `None` when it is more exact than that, or too large.
    pub fn minor(&self, digits: u32) -> Option<i64> {
        let digits = usize::try_from(digits).ok()?;
        let (whole, fraction) = self.value.split_once('.').unwrap_or((&self.value, ""));
        let fraction = fraction.trim_end_matches('0');
        let fits = fraction.len() <= digits;
        fits.then(|| format!("{whole}{fraction:0<digits$}").parse().ok()).flatten()
    }
}

/// A decimal in a text, or a number in an answer that has drifted; its digits are kept as they are.
pub(super) fn decimal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let number = serde_json::Value::deserialize(deserializer)?;
    let text = match &number {
        serde_json::Value::String(text) => text.trim().to_owned(),
        serde_json::Value::Number(number) => number.to_string(),
        serde_json::Value::Null => return Err(D::Error::custom("a decimal is required")),
        _ => return Err(D::Error::custom("not a decimal")),
    };
    if is_decimal(&text) { Ok(text) } else { Err(D::Error::custom("not a decimal")) }
}

fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.').map_or_else(|| digits(text), |(whole, fraction)| digits(whole) && digits(fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn euros(value: &str) -> Amount {
        Amount { value: value.to_owned(), currency: "EUR".to_owned() }
    }

    #[test]
    fn minor_units_are_exact() {
        let cases =
            [("12.50", Some(1250)), ("12.5", Some(1250)), ("12", Some(1200)), ("0.00", Some(0)), ("7.1000", Some(710))];
        for (value, minor) in cases {
            assert_eq!(euros(value).minor(2), minor, "{value}");
        }
        assert_eq!(euros("12.505").minor(2), None);
        assert_eq!(euros("1500.0").minor(0), Some(1500));
        assert_eq!(euros("99999999999999999999").minor(2), None);
        assert!(euros("0.00").is_zero() && euros("0").is_zero() && !euros("0.01").is_zero());
    }

    #[test]
    fn only_decimals_are_read() {
        for text in ["1", "12.50", "0.00", "1250.5"] {
            assert!(is_decimal(text), "{text}");
        }
        for text in ["", "-1.00", "1,50", "1.", ".5", "1e3", "1 000.00", "EUR 5", "NaN"] {
            assert!(!is_decimal(text), "{text}");
        }
    }
}
