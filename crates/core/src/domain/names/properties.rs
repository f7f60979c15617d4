//! What holds of every key, tried on names built of the parts that the rules look at.

use proptest::prelude::*;

use super::*;

/// Names built of the parts that the rules look at, so that rules meet each other.
fn tricky() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "The",
        "the",
        "Los",
        "La",
        "A",
        "An",
        "y",
        "n",
        "'n'",
        "N'",
        "&",
        "and",
        "et",
        "+",
        "-",
        " - ",
        ", The",
        ", A",
        ":",
        "feat.",
        "ft. ",
        "(feat. X)",
        "(2)",
        "*",
        "(Deluxe Edition)",
        "Deluxe",
        "Edition",
        "Remaster",
        "2011",
        "30th",
        "Anniversary",
        "[Remastered]",
        "(Live)",
        "L.A.",
        "R.E.M.",
        "E",
        "T",
        "x",
        "Rock",
        "Roses",
        "Ёлка",
        "й",
        "ガ",
        "é",
        "´",
        "ß",
        "İ",
        "$",
        "!",
        "p!nk",
        "/",
        "½",
        "ﬁ",
        "㈱",
        "😀",
        "\u{200d}",
        "\u{301}",
        "f",
        "l",
        "s",
        "d",
        "r e m a s t e r",
        "f e a t",
        "…",
        "1",
        "ª",
        "ⓐ",
        "ſ",
        "'",
        ".",
    ]);
    let gap = prop::sample::select(vec!["", " ", " ", "  "]);
    prop::collection::vec((part, gap), 0..8)
        .prop_map(|parts| parts.into_iter().map(|(part, gap)| format!("{part}{gap}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_key_of_a_key_is_itself(name in prop_oneof![tricky(), any::<String>()]) {
        let key = artist_key(&name);
        prop_assert_eq!(artist_key(&key), key.clone(), "artist {:?}", name);
        let key = album_key(&name);
        prop_assert_eq!(album_key(&key), key.clone(), "album {:?}", name);
        let shown = display_name(&name);
        prop_assert_eq!(display_name(shown), shown);
    }

    #[test]
    fn case_never_matters(name in "[a-zA-ZéÉøØłŁñÑ &'.-]{1,24}") {
        prop_assert_eq!(artist_key(&name.to_uppercase()), artist_key(&name.to_lowercase()));
        prop_assert_eq!(album_key(&name.to_uppercase()), album_key(&name.to_lowercase()));
    }

    #[test]
    fn a_key_fits_a_text_column(name in any::<String>()) {
        let key = artist_key(&name);
        prop_assert!(!key.contains('\0') && key.trim() == key && !key.contains("  "));
        prop_assert!(!name.chars().any(char::is_alphanumeric) || !key.is_empty());
    }
}
