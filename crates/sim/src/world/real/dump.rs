//! `discogs-dump-20200806-sample`: real pressings, as the monthly dump has them.

use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;

use super::files;
use crate::dice::Dice;
use crate::world::{Pressing, Track};

const FILE: &str = "discogs-dump-20200806-sample/releases.xml.gz";

/// A pressing and the master it belongs to.
pub(super) struct Release {
    pub(super) master: i64,
    pub(super) pressing: Pressing,
}

#[derive(Deserialize)]
struct Dump {
    release: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    #[serde(rename = "@id")]
    id: i64,
    title: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    released: String,
    master_id: Option<Master>,
    #[serde(default)]
    labels: Labels,
    #[serde(default)]
    formats: Formats,
    #[serde(default)]
    tracklist: Tracks,
}

#[derive(Deserialize)]
struct Master {
    #[serde(rename = "$text")]
    id: i64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Labels {
    label: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@catno", default)]
    catno: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Formats {
    format: Vec<Format>,
}

#[derive(Deserialize)]
struct Format {
    #[serde(rename = "@name")]
    name: String,
    #[serde(rename = "@qty", default)]
    qty: String,
    #[serde(rename = "@text", default)]
    text: String,
    #[serde(default)]
    descriptions: Descriptions,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Descriptions {
    description: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Tracks {
    track: Vec<XmlTrack>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct XmlTrack {
    position: String,
    title: String,
    duration: String,
}

pub(super) fn read(datasets: &Path) -> anyhow::Result<Vec<Release>> {
    let bytes = files::unpack(datasets, FILE)?;
    let dump: Dump = quick_xml::de::from_reader(bytes.as_slice())
        .with_context(|| format!("{} is not the dump's XML", datasets.join(FILE).display()))?;
    Ok(dump.release.into_iter().filter_map(release).collect())
}

/// A release without a master belongs to no album here.
fn release(row: Row) -> Option<Release> {
    let master = row.master_id?.id;
    let mut dice = Dice::new("dump", u64::try_from(row.id).unwrap_or(0), 0);
    let label = row.labels.label.into_iter().next();
    let format = row.formats.format.into_iter().next()?;
    let owners = u32::try_from(dice.between(5, 900)).unwrap_or(5);
    let pressing = Pressing {
        id: row.id,
        title: row.title,
        country: row.country,
        released: row.released,
        major: format.name,
        discs: format.qty.parse().unwrap_or(1),
        descriptions: format.descriptions.description,
        text: format.text,
        catno: label.as_ref().map_or_else(|| "none".to_owned(), |label| label.catno.clone()),
        label: label.map_or_else(|| "Not On Label".to_owned(), |label| label.name),
        have: owners,
        want: owners / 4,
        tracks: row.tracklist.track.into_iter().map(track).collect(),
    };
    Some(Release { master, pressing })
}

/// The dump has no kinds: a line without position is a heading.
fn track(row: XmlTrack) -> Track {
    let kind = if row.position.is_empty() { "heading" } else { "track" };
    Track { position: row.position, kind, title: row.title, duration: row.duration, parts: Vec::new() }
}
