//! A part of a file as records, row by row. A quote that is never closed spoils its own line only, not the rest of the file.
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Longest row in bytes. What is longer is a quote that was never closed.
const LONGEST: usize = 16 * 1024;
/// Most fields of a row.
const FIELDS: usize = 1024;
/// Separates the fields of a file that has one column: no text holds it.
const NONE: u8 = 0x1F;
const NOT_CLOSED: &str = "a quote in it is not closed";

/// One row.
pub(super) struct Record<'a> {
    /// Where it begins, from 1.
    pub line: u64,
    /// All of it.
    pub raw: &'a [u8],
    /// Its fields without their quotes, or why it cannot be split.
    pub fields: Result<Vec<Vec<u8>>, &'static str>,
}

/// Splits bytes into records.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
    last: bool,
    delimiter: u8,
    reader: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl<'a> Records<'a> {
    /// `last` says that nothing follows these bytes: the last row needs no line end.
    pub(super) fn new(bytes: &'a [u8], separator: Option<char>, line: u64, last: bool) -> Self {
        let delimiter = separator.and_then(|c| u8::try_from(c).ok()).unwrap_or(NONE);
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { bytes, at: 0, line, last, delimiter, reader, output: vec![0; LONGEST + 2], ends: vec![0; FIELDS] }
    }

    /// Bytes behind the last record.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The line behind the last record.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// A first line `sep=;`, by which Excel is told the separator.
    pub(super) fn skip_separator_line(&mut self) {
        if separator_line(self.bytes).is_some()
            && let Some(length) = line_length(self.bytes)
        {
            self.advance(with_line_end(self.bytes, length));
        }
    }

    /// The next record; none when the rest is not a whole one, or nothing. Rows have `width` fields, more or less.
    ///
    /// # Errors
    /// When a line is longer than any row.
    pub(super) fn next(&mut self, width: usize) -> Result<Option<Record<'a>>, &'static str> {
        self.skip_blank();
        let rest = &self.bytes[self.at..];
        if rest.is_empty() {
            return Ok(None);
        }
        let window = &rest[..rest.len().min(LONGEST)];
        let cut = window.len() < rest.len();
        let (length, fields) = match self.split(window, cut) {
            Split::Whole(length, fields) => match self.is_sound(&window[..length], &fields, width) {
                true => (with_line_end(rest, length), Ok(fields)),
                false => (0, Err(NOT_CLOSED)),
            },
            Split::Open => (0, Err(NOT_CLOSED)),
            Split::Wide => (0, Err("it has too many columns")),
            Split::More => return Ok(None),
        };
        let length = match (&fields, line_length(window)) {
            (Ok(_), _) => length,
            // Only its first line is spoilt; the next may be good.
            (Err(_), Some(length)) => with_line_end(rest, length),
            (Err(_), None) if cut => return Err("a line is longer than any row: this is no list"),
            (Err(_), None) => window.len(),
        };
        if !self.last && length == rest.len() && rest.ends_with(b"\r") {
            // The other half of the line end may follow.
            return Ok(None);
        }
        let record = Record { line: self.line, raw: rest[..length].trim_ascii_end(), fields };
        self.advance(length);
        Ok(Some(record))
    }

    /// A row of several lines has its line ends within quotes, and each quote ends its field; else what looks like its closing quote is the
    /// opening one of a later row.
    fn is_sound(&self, row: &[u8], fields: &[Vec<u8>], width: usize) -> bool {
        let row = row.trim_ascii_end();
        if !row.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            return true;
        }
        let (mut quoted, mut start) = (false, true);
        let mut bytes = row.iter().peekable();
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' if quoted && bytes.peek() == Some(&&b'"') => drop(bytes.next()),
                b'"' if quoted && bytes.peek().is_some_and(|next| **next != self.delimiter) => return false,
                b'"' if quoted || start => quoted = !quoted,
                _ => {}
            }
            start = !quoted && *byte == self.delimiter;
        }
        fields.len() == width
    }

    fn split(&mut self, window: &[u8], cut: bool) -> Split {
        self.reader.reset();
        let (result, read, mut wrote, mut ends) = self.reader.read_record(window, &mut self.output, &mut self.ends);
        let result = match result {
            ReadRecordResult::InputEmpty if cut => return Split::Open,
            ReadRecordResult::InputEmpty if !self.last => return Split::More,
            ReadRecordResult::InputEmpty => {
                let (output, more) = (&mut self.output[wrote..], &mut self.ends[ends..]);
                let (result, _, more_written, more_ends) = self.reader.read_record(b"\n", output, more);
                (wrote, ends) = (wrote + more_written, ends + more_ends);
                result
            }
            other => other,
        };
        match result {
            ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(self.ends[..ends].iter().copied());
                let fields = starts.zip(&self.ends[..ends]).map(|(start, end)| self.output[start..*end].to_vec());
                debug_assert!(self.ends[..ends].iter().all(|end| *end <= wrote));
                Split::Whole(read, fields.collect())
            }
            ReadRecordResult::OutputEndsFull => Split::Wide,
            _ => Split::Open,
        }
    }

    fn skip_blank(&mut self) {
        let rest = &self.bytes[self.at..];
        let mut blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if !self.last && blank == rest.len() && rest.ends_with(b"\r") {
            blank -= 1;
        }
        self.advance(blank);
    }

    /// Passes over whole lines, of which each ends with "\n", "\r" or "\r\n".
    fn advance(&mut self, length: usize) {
        let passed = &self.bytes[self.at..self.at + length];
        let ends = passed.iter().enumerate().filter(|(i, byte)| match byte {
            b'\n' => *i == 0 || passed[i - 1] != b'\r',
            b'\r' => true,
            _ => false,
        });
        self.line += ends.count() as u64;
        self.at += length;
    }
}

enum Split {
    Whole(usize, Vec<Vec<u8>>),
    /// Quotes are still open at the end.
    Open,
    Wide,
    /// The row goes on in the next part.
    More,
}

/// Bytes of the first line with the first byte of its end, if it has one.
fn line_length(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).map(|end| end + 1)
}

/// So many bytes, and one more when they end between "\r" and "\n".
fn with_line_end(bytes: &[u8], length: usize) -> usize {
    let halved = bytes[..length].ends_with(b"\r") && bytes.get(length) == Some(&b'\n');
    length + usize::from(halved)
}

/// The separator that a first line `sep=;` names.
pub(super) fn separator_line(bytes: &[u8]) -> Option<char> {
    let line = bytes.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] if separator.is_ascii() => {
            Some(char::from(*separator))
        }
        _ => None,
    }
}
