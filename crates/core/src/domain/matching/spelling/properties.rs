//! What holds of names that are made up: a slip of the pen does not make another artist of a long name, another number does.

use proptest::prelude::*;

use super::names_match;

/// Two words of letters, or one that is longer.
fn long_name() -> impl Strategy<Value = String> {
    let word = "[BDFGKLMNPRSTV][aeiou][bdfgklmnprtv][aeiou][dgklmnrt][aeou][dgklmnrt]{0,2}";
    prop_oneof![
        (word, word).prop_map(|(a, b)| format!("{a} {b}")),
        (word, "[aeiou][dgklmnrt]{1,2}").prop_map(|(a, b)| a + &b)
    ]
}

/// A slip of the pen inside a word.
#[derive(Clone, Copy, Debug)]
enum Slip {
    LeftOut,
    Doubled,
    Swapped,
    OtherVowel(char),
    Split,
}

fn slip() -> impl Strategy<Value = Slip> {
    let vowel = prop::sample::select(vec!['a', 'e', 'i', 'o', 'u']).prop_map(Slip::OtherVowel);
    prop_oneof![Just(Slip::LeftOut), Just(Slip::Doubled), Just(Slip::Swapped), vowel, Just(Slip::Split)]
}

/// The name with the slip at the first letter from `at` on that is inside a word and fits.
fn slipped(name: &str, slip: Slip, at: usize) -> Option<String> {
    let mut letters: Vec<char> = name.chars().collect();
    let inside = |i: usize| i > 1 && i + 2 < letters.len() && letters[i - 2..=i + 2].iter().all(|c| *c != ' ');
    let fits = |i: usize| match slip {
        Slip::OtherVowel(vowel) => "aeiou".contains(letters[i]) && letters[i] != vowel,
        Slip::Swapped => letters[i] != letters[i + 1],
        _ => true,
    };
    let at = (at..letters.len()).chain(0..at).find(|i| inside(*i) && fits(*i))?;
    match slip {
        Slip::LeftOut => drop(letters.remove(at)),
        Slip::Doubled => letters.insert(at, letters[at]),
        Slip::Swapped => letters.swap(at, at + 1),
        Slip::OtherVowel(vowel) => letters[at] = vowel,
        Slip::Split => letters.insert(at, ' '),
    }
    Some(letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_slip_in_a_long_name_is_the_same_name(name in long_name(), slip in slip(), at in 0_usize..20) {
        if let Some(written) = slipped(&name, slip, at % name.len()) {
            let found = names_match(&name, &written);
            prop_assert!(found.is_sure(), "{} / {}: {:?}", name, written, found);
            prop_assert!(found.score < 1.0, "{} / {}", name, written);
        }
    }

    #[test]
    fn another_number_is_another_name(
        name in long_name(), numbers in (1_u16..2_100, 1_u16..2_100), form in prop::sample::select(vec!["{} ", "{}-", "{} Volume ", "{} Vol. ", "{} No. "])
    ) {
        prop_assume!(numbers.0 != numbers.1);
        let numbered = |number: u16| format!("{}{number}", form.replace("{}", &name));
        let (a, b) = (numbered(numbers.0), numbered(numbers.1));
        let found = names_match(&a, &b);
        prop_assert!(!found.is_sure(), "{} / {}: {:?}", a, b, found);
        let found = names_match(&a, &name);
        prop_assert!(!found.is_sure(), "{} / {}: {:?}", a, name, found);
    }

    #[test]
    fn order_articles_and_accents_do_not_matter(given in "[BDGKLMNPRT][aeiou][dgklmnrt]{1,2}[aeo]", surname in "[BDGKLMNPRT][aeou][gklmnr][aeou][dgklmnrt]{2}") {
        let name = format!("{given} {surname}");
        for written in [
            format!("{surname}, {given}"),
            format!("The {name}"),
            format!("{name}, The"),
            name.replace('a', "á").replace('e', "ë").replace('o', "ø"),
            name.to_uppercase(),
            name.replace(' ', ""),
            format!("07 - {name}"),
            format!("{name} feat. Somebody"),
        ] {
            let found = names_match(&name, &written);
            prop_assert!(found.is_sure(), "{} / {}: {:?}", name, written, found);
        }
    }

    #[test]
    fn a_lost_letter_is_found_again(name in long_name(), at in 2_usize..6, lost in prop::sample::select(vec!["?", "\u{fffd}", "\u{fffd}\u{fffd}"])) {
        let written = format!("{}{lost}{}", &name[..at - 1], &name[at..]);
        if !name[at - 2..=at].contains(' ') {
            let found = names_match(&name, &written);
            prop_assert!(found.is_sure(), "{} / {}: {:?}", name, written, found);
        }
    }
}
