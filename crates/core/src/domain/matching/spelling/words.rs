//! How two words of two names are alike.

use super::{lists, lost};

/// The likeness of two words, likest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// The same.
    Equal,
    /// "van" and "von", "de" and "di".
    Particle,
    /// Letters of one were lost on the way: "Bj?rk".
    Lost,
    /// Sounds the same: "Kris" and "Cris".
    Sound,
    /// A slip of the pen: so many letters.
    Typo(usize),
    /// A short form or the beginning: "Mike" and "Michael", "Phil" and "Philip".
    Short,
    /// The first letter.
    Initial,
}

/// Two words compared; `None` when they are two words.
pub(super) fn alike(a: &str, b: &str) -> Option<Alike> {
    if a == b {
        return Some(Alike::Equal);
    }
    let (len_a, len_b) = (a.chars().count(), b.chars().count());
    let (short, long) = if len_a <= len_b { (a, b) } else { (b, a) };
    let (least, most) = (len_a.min(len_b), len_a.max(len_b));
    if a.chars().any(|c| c.is_ascii_digit()) || b.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    if let Some(agree) = lost::agree(a, b) {
        return agree.then_some(Alike::Lost);
    }
    if lists::is_particle(a) && lists::is_particle(b) {
        return Some(Alike::Particle);
    }
    if least == 1 {
        return long.starts_with(short).then_some(Alike::Initial);
    }
    if lists::are_short_forms(a, b) {
        return Some(Alike::Short);
    }
    if lists::is_given(a) && lists::is_given(b) || lists::is_common(a) && lists::is_common(b) {
        return None;
    }
    if stutters(long, short) {
        return Some(Alike::Typo(1));
    }
    if most > least + 3 {
        return (least >= 2 && long.starts_with(short)).then_some(Alike::Short);
    }
    let (sound_a, sound_b) = (sound(a), sound(b));
    if least >= 3 && sound_a == sound_b {
        return Some(Alike::Sound);
    }
    let same_start = a.chars().next() == b.chars().next() || sound_a.chars().next() == sound_b.chars().next();
    if most >= 4 && same_start {
        // What sounds nearly the same is no less than two slips: Becker and Booker.
        let slips = slips(a, b).min(slips(&sound_a, &sound_b).max(2));
        let allowed = match most {
            0..=4 => 1,
            5..=12 => 2,
            _ => 3,
        };
        if slips <= allowed {
            return Some(Alike::Typo(slips));
        }
    }
    (least >= 2 && long.starts_with(short)).then_some(Alike::Short)
}

/// "herbaliseriser": letters of a long word were typed twice.
fn stutters(long: &str, short: &str) -> bool {
    let (long, short): (Vec<char>, Vec<char>) = (long.chars().collect(), short.chars().collect());
    let twice = long.len() - short.len();
    if twice < 2 || short.len() < 8 || 2 * twice > short.len() {
        return false;
    }
    let starts = twice..=long.len() - twice;
    starts.into_iter().any(|at| {
        long[at - twice..at] == long[at..at + twice] && long[..at] == short[..at] && long[at + twice..] == short[at..]
    })
}

/// How many slips of the pen make one word of the other: a letter left out, added or doubled, two letters swapped, a vowel for another, a
/// consonant for one that sounds like it. Any other letter for another is no slip and counts twice.
pub(super) fn slips(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = if a[i - 1] == b[j - 1] {
                0
            } else if are_near(a[i - 1], b[j - 1]) {
                1
            } else {
                2
            };
            let mut least = (rows[i - 1][j - 1] + change).min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// Letters that are heard for one another.
fn are_near(a: char, b: char) -> bool {
    const NEAR: [&str; 14] =
        ["aeiouy", "bpv", "dt", "gkcq", "fv", "szc", "mn", "vw", "ij", "аеёиоуыэюя", "бп", "дт", "гк", "сз"];
    NEAR.iter().any(|near| near.contains(a) && near.contains(b))
}

/// Letters as they sound in most tongues: "ph" is f, c, k, ck and q are k, doubled letters are one.
pub(super) fn sound(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut out = String::with_capacity(word.len());
    let mut i = 0;
    while i < letters.len() {
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        let (sounds, taken) = match (letters[i], next) {
            ('p', 'h') => ("f", 2),
            ('c', 'k') => ("k", 2),
            ('t', 'h') => ("t", 2),
            ('g', 'h') if i > 0 => ("", 2),
            ('s', 'c') if letters.get(i + 2) == Some(&'h') => ("sh", 3),
            ('c', 'h') => ("ch", 2),
            ('o', 'u') => ("u", 2),
            // The umlauts of German without their dots.
            ('a', 'e') if i + 2 < letters.len() => ("a", 2),
            ('o', 'e') if i + 2 < letters.len() => ("o", 2),
            ('u', 'e') if i + 2 < letters.len() => ("u", 2),
            ('i' | 'e', 'e' | 'y' | 'i') if i + 2 == letters.len() => ("i", 2),
            ('c', 'e' | 'i' | 'y') => ("s", 1),
            ('c' | 'q', _) => ("k", 1),
            ('x', _) => ("ks", 1),
            ('z', _) => ("s", 1),
            ('y' | 'j', _) if i > 0 => ("i", 1),
            ('w', _) => ("v", 1),
            _ => ("", 0),
        };
        if taken > 0 {
            out.push_str(sounds);
            i += taken;
        } else {
            out.push(letters[i]);
            i += 1;
        }
    }
    let mut single = String::with_capacity(out.len());
    for c in out.chars() {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    single
}
