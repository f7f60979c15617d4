//! Which pressing of an album to suggest.

use super::Format;
use super::traits::Trait;
use crate::domain::ids::ReleaseId;
use crate::domain::money::{Currency, Money};

/// A pressing that may be suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PressingChoice {
    /// The pressing.
    pub release_id: ReleaseId,
    /// Community members who own it.
    pub have: Option<i32>,
    /// Its lowest price, when it is offered.
    pub price: Option<Money>,
    /// Year of this pressing.
    pub year: Option<i16>,
    /// Not a bootleg.
    pub official: bool,
    /// From its format text.
    pub format: Format,
}

impl PressingChoice {
    /// A price of nothing is a listing error.
    pub(super) fn price_in(&self, currency: Currency) -> Option<i64> {
        self.price.filter(|price| price.currency == currency && price.minor > 0).map(|price| price.minor)
    }
}

/// The pressing to suggest to a listener who pays in `currency`, as a buyer would choose:
/// 1. never a bootleg;
/// 2. the album on LP before singles, samplers and promotional copies of it;
/// 3. one that can be bought for money of that currency before one that cannot, the cheapest first;
/// 4. then the one that most people own, because it is the easiest to find;
/// 5. then the newest, then the lowest id, so that the answer never depends on the order of `choices`.
#[must_use]
pub fn suggest(choices: &[PressingChoice], currency: Currency) -> Option<ReleaseId> {
    let official = choices.iter().filter(|choice| choice.official && !choice.format.has(Trait::Unofficial));
    let preference = |choice: &&PressingChoice| {
        let price = choice.price_in(currency);
        let (have, year) = (choice.have.unwrap_or(0), choice.year.unwrap_or(0));
        (!choice.format.is_album(), price.is_none(), price, -i64::from(have), -i32::from(year), choice.release_id)
    };
    official.min_by_key(preference).map(|choice| choice.release_id)
}
