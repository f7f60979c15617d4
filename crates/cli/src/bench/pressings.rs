//! P7: pressings written in batches, and the same ones once more.
use std::time::Instant;

use anyhow::{Result, ensure};
use vinilogy_core::store::{Pressing, Store};

use super::database::Database;
use super::rows::{Row, median};
use crate::local::Variables;

const ALBUMS: i64 = 20_000;
const PRESSINGS: i64 = 200_000;
const BATCH: usize = 1_000;
const RUNS: usize = 3;

/// Into an empty catalogue, several times.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let pressings: Vec<(i64, Pressing)> = (0..PRESSINGS).map(|n| (1 + n / (PRESSINGS / ALBUMS), pressing(n))).collect();
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let database = Database::create(variables, "bench_pressings").await?;
        let client = database.connect().await?;
        client.batch_execute(&CATALOGUE.replace("20000", &ALBUMS.to_string())).await?;
        let store = database.store(1)?;
        let (rate, written) = write(&store, &pressings).await?;
        ensure!(written == pressings.len() as u64, "{written} rows were written");
        first.push(rate);
        client.batch_execute("vacuum (analyze) releases").await?;
        let (rate, written) = write(&store, &pressings).await?;
        ensure!(written == 0, "{written} unchanged rows were written");
        again.push(rate);
        database.drop().await?;
    }
    let first = format!("{:.1} k rows/s", median(first) / 1000.0);
    let again = format!("0 rows written ({:.1} k rows/s read and compared)", median(again) / 1000.0);
    Ok(vec![
        Row::new("P7", "pressings written, in batches of 1,000", "≥ 40 k rows/s", first),
        Row::new("P7", "the same again, unchanged", "0 rows", again),
    ])
}

const CATALOGUE: &str = "
insert into artists (name, name_key) values ('Bench', 'bench');
insert into albums (artist_id, title, title_key) select 1, 'Album ' || n, 'album ' || n from generate_series(1, 20000) n;
analyze";

/// Rows per second, and how many rows changed.
async fn write(store: &Store, pressings: &[(i64, Pressing)]) -> Result<(f64, u64)> {
    let batches: Vec<Vec<(i64, &Pressing)>> = pressings
        .chunks(BATCH)
        .map(|chunk| chunk.iter().map(|(album, pressing)| (*album, pressing)).collect())
        .collect();
    let started = Instant::now();
    let mut written = 0;
    for batch in &batches {
        written += store.save_release_batch(batch).await?;
    }
    Ok((pressings.len() as f64 / started.elapsed().as_secs_f64(), written))
}

/// As long as Discogs' are.
fn pressing(n: i64) -> Pressing {
    let year = 1955 + i16::try_from(n % 70).unwrap_or_default();
    Pressing {
        discogs_id: 1_000_000 + n,
        title: format!("The Title Of An Album {n}"),
        country: Some(["Spain", "UK", "US", "Germany", "Japan"][usize::try_from(n % 5).unwrap_or_default()].to_owned()),
        year: Some(year),
        released: Some(format!("{year}-10-00")),
        format: "2xLP, Album, RE, Gat, 180".to_owned(),
        label: Some(format!("Label {}", n % 4000)),
        catno: Some(format!("CAT {n}")),
        thumb_url: Some(format!("https://i.discogs.com/{:064x}/rs:fit/g:sm/q:40/h:150/w:150/{n}.jpeg", n * 7919)),
        official: n % 9 != 0,
        have: i32::try_from(n % 9000).ok(),
        want: i32::try_from(n % 4000).ok(),
        ..Pressing::default()
    }
}
