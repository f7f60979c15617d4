//! Formats as Discogs writes them and choices as a buyer makes them.

use proptest::prelude::*;

use super::*;

#[test]
fn reads_the_formats_of_discogs() {
    let lp = Format { records: 1, album: true, ..Format::default() };
    for (text, expected) in [
        ("LP, Album", lp),
        ("LP, Album, RE, 180", Format { reissue: true, ..lp }),
        ("2xLP, Album, Ltd, RE, S/Edition, Pin", Format { records: 2, reissue: true, limited: true, ..lp }),
        ("LP, Album, Repress, Stereo", Format { repress: true, ..lp }),
        ("LP, Album, Ltd, Pic", Format { limited: true, picture_disc: true, ..lp }),
        ("Album, Limited Edition, Reissue", Format { reissue: true, limited: true, ..lp }),
        ("LP, Ltd, Unofficial, Blu", Format { unofficial: true, limited: true, ..lp }),
        ("LP, Album, Mono, Promo", Format { mono: true, promotional: true, ..lp }),
        ("LP, Album, RM + 7\", Single", Format { records: 2, remastered: true, ..lp }),
        ("2x12\", Album", Format { records: 2, ..lp }),
        ("Box, Ltd + 4xLP, Album, RE", Format { records: 4, boxed: true, limited: true, reissue: true, ..lp }),
        ("12\"", Format { album: false, ..lp }),
        ("7\", Single", Format { album: false, ..lp }),
        ("LP, EP", Format { album: false, ..lp }),
        ("", Format { album: false, ..lp }),
        ("99999999999xLP", Format { ..lp }),
        ("10000xLP, Album", Format { ..lp }),
    ] {
        assert_eq!(Format::read(text), expected, "{text}");
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
        (vec![PressingChoice { price: euros(100), format: single, ..choice(1) }, choice(2)], Some(2)),
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
    }
}
