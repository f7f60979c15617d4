//! The model, and the one call of the solver.

use std::time::Duration;

use good_lp::{
    Constraint, Expression, ProblemVariables, Solution as _, SolverModel as _, WithInitialSolution as _,
    WithTimeLimit as _, microlp,
};

use crate::choice::Choice;
use crate::problem::Problem;
use crate::variables::Variables;

/// Longer than anybody waits, and short enough for a clock to add.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);
/// Amounts above this many units of the model are halved until they are below, exactly, so that the solver's tolerances stay far below one
/// of them and far above what floating point rounds.
const LARGEST: i64 = 1 << 20;

/// What is wanted of a basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The greatest sum of scores.
    Score,
    /// The least money for this sum of scores or more.
    Money {
        /// The sum.
        score: i64,
    },
}

/// A question to the solver.
#[derive(Debug)]
pub struct Task<'a> {
    pub aim: Aim,
    /// What may be spent; nothing limits it without.
    pub most: Option<i64>,
    /// Places of the albums that must be in.
    pub must: &'a [usize],
    /// A choice that meets the task, where one is known.
    pub start: Option<&'a Choice>,
}

impl Task<'_> {
    fn met_by(&self, problem: &Problem, choice: &Choice) -> bool {
        let scored = match self.aim {
            Aim::Score => true,
            Aim::Money { score } => choice.score(problem) >= score,
        };
        let paid = self.most.is_none_or(|most| choice.cost(problem) <= i128::from(most));
        scored && paid && self.must.iter().all(|album| choice.has(*album))
    }
}

/// The solver's answer, as far as it could be checked.
#[derive(Debug)]
pub enum Answer {
    /// It meets the task, and nothing is better.
    Best(Choice),
    /// The time ended, or the solver failed. What it had is a choice that meets the task, and a score above, or a sum of money below, which
    /// none is.
    Unproven {
        /// The best so far.
        choice: Option<Choice>,
        /// Scores in hundredths, money in minor units.
        bound: Option<f64>,
    },
    /// Nothing meets the task.
    Infeasible,
}

/// Solves within the time.
pub fn solve(problem: &Problem, task: &Task<'_>, limit: Duration) -> Answer {
    if limit.is_zero() {
        return Answer::Unproven { choice: None, bound: None };
    }
    let mut definitions = ProblemVariables::new();
    let variables = Variables::new(problem, task.must, &mut definitions);
    let unit = unit(problem, task.most);
    let spent = spent(problem, &variables, unit);
    let scored = scored(problem, &variables);
    let unsolved = match task.aim {
        Aim::Score => definitions.maximise(scored.clone()),
        Aim::Money { .. } => definitions.minimise(spent.clone()),
    };
    let mut model = unsolved.using(microlp).with_all(structure(problem, &variables));
    if let Some(most) = task.most {
        model.add_constraint(spent.leq(most as f64 / unit));
    }
    if let Aim::Money { score } = task.aim {
        // Scores are whole: the half keeps rounding errors away from the edge.
        model.add_constraint(scored.geq(score as f64 - 0.5));
    }
    if let Some(start) = task.start {
        model = model.with_initial_solution(variables.values(problem, start));
    }
    let solution = match model.with_time_limit(limit.min(LONGEST).as_secs_f64()).solve() {
        Ok(solution) => solution,
        Err(good_lp::ResolutionError::Infeasible) => return Answer::Infeasible,
        Err(_) => return Answer::Unproven { choice: None, bound: None },
    };
    let optimal = matches!(solution.status(), good_lp::solvers::SolutionStatus::Optimal);
    let choice = variables.choice(problem, |variable| solution.value(variable));
    let bound = solution.into_inner().stats().best_bound;
    checked(problem, task, choice, optimal, bound.map(|bound| task.aim.told(bound, unit)))
}

/// Only what meets the task in integers is believed.
fn checked(problem: &Problem, task: &Task<'_>, choice: Choice, optimal: bool, bound: Option<f64>) -> Answer {
    let meets = task.met_by(problem, &choice);
    if optimal && meets {
        return Answer::Best(choice);
    }
    Answer::Unproven { choice: meets.then_some(choice), bound }
}

impl Aim {
    fn told(self, bound: f64, unit: f64) -> f64 {
        match self {
            Self::Score => bound,
            Self::Money { .. } => bound * unit,
        }
    }
}

/// How many minor units a unit of the model is: a power of two, by which floating point divides exactly.
fn unit(problem: &Problem, most: Option<i64>) -> f64 {
    let dearest = problem.offers.iter().map(|entry| entry.alone()).max().unwrap_or(0);
    let mut largest = most.unwrap_or(0).max(dearest);
    let mut unit = 1.0;
    while largest > LARGEST {
        largest /= 2;
        unit *= 2.0;
    }
    unit
}

fn spent(problem: &Problem, variables: &Variables, unit: f64) -> Expression {
    let mut spent = Expression::with_capacity(variables.shares.len() + variables.steps.len());
    for (entry, share) in problem.offers.iter().zip(&variables.shares) {
        spent.add_mul(entry.item as f64 / unit, share);
    }
    for step in &variables.steps {
        spent.add_mul(step.rise as f64 / unit, step.open);
    }
    spent
}

fn scored(problem: &Problem, variables: &Variables) -> Expression {
    let mut scored = Expression::with_capacity(variables.albums.len());
    for (album, variable) in problem.albums.iter().zip(&variables.albums) {
        scored.add_mul(album.score as f64, variable);
    }
    scored
}

/// An album is bought by its offers, an offer waits for its step, a step for the one below.
fn structure(problem: &Problem, variables: &Variables) -> Vec<Constraint> {
    let mut constraints = Vec::new();
    for (album, variable) in problem.albums.iter().zip(&variables.albums) {
        let bought: Expression = variables.shares[album.offers.clone()].iter().sum();
        constraints.push(bought.eq(*variable));
    }
    for (share, step) in variables.shares.iter().zip(&variables.step_of) {
        constraints.extend(step.map(|step| good_lp::constraint::leq(*share, variables.steps[step].open)));
    }
    for pair in variables.steps.windows(2) {
        if let [below, above] = pair
            && below.seller == above.seller
        {
            constraints.push(good_lp::constraint::leq(above.open, below.open));
        }
    }
    constraints
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::offers::{Candidate, Offer};

    fn problem(budget: i64) -> Problem {
        let offer = |id: i64| Offer {
            id,
            seller: Some(id % 3),
            item: 100 * (1 + id % 7),
            shipping: Some(90 * (1 + id % 4)),
            further: None,
        };
        let candidate = |album: i64| Candidate {
            album,
            score: 100 * album,
            offers: (0..4).map(|n| offer(album * 4 + n)).collect(),
        };
        let candidates: Vec<Candidate> = (1..=5).map(candidate).collect();
        Problem::read(&candidates, budget, &[2]).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_the_solver_says_no_choice_breaks_the_task(
            budget in 400..3000_i64,
            values in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0, Just(f64::NAN)], 60),
            score in 0..1500_i64,
            optimal in any::<bool>(),
        ) {
            let problem = problem(budget);
            let variables = Variables::new(&problem, &[1], &mut ProblemVariables::new());
            let nothing = variables.values(&problem, &Choice::empty(&problem));
            let place = |wanted| nothing.iter().position(|(variable, _)| *variable == wanted).unwrap();
            let value = |variable| values[place(variable)];
            let choice = variables.choice(&problem, value);
            for aim in [Aim::Score, Aim::Money { score }] {
                let task = Task { aim, most: Some(budget), must: &[1], start: None };
                if let Answer::Best(choice) | Answer::Unproven { choice: Some(choice), .. } =
                    checked(&problem, &task, choice.clone(), optimal, Some(0.0))
                {
                    prop_assert!(choice.admitted(&problem, &[1]));
                    prop_assert!(aim == Aim::Score || choice.score(&problem) >= score);
                }
            }
        }

        #[test]
        fn a_choice_survives_the_way_through_the_variables(picks in prop::collection::vec(0..5_usize, 5)) {
            let problem = problem(100_000);
            let variables = Variables::new(&problem, &[], &mut ProblemVariables::new());
            let mut choice = Choice::empty(&problem);
            for (place, pick) in picks.iter().enumerate() {
                choice.0[place] = problem.albums[place].offers.clone().nth(*pick);
            }
            let values = variables.values(&problem, &choice);
            let value = |wanted| values.iter().find(|(variable, _)| *variable == wanted).unwrap().1;
            let read = variables.choice(&problem, value);
            // The same albums from parcels that are open anyway, for no more.
            prop_assert_eq!(read.score(&problem), choice.score(&problem));
            prop_assert!(read.cost(&problem) <= choice.cost(&problem));
        }
    }
}
