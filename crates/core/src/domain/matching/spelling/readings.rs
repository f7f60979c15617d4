//! The ways in which a name can be read when it comes with something that is no part of it: guests, a second artist, brackets, a nickname,
//! the number or title of a track. Each costs a little, because what is left out may have been the point.

use crate::domain::names::{artist_key, display_name};

/// One way to read a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    /// Its key.
    pub key: String,
    /// How doubtful it is to read it so.
    pub cost: f32,
}

/// What stands between an artist and those who are left out of the credit.
const GUESTS: [(&str, f32); 16] = [
    (" feat ", 0.1),
    (" feat. ", 0.1),
    (" featuring ", 0.1),
    (" ft ", 0.12),
    (" ft. ", 0.1),
    (" f. ", 0.15),
    (" f/", 0.15),
    (" w/", 0.15),
    (" aka ", 0.12),
    (" a.k.a. ", 0.12),
    (" starring ", 0.15),
    (" with ", 0.27),
    (" as ", 0.27),
    (" vs ", 0.4),
    (" vs. ", 0.4),
    (" presents ", 0.4),
];

/// Whose orchestra it is.
const OWN: [&str; 12] =
    ["his ", "her ", "their ", "son ", "sein ", "seinem ", "ihr ", "su ", "sua ", "il suo ", "la sua ", "le sien"];

/// All readings of a name as it is shown, the plainest first.
pub(super) fn readings(name: &str) -> Vec<Reading> {
    let shown = display_name(name);
    let mut found = vec![Reading { key: artist_key(shown), cost: 0.0 }];
    if is_plain(shown, &found[0].key) {
        return found;
    }
    let mut add = |text: &str, cost: f32| {
        let text = text.trim();
        if text.chars().any(char::is_alphanumeric) && text != shown {
            let key = artist_key(text);
            if !found.iter().any(|reading| reading.key == key) {
                found.push(Reading { key, cost });
            }
        }
    };
    add(&with_scripts_apart(shown), 0.05);
    let plain = without_number(shown);
    if let Some(plain) = plain {
        add(plain, 0.2);
    }
    let text = plain.unwrap_or(shown);
    let base = if plain.is_some() { 0.2 } else { 0.0 };
    let outside = without_brackets(text);
    if let Some((outside, inside)) = &outside {
        add(outside, base + if is_telling(outside) || is_of_recording(inside) { 0.1 } else { 0.32 });
        let bilingual = is_latin(outside) != is_latin(inside);
        add(inside, if bilingual { 0.2 } else { 0.35 });
    }
    if let Some(plain) = without_nickname(text) {
        add(&plain, base + 0.05);
    }
    let text = outside.map_or_else(|| text.to_owned(), |(outside, _)| outside);
    if let Some(head) = without_own_players(&text) {
        add(head, base + 0.32);
    }
    if let Some(head) = without_library_number(&text) {
        add(head, base + 0.1);
    }
    if let Some(head) = without_date(&text) {
        add(head, base + 0.2);
    }
    for (end, cost) in
        [(".com", 0.1), (".net", 0.1), (".org", 0.1), (" U.K.", 0.2), (" UK", 0.2), (" U.S.", 0.25), (" USA", 0.25)]
    {
        if let Some(head) = text.strip_suffix(end) {
            add(head, base + cost);
        }
    }
    let lower = text.to_ascii_lowercase();
    for (mark, cost) in GUESTS {
        if let Some(at) = lower.find(mark) {
            let doubt = if is_telling(&text[..at]) || cost < 0.2 { 0.0 } else { 0.1 };
            add(&text[..at], base + cost + doubt);
        }
    }
    if let Some(head) = without_place(&text) {
        add(head, base + 0.25);
    }
    if let Some(at) = text.find([',', '/', '&', '+', ';']).or_else(|| lower.find(" and ")).filter(|at| *at > 0) {
        add(&text[..at], base + 0.35);
    }
    if let Some((head, tail)) = text.split_once(" - ") {
        add(head, base + 0.25);
        add(tail, base + 0.28);
    }
    found
}

/// Nothing but words, none of which begins what may be left out: most names.
fn is_plain(shown: &str, key: &str) -> bool {
    const MARKS: [&str; 14] =
        ["and", "feat", "featuring", "ft", "f", "w", "aka", "starring", "with", "as", "vs", "presents", "uk", "usa"];
    shown.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') && !key.split(' ').any(|word| MARKS.contains(&word))
}

/// "01 - Mogwai", "03Mogwai": the number of a track, which begins with a nought or ends in a sign.
fn without_number(name: &str) -> Option<&str> {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &name[digits..];
    let padded = name.starts_with('0') && digits == 2;
    let signed = rest.trim_start().starts_with(['-', '.', ')']) && rest.ends_with(char::is_alphabetic);
    let glued = digits == 2 && name.starts_with('1') && rest.starts_with(char::is_uppercase);
    ((1..=2).contains(&digits) && (padded || (signed && rest.trim_start()[1..].starts_with(' ')) || glued))
        .then(|| rest.trim_start_matches(['-', '.', ')', ' ', '_']))
        .filter(|rest| rest.chars().any(char::is_alphabetic))
}

/// "Theピーズ" → "The ピーズ".
fn with_scripts_apart(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for c in name.chars() {
        if before.is_ascii_alphabetic() && c > '\u{2e7f}' && c.is_alphabetic() {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// "Orchestra Del Teatro Alla Scala, Milano": where they are from, after a name of several words.
fn without_place(name: &str) -> Option<&str> {
    let (head, place) = name.split_once(", ")?;
    (head.split_whitespace().count() > 2 && !place.trim().contains([' ', ',', '.'])).then_some(head)
}

/// "Stereolab (Live)": no band of one word adds that to tell itself from another.
fn is_of_recording(bracket: &str) -> bool {
    const MARKS: [&str; 12] = [
        "live",
        "demo",
        "demos",
        "acoustic",
        "remaster",
        "remastered",
        "reissue",
        "mix",
        "remix",
        "edit",
        "bonus",
        "vivo",
    ];
    bracket.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| MARKS.contains(&word))
}

/// "Stereolab /2": how libraries number namesakes.
fn without_library_number(name: &str) -> Option<&str> {
    let (head, number) = name.trim_end().rsplit_once(" /")?;
    ((1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())).then_some(head)
}

/// "Jay Farrar 5/12/01": a recording of that day.
fn without_date(name: &str) -> Option<&str> {
    let (head, last) = name.trim().rsplit_once(' ')?;
    let parts: Vec<&str> = last.split(['/', '-', '.']).collect();
    let number = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == 3 && parts.iter().all(number)).then_some(head)
}

/// Two words, or one long enough, tell an artist without what else was written.
fn is_telling(text: &str) -> bool {
    let letters = |word: &str| word.chars().map(|c| if c < '\u{2e80}' { 1 } else { 3 }).sum::<usize>();
    let words: Vec<usize> = text.split_whitespace().map(letters).collect();
    words.iter().sum::<usize>() >= if words.len() > 1 { 6 } else { 10 }
}

/// The name without what stands in brackets, and that.
fn without_brackets(name: &str) -> Option<(String, String)> {
    let (mut outside, mut inside, mut depth) = (String::new(), String::new(), 0_usize);
    for c in name.chars() {
        match c {
            '(' | '[' | '{' | '（' | '【' => depth += 1,
            ')' | ']' | '}' | '）' | '】' if depth > 0 => depth -= 1,
            c if depth > 0 => inside.push(c),
            c => outside.push(c),
        }
    }
    (!inside.is_empty() && outside.chars().any(char::is_alphanumeric)).then_some((outside, inside))
}

/// `Kerri "Kaoz 6:23" Chandler` without the nickname.
fn without_nickname(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let opens = |i: usize| {
        let before = i == 0 || chars[i - 1] == ' ' || chars[i - 1] == '(';
        matches!(chars[i], '"' | '“' | '„' | '«') || (matches!(chars[i], '\'' | '‘' | '’') && before)
    };
    let closes = |i: usize| {
        let after = i + 1 == chars.len() || matches!(chars[i + 1], ' ' | ')' | ',');
        matches!(chars[i], '"' | '”' | '“' | '»') || (matches!(chars[i], '\'' | '’') && after)
    };
    let open = (0..chars.len()).find(|i| opens(*i))?;
    let close = (open + 2..chars.len()).rev().find(|i| closes(*i))?;
    let (before, after) = (&chars[..open], &chars[close + 1..]);
    let named = |part: &[char]| part.iter().any(|c| c.is_alphabetic());
    // What is quoted at an end is the name itself more often: Ensemble "Monolith".
    (named(before) && named(after)).then(|| before.iter().chain([&' ']).chain(after).collect())
}

/// "Gene Krupa & His Orchestra" without the orchestra.
fn without_own_players(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    [" & ", " and ", " et ", " und ", " mit ", " y ", " e ", " con ", " with ", " och ", " og ", " en "]
        .iter()
        .find_map(|and| {
            let at = lower.find(and)?;
            let rest = &lower[at + and.len()..];
            (at > 0 && OWN.iter().any(|own| rest.starts_with(own))).then(|| &name[..at])
        })
}

fn is_latin(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{370}')
}
