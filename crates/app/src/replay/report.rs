//! What a replay did.
use std::collections::BTreeMap;

use super::Stage;
use crate::archive::Restored;

/// Counts of answers.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Looked at.
    pub answers: u64,
    /// Rows that were made again.
    pub done: u64,
    /// Answers that another one's row had already used.
    pub used: u64,
    /// Rows whose job gave up, as it did at first.
    pub gave_up: u64,
    /// Answers about nothing in the catalogue, and rows that somebody else was at.
    pub skipped: u64,
    /// Answers or rows that failed; see [`Report::failures`].
    pub failed: u64,
}

/// One kind of failure.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How often.
    pub count: u64,
    /// One request that met it.
    pub example: String,
}

/// What a replay did, and what it could not do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was read from the bucket, when everything was replayed.
    pub restored: Option<Restored>,
    /// By stage, in their order.
    pub stages: BTreeMap<Stage, Counts>,
    /// By kind, as the job words it.
    pub failures: BTreeMap<String, Failure>,
    /// Sent to the bucket.
    pub requests: u64,
    /// Answers that nothing replays, by endpoint.
    pub elsewhere: Vec<(String, i64)>,
}

impl Report {
    /// Failures of all kinds.
    pub fn failed(&self) -> u64 {
        self.failures.values().map(|failure| failure.count).sum()
    }

    /// Why the answers of an endpoint are not replayed.
    pub fn why_elsewhere(endpoint: &str) -> &'static str {
        match endpoint {
            "item" => "are read with the searches that found them",
            "stock" => "are not replayed: a shop's list is read again within a day",
            _ => "lead to no row by themselves",
        }
    }

    pub(super) fn fail(&mut self, stage: Stage, kind: String, request: &str) {
        self.stages.entry(stage).or_default().failed += 1;
        let failure = self.failures.entry(kind).or_default();
        failure.count += 1;
        if failure.example.is_empty() {
            failure.example = request.to_owned();
        }
    }
}
