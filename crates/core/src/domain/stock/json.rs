//! Lists as JSON: the first array of objects, alone or within one.
use serde_json::Value;

use super::headings::columns;
use super::{Refused, Row, Rows};

/// A byte order mark is no JSON, and some shops write one.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The rows of a list by what their members are called.
pub(super) fn rows(bytes: &[u8]) -> Result<Rows, &'static str> {
    let value: Value =
        serde_json::from_slice(bytes.strip_prefix(MARK).unwrap_or(bytes)).map_err(|_| "this is no JSON")?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(members) => {
            let list = members
                .into_iter()
                .find_map(|(_, member)| if let Value::Array(items) = member { Some(items) } else { None });
            list.ok_or("there is no array in it")?
        }
        _ => return Err("there is no array in it"),
    };
    Ok((1..).zip(items.iter().map(row)).collect())
}

fn row(item: &Value) -> Result<Row, Refused> {
    let members = item.as_object().ok_or(Refused::Broken)?;
    let columns = columns(members.keys().map(String::as_str));
    let named = columns.iter().zip(members.values()).filter_map(|(column, value)| Some(((*column)?, text(value)?)));
    Ok(named.filter(|(_, text)| !text.trim().is_empty()).collect())
}

/// Numbers and texts; of an amount with its currency the amount, of a list its first.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(said) => Some(said.to_string()),
        Value::Array(values) => values.first().and_then(text),
        Value::Object(members) => ["amount", "value", "name"].iter().find_map(|name| members.get(*name).and_then(text)),
        Value::Null => None,
    }
}
