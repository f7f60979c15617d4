//! What no basket exceeds, and what none falls below, without a solver.

use crate::problem::Problem;

/// Albums may be cut, each costs its cheapest item, and one parcel is paid, the cheapest: the relaxation of Dantzig's, which takes them by
/// score for money until the budget ends in the middle of one.
pub fn greatest_score(problem: &Problem) -> i64 {
    let Some(parcel) = problem.offers.iter().map(|entry| entry.base).min() else { return 0 };
    let mut albums: Vec<(i128, i128)> = Vec::new();
    for (place, album) in problem.albums.iter().enumerate() {
        let least = problem.offers_of(place).iter().map(|entry| entry.item).min();
        albums.extend(least.map(|item| (i128::from(album.score), i128::from(item))));
    }
    albums.sort_unstable_by(|(score, item), (other_score, other_item)| {
        // Free ones, of whatever score, come first.
        (other_score * item).cmp(&(score * other_item)).then(item.cmp(other_item))
    });
    let mut left = i128::from(problem.budget) - i128::from(parcel);
    let mut sum = 0;
    for (score, item) in albums {
        if item > left {
            return i64::try_from(sum + score * left.max(0) / item).unwrap_or(i64::MAX);
        }
        left -= item;
        sum += score;
    }
    i64::try_from(sum).unwrap_or(i64::MAX)
}

/// What these albums cost together at least: their cheapest items, and one parcel, the cheapest of any of them.
pub fn least_cost(problem: &Problem, albums: &[usize]) -> i128 {
    let offers = || albums.iter().flat_map(|album| problem.offers_of(*album));
    let parcel = offers().map(|entry| i128::from(entry.base)).min().unwrap_or(0);
    let item = |album: &usize| problem.offers_of(*album).iter().map(|entry| i128::from(entry.item)).min();
    albums.iter().filter_map(item).sum::<i128>() + parcel
}
