//! Titles as sellers write them: in their language, with and without what one would want to know, and eighty characters at most.

use super::offers::Thing;
use super::{Pressing, World, barcode, without_number};
use crate::dice::Dice;

/// The longest title.
const LONGEST: usize = 80;

/// Grades from the best, as eBay's list has them, with what sellers write in titles.
pub(crate) const GRADES: [(&str, &str); 8] = [
    ("Mint (M)", "M"),
    ("Near Mint (NM or M-)", "NM"),
    ("Excellent (EX)", "EX"),
    ("Very Good Plus (VG+)", "VG+"),
    ("Very Good (VG)", "VG"),
    ("Good Plus (G+)", "G+"),
    ("Good (G)", "G"),
    ("Fair (F)", "F"),
];

/// What a title depends on beside the record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    pub(crate) thing: Thing,
    pub(crate) sealed: bool,
    pub(crate) grades: (usize, usize),
    /// The seller's.
    pub(crate) country: &'static str,
}

/// A title.
pub(crate) fn title(world: &World, album: usize, pressing: &Pressing, wording: Wording, dice: &mut Dice) -> String {
    let facts = world.album(album);
    let artist = world.artist(facts.artists[0]);
    let artist = without_number(&artist.discogs_name);
    let name = facts.title.as_str();
    let rest = match wording.thing {
        Thing::Vinyl => record(pressing, wording, dice),
        Thing::Cd => format!("(CD, {})", pressing.year().max(1984)),
        Thing::Cassette => "MC Cassette Tape".to_owned(),
        Thing::Sleeve => empty_sleeve(wording.country).to_owned(),
        Thing::Poster => "Poster 60x90 cm Album Cover Art Print".to_owned(),
    };
    let text = match dice.below(6) {
        0 => format!("{name} - {artist} {rest}"),
        1 => format!("{artist} {name} {rest}").to_uppercase(),
        2 => format!("{artist} \u{2013} {name} {rest}"),
        3 => format!("{artist}: \"{name}\" {rest}"),
        4 => format!("{artist} {name}, {rest}").to_lowercase(),
        _ => format!("{artist} - {name} - {rest}"),
    };
    cut(&text)
}

fn record(pressing: &Pressing, wording: Wording, dice: &mut Dice) -> String {
    let mut words = vec![carrier(wording.country, pressing.discs, dice)];
    let numbers: Vec<&str> = pressing.catno.split(", ").filter(|number| *number != "none").collect();
    if let (true, Some(number)) = (dice.chance(0.4), numbers.first()) {
        words.push((*number).to_owned());
    }
    if dice.chance(0.45) && pressing.year() != 0 {
        words.push(pressing.year().to_string());
    }
    if dice.chance(0.3) {
        words.push(pressing.country.clone());
    }
    if dice.chance(0.2) {
        words.push(pressing.label.clone());
    }
    if wording.sealed {
        words.push(
            (*dice.pick(&["NEW & SEALED", "Neu OVP", "NUEVO PRECINTADO", "sealed 180g", "neuf sous blister"]))
                .to_owned(),
        );
    } else if dice.chance(0.5) {
        words.push(format!("{}/{}", GRADES[wording.grades.0].1, GRADES[wording.grades.1].1));
    }
    if dice.chance(0.06) {
        words.push(barcode(pressing.id));
    }
    words.join(" ")
}

/// What the record is called where the seller is.
fn carrier(country: &str, discs: u32, dice: &mut Dice) -> String {
    let words: &[&str] = match country {
        "ES" => &["LP Vinilo", "Vinilo", "Disco de vinilo LP", "LP"],
        "DE" | "AT" => &["LP Vinyl", "Schallplatte", "LP", "Vinyl Schallplatte"],
        "FR" => &["LP vinyle", "33T", "33 tours vinyle", "disque vinyle LP"],
        "IT" => &["LP vinile", "LP 33 giri", "vinile"],
        "NL" | "BE" => &["LP vinyl", "langspeelplaat", "LP"],
        "PT" => &["LP Vinil", "Disco Vinil"],
        "JP" => &["LP w/OBI Japan Vinyl", "Japan Press LP", "LP"],
        _ => &["Vinyl LP", "LP Record", "12\" Vinyl", "LP"],
    };
    let word = *dice.pick(words);
    if discs > 1 { format!("{discs}x {word}") } else { word.to_owned() }
}

fn empty_sleeve(country: &str) -> &'static str {
    match country {
        "ES" => "SOLO PORTADA sin disco LP",
        "DE" | "AT" => "NUR COVER ohne Schallplatte LP",
        "FR" => "POCHETTE SEULE sans disque 33T",
        "IT" => "SOLO COPERTINA senza disco LP",
        _ => "EMPTY SLEEVE ONLY no record LP",
    }
}

/// At the last space that fits.
fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let kept: String = text.chars().take(LONGEST).collect();
    kept.rsplit_once(' ').map_or(kept.clone(), |(whole, _)| whole.to_owned())
}
