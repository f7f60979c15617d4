//! What Discogs means by its texts.
use std::borrow::Cow;
use std::ops::RangeInclusive;

use vinilogy_core::domain::names::display_name;

use crate::release::Credit;

/// Years in which records were made.
pub(crate) const YEARS: RangeInclusive<i16> = 1860..=2100;

/// The credit as it is printed: the variation of each name, else the name, joined by what stands between. Commas are glued to the left,
/// words have spaces around them, the last one is ignored.
pub(crate) fn credit(artists: &[Credit<'_>]) -> String {
    let mut credit = String::new();
    for (index, artist) in artists.iter().enumerate() {
        credit.push_str(display_name(artist.printed()));
        if index + 1 < artists.len() {
            match artist.join.as_deref() {
                None | Some(",") => credit.push_str(", "),
                Some(word) => credit.extend([" ", word, " "]),
            }
        }
    }
    credit
}

/// The year of `1970-05-00`; Discogs writes what is unknown as zeros.
pub(crate) fn year(released: &str) -> Option<i16> {
    released.get(..4)?.parse().ok().filter(|year| YEARS.contains(year))
}

/// Seconds in `4:23`, `1:02:33` or `116:00`; other text is `None`, and so is zero.
pub(crate) fn seconds(text: &str) -> Option<i32> {
    let (mut seconds, mut parts) = (0_i32, 0);
    for part in text.split(':') {
        let part: i32 = part.parse().ok().filter(|part| *part >= 0)?;
        seconds = seconds.checked_mul(60)?.checked_add(part)?;
        parts += 1;
    }
    ((2..=3).contains(&parts) && seconds > 0).then_some(seconds)
}

/// A catalogue number; `none` is what Discogs writes for nothing.
pub(crate) fn catno(text: Cow<'_, str>) -> Option<String> {
    let none = text.split(',').all(|part| part.trim().eq_ignore_ascii_case("none"));
    (!none).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_durations_are_read_leniently() {
        for (text, wanted) in
            [("1999-03-00", Some(1999)), ("1999", Some(1999)), ("0000", None), ("19", None), ("?199", None)]
        {
            assert_eq!(year(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("4:23", Some(263)),
            ("1:02:33", Some(3753)),
            ("116:00", Some(6960)),
            ("0:00", None),
            ("4", None),
            ("-1:30", None),
            ("99999999:00:00", None),
        ] {
            assert_eq!(seconds(text), wanted, "{text}");
        }
    }

    #[test]
    fn nothing_is_no_catalogue_number() {
        assert_eq!(catno("none".into()), None);
        assert_eq!(catno("None, none".into()), None);
        assert_eq!(catno("SK 026".into()).as_deref(), Some("SK 026"));
    }

    #[test]
    fn credits_are_joined_as_printed() {
        let named = |name: &'static str, variation: Option<&'static str>, join: Option<&'static str>| Credit {
            name: name.into(),
            variation: variation.map(Into::into),
            join: join.map(Into::into),
            ..Credit::default()
        };
        let artists = [
            named("Josh Wink (2)", Some("Wink*"), Some(",")),
            named("Ovum", None, Some("&")),
            named("X", None, Some("/")),
        ];
        assert_eq!(credit(&artists), "Wink, Ovum & X");
    }
}
