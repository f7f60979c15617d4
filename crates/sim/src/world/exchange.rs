//! What a euro is worth on each working day: real levels, around which each currency wanders slowly, the same way in every run.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc, Weekday};

use crate::dice;

/// Units of a currency for one euro, and the digits that the bank writes.
const LEVELS: [(&str, f64, usize); 29] = [
    ("USD", 1.0852, 4),
    ("JPY", 162.61, 2),
    ("CZK", 24.712, 3),
    ("DKK", 7.4604, 4),
    ("GBP", 0.85575, 5),
    ("HUF", 389.13, 2),
    ("PLN", 4.2853, 4),
    ("RON", 4.9749, 4),
    ("SEK", 11.301, 4),
    ("CHF", 0.9572, 4),
    ("ISK", 149.70, 2),
    ("NOK", 11.4715, 4),
    ("TRY", 34.962, 4),
    ("AUD", 1.6466, 4),
    ("BRL", 5.3957, 4),
    ("CAD", 1.4791, 4),
    ("CNY", 7.8510, 4),
    ("HKD", 8.4873, 4),
    ("IDR", 17_027.84, 2),
    ("ILS", 3.9837, 4),
    ("INR", 90.412, 4),
    ("KRW", 1_449.64, 2),
    ("MXN", 18.589, 4),
    ("MYR", 5.1190, 4),
    ("NZD", 1.7735, 4),
    ("PHP", 60.843, 3),
    ("SGD", 1.4576, 4),
    ("THB", 39.123, 3),
    ("ZAR", 20.333, 4),
];

/// Currencies that are left out now and then.
const PATCHY: [&str; 4] = ["ISK", "IDR", "PHP", "MYR"];

/// Working days, the newest first; the first one has its rates already, which come out at three in the afternoon (UTC, roughly).
pub(crate) fn working_days(now: DateTime<Utc>) -> impl Iterator<Item = NaiveDate> {
    let newest = (now - TimeDelta::hours(15)).date_naive();
    (0..).map(move |back| newest - Days::new(back)).filter(|day| is_working(*day))
}

/// Neither a weekend nor a holiday of the bank (those that move with Easter are not simulated).
fn is_working(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !matches!((day.month(), day.day()), (1, 1) | (5, 1) | (12, 25 | 26))
}

/// The rates of a day as the bank writes them, without the currency that is left out on it.
pub(crate) fn rates(day: NaiveDate) -> impl Iterator<Item = (&'static str, String)> {
    let patchy = dice::hash("left out", &day.to_string());
    let missing = usize::try_from(patchy % 13).ok().and_then(|place| PATCHY.get(place).copied());
    let listed = LEVELS.iter().filter(move |(code, _, _)| Some(*code) != missing);
    listed.map(move |(code, level, digits)| (*code, format!("{:.digits$}", wandered(code, *level, day))))
}

/// Units of a currency for one euro on a day; none for a currency that the bank does not list.
pub(crate) fn per_euro(currency: &str, day: NaiveDate) -> Option<f64> {
    if currency == "EUR" {
        return Some(1.0);
    }
    let (code, level, digits) = LEVELS.iter().find(|(code, _, _)| *code == currency)?;
    format!("{:.digits$}", wandered(code, *level, day)).parse().ok()
}

/// Two slow waves and the noise of the day: 3 % at most.
fn wandered(code: &str, level: f64, day: NaiveDate) -> f64 {
    let phase = |label: &str| (dice::hash(label, code) % 1000) as f64 / 1000.0;
    let wave = |days: f64, label: &str| {
        (std::f64::consts::TAU * (f64::from(day.num_days_from_ce()) / days + phase(label))).sin()
    };
    let noise = (dice::hash(code, &day.to_string()) % 1000) as f64 / 1000.0 - 0.5;
    level * (1.0 + 0.02 * wave(97.0, "slow") + 0.008 * wave(23.0, "quick") + 0.003 * noise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_and_what_is_not_out_yet_are_left_out() {
        let newest = |now: &str| working_days(now.parse().unwrap()).next().unwrap().to_string();
        assert_eq!(newest("2026-11-20T16:00:00Z"), "2026-11-20");
        assert_eq!(newest("2026-11-20T14:00:00Z"), "2026-11-19");
        assert_eq!(newest("2026-11-23T08:00:00Z"), "2026-11-20");
        assert_eq!(newest("2026-12-27T08:00:00Z"), "2026-12-24");
    }

    #[test]
    fn rates_stay_near_their_level_and_are_the_same_again() {
        let day: NaiveDate = "2026-11-20".parse().unwrap();
        for (code, level, _) in LEVELS {
            let rate = per_euro(code, day).unwrap();
            assert!((rate / level - 1.0).abs() < 0.04, "{code}: {rate}");
            assert_eq!(per_euro(code, day), Some(rate));
        }
        let missing = (0..60).filter(|back| rates(day - Days::new(*back)).count() < LEVELS.len()).count();
        assert!((5..40).contains(&missing), "{missing} of 60 days lack a currency");
    }
}
