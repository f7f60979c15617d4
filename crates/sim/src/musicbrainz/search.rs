//! Artist search: enough of Lucene to understand a field, a quoted name and escapes.

use std::collections::HashMap;

use serde_json::json;

use super::{Answer, shape};
use crate::merges::Merges;
use crate::world::{World, fold, words};

pub(super) fn artists(world: &World, merges: &Merges, query: &str, (limit, offset): (usize, usize)) -> Answer {
    let mut scored = match field(query, "arid").and_then(|id| id.parse().ok()) {
        Some(mbid) => world.by_mbid(mbid).map(|at| (at, 100)).into_iter().collect(),
        None => named(world, &name(query)),
    };
    scored.retain(|(at, _)| merges.artist(world.artist(*at).mbid) == world.artist(*at).mbid);
    let count = scored.len();
    let rows: Vec<_> =
        scored.into_iter().skip(offset).take(limit).map(|(at, score)| shape::found_artist(world, at, score)).collect();
    Ok(json!({"created": "2026-01-15T09:30:00.000Z", "count": count, "offset": offset, "artists": rows}))
}

/// The value of a field, without quotes.
fn field<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let after = query.split(&format!("{name}:")).nth(1)?;
    Some(after.split([' ', ')']).next()?.trim_matches('"'))
}

/// The name in a query: field names, operators and escapes go.
fn name(query: &str) -> String {
    let mut text = query.to_owned();
    for field in ["artistaccent:", "artist:", "alias:", "sortname:"] {
        text = text.replace(field, "");
    }
    // A quoted phrase is the name; a second one is mostly the same as an alias.
    let mut out = String::new();
    let mut chars = text.trim().chars().peekable();
    let quoted = chars.peek() == Some(&'"') || text.trim().starts_with("(\"");
    let mut open = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            '"' if quoted && open => break,
            '"' => open = true,
            '(' if quoted && !open => {}
            other => out.push(other),
        }
    }
    out.trim().to_owned()
}

/// Exact names and aliases score 100, names with all of the words less, with some of them least.
fn named(world: &World, asked: &str) -> Vec<(usize, u64)> {
    let mut scores: HashMap<usize, u64> = HashMap::new();
    let asked_words = words(asked);
    for word in &asked_words {
        for &at in world.worded(word) {
            *scores.entry(at).or_default() += 1;
        }
    }
    for (at, score) in &mut scores {
        let longer = words(&world.artist(*at).mb_name).len().saturating_sub(asked_words.len()) as u64;
        *score = (*score * 90 / asked_words.len().max(1) as u64).saturating_sub(longer * 8).clamp(10, 92);
    }
    for &at in world.named(asked) {
        scores.insert(at, 100);
    }
    let mut scored: Vec<(usize, u64)> = scores.into_iter().collect();
    let listeners = |at: usize| world.artist(at).listeners;
    scored.sort_by(|a, b| b.1.cmp(&a.1).then(listeners(b.0).cmp(&listeners(a.0))).then(a.0.cmp(&b.0)));
    // An index as large as the real one stops caring about single words long before.
    let folded = fold(asked);
    scored.retain(|(at, score)| *score >= 40 || fold(&world.artist(*at).mb_name).contains(&folded));
    scored
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_found_in_a_query() {
        for (query, expected) in [
            ("Radiohead", "Radiohead"),
            ("artist:\"Sigur Rós\"", "Sigur Rós"),
            ("artist:\"\\!\\!\\!\"", "!!!"),
            ("artist:(\"AC\\/DC\")", "AC/DC"),
            ("artist:\"Kino\" OR alias:\"Kino\"", "Kino"),
            ("nick cave \\& the bad seeds", "nick cave & the bad seeds"),
        ] {
            assert_eq!(name(query), expected, "{query}");
        }
        assert_eq!(field("arid:abc-1 AND x", "arid"), Some("abc-1"));
    }
}
