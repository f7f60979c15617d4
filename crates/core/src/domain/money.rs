//! Money: integer minor units of one ISO 4217 currency. Amounts of two currencies have no order; converting them is somebody else's work.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why an amount or a currency was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not three capital ASCII letters.
    #[error("{0:?} is not a currency code of ISO 4217")]
    Currency(String),
    /// Not a number, infinite, or more minor units than 2^53.
    #[error("not an amount of money")]
    Amount,
}

/// An ISO 4217 code: three capital letters. Any such code is accepted, since the list changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// United States dollar.
    pub const USD: Self = Self(*b"USD");
    /// Pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Australian dollar.
    pub const AUD: Self = Self(*b"AUD");
    /// Canadian dollar.
    pub const CAD: Self = Self(*b"CAD");
    /// Swiss franc.
    pub const CHF: Self = Self(*b"CHF");
    /// Yen.
    pub const JPY: Self = Self(*b"JPY");

    /// The code, such as `EUR`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Digits after the decimal point, by ISO 4217.
    #[must_use]
    pub const fn minor_digits(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX"
            | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }

    /// What is written before the amount, without a blank; other currencies follow it.
    const fn prefix(self) -> Option<&'static str> {
        Some(match &self.0 {
            b"GBP" => "£",
            b"USD" => "$",
            b"JPY" => "¥",
            b"CAD" => "CA$",
            b"AUD" => "A$",
            b"NZD" => "NZ$",
            b"MXN" => "MX$",
            b"BRL" => "R$",
            _ => return None,
        })
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        match code.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(|byte| byte.is_ascii_uppercase()) => Ok(Self([*a, *b, *c])),
            _ => Err(Error::Currency(code.chars().take(16).collect())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = Error;

    fn try_from(code: String) -> Result<Self, Error> {
        code.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in minor units of its currency. There is no `Ord`: see [`Money::cheaper_than`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Cents, pence, whole yen: units of the currency times ten to its [`Currency::minor_digits`].
    pub minor: i64,
    /// What it is an amount of.
    pub currency: Currency,
}

impl Money {
    /// `minor` units of `currency`.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// From whole units as an upstream's JSON has them, rounded half away from zero. The number is read as it is written in decimal, so
    /// that 1.005 is a half and not the binary fraction a little below it.
    ///
    /// # Errors
    /// [`Error::Amount`] when it is not finite or beyond 2^53 minor units, where a JSON number stops being exact.
    pub fn from_units(units: f64, currency: Currency) -> Result<Self, Error> {
        let written = units.abs().to_string();
        let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
        let digits = currency.minor_digits() as usize;
        let kept: String = whole.chars().chain(fraction.chars().chain(std::iter::repeat('0')).take(digits)).collect();
        let half_or_more = fraction.as_bytes().get(digits).is_some_and(|digit| *digit >= b'5');
        let minor = kept.parse::<i64>().map_err(|_| Error::Amount)?;
        let minor =
            minor.checked_add(i64::from(half_or_more)).filter(|minor| *minor <= 1 << 53).ok_or(Error::Amount)?;
        Ok(Self::new(if units < 0.0 { -minor } else { minor }, currency))
    }

    /// Whether this is less than `other`; `None` when they are of different currencies.
    #[must_use]
    pub fn cheaper_than(self, other: Self) -> Option<bool> {
        (self.currency == other.currency).then_some(self.minor < other.minor)
    }

    /// The amount alone, such as `22.00`, with this decimal mark.
    #[must_use]
    pub fn decimal(self, mark: char) -> String {
        let scale = 10_u64.pow(self.currency.minor_digits());
        let sign = if self.minor < 0 { "-" } else { "" };
        let (whole, rest) = (self.minor.unsigned_abs() / scale, self.minor.unsigned_abs() % scale);
        match self.currency.minor_digits() as usize {
            0 => format!("{sign}{whole}"),
            digits => format!("{sign}{whole}{mark}{rest:0digits$}"),
        }
    }

    /// The amount with its sign of currency and this decimal mark: `22.00 €`, `£18.50`, `350.00 SEK`.
    #[must_use]
    pub fn written(self, mark: char) -> String {
        let amount = self.decimal(mark);
        match (self.currency.prefix(), amount.strip_prefix('-')) {
            (Some(sign), None) => format!("{sign}{amount}"),
            (Some(sign), Some(amount)) => format!("-{sign}{amount}"),
            (None, _) if self.currency == Currency::EUR => format!("{amount} €"),
            (None, _) => format!("{amount} {}", self.currency),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written('.'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        code.parse().unwrap()
    }

    #[test]
    fn is_written_as_people_do() {
        for (minor, code, text) in [
            (2200, "EUR", "22.00 €"),
            (1850, "GBP", "£18.50"),
            (2500, "JPY", "¥2500"),
            (5, "USD", "$0.05"),
            (-1850, "GBP", "-£18.50"),
            (-5, "EUR", "-0.05 €"),
            (12345, "KWD", "12.345 KWD"),
            (35000, "SEK", "350.00 SEK"),
            (i64::MIN, "JPY", "-¥9223372036854775808"),
        ] {
            assert_eq!(Money::new(minor, currency(code)).to_string(), text);
        }
        assert_eq!(Money::new(2250, Currency::EUR).written(','), "22,50 €");
    }

    #[test]
    fn rounds_half_away_from_zero() {
        for (units, code, minor) in [
            (22.0, "EUR", 2200),
            (1.005, "EUR", 101),
            (1.0049, "EUR", 100),
            (-1.005, "EUR", -101),
            (7.679804607882764, "EUR", 768),
            (0.1 + 0.2, "USD", 30),
            (2499.5, "JPY", 2500),
            (1.2345, "KWD", 1235),
            (0.0, "EUR", 0),
            (-0.0, "EUR", 0),
            (1e-9, "EUR", 0),
            (90_071_992_547_409.0, "EUR", 9_007_199_254_740_900),
        ] {
            assert_eq!(Money::from_units(units, currency(code)), Ok(Money::new(minor, currency(code))), "{units}");
        }
        for units in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e15, f64::MAX, -f64::MAX] {
            assert_eq!(Money::from_units(units, Currency::EUR), Err(Error::Amount), "{units}");
        }
    }

    #[test]
    fn a_currency_is_three_capitals() {
        for code in ["", "EU", "EURO", "eur", "E1R", "€UR", "EUR "] {
            assert!(code.parse::<Currency>().is_err(), "{code}");
            assert!(serde_json::from_value::<Currency>(code.into()).is_err(), "{code}");
        }
        let money = Money::new(2200, Currency::EUR);
        let json = serde_json::json!({"minor": 2200, "currency": "EUR"});
        assert_eq!(serde_json::to_value(money).unwrap(), json);
        assert_eq!(serde_json::from_value::<Money>(json).unwrap(), money);
    }

    #[test]
    fn currencies_have_no_order() {
        let (euros, yen) = (Money::new(100, Currency::EUR), Money::new(1, Currency::JPY));
        assert_eq!(euros.cheaper_than(yen), None);
        assert_eq!(yen.cheaper_than(euros), None);
        assert_eq!(Money::new(99, Currency::EUR).cheaper_than(euros), Some(true));
        assert_eq!(euros.cheaper_than(euros), Some(false));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_panics(units in any::<f64>(), minor in any::<i64>(), code in "[A-Z]{3}") {
            let currency = currency(&code);
            prop_assert!(Money::from_units(units, currency).is_ok_and(|money| money.currency == currency) || units.abs() > 1e8 || units.is_nan());
            prop_assert!(!Money::new(minor, currency).to_string().is_empty());
        }

        #[test]
        fn cents_survive_the_wire(minor in -1_000_000_000_i64..1_000_000_000, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
            let money = Money::new(minor, currency(code));
            let units: f64 = money.decimal('.').parse().unwrap();
            prop_assert_eq!(Money::from_units(units, money.currency), Ok(money));
        }
    }
}
