//! A score's terms, and what speaks for a verdict on a price, as sentences for the listener, each naming what caused it. Nothing is said that
//! the terms do not hold.

mod verdict;

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::scoring::{Because, GREAT_PRICE, Points, Term};
pub use verdict::{verdict_sentences, verdict_text};

/// A language that explanations are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English, also for listeners of languages that are not written yet.
    #[default]
    En,
    /// Spanish.
    Es,
}

/// No language of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("explanations are written in en and es")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// From ISO 639-1, as a listener's profile has it.
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        match code {
            "en" => Ok(Self::En),
            "es" => Ok(Self::Es),
            _ => Err(UnknownLanguage),
        }
    }
}

impl Language {
    const fn decimal_mark(self) -> char {
        match self {
            Self::En => '.',
            Self::Es => ',',
        }
    }
}

/// One sentence for each term, in the terms' order, without a full stop.
#[must_use]
pub fn sentences(terms: &[Term], language: Language) -> Vec<String> {
    terms.iter().map(|term| sentence(term, language)).collect()
}

/// All sentences as one text; empty without terms.
#[must_use]
pub fn text(terms: &[Term], language: Language) -> String {
    joined(&sentences(terms, language))
}

fn joined(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
}

fn sentence(term: &Term, language: Language) -> String {
    match &term.because {
        Because::Listening { playcount } => listening(*playcount, language),
        Because::Seed { .. } => match language {
            Language::En => "By an artist you picked".to_owned(),
            Language::Es => "De un artista que elegiste".to_owned(),
        },
        Because::Rating { hundredths, votes } => rating(*hundredths, *votes, language),
        Because::Price { price } => {
            let price = price.written(language.decimal_mark());
            format!("{}: {price}", how_good(term.points, language))
        }
        Because::Similar { artists, more } => similar(artists, *more, language),
    }
}

fn listening(playcount: i64, language: Language) -> String {
    match (language, playcount) {
        (Language::En, 1) => "You've played this once in the last year".to_owned(),
        (Language::En, plays) => format!("You've played this {plays} times in the last year"),
        (Language::Es, 1) => "Lo has escuchado una vez en el último año".to_owned(),
        (Language::Es, plays) => format!("Lo has escuchado {plays} veces en el último año"),
    }
}

fn rating(hundredths: i32, votes: i32, language: Language) -> String {
    let stars = stars(hundredths, language.decimal_mark());
    match (language, votes) {
        (Language::En, 1) => format!("Rated {stars} on Discogs by 1 person"),
        (Language::En, votes) => format!("Rated {stars} on Discogs by {votes} people"),
        (Language::Es, 1) => format!("Valorado con un {stars} en Discogs por 1 persona"),
        (Language::Es, votes) => format!("Valorado con un {stars} en Discogs por {votes} personas"),
    }
}

/// 4, 4.5, 4.53: no zeros at the end.
fn stars(hundredths: i32, mark: char) -> String {
    let (whole, rest) = (hundredths / 100, (hundredths % 100).abs());
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}{mark}{}", rest / 10),
        rest => format!("{whole}{mark}{rest:02}"),
    }
}

fn how_good(points: Points, language: Language) -> &'static str {
    match (language, points >= GREAT_PRICE) {
        (Language::En, true) => "Great price",
        (Language::En, false) => "Good price",
        (Language::Es, true) => "Muy buen precio",
        (Language::Es, false) => "Buen precio",
    }
}

fn similar(artists: &[String], more: usize, language: Language) -> String {
    let mut names: Vec<String> = artists.to_vec();
    let one = artists.len() + more == 1;
    if more > 0 {
        names.push(match language {
            Language::En => format!("{more} more"),
            Language::Es => format!("{more} más"),
        });
    }
    let list = list(&names, language);
    match (language, one) {
        (Language::En, true) => format!("Similar to {list}, an artist you picked"),
        (Language::En, false) => format!("Similar to {list}, artists you picked"),
        (Language::Es, true) => format!("Parecido a {list}, un artista que elegiste"),
        (Language::Es, false) => format!("Parecido a {list}, artistas que elegiste"),
    }
}

/// "X, Y and Z".
fn list(names: &[String], language: Language) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), and(last, language)),
    }
}

/// Spanish "y" turns into "e" before the sound of i: "Blur e Iggy Pop", but "Blur y Hielo".
fn and(next: &str, language: Language) -> &'static str {
    let next = next.to_lowercase();
    let sounds_like_i = next.starts_with(['i', 'í']) || next.starts_with("hi") || next.starts_with("hí");
    let glides = ["ia", "ie", "io", "hia", "hie", "hio"].iter().any(|start| next.starts_with(start));
    match language {
        Language::En => "and",
        Language::Es if sounds_like_i && !glides => "e",
        Language::Es => "y",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::money::{Currency, Money};

    fn similar_to(artists: &[&str], more: usize) -> Term {
        let artists = artists.iter().map(|name| (*name).to_owned()).collect();
        Term { points: Points::ZERO, because: Because::Similar { artists, more } }
    }

    fn price(minor: i64, points: i32) -> Term {
        Term { points: Points::whole(points), because: Because::Price { price: Money::new(minor, Currency::EUR) } }
    }

    fn rated(hundredths: i32, votes: i32) -> Term {
        Term { points: Points::whole(9), because: Because::Rating { hundredths, votes } }
    }

    fn played(playcount: i64) -> Term {
        Term { points: Points::whole(1), because: Because::Listening { playcount } }
    }

    fn seed() -> Term {
        Term { points: Points::whole(30), because: Because::Seed { artist_id: 1.into() } }
    }

    #[test]
    fn each_term_names_its_cause() {
        for (term, en, es) in [
            (
                played(127),
                "You've played this 127 times in the last year",
                "Lo has escuchado 127 veces en el último año",
            ),
            (played(1), "You've played this once in the last year", "Lo has escuchado una vez en el último año"),
            (seed(), "By an artist you picked", "De un artista que elegiste"),
            (rated(450, 812), "Rated 4.5 on Discogs by 812 people", "Valorado con un 4,5 en Discogs por 812 personas"),
            (rated(405, 1), "Rated 4.05 on Discogs by 1 person", "Valorado con un 4,05 en Discogs por 1 persona"),
            (rated(500, 2), "Rated 5 on Discogs by 2 people", "Valorado con un 5 en Discogs por 2 personas"),
            (price(2200, 10), "Great price: 22.00 €", "Muy buen precio: 22,00 €"),
            (price(4550, 5), "Good price: 45.50 €", "Buen precio: 45,50 €"),
            (
                similar_to(&["Muse"], 0),
                "Similar to Muse, an artist you picked",
                "Parecido a Muse, un artista que elegiste",
            ),
            (
                similar_to(&["Muse", "Blur", "Iggy Pop"], 0),
                "Similar to Muse, Blur and Iggy Pop, artists you picked",
                "Parecido a Muse, Blur e Iggy Pop, artistas que elegiste",
            ),
            (
                similar_to(&["Muse", "Blur", "Hielo"], 4),
                "Similar to Muse, Blur, Hielo and 4 more, artists you picked",
                "Parecido a Muse, Blur, Hielo y 4 más, artistas que elegiste",
            ),
        ] {
            assert_eq!(sentence(&term, Language::En), en);
            assert_eq!(sentence(&term, Language::Es), es);
        }
    }

    #[test]
    fn a_text_is_all_the_sentences() {
        let terms = [seed(), price(2200, 10)];
        assert_eq!(text(&terms, Language::En), "By an artist you picked. Great price: 22.00 €.");
        assert_eq!(text(&[], Language::En), "");
        assert_eq!("es".parse(), Ok(Language::Es));
        assert_eq!("fr".parse::<Language>(), Err(UnknownLanguage));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_named_artist_is_in_the_sentence(artists in prop::collection::vec("[A-Z][a-z]{1,8}", 1..4), more in 0_usize..9) {
            let names: Vec<&str> = artists.iter().map(String::as_str).collect();
            for language in [Language::En, Language::Es] {
                let said = sentence(&similar_to(&names, more), language);
                prop_assert!(artists.iter().all(|artist| said.contains(artist.as_str())), "{}", said);
                prop_assert_eq!(said.contains(&more.to_string()), more > 0);
            }
        }
    }
}
