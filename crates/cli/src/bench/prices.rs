//! P6: prices written with the best price of their albums, in the same transaction.
use std::time::Instant;

use anyhow::{Result, ensure};
use chrono::{DateTime, Utc};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{ANYWHERE, Cost, Look, Quote, Sale, Scope, Store};

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
        let ids = "select id, discogs_id from releases where album_id >= $1 order by album_id, id limit 1000";
        let ids = client.query(ids, &[&start]).await?;
        let now: DateTime<Utc> = client.query_one("select clock_timestamp()", &[]).await?.get(0);
        let seen: Vec<Look> = ids.iter().map(|row| look(row.get(0), row.get(1), round, now)).collect();
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

async fn write(store: &Store, seen: &[Look], times: &mut Times) -> Result<()> {
    let started = Instant::now();
    let news = store.save_looks("discogs", seen).await?;
    times.push(started.elapsed());
    ensure!(news == seen.len(), "{news} of {} prices were news", seen.len());
    Ok(())
}

/// As Discogs is seen: the cheapest copy, to anywhere and to Spain with an estimate of the shipping.
fn look(release_id: i64, discogs_id: i64, round: u64, seen_at: DateTime<Utc>) -> Look {
    let cents = 900 + i64::try_from(dice(round * 1_000_003 + release_id.unsigned_abs()) % 9_000).unwrap_or_default();
    let quote = |ships_to: &str, shipping: Option<(i64, i64)>| Quote {
        offer: discogs_id.to_string(),
        album_id: 0,
        release_id: Some(release_id),
        ships_to: ships_to.to_owned(),
        sale: Sale::Lowest,
        price: Money::new(cents, Currency::EUR),
        shipping: None,
        media: None,
        sleeve: None,
        very_good_plus: false,
        seller: None,
        ships_from: None,
        title: None,
        url: format!("https://www.discogs.com/sell/release/{discogs_id}"),
        confidence: 1.0,
        ends_at: None,
        cost: Some(Cost {
            item: cents,
            low: shipping.map(|(low, _)| cents + low),
            high: shipping.map(|(_, high)| cents + high),
            tax: None,
            estimated: shipping.is_some(),
            rate_day: seen_at.date_naive(),
            rank: shipping.map_or((2, cents), |(_, high)| (0, cents + high)),
        }),
    };
    let quotes = vec![quote("ES", Some((500, 1400))), quote(ANYWHERE, None)];
    Look { scope: Scope::Pressing(release_id), seen_at, for_sale: Some(3), quotes }
}
