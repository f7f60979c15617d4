//! Which albums are not recommended at all, whatever their score.

use serde::Serialize;

use super::Candidate;

/// Why an album is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// The listener has it.
    Owned,
    /// The listener does not want to see it.
    Dismissed,
    /// Live, a compilation, a soundtrack.
    NotStudio,
    /// There is nothing to buy.
    NoVinyl,
    /// A single or an EP that is filed as an album.
    TooFewTracks,
}

/// What a set may hold. Of several reasons the first in the order of [`Exclusion`] is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Leave out what the listener owns.
    pub owned: bool,
    /// Leave out what the listener dismissed.
    pub dismissed: bool,
    /// Leave out albums with fewer tracks. An unknown number passes.
    pub min_tracks: i32,
}

impl Default for Filter {
    /// Three tracks: MusicBrainz already files singles and EPs apart, so the number only has to catch the two sides of a single filed
    /// as an album. More would cost "Close to the Edge" (3), "A Love Supreme" (4) and much of jazz and electronic music.
    fn default() -> Self {
        Self { owned: true, dismissed: true, min_tracks: 3 }
    }
}

impl Filter {
    /// `None` when `candidate` may be recommended.
    #[must_use]
    pub fn exclusion(&self, candidate: &Candidate) -> Option<Exclusion> {
        if self.owned && candidate.owned {
            Some(Exclusion::Owned)
        } else if self.dismissed && candidate.dismissed {
            Some(Exclusion::Dismissed)
        } else if !candidate.studio {
            Some(Exclusion::NotStudio)
        } else if candidate.pressings <= 0 {
            Some(Exclusion::NoVinyl)
        } else if candidate.track_count.is_some_and(|tracks| tracks < self.min_tracks) {
            Some(Exclusion::TooFewTracks)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_reason() {
        let album = Candidate::new(1.into(), 1.into());
        let filter = Filter::default();
        for (candidate, expected) in [
            (album.clone(), None),
            (Candidate { owned: true, dismissed: true, ..album.clone() }, Some(Exclusion::Owned)),
            (Candidate { dismissed: true, ..album.clone() }, Some(Exclusion::Dismissed)),
            (Candidate { studio: false, ..album.clone() }, Some(Exclusion::NotStudio)),
            (Candidate { pressings: 0, ..album.clone() }, Some(Exclusion::NoVinyl)),
            (Candidate { track_count: Some(2), ..album.clone() }, Some(Exclusion::TooFewTracks)),
            (Candidate { track_count: Some(3), ..album.clone() }, None),
        ] {
            assert_eq!(filter.exclusion(&candidate), expected);
        }
        let lenient = Filter { owned: false, dismissed: false, min_tracks: 0 };
        assert_eq!(lenient.exclusion(&Candidate { owned: true, dismissed: true, track_count: Some(0), ..album }), None);
    }
}
