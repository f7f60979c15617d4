//! A list that is read page by page while others write it: rows shift, so that one comes twice and another not at all.
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use vinilogy_upstream::Error;

/// Discogs shows this many rows of one query.
const MOST_ROWS: u32 = 10_000;
/// Of this many rows a page.
const ROWS: u32 = 100;

/// One page as it was answered.
pub struct Page<T> {
    /// How many pages there are.
    pub pages: u32,
    /// How many rows there are on all.
    pub items: u32,
    /// When it was answered.
    pub fetched_at: DateTime<Utc>,
    /// Rows by their ids.
    pub rows: Vec<(i64, T)>,
}

/// All pages of a list that were read so far.
pub struct Pages<T> {
    /// Each row once.
    pub rows: BTreeMap<i64, T>,
    /// When its first page was answered.
    pub seen_at: Option<DateTime<Utc>>,
    /// How many pages and rows there are, as the newest page says.
    counted: Option<(u32, u32)>,
    read: u32,
    /// A page told another count than the one before, or was not there any more.
    shifted: bool,
    ended: bool,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), seen_at: None, counted: None, read: 0, shifted: false, ended: false }
    }
}

impl<T> Pages<T> {
    /// The number of the page to read next, from 1; none after the last.
    pub fn next(&self) -> Option<u32> {
        let last = self.counted.map_or(1, |(pages, _)| pages).min(MOST_ROWS / ROWS);
        (!self.ended && (self.read == 0 || self.read < last)).then_some(self.read + 1)
    }

    /// Adds the page that was read. One that was there when the page before it was read, and is not any more, is a shift.
    ///
    /// # Errors
    /// The page's own.
    pub fn add(&mut self, page: Result<Page<T>, Error>) -> Result<(), Error> {
        let page = match page {
            Err(Error::NotFound) if self.read > 0 => {
                (self.shifted, self.ended) = (true, true);
                return Ok(());
            }
            page => page?,
        };
        self.read += 1;
        self.seen_at = self.seen_at.or(Some(page.fetched_at)).min(Some(page.fetched_at));
        self.shifted |= self.counted.is_some_and(|(_, items)| items != page.items);
        self.counted = Some((page.pages, page.items));
        self.ended |= page.rows.is_empty();
        self.rows.extend(page.rows);
        Ok(())
    }

    fn items(&self) -> u32 {
        self.counted.map_or(0, |(_, items)| items)
    }

    /// As many different rows came as the service counted, on every page alike: nothing shifted, nothing was missed.
    pub fn steady(&self) -> bool {
        !self.shifted && self.rows.len() as u64 == u64::from(self.items().min(MOST_ROWS))
    }

    /// Nothing can have been missed.
    pub fn complete(&self) -> bool {
        self.steady() && self.items() <= MOST_ROWS
    }

    /// A second reading of a list that shifted during the first one. When it was steady it is all there is; else both together are
    /// what is known, and what is missing in both is repaired by the next pass.
    pub fn or(self, again: Self) -> Self {
        if again.steady() {
            return again;
        }
        let mut rows = self.rows;
        rows.extend(again.rows);
        Self { rows, ..again }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages of ids, each with the count that it says.
    fn read(pages: &[(u32, &[i64])]) -> Pages<()> {
        let mut all = Pages::default();
        while let Some(number) = all.next() {
            let fetched_at = DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(i64::from(number));
            let page = pages.get(usize::try_from(number).unwrap() - 1).map(|(items, ids)| {
                let rows = ids.iter().map(|id| (*id, ())).collect();
                Page { pages: items.div_ceil(2), items: *items, fetched_at, rows }
            });
            all.add(page.ok_or(Error::NotFound)).unwrap();
        }
        all
    }

    #[test]
    fn a_list_at_rest_is_complete() {
        for (pages, wanted) in [
            (vec![(0, &[][..])], vec![]),
            (vec![(2, &[1, 2][..])], vec![1, 2]),
            (vec![(3, &[1, 2][..]), (3, &[3][..])], vec![1, 2, 3]),
        ] {
            let all = read(&pages);
            assert!(all.complete(), "{pages:?}");
            assert_eq!(all.rows.into_keys().collect::<Vec<_>>(), wanted);
            assert_eq!(all.seen_at, Some(DateTime::UNIX_EPOCH + chrono::TimeDelta::seconds(1)));
        }
    }

    #[test]
    fn f12_a_list_that_shifts_is_noticed() {
        for (what, pages) in [
            ("a row was deleted", vec![(4, &[1, 2][..]), (3, &[4][..])]),
            ("a row was deleted and another entered", vec![(4, &[1, 2][..]), (4, &[2, 4][..])]),
            ("a row was entered", vec![(3, &[1, 2][..]), (4, &[2, 3][..])]),
            ("the last page has gone", vec![(3, &[1, 2][..])]),
        ] {
            assert!(!read(&pages).complete(), "{what}");
        }
    }

    #[test]
    fn a_steady_second_reading_is_believed_alone() {
        let shifted = || read(&[(3, &[1, 2][..])]);
        let again = shifted().or(read(&[(2, &[2, 3][..])]));
        assert_eq!((again.complete(), again.rows.into_keys().collect()), (true, vec![2, 3]));
        let both = shifted().or(read(&[(4, &[2, 3][..])]));
        assert_eq!((both.complete(), both.rows.into_keys().collect()), (false, vec![1, 2, 3]));
    }
}
