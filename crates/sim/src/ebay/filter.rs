//! The filter of a search. What eBay does not like in it is a warning, and the filter is ignored.

use serde_json::Value;

use super::{Asker, complaint};
use crate::world::{Offer, Postage, Sale, is_european, is_in_union};

/// What is asked for; nothing means everything.
#[derive(Default)]
pub(super) struct Filter {
    options: Option<Vec<String>>,
    pub(super) delivery: Option<String>,
    from: Option<String>,
    region: Option<String>,
    price: Option<(f64, f64)>,
    new: Option<bool>,
    free: bool,
    pub(super) warnings: Vec<Value>,
}

/// Names that are taken and change nothing here.
const OTHERS: [&str; 7] = [
    "sellers",
    "excludeSellers",
    "sellerAccountTypes",
    "returnsAccepted",
    "itemEndDate",
    "bidCount",
    "searchInDescription",
];

impl Filter {
    pub(super) fn read(text: &str, asker: &Asker) -> Self {
        let parts = parts(text);
        let mut filter = Self::default();
        for (name, value) in &parts {
            filter.take(name, value, &parts, asker);
        }
        if filter.from.is_some() && filter.region.take().is_some() {
            filter.warn(12_009, "itemLocationRegion and itemLocationCountry exclude each other.");
        }
        filter
    }

    fn take(&mut self, name: &str, value: &str, all: &[(String, String)], asker: &Asker) {
        let given = |other: &str| all.iter().find(|(name, _)| name == other).map(|(_, value)| value.as_str());
        let values = || value.trim_matches(['{', '}']).split('|').map(str::to_owned).collect::<Vec<_>>();
        match name {
            "buyingOptions" => self.options = Some(values()),
            "deliveryCountry" if is_code(value, 2) => self.delivery = Some(value.to_owned()),
            "itemLocationCountry" if is_code(value, 2) => self.from = Some(value.to_owned()),
            "itemLocationRegion" if asker.site.regions.contains(&value) => self.region = Some(value.to_owned()),
            "itemLocationRegion" => self.warn(12_008, "The 'filter' value is invalid for this marketplace."),
            "price" if given("priceCurrency").is_none() => self.warn(12_012, "priceCurrency is needed with price."),
            "price" => self.price = range(value),
            "priceCurrency" if is_code(value, 3) => {}
            "conditions" => self.new = only(&values(), "NEW", "USED"),
            "conditionIds" => self.new = only(&values(), "1000", "3000"),
            "maxDeliveryCost" if given("deliveryCountry").is_none() => {
                self.warn(12_011, "deliveryCountry is needed with maxDeliveryCost.");
            }
            "maxDeliveryCost" => self.free = value == "0",
            "deliveryPostalCode" => {}
            known if OTHERS.contains(&known) => {}
            _ => self.warn(12_002, "The 'filter' field or value is invalid."),
        }
    }

    fn warn(&mut self, id: u32, message: &str) {
        self.warnings.push(complaint(id, "API_BROWSE", message));
    }

    /// Whether an offer passes.
    pub(super) fn lets(&self, offer: &Offer, asker: &Asker) -> bool {
        let options = options(offer);
        let wanted =
            |known: &str| self.options.as_ref().map_or(known == "FIXED_PRICE", |all| all.iter().any(|o| o == known));
        let price = asker.converted(offer.price, offer.seller.currency());
        let postage = self.delivery.as_ref().map(|to| offer.seller.postage(to));
        options.iter().any(|option| wanted(option))
            && postage != Some(Postage::Never)
            && (!self.free || postage == Some(Postage::Costs(0.0)))
            && self.from.as_ref().is_none_or(|from| from == offer.seller.country)
            && self.is_in_region(offer)
            && self.price.is_none_or(|(low, high)| low <= price && price <= high)
            && self.new.is_none_or(|new| new == offer.sealed)
    }

    /// Not strictly: an offer of thirty slips in from elsewhere, and for small countries of the Union all do.
    fn is_in_region(&self, offer: &Offer) -> bool {
        let from = offer.seller.country;
        let inside = match self.region.as_deref() {
            None | Some("WORLDWIDE") => true,
            Some("EUROPEAN_UNION") => is_in_union(from),
            Some("CONTINENTAL_EUROPE") => is_european(from),
            Some("NORTH_AMERICA") => matches!(from, "US" | "CA"),
            Some("ASIA") => from == "JP",
            Some("UK_AND_IRELAND") => matches!(from, "GB" | "IE"),
            _ => is_european(from),
        };
        let small = matches!(self.delivery.as_deref(), Some("LU" | "MT" | "CY" | "EE" | "LV" | "LT" | "SI"));
        inside || small || offer.fills("elsewhere", 0.04)
    }
}

/// What eBay calls the ways in which it is sold.
pub(super) fn options(offer: &Offer) -> Vec<&'static str> {
    match offer.sale {
        Sale::Fixed { best_offer: false } => vec!["FIXED_PRICE"],
        Sale::Fixed { best_offer: true } => vec!["FIXED_PRICE", "BEST_OFFER"],
        Sale::Auction => vec!["AUCTION"],
        Sale::Both => vec!["FIXED_PRICE", "AUCTION"],
    }
}

/// `name:value` pairs; commas within brackets are part of a value.
fn parts(text: &str) -> Vec<(String, String)> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices().chain([(text.len(), ',')]) {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    let pair = |part: &str| {
        let (name, value) = part.split_once(':').unwrap_or((part, ""));
        (name.trim().to_owned(), value.trim().to_owned())
    };
    parts.into_iter().filter(|part| !part.trim().is_empty()).map(pair).collect()
}

/// `[10..50]`, `[..50]`, `[10]`.
fn range(text: &str) -> Option<(f64, f64)> {
    let inner = text.trim_matches(['[', ']']);
    let (low, high) = inner.split_once("..").unwrap_or((inner, ""));
    let number = |text: &str, empty| if text.is_empty() { Some(empty) } else { text.parse().ok() };
    Some((number(low, 0.0)?, number(high, f64::MAX)?))
}

/// Whether only the new ones, or only the used ones, are wanted.
fn only(values: &[String], new: &str, used: &str) -> Option<bool> {
    let has = |wanted: &str| values.iter().any(|value| value == wanted);
    match (has(new), has(used)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn is_code(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_what_is_in_brackets_together() {
        let read = parts(
            "buyingOptions:{FIXED_PRICE|AUCTION},price:[10..50],priceCurrency:EUR,itemEndDate:[..2026-11-30T00:00:00Z]",
        );
        let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["buyingOptions", "price", "priceCurrency", "itemEndDate"]);
        assert_eq!(range(&read[1].1), Some((10.0, 50.0)));
        assert_eq!(range("[..50]"), Some((0.0, 50.0)));
        assert_eq!(range("[10]"), Some((10.0, f64::MAX)));
    }
}
