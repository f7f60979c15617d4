//! Points of a score in integer hundredths, so that terms add up exactly.

use std::fmt;
use std::iter::Sum;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Hundredths of a point. As JSON a number with at most two decimals: 48.94, 30.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Points(i32);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// Whole points.
    #[must_use]
    pub const fn whole(points: i32) -> Self {
        Self(points.saturating_mul(100))
    }

    /// Clamped to what fits in 32 bits.
    #[must_use]
    pub fn from_hundredths(hundredths: i64) -> Self {
        Self(i32::try_from(hundredths).unwrap_or(if hundredths < 0 { i32::MIN } else { i32::MAX }))
    }

    /// As the database has it.
    #[must_use]
    pub const fn hundredths(self) -> i32 {
        self.0
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self::from_hundredths(points.map(|points| i64::from(points.0)).sum())
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        f.pad(&format!("{sign}{whole}.{rest:02}"))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 {
            return serializer.serialize_i32(self.0 / 100);
        }
        // The double nearest to a number of two decimals is written with these two decimals.
        serializer.serialize_f64(f64::from(self.0) / 100.0)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_f64(Number)
    }
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Points;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number with at most two decimals")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Points, E> {
        let hundredths = (number * 100.0).round();
        let read =
            f64::from(i32::MIN) <= hundredths && hundredths <= f64::from(i32::MAX) && hundredths / 100.0 == number;
        // In range by the line above, so the cast loses nothing.
        read.then_some(Points(hundredths as i32)).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Points, E> {
        let hundredths = number.checked_mul(100).and_then(|hundredths| i32::try_from(hundredths).ok());
        hundredths.map(Points).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Points, E> {
        let number = i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        self.visit_i64(number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn are_numbers_in_json() {
        for (hundredths, json) in
            [(4894, "48.94"), (3000, "30"), (1270, "12.7"), (0, "0"), (-5, "-0.05"), (10000, "100")]
        {
            let points = Points::from_hundredths(hundredths);
            assert_eq!(serde_json::to_string(&points).unwrap(), json);
            assert_eq!(serde_json::from_str::<Points>(json).unwrap(), points);
        }
        assert_eq!(serde_json::from_str::<Points>("30.00").unwrap(), Points::whole(30));
        for bad in ["1.234", "1e300", "99999999999", "\"3\"", "null", "18446744073709551615"] {
            assert!(serde_json::from_str::<Points>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn are_written_with_two_decimals() {
        assert_eq!(Points::from_hundredths(4894).to_string(), "48.94");
        assert_eq!(Points::from_hundredths(-5).to_string(), "-0.05");
        assert_eq!(format!("{:>7}", Points::whole(3)), "   3.00");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn come_back_from_json(hundredths in any::<i32>()) {
            let points = Points(hundredths);
            let json = serde_json::to_string(&points).unwrap();
            prop_assert!(json.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 2), "{}", json);
            prop_assert_eq!(serde_json::from_str::<Points>(&json).unwrap(), points);
        }
    }
}
