//! The day of a daily quota: it ends at midnight in California, and bulk work may use it only as it passes.

use std::time::Duration;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, TimeZone as _, Utc, Weekday};

use super::Class;

/// The part of a quota that bulk work may use at most. The rest is for people.
const BULK: f64 = 0.8;
/// A day begins so much late: clocks differ, and a refusal that arrives a second after midnight would close the whole new day.
const MARGIN: TimeDelta = TimeDelta::minutes(1);

/// From one reset of the quotas to the next: 24 hours, or 23 or 25 when California changes its clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The first moment.
    pub begins: DateTime<Utc>,
    /// The first moment of the next one.
    pub ends: DateTime<Utc>,
}

impl Day {
    /// The day of a moment.
    pub fn of(now: DateTime<Utc>) -> Self {
        // Standard time is eight hours behind; in summer the hour before midnight belongs to the next day already.
        let date = (now - MARGIN - TimeDelta::hours(8)).date_naive();
        let next = date + Days::new(1);
        let date = if now >= begins(next) { next } else { date };
        Self { begins: begins(date), ends: begins(date + Days::new(1)) }
    }

    /// How long a caller must wait for its call when `taken` of the day's `calls` are used; nothing when there is one for it. A person may
    /// use what is left; bulk work may go on while all calls together are no more than its part of the quota times the part of the day
    /// that has passed.
    pub fn wait(&self, now: DateTime<Utc>, class: Class, calls: u32, taken: u32) -> Option<Duration> {
        let (length, passed) = (seconds(self.ends - self.begins), seconds(now - self.begins));
        let opens = match class {
            Class::Interactive if taken < calls => return None,
            Class::Interactive => length,
            Class::Bulk => {
                let each = length / (f64::from(calls.max(1)) * BULK);
                let due = each * (f64::from(taken) + 1.0);
                // What does not fit into this day has to wait for the first call of the next one.
                if due <= length { due } else { length + each }
            }
        };
        let wait = opens - passed;
        (wait > 0.0).then(|| Duration::try_from_secs_f64(wait).unwrap_or(Duration::MAX))
    }

    /// What is left of it.
    pub fn left(&self, now: DateTime<Utc>) -> Duration {
        (self.ends - now).to_std().unwrap_or(Duration::ZERO)
    }
}

/// The reset of the quotas on a date of California.
fn begins(date: NaiveDate) -> DateTime<Utc> {
    let hours = if is_summer(date) { 7 } else { 8 };
    Utc.from_utc_datetime(&date.and_time(chrono::NaiveTime::MIN)) + TimeDelta::hours(hours) + MARGIN
}

/// Whether midnight at the beginning of a date is daylight saving time: since 2007 it lasts from the second Sunday of March to the first
/// Sunday of November, two hours after midnight each (Energy Policy Act of 2005).
fn is_summer(date: NaiveDate) -> bool {
    let sunday = |month, nth| NaiveDate::from_weekday_of_month_opt(date.year(), month, Weekday::Sun, nth);
    sunday(3, 2).is_some_and(|first| first < date) && sunday(11, 1).is_some_and(|last| date <= last)
}

fn seconds(delta: TimeDelta) -> f64 {
    delta.as_seconds_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_ends_a_minute_after_midnight_in_california() {
        let cases = [
            // Winter.
            ("2026-11-21T08:01:00Z", "2026-11-21T08:01:00Z", "2026-11-22T08:01:00Z"),
            ("2026-11-21T08:00:59Z", "2026-11-20T08:01:00Z", "2026-11-21T08:01:00Z"),
            ("2027-01-01T00:00:00Z", "2026-12-31T08:01:00Z", "2027-01-01T08:01:00Z"),
            // Summer.
            ("2026-07-01T07:00:59Z", "2026-06-30T07:01:00Z", "2026-07-01T07:01:00Z"),
            ("2026-07-01T07:01:00Z", "2026-07-01T07:01:00Z", "2026-07-02T07:01:00Z"),
            // The clocks go forward on 8 March and back on 1 November.
            ("2026-03-08T12:00:00Z", "2026-03-08T08:01:00Z", "2026-03-09T07:01:00Z"),
            ("2026-11-01T12:00:00Z", "2026-11-01T07:01:00Z", "2026-11-02T08:01:00Z"),
        ];
        for (now, begins, ends) in cases {
            assert_eq!(Day::of(at(now)), Day { begins: at(begins), ends: at(ends) }, "{now}");
        }
    }

    #[test]
    fn every_moment_lies_in_its_day() {
        let mut now = at("2026-01-01T00:00:00Z");
        while now < at("2027-01-01T00:00:00Z") {
            let day = Day::of(now);
            assert!(day.begins <= now && now < day.ends, "{now} is not in {day:?}");
            assert!([23, 24, 25].contains(&(day.ends - day.begins).num_hours()), "{day:?}");
            now += TimeDelta::minutes(17);
        }
    }

    #[test]
    fn a_person_may_use_what_is_left_and_bulk_work_what_has_passed() {
        let noon = at("2026-11-21T20:01:00Z");
        let wait = |class, taken| Day::of(noon).wait(noon, class, 5_000, taken).map(|wait| wait.as_secs_f64().round());
        assert_eq!(wait(Class::Interactive, 4_999), None);
        assert_eq!(wait(Class::Interactive, 5_000), Some(12.0 * 3600.0));
        // Half the day has passed: 2,000 calls, each of them 21.6 s of the day.
        assert_eq!(wait(Class::Bulk, 1_999), None);
        assert_eq!(wait(Class::Bulk, 2_000), Some(22.0));
        assert_eq!(wait(Class::Bulk, 3_999), Some(12.0 * 3600.0));
        assert_eq!(wait(Class::Bulk, 4_000), Some((12.0 * 3600.0_f64 + 21.6).round()));
        let morning = Day::of(noon).begins;
        assert_eq!(Day::of(morning).wait(morning, Class::Interactive, 5_000, 0), None);
        assert!(Day::of(morning).wait(morning, Class::Bulk, 5_000, 0).is_some());
    }
}
