//! `discogs-most-collected-2020`: popular masters with owners and wanters.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::files;
use crate::world::builder::AlbumFacts;
use crate::world::entity::{Kind, Scene};

/// Lists that hold albums; the others (house, techno, jungle …) are mostly twelve-inch singles.
const ALBUM_LISTS: [&str; 4] = ["all", "electronic", "hip-hop", "jazz"];

/// A popular master.
pub(super) struct Collected {
    pub(super) master: i64,
    title: String,
    year: u16,
    pub(super) artists: Vec<(String, i64)>,
    have: u32,
    want: u32,
    versions: u32,
    genres: Vec<String>,
    pub(super) styles: Vec<String>,
    album: bool,
}

#[derive(Deserialize)]
struct Row {
    list: String,
    master_id: i64,
    title: String,
    year: u16,
    artists: String,
    artist_ids: String,
    have: u32,
    want: u32,
    versions: u32,
    genres: String,
    styles: String,
}

pub(super) fn read(datasets: &Path) -> anyhow::Result<HashMap<i64, Collected>> {
    let rows: Vec<Row> = files::rows(datasets, "discogs-most-collected-2020/most_collected_masters.csv.gz")?;
    let mut masters: HashMap<i64, Collected> = HashMap::new();
    for row in rows {
        let album = ALBUM_LISTS.contains(&row.list.as_str());
        let entry = masters.entry(row.master_id).or_insert_with(|| collected(row));
        entry.album |= album;
    }
    Ok(masters)
}

fn collected(row: Row) -> Collected {
    let list =
        |text: &str| -> Vec<String> { text.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect() };
    let ids = row.artist_ids.split('|').map(|id| id.trim().parse().unwrap_or(0));
    Collected {
        master: row.master_id,
        artists: row.artists.split('|').map(|name| name.trim().to_owned()).zip(ids).collect(),
        title: row.title,
        year: row.year,
        have: row.have,
        want: row.want,
        versions: row.versions,
        genres: list(&row.genres),
        styles: list(&row.styles),
        album: false,
    }
}

impl Collected {
    pub(super) fn facts(&self) -> AlbumFacts {
        let scene = Scene { genres: self.genres.clone(), styles: self.styles.clone(), ..Scene::default() };
        AlbumFacts {
            title: self.title.clone(),
            year: self.year,
            kind: Some(if self.album { Kind::Studio } else { Kind::Single }),
            master: Some(self.master),
            have: Some(self.have),
            want: Some(self.want),
            rating: None,
            versions: Some(self.versions),
            scene: Some(Arc::new(scene)),
        }
    }
}
