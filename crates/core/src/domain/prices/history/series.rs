//! A history as points for a chart.

use chrono::{DateTime, Utc};

use super::{History, Point};

impl History {
    /// The steps between two times, both included, for a chart that draws them as steps: what held at `from` stands at `from`. When there are
    /// more than `max_points` (at least 4), the first and the last stay, and of each run of the others the cheapest and the dearest, so
    /// that no extreme is lost. Oldest first.
    #[must_use]
    pub fn series(&self, from: DateTime<Utc>, until: DateTime<Utc>, max_points: usize) -> Vec<Point> {
        let held = self.points().take_while(|point| point.at < from).last().filter(|_| from <= until);
        let held = held.map(|point| Point { at: from, ..point });
        let within = self.points().filter(|point| (from..=until).contains(&point.at));
        // A step at `from` itself takes the place of what held before.
        let mut points: Vec<Point> = held.into_iter().chain(within).collect();
        if points.get(1).is_some_and(|second| second.at == points[0].at) {
            points.remove(0);
        }
        thinned(points, max_points.max(4))
    }
}

fn thinned(points: Vec<Point>, max_points: usize) -> Vec<Point> {
    let [first, inner @ .., last] = &points[..] else { return points };
    if points.len() <= max_points {
        return points;
    }
    let run = inner.len().div_ceil((max_points - 2) / 2);
    let extremes = inner.chunks(run).flat_map(|run| {
        // Where none was for sale there is no price to draw: a run of nothing else keeps one such point.
        let priced = || run.iter().filter(|point| point.low.is_some());
        let cheapest = priced().min_by_key(|point| point.low).or(run.first());
        let dearest = priced().max_by_key(|point| point.low).filter(|dearest| Some(*dearest) != cheapest);
        let mut kept: Vec<Point> = cheapest.into_iter().chain(dearest).copied().collect();
        kept.sort_unstable_by_key(|point| point.at);
        kept
    });
    std::iter::once(*first).chain(extremes).chain([*last]).collect()
}
