//! Songs as two shops describe them.

use std::path::Path;

use libtest_mimic::Failed;
use vinilogy_core::domain::matching::{Song, songs_match};

use crate::pairs::rows;
use crate::report::Report;

/// People said which are one. Some of the matches are of a remix and the song itself, which we keep apart.
pub(crate) fn itunes_amazon(datasets: &Path) -> Result<(), Failed> {
    let mut report = Report::default();
    for row in rows(datasets, "name-matching/itunes_amazon_pairs.csv.gz") {
        let song = |shop: &str| Song {
            artist: &row[&format!("{shop}_artist")],
            title: &row[&format!("{shop}_song")],
            album: &row[&format!("{shop}_album")],
            year: year(&row[&format!("{shop}_released")]),
        };
        let (itunes, amazon) = (song("itunes"), song("amazon"));
        let judged = songs_match(itunes, amazon);
        let pair = format!("{} / {} | {} / {}", itunes.title, amazon.title, itunes.album, amazon.album);
        if row["match"] == "1" { report.same(pair, &judged) } else { report.different(pair, &judged) }
    }
    report.judge("itunes_amazon_pairs", 0.99, 0.95)
}

/// "26-Aug-11", "August 26 , 2011", "1997".
fn year(date: &str) -> Option<i16> {
    let last: i16 = date.rsplit([' ', '-']).next()?.parse().ok()?;
    Some(match last {
        0..30 => 2000 + last,
        30..100 => 1900 + last,
        year => year,
    })
}
