//! eBay's sites: currency, words for conditions, and which regions each of them knows.

/// A site.
pub(super) struct Site {
    pub(super) id: &'static str,
    pub(super) host: &'static str,
    pub(super) currency: &'static str,
    /// The words for new and used.
    pub(super) conditions: [&'static str; 2],
    /// What `itemLocationRegion` may be.
    pub(super) regions: &'static [&'static str],
}

const EUROPE: &[&str] = &["EUROPEAN_UNION", "CONTINENTAL_EUROPE", "WORLDWIDE"];

const fn of(
    id: &'static str,
    host: &'static str,
    currency: &'static str,
    conditions: [&'static str; 2],
    regions: &'static [&'static str],
) -> Site {
    Site { id, host, currency, conditions, regions }
}

const SITES: [Site; 16] = [
    of("EBAY_GB", "www.ebay.co.uk", "GBP", ["New", "Used"], EUROPE),
    of("EBAY_DE", "www.ebay.de", "EUR", ["Neu", "Gebraucht"], EUROPE),
    of("EBAY_ES", "www.ebay.es", "EUR", ["Nuevo", "De segunda mano"], EUROPE),
    of(
        "EBAY_FR",
        "www.ebay.fr",
        "EUR",
        ["Neuf", "Occasion"],
        &["EUROPEAN_UNION", "CONTINENTAL_EUROPE", "BORDER_COUNTRIES", "WORLDWIDE"],
    ),
    of("EBAY_IT", "www.ebay.it", "EUR", ["Nuovo", "Usato"], EUROPE),
    of("EBAY_NL", "www.ebay.nl", "EUR", ["Nieuw", "Gebruikt"], EUROPE),
    of("EBAY_BE", "www.ebay.be", "EUR", ["Nieuw", "Gebruikt"], EUROPE),
    of("EBAY_AT", "www.ebay.at", "EUR", ["Neu", "Gebraucht"], EUROPE),
    of("EBAY_CH", "www.ebay.ch", "CHF", ["Neu", "Gebraucht"], EUROPE),
    of(
        "EBAY_IE",
        "www.ebay.ie",
        "EUR",
        ["New", "Used"],
        &["EUROPEAN_UNION", "CONTINENTAL_EUROPE", "UK_AND_IRELAND", "WORLDWIDE"],
    ),
    of("EBAY_PL", "www.ebay.pl", "PLN", ["Nowy", "Używany"], EUROPE),
    of("EBAY_US", "www.ebay.com", "USD", ["New", "Used"], &["NORTH_AMERICA", "WORLDWIDE"]),
    of("EBAY_CA", "www.ebay.ca", "CAD", ["New", "Used"], &["NORTH_AMERICA", "WORLDWIDE"]),
    of("EBAY_AU", "www.ebay.com.au", "AUD", ["New", "Used"], &["WORLDWIDE"]),
    of("EBAY_HK", "www.ebay.com.hk", "HKD", ["New", "Used"], &["ASIA", "BORDER_COUNTRIES", "WORLDWIDE"]),
    of("EBAY_SG", "www.ebay.com.sg", "SGD", ["New", "Used"], &["ASIA", "WORLDWIDE"]),
];

/// The site of an id.
pub(super) fn site(id: &str) -> Option<&'static Site> {
    SITES.iter().find(|site| site.id == id)
}
