//! Counting, printing and comparing with floors.

use std::collections::BTreeMap;

use libtest_mimic::Failed;
use vinilogy_core::domain::matching::Match;

use crate::causes::Cause;

/// How many failures are shown; the worst first.
const SHOWN: usize = 25;

/// Pairs judged so far.
#[derive(Default)]
pub(crate) struct Report {
    found: usize,
    proposed: usize,
    missed: Vec<(f32, String)>,
    right: usize,
    taken: Vec<(f32, String)>,
    /// Of the missed, where names were compared.
    causes: BTreeMap<Cause, usize>,
}

impl Report {
    /// A pair that is one.
    pub(crate) fn same(&mut self, pair: impl std::fmt::Debug, judged: &Match) {
        if judged.is_sure() {
            self.found += 1;
        } else {
            self.proposed += usize::from(judged.score >= 0.4);
            self.missed.push((judged.score, format!("{pair:?}")));
        }
    }

    /// Two names of one artist.
    pub(crate) fn same_names(&mut self, a: &str, b: &str, judged: &Match) {
        self.same((a, b), judged);
        if !judged.is_sure() {
            *self.causes.entry(Cause::of(a, b)).or_default() += 1;
        }
    }

    /// A pair that is two.
    pub(crate) fn different(&mut self, pair: impl std::fmt::Debug, judged: &Match) {
        if judged.is_sure() {
            self.taken.push((judged.score, format!("{pair:?}")));
        } else {
            self.right += 1;
        }
    }

    pub(crate) fn recall(&self) -> f32 {
        share(self.found, self.found + self.missed.len())
    }

    pub(crate) fn precision(&self) -> f32 {
        share(self.found, self.found + self.taken.len())
    }

    /// Pairs that are two and were taken for one.
    pub(crate) fn taken(&self) -> usize {
        self.taken.len()
    }

    /// Prints the figures and fails below the floors.
    pub(crate) fn judge(mut self, title: &str, least_precision: f32, least_recall: f32) -> Result<(), Failed> {
        self.missed.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.taken.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (same, two) = (self.found + self.missed.len(), self.right + self.taken.len());
        self.print(title, same, two);
        if self.precision() < least_precision || self.recall() < least_recall {
            return Err(format!("{title}: expected precision {least_precision} and recall {least_recall}").into());
        }
        Ok(())
    }

    #[expect(clippy::print_stdout, reason = "the figures are what the trials are for")]
    fn print(&self, title: &str, same: usize, two: usize) {
        println!("\n{title}");
        if same > 0 {
            println!(
                "  {same} pairs of one: recall {:.3}, {} more would be proposed for review",
                self.recall(),
                self.proposed
            );
            println!("  precision {:.4}", self.precision());
            self.print_causes();
        }
        if two > 0 {
            println!("  {two} pairs of two: {} taken for one", self.taken.len());
        }
        show("taken for one", &self.taken);
        show("missed", &self.missed);
    }
}

impl Report {
    #[expect(clippy::print_stdout, reason = "the figures are what the trials are for")]
    fn print_causes(&self) {
        if self.causes.is_empty() {
            return;
        }
        let of = |cause| self.causes.get(&cause).copied().unwrap_or(0);
        let (spellings, parts, others) = (of(Cause::Spelling), of(Cause::Part), of(Cause::OtherName));
        println!("  missed: {spellings} spellings, {parts} where one is part of the other, {others} other names");
        let found = |missed: usize| share(self.found, self.found + missed);
        println!(
            "  recall of spellings {:.3}, of spellings and parts {:.3}",
            found(spellings),
            found(spellings + parts)
        );
    }
}

#[expect(clippy::print_stdout, reason = "the figures are what the trials are for")]
fn show(what: &str, failures: &[(f32, String)]) {
    for (score, pair) in failures.iter().take(SHOWN) {
        println!("    {what} {score:.2} {pair}");
    }
    if failures.len() > SHOWN {
        println!("    … and {} more {what}", failures.len() - SHOWN);
    }
}

fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 1.0 } else { part as f32 / whole as f32 }
}
