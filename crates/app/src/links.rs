//! Addresses of searches elsewhere, for a person to follow.

/// eBay's sites by country, each with the rotation that its partner network counts clicks of that site by ("Tracking link format" of the
/// eBay Partner Network). Elsewhere the largest site is searched.
const SITES: [(&str, &str, &str); 8] = [
    ("US", "www.ebay.com", "711-53200-19255-0"),
    ("ES", "www.ebay.es", "1185-53479-19255-0"),
    ("GB", "www.ebay.co.uk", "710-53481-19255-0"),
    ("DE", "www.ebay.de", "707-53477-19255-0"),
    ("FR", "www.ebay.fr", "709-53476-19255-0"),
    ("IT", "www.ebay.it", "724-53478-19255-0"),
    ("CA", "www.ebay.ca", "706-53473-19255-0"),
    ("AU", "www.ebay.com.au", "705-53470-19255-0"),
];
/// Vinyl records.
const CATEGORY: &str = "176985";

/// A search for words among eBay's records, on the site of a country. With a campaign, whoever buys by it earns its owner a commission.
pub fn ebay_search(words: &str, country: &str, campaign: Option<&str>) -> String {
    let (_, host, rotation) = SITES.iter().find(|(site, ..)| *site == country).unwrap_or(&SITES[0]);
    let search = format!("https://{host}/sch/i.html?_nkw={}&_sacat={CATEGORY}", escaped(words));
    match campaign.map(str::trim).filter(|campaign| !campaign.is_empty()) {
        Some(campaign) => {
            format!("{search}&mkcid=1&mkrid={rotation}&campid={}&toolid=10001&mkevt=1", escaped(campaign))
        }
        None => search,
    }
}

/// A search address with words in the place of `{query}`.
pub fn filled(template: &str, words: &str) -> String {
    template.replace("{query}", &escaped(words))
}

/// Text as it stands in a query.
fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~');
    text.bytes()
        .map(|byte| match byte {
            b' ' => "+".to_owned(),
            byte if plain(byte) => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_cannot_leave_their_place() {
        let filled = filled("https://shop/?s={query}&post_type=product", "Sigur Rós & Co. #1/?=\"");
        assert_eq!(filled, "https://shop/?s=Sigur+R%C3%B3s+%26+Co.+%231%2F%3F%3D%22&post_type=product");
    }

    #[test]
    fn a_campaign_is_named_only_when_there_is_one() {
        let plain = ebay_search("Can Tago Mago", "ES", None);
        assert_eq!(plain, "https://www.ebay.es/sch/i.html?_nkw=Can+Tago+Mago&_sacat=176985");
        assert_eq!(ebay_search("Can", "ES", Some(" ")), ebay_search("Can", "ES", None));
        let earning = ebay_search("Can", "ES", Some("5338000000"));
        assert!(earning.contains("&mkrid=1185-53479-19255-0&campid=5338000000&"), "{earning}");
        assert!(ebay_search("Can", "ZZ", None).starts_with("https://www.ebay.com/"));
    }
}
