//! eBay: tokens, searches and items over the offers of the world, with the traps that the real one has.

mod filter;
mod item;
mod oauth;
mod search;
mod shape;
mod sites;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::{get, post};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use crate::reply;
use crate::state::State;
use crate::world::{per_euro, working_days};
use sites::Site;

pub(crate) use oauth::Tokens;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/ebay/identity/v1/oauth2/token", post(oauth::token))
        .route("/ebay/buy/browse/v1/item_summary/search", get(search::search))
        .route("/ebay/buy/browse/v1/item/{id}", get(item::item))
        .route("/ebay/{*rest}", get(async || error(404, 2002, "ACCESS", "Resource not found.")))
}

/// eBay's errors.
pub(crate) fn error(status: u16, id: u32, domain: &str, message: &str) -> Response {
    reply::json(status, &json!({"errors": [complaint(id, domain, message)]}))
}

fn complaint(id: u32, domain: &str, message: &str) -> Value {
    json!({"errorId": id, "domain": domain, "category": "REQUEST", "message": message, "longMessage": message})
}

/// Who asks, and where they are.
struct Asker {
    site: &'static Site,
    /// Known when `contextualLocation` is.
    country: Option<String>,
    campaign: Option<String>,
    /// Rates of this day convert foreign prices.
    day: NaiveDate,
}

impl Asker {
    /// Reads the headers.
    ///
    /// # Errors
    /// The refusal of a token that is missing, ended or not one of ours.
    fn read(state: &State, headers: &HeaderMap) -> Result<Self, Box<Response>> {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(token) = header("authorization").and_then(|value| value.strip_prefix("Bearer ")) else {
            return Err(Box::new(error(401, 1002, "OAuth", "Missing access token")));
        };
        if !state.tokens(|tokens| tokens.is_good(token)) {
            return Err(Box::new(error(401, 1001, "OAuth", "Invalid access token")));
        }
        let Some(site) = sites::site(header("x-ebay-c-marketplace-id").unwrap_or("EBAY_US")) else {
            return Err(Box::new(error(400, 12_030, "API_BROWSE", "The marketplace is not supported.")));
        };
        let context = header("x-ebay-c-enduserctx").unwrap_or_default();
        let of = |name: &str| context.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        // The inner value is encoded: country%3DES%2Czip%3D28004.
        let place = of("contextualLocation").map(|place| place.replace("%3D", "=").replace("%2C", ","));
        let country =
            place.as_deref().and_then(|place| place.split(',').find_map(|part| part.strip_prefix("country=")));
        let campaign = of("affiliateCampaignId").filter(|id| id.len() == 10 && id.bytes().all(|b| b.is_ascii_digit()));
        let (country, campaign) = (country.map(str::to_owned), campaign.map(str::to_owned));
        let now: DateTime<Utc> = std::time::SystemTime::now().into();
        let day = working_days(now).next().unwrap_or_default();
        Ok(Self { site, country, campaign, day })
    }

    /// What an amount is on this site.
    fn converted(&self, amount: f64, currency: &str) -> f64 {
        let rate = |code: &str| per_euro(code, self.day).unwrap_or(1.0);
        if currency == self.site.currency { amount } else { amount / rate(currency) * rate(self.site.currency) }
    }
}
