//! The order of things: what must be in, the plain way, the greatest score, the least money for it, the reasons.

use std::time::{Duration, Instant};

use crate::basket::{Basket, amount};
use crate::bound;
use crate::choice::Choice;
use crate::error::{Error, Infeasible};
use crate::model::{Aim, Answer, Task, solve};
use crate::offers::Candidate;
use crate::plain;
use crate::problem::Problem;
use crate::reasons;

/// The solver stops at a relative difference of 1e-9, which is less than a minor unit up to here.
const CENTS_ARE_EXACT: i128 = 100_000_000;

/// How long to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For the basket. When it ends, the best so far is the answer, with its gap.
    pub best: Duration,
    /// For the reasons, afterwards: each album that was left out is solved for again, and those for which no time is left get a weaker reason.
    pub reasons: Duration,
}

/// Chooses the basket of the greatest score within the budget, and the cheapest of these. `must` are albums that have to be in.
///
/// The same request has the same answer in whatever order it is given, unless a limit ends the search.
///
/// # Errors
/// [`Error::Invalid`] when the request contradicts itself, [`Error::Infeasible`] when what must be in cannot be.
pub fn choose(candidates: &[Candidate], budget: i64, must: &[i64], limits: Limits) -> Result<Basket, Error> {
    let started = Instant::now();
    let problem = Problem::read(candidates, budget, must)?;
    let clock = Clock::start(limits.best);
    let mut best = Best::plain(&problem, start(&problem, &clock)?);
    best.choice = plain::improve(&problem, best.choice);
    best.raise_score(&problem, &clock);
    best.lower_cost(&problem, &clock);
    let left_out = reasons::left_out(&problem, &best, &Clock::start(limits.reasons));
    Ok(Basket::of(&problem, &best, left_out, started.elapsed()))
}

/// The plain choice: the most score for the money first, and nothing is exchanged or solved. What [`choose`] is measured against; its bound
/// is a rough one.
///
/// # Errors
/// As [`choose`]; [`Infeasible::Undecided`] also when the plain way finds no room for what must be in.
pub fn greedy(candidates: &[Candidate], budget: i64, must: &[i64]) -> Result<Basket, Error> {
    let started = Instant::now();
    let problem = Problem::read(candidates, budget, must)?;
    let no_time = Clock::start(Duration::ZERO);
    let best = Best::plain(&problem, start(&problem, &no_time)?);
    let left_out = reasons::left_out(&problem, &best, &no_time);
    Ok(Basket::of(&problem, &best, left_out, started.elapsed()))
}

/// What must be in, within the budget.
fn start(problem: &Problem, clock: &Clock) -> Result<Choice, Infeasible> {
    let must = problem.must();
    let choice = plain::with(problem, &must);
    if choice.admitted(problem, &must) {
        return Ok(choice);
    }
    let least = bound::least_cost(problem, &must);
    if least > i128::from(problem.budget) {
        return Err(Infeasible::Together { least: amount(least) });
    }
    let task = Task { aim: Aim::Money { score: 0 }, most: None, must: &must, start: Some(&choice) };
    match solve(problem, &task, clock.left()) {
        Answer::Best(found) if !found.admitted(problem, &must) && found.cost(problem) < CENTS_ARE_EXACT => {
            Err(Infeasible::Together { least: amount(found.cost(problem)) })
        }
        Answer::Best(found) | Answer::Unproven { choice: Some(found), .. } if found.admitted(problem, &must) => {
            Ok(found)
        }
        _ => Err(Infeasible::Undecided),
    }
}

/// The best so far, and what is known of better ones.
#[derive(Debug)]
pub struct Best {
    pub choice: Choice,
    /// No basket has a greater score.
    pub bound: i64,
    /// No basket of this score costs less.
    pub cheapest: bool,
}

impl Best {
    fn plain(problem: &Problem, start: Choice) -> Self {
        let choice = plain::fill(problem, start);
        let bound = bound::greatest_score(problem).max(choice.score(problem));
        Self { choice, bound, cheapest: false }
    }

    /// Whether the score is the greatest.
    pub fn proven(&self, problem: &Problem) -> bool {
        self.choice.score(problem) == self.bound
    }

    fn raise_score(&mut self, problem: &Problem, clock: &Clock) {
        if self.proven(problem) {
            return;
        }
        let must = problem.must();
        let task = Task { aim: Aim::Score, most: Some(problem.budget), must: &must, start: Some(&self.choice) };
        let answer = solve(problem, &task, clock.left());
        self.hear_of_score(problem, answer);
    }

    /// Takes of an answer what does not contradict what is known.
    fn hear_of_score(&mut self, problem: &Problem, answer: Answer) {
        let known = self.choice.score(problem);
        match answer {
            // A proof of less than what is known is none.
            Answer::Best(found) if (known..=self.bound).contains(&found.score(problem)) => {
                self.bound = found.score(problem);
                self.choice = found;
            }
            Answer::Unproven { choice, bound } => {
                let found = choice.filter(|found| found.score(problem) > known).unwrap_or(self.choice.clone());
                self.choice = plain::fill(problem, found);
                let bound = bound.map(whole_score).filter(|bound| *bound >= self.choice.score(problem));
                self.bound = bound.map_or(self.bound, |bound| bound.min(self.bound));
            }
            Answer::Best(_) | Answer::Infeasible => {}
        }
    }

    fn lower_cost(&mut self, problem: &Problem, clock: &Clock) {
        let cost = self.choice.cost(problem);
        self.cheapest = self.proven(problem) && cost == 0;
        if self.cheapest || !self.proven(problem) {
            return;
        }
        let must = problem.must();
        let aim = Aim::Money { score: self.choice.score(problem) };
        let task = Task { aim, most: Some(amount(cost)), must: &must, start: Some(&self.choice) };
        match solve(problem, &task, clock.left()) {
            Answer::Best(found) => {
                self.cheapest = cost < CENTS_ARE_EXACT;
                self.choice = found;
            }
            Answer::Unproven { choice: Some(found), .. } => self.choice = found,
            Answer::Unproven { choice: None, .. } | Answer::Infeasible => {}
        }
    }
}

/// The greatest whole score that is not above a bound, whose last digits are noise.
#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and scores are far smaller")]
fn whole_score(bound: f64) -> i64 {
    (bound + 1e-4).floor() as i64
}

/// Time that is left.
#[derive(Debug)]
pub struct Clock(Option<Instant>);

impl Clock {
    fn start(limit: Duration) -> Self {
        // What is too long to add is no limit.
        Self(Instant::now().checked_add(limit))
    }

    /// Until the end.
    pub fn left(&self) -> Duration {
        self.0.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    /// A clock for one of so many that have to share what is left.
    pub fn share(&self, among: u32) -> Self {
        Self::start(self.left() / among.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::Offer;

    #[test]
    fn an_answer_that_contradicts_what_is_known_is_not_believed() {
        let offer = |id| Offer { id, seller: None, item: 1000, shipping: Some(0), further: None };
        let candidate = |album| Candidate { album, score: 100 * album, offers: vec![offer(album)] };
        let problem = Problem::read(&[1, 2, 3].map(candidate), 1500, &[]).unwrap();
        let bought = |album: usize| {
            let mut choice = Choice::empty(&problem);
            choice.0[album] = Some(album);
            choice
        };
        let heard = |answer| {
            let mut best = Best { choice: bought(1), bound: 400, cheapest: false };
            best.hear_of_score(&problem, answer);
            (best.choice.score(&problem), best.bound)
        };
        // Nothing, worse than what is there, a bound below what is there.
        assert_eq!(heard(Answer::Infeasible), (200, 400));
        assert_eq!(heard(Answer::Best(bought(0))), (200, 400));
        assert_eq!(heard(Answer::Unproven { choice: Some(bought(0)), bound: Some(150.0) }), (200, 400));
        assert_eq!(heard(Answer::Unproven { choice: None, bound: Some(f64::NAN) }), (200, 400));
        assert_eq!(heard(Answer::Unproven { choice: None, bound: Some(f64::INFINITY) }), (200, 400));
        // What is better and possible.
        assert_eq!(heard(Answer::Unproven { choice: Some(bought(2)), bound: Some(349.99999) }), (300, 350));
        assert_eq!(heard(Answer::Unproven { choice: None, bound: Some(200.5) }), (200, 200));
        assert_eq!(heard(Answer::Best(bought(2))), (300, 300));
    }
}
