//! Baskets of made-up offers, solved exactly, beside the plain choice of the most score for the money.
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use vinilogy_basket::{Basket, Candidate, Limits, Offer, choose, greedy};

use super::names::dice;
use super::rows::{Row, Times};

/// Draws for each size and budget.
const DRAWS: u64 = 10;
/// What nobody waits longer for.
const AMPLE: Duration = Duration::from_secs(20);
/// For the reasons.
const REASONS: Duration = Duration::from_secs(1);
/// After which a search is stopped, to see what it has by then.
const SHORT: Duration = Duration::from_millis(5);

/// How many albums at how many sellers, and budgets in cents.
const SIZES: [(u64, u64, [i64; 2]); 2] = [(20, 60, [15_000, 30_000]), (50, 200, [30_000, 75_000])];

/// Solves them all.
pub fn measure() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (albums, sellers, budgets) in SIZES {
        for budget in budgets {
            let what = format!("basket: {albums} albums × {sellers} sellers, {} €, {DRAWS} draws", budget / 100);
            let mut figures = Figures::default();
            for draw in 0..DRAWS {
                figures.add(&candidates(albums, sellers, draw), budget)?;
            }
            let goal = if albums == 20 { "proven" } else { "–" };
            rows.push(Row::new("–", what, goal, figures.text()));
        }
    }
    Ok(rows)
}

/// What the draws of one size add up to.
#[derive(Default)]
struct Figures {
    solved: Times,
    explained: Times,
    proven: usize,
    score: i64,
    plain: i64,
    plain_best: usize,
    /// The worst gap of searches that were stopped.
    stopped_gap: f64,
    stopped: usize,
}

impl Figures {
    fn add(&mut self, candidates: &[Candidate], budget: i64) -> Result<()> {
        let started = Instant::now();
        let best = choose(candidates, budget, &[], Limits { best: AMPLE, reasons: Duration::ZERO })?;
        self.solved.push(started.elapsed());
        let started = Instant::now();
        let explained = choose(candidates, budget, &[], Limits { best: AMPLE, reasons: REASONS })?;
        self.explained.push(started.elapsed());
        let plain = greedy(candidates, budget, &[])?;
        let stopped = choose(candidates, budget, &[], Limits { best: SHORT, reasons: Duration::ZERO })?;
        for basket in [&best, &explained, &plain, &stopped] {
            ensure!(basket.total <= budget && basket.score <= best.bound, "{basket:?}");
        }
        self.proven += usize::from(best.proven && best.cheapest);
        self.score += best.score;
        self.plain += plain.score;
        self.plain_best += usize::from(plain.score == best.score);
        self.stopped += usize::from(!(stopped.proven && stopped.cheapest));
        self.stopped_gap = self.stopped_gap.max(Basket::gap(&stopped).unwrap_or(0.0));
        Ok(())
    }

    fn text(&mut self) -> String {
        format!(
            "{} proven best and cheapest, p50 {:.0} ms, worst {:.0} ms (with all reasons {:.0} and {:.0} ms); {:.1} % more score than \
             the plain choice, which is the best {} times; stopped after {} ms ({} were) the gap is {:.1} % at most",
            self.proven,
            self.solved.quantile_ms(0.5),
            self.solved.quantile_ms(1.0),
            self.explained.quantile_ms(0.5),
            self.explained.quantile_ms(1.0),
            (self.score as f64 / self.plain as f64 - 1.0) * 100.0,
            self.plain_best,
            SHORT.as_millis(),
            self.stopped,
            self.stopped_gap * 100.0
        )
    }
}

/// Each seller has a third of the albums, at prices whose logarithm is normal around 25 €, and asks 4 to 18 € for a parcel.
fn candidates(albums: u64, sellers: u64, draw: u64) -> Vec<Candidate> {
    let place = |kind: u64, album: u64, seller: u64| dice((((draw * 4 + kind) << 40) | (album << 20)) + seller);
    let candidate = |album: u64| {
        let has = |seller: &u64| place(0, album, *seller).is_multiple_of(3);
        let offer = |seller: u64| Offer {
            id: (album * sellers + seller).cast_signed(),
            seller: Some(seller.cast_signed()),
            item: price(place(1, album, seller)),
            shipping: Some(400 + (place(2, 0, seller) % 1401).cast_signed()),
            further: None,
        };
        Candidate {
            album: album.cast_signed(),
            score: 3000 + (place(3, album, 0) % 6501).cast_signed(),
            offers: (1..=sellers).filter(has).map(offer).collect(),
        }
    };
    (1..=albums).map(candidate).collect()
}

/// In cents. The sum of twelve even draws is normal enough.
#[expect(clippy::cast_possible_truncation, reason = "some thousands of cents")]
fn price(seed: u64) -> i64 {
    let even = |n: u64| (dice(seed.wrapping_add(n)) >> 11) as f64 / (1_u64 << 53) as f64;
    let normal = (0..12).map(even).sum::<f64>() - 6.0;
    (2500.0 * (0.4 * normal).exp()).round() as i64
}
