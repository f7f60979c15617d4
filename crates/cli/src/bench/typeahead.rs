//! P5: what is typed at half a million artists and a million albums: beginnings of any words, with and without typing errors.
use std::time::Instant;

use anyhow::Result;
use sha2::{Digest, Sha256};
use vinilogy_core::store::Store;

use super::database::volume;
use super::listeners::token;
use super::names::{ARTISTS, dice, name};
use super::rows::{Row, Times};
use super::titles::{ALBUMS, artist, title};
use crate::local::Variables;

const TYPED: u64 = 4_000;
const MISTYPED: u64 = 600;
const WARM_UP: u64 = 300;
/// As many as the route shows unless asked otherwise.
const LIMIT: usize = 10;

/// Beginnings of names and titles that exist, as a listener with seeds types them too, and whole ones with one error.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let store = volume(variables).await?.store(2)?;
    time(&store, None, 0..WARM_UP, beginning).await?;
    time(&store, None, 0..WARM_UP, mistyped).await?;
    let token = Sha256::digest(token(7));
    let mut typed = time(&store, None, WARM_UP..WARM_UP + TYPED, beginning).await?;
    let mut known = time(&store, Some(token.as_slice()), WARM_UP..WARM_UP + MISTYPED, beginning).await?;
    let mut wrong = time(&store, None, WARM_UP..WARM_UP + MISTYPED, mistyped).await?;
    let goal = "p50 ≤ 2 ms, p99 ≤ 15 ms";
    Ok(vec![
        Row::new("P5", "typeahead at 1.5 M names (artists and albums), 3 letters or more", goal, typed.p50_p99()),
        Row::new("P5", "for a listener with 20 seeds", "–", known.p50_p99()),
        Row::new("P5", "with a typing error", "p50 ≤ 25 ms", wrong.p50_p99()),
    ])
}

async fn time(
    store: &Store,
    token: Option<&[u8]>,
    which: std::ops::Range<u64>,
    typed: fn(u64) -> String,
) -> Result<Times> {
    let mut times = Times::default();
    for n in which {
        let query = typed(n);
        let started = Instant::now();
        store.search(&query, None, token, LIMIT).await?;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// Three letters or more of an artist's name, of a title, of a title from a later word on, or of both one after the other.
fn beginning(n: u64) -> String {
    let album = 1 + dice(n ^ 0x5151) % ALBUMS;
    let text = match dice(n ^ 0x33) % 20 {
        0..9 => somebody(n),
        9..16 => title(album),
        16..18 => {
            let title = title(album);
            title.split_once(' ').map_or(title.clone(), |(_, rest)| rest.to_owned())
        }
        _ => format!("{} {}", name(artist(album)), title(album)),
    };
    let letters: Vec<char> = text.chars().collect();
    let most = letters.len().max(3);
    let length = 3 + usize::try_from(dice(n ^ 0x77) % (most as u64 - 2)).unwrap_or_default();
    letters.into_iter().take(length).collect()
}

/// A whole name or title with two letters exchanged, one left out, or one too many.
fn mistyped(n: u64) -> String {
    let of = |n: u64| if n.is_multiple_of(2) { somebody(n + 1_000_000) } else { title(1 + dice(n ^ 0x4242) % ALBUMS) };
    let text = (0..).map(|k| of(n + k * 7_000_001)).find(|text| text.chars().count() >= 6).unwrap_or_default();
    let mut letters: Vec<char> = text.chars().collect();
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
