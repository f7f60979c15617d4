//! Dumps of any size: the records of another one, repeated with other ids, or records of our own.
use std::fmt::Write as _;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use memchr::memmem;

use crate::{Content, Error, Source, Splitter};

/// Ids of each repetition begin so much higher.
const SHIFT: u64 = 100_000_000;
/// So many repetitions share their masters and artists, as pressings do.
const SHARED: u64 = 4;
/// The one that stands for nobody keeps its id.
const VARIOUS: &str = "194";

/// Records to repeat.
pub struct Pattern(Vec<String>);

impl Pattern {
    /// Those of another `releases.xml`.
    ///
    /// # Errors
    /// As when it is loaded.
    pub fn of(source: Source) -> Result<Self, Error> {
        let mut splitter = Splitter::new(source, Content::Releases.root(), Content::Releases.mark())?;
        let mut records = Vec::new();
        while let Some(block) = splitter.next_block()? {
            records.extend(block.records().map(|(_, record)| String::from_utf8_lossy(record).trim_end().to_owned()));
        }
        Ok(Self(records))
    }

    /// A thousand of our own, half of them vinyl, as long as Discogs' are: some 4 kB.
    #[must_use]
    pub fn own() -> Self {
        Self((1..=1000).map(own_record).collect())
    }

    /// Writes a dump of at least so many bytes of XML, compressed. Returns its records and the bytes of its XML.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, out: impl Write, bytes: u64) -> io::Result<(u64, u64)> {
        let mut out = GzEncoder::new(out, Compression::new(4));
        let (mut records, mut written, mut shifted) = (0, 0, String::new());
        out.write_all(b"<releases>\n")?;
        for round in 0.. {
            if written >= bytes || self.0.is_empty() {
                break;
            }
            for record in &self.0 {
                shifted.clear();
                shift(record, round, &mut shifted);
                shifted.push('\n');
                out.write_all(shifted.as_bytes())?;
                written += shifted.len() as u64;
                records += 1;
            }
        }
        out.write_all(b"</releases>\n")?;
        out.finish()?.flush()?;
        Ok((records, written))
    }
}

/// The record with the ids of the release, its master and its artists in another repetition. Artists are numbered as Discogs numbers
/// homonyms.
fn shift(record: &str, round: u64, out: &mut String) {
    let shared = round / SHARED;
    let mut rest = replace_number(record, "<release id=\"", round, out);
    if let Some(at) = memmem::find(rest.as_bytes(), b"<artists>") {
        out.push_str(&rest[..at]);
        let end = memmem::find(&rest.as_bytes()[at..], b"</artists>").map_or(rest.len(), |end| at + end);
        let mut artists = &rest[at..end];
        while memmem::find(artists.as_bytes(), b"<artist><id>").is_some() {
            let known = artists.split_once("<artist><id>").is_some_and(|(_, id)| id.starts_with(VARIOUS));
            artists = replace_number(artists, "<artist><id>", if known { 0 } else { shared }, out);
            if let (Some(at), true) = (memmem::find(artists.as_bytes(), b"</name>"), shared > 0 && !known) {
                out.push_str(&artists[..at]);
                write_to(out, format_args!(" ({})", shared + 1));
                artists = &artists[at..];
            }
        }
        out.push_str(artists);
        rest = &rest[end..];
    }
    if let Some(at) = memmem::find(rest.as_bytes(), b"<master_id") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let close = rest.find('>').map_or(rest.len(), |close| close + 1);
        out.push_str(&rest[..close]);
        rest = replace_number(&rest[close..], "", shared, out);
    }
    out.push_str(rest);
}

/// Copies up to the number behind `before` and the shifted number; returns what follows.
fn replace_number<'a>(text: &'a str, before: &str, round: u64, out: &mut String) -> &'a str {
    let Some(at) = text.find(before).map(|at| at + before.len()) else { return text };
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let number: u64 = text[at..at + digits].parse().unwrap_or(0);
    out.push_str(&text[..at]);
    write_to(out, format_args!("{}", number + round * SHIFT));
    &text[at + digits..]
}

const WORDS: [&str; 24] = [
    "Night", "River", "Echo", "Glass", "Iron", "Summer", "Velvet", "Static", "Harbour", "Ember", "Sister", "Paper",
    "Golden", "Motor", "Winter", "Silver", "Hollow", "Neon", "Desert", "Signal", "Mirror", "Distant", "Copper",
    "Garden",
];

/// Two words, always the same for one number.
fn title(number: u64) -> String {
    let word = |n: u64| WORDS[usize::try_from(n % 24).unwrap_or(0)];
    format!("{} {}", word(number.wrapping_mul(7)), word(number.wrapping_mul(11) / 3 + 5))
}

fn own_record(id: u64) -> String {
    let vinyl = id.is_multiple_of(2);
    let (artist, master) = (id / 3 + 1, id / 2 + 1);
    let mut record = format!(
        "<release id=\"{id}\" status=\"Accepted\"><artists><artist><id>{artist}</id><name>{name}</name><anv/><join/><role/><tracks/></artist></artists>\
         <title>{title}</title><labels><label name=\"{label} Records\" catno=\"{label}{id:04}\" id=\"{label_id}\"/></labels><extraartists>",
        name = title(artist * 31),
        title = title(master * 17),
        label = WORDS[usize::try_from(id % 24).unwrap_or(0)],
        label_id = id % 40 + 1,
    );
    for n in 0..6 {
        let (artist, name) = (id * 7 + n, title(id * 5 + n));
        write_to(
            &mut record,
            format_args!(
                "<artist><id>{artist}</id><name>{name}</name><anv/><join/><role>Producer, Written-By</role><tracks/></artist>"
            ),
        );
    }
    let format = if vinyl {
        "<format name=\"Vinyl\" qty=\"1\" text=\"180 Gram\"><descriptions><description>LP</description><description>Album</description><description>Reissue</description></descriptions></format>"
    } else {
        "<format name=\"CD\" qty=\"1\" text=\"\"><descriptions><description>Album</description></descriptions></format>"
    };
    write_to(
        &mut record,
        format_args!(
            "</extraartists><formats>{format}</formats><genres><genre>Electronic</genre><genre>Rock</genre></genres><styles><style>Indie Rock</style></styles><country>Spain</country><released>{}-05-00</released><notes>",
            1960 + id % 60
        ),
    );
    for n in 0..12 {
        write_to(
            &mut record,
            format_args!("{} &amp; {} were recorded at {}. ", title(id + n), title(id * 3 + n), title(id * 13 + n)),
        );
    }
    record.push_str("</notes><data_quality>Correct</data_quality>");
    if !id.is_multiple_of(3) {
        write_to(&mut record, format_args!("<master_id is_main_release=\"{vinyl}\">{master}</master_id>"));
    }
    record.push_str("<tracklist>");
    for n in 1..=11 {
        write_to(
            &mut record,
            format_args!(
                "<track><position>{}{n}</position><title>{}</title><duration>{}:{:02}</duration></track>",
                if n < 6 { 'A' } else { 'B' },
                title(id * 19 + n),
                2 + n % 5,
                (id + n * 7) % 60
            ),
        );
    }
    write_to(
        &mut record,
        format_args!(
            "</tracklist><identifiers><identifier type=\"Barcode\" value=\"{:013}\"/><identifier type=\"Matrix / Runout\" description=\"Side A\" value=\"{} A-1\"/><identifier type=\"Matrix / Runout\" description=\"Side B\" value=\"{} B-1\"/></identifiers><videos>",
            8_400_000_000_000 + id * 97,
            title(id),
            title(id)
        ),
    );
    for n in 0..4 {
        write_to(
            &mut record,
            format_args!(
                "<video src=\"https://www.youtube.com/watch?v={:011}\" duration=\"240\" embed=\"true\"><title>{}</title><description>{} by {}</description></video>",
                id * 31 + n,
                title(id + n),
                title(id + n),
                title(id * 31)
            ),
        );
    }
    write_to(
        &mut record,
        format_args!(
            "</videos><companies><company><id>{}</id><name>{} Pressing</name><catno/><entity_type>17</entity_type><entity_type_name>Pressed By</entity_type_name><resource_url>https://api.discogs.com/labels/{}</resource_url></company></companies></release>",
            id % 90 + 1,
            title(id % 9),
            id % 90 + 1
        ),
    );
    record
}

/// Writing to a text cannot fail.
fn write_to(out: &mut String, text: std::fmt::Arguments<'_>) {
    if out.write_fmt(text).is_err() {
        tracing::debug!("a text took nothing more");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_release;

    #[test]
    fn repetitions_are_other_releases_of_shared_masters_and_artists() {
        let record = "<release id=\"7\"><artists><artist><id>5</id><name>A</name></artist><artist><id>194</id><name>Various</name></artist></artists>\
                      <title>T</title><master_id is_main_release=\"true\">9</master_id></release>";
        let mut out = String::new();
        shift(record, 5, &mut out);
        let release = read_release(&out).unwrap();
        assert_eq!((release.id, release.master), (500_000_007, Some(100_000_009)));
        let artists: Vec<(i64, &str)> =
            release.artists.iter().map(|artist| (artist.id, artist.name.as_ref())).collect();
        assert_eq!(artists, [(100_000_005, "A (2)"), (194, "Various")]);
        out.clear();
        shift(record, 0, &mut out);
        assert_eq!(out, record);
    }

    #[test]
    fn our_own_records_can_be_read() {
        let own = Pattern::own();
        let read: Vec<_> = own.0.iter().map(|record| read_release(record).unwrap()).collect();
        assert_eq!(read.iter().filter(|release| release.is_vinyl()).count(), 500);
        let average = own.0.iter().map(String::len).sum::<usize>() / own.0.len();
        assert!((3500..5500).contains(&average), "{average}");
    }

    #[test]
    fn a_dump_has_the_size_that_was_asked_for() {
        let mut out = Vec::new();
        let (records, bytes) = Pattern::own().write(&mut out, 6_000_000).unwrap();
        assert!(bytes >= 6_000_000 && records == 2000, "{records} {bytes}");
        let source = Source::new("dump".to_owned(), 0, io::Cursor::new(out)).unwrap();
        assert_eq!(Pattern::of(source).unwrap().0.len(), 2000);
    }
}
