//! `vinilogy recs`: a listener's recommendations as a table, read through the API.
use anyhow::{Context as _, Result, bail};
use clap::Args;
use comfy_table::{ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use serde_json::Value;

use crate::local::Variables;

/// Options of `vinilogy recs`.
#[derive(Args)]
pub struct Recs {
    /// The listener's token.
    token: String,
}

impl Recs {
    /// Asks `GET /recs` and prints it.
    pub async fn run(self) -> Result<()> {
        show(&Variables::read().expect("API_URL")?, &self.token).await
    }
}

/// Characters of a line: what fits a wide terminal and a page of a README.
const WIDTH: u16 = 160;

/// Reads a listener's set through the API and prints it.
pub async fn show(api_url: &str, token: &str) -> Result<()> {
    let client = reqwest::Client::builder().build()?;
    let response = client.get(format!("{api_url}/recs")).bearer_auth(token).send().await?;
    let status = response.status();
    let body: Value = response.json().await.context("GET /recs")?;
    if !status.is_success() {
        bail!("GET /recs: {status} {body}");
    }
    let items = body["items"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut table = Table::new();
    table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(WIDTH);
    table.set_header(["", "score", "album", "pressing", "price", "why"]);
    for item in items {
        table.add_row(row(item));
    }
    println!("{table}");
    println!("Made by scorer {} at {}.", text(&body["scorer"]), text(&body["computed_at"]));
    Ok(())
}

fn row(item: &Value) -> [String; 6] {
    let (album, pressing) = (&item["album"], &item["pressing"]);
    let facts = ["country", "year", "format", "label", "catno"];
    let facts: Vec<String> = facts.iter().map(|fact| text(&pressing[fact])).filter(|fact| !fact.is_empty()).collect();
    [
        text(&item["rank"]),
        item["score"].as_f64().map_or_else(String::new, |score| format!("{score:.2}")),
        titled(album),
        facts.join(", "),
        text(&pressing["price"]["text"]),
        text(&item["explanation"]),
    ]
}

/// "Artist – Title (year)"; not every year is known.
fn titled(album: &Value) -> String {
    let title = format!("{} – {}", text(&album["artist_name"]), text(&album["title"]));
    album["first_release_year"].as_i64().map_or(title.clone(), |year| format!("{title} ({year})"))
}

/// A JSON value as a person reads it; null is nothing.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
