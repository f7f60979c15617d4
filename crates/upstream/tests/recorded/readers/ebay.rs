//! eBay's recordings, read and compared with their JSON. None of them is of a record.

use serde_json::Value;
use vinilogy_upstream::Exchange;
use vinilogy_upstream::ebay::{self, Amount, Shipping};

use super::{Failure, list, number, same, text};

fn amount(price: &Value) -> Option<Amount> {
    Some(Amount { value: text(&price["value"])?, currency: text(&price["currency"])? })
}

pub fn search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let page = ebay::read_search(exchange)?;
    same("total", Some(i64::from(page.total)), number(&json["total"]))?;
    same("more", page.more, json["next"].is_string())?;
    let recorded = list(&json["itemSummaries"]);
    same("count", page.items.len(), recorded.len())?;
    for (item, recorded) in page.items.iter().zip(recorded) {
        same("id", Some(&item.id), text(&recorded["itemId"]).as_ref())?;
        same("title", Some(&item.title), text(&recorded["title"]).as_ref())?;
        let options: Vec<&str> = list(&recorded["buyingOptions"]).into_iter().filter_map(Value::as_str).collect();
        let (fixed, auction) = (options.contains(&"FIXED_PRICE"), options.contains(&"AUCTION"));
        same("price", item.offered.price.clone(), amount(&recorded["price"]).filter(|_| fixed || !auction))?;
        same("bid", item.offered.bid.clone(), amount(&recorded["currentBidPrice"]).filter(|_| auction))?;
        same("country", item.country.clone(), text(&recorded["itemLocation"]["country"]))?;
        same("seller", item.seller.name.clone(), text(&recorded["seller"]["username"]))?;
        let percent = recorded["seller"]["feedbackPercentage"].as_str().and_then(|text| text.parse::<f64>().ok());
        same("feedback", item.seller.feedback.map(f64::from), percent.map(|percent| (percent * 100.0).round()))?;
        same("condition", item.condition_id.clone(), text(&recorded["conditionId"]))?;
        let link = text(&recorded["itemAffiliateWebUrl"]).or_else(|| text(&recorded["itemWebUrl"]));
        same("link", Some(item.link.clone()), link)?;
        let costs = list(&recorded["shippingOptions"]).into_iter().filter_map(|option| amount(&option["shippingCost"]));
        let costs: Vec<Amount> = costs.collect();
        let fits = match &item.shipping {
            Shipping::Unknown => costs.is_empty(),
            Shipping::Free => costs.iter().any(|cost| cost.value == "0.00"),
            Shipping::Costs(cost) => costs.contains(cost) && costs.iter().all(|cost| cost.value != "0.00"),
        };
        same("shipping", fits, true)?;
    }
    Ok(())
}

pub fn item(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let item = ebay::read_item(exchange)?;
    same("id", Some(&item.id), text(&json["itemId"]).as_ref())?;
    same("title", Some(&item.title), text(&json["title"]).as_ref())?;
    for aspect in list(&json["localizedAspects"]) {
        let name = aspect["name"].as_str().unwrap_or_default();
        same("aspect", item.aspects.value(&[name]).map(str::to_owned), text(&aspect["value"]))?;
    }
    Ok(())
}
