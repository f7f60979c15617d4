//! What speaks for a verdict on a price, as sentences.

use super::{Language, joined};
use crate::domain::prices::grade::Grade;
use crate::domain::prices::verdict::{Reason, Verdict};

/// One sentence for each reason of a verdict, in their order, without a full stop.
#[must_use]
pub fn verdict_sentences(verdict: &Verdict, language: Language) -> Vec<String> {
    verdict.reasons.iter().map(|reason| sentence(*reason, language)).collect()
}

/// All of them as one text; empty without reasons.
#[must_use]
pub fn verdict_text(verdict: &Verdict, language: Language) -> String {
    joined(&verdict_sentences(verdict, language))
}

fn sentence(reason: Reason, language: Language) -> String {
    match reason {
        Reason::BelowMedian { percent, months } => of_median(Side::Below(percent), months, language),
        Reason::AtMedian { months } => of_median(Side::At, months, language),
        Reason::AboveMedian { percent, months } => of_median(Side::Above(percent), months, language),
        Reason::BelowSuggestion { percent, grade } => of_suggestion(Side::Below(percent), grade, language),
        Reason::AtSuggestion { grade } => of_suggestion(Side::At, grade, language),
        Reason::AboveSuggestion { percent, grade } => of_suggestion(Side::Above(percent), grade, language),
        Reason::Lowest { months } => match language {
            Language::En => format!("The lowest of {}", months_of(months, language)),
            Language::Es => format!("El más bajo de {}", months_of(months, language)),
        },
        Reason::ForSale { count } => match language {
            Language::En => format!("Only {count} for sale"),
            Language::Es => format!("Solo {count} a la venta"),
        },
        Reason::Trend { percent } => trend(percent, language),
        Reason::LittleKnown { days } => little_known(days, language),
        Reason::OtherCurrency => match language {
            Language::En => "Its other prices are in another currency".to_owned(),
            Language::Es => "Sus otros precios están en otra moneda".to_owned(),
        },
    }
}

/// On which side of a measure a price is, and by how many percent.
enum Side {
    Below(i32),
    At,
    Above(i32),
}

impl Side {
    /// What goes before the measure, which has no preposition in Spanish when the price is at it.
    fn written(&self, language: Language) -> String {
        match (self, language) {
            (Self::Below(percent), Language::En) => format!("{percent} % under"),
            (Self::At, Language::En) => "At".to_owned(),
            (Self::Above(percent), Language::En) => format!("{percent} % over"),
            (Self::Below(percent), Language::Es) => format!("Un {percent} % por debajo de"),
            (Self::At, Language::Es) => "Igual a".to_owned(),
            (Self::Above(percent), Language::Es) => format!("Un {percent} % por encima de"),
        }
    }
}

fn of_median(side: Side, months: u8, language: Language) -> String {
    let (side, months) = (side.written(language), months_of(months, language));
    match language {
        Language::En => format!("{side} its median of {months}"),
        Language::Es => format!("{side} su mediana de {months}"),
    }
}

fn of_suggestion(side: Side, grade: Grade, language: Language) -> String {
    let (side, grade) = (side.written(language), grade.code());
    match language {
        Language::En => format!("{side} what Discogs suggests for {grade}"),
        Language::Es => format!("{side} lo que sugiere Discogs para {grade}"),
    }
}

fn trend(percent: i32, language: Language) -> String {
    let by = percent.unsigned_abs();
    match (language, percent < 0) {
        (Language::En, true) => format!("{by} % cheaper this month than in the two before"),
        (Language::En, false) => format!("{by} % dearer this month than in the two before"),
        (Language::Es, true) => format!("Un {by} % más barato este mes que en los dos anteriores"),
        (Language::Es, false) => format!("Un {by} % más caro este mes que en los dos anteriores"),
    }
}

fn little_known(days: i64, language: Language) -> String {
    match (language, days) {
        (Language::En, 1) => "Prices are known for 1 day only".to_owned(),
        (Language::En, days) => format!("Prices are known for {days} days only"),
        (Language::Es, 1) => "Solo se conocen precios de 1 día".to_owned(),
        (Language::Es, days) => format!("Solo se conocen precios de {days} días"),
    }
}

fn months_of(months: u8, language: Language) -> String {
    match (language, months) {
        (Language::En, 1) => "1 month".to_owned(),
        (Language::En, months) => format!("{months} months"),
        (Language::Es, 1) => "1 mes".to_owned(),
        (Language::Es, months) => format!("{months} meses"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::prices::verdict::Kind;

    #[test]
    fn each_reason_is_said_in_both_languages() {
        let vg_plus = Grade::VeryGoodPlus;
        for (reason, en, es) in [
            (
                Reason::BelowMedian { percent: 18, months: 12 },
                "18 % under its median of 12 months",
                "Un 18 % por debajo de su mediana de 12 meses",
            ),
            (Reason::AtMedian { months: 1 }, "At its median of 1 month", "Igual a su mediana de 1 mes"),
            (
                Reason::AboveMedian { percent: 40, months: 3 },
                "40 % over its median of 3 months",
                "Un 40 % por encima de su mediana de 3 meses",
            ),
            (Reason::Lowest { months: 12 }, "The lowest of 12 months", "El más bajo de 12 meses"),
            (
                Reason::BelowSuggestion { percent: 23, grade: vg_plus },
                "23 % under what Discogs suggests for VG+",
                "Un 23 % por debajo de lo que sugiere Discogs para VG+",
            ),
            (
                Reason::AtSuggestion { grade: vg_plus },
                "At what Discogs suggests for VG+",
                "Igual a lo que sugiere Discogs para VG+",
            ),
            (
                Reason::AboveSuggestion { percent: 5, grade: Grade::NearMint },
                "5 % over what Discogs suggests for NM",
                "Un 5 % por encima de lo que sugiere Discogs para NM",
            ),
            (Reason::ForSale { count: 3 }, "Only 3 for sale", "Solo 3 a la venta"),
            (
                Reason::Trend { percent: -12 },
                "12 % cheaper this month than in the two before",
                "Un 12 % más barato este mes que en los dos anteriores",
            ),
            (
                Reason::Trend { percent: 30 },
                "30 % dearer this month than in the two before",
                "Un 30 % más caro este mes que en los dos anteriores",
            ),
            (Reason::LittleKnown { days: 1 }, "Prices are known for 1 day only", "Solo se conocen precios de 1 día"),
            (Reason::LittleKnown { days: 0 }, "Prices are known for 0 days only", "Solo se conocen precios de 0 días"),
            (
                Reason::OtherCurrency,
                "Its other prices are in another currency",
                "Sus otros precios están en otra moneda",
            ),
        ] {
            assert_eq!(sentence(reason, Language::En), en);
            assert_eq!(sentence(reason, Language::Es), es);
        }
    }

    #[test]
    fn a_text_is_all_the_reasons() {
        let reasons = vec![Reason::BelowMedian { percent: 18, months: 12 }, Reason::ForSale { count: 3 }];
        let verdict =
            Verdict { kind: Kind::Good, percentile: Some(12), below_median_percent: Some(18), trend: None, reasons };
        assert_eq!(verdict_text(&verdict, Language::En), "18 % under its median of 12 months. Only 3 for sale.");
        assert_eq!(verdict_sentences(&verdict, Language::Es).len(), 2);
    }
}
