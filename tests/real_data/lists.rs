//! Lists of albums and collections as people published them, read with the rules for imports. They are read where they lie.
use std::path::Path;

use libtest_mimic::Failed;
use support::unpacked;
use vinilogy_core::domain::imports::{Columns, Layout, read};

/// Each file with its encoding, the column of artists and what its owner has to say, and its rows.
const FILES: [(&str, &str, usize, Option<usize>, usize); 12] = [
    ("album-lists/rolling_stone_500_a.csv.gz", "UTF-8", 3, None, 500),
    ("album-lists/rolling_stone_500_b.csv.gz", "macintosh", 3, None, 500),
    ("album-lists/rym_top_5000_2021.csv.gz", "UTF-8", 2, None, 5000),
    ("album-lists/rym_top_5000_2022.csv.gz", "UTF-8", 1, None, 5000),
    ("album-lists/rym_top_5000_2025.csv.gz", "UTF-8", 2, Some(2), 5040),
    ("album-lists/pitchfork_1999_2017.csv.gz", "UTF-8", 1, None, 18_393),
    ("discogs-collections/a_wantlist_29.csv", "UTF-8", 1, None, 29),
    ("discogs-collections/b_export_406.csv.gz", "UTF-8", 1, None, 406),
    ("discogs-collections/b_with_min_median_max_407.csv.gz", "UTF-8", 2, None, 408),
    ("discogs-collections/c_r_mangled_export_with_prices.csv", "UTF-8", 1, None, 10),
    ("discogs-collections/f_ids_196.csv.gz", "UTF-8", 1, None, 196),
    ("discogs-collections/h_hand_typed_no_ids.csv", "UTF-8", 1, None, 83),
];

pub fn row_by_row(shared: &Path) -> Result<(), Failed> {
    let folder = shared.join("datasets");
    for (file, encoding, artist, said, rows) in FILES {
        let bytes = unpacked(&folder.join(file));
        if said.is_some() {
            assert!(Layout::of(&bytes, true, None).is_err(), "{file} has no header: nobody can tell album from artist");
        }
        let layout = Layout::of(&bytes, true, said).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!((layout.encoding.name(), layout.separator), (encoding, Some(',')), "{file}");
        assert_eq!(layout.columns.artist, artist, "{file}: {:?}", layout.columns);
        let part = read(&bytes, &layout, 1, true).unwrap_or_else(|error| panic!("{file}: {error}"));
        let refused: Vec<_> = part.rows.iter().filter_map(|taken| taken.row.as_ref().err()).collect();
        println!("{file}: {} rows, {} refused, {:?}", part.rows.len(), refused.len(), layout.columns);
        refused.iter().take(3).for_each(|refusal| println!("  {refusal:?}"));
        assert_eq!(part.rows.len(), rows, "{file}");
        // "Various Artists" is nobody to ingest; whatever else is refused would be a row that was not understood.
        let known = ["it names no single artist", "it names no artist"];
        assert!(refused.iter().all(|refusal| known.contains(&refusal.reason)), "{file}: {refused:?}");
        assert_ne!(layout.columns, Columns::default(), "{file}");
        assert!(
            part.rows.iter().filter_map(|t| t.row.as_ref().ok()).all(|row| !row.name.contains('\u{fffd}')),
            "{file}"
        );
    }
    Ok(())
}
