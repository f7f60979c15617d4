//! `id-links`: which Discogs master an artist of MusicBrainz has made, with its rating.

use std::path::Path;

use serde::Deserialize;
use uuid::Uuid;

use super::files;

/// An album of the links.
pub(super) struct Linked {
    pub(super) artist: String,
    pub(super) mbid: Option<Uuid>,
    pub(super) title: String,
    /// 0 unknown.
    pub(super) year: u16,
    pub(super) master: Option<i64>,
    /// Average in hundredths and votes.
    pub(super) rating: Option<(u16, u32)>,
}

#[derive(Deserialize)]
struct Row {
    artist_name: String,
    artist_mbid: Option<Uuid>,
    album_title: String,
    year: Option<u16>,
    discogs_master_id: Option<i64>,
    rating: Option<f64>,
    votes: Option<u32>,
}

pub(super) fn read(datasets: &Path) -> anyhow::Result<Vec<Linked>> {
    let rows: Vec<Row> = files::rows(datasets, "id-links/mb_artist_discogs_master.csv.gz")?;
    Ok(rows.into_iter().map(linked).collect())
}

fn linked(row: Row) -> Linked {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rating is 0 to 5")]
    let hundredths = |average: f64| (average.clamp(0.0, 5.0) * 100.0).round() as u16;
    Linked {
        artist: row.artist_name,
        mbid: row.artist_mbid,
        title: row.album_title,
        year: row.year.unwrap_or(0),
        master: row.discogs_master_id,
        rating: row.rating.zip(row.votes).map(|(average, votes)| (hundredths(average), votes)),
    }
}
