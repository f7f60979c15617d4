//! What Discogs' format text says about a pressing, and which pressing of an album to suggest.

use super::ids::ReleaseId;
use super::money::{Currency, Money};

/// Facts from a format text such as `2xLP, Album, RE, RM, 180`. Discogs abbreviates in lists of versions and spells out in releases; both
/// are read. Words that are none of these (colours, weights, free text) are passed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Format {
    /// Records in it, at least 1.
    pub records: u32,
    /// A long-playing record, or an album on records of another size.
    pub album: bool,
    /// Issued again, with or without changes.
    pub reissue: bool,
    /// Pressed again without changes.
    pub repress: bool,
    /// From a new master.
    pub remastered: bool,
    /// A bootleg.
    pub unofficial: bool,
    /// Not made for sale: promotional copies, test pressings.
    pub promotional: bool,
    /// A limited or numbered edition.
    pub limited: bool,
    /// With a picture in the vinyl; most sound worse.
    pub picture_disc: bool,
    /// Several records or media in a box.
    pub boxed: bool,
    /// Mixed for one channel.
    pub mono: bool,
}

impl Format {
    /// Reads Discogs' format text. Never fails: an empty or unknown text is one record of which nothing is known.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut format = Self {
            records: 0,
            ..Self::default()
        };
        let (mut long, mut short) = (false, false);
        for word in text.split([',', '+']).map(str::trim) {
            let (count, word) = counted(word);
            format.note(word);
            match word {
                "LP" | "Album" => long = true,
                "EP" | "Single" | "Maxi" | "Maxi-Single" | "7\"" | "Flexi" | "Smplr" | "Sampler" | "Shellac" => {
                    short = true
                }
                _ => {}
            }
            if matches!(word, "LP" | "12\"" | "10\"" | "7\"" | "Vinyl") {
                format.records = format.records.saturating_add(count);
            }
        }
        format.album = long && !short;
        format.records = format.records.max(1);
        format
    }

    fn note(&mut self, word: &str) {
        match word {
            "RE" | "Reissue" => self.reissue = true,
            "RP" | "Repress" => self.repress = true,
            "RM" | "Remastered" => self.remastered = true,
            "Unofficial" | "Unofficial Release" => self.unofficial = true,
            "Promo" | "TP" | "Test Pressing" | "W/Lbl" | "White Label" => self.promotional = true,
            "Ltd" | "Limited Edition" | "Num" | "Numbered" => self.limited = true,
            "Pic" | "Picture Disc" => self.picture_disc = true,
            "Box" | "Box Set" => self.boxed = true,
            "Mono" => self.mono = true,
            _ => {}
        }
    }
}

/// `2xLP` → 2 and `LP`. A count that nobody could own is read as one.
fn counted(word: &str) -> (u32, &str) {
    let counted = word
        .split_once('x')
        .and_then(|(count, word)| Some((count.parse().ok()?, word)));
    counted
        .filter(|(count, _)| (1..=500).contains(count))
        .unwrap_or((1, word))
}

/// A pressing that may be suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PressingChoice {
    /// The pressing.
    pub release_id: ReleaseId,
    /// Community members who own it.
    pub have: Option<i32>,
    /// Its lowest price, when it is offered.
    pub price: Option<Money>,
    /// Year of this pressing.
    pub year: Option<i16>,
    /// Not a bootleg.
    pub official: bool,
    /// From its format text.
    pub format: Format,
}

impl PressingChoice {
    /// A price of nothing is a listing error.
    fn price_in(&self, currency: Currency) -> Option<i64> {
        self.price
            .filter(|price| price.currency == currency && price.minor > 0)
            .map(|price| price.minor)
    }
}

/// The pressing to suggest to a listener who pays in `currency`, as a buyer would choose:
/// 1. never a bootleg;
/// 2. the album on LP before singles, samplers and promotional copies of it;
/// 3. one that can be bought for money of that currency before one that cannot, the cheapest first;
/// 4. then the one that most people own, because it is the easiest to find;
/// 5. then the newest, then the lowest id, so that the answer never depends on the order of `choices`.
#[must_use]
pub fn suggest(choices: &[PressingChoice], currency: Currency) -> Option<ReleaseId> {
    let official = choices
        .iter()
        .filter(|choice| choice.official && !choice.format.unofficial);
    let preference = |choice: &&PressingChoice| {
        let proper = choice.format.album && !choice.format.promotional;
        let price = choice.price_in(currency);
        let (have, year) = (choice.have.unwrap_or(0), choice.year.unwrap_or(0));
        (
            !proper,
            price.is_none(),
            price,
            -i64::from(have),
            -i32::from(year),
            choice.release_id,
        )
    };
    official.min_by_key(preference).map(|choice| choice.release_id)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_the_formats_of_discogs() {
        let lp = Format {
            records: 1,
            album: true,
            ..Format::default()
        };
        for (text, expected) in [
            ("LP, Album", lp),
            ("LP, Album, RE, 180", Format { reissue: true, ..lp }),
            (
                "2xLP, Album, Ltd, RE, S/Edition, Pin",
                Format {
                    records: 2,
                    reissue: true,
                    limited: true,
                    ..lp
                },
            ),
            ("LP, Album, Repress, Stereo", Format { repress: true, ..lp }),
            (
                "LP, Album, Ltd, Pic",
                Format {
                    limited: true,
                    picture_disc: true,
                    ..lp
                },
            ),
            (
                "Album, Limited Edition, Reissue",
                Format {
                    reissue: true,
                    limited: true,
                    ..lp
                },
            ),
            (
                "LP, Ltd, Unofficial, Blu",
                Format {
                    unofficial: true,
                    limited: true,
                    ..lp
                },
            ),
            (
                "LP, Album, Mono, Promo",
                Format {
                    mono: true,
                    promotional: true,
                    ..lp
                },
            ),
            (
                "LP, Album, RM + 7\", Single",
                Format {
                    records: 2,
                    remastered: true,
                    album: false,
                    ..lp
                },
            ),
            ("2x12\", Album", Format { records: 2, ..lp }),
            (
                "Box, Ltd + 4xLP, Album, RE",
                Format {
                    records: 4,
                    boxed: true,
                    limited: true,
                    reissue: true,
                    ..lp
                },
            ),
            ("12\"", Format { album: false, ..lp }),
            ("7\", Single", Format { album: false, ..lp }),
            ("LP, EP", Format { album: false, ..lp }),
            ("", Format { album: false, ..lp }),
            ("99999999999xLP", Format { album: false, ..lp }),
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
            (
                vec![PressingChoice {
                    official: false,
                    ..choice(1)
                }],
                None,
            ),
            (
                vec![PressingChoice {
                    format: Format::read("LP, Unofficial"),
                    ..choice(1)
                }],
                None,
            ),
            (
                vec![
                    PressingChoice {
                        price: euros(3000),
                        ..choice(1)
                    },
                    PressingChoice {
                        price: euros(2500),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (
                vec![
                    PressingChoice {
                        have: Some(9000),
                        ..choice(1)
                    },
                    PressingChoice {
                        price: euros(2500),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (
                vec![
                    PressingChoice {
                        price: euros(0),
                        ..choice(1)
                    },
                    PressingChoice {
                        price: euros(2500),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (
                vec![
                    PressingChoice {
                        have: Some(10),
                        ..choice(1)
                    },
                    PressingChoice {
                        have: Some(20),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (
                vec![
                    PressingChoice {
                        price: euros(100),
                        format: single,
                        ..choice(1)
                    },
                    choice(2),
                ],
                Some(2),
            ),
            (
                vec![PressingChoice {
                    price: euros(100),
                    format: single,
                    ..choice(1)
                }],
                Some(1),
            ),
            (
                vec![
                    PressingChoice {
                        price: Some(Money::new(1, Currency::JPY)),
                        ..choice(1)
                    },
                    PressingChoice {
                        price: euros(9900),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (
                vec![
                    PressingChoice {
                        year: Some(1973),
                        ..choice(1)
                    },
                    PressingChoice {
                        year: Some(2016),
                        ..choice(2)
                    },
                ],
                Some(2),
            ),
            (vec![choice(2), choice(1)], Some(1)),
        ] {
            assert_eq!(
                suggest(&choices, Currency::EUR),
                expected.map(ReleaseId::from),
                "{choices:?}"
            );
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
}
