//! Lists of artists as people keep them: CSV files of any encoding, separator and heading, read in parts.
//!
//! [`Layout::of`] looks at the beginning of a file and decides how it is written; [`read`] takes a part of the file that begins at a row
//! and says how many bytes of it were whole rows, so that the next part begins there. Nothing here holds more than the part.

mod encoding;
mod headings;
mod layout;
mod records;
mod values;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use encoding::Encoding;
pub use values::MAX_NAME;

use records::{Record, Records};

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// How bytes are letters.
    pub encoding: Encoding,
    /// `,`, `;`, `|` or a tab; `None` for a file of one column, whose commas belong to the names.
    pub separator: Option<char>,
    /// Whether the first row names the columns.
    pub has_header: bool,
    /// What most rows have.
    pub width: usize,
    /// Where the values are.
    pub columns: Columns,
}

/// Columns by their place, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The artist's name.
    pub artist: usize,
    /// The artist's MusicBrainz id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mbid: Option<usize>,
    /// A number, on the file's own scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<usize>,
    /// The address of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<usize>,
}

/// A row that names an artist.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Where it begins, from 1.
    pub line: u64,
    /// As written, without outer spaces, 1 to [`MAX_NAME`] bytes.
    pub name: String,
    /// If there is one.
    pub mbid: Option<Uuid>,
    /// As written; what is no number is none.
    pub rating: Option<f32>,
    /// An http(s) address; what is none is left out.
    pub image_url: Option<String>,
}

/// A row that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where it begins, from 1.
    pub line: u64,
    /// Why.
    pub reason: &'static str,
    /// The beginning of the row.
    pub excerpt: String,
}

/// What a part of a file held.
#[derive(Debug, Default)]
pub struct Part {
    /// In the order of the file.
    pub rows: Vec<Taken>,
    /// Bytes from the part's beginning that need not be read again: the next part begins behind them.
    pub consumed: usize,
    /// The line at which the next part begins.
    pub next_line: u64,
}

/// A row, or its refusal, and where it ended.
#[derive(Debug)]
pub struct Taken {
    /// What it was.
    pub row: Result<Row, Refusal>,
    /// Bytes from the part's beginning to the end of the row.
    pub end: usize,
    /// The line behind the row.
    pub next_line: u64,
}

/// Reads the whole rows of a part.
///
/// `start` is the line at which the part begins, 1 for the beginning of the file; `last` says that nothing follows.
///
/// # Errors
/// A line without end is no list of artists; says so.
pub fn read(bytes: &[u8], layout: &Layout, start: u64, last: bool) -> Result<Part, &'static str> {
    let text = layout.encoding.units(bytes, start == 1, last);
    let mut records = Records::new(text.bytes(), layout.separator, start, last);
    if start == 1 {
        records.skip_separator_line();
        if layout.has_header {
            records.next(layout.width)?;
        }
    }
    let mut part = Part::default();
    while let Some(record) = records.next(layout.width)? {
        let row = row(&record, layout, &text);
        part.rows.push(Taken { row, end: text.offset(records.at()), next_line: records.line() });
    }
    part.consumed = text.offset(records.at());
    part.next_line = records.line();
    Ok(part)
}

/// Every row of a whole file of any encoding and separator with the line at which it begins, its headings among them. A row that cannot be
/// split comes as the reason.
///
/// # Errors
/// Says why it is no table.
pub fn for_each_row(
    bytes: &[u8],
    mut take: impl FnMut(u64, Result<Vec<String>, &'static str>),
) -> Result<(), &'static str> {
    let (encoding, separator, width) = layout::dialect(bytes)?;
    let text = encoding.units(bytes, true, true);
    let mut records = Records::new(text.bytes(), separator, 1, true);
    records.skip_separator_line();
    while let Some(record) = records.next(width)? {
        let line = record.line;
        take(line, record.fields.map(|fields| fields.iter().map(|field| text.decode(field).into_owned()).collect()));
    }
    Ok(())
}

fn row(record: &Record<'_>, layout: &Layout, text: &encoding::Text<'_>) -> Result<Row, Refusal> {
    let refused = |reason| {
        let excerpt = text.decode(record.raw).chars().filter(|c| !c.is_control()).take(values::EXCERPT).collect();
        Refusal { line: record.line, reason, excerpt }
    };
    let fields = record.fields.as_ref().map_err(|reason| refused(*reason))?;
    let value = |column: usize| fields.get(column).map(|field| text.decode(field));
    let columns = &layout.columns;
    let name = value(columns.artist).ok_or_else(|| refused("the row has no such column"))?;
    Ok(Row {
        line: record.line,
        name: values::name(&name).map_err(refused)?,
        mbid: columns.mbid.and_then(value).and_then(|text| Uuid::try_parse(text.trim()).ok()).filter(|id| !id.is_nil()),
        rating: columns.rating.and_then(value).and_then(|text| values::rating(&text)),
        image_url: columns.image.and_then(value).and_then(|text| values::image_url(&text)),
    })
}

#[cfg(test)]
mod tests;
