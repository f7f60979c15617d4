//! One thread unpacks and cuts, several parse, one gathers batches in the order of the file. Between two of them wait a few blocks at most,
//! so that whoever is slowest sets the pace and memory stays flat.
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{JoinHandle, spawn};

use tokio::sync::mpsc;
use vinilogy_core::store::DumpBatch;

use crate::content::{Content, Reader};
use crate::{Block, Error, Options, Splitter};

/// A batch is also merged when so many records were read, most of which were not wanted.
const RECORDS: u64 = 50_000;
/// Blocks that wait before and behind each parser.
const WAITING: usize = 2;

/// Whole blocks of the file, parsed.
#[derive(Default)]
pub(crate) struct Batch {
    /// What was read of them.
    pub(crate) rows: DumpBatch,
    /// Numbers, from 1, of records that could not be read, and why.
    pub(crate) malformed: Vec<(u64, String)>,
    /// Records of the file up to the end of this batch.
    pub(crate) end: u64,
    /// Bytes of the file that were read by then.
    pub(crate) consumed: u64,
}

/// The threads of a load.
pub(crate) struct Pipeline {
    cutter: JoinHandle<Result<bool, Error>>,
    others: Vec<JoinHandle<()>>,
}

impl Pipeline {
    /// Starts after the first `skip` records.
    pub(crate) fn start(
        content: Content,
        splitter: Splitter,
        skip: u64,
        options: &Options,
    ) -> (Self, mpsc::Receiver<Batch>) {
        let (sender, batches) = mpsc::channel(1);
        let (mut to_parsers, mut from_parsers, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..options.parsers.max(1) {
            let (to_parser, blocks) = sync_channel(WAITING);
            let (parsed, from_parser) = sync_channel(WAITING);
            others.push(spawn(move || parse_all(content, &blocks, &parsed)));
            to_parsers.push(to_parser);
            from_parsers.push(from_parser);
        }
        let rows = options.batch;
        others.push(spawn(move || gather(&from_parsers, rows, &sender)));
        let limit = options.limit;
        let cutter = spawn(move || cut_all(splitter, skip, limit, &to_parsers));
        (Self { cutter, others }, batches)
    }

    /// Waits for all threads. True when the file was read to its end.
    pub(crate) fn join(self) -> Result<bool, Error> {
        let whole = self.cutter.join().map_err(|_| Error::Panicked)?;
        for thread in self.others {
            thread.join().map_err(|_| Error::Panicked)?;
        }
        whole
    }
}

/// Blocks go to the parsers by turns, so that they come back by turns. Ends early when nobody takes them any more.
fn cut_all(mut splitter: Splitter, skip: u64, limit: u64, parsers: &[SyncSender<Block>]) -> Result<bool, Error> {
    let mut turn = 0;
    while let Some(mut block) = splitter.next_block()? {
        let within = block.keep(skip, limit);
        if !block.starts.is_empty() {
            if parsers[turn % parsers.len()].send(block).is_err() {
                return Ok(false);
            }
            turn += 1;
        }
        if !within {
            return Ok(false);
        }
    }
    Ok(true)
}

fn parse_all(content: Content, blocks: &Receiver<Block>, parsed: &SyncSender<Batch>) {
    let reader = Reader::new(content);
    for block in blocks {
        if parsed.send(parse(&reader, &block)).is_err() {
            return;
        }
    }
}

fn parse(reader: &Reader, block: &Block) -> Batch {
    let end = block.first + block.starts.len() as u64;
    let mut batch = Batch { end, consumed: block.consumed, ..Batch::default() };
    for (number, record) in block.records() {
        if let Err(error) = reader.read(record, &mut batch.rows) {
            batch.malformed.push((number + 1, format!("{}: {error}", name_of(record))));
        }
    }
    batch
}

/// The beginning of a record, which holds its id.
fn name_of(record: &[u8]) -> String {
    let start = String::from_utf8_lossy(&record[..record.len().min(40)]).into_owned();
    start.split_once('>').map_or_else(|| start.clone(), |(tag, _)| format!("{tag}>"))
}

fn gather(parsers: &[Receiver<Batch>], rows: usize, batches: &mpsc::Sender<Batch>) {
    let mut batch = Batch::default();
    let mut begun = None;
    for turn in 0.. {
        let Ok(block) = parsers[turn % parsers.len()].recv() else { break };
        begun.get_or_insert(block.end);
        batch.rows.append(&block.rows);
        batch.malformed.extend(block.malformed);
        (batch.end, batch.consumed) = (block.end, block.consumed);
        if batch.rows.len() >= rows || begun.is_some_and(|begun| batch.end - begun >= RECORDS) {
            begun = None;
            if batches.blocking_send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
    }
    if begun.is_some() && batches.blocking_send(batch).is_err() {
        tracing::debug!("the last batch was not merged");
    }
}
