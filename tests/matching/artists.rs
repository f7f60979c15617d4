//! Artists of one name: only what else is known of them tells them apart.

use std::collections::BTreeMap;
use std::path::Path;

use libtest_mimic::Failed;
use vinilogy_core::domain::matching::{ArtistEvidence, artist_match};

use crate::pairs::rows;
use crate::report::Report;

/// Each artist as Discogs' second of the name: with some of the albums it is them, with those of another artist it is not.
pub(crate) fn homonyms(datasets: &Path) -> Result<(), Failed> {
    let mut albums: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for row in rows(datasets, "id-links/mb_artist_discogs_master.csv.gz") {
        let artist =
            albums.entry(row["artist_mbid"].clone()).or_insert_with(|| (row["artist_name"].clone(), Vec::new()));
        artist.1.push(row["album_title"].clone());
    }
    let artists: Vec<_> = albums.into_values().filter(|(_, albums)| albums.len() >= 4).collect();
    let mut report = Report::default();
    for (i, (name, albums)) in artists.iter().enumerate() {
        let ours = ArtistEvidence { albums: albums.clone(), ..ArtistEvidence::named(name) };
        let second = |albums: &[String]| ArtistEvidence {
            albums: albums.to_vec(),
            ..ArtistEvidence::named(format!("{name} (2)"))
        };
        report.same((name, "some albums"), &artist_match(&ours, &second(&albums[albums.len() / 2..])));
        let other = &artists[(i + 1) % artists.len()].1;
        report.different((name, "albums of another"), &artist_match(&ours, &second(other)));
        report.different((name, "no albums"), &artist_match(&ours, &second(&[])));
        let without_number = ArtistEvidence { albums: other.clone(), ..ArtistEvidence::named(name) };
        report.different((name, "same name, albums of another"), &artist_match(&ours, &without_number));
    }
    report.judge("mb_artist_discogs_master, homonyms", 0.99, 0.99)
}
