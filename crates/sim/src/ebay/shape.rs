//! Offers as searches show them.

use serde_json::{Map, Value, json};

use super::Asker;
use super::filter::{Filter, options};
use crate::world::{Offer, Postage, Sale, Thing, Told, cents};

/// A row of a search.
pub(super) fn summary(asker: &Asker, offer: &Offer, filter: &Filter) -> Value {
    let mut row = common(asker, offer);
    let put = |row: &mut Map<String, Value>, name: &str, value: Value| drop(row.insert(name.to_owned(), value));
    put(&mut row, "leafCategoryIds", json!([leaf(offer.thing)]));
    put(
        &mut row,
        "categories",
        json!([{"categoryId": leaf(offer.thing)}, {"categoryId": "11233", "categoryName": "Music"}]),
    );
    put(&mut row, "itemHref", json!(format!("https://api.ebay.com/buy/browse/v1/item/v1%7C{}%7C0", offer.number)));
    put(&mut row, "listingMarketplaceId", json!(asker.site.id));
    put(&mut row, "topRatedBuyingExperience", json!(false));
    put(&mut row, "priorityListing", json!(offer.fills("priority", 0.2)));
    put(&mut row, "availableCoupons", json!(false));
    if let Some(shipping) = shipping(asker, offer, filter) {
        put(&mut row, "shippingOptions", json!([shipping]));
    }
    if matches!(offer.sale, Sale::Auction | Sale::Both) {
        put(&mut row, "bidCount", json!(offer.bids));
        put(&mut row, "itemEndDate", json!(time(offer.ends)));
    }
    Value::Object(row)
}

/// What a row and an item have in common.
pub(super) fn common(asker: &Asker, offer: &Offer) -> Map<String, Value> {
    let mut row = Map::new();
    let web = format!("https://{}/itm/{}", asker.site.host, offer.number);
    let body = json!({
        "itemId": format!("v1|{}|0", offer.number),
        "legacyItemId": offer.number.to_string(),
        "title": offer.title,
        "buyingOptions": options(offer),
        "condition": asker.site.conditions[usize::from(!offer.sealed)],
        "conditionId": if offer.sealed { "1000" } else { "3000" },
        "image": {"imageUrl": format!("https://i.ebayimg.com/images/g/{}/s-l225.jpg", offer.number)},
        "seller": {
            "username": offer.seller.name,
            "feedbackPercentage": format!("{}.{}", offer.seller.feedback / 100, offer.seller.feedback % 100 / 10),
            "feedbackScore": offer.seller.score,
            "sellerAccountType": if offer.seller.business { "BUSINESS" } else { "INDIVIDUAL" },
        },
        "itemLocation": {"country": offer.seller.country, "postalCode": format!("{:03}**", offer.number % 900)},
        "itemWebUrl": web,
        "itemCreationDate": time(offer.listed),
        "adultOnly": false,
    });
    if let Value::Object(body) = body {
        row.extend(body);
    }
    if let Some(campaign) = &asker.campaign {
        let affiliate = format!("{web}?mkevt=1&mkcid=1&campid={campaign}&toolid=10049");
        row.insert("itemAffiliateWebUrl".into(), json!(affiliate));
    }
    if !matches!(offer.sale, Sale::Auction) {
        row.insert("price".into(), price(asker, offer, offer.price));
    }
    // A bid also stands, with the same value, beside the price of some plain offers.
    match offer.sale {
        Sale::Auction | Sale::Both => drop(row.insert("currentBidPrice".into(), price(asker, offer, offer.bid))),
        Sale::Fixed { .. } if offer.fills("bid beside", 0.25) => {
            row.insert("currentBidPrice".into(), price(asker, offer, offer.price));
        }
        Sale::Fixed { .. } => {}
    }
    row
}

/// Foreign prices are converted, and keep what they were.
fn price(asker: &Asker, offer: &Offer, amount: f64) -> Value {
    let currency = offer.seller.currency();
    let mut price = json!({"value": decimal(asker.converted(amount, currency)), "currency": asker.site.currency});
    if currency != asker.site.currency {
        price["convertedFromValue"] = json!(decimal(amount));
        price["convertedFromCurrency"] = json!(currency);
    }
    price
}

fn shipping(asker: &Asker, offer: &Offer, filter: &Filter) -> Option<Value> {
    let to = filter.delivery.as_ref().or(asker.country.as_ref());
    let postage = to.map(|to| offer.seller.postage(to));
    let cost = match postage {
        Some(Postage::Costs(cost)) => Some(cost),
        Some(Postage::Never) => return None,
        None => None,
    };
    let named = |kind: &str, cost: f64| {
        let value = decimal(asker.converted(cost, offer.seller.currency()));
        json!({"shippingCostType": kind, "shippingCost": {"value": value, "currency": asker.site.currency}})
    };
    match (offer.told, cost, &asker.country) {
        (Told::Nothing, ..) => None,
        (Told::Fixed, Some(cost), _) => Some(named("FIXED", cost)),
        (Told::Calculated, Some(cost), Some(_)) => Some(named("CALCULATED", cost)),
        (Told::Fixed, None, _) => None,
        (Told::Withheld, ..) | (Told::Calculated, ..) => Some(json!({"shippingCostType": "CALCULATED"})),
    }
}

/// Sellers list other things among the records as well.
fn leaf(thing: Thing) -> &'static str {
    match thing {
        Thing::Poster => "60376",
        _ => "176985",
    }
}

fn decimal(amount: f64) -> String {
    format!("{:.2}", cents(amount))
}

fn time(at: chrono::DateTime<chrono::Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S.000Z").to_string()
}
