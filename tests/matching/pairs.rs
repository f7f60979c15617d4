//! Reading the files, and pairs of different artists made of them.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use vinilogy_core::domain::names::artist_key;

/// A row by its columns.
pub(crate) type Row = HashMap<String, String>;

/// The rows of a CSV file, compressed or not.
pub(crate) fn rows(datasets: &Path, file: &str) -> Vec<Row> {
    let text = text(datasets, file);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).flexible(true).from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{file}: {error}"))).collect()
}

/// The text of a file, compressed or not.
pub(crate) fn text(datasets: &Path, file: &str) -> String {
    String::from_utf8(support::unpacked(&datasets.join(file))).expect(file)
}

/// A name with the id of whom it means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Named {
    pub id: String,
    pub name: String,
}

/// Names of two ids that are near enough to be mistaken: they share the beginning of a word. Those that are the same but for case, accents
/// and signs are left out: nothing in them tells who is meant.
pub(crate) fn near_misses<'a>(left: &'a [Named], right: &'a [Named]) -> Vec<(&'a str, &'a str)> {
    let mut by_beginning: HashMap<String, Vec<&Named>> = HashMap::new();
    for named in right {
        for beginning in beginnings(&named.name) {
            by_beginning.entry(beginning).or_default().push(named);
        }
    }
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for one in left {
        let key = artist_key(&one.name);
        for other in beginnings(&one.name).iter().filter_map(|beginning| by_beginning.get(beginning)).flatten() {
            if other.id != one.id && artist_key(&other.name) != key && seen.insert((&one.name, &other.name)) {
                pairs.push((one.name.as_str(), other.name.as_str()));
            }
        }
    }
    pairs
}

fn beginnings(name: &str) -> HashSet<String> {
    let key = artist_key(name);
    let words = key.split(' ').filter(|word| word.chars().nth(1).is_some());
    words.map(|word| word.chars().take(4).collect()).chain([key.replace(' ', "").chars().take(4).collect()]).collect()
}
