//! What `domain::pressing` reads from real format texts: the monthly dump, recorded answers of the API, and exports of real collections.
//! Each trial compares with what the words themselves say, counted apart from the rules, and prints what was not understood.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use libtest_mimic::Failed;
use vinilogy_core::domain::pressing::{Format, Kind, Medium, Trait};

use crate::texts;

/// What a description of a release means, written down once more without the rules.
const SPELLED_OUT: [(&str, Trait); 16] = [
    ("Reissue", Trait::Reissue),
    ("Repress", Trait::Repress),
    ("Remastered", Trait::Remastered),
    ("Limited Edition", Trait::Limited),
    ("Numbered", Trait::Numbered),
    ("Promo", Trait::Promotional),
    ("Test Pressing", Trait::TestPressing),
    ("White Label", Trait::WhiteLabel),
    ("Unofficial Release", Trait::Unofficial),
    ("Club Edition", Trait::Club),
    ("Picture Disc", Trait::PictureDisc),
    ("Compilation", Trait::Compilation),
    ("Mono", Trait::Mono),
    ("Stereo", Trait::Stereo),
    ("Single Sided", Trait::SingleSided),
    ("Etched", Trait::Etched),
];

/// The same as lists and exports abbreviate it.
const ABBREVIATED: [(&str, Trait); 13] = [
    ("RE", Trait::Reissue),
    ("RP", Trait::Repress),
    ("RM", Trait::Remastered),
    ("Ltd", Trait::Limited),
    ("Num", Trait::Numbered),
    ("Comp", Trait::Compilation),
    ("Pic", Trait::PictureDisc),
    ("Gat", Trait::Gatefold),
    ("Dlx", Trait::Deluxe),
    ("Etch", Trait::Etched),
    ("S/Sided", Trait::SingleSided),
    ("S/Edition", Trait::Special),
    ("Mono", Trait::Mono),
];

/// Says what is wrong with a reading of media, by their words.
fn compare(media: &[Medium]) -> Option<String> {
    let read = Format::of(media);
    let records: Vec<&Medium> = media.iter().filter(|m| matches!(m.name.as_str(), "Vinyl" | "Shellac")).collect();
    let says = |word: &str| records.iter().any(|medium| medium.descriptions.iter().any(|said| said == word));
    for (word, expected) in SPELLED_OUT {
        if says(word) && !read.has(expected) {
            return Some(format!("{word} is lost in {media:?}"));
        }
    }
    let count: i32 = records.iter().map(|medium| medium.quantity.unwrap_or(1).clamp(1, 500)).sum();
    if !records.is_empty() && i32::from(read.records) != count {
        return Some(format!("{} records, not {count}, in {media:?}", read.records));
    }
    let sizes: Vec<i16> = [7, 10, 12].into_iter().filter(|inches| says(&format!("{inches}\""))).collect();
    if let [size] = sizes[..]
        && !says("LP")
        && read.size_inches != Some(size)
    {
        return Some(format!("{:?} inches, not {size}, in {media:?}", read.size_inches));
    }
    for (word, speed) in [("33 ⅓ RPM", 33), ("45 RPM", 45), ("78 RPM", 78)] {
        let only = ["33 ⅓ RPM", "45 RPM", "78 RPM"].into_iter().filter(|word| says(word)).count() == 1;
        if only && says(word) && read.speed_rpm != Some(speed) {
            return Some(format!("{:?} rpm, not {speed}, in {media:?}", read.speed_rpm));
        }
    }
    let kind = records.len() == 1 && says("EP") && !says("Single") && !says("Maxi-Single");
    (kind && read.kind != Some(Kind::Ep)).then(|| format!("{:?} is no EP: {media:?}", read.kind))
}

fn all_agree(what: &str, releases: &[Vec<Medium>]) -> Result<(), Failed> {
    let wrong: Vec<String> = releases.iter().filter_map(|media| compare(media)).collect();
    let unknown = unknown_words(releases);
    println!("{what}: {} releases, {} wrong; words that say nothing: {unknown:?}", releases.len(), wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// Descriptions of records that change nothing in the reading of a medium, with their counts.
fn unknown_words(releases: &[Vec<Medium>]) -> BTreeMap<&str, usize> {
    let mut unknown = BTreeMap::new();
    for medium in releases.iter().flatten().filter(|medium| medium.name == "Vinyl") {
        for word in &medium.descriptions {
            let alone = |descriptions| {
                Format::of(&[Medium { descriptions, text: None, quantity: Some(1), name: "Vinyl".to_owned() }])
            };
            if alone(vec![word.clone()]) == alone(vec![]) {
                *unknown.entry(word.as_str()).or_default() += 1;
            }
        }
    }
    unknown
}

pub fn of_the_dump(shared: &Path) -> Result<(), Failed> {
    let releases = texts::dump(&shared.join("datasets/discogs-dump-20200806-sample/releases.xml.gz"));
    if releases.len() < 500 {
        return Err(format!("only {} releases were found", releases.len()).into());
    }
    all_agree("the dump", &releases)?;
    let vinyl = releases.iter().flatten().filter(|medium| medium.name == "Vinyl");
    let words: usize = vinyl.map(|medium| medium.descriptions.len()).sum();
    let unknown: usize = unknown_words(&releases).values().sum();
    if unknown * 100 > words { Err(format!("{unknown} of {words} words were not understood").into()) } else { Ok(()) }
}

pub fn of_recorded_answers(shared: &Path) -> Result<(), Failed> {
    all_agree("recorded answers", &texts::recorded(&shared.join("upstream/recorded/discogs")))
}

pub fn of_exported_collections(shared: &Path) -> Result<(), Failed> {
    let datasets = shared.join("datasets");
    let files = ["discogs-collections/b_export_406.csv.gz", "discogs-prices/seller_stock_low_median_high_2026.csv.gz"];
    let mut wrong = Vec::new();
    let mut count = 0;
    for text in files.iter().flat_map(|file| texts::column(&datasets.join(file), "format")) {
        // Media that are no records are passed over with all that is said of them.
        let records: Vec<&str> =
            text.split(" + ").filter(|medium| !medium.contains("CD") && !medium.contains("DVD")).collect();
        let other = ["Cass", "File", "Blu-ray", "Minidisc", "VHS", "8-Trk"].iter().any(|other| text.contains(other));
        if other || records.is_empty() {
            continue;
        }
        count += 1;
        let read = Format::read(&text);
        let says = |word: &str| records.iter().any(|medium| medium.split(',').any(|said| said.trim() == word));
        let lost = ABBREVIATED.iter().find(|(word, expected)| says(word) && !read.has(*expected));
        wrong.extend(lost.map(|(word, _)| format!("{word} is lost in {text}")));
        for (word, wanted) in [("2xLP", 2), ("3xLP", 3), ("4xLP", 4)] {
            let alone = records.iter().filter(|medium| medium.contains("LP") || medium.contains('"')).count() == 1;
            if alone && says(word) && read.records != wanted {
                wrong.push(format!("{} records in {text}", read.records));
            }
        }
    }
    println!("exports: {count} texts, {} wrong", wrong.len());
    if wrong.is_empty() && count > 200 { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// Every free text of the dump's records that names a colour or a weight and nothing else.
pub fn colours_and_weights(shared: &Path) -> Result<(), Failed> {
    let releases = texts::dump(&shared.join("datasets/discogs-dump-20200806-sample/releases.xml.gz"));
    let mut read = BTreeMap::new();
    for medium in releases.into_iter().flatten().filter(|medium| medium.name == "Vinyl") {
        let format = Format::of(std::slice::from_ref(&medium));
        if let Some(text) = medium.text {
            read.insert(text, (format.colour, format.weight_grams));
        }
    }
    read.iter().for_each(|(text, (colour, grams))| println!("{text}: {colour:?} {grams:?}"));
    let mut wrong = Vec::new();
    for (text, colour, grams) in [
        ("Red", Some("red"), None),
        ("Transparent Blue", Some("blue translucent"), None),
        ("Red Transparent", Some("red translucent"), None),
        ("Black w/ White Splatter", Some("black white splatter"), None),
        ("Yellow Vinyl", Some("yellow"), None),
        ("Forest Green", Some("green"), None),
        ("180gr, Gatefold sleeve", None, Some(180)),
        ("180 Gram Limited Gatefold Edition", None, Some(180)),
        ("Orange Sleeve", None, None),
        ("Plum coloured labels", None, None),
        ("Black Cover", None, None),
        ("Gatefold", None, None),
        ("Jacksonville Pressing", None, None),
    ] {
        match read.get(text) {
            Some((found, weight)) if (found.as_deref(), *weight) == (colour, grams) => {}
            other => wrong.push(format!("{text}: {other:?}")),
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// Where the files of a folder are, below it at any depth.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
