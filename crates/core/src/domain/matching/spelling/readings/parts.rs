//! Parts of a name that may be left out, and what marks them.

/// What stands between an artist and those who are left out of the credit.
pub(super) const GUESTS: [(&str, f32); 16] = [
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
    (" with ", 0.2),
    (" as ", 0.27),
    (" vs ", 0.4),
    (" vs. ", 0.4),
    (" presents ", 0.4),
];

/// Whose orchestra it is.
const OWN: [&str; 12] =
    ["his ", "her ", "their ", "son ", "sein ", "seinem ", "ihr ", "su ", "sua ", "il suo ", "la sua ", "le sien"];

/// Where a site or a namesake comes from.
pub(super) const ENDS: [(&str, f32); 7] =
    [(".com", 0.1), (".net", 0.1), (".org", 0.1), (" U.K.", 0.2), (" UK", 0.2), (" U.S.", 0.25), (" USA", 0.25)];

/// "Theピーズ" → "The ピーズ".
pub(super) fn with_scripts_apart(name: &str) -> String {
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
pub(super) fn without_place(name: &str) -> Option<&str> {
    let (head, place) = name.split_once(", ")?;
    (head.split_whitespace().count() > 2 && !place.trim().contains([' ', ',', '.'])).then_some(head)
}

/// "Stereolab (Live)": no band of one word adds that to tell itself from another.
pub(super) fn is_of_recording(bracket: &str) -> bool {
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

/// Two words, or one long enough, tell an artist without what else was written.
pub(super) fn is_telling(text: &str) -> bool {
    let letters = |word: &str| word.chars().map(|c| if c < '\u{2e80}' { 1 } else { 3 }).sum::<usize>();
    let words: Vec<usize> = text.split_whitespace().map(letters).collect();
    words.iter().sum::<usize>() >= if words.len() > 1 { 6 } else { 10 }
}

/// The name without what stands in brackets, and that.
pub(super) fn without_brackets(name: &str) -> Option<(String, String)> {
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
pub(super) fn without_nickname(name: &str) -> Option<String> {
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
pub(super) fn without_own_players(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    [" & ", " and ", " et ", " und ", " mit ", " y ", " e ", " con ", " with ", " och ", " og ", " en "]
        .iter()
        .find_map(|and| {
            let at = lower.find(and)?;
            let rest = &lower[at + and.len()..];
            (at > 0 && OWN.iter().any(|own| rest.starts_with(own))).then(|| &name[..at])
        })
}

pub(super) fn is_latin(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{370}')
}

/// "Team America: World Police".
pub(super) fn without_subtitle(name: &str) -> Option<&str> {
    name.split_once(": ").map(|(head, _)| head).filter(|head| is_telling(head))
}

/// "Sean Kelly of The Samples": whose band is named.
pub(super) fn without_group(name: &str) -> Option<&str> {
    let lower = name.to_ascii_lowercase();
    let at = [" of the ", " from the ", " de la ", " del "].iter().find_map(|mark| lower.find(mark))?;
    let head = &name[..at];
    (head.contains(' ') && is_telling(head)).then_some(head)
}
