//! The variables of the model, and the way from a choice to their values and back.
//!
//! - `album`: is it in? Zero or one.
//! - `share`: how much of the album is bought by this offer? Between zero and one, not whole: once the albums and parcels are settled, the
//!   cheapest open offer of each album is as good as any mixture, and the search has far less to branch on.
//! - `step`: does the parcel of this seller cost this base at least? One for each different base, each paying what it adds to the one
//!   below. An offer waits for the step of its own base, which keeps the relaxation close where offers of a seller ship at different prices.

use good_lp::{ProblemVariables, Variable, variable};

use crate::choice::Choice;
use crate::problem::Problem;

/// One base that a seller asks.
pub struct Step {
    pub seller: usize,
    /// What the parcel costs beyond the items, from this step on.
    pub base: i64,
    /// What it costs more than the step below.
    pub rise: i64,
    pub open: Variable,
}

/// The variables, by the places of what they stand for.
pub struct Variables {
    pub albums: Vec<Variable>,
    pub shares: Vec<Variable>,
    /// By seller, the lowest base first.
    pub steps: Vec<Step>,
    /// For each offer the place of its step; none where nothing is asked beyond the item.
    pub step_of: Vec<Option<usize>>,
}

impl Variables {
    /// Makes them; albums that must be in are fixed.
    pub fn new(problem: &Problem, must: &[usize], definitions: &mut ProblemVariables) -> Self {
        let least = |album: usize| f64::from(u8::from(must.contains(&album)));
        let album = |place: usize| definitions.add(variable().integer().min(least(place)).max(1));
        let albums = (0..problem.albums.len()).map(album).collect();
        let shares = definitions.add_vector(variable().min(0).max(1), problem.offers.len());
        let mut bases: Vec<(usize, i64)> = problem.offers.iter().map(|entry| (entry.seller, entry.base)).collect();
        bases.retain(|(_, base)| *base > 0);
        bases.sort_unstable();
        bases.dedup();
        let step_of = problem.offers.iter().map(|entry| bases.binary_search(&(entry.seller, entry.base)).ok());
        let step_of = step_of.collect();
        let below = |place: usize| match bases.get(place.wrapping_sub(1)) {
            Some((seller, base)) if *seller == bases[place].0 => *base,
            _ => 0,
        };
        let mut step = |(place, (seller, base)): (usize, &(usize, i64))| Step {
            seller: *seller,
            base: *base,
            rise: base - below(place),
            open: definitions.add(variable().binary()),
        };
        let steps = bases.iter().enumerate().map(&mut step).collect();
        Self { albums, shares, steps, step_of }
    }

    /// A choice as values.
    pub fn values(&self, problem: &Problem, choice: &Choice) -> Vec<(Variable, f64)> {
        let parcels = choice.parcels(problem);
        let one = |yes: bool| f64::from(u8::from(yes));
        let albums = self.albums.iter().enumerate().map(|(place, album)| (*album, one(choice.has(place))));
        let shares = self.shares.iter().enumerate().map(|(place, share)| {
            let album = problem.offers[place].album;
            (*share, one(choice.0[album] == Some(place)))
        });
        let steps = self.steps.iter().map(|step| (step.open, one(parcels.base(step.seller) >= step.base)));
        albums.chain(shares).chain(steps).collect()
    }

    /// The cheapest offer whose step is open, for each album that is in. Values are near zero or one, not on it.
    pub fn choice(&self, problem: &Problem, value: impl Fn(Variable) -> f64) -> Choice {
        let is = |variable: Variable| value(variable) > 0.5;
        let open = |offer: &usize| self.step_of[*offer].is_none_or(|step| is(self.steps[step].open));
        let cheapest = |(place, album): (usize, &Variable)| {
            let offers = problem.albums[place].offers.clone().filter(open);
            if is(*album) { offers.min_by_key(|offer| (problem.offers[*offer].item, *offer)) } else { None }
        };
        Choice(self.albums.iter().enumerate().map(cheapest).collect())
    }
}
