//! eBay's answers as they are written. Prices are decimals in texts.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::amount::decimal;
use crate::tolerant;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) total: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) next: Option<String>,
    /// Absent when nothing is found.
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) item_summaries: Vec<Summary>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) warnings: Vec<Warning>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Warning {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) error_id: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) message: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Summary {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) item_id: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    /// How it is sold; nothing about its price can be told without.
    #[serde(deserialize_with = "tolerant::texts")]
    pub(super) buying_options: Vec<String>,
    pub(super) price: Option<Price>,
    pub(super) current_bid_price: Option<Price>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) bid_count: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) shipping_options: Vec<ShippingOption>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) item_location: Option<Place>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) condition: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) condition_id: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) seller: Option<Seller>,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) item_web_url: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) item_affiliate_web_url: Option<String>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) image: Option<Image>,
    #[serde(default, deserialize_with = "tolerant::texts")]
    pub(super) leaf_category_ids: Vec<String>,
    pub(super) item_creation_date: Option<DateTime<Utc>>,
    pub(super) item_end_date: Option<DateTime<Utc>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Price {
    #[serde(deserialize_with = "decimal")]
    pub(super) value: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) currency: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) converted_from_value: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) converted_from_currency: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ShippingOption {
    /// Absent when it is calculated and eBay does not know from what.
    pub(super) shipping_cost: Option<Price>,
}

#[derive(Deserialize)]
pub(super) struct Place {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) country: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Seller {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) username: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) feedback_percentage: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) feedback_score: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) seller_account_type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Image {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) image_url: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) item_id: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) title: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) gtin: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) localized_aspects: Vec<Aspect>,
}

#[derive(Deserialize)]
pub(super) struct Aspect {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) value: Option<String>,
}
