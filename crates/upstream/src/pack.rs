//! Many exchanges in one object: zstd frames of about 128 kB of JSON lines, an index as the last of them, and where that begins.
//!
//! Neighbours in a frame share their headers and their keys, so it is a seventh of what each takes by itself (a trained dictionary saves
//! less than half of that), and one exchange is still read with one ranged request. `zstd -d` shows all of it as text.

use std::io::Read as _;

use chrono::{DateTime, SubsecRound as _, Utc};
use serde::{Deserialize, Serialize};

use crate::exchange::MAX_UNPACKED;
use crate::{Error, Exchange, Upstream};

/// JSON in a frame, before compression. Twice as much saves a tenth more, and each look-up would read twice as much.
const BLOCK: usize = 128 * 1024;
/// Nearly what the highest level reaches, at many times its speed.
const LEVEL: i32 = 12;
/// A frame that every zstd skips: eight bytes of its own, the index' offset and length.
const TRAILER: usize = 8 + 8 + 4;
const SKIPPABLE: u32 = 0x184D_2A5E;

/// What the index says of one exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which request.
    pub fingerprint: String,
    /// Who answered.
    pub upstream: Upstream,
    /// What was asked.
    pub endpoint: String,
    /// Without secrets.
    pub url: String,
    /// HTTP status.
    pub status: u16,
    /// When it was received.
    pub fetched_at: DateTime<Utc>,
    /// Length of the body.
    pub bytes: usize,
    /// Whether it settled its question when it was packed.
    pub settled: bool,
    /// Where its frame begins.
    pub offset: u64,
    /// How long its frame is.
    pub length: u32,
}

/// A pack that is being made.
#[derive(Default)]
pub struct Packer {
    out: Vec<u8>,
    block: Vec<u8>,
    entries: Vec<Entry>,
    /// Entries whose frame is written.
    placed: usize,
}

impl Packer {
    /// Adds an exchange behind those before it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be compressed (out of memory).
    pub fn add(&mut self, exchange: &Exchange) -> Result<(), Error> {
        self.block.extend(exchange.to_json()?);
        self.block.push(b'\n');
        self.entries.push(Entry {
            fingerprint: exchange.fingerprint.clone(),
            upstream: exchange.upstream,
            endpoint: exchange.endpoint.clone(),
            url: exchange.url.clone(),
            status: exchange.status,
            fetched_at: exchange.fetched_at,
            bytes: exchange.body.len(),
            settled: exchange.settles(),
            offset: 0,
            length: 0,
        });
        if self.block.len() >= BLOCK { self.place() } else { Ok(()) }
    }

    fn place(&mut self) -> Result<(), Error> {
        if self.block.is_empty() {
            return Ok(());
        }
        let frame = compress(&self.block)?;
        let offset = self.out.len() as u64;
        let length = u32::try_from(frame.len()).map_err(failed)?;
        for entry in &mut self.entries[self.placed..] {
            (entry.offset, entry.length) = (offset, length);
        }
        self.placed = self.entries.len();
        self.out.extend(frame);
        self.block.clear();
        Ok(())
    }

    /// The whole object, and its index in the order of adding.
    ///
    /// # Errors
    /// As [`Packer::add`].
    pub fn finish(mut self) -> Result<(Vec<u8>, Vec<Entry>), Error> {
        self.place()?;
        let mut lines = Vec::new();
        for entry in &self.entries {
            serde_json::to_writer(&mut lines, entry).map_err(failed)?;
            lines.push(b'\n');
        }
        let index = compress(&lines)?;
        let offset = self.out.len() as u64;
        let length = u32::try_from(index.len()).map_err(failed)?;
        self.out.extend(index);
        self.out.extend(SKIPPABLE.to_le_bytes());
        self.out.extend(12_u32.to_le_bytes());
        self.out.extend(offset.to_le_bytes());
        self.out.extend(length.to_le_bytes());
        Ok((self.out, self.entries))
    }
}

/// Reads a pack by its parts.
pub struct Unpacker;

impl Unpacker {
    /// How many bytes at the end of a pack say where its index is.
    pub const TAIL: usize = TRAILER;

    /// Offset and length of the index, by the last [`Unpacker::TAIL`] bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is the end of something else.
    pub fn index_place(tail: &[u8]) -> Result<(u64, u32), Error> {
        let wrong = || damaged("no index");
        let tail: [u8; TRAILER] = tail.try_into().map_err(|_| wrong())?;
        let magic = [SKIPPABLE.to_le_bytes(), 12_u32.to_le_bytes()].concat();
        let place = tail.strip_prefix(magic.as_slice()).ok_or_else(wrong)?;
        let (offset, length) = place.split_at(8);
        let offset = u64::from_le_bytes(offset.try_into().map_err(|_| wrong())?);
        Ok((offset, u32::from_le_bytes(length.try_into().map_err(|_| wrong())?)))
    }

    /// The index.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is damaged.
    pub fn index(frame: &[u8]) -> Result<Vec<Entry>, Error> {
        lines(&decompress(frame)?).map(|line| serde_json::from_slice(line).map_err(damaged)).collect()
    }

    /// The exchanges of a frame.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is damaged.
    pub fn block(frame: &[u8]) -> Result<Vec<Exchange>, Error> {
        lines(&decompress(frame)?).map(Exchange::from_json).collect()
    }

    /// One exchange of a frame: of those of a request the one of this time (to the microsecond, which is what a database keeps), else
    /// the last.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is damaged or has no such exchange.
    pub fn find(frame: &[u8], fingerprint: &str, fetched_at: DateTime<Utc>) -> Result<Exchange, Error> {
        #[derive(Deserialize)]
        struct Label {
            fingerprint: String,
            fetched_at: DateTime<Utc>,
        }
        let json = decompress(frame)?;
        let mut found = None;
        for line in lines(&json) {
            let label: Label = serde_json::from_slice(line).map_err(damaged)?;
            if label.fingerprint != fingerprint {
                continue;
            }
            found = Some(line);
            if label.fetched_at.trunc_subsecs(6) == fetched_at.trunc_subsecs(6) {
                break;
            }
        }
        found.map(Exchange::from_json).unwrap_or_else(|| Err(damaged("not in its block")))
    }
}

fn lines(json: &[u8]) -> impl Iterator<Item = &[u8]> {
    json.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

fn compress(bytes: &[u8]) -> Result<Vec<u8>, Error> {
    zstd::encode_all(bytes, LEVEL).map_err(failed)
}

fn decompress(frame: &[u8]) -> Result<Vec<u8>, Error> {
    let mut json = Vec::new();
    let unpacker = zstd::Decoder::new(frame).map_err(damaged)?;
    unpacker.take(MAX_UNPACKED + BLOCK as u64).read_to_end(&mut json).map_err(damaged)?;
    Ok(json)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(format!("packing exchanges: {error}"))
}

fn damaged(what: impl std::fmt::Display) -> Error {
    Error::Malformed { field: format!("pack: {what}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::tests::answer;

    fn exchanges() -> Vec<Exchange> {
        let body = |n: u32| format!("{{\"id\":{n},\"title\":\"{}\"}}", "Ten\\n Thousand ".repeat(50));
        let exchange = |n: u32| {
            let mut exchange = answer(Upstream::Discogs, if n % 50 == 7 { 503 } else { 200 }, &body(n));
            exchange.fingerprint = format!("{:064x}", n % 900);
            exchange.fetched_at += chrono::TimeDelta::nanoseconds(i64::from(n) * 1_000_001);
            exchange
        };
        let mut all: Vec<Exchange> = (0..1000).map(exchange).collect();
        all[3].body = b"\xff\nnot text\n".to_vec();
        all
    }

    fn frame<'a>(pack: &'a [u8], entry: &Entry) -> &'a [u8] {
        let from = usize::try_from(entry.offset).unwrap();
        &pack[from..from + entry.length as usize]
    }

    #[test]
    fn each_exchange_is_read_from_its_frame_alone() {
        let all = exchanges();
        let mut packer = Packer::default();
        all.iter().for_each(|exchange| packer.add(exchange).unwrap());
        let (pack, entries) = packer.finish().unwrap();
        assert_eq!(entries.len(), all.len());
        for (exchange, entry) in all.iter().zip(&entries) {
            let found = Unpacker::find(frame(&pack, entry), &exchange.fingerprint, exchange.fetched_at).unwrap();
            assert_eq!(&found, exchange);
            assert_eq!(entry.settled, exchange.settles());
        }
        let singles: usize = all.iter().map(|exchange| exchange.encode().unwrap().len()).sum();
        assert!(pack.len() * 5 < singles, "{} of {singles} bytes", pack.len());
        let frames: std::collections::BTreeSet<u64> = entries.iter().map(|entry| entry.offset).collect();
        assert!(frames.len() > 3, "a look-up reads a part of it");
        let whole = Unpacker::block(frame(&pack, &entries[0])).unwrap();
        assert_eq!(whole, all[..whole.len()]);
        assert!(Unpacker::find(frame(&pack, &entries[0]), "another", all[0].fetched_at).is_err());
    }

    #[test]
    fn the_index_is_found_from_the_end() {
        let mut packer = Packer::default();
        exchanges().iter().for_each(|exchange| packer.add(exchange).unwrap());
        let (pack, entries) = packer.finish().unwrap();
        let (offset, length) = Unpacker::index_place(&pack[pack.len() - Unpacker::TAIL..]).unwrap();
        let from = usize::try_from(offset).unwrap();
        assert_eq!(Unpacker::index(&pack[from..from + length as usize]).unwrap(), entries);
        assert!(Unpacker::index_place(&pack[..Unpacker::TAIL]).is_err());
        assert!(Unpacker::index_place(b"").is_err());
        assert!(Unpacker::index(&pack[from..from + 9]).is_err());
        // Any zstd reads it all.
        let text = zstd::decode_all(pack.as_slice()).unwrap();
        assert_eq!(lines(&text).count(), 2 * entries.len());
    }
}
