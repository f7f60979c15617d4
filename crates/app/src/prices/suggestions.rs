//! What Discogs suggests to ask for pressings that people look at, by grade: it goes by what was paid.

use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::prices::grade::Grade;
use vinilogy_upstream::discogs::Amount;
use vinilogy_upstream::{Class, Fetch};

use crate::Context;
use crate::jobs::{JobError, Outcome};

/// Sales are few, so suggestions change slowly.
const AGE: Duration = Duration::from_secs(30 * 24 * 3600);
/// Pressings a run.
const MOST: i64 = 5;
/// An account without seller settings gets nothing for any pressing, in the words that a deleted pressing has: two in a row are the account.
const REFUSED: usize = 2;
const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: Duration::from_secs(24 * 3600) };

/// Asks for an album's pressings whose page somebody looked at. That nothing can be had is no failure: prices do without.
///
/// # Errors
/// As every statement.
pub(crate) async fn suggest(context: &Context, album: AlbumId) -> Result<(), JobError> {
    let store = context.store();
    let mut refused = 0;
    for pressing in store.releases_to_suggest(album, AGE, MOST).await? {
        match context.upstreams().await?.discogs.price_suggestions(pressing.discogs_id, FETCH).await {
            Ok(Some(suggested)) => {
                let (currency, amounts) = by_grade(&suggested);
                store.save_price_suggestions(pressing.id, currency.code(), &amounts, None).await?;
            }
            Ok(None) => refused += 1,
            Err(error) => {
                tracing::warn!(%error, "no prices are suggested");
                break;
            }
        }
        if refused == REFUSED {
            break;
        }
    }
    Ok(())
}

/// What the archive has of a pressing's suggestions, as they were then. For a replay.
///
/// # Errors
/// As the upstream's and as every statement.
pub(crate) async fn suggested_again(
    context: &Context,
    id: i64,
    discogs_id: i64,
    at: DateTime<Utc>,
) -> Result<Outcome, JobError> {
    let discogs = &context.upstreams().await?.discogs;
    let Some(suggested) = discogs.price_suggestions(discogs_id, FETCH).await? else {
        return Ok(Outcome::Skipped("there were none"));
    };
    let (currency, amounts) = by_grade(&suggested);
    context.store().save_price_suggestions(id, currency.code(), &amounts, Some(at)).await?;
    Ok(Outcome::Done(1))
}

/// From poor to mint, in the one currency of our account; the euro stands where nothing is suggested.
fn by_grade(suggested: &[(String, Amount)]) -> (Currency, [Option<i64>; 8]) {
    let mut amounts = [None; 8];
    let currency = suggested.iter().find_map(|(_, amount)| amount.currency.parse().ok()).unwrap_or(Currency::EUR);
    for (grade, amount) in suggested.iter().filter(|(_, amount)| amount.currency == currency.code()) {
        let place = Grade::read(grade).and_then(|grade| usize::try_from(grade.rank() - 1).ok());
        let suggested = Money::from_units(amount.value, currency).ok().filter(|money| money.minor >= 0);
        if let (Some(place), Some(suggested)) = (place.and_then(|at| amounts.get_mut(at)), suggested) {
            *place = Some(suggested.minor);
        }
    }
    (currency, amounts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_are_read_in_discogs_words() {
        let amount = |currency: &str, value| Amount { currency: currency.to_owned(), value };
        let suggested = [
            ("Mint (M)".to_owned(), amount("EUR", 34.567_5)),
            ("Very Good Plus (VG+)".to_owned(), amount("EUR", 20.0)),
            ("Poor (P)".to_owned(), amount("EUR", 2.1)),
            ("Good (G)".to_owned(), amount("USD", 9.0)),
            ("Splendid".to_owned(), amount("EUR", 99.0)),
        ];
        let expected = [Some(210), None, None, None, None, Some(2000), None, Some(3457)];
        assert_eq!(by_grade(&suggested), (Currency::EUR, expected));
        assert_eq!(by_grade(&[]), (Currency::EUR, [None; 8]));
    }
}
