//! Which pressing a listing tells.

use super::*;

fn pressing(catno: &str, barcode: &str, year: i16, country: &str, format: &str) -> Pressing {
    let one = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    Pressing {
        catnos: one(catno),
        barcodes: one(barcode),
        labels: one("Harvest"),
        year: Some(year),
        country: Some(country.to_owned()),
        format: Format::read(format),
    }
}

pub(super) fn pressings() -> Vec<Pressing> {
    vec![
        pressing("SHVL 815", "", 1977, "UK", "LP, Album, Gatefold"),
        pressing("1C 064-98 434", "", 1977, "Germany", "LP, Album, Gatefold"),
        pressing("JC 34474", "", 1977, "US", "LP, Album"),
        pressing("25AP 340", "", 1977, "Japan", "LP, Album"),
        pressing("SHVL 815", "", 1983, "UK", "LP, Album, Reissue"),
        pressing("PFRLP10", "0190295996932", 2016, "Europe", "LP, Album, Reissue, Remastered, 180 Gram"),
        pressing("PFRLP28", "0190295599546", 2022, "UK & Europe", "LP, Album, Reissue"),
        pressing("PFRLP28X", "", 2022, "UK & Europe", "LP, Album, Reissue, Pink Translucent"),
        pressing("25AP 340", "", 1977, "Japan", "LP, Album, Promo"),
    ]
}

#[test]
fn the_pressing_is_told_by_what_is_said() {
    let pressings = pressings();
    let wanted = Wanted { pressings: &pressings, ..ANIMALS };
    let listing = |title| Listing { title, ..Listing::default() };
    for (listing, release, is_sure) in [
        (listing("Pink Floyd Animals LP JC 34474 VG+"), Some(2), true),
        (listing("Pink Floyd Animals LP JC34474 VG+"), Some(2), true),
        (listing("Pink Floyd Animals LP 1C064-98434"), Some(1), true),
        (Listing { barcode: Some("190295996932"), ..listing("Pink Floyd Animals LP") }, Some(5), true),
        (listing("Pink Floyd Animals LP 0190295599546 sealed"), Some(6), true),
        (Listing { catno: Some("jc-34474"), ..listing("Pink Floyd Animals LP") }, Some(2), true),
        // One number of two pressings: the year or the word reissue tells.
        (listing("Pink Floyd Animals LP SHVL 815 UK 1983"), Some(4), true),
        (listing("Pink Floyd Animals LP SHVL 815 1st press"), Some(0), true),
        (listing("Pink Floyd Animals LP SHVL 815"), None, false),
        // Not said to be a promotional copy: the plain one.
        (listing("Pink Floyd Animals LP Japan 25AP 340"), Some(3), true),
        (listing("Pink Floyd Animals LP Japan 25AP 340 PROMO"), Some(8), true),
        (listing("Pink Floyd Animals LP Germany 1977 original"), Some(1), true),
        (listing("Pink Floyd Animals LP pressed in USA"), Some(2), false),
        (listing("Pink Floyd Animals LP 2016"), Some(5), true),
        (listing("Pink Floyd Animals LP 2022 EU pink translucent vinyl"), Some(7), true),
        (listing("Pink Floyd Animals LP 2022"), Some(6), true),
        // The album's year is on every pressing of it.
        (listing("Pink Floyd Animals LP 1977"), None, false),
        (listing("Pink Floyd Animals LP"), None, false),
        (listing("Pink Floyd Animals LP France 1977"), None, false),
        (listing("Pink Floyd Animals LP 1997"), None, false),
        (listing("Pink Floyd Animals LP red vinyl"), None, false),
        (Listing { catno: Some("ABCD 999"), ..listing("Pink Floyd Animals LP 2016") }, None, false),
        (Listing { country: Some(Country::GB), year: Some(1983), ..listing("Pink Floyd Animals LP") }, Some(4), true),
        // What is no record of the album has no pressing, whatever its number.
        (Listing { barcode: Some("0190295996932"), ..listing("Pink Floyd Animals CD") }, None, false),
    ] {
        let found = offer_match(&listing, &wanted);
        assert_eq!(found.release, release, "{}: {found:?}", listing.title);
        assert_eq!(found.sure_release().is_some(), is_sure, "{}: {found:?}", listing.title);
    }
}

#[test]
fn aspects_speak_where_the_title_does_not() {
    let pressings = pressings();
    let wanted = Wanted { pressings: &pressings, ..ANIMALS };
    let listing = |title| Listing { title, ..Listing::default() };
    let named = |title| Listing { artist: Some("Pink Floyd"), album: Some("Animals"), ..listing(title) };
    for (listing, is_sure) in [
        (named("Classic prog LP from 1977, great condition"), true),
        (Listing { barcode: Some("0190295996932"), ..listing("P. Floyd - Animls vinyl lp") }, false),
        (Listing { barcode: Some("0190295996932"), ..listing("Pink Floyd vinyl album 2016") }, true),
        (Listing { format: Some("CD, Album"), ..named("Pink Floyd Animals") }, false),
        (Listing { format: Some("Record, LP"), ..named("Pink Floyd Animals") }, true),
        (Listing { artist: Some("Les Claypool"), ..listing("Pink Floyd Animals LP") }, true),
        (Listing { artist: Some("Les Claypool"), ..listing("Floyd Animals LP") }, false),
        (Listing { artist: Some("Pink Floyd"), album: Some("The Wall"), ..listing("Pink Floyd vinyl LP 1979") }, false),
        (Listing { format: Some("7\", Single"), ..named("Pink Floyd Animals") }, false),
    ] {
        let found = offer_match(&listing, &wanted);
        assert_eq!(found.is_sure(), is_sure, "{}: {found:?}", listing.title);
    }
    let alone = [pressing("SHVL 815", "", 1977, "UK", "LP, Album")];
    let found = offer_match(&listing("Pink Floyd Animals LP"), &Wanted { pressings: &alone, ..ANIMALS });
    assert_eq!((found.sure_release(), found.evidence), (Some(0), vec![Evidence::OnlyOne]));
}
