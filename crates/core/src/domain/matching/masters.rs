//! Whose pressings a Discogs master lists when several albums have it: MusicBrainz may know as two what Discogs keeps as one ("Act 1" and
//! "Act 2", an album and its recording anew), and a link may be wrong. A pressing is of one album, and which one must not depend on which
//! was read first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use uuid::Uuid;

use super::titles::compare_words;
use crate::domain::names::album_key;

/// An album that has the master.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharer<'a> {
    /// The key of its title, [`album_key`].
    pub title_key: &'a str,
    /// Of its first release.
    pub year: Option<i16>,
    /// Its MusicBrainz release group.
    pub mbid: Option<Uuid>,
    /// A person said that the master is this album.
    pub by_hand: bool,
    /// MusicBrainz does not list it any more.
    pub unlisted: bool,
}

/// The position of the album whose pressings these are, of all that have their master: the one that a person chose; else one that is
/// listed, whose title most pressings bear, whose year is next to their first, that came first, and whose MBID is the smallest. Pressings
/// are titles with the years in which they were made. `None` when there is no album.
#[must_use]
pub fn album_of_master<'a>(
    sharers: &[Sharer<'_>],
    pressings: impl IntoIterator<Item = (&'a str, Option<i16>)>,
) -> Option<usize> {
    let mut titles: BTreeMap<String, usize> = BTreeMap::new();
    let mut first: Option<i16> = None;
    for (title, year) in pressings {
        *titles.entry(album_key(title)).or_default() += 1;
        first = year.into_iter().chain(first).min();
    }
    let borne = bearers(sharers, &titles);
    let rank = |place: &usize| {
        let sharer = &sharers[*place];
        let apart =
            sharer.year.zip(first).map_or(i16::MAX, |(year, first)| year.saturating_sub(first).saturating_abs());
        let years = (apart, sharer.year.unwrap_or(i16::MAX));
        (!sharer.by_hand, sharer.unlisted, Reverse(borne[*place]), years, sharer.mbid.is_none(), sharer.mbid)
    };
    (0..sharers.len()).min_by_key(rank)
}

/// For each album, how many pressings have a title that is like its own, and no other's is more alike.
fn bearers(sharers: &[Sharer<'_>], titles: &BTreeMap<String, usize>) -> Vec<usize> {
    let mut borne = vec![0; sharers.len()];
    for (title, pressings) in titles {
        let distances: Vec<f32> = sharers.iter().map(|sharer| distance(sharer.title_key, title)).collect();
        let least = distances.iter().copied().fold(1.0, f32::min);
        for (borne, distance) in borne.iter_mut().zip(distances) {
            *borne += if distance < 1.0 && distance <= least { *pressings } else { 0 };
        }
    }
    borne
}

fn distance(a: &str, b: &str) -> f32 {
    let titles = compare_words(a, b);
    titles.distance + f32::from(titles.number_differs) + f32::from(titles.recording_differs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn album(title_key: &str, year: i16, mbid: u128) -> Sharer<'_> {
        Sharer { title_key, year: Some(year), mbid: Some(Uuid::from_u128(mbid)), ..Sharer::default() }
    }

    #[test]
    fn the_pressings_of_a_shared_master_are_of_the_album_that_they_are_called_after() {
        for (sharers, pressings) in [
            ([album("gran pantalla", 2020, 2), album("biznaga", 2013, 1)], [("Gran Pantalla", 2020)]),
            ([album("mercury act 1", 2021, 2), album("mercury act 2", 2022, 1)], [("Mercury - Act 1", 2022)]),
            ([album("10cc", 1973, 2), album("10 c c", 1973, 1)], [("10cc", 1974)]),
            ([album("silver and gold", 2000, 2), album("gold", 2005, 1)], [("Silver & Gold", 2005)]),
            ([album("plastic beach", 2010, 2), album("mountain", 2026, 1)], [("Plastic Beach (Deluxe)", 2026)]),
            // Nothing but the years tells.
            ([album("cinema mudo", 1983, 2), album("cinema mudo", 1990, 1)], [("Cinema Mudo", 1983)]),
            ([album("second two chapter home", 2016, 2), album("home", 2011, 1)], [("Third", 2017)]),
            // Nothing at all.
            ([album("tangk", 2024, 1), album("tangk", 2024, 2)], [("Tangk", 2024)]),
        ] {
            let listed = pressings.map(|(title, year)| (title, Some(year)));
            assert_eq!(album_of_master(&sharers, listed), Some(0), "{sharers:?}");
            let [first, second] = sharers;
            assert_eq!(album_of_master(&[second, first], listed), Some(1), "{sharers:?}");
        }
        assert_eq!(album_of_master(&[], [("Tangk", None)]), None);
    }

    #[test]
    fn what_a_person_said_decides_and_what_musicbrainz_does_not_list_is_last() {
        let named = album("tangk", 2024, 1);
        let pressings = || [("Tangk", Some(2024))];
        let by_hand = Sharer { by_hand: true, unlisted: true, ..album("other", 1990, 2) };
        assert_eq!(album_of_master(&[named, by_hand], pressings()), Some(1));
        let unlisted = Sharer { unlisted: true, ..named };
        assert_eq!(album_of_master(&[unlisted, album("other", 1990, 2)], pressings()), Some(1));
        let unknown = Sharer { mbid: None, ..named };
        assert_eq!(album_of_master(&[unknown, named], pressings()), Some(1));
    }

    proptest! {
        #[test]
        fn no_order_decides(
            albums in prop::collection::vec(("[ab]{1,3}", prop::option::of(1990_i16..1993), any::<bool>(), any::<bool>()), 1..5),
            pressings in prop::collection::vec(("[ab]{1,3}", prop::option::of(1990_i16..1993)), 0..5),
            turn in 0_usize..5,
        ) {
            let sharers: Vec<Sharer<'_>> = albums
                .iter()
                .enumerate()
                .map(|(at, (title_key, year, by_hand, unlisted))| Sharer {
                    title_key,
                    year: *year,
                    mbid: Some(Uuid::from_u128(at as u128)),
                    by_hand: *by_hand,
                    unlisted: *unlisted,
                })
                .collect();
            let chosen = |sharers: &[Sharer<'_>]| {
                let pressings = pressings.iter().map(|(title, year)| (title.as_str(), *year));
                album_of_master(sharers, pressings).map(|place| sharers[place].mbid)
            };
            let mut turned = sharers.clone();
            turned.rotate_left(turn % sharers.len());
            prop_assert_eq!(chosen(&turned), chosen(&sharers));
        }
    }
}
