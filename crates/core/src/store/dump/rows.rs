//! Records of the dump as rows of the staging tables.
use xxhash_rust::xxh3::xxh3_64;

use super::binary::Rows;
use crate::domain::names::{album_key, artist_key, display_name};
use crate::domain::pressing::{Format, Kind, Page, Trait, list_text};

/// A vinyl release as the dump has it.
#[derive(Debug, Clone)]
pub struct DumpRelease<'a> {
    /// The Discogs release.
    pub discogs_id: i64,
    /// Its master.
    pub master_id: Option<i64>,
    /// Discogs shows it for its master.
    pub main: bool,
    /// The Discogs artist whose album it is.
    pub artist_id: i64,
    /// As Discogs has it, with the number of a homonym.
    pub artist: &'a str,
    /// As on the sleeve.
    pub title: &'a str,
    /// Discogs' country name.
    pub country: Option<&'a str>,
    /// Unknown is `None`.
    pub year: Option<i16>,
    /// `YYYY`, `YYYY-MM-00` or `YYYY-MM-DD`.
    pub released: Option<&'a str>,
    /// Everything else.
    pub page: &'a Page,
}

/// A master as the dump has it.
#[derive(Debug, Clone)]
pub struct DumpMaster<'a> {
    /// The Discogs master.
    pub id: i64,
    /// The Discogs artist whose album it is.
    pub artist_id: i64,
    /// Its title.
    pub title: &'a str,
    /// Of the first release; unknown is `None`.
    pub year: Option<i16>,
}

/// Rows that wait to be copied, in the order of the file.
#[derive(Debug, Default)]
pub struct DumpBatch {
    pub(super) ids: Vec<i64>,
    pub(super) hashes: Vec<i64>,
    /// Where each row ends in `rows`.
    pub(super) ends: Vec<usize>,
    pub(super) rows: Vec<u8>,
}

/// `copy` of [`DumpBatch::release`].
pub(super) const COPY_RELEASES: &str = "copy dump_releases (discogs_id, master_id, main, artist_id, artist, artist_name, artist_key, \
    title, title_key, country, year, released, format, records, size_inches, speed_rpm, kind, traits, colour, weight_grams, barcodes, \
    label, catno, official, tracks, labels, companies, identifiers, formats, artists, credits, genres, styles, notes, hash) \
    from stdin (format binary)";
/// `copy` of [`DumpBatch::master`].
pub(super) const COPY_MASTERS: &str =
    "copy dump_masters (id, artist_id, title, title_key, year) from stdin (format binary)";
/// `copy` of [`DumpBatch::artist`].
pub(super) const COPY_ARTISTS: &str = "copy dump_artists (discogs_id, names) from stdin (format binary)";

impl DumpBatch {
    /// How many rows wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether none waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a release.
    pub fn release(&mut self, release: &DumpRelease<'_>) {
        let start = self.rows.len();
        let mut rows = Rows(&mut self.rows);
        rows.row(35);
        album(&mut rows, release);
        pressing(&mut rows, release);
        page(&mut rows, release.page);
        let hash = xxh3_64(&self.rows[start..]).cast_signed();
        Rows(&mut self.rows).bigint(hash);
        self.hashes.push(hash);
        self.end(release.discogs_id);
    }

    /// Adds a master.
    pub fn master(&mut self, master: &DumpMaster<'_>) {
        let mut rows = Rows(&mut self.rows);
        rows.row(5);
        rows.bigint(master.id);
        rows.bigint(master.artist_id);
        rows.text(master.title);
        rows.text(&album_key(master.title));
        rows.optional(master.year, Rows::smallint);
        self.end(master.id);
    }

    /// Adds an artist: the Discogs id, and the names on sleeves.
    pub fn artist(&mut self, discogs_id: i64, names: &[impl AsRef<str>]) {
        let mut rows = Rows(&mut self.rows);
        rows.row(2);
        rows.bigint(discogs_id);
        rows.texts(names);
        self.end(discogs_id);
    }

    fn end(&mut self, id: i64) {
        self.ids.push(id);
        self.ends.push(self.rows.len());
    }

    /// Adds all rows of another batch.
    pub fn append(&mut self, other: &Self) {
        let start = self.rows.len();
        self.rows.extend_from_slice(&other.rows);
        self.ends.extend(other.ends.iter().map(|end| start + end));
        self.ids.extend_from_slice(&other.ids);
        self.hashes.extend_from_slice(&other.hashes);
    }
}

fn album(rows: &mut Rows<'_>, release: &DumpRelease<'_>) {
    let name = display_name(release.artist);
    rows.bigint(release.discogs_id);
    rows.optional(release.master_id, Rows::bigint);
    rows.boolean(release.main);
    rows.bigint(release.artist_id);
    rows.text(release.artist);
    rows.text(name);
    rows.text(&artist_key(name));
    rows.text(release.title);
    rows.text(&album_key(release.title));
}

fn pressing(rows: &mut Rows<'_>, release: &DumpRelease<'_>) {
    let page = release.page;
    let format = Format::of(&page.formats);
    let traits: Vec<&str> = format.traits.iter().map(Trait::name).collect();
    let label = page.labels.first();
    rows.optional(release.country, Rows::text);
    rows.optional(release.year, Rows::smallint);
    rows.optional(release.released, Rows::text);
    rows.text(&list_text(&page.formats));
    rows.smallint(format.records);
    rows.optional(format.size_inches, Rows::smallint);
    rows.optional(format.speed_rpm, Rows::smallint);
    rows.optional(format.kind.map(Kind::name), Rows::text);
    rows.texts(&traits);
    rows.optional(format.colour.as_deref(), Rows::text);
    rows.optional(format.weight_grams, Rows::smallint);
    rows.texts(&page.barcodes());
    rows.optional(label.map(|label| label.name.as_str()), Rows::text);
    rows.optional(label.and_then(|label| label.catno.as_deref()), Rows::text);
    rows.boolean(!format.has(Trait::Unofficial));
}

fn page(rows: &mut Rows<'_>, page: &Page) {
    rows.json(&page.tracks);
    rows.json(&page.labels);
    rows.json(&page.companies);
    rows.json(&page.identifiers);
    rows.json(&page.formats);
    rows.json(&page.artists);
    rows.json(&page.credits);
    rows.texts(&page.genres);
    rows.texts(&page.styles);
    rows.optional(page.notes.as_deref(), Rows::text);
}
