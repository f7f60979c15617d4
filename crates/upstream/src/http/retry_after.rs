//! How long an upstream asks us to stop.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};

/// Longer than this is taken for a mistake.
const ABSURD: Duration = Duration::from_secs(3600);
/// What a mistake counts as.
const AT_MOST: Duration = Duration::from_secs(5 * 60);
const AT_LEAST: Duration = Duration::from_secs(1);

/// Reads `Retry-After` as seconds (also with a fraction) or as an HTTP date. A date is measured from the answer's own `Date` where there
/// is one, since our clock may be minutes apart. More than an hour counts as five minutes; zero, negative and past as one second;
/// what cannot be read at all as missing.
pub(crate) fn retry_after(value: &str, date: Option<&str>, received: DateTime<Utc>) -> Option<Duration> {
    let value = value.trim();
    let wait = match value.parse::<f64>() {
        Ok(seconds) if seconds.is_nan() => return None,
        Ok(seconds) => Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX),
        Err(_) => {
            let until = httpdate::parse_http_date(value).ok()?;
            let from = date.and_then(|date| httpdate::parse_http_date(date).ok()).unwrap_or(SystemTime::from(received));
            until.duration_since(from).unwrap_or(Duration::ZERO)
        }
    };
    Some(if wait > ABSURD { AT_MOST } else { wait.max(AT_LEAST) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(value: &str) -> Option<f64> {
        let received = "2026-11-21T07:00:00Z".parse().unwrap();
        retry_after(value, None, received).map(|wait| wait.as_secs_f64())
    }

    #[test]
    fn seconds_and_dates_are_read() {
        assert_eq!(seconds("30"), Some(30.0));
        assert_eq!(seconds(" 1.5 "), Some(1.5));
        assert_eq!(seconds("3600"), Some(3600.0));
        assert_eq!(seconds("Sat, 21 Nov 2026 07:01:30 GMT"), Some(90.0));
        assert_eq!(seconds("Saturday, 21-Nov-26 07:00:07 GMT"), Some(7.0));
    }

    #[test]
    fn the_absurd_is_bounded() {
        for absurd in ["3601", "99999999999999999999999", "inf", "Sun, 21 Nov 2027 07:00:00 GMT"] {
            assert_eq!(seconds(absurd), Some(300.0), "{absurd}");
        }
        for absurd in ["0", "-5", "-inf", "Sat, 21 Nov 2026 06:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"] {
            assert_eq!(seconds(absurd), Some(1.0), "{absurd}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_missing() {
        for nothing in ["", "soon", "NaN", "12 seconds", "21 Nov 2026"] {
            assert_eq!(seconds(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_date_is_measured_by_the_clock_that_wrote_it() {
        let received = "2026-11-21T07:02:00Z".parse().unwrap();
        let wait = retry_after("Sat, 21 Nov 2026 07:00:30 GMT", Some("Sat, 21 Nov 2026 07:00:10 GMT"), received);
        assert_eq!(wait, Some(Duration::from_secs(20)));
    }
}
