//! Whether two spellings are one artist's name.
//!
//! Each name is read in the ways its form allows ([`readings`]); of each two readings the words are paired by how they are alike
//! ([`words`]), and what they share must tell enough: a slip in a long word is a slip, in a short one it is another name; "C. Lekebusch"
//! is Cari Lekebusch, "J. Brown" is anybody.

mod judge;
mod lists;
mod lost;
mod members;
mod readings;
mod scripts;
mod typos;
mod words;

use super::{Match, Penalty};
use crate::domain::names::{discogs_number, display_name, dropped_article, nobody, repaired};
use readings::{Reading, readings};

/// How sure it is that `a` and `b` are two spellings of one artist's name, when nothing but the names is known. Symmetric.
///
/// Names are taken as services write them: "Nirvana" and "Nirvana (2)" are two artists of Discogs, "Nirvana*" is a variation.
#[must_use]
pub fn names_match(a: &str, b: &str) -> Match {
    let (a, b) = (&*repaired(a.trim()), &*repaired(b.trim()));
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    if a == b {
        return Match::new(1.0, &[]);
    }
    if let Some((a, b)) = nobody(a).zip(nobody(b)) {
        return if a == b {
            Match::new(0.9, &[(Penalty::Artist, 0.1)])
        } else {
            Match::new(0.0, &[(Penalty::Artist, 1.0)])
        };
    }
    let (number_a, number_b) = (discogs_number(a), discogs_number(b));
    let distance = distance(a, b);
    let mut reasons = vec![(Penalty::Artist, distance)];
    let mut score = 1.0 - distance;
    if number_a != number_b && same_letters(a, b) {
        reasons.push((Penalty::Homonym, 0.4));
        score -= 0.4;
    } else if number_a != number_b && distance > 0.1 {
        // That there are several of the name makes a doubtful one more so.
        reasons.push((Penalty::Homonym, 0.1));
        score -= 0.1;
    }
    Match::new(score, &reasons)
}

fn same_letters(a: &str, b: &str) -> bool {
    display_name(a).to_lowercase() == display_name(b).to_lowercase()
}

fn distance(a: &str, b: &str) -> f32 {
    let (readings_a, readings_b) = (readings(a), readings(b));
    let plain = plain_distance(a, b, &readings_a[0], &readings_b[0]);
    let mut least = plain.min(members::credits_distance(display_name(a), display_name(b)));
    for (i, x) in readings_a.iter().enumerate() {
        for (j, y) in readings_b.iter().enumerate() {
            if i + j > 0 && x.cost + y.cost < least {
                let comma = (a.contains(',') && i == 0) || (b.contains(',') && j == 0);
                least = least.min(x.cost + y.cost + judge::distance(&x.key, &y.key, comma));
            }
        }
    }
    least
}

fn plain_distance(a: &str, b: &str, x: &Reading, y: &Reading) -> f32 {
    if x.key == y.key {
        return if x.key.is_empty() {
            1.0
        } else if differ_by_article(a, b, &x.key) {
            0.35
        } else {
            0.0
        };
    }
    if article_is_joined(a, &x.key, &y.key) || article_is_joined(b, &y.key, &x.key) {
        return 0.05;
    }
    judge::distance(&x.key, &y.key, a.contains(',') || b.contains(','))
}

/// "The Beatles" and "TheBeatles".
fn article_is_joined(name: &str, key: &str, joined: &str) -> bool {
    let joined = joined.replace(' ', "");
    let article = joined.strip_suffix(&key.replace(' ', "")).filter(|article| (2..=4).contains(&article.len()));
    article.is_some_and(|article| dropped_article(name).as_deref() == Some(article))
}

/// "Les Baxter" and "Baxter", "Los Ex" and "The Ex": of a single word any article but English "the" is too much of the name to miss.
pub(super) fn differ_by_article(a: &str, b: &str, key: &str) -> bool {
    let said = |name| dropped_article(name).filter(|article| article != "the");
    !key.contains(' ') && said(a) != said(b)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
