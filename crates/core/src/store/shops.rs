//! Shops, and the shelves of the catalogue that their stock is compared with.
use std::time::Duration;

use vinilogy_queries::queries::shops;

use super::{At, Error, Result, Store};

pub use shops::{Shelf as ShelfAlbum, ShelfPressings as ShelfPressing, Shop};

/// A shop to be listed.
#[derive(Debug, Clone, Default)]
pub struct NewShop {
    /// Small letters, digits and hyphens.
    pub slug: String,
    /// As it calls itself.
    pub name: String,
    /// Where one walks in.
    pub city: String,
    /// ISO 3166.
    pub country: String,
    /// Street and number.
    pub address: Option<String>,
    /// Its site.
    pub url: Option<String>,
    /// Where one searches in it, with `{query}` in it.
    pub search_url: Option<String>,
    /// Where its stock list lies.
    pub feed_url: Option<String>,
    /// `csv` or `json`.
    pub feed_format: Option<String>,
    /// ISO 4217, of prices and shipping.
    pub currency: String,
    /// What its list does not call otherwise is a record.
    pub only_vinyl: bool,
    /// ISO 3166 and minor units of the currency.
    pub shipping: Vec<(String, i64)>,
}

impl Store {
    /// The shops of a city, then those of its country; all shops without one.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shops(&self, city: Option<&str>) -> Result<Vec<Shop>> {
        let client = self.client().await?;
        shops::for_city().bind(&client, &city).all().await.at("shops.for_city")
    }

    /// One shop.
    ///
    /// # Errors
    /// [`Error::NotFound`] for none.
    pub async fn shop(&self, id: i64) -> Result<Shop> {
        let client = self.client().await?;
        shops::by_id().bind(&client, &id).opt().await.at("shops.by_id")?.ok_or(Error::NotFound)
    }

    /// The same by its slug.
    ///
    /// # Errors
    /// [`Error::NotFound`] for none.
    pub async fn shop_by_slug(&self, slug: &str) -> Result<Shop> {
        let client = self.client().await?;
        shops::by_slug().bind(&client, &slug).opt().await.at("shops.by_slug")?.ok_or(Error::NotFound)
    }

    /// Lists a shop, or changes what is known of it; what is not said stays. Returns its id.
    ///
    /// # Errors
    /// [`Error::Conflict`] for a slug, a search address or a format that is none.
    pub async fn save_shop(&self, new: &NewShop) -> Result<i64> {
        let mut client = self.client().await?;
        let tx = client.transaction().await.at("shops.begin")?;
        let saved = shops::save()
            .bind(
                &tx,
                &new.slug.as_str(),
                &new.name.as_str(),
                &new.city.as_str(),
                &new.country.as_str(),
                &new.address.as_deref(),
                &new.url.as_deref(),
                &new.search_url.as_deref(),
                &new.feed_url.as_deref(),
                &new.feed_format.as_deref(),
                &new.currency.as_str(),
                &new.only_vinyl,
            )
            .one()
            .await;
        let id = saved.at("shops.save")?;
        if !new.shipping.is_empty() {
            shops::drop_shipping().bind(&tx, &id).await.at("shops.drop_shipping")?;
            let (countries, amounts): (Vec<&str>, Vec<i64>) =
                new.shipping.iter().map(|(country, amount)| (country.as_str(), *amount)).unzip();
            shops::save_shipping().bind(&tx, &id, &countries, &amounts).await.at("shops.save_shipping")?;
        }
        tx.commit().await.at("shops.commit")?;
        Ok(id)
    }

    /// What a shop asks for sending a record: country and minor units of its currency.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shop_shipping(&self, id: i64) -> Result<Vec<(String, i64)>> {
        let client = self.client().await?;
        let rows = shops::shipping_of().bind(&client, &id).all().await.at("shops.shipping_of")?;
        Ok(rows.into_iter().map(|row| (row.ships_to, row.amount)).collect())
    }

    /// Notes that a shop's list was tried now, and why it could not be read.
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_shop_note(&self, id: i64, note: Option<&str>) -> Result<()> {
        let client = self.client().await?;
        shops::save_note().bind(&client, &note, &id).await.at("shops.save_note").map(drop)
    }

    /// Shops with a list that was not tried for `ttl`, or for which one was sent that was not read for `quiet`.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shops_with_stale_stock(&self, ttl: Duration, quiet: Duration, limit: i64) -> Result<Vec<i64>> {
        let client = self.client().await?;
        let stale = shops::stale().bind(&client, &ttl.as_secs_f64(), &quiet.as_secs_f64(), &limit).all().await;
        stale.at("shops.stale")
    }

    /// The albums on vinyl of artists whose names have these keys.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shelf(&self, name_keys: &[String]) -> Result<Vec<ShelfAlbum>> {
        let client = self.client().await?;
        shops::shelf().bind(&client, &name_keys).all().await.at("shops.shelf")
    }

    /// The pressings of these albums, as they are told apart.
    ///
    /// # Errors
    /// As every statement.
    pub async fn shelf_pressings(&self, album_ids: &[i64]) -> Result<Vec<ShelfPressing>> {
        let client = self.client().await?;
        shops::shelf_pressings().bind(&client, &album_ids).all().await.at("shops.shelf_pressings")
    }
}
