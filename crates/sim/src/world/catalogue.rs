//! Reads the built-in catalogue (`data/catalogue.txt`): one line per artist, then one per studio album.

use std::sync::Arc;

use super::builder::{AlbumFacts, Builder};
use super::entity::{LastfmMbid, Scene};
use super::side;
use crate::dice;

const CATALOGUE: &str = include_str!("../../data/catalogue.txt");

/// An album line, kept until every artist is known, because it may credit a later one.
struct Line<'a> {
    artist: usize,
    year: u16,
    title: &'a str,
    with: Option<&'a str>,
}

pub(crate) fn load() -> Builder {
    let mut builder = Builder::default();
    let mut lines = Vec::new();
    let mut live = Vec::new();
    for line in CATALOGUE.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("@ ") {
            Some(fields) => live.push(artist(&mut builder, fields)),
            None => lines.extend(album(line, builder.artists.len().saturating_sub(1))),
        }
    }
    for line in &lines {
        let mut by = vec![line.artist];
        by.extend(line.with.and_then(|name| builder.artists.iter().position(|artist| artist.name == name)));
        builder.album(&by, AlbumFacts { title: line.title.to_owned(), year: line.year, ..AlbumFacts::default() });
    }
    for (at, live) in live.into_iter().enumerate() {
        side::add(&mut builder, at, live);
    }
    builder
}

/// Adds the artist of one line; the number of live recordings it should have.
fn artist(builder: &mut Builder, line: &str) -> usize {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let field = |at: usize| fields.get(at).copied().unwrap_or_default();
    let listeners = field(4).parse::<u64>().unwrap_or(1) * 1000 + dice::hash("listeners", line) % 1000;
    let key = format!("{}|{}", field(0), field(1));
    let at = builder.artist(field(0), &key, listeners, Arc::new(scene(&fields)));
    let artist = &mut builder.artists[at];
    artist.kind = if field(2) == "Person" { "Person" } else { "Group" };
    artist.begin = field(3).parse().unwrap_or(0);
    let mut live = 3;
    for extra in field(8).split(';').map(str::trim) {
        match extra.split_once('=') {
            Some(("alias", name)) => artist.aliases.push(name.to_owned()),
            Some(("mb", name)) => name.clone_into(&mut artist.mb_name),
            Some(("discogs", name)) => name.clone_into(&mut artist.discogs_name),
            Some(("note", note)) => note.clone_into(&mut artist.note),
            Some(("live", count)) => live = count.parse().unwrap_or(live),
            _ if extra == "merged" => {
                let old = dice::uuid("artist-merged", &key);
                artist.merged = Some(old);
                artist.lastfm_mbid = LastfmMbid::Given(old);
            }
            _ if extra == "nombid" => {
                let empty = dice::hash("nombid", &key).is_multiple_of(2);
                artist.lastfm_mbid = if empty { LastfmMbid::Empty } else { LastfmMbid::Absent };
            }
            _ => {}
        }
    }
    live
}

fn scene(fields: &[&str]) -> Scene {
    let list = |text: &str, by: &str| -> Vec<String> {
        text.split(by).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let field = |at: usize| fields.get(at).copied().unwrap_or_default();
    let (genres, styles) = field(6).split_once(": ").unwrap_or((field(6), ""));
    Scene {
        country: field(1).to_owned(),
        labels: list(field(5), ", "),
        genres: list(genres, " + "),
        styles: list(styles, ", "),
        tags: list(field(7), ", "),
    }
}

fn album(line: &str, artist: usize) -> Option<Line<'_>> {
    let (facts, with) = match line.split_once(" | ") {
        Some((facts, extra)) => (facts, extra.trim().strip_prefix("with=").map(str::trim)),
        None => (line, None),
    };
    let (year, title) = facts.split_once(' ')?;
    Some(Line { artist, year: year.parse().ok()?, title: title.trim(), with })
}
