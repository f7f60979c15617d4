//! Cuts a dump into its records without parsing it. In a dump the mark at which a record begins, such as `<release `, stands nowhere else:
//! text is escaped. Each record reaches to the next mark, so a broken one spoils no other.
use std::io::{self, Read};

use memchr::memmem::{self, Finder};

use crate::{Error, Source};

/// Reads this much at once; a block is about as large.
const PIECE: usize = 512 * 1024;
/// No record is nearly as long. What is longer has lost the mark at which the next one begins, and is passed over as one broken record.
const LONGEST: usize = 32 * 1024 * 1024;

/// Whole records, one after the other.
#[derive(Debug, Default)]
pub struct Block {
    /// Number of the first record in the file, from 0.
    pub first: u64,
    /// The text of all records.
    pub text: Vec<u8>,
    /// Where each record begins in `text`.
    pub starts: Vec<usize>,
    /// Bytes of the file, as it lies there, that were read by then.
    pub consumed: u64,
}

impl Block {
    /// Each record with its number in the file.
    pub fn records(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let ends = self.starts.iter().skip(1).copied().chain([self.text.len()]);
        let cut = self.starts.iter().zip(ends).map(|(start, end)| &self.text[*start..end]);
        (self.first..).zip(cut)
    }

    /// Leaves out the records of the file before `skip` and from `limit` on. Whether the next block may have some that are kept.
    pub(crate) fn keep(&mut self, skip: u64, limit: u64) -> bool {
        let count = |records: u64| usize::try_from(records).unwrap_or(usize::MAX).min(self.starts.len());
        let (from, to) = (count(skip.saturating_sub(self.first)), count(limit.saturating_sub(self.first)));
        let within = to == self.starts.len();
        if let Some(end) = self.starts.get(to) {
            self.text.truncate(*end);
        }
        self.starts.truncate(to);
        self.starts.drain(..from.min(to));
        self.first += from as u64;
        within
    }
}

/// Blocks of a source, in order.
pub struct Splitter {
    source: Source,
    mark: Finder<'static>,
    /// The end of the last record.
    close: String,
    /// What was read and is not cut yet.
    rest: Vec<u8>,
    records: u64,
    ended: bool,
    failure: Option<io::Error>,
}

impl Splitter {
    /// Of a dump that begins with the element `root` and whose records begin with `mark`.
    ///
    /// # Errors
    /// [`Error::NotADump`] when it does not begin so.
    pub fn new(source: Source, root: &'static str, mark: &'static str) -> Result<Self, Error> {
        let (rest, mark) = (Vec::with_capacity(2 * PIECE), Finder::new(mark));
        let close = format!("</{root}>");
        let mut splitter = Self { source, mark, close, rest, records: 0, ended: false, failure: None };
        splitter.read_piece();
        if splitter.rest.is_empty() && splitter.failure.is_some() {
            return Err(splitter.truncated());
        }
        let start = String::from_utf8_lossy(&splitter.rest[..splitter.rest.len().min(512)]).into_owned();
        let start = start.trim_start_matches('\u{feff}').trim_start();
        let start = start
            .strip_prefix("<?xml")
            .and_then(|rest| rest.split_once("?>"))
            .map_or(start, |(_, rest)| rest.trim_start());
        if !start.starts_with(&format!("<{root}")) {
            return Err(Error::NotADump { file: splitter.source.name, wanted: root });
        }
        Ok(splitter)
    }

    /// Records that were cut so far.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.records
    }

    /// The next records, `None` after the last one.
    ///
    /// # Errors
    /// [`Error::Truncated`] when the file ends before its last element; all whole records have been given by then.
    pub fn next_block(&mut self) -> Result<Option<Block>, Error> {
        loop {
            let starts: Vec<usize> = self.mark.find_iter(&self.rest).collect();
            let close = if self.ended { memmem::rfind(&self.rest, self.close.as_bytes()) } else { None };
            match (starts.as_slice(), close) {
                (&[.., _], Some(close)) => return Ok(Some(self.cut(starts, close))),
                (&[.., _, last], None) if self.ended || self.rest.len() >= PIECE => {
                    return Ok(Some(self.cut(starts[..starts.len() - 1].to_vec(), last)));
                }
                (&[only], None) if self.rest.len() > LONGEST => {
                    // Its last bytes may be the beginning of the next mark.
                    let end = self.rest.len() - self.mark.needle().len();
                    return Ok(Some(self.cut(vec![only], end)));
                }
                (&[], Some(_)) => return Ok(None),
                _ if self.ended => return Err(self.truncated()),
                _ => self.read_piece(),
            }
        }
    }

    /// Takes the records at `starts`, of which the last one reaches to `end`.
    fn cut(&mut self, starts: Vec<usize>, end: usize) -> Block {
        let mut rest = Vec::with_capacity(2 * PIECE);
        rest.extend_from_slice(&self.rest[end..]);
        let mut text = std::mem::replace(&mut self.rest, rest);
        text.truncate(end);
        let first = self.records;
        self.records += starts.len() as u64;
        Block { first, text, starts, consumed: self.source.consumed() }
    }

    fn read_piece(&mut self) {
        match self.source.by_ref().take(PIECE as u64).read_to_end(&mut self.rest) {
            Ok(0) => self.ended = true,
            Ok(_) => {}
            Err(failure) => (self.ended, self.failure) = (true, Some(failure)),
        }
    }

    fn truncated(&mut self) -> Error {
        let source = self.failure.take().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into());
        Error::Truncated { file: self.source.name.clone(), records: self.records, source }
    }
}
