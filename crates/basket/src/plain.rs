//! The plain way: the most score for the money first, as long as the money lasts. A start for the solver, what is left when the solver's
//! time is too short, and the measure of what solving gains.

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
