//! `item_summary/search`: by words or by barcode.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use axum::extract::{Query, State as Shared};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::filter::Filter;
use super::{Asker, error, shape};
use crate::state::State;
use crate::world::{Offer, Thing, fold, words};
use crate::{dice, reply};

type Params = HashMap<String, String>;

/// Vinyl Records.
const CATEGORY: &str = "176985";

pub(super) async fn search(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    uri: Uri,
    Query(params): Query<Params>,
) -> Response {
    let asker = match Asker::read(&state, &headers) {
        Ok(asker) => asker,
        Err(refused) => return *refused,
    };
    match page(&params) {
        Ok((offset, limit)) => answer(&state, &asker, &params, &uri, offset, limit),
        Err((id, why)) => error(400, id, "API_BROWSE", why),
    }
}

/// Offset and limit, or what is wrong with the request.
fn page(params: &Params) -> Result<(usize, usize), (u32, &'static str)> {
    let given = |name: &str| params.get(name).map(String::as_str).filter(|value| !value.is_empty());
    if ["q", "category_ids", "epid", "gtin", "charity_ids"].into_iter().all(|name| given(name).is_none()) {
        return Err((
            12_001,
            "The call must have a valid 'q', 'category_ids', 'epid', 'gtin' or 'charity_ids' query parameter.",
        ));
    }
    if given("q").is_some_and(|q| q.chars().count() > 100) {
        return Err((12_023, "The 'q' query parameter is too long."));
    }
    if given("category_ids").is_some_and(|ids| ids.contains(',')) {
        return Err((12_002, "The number of category IDs exceeds the limit."));
    }
    let number = |name: &str, default: usize| given(name).map_or(Some(default), |value| value.parse().ok());
    let (limit, offset) = (number("limit", 50), number("offset", 0));
    match (offset, limit) {
        (Some(offset), Some(limit)) if (1..=200).contains(&limit) && offset <= 9_999 && offset % limit == 0 => {
            Ok((offset, limit))
        }
        (_, Some(1..=200)) => Err((12_029, "The 'offset' value must be a multiple of 'limit' between 0 and 9999.")),
        _ => Err((12_030, "The 'limit' value should be between 1 and 200.")),
    }
}

fn answer(state: &State, asker: &Asker, params: &Params, uri: &Uri, offset: usize, limit: usize) -> Response {
    let filter = Filter::read(params.get("filter").map_or("", String::as_str), asker);
    let mut found =
        if params.get("category_ids").is_none_or(|id| id == CATEGORY) { candidates(state, params) } else { Vec::new() };
    found.retain(|offer| filter.lets(offer, asker));
    sort(&mut found, params.get("sort").map_or("", String::as_str), asker);
    // Each page begins with the last item of the one before.
    let start = offset / limit * (limit - 1).max(1);
    let items: Vec<Value> =
        found.iter().skip(start).take(limit).map(|offer| shape::summary(asker, offer, &filter)).collect();
    // An estimate.
    let total = if found.is_empty() { 0 } else { found.len() + found.len() / 9 };
    let address =
        |offset: usize| format!("https://api.ebay.com{}#offset={offset}", uri.path().trim_start_matches("/ebay"));
    let mut body = Map::new();
    body.insert("href".into(), json!(address(offset)));
    body.insert("total".into(), json!(total));
    body.insert("limit".into(), json!(limit));
    body.insert("offset".into(), json!(offset));
    if start + limit < found.len() {
        body.insert("next".into(), json!(address(offset + limit)));
    }
    if !items.is_empty() {
        body.insert("itemSummaries".into(), json!(items));
    }
    if !filter.warnings.is_empty() {
        body.insert("warnings".into(), json!(filter.warnings));
    }
    reply::ok(&Value::Object(body))
}

fn candidates(state: &State, params: &Params) -> Vec<Offer> {
    let market = state.market();
    let world = &state.world;
    if let Some(gtin) = params.get("gtin") {
        let Some((album, release)) = state.release_of_barcode(gtin) else { return Vec::new() };
        let of = |offer: &Offer| offer.pressing.id == release && offer.thing == Thing::Vinyl && offer.fills("EAN", 0.4);
        return world.offers(album, market).into_iter().filter(of).collect();
    }
    let query = params.get("q").map_or("", String::as_str);
    let wanted: Vec<String> = words(query).into_iter().filter(|word| !word.is_empty()).collect();
    // A title without a word of its artist's name is not found here.
    let artists: BTreeSet<usize> = wanted.iter().flat_map(|word| world.worded(word)).copied().collect();
    let albums: BTreeSet<usize> = artists.iter().flat_map(|at| world.artist(*at).albums.iter().copied()).collect();
    let offers = albums.into_iter().flat_map(|album| world.offers(album, market));
    offers.filter(|offer| has_all(&offer.title, &wanted)).collect()
}

/// Every word of a query is a word of the title.
fn has_all(title: &str, wanted: &[String]) -> bool {
    let separated: String =
        title.chars().map(|c| if matches!(c, '/' | '-' | '–' | ':' | '"' | ',') { ' ' } else { c }).collect();
    let title: Vec<String> = words(title).into_iter().chain(words(&separated)).collect();
    wanted.iter().all(|word| title.iter().any(|known| known == word) || fold(word).is_empty())
}

fn sort(offers: &mut [Offer], by: &str, asker: &Asker) {
    let price = |offer: &Offer| asker.converted(offer.price, offer.seller.currency());
    match by {
        "price" => offers.sort_by(|a, b| price(a).total_cmp(&price(b))),
        "-price" => offers.sort_by(|a, b| price(b).total_cmp(&price(a))),
        "newlyListed" => offers.sort_by_key(|offer| std::cmp::Reverse((offer.listed, offer.number))),
        "endingSoonest" => offers.sort_by_key(|offer| (offer.ends, offer.number)),
        _ => offers.sort_by_key(|offer| dice::hash("match", &offer.number.to_string())),
    }
}
