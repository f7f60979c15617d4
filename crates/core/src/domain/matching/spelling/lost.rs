//! Letters that an encoding could not write and that stand as "?" or as U+FFFD now: "Bj?rk", "Se��or Coconut".

/// Stands in keys for letters that were lost; no name is written with it.
const LOST: char = 'ʔ';

/// The name with a sign for each run of lost letters; `None` when nothing was lost. A question mark is one between two letters only.
pub(super) fn marked(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let mut out = String::with_capacity(name.len());
    for (at, c) in chars.iter().enumerate() {
        let between = *c == '?' && letter(at.checked_sub(1)) && letter(Some(at + 1));
        if !between && *c != char::REPLACEMENT_CHARACTER {
            out.push(*c);
        } else if !out.ends_with(LOST) {
            out.push(LOST);
        }
    }
    out.contains(LOST).then_some(out)
}

/// Whether the words of two keys are one when lost letters may be any one or two; `None` when neither lost any.
pub(super) fn agree(a: &str, b: &str) -> Option<bool> {
    let (lost, whole) = if a.contains(LOST) { (a, b) } else { (b, a) };
    let known = lost.chars().filter(|c| *c != LOST).count();
    let all = lost.chars().count();
    (known < all).then(|| known >= 2 && 3 * known >= 2 * all && fits(lost, whole))
}

fn fits(lost: &str, whole: &str) -> bool {
    let mut rest = lost.chars();
    match rest.next() {
        None => whole.is_empty(),
        Some(LOST) => {
            let mut after = whole.chars();
            let one = after.next().is_some() && fits(rest.as_str(), after.as_str());
            one || (after.next().is_some() && fits(rest.as_str(), after.as_str()))
        }
        Some(c) => whole.strip_prefix(c).is_some_and(|whole| fits(rest.as_str(), whole)),
    }
}
