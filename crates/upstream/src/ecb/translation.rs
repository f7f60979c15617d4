//! From the bank's XML to days with their rates. Three elements are called `Cube`: the one around all, one per day, one per currency.

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::decimal::scaled;
use crate::http::classify;
use crate::{Error, Exchange};

/// A rate is this many times what it is written as.
pub const SCALE: i64 = 100_000_000;
const DIGITS: usize = 8;

/// The rates of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The working day they are of.
    pub day: NaiveDate,
    /// ISO 4217 code, and units of that currency for one euro times [`SCALE`]; the euro itself is the first. The others are in the order of
    /// the file.
    pub rates: Vec<(String, i64)>,
}

/// Reads the daily file or a historical one.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`] with the day, the currency and the attribute that does not fit.
pub fn read_days(exchange: &Exchange) -> Result<Vec<Day>, Error> {
    classify(exchange).into_result()?;
    let mut days: Vec<Day> = Vec::new();
    each_element(&exchange.body, |tag| {
        if tag.local_name().as_ref() != "Cube" {
            return Ok(());
        }
        let attribute = |name| attribute(tag, name);
        if let Some(time) = attribute("time") {
            days.push(Day { day: day(&time, days.len())?, rates: vec![("EUR".to_owned(), SCALE)] });
        } else if let Some(currency) = attribute("currency") {
            let day = days.last_mut().ok_or_else(|| malformed("Cube.time: missing".to_owned()))?;
            let rate = rate(day, &currency, attribute("rate"))?;
            day.rates.push((currency, rate));
        } else if attribute("rate").is_some() {
            return Err(malformed(format!("Cube[{}].currency: missing", days.len().saturating_sub(1))));
        }
        Ok(())
    })?;
    match days.iter().find(|day| day.rates.len() < 2) {
        _ if days.is_empty() => Err(malformed("Cube.time: missing".to_owned())),
        Some(empty) => Err(malformed(format!("{}: no rates", empty.day))),
        None => Ok(days),
    }
}

fn day(text: &str, index: usize) -> Result<NaiveDate, Error> {
    text.parse().map_err(|_| malformed(format!("Cube[{index}].time: not a date")))
}

fn rate(day: &Day, currency: &str, text: Option<String>) -> Result<i64, Error> {
    let of = &day.day;
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(malformed(format!("{of}.currency[{}]: not a code of ISO 4217", day.rates.len() - 1)));
    }
    if day.rates.iter().any(|(known, _)| known == currency) {
        return Err(malformed(format!("{of}.{currency}: twice")));
    }
    let text = text.ok_or_else(|| malformed(format!("{of}.{currency}.rate: missing")))?;
    scaled(text.trim(), DIGITS).ok_or_else(|| malformed(format!("{of}.{currency}.rate: not a positive decimal")))
}

/// Whether the bytes are XML from the first element to its end, and not a page.
pub(crate) fn is_whole(body: &[u8]) -> bool {
    let mut root = None;
    let whole = each_element(body, |tag| {
        root.get_or_insert_with(|| tag.local_name().as_ref().to_owned());
        Ok(())
    });
    whole.is_ok() && root.as_deref() == Some("Envelope")
}

/// Calls with every element. Fails when one of them is not closed.
fn each_element(body: &[u8], mut each: impl FnMut(&BytesStart<'_>) -> Result<(), Error>) -> Result<(), Error> {
    let text = std::str::from_utf8(body).map_err(|_| malformed("not UTF-8".to_owned()))?;
    let (mut reader, mut depth) = (Reader::from_str(text), 0_usize);
    loop {
        match reader.read_event().map_err(|error| malformed(format!("XML: {error}")))? {
            Event::Start(tag) => {
                depth += 1;
                each(&tag)?;
            }
            Event::Empty(tag) => each(&tag)?,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(malformed("XML: it ends in the middle".to_owned())),
            _ => {}
        }
    }
}

/// An attribute by its name; codes, dates and decimals hold no entities.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

fn malformed(field: String) -> Error {
    Error::Malformed { field }
}

#[cfg(test)]
mod tests;
