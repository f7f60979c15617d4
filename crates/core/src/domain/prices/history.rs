//! Stub.
use chrono::{DateTime, Utc};
/// p
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// a
    pub at: DateTime<Utc>,
    /// b
    pub low: Option<i64>,
    /// c
    pub for_sale: Option<i32>,
}
/// h
#[derive(Clone, Debug, Default)]
pub struct History {
    /// p
    pub points: Vec<Point>,
}
impl History {
    /// o
    pub fn observe(&mut self, point: Point) -> bool {
        let at = self.points.partition_point(|p| p.at <= point.at);
        if at > 0 && (self.points[at - 1].low, self.points[at - 1].for_sale) == (point.low, point.for_sale) { return false; }
        self.points.insert(at, point);
        true
    }
    /// t
    pub fn to_arrays(&self) -> (Vec<i32>, Vec<Option<i64>>, Vec<Option<i32>>) {
        let m = self.points.iter().map(|p| (p.at.timestamp() / 60) as i32).collect();
        (m, self.points.iter().map(|p| p.low).collect(), self.points.iter().map(|p| p.for_sale).collect())
    }
    /// f
    pub fn from_arrays(m: &[i32], l: &[Option<i64>], f: &[Option<i32>]) -> Self {
        Self { points: m.iter().zip(l).zip(f).filter_map(|((m, l), f)| Some(Point { at: DateTime::from_timestamp(i64::from(*m) * 60, 0)?, low: *l, for_sale: *f })).collect() }
    }
}
