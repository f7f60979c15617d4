//! Which pressings of an album are its first.
//!
//! A first pressing is an official pressing of the album's first year on vinyl that nothing says was made again or made for few: no
//! reissue, repress, remaster or anniversary edition, no club edition, promotional copy or test pressing. An album that was pressed in
//! several countries in that year has several.

use super::Trait;

/// A pressing with one of these is never a first one. `releases.original` of the schema has the same list.
pub const NOT_FIRST: [Trait; 8] = [
    Trait::Reissue,
    Trait::Repress,
    Trait::Remastered,
    Trait::Anniversary,
    Trait::Club,
    Trait::Promotional,
    Trait::TestPressing,
    Trait::Unofficial,
];

/// The album's first year on vinyl: the earliest year of its original pressings that does not lie before the album itself, because a copied
/// copyright date does; when all lie before it, the earliest of all. `years` are those of the original pressings.
#[must_use]
pub fn first_year(album: Option<i16>, years: impl IntoIterator<Item = i16> + Clone) -> Option<i16> {
    let since = years.clone().into_iter().filter(|year| album.is_some_and(|album| *year >= album)).min();
    since.or_else(|| years.into_iter().min())
}
