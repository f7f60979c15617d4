//! The words and short forms of grades.

use any_ascii::any_ascii;

use super::Grade;

/// Short forms, then words of English, German, French, Spanish, Italian, Portuguese, Dutch; in lower case, without accents, with single
/// blanks, a stroke between two. eBay's conditions are among them: what it calls "Very Good" and "Acceptable" in each of its languages.
pub(super) const WORDS: [(Grade, &str); 8] = [
    (
        Grade::Mint,
        "m|mint|m+|ss|sealed|still sealed|factory sealed|new|brand new|new sealed|new and sealed|neu|neu ovp|\
         versiegelt|eingeschweisst|neuf|neuf sous blister|sous blister|scelle|nuevo|precintado|\
         nuevo precintado|nuovo|sigillato|novo|lacrado|nieuw|verzegeld",
    ),
    (
        Grade::NearMint,
        "nm|nm+|m-|mint-|mint -|near mint|near-mint|nearmint|mint minus|like new|as new|neuwertig|wie neu|\
         fast neu|comme neuf|proche du neuf|como nuevo|casi nuevo|casi perfecto|come nuovo|pari al nuovo|\
         quasi nuovo|como novo|quase novo|als nieuw|zo goed als nieuw|nieuwstaat",
    ),
    (
        Grade::VeryGoodPlus,
        "vg+|vg++|vg+++|vg +|vg ++|vg plus|vgplus|very good plus|very good +|very good ++|verygoodplus|nm-|\
         near mint-|near mint -|ex|ex+|ex-|ex++|exc|excellent|excellent+|excellent +|excellent-|excellent -|\
         exc+|exc-|sehr gut plus|sehr gut+|sehr gut +|ausgezeichnet|excellent etat|tres bon+|tres bon +|\
         excelente|excelente estado|muy bueno+|muy bueno +|muy bueno plus|eccellente|uitstekend",
    ),
    (
        Grade::VeryGood,
        "vg|very good|verygood|ex--|sehr gut|tres bon|tres bon etat|muy bueno|muy buen estado|muy bien|\
         ottimo|ottime condizioni|molto buono|muito bom|zeer goed",
    ),
    (
        Grade::GoodPlus,
        "g+|g++|g +|vg-|vg -|very good-|very good -|very good minus|good plus|good+|good +|goodplus|gut plus|\
         gut+|gut +|bon+|bon +|bueno+|bueno +|bueno plus|buono+|buono +",
    ),
    (Grade::Good, "g|good|gut|bon|bon etat|bueno|buen estado|bien|buono|buone condizioni|bom|goed"),
    (
        Grade::Fair,
        "f|f+|fair|g-|g -|good-|good -|good minus|acceptable|akzeptabel|befriedigend|ausreichend|\
         etat correct|correct|passable|acceptable etat|aceptable|regular|accettabile|condizioni accettabili|\
         discreto|aceitavel|razoavel|redelijk",
    ),
    (
        Grade::Poor,
        "p|p+|poor|f-|bad|schlecht|mangelhaft|mauvais|mauvais etat|malo|mal estado|pobre|scarso|\
         cattive condizioni|mau|ruim|slecht",
    ),
];

/// Short forms that a title may hold, in capitals.
const IN_TITLES: [&str; 24] = [
    "M", "M-", "MINT", "MINT-", "NM", "NM-", "NM+", "VG", "VG+", "VG++", "VG+++", "VG-", "EX", "EX+", "EX-", "EX++",
    "EXC", "G", "G+", "G-", "G++", "F", "P", "SEALED",
];

/// The grade of one name in the form of [`plain`].
pub(super) fn grade(name: &str) -> Option<Grade> {
    let name = name.trim();
    WORDS.iter().find(|(_, words)| words.split('|').any(|word| word == name)).map(|(grade, _)| *grade)
}

/// The grade of a word of a title. "Mint" and "Sealed" also count in small letters, since they are seldom part of a name.
pub(super) fn title_grade(word: &str) -> Option<Grade> {
    let upper = word.trim_matches(['.', ':', '"', '\'']);
    let is_known =
        IN_TITLES.contains(&upper) || ["mint", "mint-", "sealed"].iter().any(|known| upper.eq_ignore_ascii_case(known));
    is_known.then(|| grade(&upper.to_lowercase())).flatten()
}

/// "Mint green vinyl" is no grade.
pub(super) fn is_colour(words: &[&str]) -> bool {
    const AFTER: [&str; 6] = ["green", "vinyl", "coloured", "colored", "marble", "splatter"];
    matches!(words, [mint, next, ..]
        if mint.eq_ignore_ascii_case("mint") && AFTER.iter().any(|word| next.eq_ignore_ascii_case(word)))
}

/// Lower case, without accents, direction marks and full stops, with single blanks.
pub(super) fn plain(text: &str) -> String {
    let text = any_ascii(&visible(text)).to_lowercase().replace('.', "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without zero-width characters and direction marks, which pages of Discogs leave in what is copied from them.
pub(super) fn visible(text: &str) -> String {
    let invisible = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    text.chars().filter(|c| !invisible(*c)).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect()
}
