//! The bank's recordings, read and compared with their text.

use serde_json::Value;
use vinilogy_upstream::{Exchange, ecb};

use super::{Failure, same};

/// The value of an attribute in a tag's text, in either kind of quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split_once(&format!("{name}="))?.1;
    let quote = rest.chars().next()?;
    rest[1..].split(quote).next()
}

pub fn days(exchange: &Exchange, _: &Value) -> Result<(), Failure> {
    let text = String::from_utf8_lossy(&exchange.body);
    let tags: Vec<&str> = text.split("<Cube ").skip(1).collect();
    let (days, rates): (Vec<&str>, Vec<&str>) = tags.into_iter().partition(|tag| attribute(tag, "time").is_some());
    let read = ecb::read_days(exchange)?;
    same("days", read.len(), days.len())?;
    for (day, tag) in read.iter().zip(days) {
        same("day", Some(day.day.to_string().as_str()), attribute(tag, "time"))?;
        same("the euro", day.rates.first().map(|(code, rate)| (code.as_str(), *rate)), Some(("EUR", ecb::SCALE)))?;
    }
    same("newest first", read.is_sorted_by(|one, next| one.day > next.day), true)?;
    let listed: Vec<&(String, i64)> = read.iter().flat_map(|day| &day.rates[1..]).collect();
    same("rates", listed.len(), rates.len())?;
    for ((code, rate), tag) in listed.into_iter().zip(rates) {
        same("currency", Some(code.as_str()), attribute(tag, "currency"))?;
        let recorded = attribute(tag, "rate").and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
        same("rate", *rate as f64, (recorded * ecb::SCALE as f64).round())?;
    }
    Ok(())
}
