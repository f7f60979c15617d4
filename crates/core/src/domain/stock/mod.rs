//! Shops' stock lists as they keep them, CSV of any encoding, separator and language or JSON, read into records for sale. What cannot be
//! sold, or is no record, is refused with its reason; nothing is guessed.
mod headings;
mod json;
mod values;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

use super::imports::for_each_row;
use super::money::{Currency, Money};
use super::prices::grade::{Condition, Grade};
use headings::Column;

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockFormat {
    /// Rows under a heading.
    Csv,
    /// An array of objects, alone or within one.
    Json,
}

impl StockFormat {
    /// `csv` or `json`.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// What bytes look like.
    #[must_use]
    pub fn guess(bytes: &[u8]) -> Self {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        if matches!(text.first(), Some(b'[' | b'{')) { Self::Json } else { Self::Csv }
    }
}

/// A record for sale.
#[derive(Debug, Clone, PartialEq)]
pub struct StockRecord {
    /// Its row, from 1 (of CSV: its first line).
    pub line: u64,
    /// What the shop calls it; made of what tells it apart when the list has no such column.
    pub key: String,
    /// When it has a column, or stands before ` / ` in the title.
    pub artist: Option<String>,
    /// Of the album, often with the catalogue number behind it.
    pub title: String,
    /// Without shipping.
    pub price: Money,
    /// Catalogue number.
    pub catno: Option<String>,
    /// Digits of an EAN or UPC.
    pub barcode: Option<String>,
    /// Year of the pressing, or of the album.
    pub year: Option<i16>,
    /// Where it was made.
    pub country: Option<String>,
    /// What it is, in the shop's words.
    pub format: Option<String>,
    /// Of record and sleeve, as far as is told.
    pub condition: Condition,
    /// Its page.
    pub url: Option<String>,
}

/// Why a row is no record for sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refused {
    /// It cannot be split, or is no object.
    Broken,
    /// It names nothing.
    NoTitle,
    /// It has no price above zero.
    NoPrice,
    /// It was sold, reserved, or none is left.
    Sold,
    /// A CD, a cassette, a book.
    NotVinyl,
}

impl Refused {
    /// As a person reads it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Broken => "it cannot be split into columns",
            Self::NoTitle => "it names nothing",
            Self::NoPrice => "it has no price",
            Self::Sold => "it is sold",
            Self::NotVinyl => "it is no record",
        }
    }
}

/// A row that is no record for sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// From 1 (of CSV: its first line).
    pub line: u64,
    /// Why.
    pub reason: Refused,
    /// What was understood of it, shortened.
    pub excerpt: String,
}

/// Characters of a refused row that are kept.
const EXCERPT: usize = 120;

/// What a list holds.
#[derive(Debug, Default)]
pub struct StockList {
    /// In the order of the list.
    pub records: Vec<StockRecord>,
    /// What was refused, in the same order.
    pub refused: Vec<RefusedRow>,
}

impl StockList {
    /// How many were refused for each reason.
    #[must_use]
    pub fn refusals(&self) -> BTreeMap<Refused, usize> {
        refusals(&self.refused)
    }
}

/// How many of these rows were refused for each reason.
#[must_use]
pub fn refusals(rows: &[RefusedRow]) -> BTreeMap<Refused, usize> {
    let mut counts = BTreeMap::new();
    rows.iter().for_each(|row| *counts.entry(row.reason).or_default() += 1);
    counts
}

/// A row by what its columns mean.
type Row = BTreeMap<Column, String>;

/// Reads a list whose prices are in `currency` unless they name another.
///
/// # Errors
/// Says why it is no stock list: no row is to be believed then.
pub fn read(bytes: &[u8], format: StockFormat, currency: Currency) -> Result<StockList, &'static str> {
    let rows = match format {
        StockFormat::Csv => csv(bytes)?,
        StockFormat::Json => json::rows(bytes)?,
    };
    // Many lists have a column of copies in which nothing is ever written but zeros.
    let counts = rows.iter().any(|(_, row)| {
        row.as_ref().is_ok_and(|row| row.get(&Column::Copies).is_some_and(|copies| !values::is_none(copies)))
    });
    let mut list = StockList::default();
    for (line, row) in rows {
        let known = row.as_ref().map(excerpt).unwrap_or_default();
        match row.and_then(|row| record(line, &row, currency, counts)) {
            Ok(record) => list.records.push(record),
            Err(reason) => list.refused.push(RefusedRow { line, reason, excerpt: known }),
        }
    }
    Ok(list)
}

/// Its columns in a fixed order.
fn excerpt(row: &Row) -> String {
    let columns: Vec<&str> = row.values().map(|text| text.trim()).collect();
    columns.join("; ").chars().filter(|c| !c.is_control()).take(EXCERPT).collect()
}

type Rows = Vec<(u64, Result<Row, Refused>)>;

fn csv(bytes: &[u8]) -> Result<Rows, &'static str> {
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut rows = Rows::new();
    for_each_row(bytes, |line, fields| {
        let Some(columns) = &columns else {
            columns = fields.ok().map(|fields| headings::columns(fields.iter().map(String::as_str)));
            return;
        };
        rows.push((line, fields.map_err(|_| Refused::Broken).map(|fields| row(columns, fields))));
    })?;
    let columns = columns.ok_or("the file is empty")?;
    has(&columns, Column::Price, "no column is called price")?;
    has(&columns, Column::Title, "no column is called title")?;
    Ok(rows)
}

fn has(columns: &[Option<Column>], column: Column, why: &'static str) -> Result<(), &'static str> {
    if columns.contains(&Some(column)) { Ok(()) } else { Err(why) }
}

fn row(columns: &[Option<Column>], fields: Vec<String>) -> Row {
    let named = columns.iter().zip(fields).filter_map(|(column, field)| Some(((*column)?, field)));
    named.filter(|(_, field)| !field.trim().is_empty()).collect()
}

fn record(line: u64, row: &Row, currency: Currency, counts: bool) -> Result<StockRecord, Refused> {
    let value = |column| row.get(&column).map(|text| values::plain(text)).filter(|text| !text.is_empty());
    let title = value(Column::Title).ok_or(Refused::NoTitle)?;
    let sold = value(Column::Status).is_some_and(|status| values::is_sold(&status))
        || counts && row.get(&Column::Copies).is_none_or(|copies| values::is_none(copies));
    if sold {
        return Err(Refused::Sold);
    }
    let format = value(Column::Format);
    if format.as_deref().is_some_and(values::is_other_medium) {
        return Err(Refused::NotVinyl);
    }
    let named = value(Column::Currency).and_then(|code| code.to_uppercase().parse().ok()).unwrap_or(currency);
    let price = value(Column::Price).and_then(|text| values::amount(&text, named));
    let price = price.filter(|price| price.minor > 0).ok_or(Refused::NoPrice)?;
    let (artist, title) = match (value(Column::Artist), title.split_once(" / ")) {
        (Some(artist), _) => (Some(artist), title),
        (None, Some((artist, album))) => (Some(artist.trim().to_owned()), album.trim().to_owned()),
        (None, None) => (None, title),
    };
    let grade = |column| value(column).and_then(|text| Grade::read(&text));
    let condition = Condition { media: grade(Column::Media), sleeve: grade(Column::Sleeve) };
    let catno = value(Column::Catno);
    let key = value(Column::Key).unwrap_or_else(|| {
        let artist = artist.as_deref().unwrap_or_default();
        format!("{artist}|{title}|{}|{:?}|{}", catno.as_deref().unwrap_or_default(), condition.media, price.minor)
    });
    Ok(StockRecord {
        line,
        key: key.chars().take(values::LONGEST_KEY).collect(),
        artist,
        title,
        price,
        catno,
        barcode: value(Column::Barcode).and_then(|text| values::barcode(&text)),
        year: value(Column::Year).and_then(|text| values::year(&text)),
        country: value(Column::Country),
        format,
        condition,
        url: value(Column::Url).filter(|url| url.starts_with("https://") || url.starts_with("http://")),
    })
}
