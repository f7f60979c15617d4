//! Grades as the world writes them.

use proptest::prelude::*;

use super::*;

#[test]
fn each_way_of_writing_is_one_grade() {
    for (grade, texts) in [
        (Grade::Mint, &["Mint (M)", "M", "Sealed", "Brand New", "neu", "Neuf", "Precintado", " m "][..]),
        (
            Grade::NearMint,
            &[
                "Near Mint (NM or M-)",
                "NM or M-",
                "NM ",
                "\u{200e}NM\u{a0}",
                "M-",
                "near mint",
                "N.M.",
                "Like New",
                "Neuwertig",
                "Comme neuf",
                "NM/M-",
            ],
        ),
        (
            Grade::VeryGoodPlus,
            &[
                "Very Good Plus (VG+)",
                "VG+",
                "vg +",
                "VG++",
                "Excellent (EX)",
                "EX",
                "Ex-",
                "Excelente",
                "NM-",
                "Sehr gut +",
            ],
        ),
        (Grade::VeryGood, &["Very Good (VG)", "VG", "Sehr gut", "Très bon état", "Muy bueno", "Ottime condizioni"]),
        (Grade::GoodPlus, &["Good Plus (G+)", "G+", "VG-"]),
        (Grade::Good, &["Good (G)", "G", "Gut", "Bon état", "Buone condizioni"]),
        (Grade::Fair, &["Fair (F)", "Acceptable", "Akzeptabel", "État correct", "G-"]),
        (Grade::Poor, &["Poor (P)", "P", "Malo"]),
    ] {
        for text in texts {
            assert_eq!(Grade::read(text), Some(grade), "{text}");
        }
        assert_eq!(Grade::read(grade.discogs()), Some(grade));
        assert_eq!(Grade::read(grade.code()), Some(grade));
        assert_eq!(Grade::from_rank(grade.rank()), Some(grade));
    }
}

#[test]
fn what_is_no_grade_is_none() {
    for text in
        ["", " ", "Generic", "No Cover", "Not Graded", "Used", "Gebraucht", "VG+/VG", "(", "()", ")(", "3000", "👍"]
    {
        assert_eq!(Grade::read(text), None, "{text}");
    }
    assert_eq!(Grade::from_rank(0), None);
    assert_eq!(Grade::from_rank(9), None);
    assert!(Grade::Mint > Grade::NearMint && Grade::Fair > Grade::Poor);
}

#[test]
fn ebay_tells_by_title_before_number() {
    let condition = |media, sleeve| Condition { media, sleeve };
    for (id, title, expected) in [
        (Some(1000), "Radiohead - OK Computer 2xLP NEW", condition(Some(Grade::Mint), None)),
        (
            Some(1000),
            "Radiohead - OK Computer 2xLP VG+/EX",
            condition(Some(Grade::VeryGoodPlus), Some(Grade::VeryGoodPlus)),
        ),
        (Some(3000), "PINK FLOYD Animals LP 1977 NM/VG", condition(Some(Grade::NearMint), Some(Grade::VeryGood))),
        (Some(3000), "PINK FLOYD Animals LP 1977", condition(None, None)),
        (Some(3000), "M People - Bizarre Fruit LP (G)", condition(None, None)),
        (Some(2750), "Muse Absolution", condition(Some(Grade::NearMint), None)),
        (Some(3000), "The Cure - Faith LP [EX+] UK 1981", condition(Some(Grade::VeryGoodPlus), None)),
        (None, "Can - Ege Bamyasi - Sealed!", condition(Some(Grade::Mint), None)),
        (Some(3000), "Phoebe Bridgers - Punisher LP Mint Green Vinyl", condition(None, None)),
        (Some(3000), "Phoebe Bridgers - Punisher LP Mint", condition(Some(Grade::Mint), None)),
        (Some(7000), "For parts", condition(None, None)),
    ] {
        assert_eq!(Condition::of_ebay(id, title), expected, "{title}");
    }
}

#[test]
fn the_record_decides_unless_the_sleeve_is_far_below() {
    for (media, sleeve, counts) in [
        (Some(Grade::VeryGoodPlus), None, true),
        (Some(Grade::VeryGoodPlus), Some(Grade::GoodPlus), true),
        (Some(Grade::VeryGoodPlus), Some(Grade::Good), false),
        (Some(Grade::Mint), Some(Grade::VeryGood), true),
        (Some(Grade::Mint), Some(Grade::Poor), false),
        (Some(Grade::VeryGood), Some(Grade::Mint), false),
        (None, Some(Grade::Mint), false),
    ] {
        assert_eq!(Condition { media, sleeve }.at_least_vg_plus(), counts, "{media:?} {sleeve:?}");
    }
}

#[test]
fn no_word_has_two_grades() {
    let all: Vec<&str> = words::WORDS.iter().flat_map(|(_, words)| words.split('|')).collect();
    let mut once = all.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(all.len(), once.len());
    assert!(all.iter().all(|word| words::plain(word) == *word));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_panics_and_better_never_harms(text in any::<String>(), media in 1_i16..=8, sleeve in 1_i16..=8) {
        let read = Grade::read(&text);
        prop_assert_eq!(read, Grade::read(&format!("  {text} ")));
        prop_assert!(Condition::in_title(&text).sleeve.is_none() || text.contains('/'));
        let condition = |media, sleeve| Condition { media: Grade::from_rank(media), sleeve: Grade::from_rank(sleeve) };
        if condition(media, sleeve).at_least_vg_plus() {
            prop_assert!(media == 8 || condition(media + 1, sleeve).at_least_vg_plus());
            prop_assert!(sleeve == 8 || condition(media, sleeve + 1).at_least_vg_plus());
        }
    }
}
