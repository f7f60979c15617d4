//! `vinilogy shops`: the shops that are known: list them, add one, read a stock list from a file.
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use comfy_table::{Table, presets::UTF8_FULL_CONDENSED};
use vinilogy_app::prices::read_stock;
use vinilogy_core::domain::stock::{StockFormat, refusals};
use vinilogy_core::store::NewShop;

use crate::local::Variables;

/// Options of `vinilogy shops`.
#[derive(Args)]
pub struct Shops {
    #[command(subcommand)]
    act: Option<Act>,
    /// Those of a city first, then those of its country.
    #[arg(long)]
    city: Option<String>,
}

#[derive(Subcommand)]
enum Act {
    /// List a shop, or change what is known of it; what is not said stays.
    Add(Box<Add>),
    /// Read a shop's whole stock from a file: what is not in it is not for sale any more.
    Read(ReadFile),
}

#[derive(Args)]
struct Add {
    /// Small letters, digits and hyphens: its provider is shop:SLUG.
    slug: String,
    #[arg(long)]
    name: String,
    #[arg(long)]
    city: String,
    /// ISO 3166.
    #[arg(long, default_value = "ES")]
    country: String,
    #[arg(long)]
    address: Option<String>,
    #[arg(long)]
    url: Option<String>,
    /// Where one searches in it, with {query} for artist and title.
    #[arg(long)]
    search_url: Option<String>,
    /// Where its stock list lies; it is read once a day.
    #[arg(long, requires = "feed_format")]
    feed_url: Option<String>,
    /// csv or json.
    #[arg(long)]
    feed_format: Option<String>,
    /// ISO 4217, of prices and shipping.
    #[arg(long, default_value = "EUR")]
    currency: String,
    /// It sells other media too: what its list does not call a record is none.
    #[arg(long)]
    other_media: bool,
    /// What sending costs in minor units, such as ES=490,FR=990.
    #[arg(long, value_delimiter = ',', value_parser = shipping)]
    shipping: Vec<(String, i64)>,
}

#[derive(Args)]
struct ReadFile {
    /// CSV of any encoding and separator, or JSON.
    file: PathBuf,
    /// Whose.
    #[arg(long)]
    shop: String,
    /// When the list was made, such as 2026-11-21T08:00:00Z; now unless said otherwise. One older than the last list changes nothing.
    #[arg(long)]
    at: Option<DateTime<Utc>>,
}

fn shipping(text: &str) -> Result<(String, i64), String> {
    let (country, amount) = text.split_once('=').ok_or("must be COUNTRY=AMOUNT")?;
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    let amount = amount.parse().ok().filter(|amount: &i64| *amount >= 0).filter(|_| is_code);
    Ok((country.to_owned(), amount.ok_or("must be two capital letters and minor units")?))
}

impl Shops {
    /// Does it and prints.
    pub async fn run(self) -> Result<()> {
        match self.act {
            None => list(self.city.as_deref()).await,
            Some(Act::Add(add)) => add.run().await,
            Some(Act::Read(read)) => read.run().await,
        }
    }
}

async fn list(city: Option<&str>) -> Result<()> {
    let context = Variables::read().context()?;
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED)
        .set_header(["shop", "name", "city", "address", "site", "list", "read", "note"]);
    for shop in context.store().shops(city).await? {
        let read_at = shop.read_at.map_or_else(String::new, |at| at.format("%F %R").to_string());
        table.add_row([
            shop.slug,
            shop.name,
            shop.city,
            shop.address.unwrap_or_default(),
            shop.url.unwrap_or_default(),
            shop.feed_url.unwrap_or_default(),
            read_at,
            shop.note.unwrap_or_default(),
        ]);
    }
    println!("{table}");
    Ok(())
}

impl Add {
    async fn run(self) -> Result<()> {
        if self.country.len() != 2 || self.currency.len() != 3 {
            bail!("a country has two letters and a currency three");
        }
        let shop = NewShop {
            slug: self.slug,
            name: self.name,
            city: self.city,
            country: self.country,
            address: self.address,
            url: self.url,
            search_url: self.search_url,
            feed_url: self.feed_url,
            feed_format: self.feed_format,
            currency: self.currency,
            only_vinyl: !self.other_media,
            shipping: self.shipping,
        };
        Variables::read().context()?.store().save_shop(&shop).await?;
        list(Some(&shop.city)).await
    }
}

impl ReadFile {
    async fn run(self) -> Result<()> {
        let context = Variables::read().context()?;
        let shop = context.store().shop_by_slug(&self.shop).await.with_context(|| format!("shop {}", self.shop))?;
        let bytes = std::fs::read(&self.file).with_context(|| self.file.display().to_string())?;
        let at = self.at.unwrap_or_else(|| context.now());
        let report = read_stock(&context, &shop, &bytes, StockFormat::guess(&bytes), at).await?;
        println!(
            "{} records for sale, {} of albums that are known, {} of a pressing that is told",
            report.records, report.found, report.pressings
        );
        for (reason, count) in refusals(&report.refused) {
            println!("{count} refused: {}", reason.text());
        }
        if !report.news {
            println!("It is older than the last list: nothing was changed.");
        }
        Ok(())
    }
}
