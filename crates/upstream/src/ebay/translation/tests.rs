//! The ways in which eBay says what something costs, and what a page is worth.

use serde_json::{Value, json};

use super::*;
use crate::Upstream;
use crate::exchange::tests::answer;

fn page(body: &Value) -> Result<Page, Error> {
    read_search(&answer(Upstream::Ebay, 200, &body.to_string()))
}

/// The only item of a page, with these fields beside the usual ones.
fn item(fields: Value) -> Result<Summary, Error> {
    let mut item = json!({"itemId": "v1|1|0", "title": "Low - Hey What LP", "itemWebUrl": "https://www.ebay.es/itm/1",
        "buyingOptions": ["FIXED_PRICE"], "price": {"value": "22.50", "currency": "EUR"}});
    for (name, value) in fields.as_object().unwrap() {
        item[name] = value.clone();
    }
    page(&json!({"total": 1, "itemSummaries": [item]})).map(|mut page| page.items.remove(0))
}

fn euros(value: &str) -> Amount {
    Amount { value: value.to_owned(), currency: "EUR".to_owned() }
}

#[test]
fn nothing_found_has_no_items() {
    let empty = page(&json!({"href": "x", "total": 0, "limit": 50, "offset": 0})).unwrap();
    assert_eq!((empty.total, empty.items.len(), empty.more), (0, 0, false));
}

#[test]
fn a_page_with_warnings_is_not_trusted() {
    let warning =
        json!({"errorId": 12008, "domain": "API_BROWSE", "category": "REQUEST", "message": "The filter is invalid."});
    let read = page(&json!({"total": 3, "itemSummaries": [], "warnings": [warning]}));
    assert_eq!(read, Err(Error::Malformed { field: "warnings: 12008: The filter is invalid.".to_owned() }));
    assert!(page(&json!({"total": 0, "warnings": []})).is_ok());
}

#[test]
fn the_buying_options_decide_which_price_counts() {
    let bid = json!({"value": "11.00", "currency": "EUR"});
    let plain = item(json!({"currentBidPrice": bid})).unwrap().offered;
    assert_eq!((plain.price, plain.bid, plain.bids), (Some(euros("22.50")), None, None));
    let both =
        json!({"buyingOptions": ["FIXED_PRICE", "AUCTION", "BEST_OFFER"], "currentBidPrice": bid, "bidCount": 3});
    let both = item(both).unwrap().offered;
    assert_eq!((both.price, both.bid, both.bids), (Some(euros("22.50")), Some(euros("11.00")), Some(3)));
    assert!(both.best_offer);
    let auction = item(json!({"buyingOptions": ["AUCTION"], "price": null, "currentBidPrice": bid, "bidCount": 0}));
    let auction = auction.unwrap().offered;
    assert_eq!((auction.price, auction.bid, auction.bids), (None, Some(euros("11.00")), Some(0)));
    let priced = item(json!({"buyingOptions": ["AUCTION"], "currentBidPrice": bid})).unwrap().offered;
    assert_eq!(priced.price, None, "a mere auction cannot be bought now");
}

#[test]
fn a_price_that_must_be_there_is_named_when_it_is_not() {
    let field = |fields| match item(fields) {
        Err(Error::Malformed { field }) => field,
        other => panic!("{other:?}"),
    };
    assert_eq!(field(json!({"price": null})), "itemSummaries[0].price: missing");
    assert_eq!(field(json!({"buyingOptions": ["AUCTION"]})), "itemSummaries[0].currentBidPrice: missing");
    let price = |value: &str| field(json!({"price": {"value": value, "currency": "EUR"}}));
    assert_eq!(price("1.250,00"), "itemSummaries[0].price.value: not a decimal");
    assert_eq!(price("-5.00"), "itemSummaries[0].price.value: not a decimal");
    assert!(field(json!({"itemId": null})).starts_with("itemSummaries[0].itemId"));
    let without = json!({"itemSummaries": [{"itemId": "v1|1|0", "title": "x", "itemWebUrl": "https://x"}]});
    let Err(Error::Malformed { field }) = page(&without) else { panic!("options are needed") };
    assert_eq!(field, "itemSummaries[0].buyingOptions: missing");
}

#[test]
fn shipping_is_free_only_when_it_says_so() {
    let shipping = |options: Value| item(json!({"shippingOptions": options})).unwrap().shipping;
    let cost = |value: &str| json!({"shippingCostType": "FIXED", "shippingCost": {"value": value, "currency": "EUR"}});
    assert_eq!(item(json!({})).unwrap().shipping, Shipping::Unknown);
    assert_eq!(shipping(json!([])), Shipping::Unknown);
    assert_eq!(shipping(json!([{"shippingCostType": "CALCULATED"}])), Shipping::Unknown);
    assert_eq!(shipping(json!([cost("0.00")])), Shipping::Free);
    assert_eq!(shipping(json!([cost("10.50"), cost("9.90")])), Shipping::Costs(euros("9.90")));
    assert_eq!(shipping(json!([{"shippingCostType": "CALCULATED"}, cost("4.00")])), Shipping::Costs(euros("4.00")));
}

#[test]
fn the_rest_is_given_on_as_it_is() {
    let all = item(json!({
        "price": {"value": "23.41", "currency": "EUR", "convertedFromValue": "19.99", "convertedFromCurrency": "GBP"},
        "seller": {"username": "discos-sol", "feedbackPercentage": "99.8", "feedbackScore": 1204, "sellerAccountType": "BUSINESS"},
        "itemLocation": {"country": "US", "postalCode": "112**"},
        "itemAffiliateWebUrl": "https://www.ebay.es/itm/1?campid=1234567890",
        "condition": "De segunda mano", "conditionId": "3000",
        "leafCategoryIds": ["176985"],
        "itemEndDate": "2026-11-25T18:00:00.000Z",
    }));
    let all = all.unwrap();
    assert_eq!(all.original, Some(Amount { value: "19.99".to_owned(), currency: "GBP".to_owned() }));
    assert_eq!(
        (all.seller.feedback, all.seller.feedback_count, all.seller.business),
        (Some(9980), Some(1204), Some(true))
    );
    assert_eq!((all.country.as_deref(), all.is_affiliate), (Some("US"), true));
    assert!(all.link.ends_with("campid=1234567890"));
    assert_eq!(all.ends_at.unwrap().to_rfc3339(), "2026-11-25T18:00:00+00:00");
    let plain = item(json!({})).unwrap();
    assert_eq!((plain.link.as_str(), plain.is_affiliate), ("https://www.ebay.es/itm/1", false));
}

#[test]
fn refusals_are_judged_by_their_status() {
    let error = |id: u32| {
        json!({"errors": [{"errorId": id, "domain": "X", "category": "REQUEST", "message": "Why"}]}).to_string()
    };
    let said = |status, id| read_item(&answer(Upstream::Ebay, status, &error(id))).unwrap_err();
    assert_eq!(said(401, 1001), Error::Unauthorized("status 401: error 1001: Why".to_owned()));
    assert_eq!(said(403, 1100), Error::Unauthorized("status 403: error 1100: Why".to_owned()));
    assert_eq!(said(400, 12001), Error::Malformed { field: "status 400: error 12001: Why".to_owned() });
    assert_eq!(said(404, 11001), Error::NotFound);
    assert_eq!(said(429, 2001), Error::RateLimited(None));
    assert_eq!(said(500, 12000), Error::Unavailable("status 500: error 12000: Why".to_owned()));
}

#[test]
fn an_item_has_its_aspects() {
    let body = json!({"itemId": "v1|1|0", "title": "x", "gtin": "0724385522918",
        "localizedAspects": [{"type": "STRING", "name": "Record Grading", "value": "VG+"}, {"name": "Empty"}]});
    let item = read_item(&answer(Upstream::Ebay, 200, &body.to_string())).unwrap();
    assert_eq!(item.aspects.record_grade(), Some("VG+"));
    assert_eq!(item.aspects.barcode().as_deref(), Some("0724385522918"));
    let bare = read_item(&answer(Upstream::Ebay, 200, r#"{"itemId":"v1|1|0","title":"x"}"#)).unwrap();
    assert!(bare.aspects.0.is_empty());
}
