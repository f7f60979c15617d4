//! What providers offer: one look of one provider, written in one transaction with the best prices of the albums and the history of the
//! pressings that it changes.
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use deadpool_postgres::Transaction;
use vinilogy_queries::queries::{prices, quotes, shops};

use super::histories::remember;
use super::{At, Result, Store, retrying};
use crate::domain::money::{Currency, Money};

/// The destination of an offer whose provider does not say where it ships (CLDR's unknown region).
pub const ANYWHERE: &str = "ZZ";

/// How something is for sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sale {
    /// At this price.
    Fixed,
    /// To whom bids most; the amount is the highest bid so far, or where bidding begins.
    Auction,
    /// The cheapest of many offers, of which nothing else is said.
    Lowest,
}

impl Sale {
    const fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Auction => "auction",
            Self::Lowest => "lowest",
        }
    }
}

/// An offer as it is delivered to one place.
#[derive(Debug, Clone)]
pub struct Quote {
    /// What the provider calls it.
    pub offer: String,
    /// The album; that of the pressing, when one is named.
    pub album_id: i64,
    /// The pressing, if it is told which.
    pub release_id: Option<i64>,
    /// ISO 3166 country, or [`ANYWHERE`].
    pub ships_to: String,
    /// How it is sold.
    pub sale: Sale,
    /// In the provider's currency.
    pub price: Money,
    /// In the same currency; unknown is `None`, never zero.
    pub shipping: Option<i64>,
    /// Goldmine grade of the record, 1 (poor) to 8 (mint).
    pub media: Option<i16>,
    /// The same of the sleeve.
    pub sleeve: Option<i16>,
    /// Whether both are VG+ or better, as far as is told.
    pub very_good_plus: bool,
    /// Who sells it.
    pub seller: Option<String>,
    /// ISO 3166 country from which it comes.
    pub ships_from: Option<String>,
    /// How the seller calls it.
    pub title: Option<String>,
    /// Where to buy.
    pub url: String,
    /// How sure it is that this is the album, and the pressing: 0 to 1.
    pub confidence: f32,
    /// When the offer ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// What it costs in euros; `None` when no rate of its currency is known.
    pub cost: Option<Cost>,
}

/// What an offer costs in euro cents, at the rate of the day on which it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Without shipping and taxes.
    pub item: i64,
    /// Delivered, at least.
    pub low: Option<i64>,
    /// Delivered, at most; `None` when a part is unknown.
    pub high: Option<i64>,
    /// Import taxes; `None` when unknown.
    pub tax: Option<i64>,
    /// Shipping is an estimate from like offers.
    pub estimated: bool,
    /// The day of the rate.
    pub rate_day: NaiveDate,
    /// Its place among other offers, [`SortKey::rank`].
    pub rank: (i16, i64),
}

/// What was looked at: what a newer look at the same does not see is not for sale any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// One pressing.
    Pressing(i64),
    /// One pressing's offers in one currency, when others were looked at at other times.
    Currency(i64, Currency),
    /// All that is for sale of an album and delivered to a country.
    Album {
        /// The album.
        id: i64,
        /// ISO 3166.
        ships_to: String,
    },
    /// All that the provider has.
    Stock,
}

/// What one provider was seen to offer at one time; without quotes, that it had none for sale.
#[derive(Debug, Clone)]
pub struct Look {
    /// What was looked at.
    pub scope: Scope,
    /// When, by the provider's answer.
    pub seen_at: DateTime<Utc>,
    /// Copies of the pressing for sale, if told.
    pub for_sale: Option<i32>,
    /// What is for sale.
    pub quotes: Vec<Quote>,
}

impl Look {
    /// The pressing that was looked at.
    pub(super) const fn pressing(&self) -> Option<i64> {
        match self.scope {
            Scope::Pressing(id) | Scope::Currency(id, _) => Some(id),
            Scope::Album { .. } | Scope::Stock => None,
        }
    }
}

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
        let news = news(&tx, provider, looks).await?;
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

impl Store {
    /// Deletes offers that nobody has seen for `ttl` and auctions that are over, so many at most, and brings the best prices up to date.
    /// Returns how many.
    ///
    /// # Errors
    /// As every statement.
    pub async fn age_quotes(&self, ttl: Duration, limit: i64) -> Result<u64> {
        retrying(|| self.try_age_quotes(ttl, limit)).await
    }

    async fn try_age_quotes(&self, ttl: Duration, limit: i64) -> Result<u64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("quotes.begin")?;
        let old = quotes::outlived().bind(&tx, &ttl.as_secs_f64(), &limit).all().await.at("quotes.outlived")?;
        let ids: Vec<i64> = old.iter().map(|row| row.id).collect();
        let album_ids: Vec<i64> = old.iter().map(|row| row.album_id).collect::<BTreeSet<_>>().into_iter().collect();
        prices::lock_albums().bind(&tx, &album_ids).all().await.at("prices.lock_albums")?;
        let deleted =
            quotes::delete_outlived().bind(&tx, &ids, &ttl.as_secs_f64()).await.at("quotes.delete_outlived")?;
        settle_best(&tx, &album_ids).await?;
        tx.commit().await.at("quotes.commit")?;
        Ok(deleted)
    }
}

/// Brings the best prices of these albums, which are locked, up to date.
pub(super) async fn settle_best(tx: &Transaction<'_>, album_ids: &[i64]) -> Result<()> {
    prices::save_best().bind(tx, &album_ids).await.at("prices.save_best")?;
    prices::delete_best_without_quote().bind(tx, &album_ids).await.at("prices.delete_best_without_quote")?;
    Ok(())
}

/// The albums that these looks can change, locked; also when a pressing moves to another album while the lock is waited for.
async fn lock_albums_of(tx: &Transaction<'_>, provider: &str, looks: &[Look]) -> Result<Vec<i64>> {
    let releases: Vec<i64> = looks.iter().flat_map(pressings).collect();
    let offers: Vec<&str> = looks.iter().flat_map(|look| &look.quotes).map(|quote| quote.offer.as_str()).collect();
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

/// Those looks that are newer than what is known. Looks at one currency are compared with what is known of that currency, quote by quote.
async fn news<'l>(tx: &Transaction<'_>, provider: &str, looks: &'l [Look]) -> Result<Vec<&'l Look>> {
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
        let (ids, for_sale, seen_ats) = columns(&single);
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
