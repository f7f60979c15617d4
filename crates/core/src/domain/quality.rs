//! What a collector may expect of the catalogue, as shares of what is in it.

/// A share that is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// Of what.
    pub subject: &'static str,
    /// What it should have.
    pub feature: &'static str,
    /// How many in a hundred.
    pub percent: u8,
}

/// Artists with an MBID, albums on vinyl, pressings with a price.
pub const GOALS: [Goal; 3] = [
    Goal { subject: "artists", feature: "mbid", percent: 95 },
    Goal { subject: "albums", feature: "pressing", percent: 80 },
    Goal { subject: "pressings", feature: "price", percent: 50 },
];

/// The goal for a feature, if there is one.
#[must_use]
pub fn goal(subject: &str, feature: &str) -> Option<Goal> {
    GOALS.into_iter().find(|goal| goal.subject == subject && goal.feature == feature)
}

impl Goal {
    /// Whether so many of so many are enough. Of nothing, nothing is missing.
    #[must_use]
    pub fn is_met(&self, count: i64, total: i64) -> bool {
        i128::from(count) * 100 >= i128::from(total) * i128::from(self.percent)
    }
}

/// In hundredths of a percent, rounded down, so that 99.999 % does not look like all; `None` of nothing.
#[must_use]
pub fn share(count: i64, total: i64) -> Option<i64> {
    (total > 0).then(|| i64::try_from(i128::from(count) * 10_000 / i128::from(total)).unwrap_or(10_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_from_its_share_on() {
        let goal = goal("artists", "mbid").unwrap();
        for (count, total, met) in [(95, 100, true), (94, 100, false), (0, 0, true), (949_999, 1_000_000, false)] {
            assert_eq!(goal.is_met(count, total), met, "{count} of {total}");
        }
        assert_eq!(super::goal("artists", "spotify"), None);
    }

    #[test]
    fn a_share_is_never_rounded_up() {
        assert_eq!(share(99_999, 100_000), Some(9_999));
        assert_eq!(share(1, 3), Some(3_333));
        assert_eq!(share(0, 0), None);
    }
}
