//! Decimal numbers as they are written, without a binary fraction between.

/// A positive decimal (`16477.11`) times ten to so many digits; what has more digits than that, or is no plain decimal, is `None`.
pub(super) fn scaled(text: &str, digits: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > digits {
        return None;
    }
    format!("{whole}{fraction:0<digits$}").parse().ok().filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::scaled;

    #[test]
    fn a_decimal_is_what_is_written() {
        let cases = [
            ("1.1790", Some(117_900_000)),
            ("16477.11", Some(1_647_711_000_000)),
            ("0.88180", Some(88_180_000)),
            ("130", Some(13_000_000_000)),
            ("0.00000001", Some(1)),
            ("1.000000000000", Some(100_000_000)),
            ("0.000000001", None),
            ("0", None),
            ("0.0", None),
            ("-1.5", None),
            ("1,5", None),
            ("1.", None),
            (".5", None),
            ("1e3", None),
            ("N/A", None),
            ("", None),
            ("99999999999999999999", None),
        ];
        for (text, value) in cases {
            assert_eq!(scaled(text, 8), value, "{text}");
        }
    }
}
