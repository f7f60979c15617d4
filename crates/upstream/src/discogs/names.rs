//! Discogs' names without what only Discogs means by them.

/// A name for display and for joining to other services: without the number that tells homonyms apart, ` (2)`, and without the star of a
/// name variation. `Jensen (2)*` is `Jensen`; `Chicago (Album)` stays.
pub fn display_name(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_suffix('*').unwrap_or(name).trim_end();
    let Some((before, number)) = name.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) else {
        return name;
    };
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let shorter = before.trim_end();
    // A name that is nothing but a number in brackets keeps it; so does one without a space before the bracket.
    if numbered && !shorter.is_empty() && shorter.len() < before.len() { display_name(shorter) } else { name }
}

/// The artist and the album in the `Artist - Title` of a search row. A dash inside a name cannot be told from the one between them;
/// the first one with spaces is taken.
pub fn split_title(title: &str) -> Option<(&str, &str)> {
    let (artist, album) = title.split_once(" - ")?;
    Some((display_name(artist), album.trim()))
}

/// The credit as it is printed: the variation of each name, else the name, joined by `join`. Commas are glued to the left, words have
/// spaces around them, the last `join` is ignored.
pub(super) fn credit(artists: &[super::wire::Artist]) -> String {
    let mut credit = String::new();
    for (index, artist) in artists.iter().enumerate() {
        let name = artist.anv.as_deref().or(artist.name.as_deref()).unwrap_or_default();
        credit.push_str(display_name(name));
        if index + 1 < artists.len() {
            match artist.join.as_deref() {
                None | Some(",") => credit.push_str(", "),
                Some(word) => {
                    credit.push(' ');
                    credit.push_str(word);
                    credit.push(' ');
                }
            }
        }
    }
    credit
}

/// Labels of a version row, a comma list: each without its number.
pub(super) fn labels(list: &str) -> String {
    list.split(", ").map(display_name).collect::<Vec<_>>().join(", ")
}

/// A catalogue number, or several; `none` is what Discogs writes for nothing.
pub(super) fn catno(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.split(',').all(|part| part.trim().eq_ignore_ascii_case("none")))
}

/// Seconds in `4:23`, `1:02:33` or `116:00`; "" and other text are `None`, and so is zero.
pub(super) fn seconds(text: &str) -> Option<i32> {
    let parts: Vec<i32> = text.trim().split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    if !(2..=3).contains(&parts.len()) || parts.iter().any(|part| *part < 0) {
        return None;
    }
    let seconds = parts.iter().try_fold(0_i32, |sum, part| sum.checked_mul(60)?.checked_add(*part))?;
    (seconds > 0).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_stars_are_taken_off_names() {
        for (name, shown) in [
            ("Nirvana (2)", "Nirvana"),
            ("Jensen (2)*", "Jensen"),
            ("Prince*", "Prince"),
            ("EMI (12) ", "EMI"),
            ("Sunn O)))", "Sunn O)))"),
            ("Chicago (Album)", "Chicago (Album)"),
            ("(2)", "(2)"),
            ("Apollo(440)", "Apollo(440)"),
            ("Question Mark & The Mysterians", "Question Mark & The Mysterians"),
            ("", ""),
        ] {
            assert_eq!(display_name(name), shown, "{name}");
        }
    }

    #[test]
    fn titles_of_searches_are_split() {
        assert_eq!(split_title("Jensen (2) - Hammerfall"), Some(("Jensen", "Hammerfall")));
        assert_eq!(split_title("Prince* - 1999 - Live"), Some(("Prince", "1999 - Live")));
        assert_eq!(split_title("Jay-Z"), None);
    }

    #[test]
    fn catalogue_numbers_and_labels_are_cleaned() {
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(catno(text("none")), None);
        assert_eq!(catno(text("none, None")), None);
        assert_eq!(catno(text("LSP-4353, none")), text("LSP-4353, none"));
        assert_eq!(catno(None), None);
        assert_eq!(labels("Apollo (6), Not On Label (X Self-released)"), "Apollo, Not On Label (X Self-released)");
    }

    #[test]
    fn durations_are_read_leniently() {
        for (text, wanted) in [("4:23", 263), ("1:02:33", 3753), ("116:00", 6960), (" 0:07 ", 7)] {
            assert_eq!(seconds(text), Some(wanted), "{text}");
        }
        for nothing in ["", "0:00", "4", "4:xx", "-1:30", "1:2:3:4", "99999999:00:00", "approx. 4 min"] {
            assert_eq!(seconds(nothing), None, "{nothing}");
        }
    }
}
