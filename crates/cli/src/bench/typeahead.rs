//! P5: what is typed at a million and a half names, letter by letter and with typing errors.
use std::time::Instant;

use anyhow::Result;
use vinilogy_core::store::Store;

use super::database::volume;
use super::names::{ARTISTS, dice, name};
use super::rows::{Row, Times};
use crate::local::Variables;

const TYPED: u64 = 4_000;
const MISTYPED: u64 = 600;
const WARM_UP: u64 = 300;
/// As many as the route shows unless asked otherwise.
const LIMIT: i64 = 10;

/// Beginnings of names that exist, and whole names with one error.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let store = volume(variables).await?.store(2)?;
    time(&store, 0..WARM_UP, beginning).await?;
    let mut typed = time(&store, WARM_UP..WARM_UP + TYPED, beginning).await?;
    let mut mistyped = time(&store, 0..MISTYPED, mistyped).await?;
    Ok(vec![
        Row::new("P5", "typeahead at 1.5 M names, 3 letters or more", "p50 ≤ 2 ms, p99 ≤ 15 ms", typed.p50_p99()),
        Row::new("P5", "with a typing error", "p50 ≤ 25 ms", mistyped.p50_p99()),
    ])
}

async fn time(store: &Store, which: std::ops::Range<u64>, typed: fn(u64) -> String) -> Result<Times> {
    let mut times = Times::default();
    for n in which {
        let query = typed(n);
        let started = Instant::now();
        store.search_artists(&query, LIMIT).await?;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// Three letters or more of some artist's name.
fn beginning(n: u64) -> String {
    let letters: Vec<char> = somebody(n).chars().collect();
    let most = letters.len().max(3);
    let length = 3 + usize::try_from(dice(n ^ 0x77) % (most as u64 - 2)).unwrap_or_default();
    letters.into_iter().take(length).collect()
}

/// A whole name with two letters exchanged, one left out, or one too many.
fn mistyped(n: u64) -> String {
    let mut letters: Vec<char> = somebody(n + 1_000_000).chars().collect();
    let place = 1 + usize::try_from(dice(n ^ 0x99) % (letters.len() as u64 - 2).max(1)).unwrap_or_default();
    match n % 3 {
        0 => letters.swap(place, place - 1),
        1 => drop(letters.remove(place)),
        _ => letters.insert(place, letters[place]),
    }
    letters.into_iter().collect()
}

fn somebody(n: u64) -> String {
    name(1 + dice(n ^ 0x1234_5678) % ARTISTS)
}
