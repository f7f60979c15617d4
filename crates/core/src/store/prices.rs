//! Prices and the best price of each album, written in one transaction.
use chrono::{DateTime, Utc};
use vinilogy_queries::queries::{albums, prices};

use super::{At, Result, Store, retrying};
use crate::domain::{ids::AlbumId, money::Money};

pub use prices::BestOfAlbum as BestPrice;

/// The destination of a quote whose provider does not say where it ships (CLDR's unknown region).
pub const ANYWHERE: &str = "ZZ";

/// What one provider was seen to ask for one pressing; without quotes, that it had none for sale.
#[derive(Debug, Clone)]
pub struct Observation {
    /// The pressing.
    pub release_id: i64,
    /// When it was seen, by the provider's answer.
    pub observed_at: DateTime<Utc>,
    /// Copies for sale, if told.
    pub for_sale: Option<i32>,
    /// The lowest price, if there is an offer.
    pub quote: Option<Quote>,
}

/// A price with its destination.
#[derive(Debug, Clone)]
pub struct Quote {
    /// In the provider's currency.
    pub price: Money,
    /// In the same currency; unknown is `None`, never zero.
    pub shipping: Option<i64>,
    /// ISO 3166 country, or [`ANYWHERE`].
    pub ships_to: String,
    /// Where to buy.
    pub url: String,
}

impl Store {
    /// Writes what was observed in one currency and brings the albums' best prices up to date in the same transaction.
    /// The newest observation wins, in whatever order they arrive. Returns how many observations were news.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_prices(&self, provider: &str, currency: &str, seen: &[Observation]) -> Result<usize> {
        retrying(|| self.try_save_prices(provider, currency, seen)).await
    }

    async fn try_save_prices(&self, provider: &str, currency: &str, seen: &[Observation]) -> Result<usize> {
        let ids: Vec<i64> = seen.iter().map(|s| s.release_id).collect();
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("prices.begin")?;
        let album_ids = lock_albums_of(&tx, &ids).await?;
        let for_sales: Vec<Option<i32>> = seen.iter().map(|s| s.for_sale).collect();
        let times: Vec<DateTime<Utc>> = seen.iter().map(|s| s.observed_at).collect();
        let news = prices::mark_priced().bind(&tx, &ids, &for_sales, &times).all().await.at("prices.mark_priced")?;
        let withdrawn: Vec<i64> =
            seen.iter().filter(|s| s.quote.is_none() && news.contains(&s.release_id)).map(|s| s.release_id).collect();
        prices::delete_withdrawn().bind(&tx, &provider, &currency, &withdrawn).await.at("prices.delete_withdrawn")?;
        save_quotes(&tx, provider, seen).await?;
        prices::save_best().bind(&tx, &album_ids).await.at("prices.save_best")?;
        prices::delete_best_without_price().bind(&tx, &album_ids).await.at("prices.delete_best_without_price")?;
        tx.commit().await.at("prices.commit")?;
        Ok(news.len())
    }

    /// Marks an album's prices as fetched now, unless it was not `wanted` when the pricing began and is now.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_prices_fetched(&self, album: AlbumId, wanted: bool) -> Result<()> {
        let client = self.client().await?;
        albums::save_prices_fetched()
            .bind(&client, &album.get(), &wanted)
            .await
            .at("albums.save_prices_fetched")
            .map(drop)
    }

    /// The best price of an album, one per destination and currency.
    ///
    /// # Errors
    /// As every statement.
    pub async fn best_prices(&self, album: AlbumId) -> Result<Vec<BestPrice>> {
        let client = self.client().await?;
        prices::best_of_album().bind(&client, &album.get()).all().await.at("prices.best_of_album")
    }

    /// The currencies in which listeners read prices.
    ///
    /// # Errors
    /// As every statement.
    pub async fn currencies_wanted(&self) -> Result<Vec<String>> {
        let client = self.client().await?;
        prices::currencies_wanted().bind(&client).all().await.at("prices.currencies_wanted")
    }
}

/// The albums of these pressings, locked; also when one moves to another album while the lock is waited for.
async fn lock_albums_of(tx: &deadpool_postgres::Transaction<'_>, releases: &[i64]) -> Result<Vec<i64>> {
    let albums_of = async || prices::album_ids_of().bind(tx, &releases).all().await.at("prices.album_ids_of");
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

async fn save_quotes(tx: &deadpool_postgres::Transaction<'_>, provider: &str, seen: &[Observation]) -> Result<()> {
    let quoted: Vec<(&Observation, &Quote)> = seen.iter().filter_map(|s| Some((s, s.quote.as_ref()?))).collect();
    let ids: Vec<i64> = quoted.iter().map(|(s, _)| s.release_id).collect();
    let destinations: Vec<&str> = quoted.iter().map(|(_, q)| q.ships_to.as_str()).collect();
    let currencies: Vec<&str> = quoted.iter().map(|(_, q)| q.price.currency.code()).collect();
    let amounts: Vec<i64> = quoted.iter().map(|(_, q)| q.price.minor).collect();
    let shippings: Vec<Option<i64>> = quoted.iter().map(|(_, q)| q.shipping).collect();
    let urls: Vec<&str> = quoted.iter().map(|(_, q)| q.url.as_str()).collect();
    let times: Vec<DateTime<Utc>> = quoted.iter().map(|(s, _)| s.observed_at).collect();
    prices::save_quotes()
        .bind(tx, &provider, &ids, &destinations, &currencies, &amounts, &shippings, &urls, &times)
        .await
        .at("prices.save_quotes")
        .map(drop)
}
