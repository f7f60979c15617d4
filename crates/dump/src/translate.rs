//! From the dump's words to the store's.
use std::borrow::Cow;

use vinilogy_core::domain::names::display_name;
use vinilogy_core::domain::pressing::{self, Company, Identifier, Label, Medium, Page};
use vinilogy_core::store::{DumpBatch, DumpMaster, DumpRelease, NOBODY};

use crate::release::{Credit, Format, Release, Track};
use crate::{Artist, Master, text};

/// Under which a release without any artist goes: Unknown Artist.
const UNKNOWN: (i64, &str) = (355, "Unknown Artist");

/// Adds a vinyl release to a batch.
pub(crate) fn release(batch: &mut DumpBatch, release: Release<'_>) {
    let (artist_id, artist) = main_artist(&release.artists);
    let (artist, title) = (artist.to_owned(), release.title.clone());
    let (country, released) = (release.country.clone(), release.released.clone().filter(|released| *released != "0"));
    let (discogs_id, master_id, main) = (release.id, release.master, release.main);
    let page = page(release);
    batch.release(&DumpRelease {
        discogs_id,
        master_id,
        main,
        artist_id,
        artist: &artist,
        title: &title,
        country: country.as_deref(),
        year: released.as_deref().and_then(text::year),
        released: released.as_deref(),
        page: &page,
    });
}

/// Adds a master to a batch.
pub(crate) fn master(batch: &mut DumpBatch, master: &Master<'_>) {
    let (artist_id, _) = main_artist(&master.artists);
    let year = master.year.and_then(|year| i16::try_from(year).ok()).filter(|year| text::YEARS.contains(year));
    batch.master(&DumpMaster { id: master.id, artist_id, title: &master.title, year });
}

/// Adds an artist to a batch: the names on sleeves, without the numbers that only Discogs knows.
pub(crate) fn artist(batch: &mut DumpBatch, artist: &Artist<'_>) {
    let names: Vec<&str> = artist.variations.iter().map(|name| display_name(name)).collect();
    if !names.is_empty() && !NOBODY.contains(&artist.id) {
        batch.artist(artist.id, &names);
    }
}

/// The first who is somebody; else the first.
fn main_artist<'r>(artists: &'r [Credit<'_>]) -> (i64, &'r str) {
    let known = || artists.iter().filter(|artist| artist.id > 0 && !artist.name.is_empty());
    let main = known().find(|artist| !NOBODY.contains(&artist.id)).or_else(|| known().next());
    main.map_or(UNKNOWN, |artist| (artist.id, artist.name.as_ref()))
}

fn page(release: Release<'_>) -> Page {
    let identifiers = release.identifiers.into_iter().map(|it| Identifier {
        kind: it.kind.into_owned(),
        value: it.value.into_owned(),
        description: it.description.map(Cow::into_owned),
    });
    let companies = release.companies.into_iter().map(|it| Company {
        name: shown(&it.name),
        discogs_id: it.id,
        role: it.role.map(Cow::into_owned),
    });
    Page {
        tracks: tracks(release.tracks),
        labels: distinct(release.labels.into_iter().map(label)),
        companies: distinct(companies),
        identifiers: distinct(identifiers),
        formats: release.formats.into_iter().map(medium).collect(),
        artists: release.artists.into_iter().map(credit).collect(),
        credits: release.credits.into_iter().map(credit).collect(),
        genres: release.genres.into_iter().map(Cow::into_owned).collect(),
        styles: release.styles.into_iter().map(Cow::into_owned).collect(),
        notes: release.notes.map(Cow::into_owned),
    }
}

fn shown(name: &str) -> String {
    display_name(name).to_owned()
}

fn label(label: crate::Label<'_>) -> Label {
    Label { name: shown(&label.name), discogs_id: label.id, catno: label.catno.and_then(text::catno) }
}

fn medium(format: Format<'_>) -> Medium {
    Medium {
        name: format.name.into_owned(),
        quantity: format.quantity.as_deref().and_then(|quantity| quantity.parse().ok()),
        descriptions: format.descriptions.into_iter().map(Cow::into_owned).collect(),
        text: format.text.map(Cow::into_owned),
    }
}

fn credit(credit: Credit<'_>) -> pressing::Credit {
    pressing::Credit {
        name: shown(credit.printed()),
        discogs_id: Some(credit.id).filter(|id| *id > 0),
        join: credit.join.map(Cow::into_owned),
        role: credit.role.map(Cow::into_owned),
        tracks: credit.tracks.map(Cow::into_owned),
    }
}

/// Tracks and headings. The dump does not say what a line is: one without position and duration is a heading, and a work whose movements
/// are listed is the heading of these, unless it has a duration itself.
fn tracks(list: Vec<Track<'_>>) -> Vec<pressing::Track> {
    let mut tracks = Vec::with_capacity(list.len());
    for mut line in list {
        let parts = std::mem::take(&mut line.parts);
        let whole = parts.is_empty() || line.duration.is_some();
        let heading = !whole || line.duration.is_none() && line.position.is_none();
        tracks.push(track(line, heading));
        if !whole {
            tracks.extend(parts.into_iter().map(|part| track(part, false)));
        }
    }
    tracks
}

fn track(line: Track<'_>, heading: bool) -> pressing::Track {
    pressing::Track {
        seconds: line.duration.as_deref().and_then(text::seconds),
        position: line.position.map(Cow::into_owned).unwrap_or_default(),
        title: line.title.map(Cow::into_owned).unwrap_or_default(),
        artists: Some(&line.artists).filter(|artists| !artists.is_empty()).map(|artists| text::credit(artists)),
        heading,
    }
}

/// Without repetitions.
fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::with_capacity(values.size_hint().0);
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    kept
}
