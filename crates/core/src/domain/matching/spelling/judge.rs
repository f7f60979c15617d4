//! Pairs the words of two names and judges what is left over.

use super::lists;
use super::scripts;
use super::typos;
use super::words::{Alike, alike, slips};

/// How far two keys are apart, 0 to 1. Below 0.3 they are one name.
pub(super) fn distance(a: &str, b: &str, reordered: bool) -> f32 {
    if a == b {
        return 0.0;
    }
    let (compact_a, compact_b) = (a.replace(' ', ""), b.replace(' ', ""));
    if compact_a == compact_b {
        return 0.05;
    }
    let (short, long) =
        if compact_a.len() < compact_b.len() { (&compact_a, &compact_b) } else { (&compact_b, &compact_a) };
    if short.len() >= 6 && long.strip_prefix("the") == Some(short.as_str()) {
        return 0.1;
    }
    if let Some(romanised) = scripts::romanised(a, b) {
        return romanised.distance.min(of_words(&romanised.a, &romanised.b, reordered) + 0.03);
    }
    of_words(a, b, reordered)
}

fn of_words(a: &str, b: &str, reordered: bool) -> f32 {
    let (compact_a, compact_b) = (a.replace(' ', ""), b.replace(' ', ""));
    let pairs = Pairs::of(words(a), words(b), is_joined(a) || is_joined(b));
    let by_words = pairs.judge(reordered);
    by_words.min(by_letters(&compact_a, &compact_b, pairs.counts_differ() || pairs.a.len() > 2))
}

fn is_joined(key: &str) -> bool {
    [" and ", " with "].iter().any(|and| key.contains(and))
}

fn words(key: &str) -> Vec<String> {
    key.split(' ').filter(|word| !matches!(*word, "and" | "with")).map(|word| lists::plain(word).to_owned()).collect()
}

/// Words cut elsewhere, with a slip: "BobDog", "Air tight Garrage".
fn by_letters(a: &str, b: &str, cut_elsewhere: bool) -> f32 {
    let longest = a.chars().count().max(b.chars().count());
    let allowed = match longest {
        0..=8 => 0,
        9..=15 => 1,
        _ => 2,
    };
    let digits = |key: &str| key.chars().filter(char::is_ascii_digit).collect::<String>();
    if cut_elsewhere && a.chars().next() == b.chars().next() && digits(a) == digits(b) && slips(a, b) <= allowed {
        return 0.2;
    }
    1.0
}

/// The words of two names, paired.
struct Pairs {
    a: Vec<String>,
    b: Vec<String>,
    /// Index in `a`, index in `b`, likeness.
    paired: Vec<(usize, usize, Alike)>,
    rest_a: Vec<usize>,
    rest_b: Vec<usize>,
    /// Either names several artists.
    joined: bool,
}

impl Pairs {
    fn of(a: Vec<String>, b: Vec<String>, joined: bool) -> Self {
        let mut found = Vec::new();
        for (i, x) in a.iter().enumerate() {
            for (j, y) in b.iter().enumerate() {
                if let Some(alike) = alike(x, y) {
                    found.push((alike, i.abs_diff(j), i, j));
                }
            }
        }
        found.sort_unstable();
        let (mut rest_a, mut rest_b): (Vec<usize>, Vec<usize>) = ((0..a.len()).collect(), (0..b.len()).collect());
        let mut paired = Vec::new();
        for (alike, _, i, j) in found {
            if rest_a.contains(&i) && rest_b.contains(&j) {
                paired.push((i, j, alike));
                rest_a.retain(|k| *k != i);
                rest_b.retain(|k| *k != j);
            }
        }
        paired.sort_unstable();
        let mut pairs = Self { a, b, paired, rest_a, rest_b, joined };
        pairs.pair_joined();
        pairs
    }

    /// "js" is johann sebastian, "desardi" is de sardi.
    fn pair_joined(&mut self) {
        let (paired_a, rest_b) = joined(&self.a, &self.rest_a, &self.b, &self.rest_b);
        for (i, j, alike) in paired_a {
            self.rest_a.retain(|k| *k != i);
            self.paired.push((i, j, alike));
        }
        self.rest_b = rest_b;
        let (paired_b, rest_a) = joined(&self.b, &self.rest_b, &self.a, &self.rest_a);
        for (j, i, alike) in paired_b {
            self.rest_b.retain(|k| *k != j);
            self.paired.push((i, j, alike));
        }
        self.rest_a = rest_a;
        self.paired.sort_unstable();
    }

    fn counts_differ(&self) -> bool {
        self.a.len() != self.b.len()
    }

    /// "Luther Sylvester Allison": between a given name and a surname.
    fn is_second_name(&self, word: &str) -> bool {
        let (short, long) = (self.a.len().min(self.b.len()), self.a.len().max(self.b.len()));
        let people = self.a.iter().chain(&self.b).all(|word| !lists::is_ornament(word));
        let surname = self.paired.last().map_or(0, |&(i, ..)| telling(&self.a[i]));
        (short, long) == (2, 3) && !self.joined && people && surname >= 5 && word.chars().count() > 2
    }

    /// "Devadip Carlos Santana": a name more before both.
    fn is_before(&self, word: &str) -> bool {
        let first = if self.a.len() > self.b.len() { &self.a } else { &self.b };
        first[0] == word && self.telling() >= 10 && self.paired.iter().all(|(.., alike)| *alike == Alike::Equal)
    }

    fn in_order(&self) -> bool {
        self.paired.is_sorted_by(|x, y| x.1 < y.1)
    }

    fn judge(&self, reordered: bool) -> f32 {
        if self.paired.is_empty() {
            return 1.0;
        }
        let mut distance = self.of_paired() + self.of_rest();
        if !self.in_order() {
            distance += match () {
                () if self.joined => 0.05,
                () if reordered => 0.1,
                () if self.a.len() > 2 && self.b.len() > 2 => 0.1,
                // Gábor Menczel and Menczel Gábor; but Ray Charles and Charles Ray are two.
                () if self.telling() >= 10 && self.a.iter().chain(&self.b).all(|word| !lists::is_given(word)) => 0.25,
                () => 0.35,
            };
        }
        distance.min(1.0)
    }

    /// Letters of the words that agree; those that many names have count little.
    fn telling(&self) -> usize {
        let agree = self.paired.iter().filter(|(_, _, alike)| *alike <= Alike::Sound);
        agree.map(|&(i, ..)| telling(&self.a[i])).sum()
    }

    fn of_paired(&self) -> f32 {
        // A short form or an initial is a given name, before a surname that agrees.
        let before_surname = self
            .paired
            .last()
            .is_some_and(|&(i, j, alike)| alike <= Alike::Sound && i + 1 == self.a.len() && j + 1 == self.b.len());
        let (mut distance, mut misspelt) = (0.0_f32, 0);
        for &(i, j, alike) in &self.paired {
            let of_word = self.of_word(&self.a[i], &self.b[j], alike, before_surname);
            let slip = matches!(alike, Alike::Sound | Alike::Typo(_)) && of_word < typos::DOUBTFUL_SOUND;
            // Who slips once slips twice.
            distance += if slip && misspelt > 0 { of_word - 0.12 } else { of_word };
            misspelt += usize::from(slip);
        }
        distance
    }

    fn of_word(&self, a: &str, b: &str, alike: Alike, before_surname: bool) -> f32 {
        let told = self.telling();
        let is_alone = self.a.len() == 1 && self.b.len() == 1;
        let least = a.chars().count().min(b.chars().count());
        // "J. S. Bach" tells more than "S. Bach".
        let is_told = before_surname && told + least >= 6;
        match alike {
            Alike::Equal => 0.0,
            Alike::Particle => 0.05,
            Alike::Lost => 0.1,
            Alike::Sound if is_alone => typos::of_sound_alone(a, b),
            Alike::Sound => typos::of_sound(a, b, told - telling(a)),
            Alike::Typo(slips) if is_alone => typos::of_slips_alone(a, b, slips),
            Alike::Typo(slips) => typos::of_slips(a, b, slips, told),
            Alike::Short if before_surname && told >= 5 => 0.25,
            // All of several: "G. F. Handel".
            Alike::Initial if is_told && least > 1 => 0.15,
            Alike::Initial if is_told => 0.25,
            Alike::Short | Alike::Initial => 0.4,
        }
    }

    /// What only one of them has.
    fn of_rest(&self) -> f32 {
        let one = |words: &[String], rest: &[usize], first: Option<usize>, last: Option<usize>| -> f32 {
            let middle = |i: usize| first.is_some_and(|first| i > first) && last.is_some_and(|last| i < last);
            rest.iter().map(|&i| self.of_missing(&words[i], middle(i))).sum()
        };
        let (first, last) = (self.paired.iter().map(|p| p.0).min(), self.paired.iter().map(|p| p.0).max());
        let a = one(&self.a, &self.rest_a, first, last);
        let (first, last) = (self.paired.iter().map(|p| p.1).min(), self.paired.iter().map(|p| p.1).max());
        let b = one(&self.b, &self.rest_b, first, last);
        if a > 0.0 && b > 0.0 { (a + b + 0.3).min(1.0) } else { a + b }
    }

    /// "Boston Symphony (Orchestra)".
    fn is_symphonic(&self) -> bool {
        self.paired.iter().any(|&(i, ..)| lists::is_symphonic(&self.a[i]))
    }

    fn of_missing(&self, word: &str, middle: bool) -> f32 {
        let telling = self.telling();
        let several = self.paired.len() > 1;
        if lists::is_generation(word) || word.chars().all(|c| c.is_ascii_digit()) {
            0.5
        } else if word == "the" && telling >= 4 {
            0.03
        } else if word == "orchestra" && self.is_symphonic() {
            0.1
        } else if lists::is_body(word) {
            0.35
        } else if lists::is_ornament(word) {
            if several && telling >= 6 { 0.2 } else { 0.35 }
        } else if middle && word.chars().count() <= 2 {
            0.1
        } else if several && self.is_second_name(word) && (middle || self.is_before(word)) {
            0.28
        } else {
            0.5
        }
    }
}

fn telling(word: &str) -> usize {
    let letters = word.chars().count();
    if lists::is_common(word) || lists::is_given(word) || lists::is_ornament(word) { letters.min(3) } else { letters }
}

/// Of the words left over in `a`, those that are several of `b` in one; and what is left of `b` then.
fn joined(a: &[String], rest_a: &[usize], b: &[String], rest_b: &[usize]) -> (Vec<(usize, usize, Alike)>, Vec<usize>) {
    let mut left = rest_b.to_vec();
    let mut found = Vec::new();
    for &i in rest_a {
        let word = &a[i];
        for count in [2, 3] {
            let run = left.windows(count).position(|run| {
                let next = run.windows(2).all(|pair| pair[0] + 1 == pair[1]);
                let whole: String = run.iter().map(|j| b[*j].as_str()).collect();
                let initials: String = run.iter().filter_map(|j| b[*j].chars().next()).collect();
                next && (whole == *word || (initials == *word && word.chars().count() == count))
            });
            if let Some(at) = run {
                let whole: usize = left[at..at + count].iter().map(|j| b[*j].len()).sum();
                let alike = if whole == word.len() { Alike::Equal } else { Alike::Initial };
                found.push((i, left[at], alike));
                left.drain(at..at + count);
                break;
            }
        }
    }
    (found, left)
}
