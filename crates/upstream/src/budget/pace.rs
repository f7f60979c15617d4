//! The pacing rule, pure: slots at equal distances, reserved a little ahead, stopped by pauses.

use std::time::Duration;

use super::{Class, Rate, Slot};

/// The share of a rate that is scheduled. What is left of the window is the allowance for calls that leave late.
const SCHEDULED: f64 = 0.98;

/// Distance between two slots: `per / (calls × 0.98)`.
pub fn emission_interval(rate: Rate) -> Duration {
    Duration::from_secs_f64(rate.per.as_secs_f64() / (f64::from(rate.calls.max(1)) * SCHEDULED))
}

/// How late a call may leave after its slot: 2 % of the window. Calls of one window stem from slots within `1.02 × per`, which are at
/// most `⌊1.02 × 0.98 × calls⌋ + 1 = ⌊0.9996 × calls⌋ + 1 ≤ calls`.
pub fn good_for(rate: Rate) -> Duration {
    rate.per.mul_f64(1.0 - SCHEDULED)
}

/// How far ahead a slot may be reserved. Bulk: two slots, at least 200 ms and at most 1 s, so that no slot stays unused while the
/// taker of the next one is on its way. Interactive: a second more, so that a person gets the next slot that bulk work could not yet
/// reserve.
pub fn horizon(class: Class, rate: Rate) -> Duration {
    let second = Duration::from_secs(1);
    let bulk = (2 * emission_interval(rate)).clamp(Duration::from_millis(200), second);
    match class {
        Class::Bulk => bulk,
        Class::Interactive => bulk + second,
    }
}

/// The state of one upstream's budget. Times are counted from any moment that all callers share (for Postgres: its own clock).
///
/// This is the generic cell rate algorithm without a burst: `slot = max(now, next, paused_until)`; when `slot - now` is within the
/// [`horizon`], the slot is taken and `next = slot + emission_interval`, else nothing changes and the answer is to wait until it is, at least an interval. Unused time is
/// not saved up, so that no window ever holds more than the rate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pace {
    /// The first moment that nobody has reserved.
    pub next: Duration,
    /// Until then nobody sends.
    pub paused_until: Duration,
}

impl Pace {
    /// Takes the next slot if it is within the horizon of the class.
    pub fn take(&mut self, now: Duration, class: Class, rate: Rate) -> Slot {
        let slot = now.max(self.next).max(self.paused_until);
        let after = slot - now;
        let horizon = horizon(class, rate);
        if after > horizon {
            return Slot::Wait((after - horizon).max(emission_interval(rate)));
        }
        self.next = slot + emission_interval(rate);
        Slot::Go { good_for: good_for(rate), after }
    }

    /// Stops everyone until `now + pause`, or longer if a longer pause runs.
    pub fn pause(&mut self, now: Duration, pause: Duration) {
        self.paused_until = self.paused_until.max(now + pause);
    }

    /// What is left of a pause.
    pub fn paused(&self, now: Duration) -> Option<Duration> {
        self.paused_until.checked_sub(now).filter(|rest| !rest.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { calls: 60, per: Duration::from_secs(60) };
    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn slots_keep_their_distance_and_bulk_stops_at_its_horizon() {
        let mut pace = Pace::default();
        let now = 100 * SECOND;
        let go = |after| Slot::Go { good_for: Duration::from_millis(1200), after };
        assert_eq!(pace.take(now, Class::Bulk, RATE), go(Duration::ZERO));
        assert_eq!(pace.take(now, Class::Bulk, RATE), Slot::Wait(emission_interval(RATE)));
        assert_eq!(
            pace.take(now + 21 * SECOND / 1000, Class::Bulk, RATE),
            go(emission_interval(RATE) - 21 * SECOND / 1000)
        );
    }

    #[test]
    fn a_person_gets_the_slot_that_bulk_work_must_wait_for() {
        let mut pace = Pace::default();
        pace.take(SECOND, Class::Bulk, RATE);
        assert!(matches!(pace.take(SECOND, Class::Bulk, RATE), Slot::Wait(_)));
        assert!(matches!(pace.take(SECOND, Class::Interactive, RATE), Slot::Go { .. }));
        let Slot::Wait(wait) = pace.take(SECOND, Class::Bulk, RATE) else { panic!("the slot is gone") };
        assert_eq!(wait, 2 * emission_interval(RATE) - horizon(Class::Bulk, RATE));
    }

    #[test]
    fn a_pause_stops_both_classes_and_is_never_shortened() {
        let mut pace = Pace::default();
        pace.pause(SECOND, 60 * SECOND);
        pace.pause(2 * SECOND, SECOND);
        assert_eq!(pace.paused(2 * SECOND), Some(59 * SECOND));
        assert_eq!(pace.take(2 * SECOND, Class::Interactive, RATE), Slot::Wait(57 * SECOND));
        let mut waiting = pace;
        let last = waiting.take(59 * SECOND, Class::Interactive, RATE);
        assert!(matches!(last, Slot::Go { after, .. } if after == 2 * SECOND), "{last:?}");
        assert!(matches!(pace.take(61 * SECOND, Class::Bulk, RATE), Slot::Go { after: Duration::ZERO, .. }));
        assert_eq!(pace.paused(61 * SECOND), None);
    }

    #[test]
    fn idle_time_is_not_saved_up() {
        let mut pace = Pace::default();
        pace.take(SECOND, Class::Bulk, RATE);
        let later = 1000 * SECOND;
        pace.take(later, Class::Bulk, RATE);
        assert_eq!(pace.next, later + emission_interval(RATE));
    }

    #[test]
    fn no_window_holds_more_than_the_rate_even_when_calls_leave_late() {
        for calls in [1_u32, 2, 5, 10, 25, 59, 60, 100, 240, 1000, 6000] {
            let rate = Rate { calls, per: SECOND };
            let mut pace = Pace::default();
            let mut now = SECOND;
            let mut slots = Vec::new();
            while slots.len() < 3 * calls as usize {
                match pace.take(now, Class::Bulk, rate) {
                    Slot::Go { after, .. } => slots.push(now + after),
                    Slot::Wait(wait) => now += wait,
                }
            }
            // The worst case: everything of a window leaves as late as it may, what follows leaves on time.
            for (index, slot) in slots.iter().enumerate() {
                let from = *slot + good_for(rate);
                let inside = slots[index..].iter().take_while(|other| **other < from + rate.per).count();
                assert!(inside <= calls as usize, "{inside} calls in a window of {calls}");
            }
            let used = f64::from(calls) * (slots[slots.len() - 1] - slots[0]).as_secs_f64() / rate.per.as_secs_f64();
            assert!((slots.len() - 1) as f64 >= 0.97 * used, "the budget is used to less than 97 %");
        }
    }
}
