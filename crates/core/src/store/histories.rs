//! What pressings cost over time: each look adds a point where something changed.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::quotes;

use super::quotes::{Look, Quote, Sale, Scope};
use super::{At, Result, Store};
use crate::domain::ids::ReleaseId;
use crate::domain::money::Currency;
use crate::domain::prices::history::{Arrays, History, Point};

/// A pressing's prices at one provider, in one currency and condition.
#[derive(Debug, Clone)]
pub struct PriceHistory {
    /// Of which pressing.
    pub release_id: i64,
    /// At whom.
    pub provider: String,
    /// `any` or `very_good_plus`.
    pub class: String,
    /// Its points.
    pub history: History,
}

/// Pressing, condition, currency.
type Key = (i64, &'static str, Currency);

const ANY: &str = "any";
const VERY_GOOD_PLUS: &str = "very_good_plus";

impl Store {
    /// The price histories of a pressing at all providers.
    ///
    /// # Errors
    /// As every statement.
    pub async fn price_histories(&self, release: ReleaseId) -> Result<Vec<PriceHistory>> {
        let client = self.client().await?;
        let rows = quotes::histories_of().bind(&client, &release.get()).all().await.at("quotes.histories_of")?;
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The price histories of these pressings at all providers, whatever the condition.
    ///
    /// # Errors
    /// As every statement.
    pub async fn price_histories_of(&self, releases: &[i64]) -> Result<Vec<PriceHistory>> {
        let client = self.client().await?;
        let rows = quotes::histories_of_all().bind(&client, &releases).all().await.at("quotes.histories_of_all")?;
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

fn read(row: quotes::History) -> Option<PriceHistory> {
    let arrays = Arrays { ats: row.minutes, lows: row.lows, for_sale: row.for_sale };
    let history = history(&row.currency, &arrays)?;
    Some(PriceHistory { release_id: row.release_id, provider: row.provider, class: row.class, history })
}

/// What is known of one pressing, condition and currency: its album, its history, and whether it changed.
struct Known {
    album_id: Option<i64>,
    history: History,
    changed: bool,
}

/// Writes what these looks change in the histories of the pressings, also those that are no news any more. `albums` are all that the
/// looks can change.
pub(super) async fn remember(tx: &Transaction<'_>, provider: &str, looks: &[Look], albums: &[i64]) -> Result<()> {
    let seen = seen(looks);
    let mut ids: Vec<i64> = seen.keys().map(|(id, ..)| *id).chain(looks.iter().filter_map(Look::pressing)).collect();
    ids.sort_unstable();
    ids.dedup();
    let whole = looks.iter().any(|look| look.pressing().is_none());
    let mut known = known(tx, provider, &ids, if whole { albums } else { &[] }).await?;
    for (key, points) in &seen {
        let empty = || Known { album_id: None, history: History::new(key.2), changed: false };
        let known = known.entry(*key).or_insert_with(empty);
        for point in points {
            known.changed |= known.history.observe(*point);
        }
    }
    withdrawn(looks, &seen, &mut known);
    save(tx, provider, known.into_iter().filter(|(_, known)| known.changed).collect()).await
}

async fn known(tx: &Transaction<'_>, provider: &str, ids: &[i64], albums: &[i64]) -> Result<BTreeMap<Key, Known>> {
    let rows = quotes::histories().bind(tx, &provider, &ids, &albums).all().await.at("quotes.histories")?;
    let known = rows.into_iter().filter_map(|row| {
        let class = if row.class == ANY { ANY } else { VERY_GOOD_PLUS };
        let arrays = Arrays { ats: row.minutes, lows: row.lows, for_sale: row.for_sale };
        let history = history(&row.currency, &arrays)?;
        let key = (row.release_id, class, history.currency());
        Some((key, Known { album_id: Some(row.album_id), history, changed: false }))
    });
    Ok(known.collect())
}

/// A history that is damaged is begun anew, and said.
fn history(currency: &str, arrays: &Arrays) -> Option<History> {
    let read = currency.parse().ok().and_then(|currency| History::from_arrays(currency, arrays, None));
    if read.is_none() {
        tracing::error!(currency, steps = arrays.ats.len(), "a price history that is not as it is written");
    }
    read
}

/// The lowest price of each pressing, condition and currency in each look; what is auctioned has none.
fn seen(looks: &[Look]) -> BTreeMap<Key, Vec<Point>> {
    let mut seen: BTreeMap<Key, Vec<Point>> = BTreeMap::new();
    for look in looks {
        let mut lows: BTreeMap<Key, i64> = BTreeMap::new();
        for quote in look.quotes.iter().filter(|quote| quote.sale != Sale::Auction) {
            for key in keys(quote) {
                let low = lows.entry(key).or_insert(quote.price.minor);
                *low = (*low).min(quote.price.minor);
            }
        }
        for (key, low) in lows {
            let for_sale = look.for_sale.filter(|_| key.1 == ANY);
            seen.entry(key).or_default().push(Point { at: look.seen_at, low: Some(low), for_sale });
        }
    }
    seen
}

fn keys(quote: &Quote) -> impl Iterator<Item = Key> + '_ {
    let classes = [Some(ANY), quote.very_good_plus.then_some(VERY_GOOD_PLUS)];
    classes.into_iter().flatten().filter_map(|class| Some((quote.release_id?, class, quote.price.currency)))
}

/// A pressing that was looked at, alone or with its album, and not seen in a condition or currency in which it once was: none is for sale.
fn withdrawn(looks: &[Look], seen: &BTreeMap<Key, Vec<Point>>, known: &mut BTreeMap<Key, Known>) {
    let (mut releases, mut albums, mut stock) = (BTreeMap::new(), BTreeMap::new(), None);
    for look in looks {
        match look.scope {
            Scope::Pressing(id) => drop(releases.insert((id, None), look.seen_at)),
            Scope::Currency(id, currency) => drop(releases.insert((id, Some(currency)), look.seen_at)),
            Scope::Album { id, .. } => drop(albums.insert(id, look.seen_at)),
            Scope::Stock => stock = Some(look.seen_at),
        }
    }
    for (key, known) in known.iter_mut().filter(|(key, _)| !seen.contains_key(key)) {
        let album = known.album_id.and_then(|id| albums.get(&id));
        let alone = releases.get(&(key.0, None)).or_else(|| releases.get(&(key.0, Some(key.2))));
        let looked_at: Option<DateTime<Utc>> = alone.or(album).copied().or(stock);
        if let Some(at) = looked_at {
            known.changed |= known.history.observe(Point { at, low: None, for_sale: None });
        }
    }
}

async fn save(tx: &Transaction<'_>, provider: &str, changed: Vec<(Key, Known)>) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = changed.iter().map(|((id, ..), _)| *id).collect();
    let classes: Vec<&str> = changed.iter().map(|((_, class, _), _)| *class).collect();
    let currencies: Vec<&str> = changed.iter().map(|((.., currency), _)| currency.code()).collect();
    let (mut minutes, mut lows, mut for_sale) = (Vec::new(), Vec::new(), Vec::new());
    for (_, known) in &changed {
        let arrays = known.history.to_arrays();
        minutes.push(literal(&arrays.ats));
        lows.push(literal(&arrays.lows));
        for_sale.push(literal(&arrays.for_sale));
    }
    quotes::save_histories()
        .bind(tx, &provider, &ids, &classes, &currencies, &minutes, &lows, &for_sale)
        .await
        .at("quotes.save_histories")
        .map(drop)
}

/// An array as Postgres reads it.
fn literal(values: &[i32]) -> String {
    let written: Vec<String> = values.iter().map(i32::to_string).collect();
    format!("{{{}}}", written.join(","))
}
