//! Rows of the printed table, and the few statistics in them.
use std::fmt;
use std::time::Duration;

/// The table's head.
pub const HEAD: &str = "| | what | goal | measured | load |\n|---|---|---|---|---|";

/// One goal with its figure, and how busy the machine was when it was taken.
pub struct Row {
    goal: &'static str,
    what: String,
    wanted: &'static str,
    measured: String,
    load: String,
}

impl Row {
    /// A row with the load of this moment.
    pub fn new(goal: &'static str, what: impl Into<String>, wanted: &'static str, measured: impl Into<String>) -> Self {
        Self { goal, what: what.into(), wanted, measured: measured.into(), load: load() }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { goal, what, wanted, measured, load } = self;
        write!(f, "| {goal} | {what} | {wanted} | {measured} | {load} |")
    }
}

/// The load average of the last minute; empty where the system does not tell it.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or_default().to_owned()
}

/// Times of many repetitions.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that this share (0 to 1) of the repetitions does not exceed, in milliseconds; zero without repetitions.
    pub fn quantile_ms(&mut self, share: f64) -> f64 {
        self.0.sort_unstable();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place in the list; the cast saturates"
        )]
        let place = (self.0.len() as f64 * share).ceil() as usize;
        self.0.get(place.saturating_sub(1)).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    /// Median and 99th percentile as text.
    pub fn p50_p99(&mut self) -> String {
        format!("p50 {:.2} ms, p99 {:.2} ms", self.quantile_ms(0.5), self.quantile_ms(0.99))
    }
}

/// The middle one.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
