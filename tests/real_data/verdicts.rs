//! Verdicts and grades on offers that were real: a price called good is under its own median, and conditions are read.
use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use libtest_mimic::Failed;
use support::unpacked;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::grade::Grade;
use vinilogy_core::domain::prices::history::{History, Point};
use vinilogy_core::domain::prices::verdict::{Kind, Suggestion, verdict};

fn now() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
}

/// Prices that held from so many days before now.
fn history(held: &[(i64, i64)]) -> History {
    let mut history = History::new(Currency::USD);
    for (days, low) in held {
        history.observe(Point { at: now() - TimeDelta::days(*days), low: Some(*low), for_sale: None });
    }
    history
}

fn dollars(text: &str) -> Option<i64> {
    let money = Money::from_units(text.parse().ok()?, Currency::USD).ok()?;
    Some(money.minor).filter(|minor| *minor > 0)
}

/// The column of a heading.
fn column(headings: &csv::StringRecord, name: &str) -> Result<usize, Failed> {
    headings.iter().position(|heading| heading == name).ok_or_else(|| format!("no column {name}").into())
}

pub fn good_is_below_the_median(shared: &Path) -> Result<(), Failed> {
    let bytes = unpacked(&shared.join("datasets/discogs-prices/seller_stock_low_median_high_2026.csv.gz"));
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let headings = reader.headers()?.clone();
    let (lowest, median) = (column(&headings, "lowest_price")?, column(&headings, "median_price")?);
    let (mut rows, mut below, mut good, mut both, mut agree) = (0, 0, 0, 0, 0);
    for row in reader.records() {
        let row = row?;
        let (Some(lowest), Some(median)) = (dollars(&row[lowest]), dollars(&row[median])) else { continue };
        let price = Money::new(lowest, Currency::USD);
        let past = history(&[(360, median), (0, median)]);
        let judged = verdict(price, Some(&past), None, None, now());
        let suggestion = Suggestion { grade: Grade::VeryGoodPlus, price: Money::new(median, Currency::USD) };
        let suggested = verdict(price, None, Some(suggestion), None, now());
        assert_eq!(judged.kind, suggested.kind, "a history and a suggestion of one price say the same: {row:?}");
        let (is_good, is_below) = (matches!(judged.kind, Kind::Great | Kind::Good), lowest < median);
        rows += 1;
        below += i32::from(is_below);
        good += i32::from(is_good);
        both += i32::from(is_good && is_below);
        agree += i32::from(is_good == is_below);
    }
    println!(
        "{rows} offers, {below} below their median, {good} called good or great, {both} of them below; {agree} agree"
    );
    assert!(rows > 600, "{rows}");
    assert_eq!(both, good, "what is called good is below its median");
    // Between them lie the prices that are less than ten percent below.
    assert!(f64::from(agree) >= 0.85 * f64::from(rows), "{agree} of {rows}");
    Ok(())
}

pub fn low_and_high_are_told_apart(shared: &Path) -> Result<(), Failed> {
    let bytes = unpacked(&shared.join("datasets/discogs-prices/electronic_1990s_low_median_high.csv.gz"));
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let headings = reader.headers()?.clone();
    let at = |name| column(&headings, name);
    let columns = [at("lowest_price_(USD)")?, at("median price_(USD)")?, at("highest_price_(USD)")?];
    let (mut rows, mut low_good, mut high_dear) = (0, 0, 0);
    for row in reader.records() {
        let row = row?;
        let [Some(low), Some(median), Some(high)] = columns.map(|column| dollars(&row[column])) else { continue };
        // A quarter of the year at each end, the median in between.
        let past = history(&[(360, high), (270, median), (90, low), (0, low)]);
        let judged = |minor| verdict(Money::new(minor, Currency::USD), Some(&past), None, None, now());
        let (cheap, usual, dear) = (judged(low), judged(median), judged(high));
        assert_eq!((usual.kind, usual.below_median_percent), (Kind::Fair, Some(0)), "{row:?}");
        assert!(cheap.percentile <= usual.percentile && usual.percentile <= dear.percentile, "{row:?}");
        assert!(!matches!(dear.kind, Kind::Great | Kind::Good) && cheap.kind != Kind::High, "{row:?}");
        rows += 1;
        low_good += i32::from(matches!(cheap.kind, Kind::Great | Kind::Good));
        high_dear += i32::from(dear.kind == Kind::High);
    }
    println!("{rows} pressings: the lowest price is good or great for {low_good}, the highest is high for {high_dear}");
    assert!(rows > 31_000 && f64::from(low_good) > 0.8 * f64::from(rows), "{low_good} of {rows}");
    Ok(())
}

pub fn grades_are_read(shared: &Path) -> Result<(), Failed> {
    let folder = shared.join("datasets/discogs-prices");
    let mut unread: BTreeMap<String, i32> = BTreeMap::new();
    let mut read = 0;
    for (file, columns) in [
        ("marketplace_listings_2023.csv.gz", ["media_condition", "sleeve_condition"]),
        ("shop_inventory_huf_2024.csv.gz", ["Paraméter: Lemez állapota||text", "Paraméter: Borító állapota||text"]),
    ] {
        let bytes = unpacked(&folder.join(file));
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let headings = reader.headers()?.clone();
        for name in columns {
            let column = column(&headings, name)?;
            let mut reader = csv::Reader::from_reader(&bytes[..]);
            for row in reader.records() {
                match row?[column].to_owned() {
                    text if Grade::read(&text).is_some() => read += 1,
                    text => *unread.entry(text).or_default() += 1,
                }
            }
        }
    }
    println!("{read} conditions read; not read: {unread:?}");
    assert!(read > 14_000, "{read}");
    assert!(unread.keys().all(|text| text.is_empty() || text == "No Cover"), "{unread:?}");
    Ok(())
}
