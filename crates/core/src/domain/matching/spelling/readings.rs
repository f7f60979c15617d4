//! The ways in which a name can be read when it comes with something that is no part of it: guests, a second artist, brackets, a nickname,
//! the number or title of a track. Each costs a little, because what is left out may have been the point.

mod numbers;
mod parts;
mod signs;

use super::lost;
use crate::domain::names::{artist_key, display_name, read_elsewhere};
use parts::{GUESTS, is_latin, is_telling};

/// One way to read a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// Its key.
    pub key: String,
    /// How doubtful it is to read it so.
    pub cost: f32,
}

/// All readings of a name as it is shown, the plainest first.
pub(super) fn readings(name: &str) -> Vec<Reading> {
    let shown = display_name(name);
    let mut found = Readings { shown, all: vec![Reading { key: artist_key(shown), cost: 0.0 }] };
    if !is_plain(shown, &found.all[0].key) {
        found.of(shown, 0.0);
        for meant in read_elsewhere(shown) {
            found.add(&meant, 0.05);
            found.of(&meant, 0.05);
        }
        if let Some(marked) = lost::marked(shown) {
            found.add(&marked, 0.05);
            found.of(&marked, 0.05);
        }
    }
    found.all
}

struct Readings<'a> {
    shown: &'a str,
    all: Vec<Reading>,
}

impl Readings<'_> {
    fn add(&mut self, text: &str, cost: f32) {
        let text = text.trim();
        if (text.chars().any(char::is_alphanumeric) || signs::is_name(text)) && text != self.shown {
            let key = artist_key(text);
            match self.all.iter_mut().find(|reading| reading.key == key) {
                Some(same) => same.cost = same.cost.min(cost),
                None => self.all.push(Reading { key, cost }),
            }
        }
    }

    /// Everything that `name` may be without something.
    fn of(&mut self, name: &str, base: f32) {
        self.add(&parts::with_scripts_apart(name), base + 0.05);
        let plain = numbers::without_track(name);
        if let Some(plain) = plain {
            self.add(plain, base + 0.2);
        }
        let text = plain.unwrap_or(name);
        let base = base + if plain.is_some() { 0.2 } else { 0.0 };
        let outside = self.of_brackets(text, base);
        if let Some(plain) = parts::without_nickname(text) {
            self.add(&plain, base + 0.05);
        }
        self.of_additions(&outside, base);
        self.of_companions(&outside, base);
    }

    /// What stands in brackets and what does not, which is the answer.
    fn of_brackets(&mut self, text: &str, base: f32) -> String {
        let Some((outside, inside)) = parts::without_brackets(text) else { return text.to_owned() };
        let is_clear = is_telling(&outside) || parts::is_of_recording(&inside);
        self.add(&outside, base + if is_clear { 0.1 } else { 0.32 });
        let other_script = is_latin(&outside) != is_latin(&inside) || signs::is_name(&inside);
        self.add(&inside, base + if other_script { 0.2 } else { 0.35 });
        outside
    }

    /// Numbers, dates, places, addresses, titles.
    fn of_additions(&mut self, text: &str, base: f32) {
        self.add(&signs::spelt(text), base + 0.1);
        for (head, cost) in [
            (numbers::without_library_number(text), 0.1),
            (numbers::without_date(text), 0.2),
            (parts::without_own_players(text), 0.32),
            (parts::without_place(text), 0.25),
            (parts::without_subtitle(text), 0.25),
            (parts::without_group(text), 0.28),
            (signs::head(text), 0.2),
        ] {
            if let Some(head) = head {
                self.add(head, base + cost);
            }
        }
        for (end, cost) in parts::ENDS {
            if let Some(head) = text.strip_suffix(end) {
                self.add(head, base + cost);
            }
        }
        if let Some((head, tail)) = text.split_once(" - ") {
            let other_script = is_latin(head) != is_latin(tail);
            self.add(
                head,
                base + if other_script {
                    0.15
                } else if is_telling(head) {
                    0.2
                } else {
                    0.25
                },
            );
            self.add(tail, base + if other_script { 0.15 } else { 0.28 });
        }
    }

    /// Guests and second artists.
    fn of_companions(&mut self, text: &str, base: f32) {
        let lower = text.to_ascii_lowercase();
        for (mark, cost) in GUESTS {
            if let Some(at) = lower.find(mark) {
                let doubt = if is_telling(&text[..at]) || cost < 0.2 { 0.0 } else { 0.08 };
                self.add(&text[..at], base + cost + doubt);
            }
        }
        if let Some((_, presented)) = lower.find(" presents ").map(|at| text.split_at(at + " presents ".len()))
            && is_telling(presented)
        {
            self.add(presented, base + 0.2);
        }
        if let Some(at) = text.find([',', '/', '&', '+', ';']).or_else(|| lower.find(" and ")).filter(|at| *at > 0) {
            self.add(&text[..at], base + 0.35);
        }
    }
}

/// Nothing but words, none of which begins what may be left out: most names.
fn is_plain(shown: &str, key: &str) -> bool {
    const MARKS: [&str; 18] = [
        "and",
        "feat",
        "featuring",
        "ft",
        "f",
        "w",
        "aka",
        "starring",
        "with",
        "as",
        "vs",
        "presents",
        "uk",
        "usa",
        "of",
        "from",
        "de",
        "del",
    ];
    shown.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') && !key.split(' ').any(|word| MARKS.contains(&word))
}
