//! Names in two scripts: what one writes in Cyrillic, Greek, Kana, Hangul, Arabic or Hebrew, the other writes in Latin letters.

use any_ascii::any_ascii;
use strsim::osa_distance;

/// Habits of transliteration, made one: "Chaikovskiy", "Tchaikovsky" and "Čajkovskij".
const HABITS: [(&str, &str); 32] = [
    ("shch", "s"),
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "h"),
    ("zh", "j"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("yo", "o"),
    ("ye", "e"),
    ("yu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ja", "a"),
    ("iu", "u"),
    ("ju", "u"),
    ("iy", "i"),
    ("ij", "i"),
    ("yy", "i"),
    ("ey", "ei"),
    ("y", "i"),
    ("j", "i"),
    ("q", "k"),
    ("ou", "u"),
    ("ie", "e"),
];

/// Two keys in two scripts, in Latin letters.
pub(super) struct Romanised {
    /// The keys, word for word.
    pub a: String,
    /// The same of the other.
    pub b: String,
    /// How far they are apart by sound as wholes.
    pub distance: f32,
}

/// Both keys in Latin letters; `None` when they are in one script.
pub(super) fn romanised(a: &str, b: &str) -> Option<Romanised> {
    let (script_a, script_b) = (script(a), script(b));
    if script_a == script_b {
        return None;
    }
    let (latin_a, latin_b) = (roman(a), roman(b));
    let (whole_a, whole_b) = (latin_a.replace(' ', ""), latin_b.replace(' ', ""));
    let longest = whole_a.len().max(whole_b.len());
    let bones = skeleton(a);
    let vague = [a, b].iter().any(|name| name.contains(is_without_vowels));
    let distance = if longest >= 3 && whole_a == whole_b {
        0.1
    } else if longest >= 6 && osa_distance(&whole_a, &whole_b) <= longest / 6 {
        0.2
    } else if vague && longest >= 5 && without_filling(&latin_a) == without_filling(&latin_b) {
        0.15
    } else if vague && bones.len() >= 3 && bones == skeleton(b) {
        if bones.len() >= 4 { 0.25 } else { 0.35 }
    } else {
        1.0
    };
    Some(Romanised { a: latin_a, b: latin_b, distance })
}

/// 0 for Latin, another number for each other alphabet.
fn script(name: &str) -> u32 {
    name.chars().find(|c| c.is_alphabetic() && *c > '\u{36f}').map_or(0, |c| match u32::from(c) {
        0x400..0x530 => 0x400,
        0x2e80.. => 0x3000,
        code => code >> 8,
    })
}

/// Kana spell foreign words by syllables; Arabic and Hebrew leave out vowels.
fn is_without_vowels(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6ff}' | '\u{3040}'..='\u{30ff}')
}

fn ascii(name: &str) -> String {
    // A small tsu doubles the next consonant; the Greek digraph is one sound.
    let name = name.replace(['ッ', 'っ'], "").replace("ου", "u");
    let letters = any_ascii(&name).to_ascii_lowercase();
    letters.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect()
}

fn roman(name: &str) -> String {
    let mut latin = ascii(name);
    for (from, to) in HABITS {
        if latin.contains(from) {
            latin = latin.replace(from, to);
        }
    }
    single(latin.chars())
}

/// Without the vowels with which kana keep consonants apart: "jakkusu" is Jacks.
fn without_filling(latin: &str) -> String {
    let letters: Vec<char> = latin.chars().filter(|c| *c != ' ').collect();
    let consonant = |at: usize| letters.get(at).is_none_or(|c| !"aeiou".contains(*c));
    let filling = |at: usize| match letters[at] {
        'u' => at > 0 && consonant(at - 1) && consonant(at + 1),
        'o' => at > 0 && matches!(letters[at - 1], 't' | 'd') && consonant(at + 1),
        _ => false,
    };
    single((0..letters.len()).filter(|at| !filling(*at)).map(|at| if letters[at] == 'l' { 'r' } else { letters[at] }))
}

/// The consonants that every script writes.
fn skeleton(name: &str) -> String {
    let latin = ascii(name).replace("ph", "f").replace('x', "ks");
    let consonants = latin.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'h' | 'y' | 'w' | ' '));
    single(consonants.map(|c| match c {
        'r' => 'l',
        'c' | 'q' => 'k',
        'v' => 'b',
        'z' => 's',
        c => c,
    }))
}

fn single(letters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in letters {
        if !out.ends_with(c) || c.is_ascii_digit() {
            out.push(c);
        }
    }
    out
}
