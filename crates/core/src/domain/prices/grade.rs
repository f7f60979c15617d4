//! Grades of condition by the Goldmine standard, which Discogs uses, and how other places and languages write them.

mod words;

use serde::{Deserialize, Serialize};

/// The condition of a record or of its sleeve by the Goldmine standard. The best is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Cracked, warped, will not play through.
    Poor = 1,
    /// Plays through with much noise.
    Fair = 2,
    /// Plays through with noise over the music.
    Good = 3,
    /// Between good and very good.
    GoodPlus = 4,
    /// Surface noise in quiet passages.
    VeryGood = 5,
    /// Slight signs of use that one hardly hears.
    VeryGoodPlus = 6,
    /// As it left the shop; also called M-.
    NearMint = 7,
    /// Never played, mostly still sealed.
    Mint = 8,
}

impl Grade {
    /// All, the best first, as Discogs lists them.
    pub const ALL: [Self; 8] = [
        Self::Mint,
        Self::NearMint,
        Self::VeryGoodPlus,
        Self::VeryGood,
        Self::GoodPlus,
        Self::Good,
        Self::Fair,
        Self::Poor,
    ];

    /// 1 (poor) to 8 (mint), for storage.
    #[must_use]
    pub const fn rank(self) -> i16 {
        self as i16
    }

    /// The grade of a [`Grade::rank`].
    #[must_use]
    pub fn from_rank(rank: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.rank() == rank)
    }

    /// The short form, such as `VG+`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mint => "M",
            Self::NearMint => "NM",
            Self::VeryGoodPlus => "VG+",
            Self::VeryGood => "VG",
            Self::GoodPlus => "G+",
            Self::Good => "G",
            Self::Fair => "F",
            Self::Poor => "P",
        }
    }

    /// As Discogs writes it in listings and as the keys of its price suggestions.
    #[must_use]
    pub const fn discogs(self) -> &'static str {
        match self {
            Self::Mint => "Mint (M)",
            Self::NearMint => "Near Mint (NM or M-)",
            Self::VeryGoodPlus => "Very Good Plus (VG+)",
            Self::VeryGood => "Very Good (VG)",
            Self::GoodPlus => "Good Plus (G+)",
            Self::Good => "Good (G)",
            Self::Fair => "Fair (F)",
            Self::Poor => "Poor (P)",
        }
    }

    /// Reads the words of Discogs and eBay, their short forms and those of exports in several languages. A half grade (`VG++`, `VG-`) is read
    /// as the whole grade below it, so that nothing is promised. The British scale has Excellent where Goldmine has VG+, so `EX` is that.
    /// Two grades in one text ("VG+/VG") and what is no grade ("Generic", "Not Graded", "Used") are `None`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = words::plain(text);
        let (outside, inside) = match text.split_once('(') {
            Some((outside, rest)) => (outside, rest.split(')').next()),
            None => (text.as_str(), None),
        };
        // What stands in brackets is the shorter form, and tells "Good Plus (G+)" from "Good" in other hands.
        inside.and_then(alternatives).or_else(|| alternatives(outside))
    }

    /// What eBay's number of a condition says of a record in category 176985 (vinyl records). `None` for 3000, which is "used" and tells no
    /// grade, and for numbers that records do not have. 1000 is "brand new": never opened, which is mint.
    #[must_use]
    pub const fn of_ebay_condition(id: i32) -> Option<Self> {
        Some(match id {
            1000 => Self::Mint,
            2750 => Self::NearMint,
            4000 => Self::VeryGood,
            5000 => Self::Good,
            6000 => Self::Fair,
            _ => return None,
        })
    }
}

/// "NM or M-", "NM/M-": several names of one grade. Several grades are none.
fn alternatives(text: &str) -> Option<Grade> {
    let text = text.trim();
    let mut grades = text.split(['/', '|']).flat_map(|part| part.split(" or ")).map(words::grade);
    let first = grades.next()??;
    grades.all(|grade| grade == Some(first)).then_some(first)
}

/// The grades of a record and of its sleeve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Condition {
    /// Of the record.
    pub media: Option<Grade>,
    /// Of the sleeve.
    pub sleeve: Option<Grade>,
}

impl Condition {
    /// The grades that a listing of eBay has: those that its title tells (`VG+/EX`: record, sleeve), else what its condition's number says.
    /// A title that names a grade is believed before the number, because sellers sort used records under "new"; "sealed" is mint.
    #[must_use]
    pub fn of_ebay(condition_id: Option<i32>, title: &str) -> Self {
        let told = Self::in_title(title);
        match (told.media, condition_id.and_then(Grade::of_ebay_condition)) {
            (None, Some(media)) => Self { media: Some(media), sleeve: told.sleeve },
            _ => told,
        }
    }

    /// The grades in the title of a listing, written in capitals as sellers do: `NM/VG+`, `VG++`, `EX`, `SEALED`. Of several the first
    /// counts. Single letters are grades only in a pair: "M" and "G" are also names.
    #[must_use]
    pub fn in_title(title: &str) -> Self {
        let title = words::visible(title);
        let is_cut = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '|' | '*' | '!');
        let tokens: Vec<&str> = title.split(is_cut).filter(|token| !token.is_empty()).collect();
        let found = tokens.iter().enumerate().find_map(|(i, token)| match token.split_once('/') {
            Some((media, sleeve)) => {
                let (media, sleeve) = (words::title_grade(media)?, words::title_grade(sleeve)?);
                Some(Self { media: Some(media), sleeve: Some(sleeve) })
            }
            None if token.chars().count() > 1 && !words::is_colour(&tokens[i..]) => {
                words::title_grade(token).map(|media| Self { media: Some(media), sleeve: None })
            }
            None => None,
        });
        found.unwrap_or_default()
    }

    /// Whether it counts as "VG+ or better": the record decides. A sleeve that is known to be more than two grades below VG+ (good, fair,
    /// poor) makes it a copy that nobody means by that; a sleeve that is not known does not count against it. The sleeve is measured
    /// against VG+ and not against the record, because a better record must never make a worse copy.
    #[must_use]
    pub fn at_least_vg_plus(self) -> bool {
        self.media.is_some_and(|media| media >= Grade::VeryGoodPlus)
            && self.sleeve.is_none_or(|sleeve| sleeve.rank() + 2 >= Grade::VeryGoodPlus.rank())
    }
}

#[cfg(test)]
mod tests;
