//! What providers offer: one look of one provider, written in one transaction with the best prices of the albums and the history of the
//! pressings that it changes.
mod ageing;
mod look;
mod news;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::{prices, quotes};

use super::histories::remember;
use super::{At, Result, Store, retrying};
pub use look::{ANYWHERE, Cost, Look, Quote, Sale, Scope};

impl Store {
    /// Writes what was seen and brings the albums' best prices and the pressings' histories up to date in the same transaction. The
    /// newest look wins, in whatever order they arrive; an older one is only remembered. Returns how many looks were news.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_looks(&self, provider: &str, looks: &[Look]) -> Result<usize> {
        self.save_looks_of_albums(provider, looks).await.map(|(news, _)| news)
    }

    /// The same; returns also the albums whose offers may have changed.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_looks_of_albums(&self, provider: &str, looks: &[Look]) -> Result<(usize, Vec<i64>)> {
        retrying(|| self.try_save_looks(provider, looks)).await
    }

    async fn try_save_looks(&self, provider: &str, looks: &[Look]) -> Result<(usize, Vec<i64>)> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("quotes.begin")?;
        let album_ids = lock_albums_of(&tx, provider, looks).await?;
        let news = news::newer(&tx, provider, looks).await?;
        if news.is_empty() && looks.iter().all(|look| look.scope == Scope::Stock) {
            // What lay in a shop before its newest list is not even remembered: nobody looked at the pressings.
            return Ok((0, Vec::new()));
        }
        save_quotes(&tx, provider, &news).await?;
        withdraw(&tx, provider, &news).await?;
        remember(&tx, provider, looks, &album_ids).await?;
        settle_best(&tx, &album_ids).await?;
        let news = news.len();
        tx.commit().await.at("quotes.commit")?;
        Ok((news, album_ids))
    }
}

/// Brings the best prices of these albums, which are locked, up to date.
pub(super) async fn settle_best(tx: &Transaction<'_>, album_ids: &[i64]) -> Result<()> {
    prices::save_best().bind(tx, &album_ids).await.at("prices.save_best").map(drop)
}

/// The albums that these looks can change, locked; also when a pressing moves to another album while the lock is waited for.
async fn lock_albums_of(tx: &Transaction<'_>, provider: &str, looks: &[Look]) -> Result<Vec<i64>> {
    let releases: Vec<i64> = looks.iter().flat_map(pressings).collect();
    // Once each, to however many countries it is delivered.
    let offers: BTreeSet<&str> = looks.iter().flat_map(|look| &look.quotes).map(|quote| quote.offer.as_str()).collect();
    let offers: Vec<&str> = offers.into_iter().collect();
    let named: Vec<i64> = looks.iter().flat_map(albums).collect();
    let whole = looks.iter().any(|look| look.scope == Scope::Stock);
    let albums_of = async || -> Result<Vec<i64>> {
        let mut all: BTreeSet<i64> = named.iter().copied().collect();
        all.extend(prices::album_ids_of().bind(tx, &releases).all().await.at("prices.album_ids_of")?);
        let left = quotes::albums_of_offers().bind(tx, &provider, &offers).all().await;
        all.extend(left.at("quotes.albums_of_offers")?);
        if whole {
            all.extend(quotes::albums_before().bind(tx, &provider).all().await.at("quotes.albums_before")?);
        }
        Ok(all.into_iter().collect())
    };
    let mut albums = albums_of().await?;
    loop {
        prices::lock_albums().bind(tx, &albums).all().await.at("prices.lock_albums")?;
        let now = albums_of().await?;
        if now == albums {
            return Ok(albums);
        }
        albums = now;
    }
}

fn pressings(look: &Look) -> impl Iterator<Item = i64> {
    look.pressing().into_iter().chain(look.quotes.iter().filter_map(|quote| quote.release_id))
}

fn albums(look: &Look) -> impl Iterator<Item = i64> {
    let looked_at = match look.scope {
        Scope::Album { id, .. } => Some(id),
        Scope::Pressing(_) | Scope::Currency(..) | Scope::Stock => None,
    };
    looked_at
        .into_iter()
        .chain(look.quotes.iter().filter(|quote| quote.release_id.is_none()).map(|quote| quote.album_id))
}

async fn save_quotes(tx: &Transaction<'_>, provider: &str, looks: &[&Look]) -> Result<()> {
    let mut offers: Vec<(&Look, &Quote)> =
        looks.iter().flat_map(|look| look.quotes.iter().map(|quote| (*look, quote))).collect();
    // The same offer may be on two pages of one list.
    offers.sort_by(|(_, a), (_, b)| (&a.offer, &a.ships_to).cmp(&(&b.offer, &b.ships_to)));
    offers.dedup_by(|(_, a), (_, b)| (&a.offer, &a.ships_to) == (&b.offer, &b.ships_to));
    if offers.is_empty() {
        return Ok(());
    }
    macro_rules! column {
        ($field:ident $(. $rest:ident)*) => { offers.iter().map(|(_, q)| q.$field $(.$rest)*).collect::<Vec<_>>() };
        (ref $field:ident) => { offers.iter().map(|(_, q)| q.$field.as_str()).collect::<Vec<_>>() };
        (opt $field:ident) => { offers.iter().map(|(_, q)| q.$field.as_deref()).collect::<Vec<_>>() };
        (cost $part:ident) => { offers.iter().map(|(_, q)| q.cost.map(|cost| cost.$part)).collect::<Vec<_>>() };
        (bound $part:ident) => { offers.iter().map(|(_, q)| q.cost.and_then(|cost| cost.$part)).collect::<Vec<_>>() };
    }
    let currencies: Vec<&str> = offers.iter().map(|(_, q)| q.price.currency.code()).collect();
    let sales: Vec<&str> = offers.iter().map(|(_, q)| q.sale.name()).collect();
    let estimateds: Vec<bool> = offers.iter().map(|(_, q)| q.cost.is_some_and(|cost| cost.estimated)).collect();
    // What cannot be compared comes last.
    let (ranks, rank_cents): (Vec<i16>, Vec<i64>) =
        offers.iter().map(|(_, q)| q.cost.map_or((i16::MAX, 0), |cost| cost.rank)).unzip();
    let seen_ats: Vec<DateTime<Utc>> = offers.iter().map(|(look, _)| look.seen_at).collect();
    quotes::save()
        .bind(
            tx,
            &provider,
            &column!(album_id),
            &column!(release_id),
            &column!(ref offer),
            &column!(ref ships_to),
            &sales,
            &currencies,
            &column!(price.minor),
            &column!(shipping),
            &column!(media),
            &column!(sleeve),
            &column!(opt seller),
            &column!(opt ships_from),
            &column!(opt title),
            &column!(ref url),
            &column!(confidence),
            &column!(ends_at),
            &column!(very_good_plus),
            &column!(cost item),
            &column!(bound low),
            &column!(bound high),
            &column!(bound tax),
            &estimateds,
            &column!(cost rate_day),
            &ranks,
            &rank_cents,
            &seen_ats,
        )
        .await
        .at("quotes.save")
        .map(drop)
}

/// What was written just now is as new as its look, so that what is older was not seen.
async fn withdraw(tx: &Transaction<'_>, provider: &str, looks: &[&Look]) -> Result<()> {
    let mut pressings = (Vec::new(), Vec::new(), Vec::new());
    let mut albums = (Vec::new(), Vec::new(), Vec::new());
    for look in looks {
        match &look.scope {
            Scope::Pressing(id) => {
                pressings.0.push(*id);
                pressings.1.push(None);
                pressings.2.push(look.seen_at);
            }
            Scope::Currency(id, currency) => {
                pressings.0.push(*id);
                pressings.1.push(Some(currency.code()));
                pressings.2.push(look.seen_at);
            }
            Scope::Album { id, ships_to } => {
                albums.0.push(*id);
                albums.1.push(ships_to.as_str());
                albums.2.push(look.seen_at);
            }
            Scope::Stock => {
                quotes::withdraw_before().bind(tx, &provider, &look.seen_at).await.at("quotes.withdraw_before")?;
            }
        }
    }
    if !pressings.0.is_empty() {
        let withdrawn =
            quotes::withdraw_of_pressings().bind(tx, &pressings.0, &pressings.1, &pressings.2, &provider).await;
        withdrawn.at("quotes.withdraw_of_pressings")?;
    }
    if !albums.0.is_empty() {
        let withdrawn = quotes::withdraw_of_albums().bind(tx, &albums.0, &albums.1, &albums.2, &provider).await;
        withdrawn.at("quotes.withdraw_of_albums")?;
    }
    Ok(())
}
