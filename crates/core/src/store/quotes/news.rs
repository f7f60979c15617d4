//! Which looks are news: messages come late and out of order, and the newest look at the same thing wins.
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::{prices, shops};

use super::{At, Look, Result, Scope};

/// Those looks that are newer than what is known. Looks at one currency are compared with what is known of that currency, quote by quote.
pub(super) async fn newer<'l>(tx: &Transaction<'_>, provider: &str, looks: &'l [Look]) -> Result<Vec<&'l Look>> {
    let (whole, single): (Vec<&Look>, Vec<&Look>) = looks
        .iter()
        .filter(|look| look.pressing().is_some())
        .partition(|look| matches!(look.scope, Scope::Pressing(_)));
    let columns = |looks: &[&Look]| {
        let ids: Vec<i64> = looks.iter().filter_map(|look| look.pressing()).collect();
        let for_sale: Vec<Option<i32>> = looks.iter().map(|look| look.for_sale).collect();
        (ids, for_sale, looks.iter().map(|look| look.seen_at).collect::<Vec<DateTime<Utc>>>())
    };
    let mut priced = BTreeSet::new();
    if !whole.is_empty() {
        let (ids, for_sale, seen_ats) = columns(&whole);
        let marked = prices::mark_priced().bind(tx, &ids, &for_sale, &seen_ats).all().await;
        priced.extend(marked.at("prices.mark_priced")?);
    }
    if !single.is_empty() {
        // Looks in several currencies are looks at one pressing: the newest counts.
        let mut newest: BTreeMap<Option<i64>, &Look> = BTreeMap::new();
        for look in single {
            let known = newest.entry(look.pressing()).or_insert(look);
            *known = if look.seen_at > known.seen_at { look } else { known };
        }
        let (ids, for_sale, seen_ats) = columns(&newest.into_values().collect::<Vec<_>>());
        let marked = prices::mark_priced_newest().bind(tx, &ids, &for_sale, &seen_ats).await;
        marked.at("prices.mark_priced_newest")?;
    }
    let looked = looked(tx, provider, looks).await?;
    let stocks = newest_stock(tx, provider, looks).await?;
    Ok(looks
        .iter()
        .filter(|look| match &look.scope {
            Scope::Pressing(id) => priced.contains(id),
            Scope::Album { id, ships_to } => looked.contains(&(*id, ships_to.clone())),
            Scope::Stock => stocks,
            Scope::Currency(..) => true,
        })
        .collect())
}

/// The albums, and the countries to which they are delivered, of which a look is newer than the last. The album itself is as old as the
/// oldest of these looks.
async fn looked(tx: &Transaction<'_>, provider: &str, looks: &[Look]) -> Result<BTreeSet<(i64, String)>> {
    let (mut ids, mut countries, mut seen_ats) = (Vec::new(), Vec::new(), Vec::new());
    let mut oldest: BTreeMap<i64, DateTime<Utc>> = BTreeMap::new();
    for look in looks {
        let Scope::Album { id, ships_to } = &look.scope else { continue };
        ids.push(*id);
        countries.push(ships_to.as_str());
        seen_ats.push(look.seen_at);
        oldest.entry(*id).and_modify(|at| *at = (*at).min(look.seen_at)).or_insert(look.seen_at);
    }
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let newer = prices::mark_looked().bind(tx, &provider, &ids, &countries, &seen_ats).all().await;
    let newer = newer.at("prices.mark_looked")?.into_iter().map(|row| (row.album_id, row.ships_to)).collect();
    let (ids, seen_ats): (Vec<i64>, Vec<DateTime<Utc>>) = oldest.into_iter().unzip();
    prices::mark_checked().bind(tx, &provider, &ids, &seen_ats).await.at("prices.mark_checked")?;
    Ok(newer)
}

/// Whether the provider's whole stock was looked at, and later than ever before.
async fn newest_stock(tx: &Transaction<'_>, provider: &str, looks: &[Look]) -> Result<bool> {
    let Some(seen_at) = looks.iter().filter(|look| look.scope == Scope::Stock).map(|look| look.seen_at).max() else {
        return Ok(false);
    };
    let marked = shops::mark_stock().bind(tx, &provider, &seen_at).opt().await;
    Ok(marked.at("shops.mark_stock")?.is_some())
}
