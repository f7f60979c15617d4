//! Why there is no basket.

/// Why there is no basket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The request contradicts itself.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The albums that must be in cannot be.
    #[error(transparent)]
    Infeasible(#[from] Infeasible),
}

/// What is wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The budget is below zero.
    #[error("a budget below zero")]
    Budget,
    /// Two candidates are the same album.
    #[error("album {0} is there twice")]
    AlbumTwice(i64),
    /// Two offers have the same id.
    #[error("offer {0} is there twice")]
    OfferTwice(i64),
    /// An album's score is not between 0 and 10,000.
    #[error("the score of album {0} is not between 0 and 10000")]
    Score(i64),
    /// An offer has an amount below zero.
    #[error("offer {0} has an amount below zero")]
    Amount(i64),
    /// An album that must be in is no candidate.
    #[error("album {0} must be in and is no candidate")]
    Absent(i64),
}

/// Why the albums that must be in are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Infeasible {
    /// Nobody offers this one.
    #[error("album {0} has no offer")]
    NoOffer(i64),
    /// This one is offered, but nobody says what sending it costs.
    #[error("no offer of album {0} has a known shipping")]
    UnknownShipping(i64),
    /// This one costs more than the budget, even alone.
    #[error("album {album} costs {least} at least")]
    AboveBudget {
        /// Which.
        album: i64,
        /// Its cheapest offer with shipping, in minor units.
        least: i64,
    },
    /// Each fits, all of them do not.
    #[error("the albums that must be in cost {least} together at least")]
    Together {
        /// The cheapest way of buying them all, in minor units; proven.
        least: i64,
    },
    /// The time ended before a way of buying them all was found or ruled out.
    #[error("no basket with all albums that must be in was found in time")]
    Undecided,
}
