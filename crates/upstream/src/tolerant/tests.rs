//! The many ways to write one value.

use serde::Deserialize;

#[derive(Deserialize, Debug, PartialEq, Default)]
#[serde(default)]
struct Row {
    #[serde(deserialize_with = "super::integer")]
    integer: Option<i64>,
    #[serde(deserialize_with = "super::float")]
    float: Option<f64>,
    #[serde(deserialize_with = "super::text")]
    text: Option<String>,
    #[serde(deserialize_with = "super::texts")]
    words: Vec<String>,
    #[serde(deserialize_with = "super::list")]
    rows: Vec<Row>,
    #[serde(deserialize_with = "super::object")]
    row: Option<Box<Row>>,
}

fn row(json: &str) -> Result<Row, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn nothing_is_written_in_many_ways() {
    let nothing = [
        "{}",
        r#"{"integer":null,"float":null,"text":null,"words":null,"rows":null,"row":null}"#,
        r#"{"integer":"","float":" ","text":"  ","words":"","rows":"\n   ","row":"\n"}"#,
        r#"{"words":[],"rows":[],"row":[]}"#,
    ];
    for json in nothing {
        assert_eq!(row(json), Ok(Row::default()), "{json}");
    }
}

#[test]
fn numbers_are_text_and_text_is_numbers() {
    let wanted = Row { integer: Some(7), float: Some(0.5), text: Some("1999".to_owned()), ..Row::default() };
    assert_eq!(row(r#"{"integer":7,"float":0.5,"text":1999}"#), Ok(wanted));
    assert_eq!(
        row(r#"{"integer":"7","float":"0.5","text":" 1999 "}"#),
        row(r#"{"integer":7.0,"float":0.5,"text":"1999"}"#)
    );
    for json in
        [r#"{"integer":"seven"}"#, r#"{"integer":7.5}"#, r#"{"float":"NaN"}"#, r#"{"integer":[]}"#, r#"{"text":{}}"#]
    {
        assert!(row(json).is_err(), "{json}");
    }
}

#[test]
fn years_are_read_from_dates_of_any_length() {
    for date in ["1973", "1973-03", "1973-03-24", "1973-00-00", " 1973 ", "1973/03"] {
        assert_eq!(super::year(date), Some(1973), "{date}");
    }
    for nothing in ["", "0", "0000", "197", "19??", "?", "19733", "Unknown", "caf\u{e9}"] {
        assert_eq!(super::year(nothing), None, "{nothing}");
    }
}

#[test]
fn one_element_is_a_list_of_one() {
    let one = row(r#"{"rows":{"integer":1},"words":"rock","row":[{"integer":2}]}"#).unwrap();
    assert_eq!(one, row(r#"{"rows":[{"integer":1}],"words":["rock"],"row":{"integer":2}}"#).unwrap());
    assert_eq!(one.rows.len(), 1);
    assert_eq!(row(r#"{"words":["rock",null,""," pop "]}"#).unwrap().words, ["rock", "pop"]);
}
