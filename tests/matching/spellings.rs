//! Artists' names: variations of one, and names of two that are nearly alike.

use std::collections::HashMap;
use std::path::Path;

use libtest_mimic::Failed;
use vinilogy_core::domain::matching::{ArtistEvidence, artist_match, names_match};
use vinilogy_core::domain::names::{artist_key, discogs_number};

use crate::pairs::{Named, Row, near_misses, rows, text};
use crate::report::Report;

/// Corrections that people made by hand. More than a sixth are no spellings at all: other names of a person ("Tom Jobim"), readings of
/// Chinese characters, labels of collections ("\[unknown\]"); others leave out a second artist or a band, which services keep apart.
pub(crate) fn audioscrobbler(datasets: &Path) -> Result<(), Failed> {
    let rows = rows(datasets, "name-matching/audioscrobbler_alias_pairs.csv.gz");
    variations(&rows, "audioscrobbler_alias_pairs", ["good_id", "good_name", "bad_name"], 0.77)
}

/// Credits on sleeves. Many are too short to tell who is meant ("Stevenson", "J. Brown"): those are proposed, not stored.
pub(crate) fn discogs_variations(datasets: &Path) -> Result<(), Failed> {
    let rows = rows(datasets, "name-matching/discogs_name_variations.csv.gz");
    variations(&rows, "discogs_name_variations", ["discogs_artist_id", "canonical_name", "variant"], 0.46)
}

fn variations(rows: &[Row], title: &str, [id, name, variant]: [&str; 3], least_recall: f32) -> Result<(), Failed> {
    let mut report = Report::default();
    let named = |column: &str| -> Vec<Named> {
        let mut all: Vec<_> = rows.iter().map(|row| Named { id: row[id].clone(), name: row[column].clone() }).collect();
        all.sort();
        all.dedup();
        all
    };
    for row in rows {
        report.same_names(&row[name], &row[variant], &names_match(&row[name], &row[variant]));
    }
    for (a, b) in near_misses(&named(variant), &named(name)) {
        report.different((a, b), &names_match(a, b));
    }
    report.judge(title, 0.99, least_recall)
}

/// Different Discogs ids. By name alone "Soul Parlor" and "Soulparlor" may be taken for one (they are an unmerged duplicate); with their
/// ids none may.
pub(crate) fn discogs_hard_negatives(datasets: &Path) -> Result<(), Failed> {
    let (mut by_name, mut by_evidence) = (Report::default(), Report::default());
    let evidence = |id: &str, name: &str| ArtistEvidence { discogs_id: id.parse().ok(), ..ArtistEvidence::named(name) };
    for row in rows(datasets, "name-matching/discogs_hard_negatives.csv.gz") {
        let (a, b) = (&row["name_a"], &row["name_b"]);
        by_name.different((a, b), &names_match(a, b));
        by_evidence.different((a, b), &artist_match(&evidence(&row["id_a"], a), &evidence(&row["id_b"], b)));
    }
    let taken = (by_name.taken(), by_evidence.taken());
    by_name.judge("discogs_hard_negatives, names alone", 0.0, 0.0)?;
    by_evidence.judge("discogs_hard_negatives, with ids", 0.0, 0.0)?;
    if taken.0 > 1 || taken.1 > 0 { Err(format!("{taken:?} taken for one").into()) } else { Ok(()) }
}

/// Each text must have the key of its repaired, folded form; where an ASCII form is given, that must be found too.
pub(crate) fn wxyc_charsets(datasets: &Path) -> Result<(), Failed> {
    let corpus: serde_json::Value =
        serde_json::from_str(&text(datasets, "name-matching/wxyc_charset_torture.json")).map_err(|e| e.to_string())?;
    let groups = corpus["categories"].as_object().ok_or("no categories")?;
    let (mut folded, mut ascii) = (Report::default(), Report::default());
    for case in groups.values().filter_map(|group| group.as_array()).flatten() {
        let form = |name: &str| case[name].as_str();
        let Some(input) = form("input").filter(|input| !artist_key(input).is_empty()) else { continue };
        for other in [form("expected_storage"), form("expected_match_form")].into_iter().flatten() {
            folded.same((input, other, artist_key(input)), &names_match(input, other));
        }
        if let Some(other) = form("expected_ascii_form").filter(|other| other.len() > 2) {
            ascii.same((input, other), &names_match(input, other));
        }
    }
    folded.judge("wxyc_charset_torture, folded forms", 1.0, 1.0)?;
    ascii.judge("wxyc_charset_torture, ASCII forms", 1.0, 0.95)
}

/// The rules of a radio station's library for artists. It also drops what we keep: what is bracketed behind a single word, "/17".
pub(crate) fn wxyc_identities(datasets: &Path) -> Result<(), Failed> {
    let mut report = Report::default();
    for row in rows(datasets, "name-matching/wxyc_identity_normalization_cases.csv") {
        let artists = matches!(row["variant"].as_str(), "base" | "punct" | "disamb");
        if artists && !row["expected"].is_empty() {
            report.same((&row["input"], &row["expected"]), &names_match(&row["input"], &row["expected"]));
        }
    }
    report.judge("wxyc_identity_normalization_cases, artists", 1.0, 0.93)
}

/// Artists that Last.fm has twice: equal but for case, accents, blanks and signs.
pub(crate) fn hetrec_duplicates(datasets: &Path) -> Result<(), Failed> {
    let mut groups: HashMap<String, Vec<String>> = HashMap::new();
    for line in text(datasets, "hetrec2011-lastfm-2k/artists.dat.gz").lines().skip(1) {
        let name = line.split('\t').nth(1).unwrap_or_default();
        let folded: String = artist_key(name).chars().filter(|c| c.is_alphanumeric()).collect();
        if folded.len() > 3 && folded.is_ascii() {
            groups.entry(folded).or_default().push(name.to_owned());
        }
    }
    let mut report = Report::default();
    for group in groups.values().filter(|group| group.len() > 1) {
        for other in &group[1..] {
            report.same((&group[0], other), &names_match(&group[0], other));
        }
    }
    report.judge("hetrec duplicates", 1.0, 0.95)
}

/// Different MBIDs, many in Cyrillic: no two of them may share a key unless they share the name, and near names must stay apart.
pub(crate) fn musicbrainz_artists(datasets: &Path) -> Result<(), Failed> {
    let artists: Vec<Named> = rows(datasets, "id-links/mb_artists_ru.csv.gz")
        .into_iter()
        .map(|row| Named { id: row["musicbrainz_id"].clone(), name: row["artist"].clone() })
        .collect();
    let empty: Vec<_> = artists.iter().filter(|artist| artist_key(&artist.name).is_empty()).collect();
    if !empty.is_empty() {
        return Err(format!("names without a key: {empty:?}").into());
    }
    let sample: Vec<Named> = artists.iter().step_by(10).cloned().collect();
    let mut report = Report::default();
    for artist in &sample {
        let same = names_match(&artist.name, &format!("{} ", artist.name.to_uppercase()));
        if discogs_number(&artist.name).is_none() {
            report.same(&artist.name, &same);
        }
    }
    for (a, b) in near_misses(&sample, &sample) {
        report.different((a, b), &names_match(a, b));
    }
    report.judge("mb_artists_ru, every tenth", 0.99, 0.995)
}
