//! eBay's sites, as data: each has a currency, a language and its own words for regions.

/// A site. It decides catalogue, language and currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "they are called by their countries")]
pub enum Marketplace {
    Gb,
    De,
    Es,
    Fr,
    It,
    Nl,
    Be,
    At,
    Ch,
    Ie,
    Pl,
    Us,
    Ca,
    Au,
    Hk,
    Sg,
}

/// From where things are to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location<'a> {
    /// From everywhere.
    Anywhere,
    /// From the European Union; from everywhere where the site has no word for it.
    EuropeanUnion,
    /// From Europe; from everywhere where the site has no word for it.
    Europe,
    /// From one country, ISO 3166-1.
    Country(&'a str),
}

struct Site {
    marketplace: Marketplace,
    /// ISO 3166-1.
    country: &'static str,
    id: &'static str,
    currency: &'static str,
    language: &'static str,
    /// Whether `itemLocationRegion` knows `EUROPEAN_UNION` and `CONTINENTAL_EUROPE`.
    european: bool,
}

const fn site(
    marketplace: Marketplace,
    country: &'static str,
    id: &'static str,
    currency: &'static str,
    language: &'static str,
    european: bool,
) -> Site {
    Site { marketplace, country, id, currency, language, european }
}

/// By the second-hand table of regions: US and CA have NORTH_AMERICA and WORLDWIDE only, AU WORLDWIDE, HK and SG those of Asia.
const SITES: [Site; 16] = [
    site(Marketplace::Gb, "GB", "EBAY_GB", "GBP", "en-GB", true),
    site(Marketplace::De, "DE", "EBAY_DE", "EUR", "de-DE", true),
    site(Marketplace::Es, "ES", "EBAY_ES", "EUR", "es-ES", true),
    site(Marketplace::Fr, "FR", "EBAY_FR", "EUR", "fr-FR", true),
    site(Marketplace::It, "IT", "EBAY_IT", "EUR", "it-IT", true),
    site(Marketplace::Nl, "NL", "EBAY_NL", "EUR", "nl-NL", true),
    site(Marketplace::Be, "BE", "EBAY_BE", "EUR", "nl-BE", true),
    site(Marketplace::At, "AT", "EBAY_AT", "EUR", "de-AT", true),
    site(Marketplace::Ch, "CH", "EBAY_CH", "CHF", "de-CH", true),
    site(Marketplace::Ie, "IE", "EBAY_IE", "EUR", "en-IE", true),
    site(Marketplace::Pl, "PL", "EBAY_PL", "PLN", "pl-PL", true),
    site(Marketplace::Us, "US", "EBAY_US", "USD", "en-US", false),
    site(Marketplace::Ca, "CA", "EBAY_CA", "CAD", "en-CA", false),
    site(Marketplace::Au, "AU", "EBAY_AU", "AUD", "en-AU", false),
    site(Marketplace::Hk, "HK", "EBAY_HK", "HKD", "zh-HK", false),
    site(Marketplace::Sg, "SG", "EBAY_SG", "SGD", "en-US", false),
];

impl Marketplace {
    /// All sites.
    pub fn all() -> impl Iterator<Item = Self> {
        SITES.iter().map(|site| site.marketplace)
    }

    /// The site of a country (ISO 3166-1), if it has one.
    pub fn of_country(country: &str) -> Option<Self> {
        SITES.iter().find(|site| site.country == country).map(|site| site.marketplace)
    }

    /// The site of this id (`EBAY_ES`).
    pub fn of_id(id: &str) -> Option<Self> {
        SITES.iter().find(|site| site.id == id).map(|site| site.marketplace)
    }

    /// `EBAY_ES`.
    pub fn id(self) -> &'static str {
        self.site().id
    }

    /// Its country, ISO 3166-1.
    pub fn country(self) -> &'static str {
        self.site().country
    }

    /// The currency of its prices, ISO 4217.
    pub fn currency(self) -> &'static str {
        self.site().currency
    }

    /// The language of its words, as HTTP names it.
    pub(super) fn language(self) -> &'static str {
        self.site().language
    }

    /// The filter for things of a place, if the site has one.
    pub(super) fn filter(self, location: Location<'_>) -> Option<String> {
        match location {
            Location::Anywhere => None,
            Location::Country(country) => Some(format!("itemLocationCountry:{country}")),
            Location::EuropeanUnion => self.site().european.then(|| "itemLocationRegion:EUROPEAN_UNION".to_owned()),
            Location::Europe => self.site().european.then(|| "itemLocationRegion:CONTINENTAL_EUROPE".to_owned()),
        }
    }

    fn site(self) -> &'static Site {
        SITES.iter().find(|site| site.marketplace == self).unwrap_or(&SITES[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_site_is_found_by_its_country_and_its_id() {
        for marketplace in Marketplace::all() {
            assert_eq!(Marketplace::of_country(marketplace.country()), Some(marketplace));
            assert_eq!(Marketplace::of_id(marketplace.id()), Some(marketplace));
            assert!(marketplace.id().ends_with(marketplace.country()));
        }
        assert_eq!(Marketplace::of_country("PT"), None);
    }

    #[test]
    fn a_region_is_asked_for_where_the_site_has_it() {
        let filter = |marketplace: Marketplace, location| marketplace.filter(location);
        assert_eq!(filter(Marketplace::Es, Location::Europe).as_deref(), Some("itemLocationRegion:CONTINENTAL_EUROPE"));
        assert_eq!(
            filter(Marketplace::Gb, Location::EuropeanUnion).as_deref(),
            Some("itemLocationRegion:EUROPEAN_UNION")
        );
        assert_eq!(filter(Marketplace::Us, Location::Europe), None);
        assert_eq!(filter(Marketplace::Us, Location::Country("ES")).as_deref(), Some("itemLocationCountry:ES"));
        assert_eq!(filter(Marketplace::Es, Location::Anywhere), None);
    }
}
