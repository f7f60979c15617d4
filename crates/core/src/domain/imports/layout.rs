//! How a file is written, decided by its beginning.
use uuid::Uuid;

use super::encoding::Encoding;
use super::headings::{Heading, heading};
use super::records::{Records, separator_line};
use super::{Columns, Layout, values};

/// Bytes and rows that are looked at.
const SAMPLE: usize = 64 * 1024;
const ROWS: usize = 200;
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

type Table = Vec<Vec<String>>;

impl Layout {
    /// Looks at the beginning of a file; `whole` says that it is all of it, `artist_column` (from 0) what its owner says.
    ///
    /// # Errors
    /// Says why it is no list of artists.
    pub fn of(sample: &[u8], whole: bool, artist_column: Option<usize>) -> Result<Self, &'static str> {
        let (encoding, separator, rows) = written(sample, whole)?;
        let width = modal_width(&rows).0;
        let (has_header, columns) = columns(&rows, width, artist_column)?;
        Ok(Self { encoding, separator, has_header, width, columns })
    }
}

/// Encoding, separator and width of a whole file by its headings: the separator that parts most of them. Rows that go on over several
/// lines, and values that hold another separator, say less.
pub(super) fn dialect(bytes: &[u8]) -> Result<(Encoding, Option<char>, usize), &'static str> {
    let whole = bytes.len() <= SAMPLE;
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let encoding = Encoding::of(sample, whole);
    let text = encoding.units(sample, true, whole);
    is_text(sample, text.bytes())?;
    let headings = |separator| -> Result<usize, &'static str> {
        let mut records = Records::new(text.bytes(), separator, 1, whole);
        records.skip_separator_line();
        let first = records.next(usize::MAX)?.ok_or("the file is empty")?;
        first.fields.map(|fields| fields.len())
    };
    if let Some(said) = separator_line(text.bytes()) {
        return Ok((encoding, Some(said), headings(Some(said))?));
    }
    let mut best = (None, 1);
    for separator in SEPARATORS {
        let width = headings(Some(separator))?;
        if width > best.1 {
            best = (Some(separator), width);
        }
    }
    Ok((encoding, best.0, best.1))
}

/// Spreadsheets are zip archives.
fn is_text(sample: &[u8], bytes: &[u8]) -> Result<(), &'static str> {
    let is_archive = [&b"PK\x03\x04"[..], b"\x1f\x8b", b"%PDF"].iter().any(|mark| sample.starts_with(mark));
    if is_archive || bytes.contains(&0) { Err("this is no text: save the list as CSV") } else { Ok(()) }
}

/// How a file is written by its beginning, and the first rows.
fn written(sample: &[u8], whole: bool) -> Result<(Encoding, Option<char>, Table), &'static str> {
    let (sample, whole) = if sample.len() > SAMPLE { (&sample[..SAMPLE], false) } else { (sample, whole) };
    let encoding = Encoding::of(sample, whole);
    let text = encoding.units(sample, true, whole);
    let bytes = text.bytes();
    is_text(sample, bytes)?;
    let table = |separator: Option<char>| -> Result<Table, &'static str> {
        let mut records = Records::new(bytes, separator, 1, whole);
        records.skip_separator_line();
        let mut table = Table::new();
        // A row that cannot be split says nothing; its width is that of any other.
        while let Some(record) = records.next(usize::MAX)?
            && table.len() < ROWS
        {
            let fields = record.fields.unwrap_or_default();
            table.extend((!fields.is_empty()).then(|| fields.iter().map(|f| text.decode(f).into_owned()).collect()));
        }
        Ok(table)
    };
    let separator = match separator_line(bytes) {
        Some(said) => Some(said),
        None => likeliest(&table)?,
    };
    let rows = table(separator)?;
    Ok((encoding, separator, rows))
}

/// The separator by which most rows have the same number of fields, and more than one.
fn likeliest(table: &impl Fn(Option<char>) -> Result<Table, &'static str>) -> Result<Option<char>, &'static str> {
    let mut best = (None, (0, 1));
    for separator in SEPARATORS {
        let rows = table(Some(separator))?;
        let (width, rows_of_it) = modal_width(&rows);
        if width > 1 && (rows_of_it, width) > best.1 {
            best = (Some(separator), (rows_of_it, width));
        }
    }
    Ok(best.0)
}

/// The most frequent number of fields, the smaller of two, and how many rows have it.
fn modal_width(rows: &Table) -> (usize, usize) {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    rows.iter().for_each(|row| *counts.entry(row.len()).or_default() += 1);
    counts.into_iter().max_by_key(|(width, count)| (*count, std::cmp::Reverse(*width))).unwrap_or((1, 0))
}

fn columns(rows: &Table, width: usize, said: Option<usize>) -> Result<(bool, Columns), &'static str> {
    let first = rows.first().ok_or("the file is empty")?;
    let headings: Vec<Option<Heading>> = first.iter().map(|cell| heading(cell)).collect();
    let find = |rank: fn(Heading) -> Option<u8>| {
        let ranked = headings.iter().enumerate().filter_map(|(column, heading)| Some((rank((*heading)?)?, column)));
        ranked.min().map(|(_, column)| column)
    };
    let artist = find(|h| if let Heading::Artist(rank) = h { Some(rank) } else { None });
    // A list of one column may begin with a band called Group or Act, but hardly does.
    let has_header = headings.iter().any(Option::is_some);
    let mut columns = if has_header {
        Columns {
            artist: usize::MAX,
            mbid: find(|h| (h == Heading::Mbid).then_some(0)),
            rating: find(|h| if let Heading::Rating(rank) = h { Some(rank) } else { None }),
            image: find(|h| (h == Heading::Image).then_some(0)),
        }
    } else {
        by_content(rows, width)
    };
    columns.artist = said.or(artist).unwrap_or(columns.artist);
    match columns.artist {
        column if column != usize::MAX && column >= width.max(first.len()) => {
            Err("artist_column is behind the last column")
        }
        usize::MAX => Err("no column is called artist: name it, or say which one it is with artist_column"),
        _ => Ok((has_header, columns)),
    }
}

/// Columns without a heading: the only one with text holds the artists.
fn by_content(rows: &Table, width: usize) -> Columns {
    let mut columns = Columns { artist: usize::MAX, ..Columns::default() };
    let mut texts = Vec::new();
    for column in 0..width {
        let cells: Vec<&str> = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim()).collect();
        let filled: Vec<&str> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        let mostly = |is: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| is(cell)).count() * 10 > filled.len() * 8;
        if filled.is_empty() {
        } else if mostly(&|cell| Uuid::try_parse(cell).is_ok()) {
            columns.mbid = Some(column);
        } else if mostly(&|cell| values::image_url(cell).is_some()) {
            columns.image = Some(column);
        } else if !mostly(&|cell| values::rating(cell).is_some()) {
            texts.push(column);
        } else if !is_count(&filled) {
            columns.rating = Some(column);
        }
    }
    // Names may be numbers (311, 808 State) where there is nothing else.
    match texts[..] {
        [only] => columns.artist = only,
        [] if width == 1 => columns = Columns::default(),
        _ => {}
    }
    columns
}

/// 1, 2, 3: places in the list.
fn is_count(cells: &[&str]) -> bool {
    let numbers: Vec<i64> = cells.iter().filter_map(|cell| cell.parse().ok()).collect();
    numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}
