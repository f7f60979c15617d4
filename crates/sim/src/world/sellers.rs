//! Who sells on eBay: sixty sellers with a country, a reputation and a price list for sending records.

use crate::dice::Dice;

/// How many there are.
pub(crate) const SELLERS: usize = 60;

/// Countries of sellers, as often as they sell.
const COUNTRIES: [&str; 30] = [
    "ES", "ES", "ES", "ES", "ES", "DE", "DE", "DE", "DE", "DE", "GB", "GB", "GB", "GB", "GB", "GB", "FR", "FR", "FR",
    "IT", "IT", "NL", "NL", "BE", "PT", "AT", "US", "US", "US", "JP",
];

const NAMES: [&str; 15] = [
    "vinyl",
    "discos",
    "records",
    "groove",
    "needle",
    "platten",
    "disques",
    "wax",
    "spin",
    "turntable",
    "sleeve",
    "mono",
    "stereo",
    "deadwax",
    "runout",
];
const ENDINGS: [&str; 12] = [
    "-cellar",
    "_corner",
    "-paradise",
    "4u",
    "-archive",
    "_attic",
    "-shack",
    "-depot",
    "_hunter",
    "-barn",
    "-loft",
    "_oasis",
];

/// A seller.
#[derive(Debug, Clone)]
pub(crate) struct Seller {
    pub(crate) place: usize,
    pub(crate) name: String,
    /// ISO 3166-1.
    pub(crate) country: &'static str,
    pub(crate) business: bool,
    /// Hundredths of a percent.
    pub(crate) feedback: u64,
    pub(crate) score: u64,
}

/// What sending a record costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Postage {
    /// In the seller's currency; 0 is free.
    Costs(f64),
    /// It is not sent there.
    Never,
}

/// The seller at a place.
pub(crate) fn seller(place: usize) -> Seller {
    let place = place % SELLERS;
    let mut dice = Dice::new("seller", place as u64, 0);
    let country = COUNTRIES[place % COUNTRIES.len()];
    let name = format!("{}{}{}", dice.pick(&NAMES), dice.pick(&ENDINGS), place);
    Seller {
        place,
        name,
        country,
        business: dice.chance(0.5),
        feedback: 10_000 - dice.below(dice_limit(place)),
        score: dice.between(3, 40_000),
    }
}

/// Most are praised by nearly everybody, some by few.
fn dice_limit(place: usize) -> u64 {
    if place % 11 == 3 { 900 } else { 90 }
}

impl Seller {
    /// ISO 4217.
    pub(crate) fn currency(&self) -> &'static str {
        match self.country {
            "GB" => "GBP",
            "US" => "USD",
            "JP" => "JPY",
            _ => "EUR",
        }
    }

    /// What it costs to send a record to a country.
    pub(crate) fn postage(&self, to: &str) -> Postage {
        let mut dice = Dice::of("postage", &format!("{}>{to}", self.place));
        let euros = match (self.country == to, is_european(self.country), is_european(to)) {
            (true, _, _) if self.place.is_multiple_of(5) => return Postage::Costs(0.0),
            (true, _, _) => 3.5 + 3.0 * dice.unit(),
            _ if dice.chance(0.12) => return Postage::Never,
            (false, true, true) => 7.5 + 9.0 * dice.unit(),
            _ if self.place % 7 == 2 => return Postage::Never,
            _ => 19.0 + 16.0 * dice.unit(),
        };
        let rate = if self.currency() == "JPY" { 160.0 } else { 1.0 };
        Postage::Costs((euros * 10.0).round() / 10.0 * rate)
    }
}

/// Of the European Union.
pub(crate) fn is_in_union(country: &str) -> bool {
    const UNION: [&str; 27] = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];
    UNION.contains(&country)
}

/// Of the continent and its islands.
pub(crate) fn is_european(country: &str) -> bool {
    is_in_union(country) || matches!(country, "GB" | "CH" | "NO" | "IS" | "LI")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sellers_differ_and_stay_the_same() {
        let names: std::collections::HashSet<String> = (0..SELLERS).map(|place| seller(place).name).collect();
        assert_eq!(names.len(), SELLERS);
        assert_eq!(seller(7).postage("ES"), seller(7).postage("ES"));
        let free = (0..SELLERS).filter(|place| seller(*place).postage(seller(*place).country) == Postage::Costs(0.0));
        assert!((5..20).contains(&free.count()));
        let never = (0..SELLERS).filter(|place| seller(*place).postage("ES") == Postage::Never).count();
        assert!((1..25).contains(&never), "{never} sellers send nothing to Spain");
    }
}
