//! From eBay's answers to what the product speaks of.

use super::amount::Amount;
use super::aspects::Aspects;
use super::types::{Item, Offered, Page, Seller, Shipping, Summary};
use super::wire;
use crate::http::decode;
use crate::{Error, Exchange};

/// Reads a page of a search.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`]; also for a page with warnings, because eBay ignores a filter that it does not
/// like, and then the page holds anything.
pub fn read_search(exchange: &Exchange) -> Result<Page, Error> {
    let page: wire::Page = decode(exchange)?;
    if let Some(warning) = page.warnings.first() {
        let id = warning.error_id.as_deref().unwrap_or("without a number");
        let message: String = warning.message.as_deref().unwrap_or("no reason given").chars().take(120).collect();
        return Err(Error::Malformed { field: format!("warnings: {id}: {message}") });
    }
    let items = page.item_summaries.into_iter().enumerate().map(|(index, item)| summary(index, item));
    Ok(Page {
        total: page.total.and_then(|total| u32::try_from(total).ok()).unwrap_or(0),
        more: page.next.is_some(),
        items: items.collect::<Result<_, _>>()?,
        seen_at: exchange.fetched_at,
    })
}

/// Reads an item with its aspects.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_item(exchange: &Exchange) -> Result<Item, Error> {
    let item: wire::Item = decode(exchange)?;
    let filled = item.localized_aspects.into_iter().filter_map(|aspect| Some((aspect.name, aspect.value?)));
    let aspects = filled.chain(item.gtin.map(|gtin| ("GTIN".to_owned(), gtin)));
    Ok(Item { id: item.item_id, title: item.title, aspects: Aspects(aspects.collect()), seen_at: exchange.fetched_at })
}

fn summary(index: usize, item: wire::Summary) -> Result<Summary, Error> {
    let original = item.price.as_ref().or(item.current_bid_price.as_ref()).and_then(original);
    let is = |option: &str| item.buying_options.iter().any(|known| known == option);
    let (fixed, auction, best_offer) = (is("FIXED_PRICE"), is("AUCTION"), is("BEST_OFFER"));
    let missing = |field: &str| Error::Malformed { field: format!("itemSummaries[{index}].{field}: missing") };
    // An advertisement has a price and neither of the options that were asked for.
    let price = item.price.filter(|_| !auction || fixed).map(amount);
    let bid = item.current_bid_price.filter(|_| auction).map(amount);
    if fixed && price.is_none() {
        return Err(missing("price"));
    }
    if auction && !fixed && bid.is_none() {
        return Err(missing("currentBidPrice"));
    }
    let bids = item.bid_count.filter(|_| auction).and_then(|count| u32::try_from(count).ok());
    Ok(Summary {
        id: item.item_id,
        title: item.title,
        offered: Offered { price, bid, bids, best_offer },
        original,
        shipping: shipping(item.shipping_options),
        country: item.item_location.and_then(|place| place.country),
        condition: item.condition,
        condition_id: item.condition_id,
        seller: seller(item.seller),
        is_affiliate: item.item_affiliate_web_url.is_some(),
        link: item.item_affiliate_web_url.unwrap_or(item.item_web_url),
        image: item.image.and_then(|image| image.image_url),
        categories: item.leaf_category_ids,
        listed_at: item.item_creation_date,
        ends_at: item.item_end_date,
    })
}

fn amount(price: wire::Price) -> Amount {
    Amount { value: price.value, currency: price.currency }
}

fn original(price: &wire::Price) -> Option<Amount> {
    let value = price.converted_from_value.clone()?;
    let currency = price.converted_from_currency.clone().filter(|currency| *currency != price.currency)?;
    Some(Amount { value, currency })
}

/// The cheapest of the ways that name their cost.
fn shipping(options: Vec<wire::ShippingOption>) -> Shipping {
    let named = options.into_iter().filter_map(|option| option.shipping_cost.map(amount));
    // To the fourth digit: no currency has more.
    let cheapest = named.min_by_key(|cost| cost.minor(4).unwrap_or(i64::MAX));
    match cheapest {
        None => Shipping::Unknown,
        Some(cost) if cost.is_zero() => Shipping::Free,
        Some(cost) => Shipping::Costs(cost),
    }
}

fn seller(seller: Option<wire::Seller>) -> Seller {
    let Some(seller) = seller else {
        return Seller { name: None, feedback: None, feedback_count: None, business: None };
    };
    let hundredths = |text: &String| Amount { value: text.clone(), currency: String::new() }.minor(2);
    Seller {
        name: seller.username,
        feedback: seller.feedback_percentage.as_ref().and_then(hundredths).and_then(|value| value.try_into().ok()),
        feedback_count: seller.feedback_score,
        business: seller.seller_account_type.map(|kind| kind == "BUSINESS"),
    }
}

#[cfg(test)]
mod tests;
