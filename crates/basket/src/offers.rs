//! What is asked about: albums with their scores, and the offers by which each could be bought.

/// The greatest score of an album, in hundredths of a point.
pub(crate) const GREATEST_SCORE: i64 = 10_000;

/// An album that may be bought once, by any one of its offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The caller's id of the album; no two candidates have the same.
    pub album: i64,
    /// How much it is wanted: hundredths of a point, from 0 to 10,000.
    pub score: i64,
    /// In any order; may be empty.
    pub offers: Vec<Offer>,
}

/// One copy for sale. Amounts are minor units of the request's one currency, and never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The caller's id of the offer; no two offers have the same.
    pub id: i64,
    /// Whose it is: offers of one seller share a parcel. One without a seller comes in a parcel of its own.
    pub seller: Option<i64>,
    /// What the copy costs, with its taxes.
    pub item: i64,
    /// What the seller asks for a parcel in which this is the first copy. Unknown is not nothing: such an offer is never chosen.
    pub shipping: Option<i64>,
    /// What it adds to a parcel in which it is not the first: nothing where the seller names no such price, and never more than `shipping`.
    pub further: Option<i64>,
}
