//! Albums: those of one artist must stay apart, and one must be found however a shop writes it.

use std::collections::BTreeMap;
use std::path::Path;

use libtest_mimic::Failed;
use vinilogy_core::domain::matching::{Work, confidence};
use vinilogy_core::domain::names::album_key;

use crate::pairs::{Row, rows};
use crate::report::Report;

const FILE: &str = "id-links/mb_artist_discogs_master.csv.gz";

/// Two masters of one artist are two albums, "II" and "III" too. Those with the same title and year are left out: nothing tells them apart.
pub(crate) fn of_one_artist(datasets: &Path) -> Result<(), Failed> {
    let rows = rows(datasets, FILE);
    let mut by_artist: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        by_artist.entry(&row["artist_mbid"]).or_default().push(row);
    }
    let mut report = Report::default();
    for albums in by_artist.values() {
        for (i, a) in albums.iter().enumerate() {
            report.same((&a["artist_name"], &a["album_title"]), &confidence(work(a), work(a)));
            let others = albums[..i].iter().filter(|b| b["discogs_master_id"] != a["discogs_master_id"]);
            for b in others.filter(|b| album_key(&b["album_title"]) != album_key(&a["album_title"])) {
                let pair = (&a["artist_name"], &a["album_title"], &a["year"], &b["album_title"], &b["year"]);
                report.different(pair, &confidence(work(a), work(b)));
            }
        }
    }
    report.judge("mb_artist_discogs_master, albums of one artist", 0.99, 1.0)
}

/// The same albums with the words and signs that shops and streaming services add or leave out.
pub(crate) fn as_shops_write_them(datasets: &Path) -> Result<(), Failed> {
    let mut report = Report::default();
    for row in rows(datasets, FILE) {
        let (album, title) = (work(&row), &row["album_title"]);
        let titles = [
            format!("{title} (Deluxe Edition)"),
            format!("{title} - 2011 Remaster"),
            format!("{title} [Remastered]"),
            format!("{title} (30th Anniversary Super Deluxe)"),
            title.to_uppercase(),
            title.replace('&', "and"),
            title.replace([',', '\'', '.', '!', '?'], ""),
        ];
        for title in &titles {
            let shops = Work { title, year: None, ..album };
            report.same((album.artist, album.title, title), &confidence(album, shops));
        }
        let artist = format!("{} (2)", album.artist);
        report.same((album.title, &artist), &confidence(album, Work { artist: &artist, ..album }));
    }
    report.judge("mb_artist_discogs_master, as shops write them", 1.0, 0.99)
}

fn work(row: &Row) -> Work<'_> {
    Work { artist: &row["artist_name"], title: &row["album_title"], year: row["year"].parse().ok() }
}
