//! The plain way: the most score for the money first, as long as the money lasts; then one album in for others, as long as that gains. A
//! start for the solver, and what is left when the solver's time is too short.

use std::cmp::Ordering;

use crate::choice::Choice;
use crate::problem::Problem;

/// These albums, each where it is cheapest beside those before, the cheapest first; within the budget or not.
pub fn with(problem: &Problem, albums: &[usize]) -> Choice {
    let mut choice = Choice::empty(problem);
    let mut parcels = choice.parcels(problem);
    let mut waiting = albums.to_vec();
    while let Some((_, offer)) = waiting.iter().filter_map(|album| parcels.cheapest(problem, *album)).min() {
        let entry = &problem.offers[offer];
        parcels.add(entry);
        choice.0[entry.album] = Some(offer);
        waiting.retain(|album| *album != entry.album);
    }
    choice
}

/// Adds albums while they fit: the most score for the money first, then the cheapest. Money is not spent on an album without score.
pub fn fill(problem: &Problem, mut choice: Choice) -> Choice {
    let mut parcels = choice.parcels(problem);
    let mut left = i128::from(problem.budget) - choice.cost(problem);
    loop {
        let waiting = (0..problem.albums.len()).filter(|album| !choice.has(*album));
        let fitting = waiting.filter_map(|album| {
            let (more, offer) = parcels.cheapest(problem, album)?;
            let score = problem.albums[album].score;
            (score > 0 && more <= left).then_some((score, more, offer))
        });
        let Some((_, more, offer)) = fitting.min_by(worth) else { return choice };
        let entry = &problem.offers[offer];
        parcels.add(entry);
        choice.0[entry.album] = Some(offer);
        left -= more;
    }
}

/// The one with more score for the money is less; of equals the cheaper one.
fn worth(a: &(i64, i128, usize), b: &(i64, i128, usize)) -> Ordering {
    let (ours, theirs) = (i128::from(a.0) * b.1, i128::from(b.0) * a.1);
    theirs.cmp(&ours).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2))
}

/// Puts one more album in and takes others out until it fits, then adds what still fits. None when it cannot: those that must be in stay.
pub fn exchange(problem: &Problem, choice: &Choice, album: usize) -> Option<Choice> {
    let budget = i128::from(problem.budget);
    let mut choice = choice.clone();
    let (_, offer) = choice.parcels(problem).cheapest(problem, album)?;
    choice.0[album] = Some(offer);
    loop {
        let cost = choice.cost(problem);
        if cost <= budget {
            return Some(fill(problem, choice));
        }
        let mut least: Option<(bool, i64, i128, usize)> = None;
        for place in (0..problem.albums.len()).filter(|place| *place != album && !problem.albums[*place].must) {
            let Some(offer) = choice.0[place].take() else { continue };
            let saved = cost - choice.cost(problem);
            choice.0[place] = Some(offer);
            let this = (cost - saved > budget, problem.albums[place].score, saved, place);
            if least.as_ref().is_none_or(|least| loss(&this, least).is_lt()) {
                least = Some(this);
            }
        }
        choice.0[least?.3] = None;
    }
}

/// One that is enough by itself before those that are not; of the former the lowest score, of the latter the lowest for the money saved.
fn loss(a: &(bool, i64, i128, usize), b: &(bool, i64, i128, usize)) -> Ordering {
    let for_money = |a: &(bool, i64, i128, usize), other: i128| if a.0 { i128::from(a.1) * other } else { a.1.into() };
    a.0.cmp(&b.0).then(for_money(a, b.2).cmp(&for_money(b, a.2))).then(b.2.cmp(&a.2)).then(a.3.cmp(&b.3))
}

/// Exchanges while the score rises.
pub fn improve(problem: &Problem, mut choice: Choice) -> Choice {
    let better = |choice: &Choice| {
        let waiting = (0..problem.albums.len()).filter(|album| !choice.has(*album));
        let others = waiting.filter_map(|album| exchange(problem, choice, album));
        others.max_by_key(|other| other.score(problem)).filter(|other| other.score(problem) > choice.score(problem))
    };
    while let Some(other) = better(&choice) {
        choice = other;
    }
    choice
}
