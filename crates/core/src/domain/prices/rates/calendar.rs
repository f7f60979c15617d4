//! When the European Central Bank publishes rates: on its working days, at four in the afternoon of Frankfurt.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc, Weekday};

/// Four o'clock in Frankfurt, by its winter time.
const OUT: TimeDelta = TimeDelta::hours(15);

/// The newest working day whose rates are out.
#[must_use]
pub fn newest_out(now: DateTime<Utc>) -> NaiveDate {
    let mut day = (now - OUT).date_naive();
    while !is_working(day) {
        day = day.pred_opt().unwrap_or(NaiveDate::MIN);
    }
    day
}

/// Working days after `known`, until `until` and with it.
#[must_use]
pub fn working_days(known: NaiveDate, until: NaiveDate) -> usize {
    known.iter_days().skip(1).take_while(|day| *day <= until).filter(|day| is_working(*day)).count()
}

/// The bank's own holidays of a fixed date are left out; those that move with Easter cost a question without news.
fn is_working(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !matches!((day.month(), day.day()), (1, 1) | (5, 1) | (12, 25 | 26))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_once_its_rates_are_out() {
        let out = |now: &str| newest_out(now.parse().unwrap()).to_string();
        assert_eq!(out("2026-11-20T15:00:00Z"), "2026-11-20");
        assert_eq!(out("2026-11-20T14:59:59Z"), "2026-11-19");
        assert_eq!(out("2026-11-22T23:00:00Z"), "2026-11-20", "a weekend");
        assert_eq!(out("2026-11-23T08:00:00Z"), "2026-11-20");
        assert_eq!(out("2026-12-28T08:00:00Z"), "2026-12-24", "Christmas and a weekend");
    }

    #[test]
    fn weekends_are_no_gap() {
        let between = |known: &str, until: &str| working_days(known.parse().unwrap(), until.parse().unwrap());
        assert_eq!(between("2026-11-20", "2026-11-20"), 0);
        assert_eq!(between("2026-11-20", "2026-11-22"), 0, "Friday to Sunday");
        assert_eq!(between("2026-11-20", "2026-11-23"), 1, "Friday to Monday");
        assert_eq!(between("2026-11-20", "2026-11-24"), 2);
        assert_eq!(between("2026-11-23", "2026-11-20"), 0, "known before it was expected");
        assert_eq!(between("2025-12-31", "2026-01-02"), 1, "New Year");
    }
}
