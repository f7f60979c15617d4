//! Why an album is not in: what can be said of it alone first, then against the basket.

use crate::basket::{LeftOut, amount};
use crate::choice::Choice;
use crate::choose::{Best, Clock};
use crate::model::{Aim, Answer, Task, solve};
use crate::plain;
use crate::problem::Problem;

/// Why an album is not in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nobody offers it.
    NoOffer,
    /// It is offered, but nobody says what sending it costs.
    UnknownShipping,
    /// It costs more than the whole budget, even alone.
    AboveBudget {
        /// Its cheapest offer with shipping, in minor units.
        least: i64,
    },
    /// Its score is zero, and money is not spent on that.
    NoScore,
    /// A basket that has it is worth less than this one.
    WorthLess {
        /// Albums that would have to go.
        pushes_out: Vec<i64>,
        /// Other albums that would come with it, for what is left.
        brings: Vec<i64>,
        /// By how much that basket's sum of scores is lower, in hundredths; zero where it is no lower and no cheaper.
        less: i64,
        /// Whether both are the best of their kind: solved again with the album in. Otherwise that basket is the best that was found.
        proven: bool,
    },
    /// Beside what is in the basket it costs more than is left, and no basket that has it was found: the albums that must be in leave no
    /// room for it.
    Short {
        /// How much is missing, in minor units.
        by: i64,
    },
}

/// A reason for each album that is not in. The most wanted are solved again first.
pub fn left_out(problem: &Problem, best: &Best, clock: &Clock) -> Vec<LeftOut> {
    let mut albums: Vec<usize> = (0..problem.albums.len()).filter(|album| !best.choice.has(*album)).collect();
    albums.sort_by_key(|album| std::cmp::Reverse(problem.albums[*album].score));
    let mut reasons = Vec::new();
    for (told, place) in albums.iter().enumerate() {
        let waiting = u32::try_from(albums.len() - told).unwrap_or(u32::MAX);
        let why = alone(problem, *place)
            .or_else(|| worth_less(problem, best, *place, &clock.share(waiting)))
            .or_else(|| short(problem, best, *place));
        reasons.extend(why.map(|why| LeftOut { album: problem.albums[*place].id, why }));
    }
    reasons.sort_unstable_by_key(|reason| reason.album);
    reasons
}

/// What is true whatever else is in the basket.
fn alone(problem: &Problem, place: usize) -> Option<Why> {
    let album = &problem.albums[place];
    match album.least {
        None if album.offered => Some(Why::UnknownShipping),
        None => Some(Why::NoOffer),
        Some(least) if album.offers.is_empty() => Some(Why::AboveBudget { least }),
        Some(_) => (album.score == 0).then_some(Why::NoScore),
    }
}

fn short(problem: &Problem, best: &Best, place: usize) -> Option<Why> {
    let (more, _) = best.choice.parcels(problem).cheapest(problem, place)?;
    let left = i128::from(problem.budget) - best.choice.cost(problem);
    Some(Why::Short { by: amount(more - left) })
}

/// Exchanges albums for this one, then solves again with it in.
fn worth_less(problem: &Problem, best: &Best, place: usize, clock: &Clock) -> Option<Why> {
    let mut must = problem.must();
    must.push(place);
    let start = plain::exchange(problem, &best.choice, place);
    let task = Task { aim: Aim::Score, most: Some(problem.budget), must: &must, start: start.as_ref() };
    let (other, solved) = match solve(problem, &task, clock.left()) {
        Answer::Best(other) => (other, true),
        Answer::Unproven { choice, .. } => (more(problem, choice, start)?, false),
        Answer::Infeasible => return None,
    };
    let less = best.choice.score(problem) - other.score(problem);
    let beside = |ours: &Choice, theirs: &Choice| -> Vec<i64> {
        let only = |album: &usize| *album != place && ours.has(*album) && !theirs.has(*album);
        (0..problem.albums.len()).filter(only).map(|album| problem.albums[album].id).collect()
    };
    // Of a basket that is not the best, the other may be the better one: then this is no reason.
    (less >= 0).then(|| Why::WorthLess {
        pushes_out: beside(&best.choice, &other),
        brings: beside(&other, &best.choice),
        less,
        proven: solved && best.proven(problem),
    })
}

fn more(problem: &Problem, one: Option<Choice>, other: Option<Choice>) -> Option<Choice> {
    one.into_iter().chain(other).max_by_key(|choice| choice.score(problem))
}
