//! Countries that records are sent from and to, and made in: ISO 3166-1 codes, and the names by which marketplaces and sellers call them.

mod names;

use std::fmt;
use std::str::FromStr;

use any_ascii::any_ascii;
use serde::{Deserialize, Serialize};

/// A country of ISO 3166-1: two capital letters. `IC` (Canary Islands), `XI` (Northern Ireland) and `XK` (Kosovo) are used like codes,
/// because customs use them so. Any two letters are accepted, since the list changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// Not two letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a country code of ISO 3166-1")]
pub struct UnknownCountry(String);

/// How far away a country is for the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    /// The customs union of the European Union with its 27 members.
    EuropeanUnion,
    /// The rest of Europe.
    Europe,
    /// Everywhere else.
    World,
}

/// Members of the European Union since 2020-02-01, with Monaco, which is France for customs and VAT (Council Directive 2006/112/EC, art. 7).
const EUROPEAN_UNION: [&str; 28] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Other countries of Europe, and parts of members that are outside of the Union's VAT.
const EUROPE: [&str; 27] = [
    "AD", "AL", "AX", "BA", "BY", "CH", "FO", "GB", "GG", "GI", "IC", "IM", "IS", "JE", "LI", "MD", "ME", "MK", "NO",
    "RS", "RU", "SM", "TR", "UA", "VA", "XI", "XK",
];

impl Country {
    /// Great Britain and, as marketplaces cannot tell them apart, Northern Ireland.
    pub const GB: Self = Self(*b"GB");
    /// Spain.
    pub const ES: Self = Self(*b"ES");

    /// The code, such as `ES`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// A code in any case, or a name as Discogs ("Germany", "UK"), eBay and sellers in several languages write it. `None` for what is no one
    /// country: "Europe", "UK & Europe", "Worldwide".
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let name = any_ascii(text).to_lowercase().replace('.', "");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        names::code(&name)
            .or(Some(text.trim()).filter(|code| code.len() == 2))
            .and_then(|code| code.to_uppercase().parse().ok())
    }

    /// Where it is.
    #[must_use]
    pub fn region(self) -> Region {
        if EUROPEAN_UNION.contains(&self.code()) {
            Region::EuropeanUnion
        } else if EUROPE.contains(&self.code()) {
            Region::Europe
        } else {
            Region::World
        }
    }

    /// In the customs union and the VAT area of the European Union. The Canary Islands, Northern Ireland and French overseas departments
    /// with codes of their own are not: see [`super::customs`].
    #[must_use]
    pub fn in_european_union(self) -> bool {
        self.region() == Region::EuropeanUnion
    }
}

impl FromStr for Country {
    type Err = UnknownCountry;

    /// From a code in capitals. `UK` is read as `GB` and `EL` as `GR`, which customs write for them.
    fn from_str(code: &str) -> Result<Self, UnknownCountry> {
        match code.as_bytes() {
            b"UK" => Ok(Self::GB),
            b"EL" => Ok(Self(*b"GR")),
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([*a, *b])),
            _ => Err(UnknownCountry(code.chars().take(16).collect())),
        }
    }
}

impl TryFrom<String> for Country {
    type Error = UnknownCountry;

    fn try_from(code: String) -> Result<Self, UnknownCountry> {
        code.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_are_one_country() {
        for (text, code, region) in [
            ("Germany", "DE", Region::EuropeanUnion),
            ("DEUTSCHLAND", "DE", Region::EuropeanUnion),
            ("España", "ES", Region::EuropeanUnion),
            ("EL", "GR", Region::EuropeanUnion),
            ("UK", "GB", Region::Europe),
            ("United Kingdom", "GB", Region::Europe),
            ("U.K.", "GB", Region::Europe),
            ("ic", "IC", Region::Europe),
            ("Switzerland", "CH", Region::Europe),
            ("USA", "US", Region::World),
            ("us", "US", Region::World),
            ("Japan", "JP", Region::World),
            ("ZZ", "ZZ", Region::World),
        ] {
            let country = Country::read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((country.code(), country.region()), (code, region), "{text}");
        }
        for text in ["", "Europe", "UK & Europe", "Worldwide", "e", "12", "ñ"] {
            assert_eq!(Country::read(text), None, "{text}");
        }
        assert!("gb".parse::<Country>().is_err());
        assert_eq!(serde_json::to_value(Country::ES).unwrap(), "ES");
        assert_eq!(serde_json::from_value::<Country>("UK".into()).unwrap(), Country::GB);
    }
}
