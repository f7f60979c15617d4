//! A search, as eBay wants it asked: words without its operators, one category, filters in one text.

use super::marketplace::{Location, Marketplace};
use crate::Error;

/// Vinyl Records, on all sites.
const CATEGORY: &str = "176985";
/// The largest page.
pub const MOST_ITEMS: u32 = 200;
/// The largest offset.
pub const MOST_OFFSET: u32 = 9_999;
/// The longest `q`, in characters.
const LONGEST: usize = 100;

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What<'a> {
    /// Titles with all of these words. What is an operator of eBay's counts as a space; words beyond a hundred characters are left out.
    Words(&'a str),
    /// A barcode: EAN or UPC, digits only.
    Gtin(&'a str),
}

/// One page of a search in the category of vinyl records, of auctions and offers at a fixed price.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search<'a> {
    /// What is looked for.
    pub what: What<'a>,
    /// On which site.
    pub marketplace: Marketplace,
    /// Where it is to be sent to, ISO 3166-1: only what is sent there is found, with what that costs.
    pub delivery_country: &'a str,
    /// From where it is to come. eBay is not strict about it: look at [`super::Summary::country`].
    pub location: Location<'a>,
    /// A multiple of the limit, at most [`MOST_OFFSET`].
    pub offset: u32,
    /// Items, 1 to [`MOST_ITEMS`].
    pub limit: u32,
}

impl Search<'_> {
    /// The query of the request.
    ///
    /// # Errors
    /// [`Error::Malformed`] names what eBay would not take.
    pub(super) fn query(&self) -> Result<Vec<(&'static str, String)>, Error> {
        let refused = |field: &str| Err(Error::Malformed { field: format!("search.{field}") });
        let what = match self.what {
            What::Words(text) => ("q", words(text)),
            What::Gtin(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => ("gtin", digits.to_owned()),
            What::Gtin(_) => return refused("gtin: not digits"),
        };
        if what.1.is_empty() {
            return refused("q: no words");
        }
        if !(1..=MOST_ITEMS).contains(&self.limit) {
            return refused("limit: not 1 to 200");
        }
        if self.offset > MOST_OFFSET || !self.offset.is_multiple_of(self.limit) {
            return refused("offset: not a multiple of the limit up to 9999");
        }
        if !is_country(self.delivery_country) || matches!(self.location, Location::Country(code) if !is_country(code)) {
            return refused("country: not a code of ISO 3166-1");
        }
        Ok(vec![
            what,
            ("category_ids", CATEGORY.to_owned()),
            ("filter", self.filter()),
            ("limit", self.limit.to_string()),
            ("offset", self.offset.to_string()),
        ])
    }

    fn filter(&self) -> String {
        // Without the first only offers at a fixed price are found.
        let always =
            ["buyingOptions:{FIXED_PRICE|AUCTION}".to_owned(), format!("deliveryCountry:{}", self.delivery_country)];
        let filters: Vec<String> = always.into_iter().chain(self.marketplace.filter(self.location)).collect();
        filters.join(",")
    }
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The words of a text that eBay takes as words, as they are asked for: brackets and commas would make it a choice, a minus in front would exclude, quotes and
/// stars are not what they seem.
pub fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if matches!(c, '(' | ')' | ',' | '*' | '"') { ' ' } else { c }).collect();
    let mut kept = String::new();
    for word in plain.split_whitespace().map(|word| word.trim_start_matches(['-', '+'])).filter(|word| !word.is_empty())
    {
        let space = usize::from(!kept.is_empty());
        if kept.chars().count() + space + word.chars().count() > LONGEST {
            break;
        }
        kept.extend((space == 1).then_some(' '));
        kept.push_str(word);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEARCH: Search<'static> = Search {
        what: What::Words("Miles Davis Kind of Blue"),
        marketplace: Marketplace::Es,
        delivery_country: "ES",
        location: Location::Europe,
        offset: 0,
        limit: 200,
    };

    #[test]
    fn filters_are_one_text() {
        let query = SEARCH.query().unwrap();
        let wanted = "buyingOptions:{FIXED_PRICE|AUCTION},deliveryCountry:ES,itemLocationRegion:CONTINENTAL_EUROPE";
        assert!(query.contains(&("filter", wanted.to_owned())), "{query:?}");
        assert!(query.contains(&("q", "Miles Davis Kind of Blue".to_owned())));
        let barcode = Search { what: What::Gtin("5099902987613"), ..SEARCH }.query().unwrap();
        assert!(
            barcode.contains(&("gtin", "5099902987613".to_owned())) && barcode.iter().all(|(name, _)| *name != "q")
        );
    }

    #[test]
    fn operators_are_no_words() {
        let cases = [
            ("Oasis (What's the Story) Morning Glory?", "Oasis What's the Story Morning Glory?"),
            ("Sigur Rós ( )", "Sigur Rós"),
            ("Crosby, Stills, Nash & Young \"Déjà Vu\"", "Crosby Stills Nash & Young Déjà Vu"),
            ("The -Minus +Plus ** AC/DC T-Rex", "The Minus Plus AC/DC T-Rex"),
            (" ( , ) ", ""),
        ];
        for (text, plain) in cases {
            assert_eq!(words(text), plain);
        }
        let long = words(&"ångström ".repeat(30));
        assert!(long.chars().count() <= 100 && long.ends_with("ångström"), "{long}");
    }

    #[test]
    fn what_ebay_would_not_take_is_not_sent() {
        let field = |search: Search<'_>| match search.query() {
            Err(Error::Malformed { field }) => field,
            other => panic!("{other:?}"),
        };
        assert_eq!(field(Search { what: What::Words("( )"), ..SEARCH }), "search.q: no words");
        assert_eq!(field(Search { what: What::Gtin(""), ..SEARCH }), "search.q: no words");
        assert!(field(Search { what: What::Gtin("0 77779 60012"), ..SEARCH }).starts_with("search.gtin"));
        assert!(field(Search { limit: 201, ..SEARCH }).starts_with("search.limit"));
        assert!(field(Search { limit: 0, ..SEARCH }).starts_with("search.limit"));
        assert!(field(Search { offset: 100, ..SEARCH }).starts_with("search.offset"));
        assert!(field(Search { offset: 10_000, ..SEARCH }).starts_with("search.offset"));
        assert!(field(Search { delivery_country: "es", ..SEARCH }).starts_with("search.country"));
        assert!(field(Search { location: Location::Country("A,x:{y}"), ..SEARCH }).starts_with("search.country"));
    }
}
