//! Several artists in one credit: the same ones in another order, or by their surnames.

use super::judge;
use crate::domain::names::artist_key;

/// What joins artists in a credit, as it is written.
const JOINERS: [&str; 14] = [
    " & ", " and ", " with ", " und ", " et ", " y ", " e ", " vs ", " vs. ", " x ", " meets ", " och ", " og ", " и ",
];

/// The keys of those whom a credit names.
fn members(text: &str) -> Vec<String> {
    let mut text = text.to_lowercase().replace(['/', ';', '+', ',', '&'], " & ").replace(" - ", " & ");
    for joiner in JOINERS {
        if text.contains(joiner) {
            text = text.replace(joiner, " & ");
        }
    }
    text.split(" & ").map(artist_key).filter(|key| !key.is_empty()).collect()
}

/// How far two credits are apart by their members.
pub(super) fn credits_distance(a: &str, b: &str) -> f32 {
    let (plain_a, plain_b) = (members(a), members(b));
    let plain = distance(&plain_a, &plain_b);
    plain.min(distance(&with_shared_surnames(plain_a), &with_shared_surnames(plain_b)))
}

/// "Ike & Tina Turner" are Ike Turner and Tina Turner.
fn with_shared_surnames(mut members: Vec<String>) -> Vec<String> {
    for at in 1..members.len() {
        if let (false, Some((_, surname))) = (members[at - 1].contains(' '), members[at].rsplit_once(' ')) {
            members[at - 1] = format!("{} {surname}", members[at - 1]);
        }
    }
    members
}

/// How far two credits of as many members are apart, when each of one is a member of the other, at least by surname.
fn distance(a: &[String], b: &[String]) -> f32 {
    if a.len() < 2 || a.len() != b.len() {
        return 1.0;
    }
    let mut left: Vec<&String> = b.iter().collect();
    let (mut farthest, mut letters) = (0.0_f32, 0);
    for one in a {
        let distances = left.iter().enumerate().map(|(at, other)| (at, member_distance(one, other)));
        let Some((at, distance)) = distances.min_by(|x, y| x.1.total_cmp(&y.1)) else { return 1.0 };
        letters += surname(one).chars().count().min(surname(left[at]).chars().count());
        farthest = farthest.max(distance);
        left.remove(at);
    }
    if letters >= 8 { farthest } else { farthest.max(0.35) }
}

fn member_distance(a: &str, b: &str) -> f32 {
    let by_surname = surname(a) == surname(b) && (a == surname(a) || b == surname(b));
    let distance = judge::distance(a, b, false);
    if distance <= 0.4 {
        distance.min(0.25)
    } else if by_surname {
        0.27
    } else {
        1.0
    }
}

fn surname(key: &str) -> &str {
    key.rsplit(' ').next().unwrap_or(key)
}
