//! Formats as Discogs writes them and choices as a buyer makes them.

use proptest::prelude::*;

use super::*;
use crate::domain::ids::ReleaseId;
use crate::domain::money::{Currency, Money};

fn lp() -> Format {
    Format { records: 1, size_inches: Some(12), kind: Some(Kind::Album), ..Format::default() }
}

fn with(format: Format, traits: &[Trait]) -> Format {
    Format { traits: traits.iter().copied().collect(), ..format }
}

fn coloured(format: Format, colour: &str) -> Format {
    Format { colour: Some(colour.to_owned()), ..format }
}

#[test]
fn reads_the_formats_of_lists_and_exports() {
    use Trait::*;
    let heavy = |format: Format| Format { weight_grams: Some(180), ..format };
    let two = || Format { records: 2, ..lp() };
    let single = Format { size_inches: Some(7), kind: Some(Kind::Single), ..lp() };
    let other = || Format { kind: None, ..lp() };
    for (text, expected) in [
        ("LP, Album", lp()),
        ("LP", lp()),
        ("Vinyl, LP, Album", lp()),
        ("LP, Album, RE, 180", heavy(with(lp(), &[Reissue]))),
        ("2xLP, Album, Ltd, RE, S/Edition, Pin", coloured(with(two(), &[Reissue, Limited, Special]), "pink")),
        ("LP, Album, Repress, Stereo", with(lp(), &[Repress, Stereo])),
        ("LP, Album, Ltd, Pic", with(lp(), &[Limited, PictureDisc])),
        ("Album, Limited Edition, Reissue", Format { size_inches: None, ..with(lp(), &[Limited, Reissue]) }),
        ("LP, Ltd, Unofficial, Blu", coloured(with(lp(), &[Limited, Unofficial]), "blue")),
        ("LP, Album, Mono, Promo", with(lp(), &[Mono, Promotional])),
        ("LP, Album, RM + 7\", Single", with(two(), &[Remastered])),
        ("2x12\", Album", two()),
        ("Box, Ltd + 4xLP, Album, RE", Format { records: 4, ..with(lp(), &[Boxed, Limited, Reissue]) }),
        ("12\"", other()),
        ("12\", 33 ⅓ RPM", Format { speed_rpm: Some(33), ..other() }),
        ("7\", 45 RPM, Single", Format { speed_rpm: Some(45), ..single.clone() }),
        ("7\", Single", single.clone()),
        ("12\", Maxi", Format { kind: Some(Kind::Single), ..lp() }),
        ("LP, EP", Format { kind: Some(Kind::Ep), ..lp() }),
        (
            "10\", MiniAlbum, RSD",
            Format { size_inches: Some(10), kind: None, ..with(lp(), &[MiniAlbum, RecordStoreDay]) },
        ),
        ("LP, Ora + LP, Whi + Album, Ltd, TP", coloured(with(two(), &[Limited, TestPressing]), "orange white")),
        ("LP, Album, Pic + CD, Album, RM", with(lp(), &[PictureDisc])),
        ("LP + LP, S/Sided, Etch + Album, Ltd", with(two(), &[SingleSided, Etched, Limited])),
        ("LP, Album, Gre", lp()),
        ("", Format { size_inches: None, kind: None, ..lp() }),
        ("99999999999xLP", lp()),
        ("10000xLP, Album", lp()),
    ] {
        assert_eq!(Format::read(text), expected, "{text}");
    }
}

#[test]
fn reads_the_free_text_of_releases() {
    use Trait::*;
    for (text, colour, grams, traits) in [
        ("180 Gram", None, Some(180), vec![]),
        ("180g", None, Some(180), vec![]),
        ("200gm, Gatefold", None, Some(200), vec![Gatefold]),
        ("180gr, Gatefold sleeve", None, Some(180), vec![Gatefold]),
        ("180 Gram Limited Gatefold Edition", None, Some(180), vec![Limited, Gatefold]),
        ("2 x 140g, White", Some("white"), Some(140), vec![]),
        ("180 Gram, Embossed", None, Some(180), vec![]),
        ("500 copies", None, None, vec![]),
        ("Red Translucent", Some("red translucent"), None, vec![]),
        ("Transparent Blue", Some("blue translucent"), None, vec![]),
        ("Clear w/ splatter", Some("clear splatter"), None, vec![]),
        ("Black w/ White Splatter", Some("black white splatter"), None, vec![]),
        ("Blue/Green Marbled", Some("blue green marble"), None, vec![]),
        ("Forest Green", Some("green"), None, vec![]),
        ("Yellow Vinyl", Some("yellow"), None, vec![]),
        ("Limited edition on red vinyl in a black sleeve", Some("red"), None, vec![Limited]),
        ("Coloured", Some("coloured"), None, vec![]),
        ("Orange Sleeve", None, None, vec![]),
        ("Plum coloured labels", None, None, vec![]),
        ("B&W Label", None, None, vec![]),
        ("White Label", None, None, vec![WhiteLabel]),
        ("Black Cover, White", Some("white"), None, vec![]),
        ("50th Anniversary, Half Speed Master", None, None, vec![Anniversary, HalfSpeed]),
        ("Half Speed Mastered", None, None, vec![HalfSpeed]),
        ("GATEFOLD", None, None, vec![Gatefold]),
        ("Non-Gatefold", None, None, vec![]),
        ("Not numbered", None, None, vec![]),
        ("Anti-LP, Lim.", None, None, vec![Limited]),
        ("Obi, Numbered to 300", None, None, vec![Numbered, Obi]),
        ("Jacksonville Pressing", None, None, vec![]),
        ("Handpainted & collaged", None, None, vec![]),
        ("A", None, None, vec![]),
        ("", None, None, vec![]),
    ] {
        let medium =
            Medium { name: "Vinyl".to_owned(), quantity: Some(1), descriptions: vec![], text: Some(text.to_owned()) };
        let expected = Format {
            records: 1,
            colour: colour.map(str::to_owned),
            weight_grams: grams,
            traits: traits.into_iter().collect(),
            ..Format::default()
        };
        assert_eq!(Format::of(&[medium]), expected, "{text}");
    }
}

#[test]
fn a_release_of_several_media_is_what_its_records_are() {
    let medium = |name: &str, quantity, descriptions: &[&str], text: Option<&str>| Medium {
        name: name.to_owned(),
        quantity,
        descriptions: descriptions.iter().map(|&word| word.to_owned()).collect(),
        text: text.map(str::to_owned),
    };
    let media = [
        medium("Vinyl", Some(2), &["LP", "Album", "45 RPM"], Some("180 Gram")),
        medium("CD", Some(1), &["Album", "Remastered"], Some("Red")),
        medium("All Media", Some(1), &["Limited Edition", "Numbered"], Some("Gatefold")),
    ];
    let expected = Format { records: 2, speed_rpm: Some(45), weight_grams: Some(180), ..lp() };
    assert_eq!(Format::of(&media), with(expected, &[Trait::Limited, Trait::Numbered, Trait::Gatefold]));
    assert_eq!(list_text(&media), "LP, Album, 45 RPM");
    let nobody_owns = [medium("Vinyl", Some(i32::MAX), &["LP"], None), medium("Vinyl", None, &["7\""], None)];
    assert_eq!(Format::of(&nobody_owns).records, 2);
    assert_eq!(Format::of(&[]).records, 1);
    assert_eq!(list_text(&[]), "");
}

#[test]
fn names_of_traits_are_one_word_each_and_lead_to_one_trait() {
    let mut names: Vec<&str> = Trait::ALL.iter().map(|one| one.name()).collect();
    assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Trait::ALL.len());
    let mut words: Vec<String> =
        Trait::ALL.iter().flat_map(|one| one.words()).map(|word| word.to_lowercase()).collect();
    let count = words.len();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), count, "a word of two traits");
    let set: Traits = [Trait::Gatefold, Trait::Reissue].into_iter().collect();
    assert_eq!(set.names(), "reissue,gatefold");
    assert_eq!(Traits::default().names(), "");
}

#[test]
fn the_first_year_on_vinyl_is_not_before_the_album() {
    for (album, years, expected) in [
        (Some(1973), vec![1973, 1973, 1975], Some(1973)),
        // A copyright date taken for a release date.
        (Some(1973), vec![1971, 1973], Some(1973)),
        // On CD first.
        (Some(1994), vec![2010, 2012], Some(2010)),
        (Some(1994), vec![1990, 1992], Some(1990)),
        (None, vec![1992, 1990], Some(1990)),
        (Some(1994), vec![], None),
    ] {
        assert_eq!(first_year(album, years.clone()), expected, "{album:?} {years:?}");
    }
}

fn choice(id: i64) -> PressingChoice {
    PressingChoice {
        release_id: id.into(),
        have: None,
        price: None,
        year: None,
        official: true,
        format: Format::read("LP, Album"),
    }
}

fn euros(minor: i64) -> Option<Money> {
    Some(Money::new(minor, Currency::EUR))
}

#[test]
fn chooses_as_a_buyer_would() {
    let single = Format::read("7\", Single");
    for (choices, expected) in [
        (vec![], None),
        (vec![PressingChoice { official: false, ..choice(1) }], None),
        (vec![PressingChoice { format: Format::read("LP, Unofficial"), ..choice(1) }], None),
        (
            vec![
                PressingChoice { price: euros(3000), ..choice(1) },
                PressingChoice { price: euros(2500), ..choice(2) },
            ],
            Some(2),
        ),
        (
            vec![PressingChoice { have: Some(9000), ..choice(1) }, PressingChoice { price: euros(2500), ..choice(2) }],
            Some(2),
        ),
        (
            vec![PressingChoice { price: euros(0), ..choice(1) }, PressingChoice { price: euros(2500), ..choice(2) }],
            Some(2),
        ),
        (vec![PressingChoice { have: Some(10), ..choice(1) }, PressingChoice { have: Some(20), ..choice(2) }], Some(2)),
        (vec![PressingChoice { price: euros(100), format: single.clone(), ..choice(1) }, choice(2)], Some(2)),
        (vec![PressingChoice { price: euros(100), format: single, ..choice(1) }], Some(1)),
        (
            vec![
                PressingChoice { price: Some(Money::new(1, Currency::JPY)), ..choice(1) },
                PressingChoice { price: euros(9900), ..choice(2) },
            ],
            Some(2),
        ),
        (
            vec![PressingChoice { year: Some(1973), ..choice(1) }, PressingChoice { year: Some(2016), ..choice(2) }],
            Some(2),
        ),
        (vec![choice(2), choice(1)], Some(1)),
    ] {
        assert_eq!(suggest(&choices, Currency::EUR), expected.map(ReleaseId::from), "{choices:?}");
    }
}

prop_compose! {
    fn any_choice()(id in 0_i64..1000, have in any::<Option<i32>>(), minor in any::<Option<i64>>(), euros in any::<bool>(),
        year in any::<Option<i16>>(), official in any::<bool>(), format in prop::sample::select(vec!["LP, Album", "7\"", "LP, Promo"])) -> PressingChoice {
        let price = minor.map(|minor| Money::new(minor, if euros { Currency::EUR } else { Currency::USD }));
        PressingChoice { release_id: id.into(), have, price, year, official, format: Format::read(format) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_depends_on_the_order(choices in prop::collection::vec(any_choice(), 0..20)) {
        let mut choices = choices;
        choices.sort_by_key(|choice| choice.release_id);
        choices.dedup_by_key(|choice| choice.release_id);
        let suggested = suggest(&choices, Currency::EUR);
        choices.reverse();
        prop_assert_eq!(suggested, suggest(&choices, Currency::EUR));
        prop_assert_eq!(suggested.is_some(), choices.iter().any(|choice| choice.official));
        let chosen = choices.iter().find(|choice| Some(choice.release_id) == suggested);
        let cheaper = |other: &PressingChoice| other.official && other.format == Format::read("LP, Album")
            && other.price_in(Currency::EUR).is_some_and(|price| chosen.and_then(|c| c.price_in(Currency::EUR)).is_none_or(|paid| price < paid));
        prop_assert!(!choices.iter().any(cheaper));
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        prop_assert!(Format::read(&text).records >= 1);
        let medium = Medium { name: "Vinyl".to_owned(), quantity: None, descriptions: vec![text.clone()], text: Some(text) };
        let format = Format::of(&[medium]);
        prop_assert!(format.records >= 1 && format.weight_grams.is_none_or(|grams| grams > 0));
    }

    #[test]
    fn what_a_list_says_of_one_record_a_release_says_too(words in prop::collection::vec(prop::sample::select(
        vec!["LP", "Album", "7\"", "EP", "Reissue", "RE", "Stereo", "45 RPM", "180", "Red", "Gatefold", "Cle", "Ltd"]), 0..8)) {
        let medium = Medium {
            name: "Vinyl".to_owned(),
            quantity: Some(1),
            descriptions: words.iter().map(|&word| word.to_owned()).collect(),
            text: None,
        };
        prop_assert_eq!(Format::of(&[medium]), Format::read(&words.join(", ")));
    }
}
