//! Readers for the values that the upstreams write in more than one way: numbers as text, a list of one as its element, "" for nothing.
//! They are visitors, not untagged enums, so that an error still names its path.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A whole number written as a number or as text; missing, `null` and "" are `None`.
pub(crate) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    let Some(number) = deserializer.deserialize_any(Number)? else {
        return Ok(None);
    };
    match number {
        Num::Integer(value) => Ok(Some(value)),
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53")]
        Num::Float(value) if value.fract() == 0.0 && value.abs() < 9e15 => Ok(Some(value as i64)),
        Num::Float(value) => Err(D::Error::custom(format!("{value} is not a whole number"))),
    }
}

/// A whole number that must be there.
pub(crate) fn required_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    integer(deserializer)?.ok_or_else(|| D::Error::custom("a number is required"))
}

/// A number written as a number or as text; missing, `null` and "" are `None`.
pub(crate) fn float<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    #[expect(clippy::cast_precision_loss, reason = "counts and prices are far below 2^53")]
    let float = |number| match number {
        Num::Integer(value) => value as f64,
        Num::Float(value) => value,
    };
    Ok(deserializer.deserialize_any(Number)?.map(float))
}

/// A number that must be there.
pub(crate) fn required_float<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    float(deserializer)?.ok_or_else(|| D::Error::custom("a number is required"))
}

/// Text without outer spaces; missing, `null` and "" are `None`; a number is its digits.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    deserializer.deserialize_any(Text)
}

/// Text that must be there and must not be empty.
pub(crate) fn required_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    text(deserializer)?.ok_or_else(|| D::Error::custom("a text is required"))
}

/// A list; a single element stands for a list of one; missing, `null` and text that is blank are the empty list.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(List(PhantomData))
}

/// A list of texts, without the empty ones; a single text stands for a list of one.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(transparent)]
    struct Element(#[serde(deserialize_with = "text")] Option<String>);
    let elements: Vec<Element> = list(deserializer)?;
    Ok(elements.into_iter().filter_map(|element| element.0).collect())
}

/// An object; missing, `null`, blank text and `[]` (all of them "nothing" in XML turned to JSON) are `None`.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    deserializer.deserialize_any(Object(PhantomData))
}

/// The year at the beginning of a date of any length; `0`, `19??` and what is no date are `None`.
pub(crate) fn year(date: &str) -> Option<i16> {
    let digits = date.trim().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ends = !date.trim()[4..].starts_with(|c: char| c.is_ascii_digit());
    digits.parse().ok().filter(|year| ends && *year >= 1800)
}

enum Num {
    Integer(i64),
    Float(f64),
}

struct Number;

impl<'de> Visitor<'de> for Number {
    type Value = Option<Num>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a number as text")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(Num::Integer(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        i64::try_from(value).map(|value| Some(Num::Integer(value))).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(Num::Float(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        let value = value.trim();
        if value.is_empty() {
            return Ok(None);
        }
        if let Ok(value) = value.parse() {
            return Ok(Some(Num::Integer(value)));
        }
        let float = value.parse().ok().filter(|float: &f64| float.is_finite());
        float.map(|float| Some(Num::Float(float))).ok_or_else(|| E::custom("the text is not a number"))
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        let value = value.trim();
        Ok((!value.is_empty()).then(|| value.to_owned()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(value.to_string()))
    }
}

struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, or its only element")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        if value.trim().is_empty() {
            return Ok(Vec::new());
        }
        T::deserialize(serde::de::value::StrDeserializer::<E>::new(value)).map(|only| vec![only])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, only: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(only)).map(|only| vec![only])
    }
}

struct Object<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        if value.trim().is_empty() { Ok(None) } else { Err(E::invalid_type(serde::de::Unexpected::Str(value), &self)) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        list.next_element::<T>()
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(object)).map(Some)
    }
}

#[cfg(test)]
mod tests;
