//! P6: prices written with the best price of their albums, in the same transaction.
use std::time::Instant;

use anyhow::{Result, ensure};
use chrono::{DateTime, Utc};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{ANYWHERE, Observation, Quote, Store};

use super::database::volume;
use super::names::dice;
use super::rows::{Row, Times};
use crate::local::Variables;

const ROUNDS: u64 = 15;

/// A thousand changed pressings at once, and one album's worth as the worker writes them.
pub async fn measure(variables: &Variables) -> Result<Vec<Row>> {
    let volume = volume(variables).await?;
    let (store, client) = (volume.store(1)?, volume.connect().await?);
    let mut thousand = Times::default();
    let mut ten = Times::default();
    for round in 0..ROUNDS {
        // Albums with vinyl are every sixteenth; whole albums from a place of their own for each round.
        let start = 16 * i64::try_from(1 + dice(round) % 50_000)?;
        let ids = "select id from releases where album_id >= $1 order by album_id, id limit 1000";
        let ids: Vec<i64> = client.query(ids, &[&start]).await?.iter().map(|row| row.get(0)).collect();
        let now: DateTime<Utc> = client.query_one("select clock_timestamp()", &[]).await?.get(0);
        let seen: Vec<Observation> = ids.iter().map(|id| observation(*id, round, now)).collect();
        write(&store, &seen[..10], &mut ten).await?;
        write(&store, &seen[10..], &mut thousand).await?;
    }
    let each = |times: &mut Times, pressings: f64| format!("{:.3} ms a pressing", times.quantile_ms(0.5) / pressings);
    Ok(vec![
        Row::new(
            "P6",
            "1,000 changed prices and their best prices, 2 M prices",
            "≤ 0.1 ms each",
            each(&mut thousand, 990.0),
        ),
        Row::new("P6", "the same for 10 pressings of an album, one transaction", "–", each(&mut ten, 10.0)),
    ])
}

async fn write(store: &Store, seen: &[Observation], times: &mut Times) -> Result<()> {
    let started = Instant::now();
    let news = store.save_prices("discogs", "EUR", seen).await?;
    times.push(started.elapsed());
    ensure!(news == seen.len(), "{news} of {} prices were news", seen.len());
    Ok(())
}

fn observation(release_id: i64, round: u64, observed_at: DateTime<Utc>) -> Observation {
    let cents = 900 + i64::try_from(dice(round * 1_000_003 + release_id.unsigned_abs()) % 9_000).unwrap_or_default();
    let quote = Quote {
        price: Money::new(cents, Currency::EUR),
        shipping: None,
        ships_to: ANYWHERE.to_owned(),
        url: format!("https://www.discogs.com/sell/release/{release_id}"),
    };
    Observation { release_id, observed_at, for_sale: Some(3), quote: Some(quote) }
}
