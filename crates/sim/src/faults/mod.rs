//! Faults that are switched on: which calls they meet, how often, and what they do.

mod apply;
mod drift;
pub(crate) mod refusal;

use serde::{Deserialize, Serialize};

use crate::dice::Dice;
use crate::{Hostile, Upstream};

pub(crate) use apply::apply;

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// Another status, with the body that this upstream gives with it, or with `body`.
    Status {
        /// The HTTP status.
        status: u16,
        /// Instead of the usual body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
    },
    /// The refusal of a rate limit: 429 (or `status`) with this `Retry-After`.
    RetryAfter {
        /// What the header says.
        after: RetryAfter,
        /// 429 unless given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<u16>,
    },
    /// No answer at all, or, with `ms`, one that late.
    Hang {
        /// Milliseconds until the right answer; for ever without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ms: Option<u64>,
    },
    /// The right answer, a few bytes at a time.
    Drip {
        /// Bytes sent at once.
        bytes: usize,
        /// Milliseconds between.
        every_ms: u64,
    },
    /// The connection is reset.
    Reset {
        /// After this many bytes of the body; before anything was sent when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after_bytes: Option<usize>,
    },
    /// `Content-Length` of the whole answer, but only a part of it, then the connection closes.
    Truncate {
        /// Percent of the body that is sent; half when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        percent: Option<u8>,
    },
    /// A web page with status 200.
    Html,
    /// Status 200 and JSON by its header, but Latin-1 bytes that are not UTF-8.
    Charset,
    /// A required key is missing from the right answer.
    DriftMissing {
        /// The key as a path (`versions.id`; lists are walked through); by default one that the endpoint cannot do without.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
    /// A required key is null.
    DriftNull {
        /// As for [`Fault::DriftMissing`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
    /// A required key has another type: an object with the old value inside.
    DriftRetype {
        /// As for [`Fault::DriftMissing`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<String>,
    },
    /// Every object has keys that nobody has seen before; a client has to ignore them.
    DriftNew,
    /// Something else in the place of a picture.
    Picture {
        /// What.
        of: Hostile,
    },
}

/// What a `Retry-After` header says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetryAfter {
    /// There is no such header.
    Missing,
    /// Seconds, also negative or absurd ones.
    Seconds(i64),
    /// An HTTP date that many seconds from now.
    Date(i64),
    /// Anything else.
    Raw(String),
}

/// A fault and the calls it meets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Calls of this upstream.
    pub upstream: Upstream,
    /// Of this endpoint; of every one when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// What happens to them.
    pub fault: Fault,
    /// To this many of them; to all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// To this share of them (0 to 1); to all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Which ones, when there is a ratio: the same seed meets the same calls again.
    #[serde(default)]
    pub seed: u64,
}

impl Rule {
    /// A fault for every call of an upstream.
    #[must_use]
    pub fn new(upstream: Upstream, fault: Fault) -> Self {
        Self { upstream, endpoint: None, fault, times: None, ratio: None, seed: 0 }
    }

    /// Only for calls of this endpoint.
    #[must_use]
    pub fn endpoint(mut self, endpoint: &str) -> Self {
        self.endpoint = Some(endpoint.to_owned());
        self
    }

    /// Only the first so many times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Only for a share of the calls (0 to 1), chosen by the seed.
    #[must_use]
    pub fn ratio(mut self, ratio: f64, seed: u64) -> Self {
        self.ratio = Some(ratio);
        self.seed = seed;
        self
    }
}

struct Active {
    rule: Rule,
    dice: Dice,
}

/// The rules that are on, in the order in which they were switched on.
#[derive(Default)]
pub(crate) struct Faults(Vec<Active>);

impl Faults {
    pub(crate) fn add(&mut self, rule: Rule) {
        let dice = Dice::new("fault", rule.seed, 0);
        self.0.push(Active { rule, dice });
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn rules(&self) -> Vec<Rule> {
        self.0.iter().map(|active| active.rule.clone()).collect()
    }

    /// The fault that meets a call: the first rule that wants it. A rule whose times are up goes.
    pub(crate) fn meet(&mut self, upstream: Upstream, endpoint: &str) -> Option<Fault> {
        let place = self.0.iter_mut().position(|active| {
            let rule = &active.rule;
            let concerned =
                rule.upstream == upstream && rule.endpoint.as_deref().is_none_or(|wanted| wanted == endpoint);
            concerned && rule.times != Some(0) && rule.ratio.is_none_or(|ratio| active.dice.chance(ratio))
        })?;
        let rule = &mut self.0[place].rule;
        let fault = rule.fault.clone();
        rule.times = rule.times.map(|times| times - 1);
        if rule.times == Some(0) {
            self.0.remove(place);
        }
        Some(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESET: Fault = Fault::Reset { after_bytes: None };

    #[test]
    fn a_rule_meets_its_endpoint_and_its_times_only() {
        let mut faults = Faults::default();
        faults.add(Rule::new(Upstream::Discogs, RESET).endpoint("release").times(2));
        assert_eq!(faults.meet(Upstream::Lastfm, "release"), None);
        assert_eq!(faults.meet(Upstream::Discogs, "search"), None);
        assert_eq!(faults.meet(Upstream::Discogs, "release"), Some(RESET));
        assert_eq!(faults.meet(Upstream::Discogs, "release"), Some(RESET));
        assert_eq!(faults.meet(Upstream::Discogs, "release"), None);
        assert!(faults.rules().is_empty());
    }

    #[test]
    fn a_ratio_is_kept_and_is_the_same_for_the_same_seed() {
        let meets = |seed| {
            let mut faults = Faults::default();
            faults.add(Rule::new(Upstream::Discogs, RESET).ratio(0.3, seed));
            (0..1000).map(|_| faults.meet(Upstream::Discogs, "release").is_some()).collect::<Vec<_>>()
        };
        let met = meets(7).iter().filter(|met| **met).count();
        assert!((250..350).contains(&met), "{met} of 1000");
        assert_eq!(meets(7), meets(7));
        assert_ne!(meets(7), meets(8));
    }

    #[test]
    fn rules_have_the_shape_of_the_control_endpoint() {
        let rule: Rule = serde_json::from_str(
            r#"{"upstream":"discogs","endpoint":"release","fault":{"kind":"retry_after","after":{"seconds":7}},"times":1}"#,
        )
        .unwrap();
        let fault = Fault::RetryAfter { after: RetryAfter::Seconds(7), status: None };
        assert_eq!(rule, Rule::new(Upstream::Discogs, fault).endpoint("release").times(1));
        let missing: Fault = serde_json::from_str(r#"{"kind":"retry_after","after":"missing"}"#).unwrap();
        assert_eq!(missing, Fault::RetryAfter { after: RetryAfter::Missing, status: None });
        assert!(serde_json::from_str::<Fault>(r#"{"kind":"gremlin"}"#).is_err());
    }
}
