//! The scorer, first version: how many points an album gets for a listener and what each of them is for.
//!
//! | term | points | cause |
//! |---|---|---|
//! | listening | plays in the last twelve months / 10, at most 50 | the listener played the album |
//! | seed | 30 | the listener picked the artist |
//! | rating | community average (of 5) × 2 | Discogs' members rated it |
//! | price | 10 below 30 €, 5 below 50 € | a pressing is offered in the listener's currency |
//! | similar | 0 in this version | the artist is similar to artists that the listener picked |
//!
//! A score is the sum of its terms and nothing else, so it lies between 0 and 100. Later versions stand beside this one; a stored set
//! names the version that made it.

mod filter;
mod pick;
mod points;
mod price;

pub use filter::{Exclusion, Filter};
pub use pick::{LIMIT, PER_ARTIST, Ranked, pick, recommend};
pub use points::Points;
pub use price::GREAT as GREAT_PRICE;
use serde::{Deserialize, Serialize};

use super::ids::{AlbumId, ArtistId};
use super::money::{Currency, Money};

/// Name of this version, kept with each set.
pub const SCORER: &str = "v1";

/// How many similar seeds a term names; all of them count in the order of a set.
pub const SIMILAR_NAMED: usize = 3;

const LISTENING_MAX: Points = Points::whole(50);
const SEED: Points = Points::whole(30);
const RATING_MAX: Points = Points::whole(10);

/// A community rating of an album's most owned pressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Average in hundredths of a star, 0 to 500.
    pub hundredths: i32,
    /// How many people rated.
    pub votes: i32,
}

/// All that is known about an album that may be recommended to one listener.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The album.
    pub album_id: AlbumId,
    /// Its artist.
    pub artist_id: ArtistId,
    /// The listener's plays of the album in the last twelve months; `None` without a listening source.
    pub playcount: Option<i64>,
    /// The listener picked the artist.
    pub seed: bool,
    /// Seeds of the listener which the artist is similar to: name, and similarity 0 to 1.
    pub similar_to: Vec<(String, f32)>,
    /// Community rating.
    pub rating: Option<Rating>,
    /// Best price over all pressings. One in another currency than the listener's gets no points.
    pub price: Option<Money>,
    /// Community members who own it, by its most owned pressing.
    pub have: Option<i32>,
    /// Community members who want it.
    pub want: Option<i32>,
    /// Tracks of the most owned pressing; `None` until its details are fetched.
    pub track_count: Option<i32>,
    /// Vinyl pressings known.
    pub pressings: i32,
    /// A studio album. The catalogue holds no others yet.
    pub studio: bool,
    /// The listener owns a pressing of it.
    pub owned: bool,
    /// The listener does not want to see it.
    pub dismissed: bool,
}

impl Candidate {
    /// A studio album with one vinyl pressing of which nothing else is known.
    #[must_use]
    pub fn new(album_id: AlbumId, artist_id: ArtistId) -> Self {
        Self {
            album_id,
            artist_id,
            playcount: None,
            seed: false,
            similar_to: Vec::new(),
            rating: None,
            price: None,
            have: None,
            want: None,
            track_count: None,
            pressings: 1,
            studio: true,
            owned: false,
            dismissed: false,
        }
    }
}

/// What kind of cause a term has; also the key of a score breakdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// The listener plays it.
    Listening,
    /// The listener picked the artist.
    Seed,
    /// Its community rating.
    Rating,
    /// Its price.
    Price,
    /// Its artist is similar to picked ones.
    Similar,
}

/// The cause of a term, with what an explanation needs to name it. JSON: `"kind": "rating", "because": {"hundredths": 450, "votes": 812}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "because", rename_all = "snake_case")]
pub enum Because {
    /// Plays of the album in the last twelve months.
    Listening {
        /// Number of plays.
        playcount: i64,
    },
    /// The picked artist.
    Seed {
        /// The artist.
        artist_id: ArtistId,
    },
    /// The community rating, as in [`Rating`].
    Rating {
        /// Average in hundredths of a star.
        hundredths: i32,
        /// How many people rated.
        votes: i32,
    },
    /// The best price, in the listener's currency.
    Price {
        /// The price.
        price: Money,
    },
    /// Picked artists it is similar to.
    Similar {
        /// The most similar first, at most [`SIMILAR_NAMED`].
        artists: Vec<String>,
        /// How many there are beyond those named.
        more: usize,
    },
}

/// One term of a score. JSON: `{"points": 9, "kind": "rating", "because": {…}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What it adds to the score.
    pub points: Points,
    /// Why.
    #[serde(flatten)]
    pub because: Because,
}

impl Term {
    /// Follows from the cause.
    #[must_use]
    pub const fn kind(&self) -> TermKind {
        match self.because {
            Because::Listening { .. } => TermKind::Listening,
            Because::Seed { .. } => TermKind::Seed,
            Because::Rating { .. } => TermKind::Rating,
            Because::Price { .. } => TermKind::Price,
            Because::Similar { .. } => TermKind::Similar,
        }
    }
}

/// A score and its terms. The score is never set, only summed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scored {
    score: Points,
    terms: Vec<Term>,
}

impl Scored {
    /// Sums `terms`; also how a stored score is read back.
    #[must_use]
    pub fn from_terms(terms: Vec<Term>) -> Self {
        Self { score: terms.iter().map(|term| term.points).sum(), terms }
    }

    /// The sum of the terms.
    #[must_use]
    pub const fn score(&self) -> Points {
        self.score
    }

    /// In the order of [`TermKind`], each kind at most once, none without a cause.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }
}

/// Scores `candidate` for a listener who pays in `currency`.
#[must_use]
pub fn score(candidate: &Candidate, currency: Currency) -> Scored {
    let terms = [
        candidate.playcount.and_then(listening),
        candidate.seed.then_some(Term { points: SEED, because: Because::Seed { artist_id: candidate.artist_id } }),
        candidate.rating.and_then(rating),
        candidate.price.and_then(|price| {
            price::points(price, currency).map(|points| Term { points, because: Because::Price { price } })
        }),
        similar(&candidate.similar_to),
    ];
    Scored::from_terms(terms.into_iter().flatten().collect())
}

fn listening(playcount: i64) -> Option<Term> {
    let points = Points::from_hundredths(playcount.saturating_mul(10)).min(LISTENING_MAX);
    (playcount > 0).then_some(Term { points, because: Because::Listening { playcount } })
}

/// A rating that nobody gave is none.
fn rating(Rating { hundredths, votes }: Rating) -> Option<Term> {
    let points = Points::from_hundredths(i64::from(hundredths) * 2).min(RATING_MAX);
    (hundredths > 0 && votes > 0).then_some(Term { points, because: Because::Rating { hundredths, votes } })
}

fn similar(seeds: &[(String, f32)]) -> Option<Term> {
    let mut seeds: Vec<&(String, f32)> = seeds.iter().collect();
    seeds.sort_by(|(a, near), (b, nearer)| nearer.total_cmp(near).then_with(|| a.cmp(b)));
    let artists: Vec<String> = seeds.iter().take(SIMILAR_NAMED).map(|(name, _)| name.clone()).collect();
    let more = seeds.len() - artists.len();
    (!artists.is_empty()).then_some(Term { points: Points::ZERO, because: Because::Similar { artists, more } })
}

#[cfg(test)]
mod tests;
