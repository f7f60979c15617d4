//! Format texts where they lie: in the dump's XML, in recorded JSON and in columns of exports.

use std::path::Path;

use serde_json::Value;
use support::unpacked;
use vinilogy_core::domain::pressing::Medium;

fn text(path: &Path) -> String {
    String::from_utf8_lossy(&unpacked(path)).into_owned()
}

/// The media of each release of the dump that has a record among them. Cut out by hand, so that nothing of the product is in between.
pub fn dump(path: &Path) -> Vec<Vec<Medium>> {
    let text = text(path);
    let releases = text.split("<formats>").skip(1).map(|rest| rest.split("</formats>").next().unwrap_or_default());
    let media = releases.map(|formats| formats.split("<format ").skip(1).map(medium).collect::<Vec<_>>());
    media.filter(|media| media.iter().any(|medium| medium.name == "Vinyl")).collect()
}

fn medium(xml: &str) -> Medium {
    let attribute = |name: &str| {
        let value = xml.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        unescaped(value.unwrap_or_default())
    };
    let descriptions = xml.split("<description>").skip(1).filter_map(|rest| rest.split("</description>").next());
    Medium {
        name: attribute("name"),
        quantity: attribute("qty").parse().ok(),
        descriptions: descriptions.map(unescaped).collect(),
        text: Some(attribute("text")).filter(|text| !text.is_empty()),
    }
}

fn unescaped(xml: &str) -> String {
    let mut text = xml.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&apos;", "'");
    while let Some(at) = text.find("&#") {
        let end = at + text[at..].find(';').expect("an end");
        let code = text[at + 2..end].parse().ok().and_then(char::from_u32).expect("a character");
        text.replace_range(at..=end, &code.to_string());
    }
    text.replace("&amp;", "&")
}

/// The media of each recorded release that has a record among them, whatever was asked.
pub fn recorded(folder: &Path) -> Vec<Vec<Medium>> {
    let mut found = Vec::new();
    for file in crate::formats::files_below(folder) {
        let value = serde_json::from_str(&text(&file)).unwrap_or(Value::Null);
        releases(&value, &mut found);
    }
    found.retain(|media: &Vec<Medium>| media.iter().any(|medium| medium.name == "Vinyl"));
    found
}

fn releases(value: &Value, found: &mut Vec<Vec<Medium>>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| releases(value, found)),
        Value::Object(object) => {
            if let Some(formats) = object.get("formats").and_then(Value::as_array) {
                found.push(formats.iter().map(recorded_medium).collect());
            }
            object.values().for_each(|value| releases(value, found));
        }
        _ => {}
    }
}

fn recorded_medium(value: &Value) -> Medium {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let descriptions = value["descriptions"].as_array().into_iter().flatten();
    Medium {
        name: text("name").unwrap_or_default(),
        quantity: text("qty").and_then(|quantity| quantity.parse().ok()),
        descriptions: descriptions.filter_map(|word| word.as_str().map(str::to_owned)).collect(),
        text: text("text"),
    }
}

/// A column of a CSV file, by its name in any case.
pub fn column(path: &Path, name: &str) -> Vec<String> {
    let text = text(path);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = reader.headers().expect("headers").clone();
    let place = headers.iter().position(|header| header.eq_ignore_ascii_case(name)).expect("the column");
    reader
        .records()
        .flatten()
        .filter_map(|row| row.get(place).map(str::to_owned))
        .filter(|text| !text.is_empty())
        .collect()
}
