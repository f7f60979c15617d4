//! What is known of prices: the best of an album, who was asked for it, and for whom.
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_queries::queries::{albums, prices, quotes};

use super::{At, Result, Store};
use crate::domain::ids::AlbumId;

pub use prices::{BestOfAlbum as BestPrice, Markets as Market};
pub use quotes::{
    Checks as PriceCheck, Quote as QuoteRow, ShippingKnown as KnownShipping, Suggestions, ToBuy, ToSuggest,
};

impl Store {
    /// The best offers of an album to a country, a row per class and destination; of each class the first is the best.
    ///
    /// # Errors
    /// As every statement.
    pub async fn best_prices(&self, album: AlbumId, country: &str) -> Result<Vec<BestPrice>> {
        let client = self.client().await?;
        prices::best_of_album().bind(&client, &album.get(), &country).all().await.at("prices.best_of_album")
    }

    /// All that is for sale of an album and delivered to a country, the best first, so many at most.
    ///
    /// # Errors
    /// As every statement.
    pub async fn quotes_of_album(&self, album: AlbumId, country: &str, limit: i64) -> Result<Vec<QuoteRow>> {
        let client = self.client().await?;
        quotes::of_album().bind(&client, &album.get(), &country, &limit).all().await.at("quotes.of_album")
    }

    /// The same of one pressing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn quotes_of_release(&self, release: i64, country: &str, limit: i64) -> Result<Vec<QuoteRow>> {
        let client = self.client().await?;
        quotes::of_release().bind(&client, &release, &country, &limit).all().await.at("quotes.of_release")
    }

    /// What Discogs suggests to ask for a pressing, in minor units of the currency that it says, from poor to mint.
    ///
    /// # Errors
    /// As every statement.
    pub async fn price_suggestions(&self, release: i64) -> Result<Option<Suggestions>> {
        let client = self.client().await?;
        quotes::suggestions().bind(&client, &release).opt().await.at("quotes.suggestions")
    }

    /// Keeps what Discogs suggests: eight amounts from poor to mint, minor units of the currency, as of now or of another time. Older ones
    /// replace nothing.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_price_suggestions(
        &self,
        release: i64,
        currency: &str,
        amounts: &[Option<i64>; 8],
        at: Option<DateTime<Utc>>,
    ) -> Result<()> {
        let client = self.client().await?;
        let amounts = amounts.as_slice();
        quotes::save_suggestions()
            .bind(&client, &release, &currency, &amounts, &at)
            .await
            .at("quotes.save_suggestions")
            .map(drop)
    }

    /// Pressings of an album whose page somebody looked at and of which nothing was suggested for `ttl`, so many at most.
    ///
    /// # Errors
    /// As every statement.
    pub async fn releases_to_suggest(&self, album: AlbumId, ttl: Duration, limit: i64) -> Result<Vec<ToSuggest>> {
        let client = self.client().await?;
        quotes::to_suggest().bind(&client, &album.get(), &ttl.as_secs_f64(), &limit).all().await.at("quotes.to_suggest")
    }

    /// What can be bought now of these albums and is delivered to a country, the best of each album first.
    ///
    /// # Errors
    /// As every statement.
    pub async fn quotes_to_buy(&self, albums: &[i64], country: &str) -> Result<Vec<ToBuy>> {
        let client = self.client().await?;
        quotes::to_buy().bind(&client, &albums, &country).all().await.at("quotes.to_buy")
    }

    /// Which providers were asked for an album, and which did not answer.
    ///
    /// # Errors
    /// As every statement.
    pub async fn price_checks(&self, album: AlbumId) -> Result<Vec<PriceCheck>> {
        let client = self.client().await?;
        quotes::checks().bind(&client, &album.get()).all().await.at("quotes.checks")
    }

    /// Says on the album what a provider could not tell; `None` when it answered.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_price_failure(&self, album: AlbumId, provider: &str, failure: Option<&str>) -> Result<()> {
        let client = self.client().await?;
        match failure {
            Some(why) => {
                prices::mark_failed().bind(&client, &album.get(), &provider, &why).await.at("prices.mark_failed")
            }
            None => prices::mark_well().bind(&client, &album.get(), &provider).await.at("prices.mark_well"),
        }
        .map(drop)
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

    /// What is asked for shipping to these countries, in euro cents, by a few hundred offers of each.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shipping_known(&self, countries: &[&str]) -> Result<Vec<KnownShipping>> {
        let client = self.client().await?;
        quotes::shipping_known().bind(&client, &countries).all().await.at("quotes.shipping_known")
    }

    /// Where listeners live, and in which currency most of them there read prices.
    ///
    /// # Errors
    /// As every statement.
    pub async fn markets(&self) -> Result<Vec<Market>> {
        let client = self.client().await?;
        prices::markets().bind(&client).all().await.at("prices.markets")
    }
}
