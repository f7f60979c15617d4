//! What a seller filled in about an item: names and values in the language of the site.

/// Names with their values, in eBay's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aspects(pub Vec<(String, String)>);

/// What sellers write instead of nothing.
const NOTHING: [&str; 12] = [
    "does not apply",
    "n/a",
    "na",
    "none",
    "unknown",
    "not specified",
    "no aplicable",
    "no aplica",
    "nicht zutreffend",
    "non applicabile",
    "non applicable",
    "ne s'applique pas",
];

impl Aspects {
    /// The first value of the first of these names, whatever its case; what stands for nothing is nothing.
    pub fn value(&self, names: &[&str]) -> Option<&str> {
        let of = |name: &&str| self.0.iter().find(|(known, _)| known.to_lowercase() == name.to_lowercase());
        let value = names.iter().find_map(of).map(|(_, value)| value.trim())?;
        (!value.is_empty() && !NOTHING.contains(&value.to_lowercase().as_str())).then_some(value)
    }

    /// The record's grade in the seller's words: `Near Mint (NM or M-)`, `VG+`.
    pub fn record_grade(&self) -> Option<&str> {
        self.value(&[
            "Record Grading",
            "Schallplattenbewertung",
            "Estado del disco",
            "État du disque",
            "Grading vinile",
        ])
    }

    /// The sleeve's grade.
    pub fn sleeve_grade(&self) -> Option<&str> {
        self.value(&[
            "Sleeve Grading",
            "Coverbewertung",
            "Estado de la funda",
            "État de la pochette",
            "Grading copertina",
        ])
    }

    /// The catalogue number of the label.
    pub fn catalogue_number(&self) -> Option<&str> {
        self.value(&[
            "Catalog Number",
            "Catalogue Number",
            "Katalognummer",
            "Número de catálogo",
            "Numéro de catalogue",
            "Numero di catalogo",
            "Record Number",
        ])
    }

    /// The year of release.
    pub fn release_year(&self) -> Option<i16> {
        let names =
            ["Release Year", "Erscheinungsjahr", "Año de publicación", "Año de lanzamiento", "Année de sortie", "Anno"];
        self.value(&names).and_then(crate::tolerant::year)
    }

    /// The barcode: digits only, without the spaces that stand between them on a sleeve.
    pub fn barcode(&self) -> Option<String> {
        let text = ["EAN", "UPC", "GTIN", "Barcode"].iter().find_map(|name| self.value(&[name]))?;
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let fits = (8..=14).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        fits.then_some(digits)
    }

    /// The speed in the seller's words: `33 RPM`.
    pub fn speed(&self) -> Option<&str> {
        self.value(&["Speed", "Geschwindigkeit", "Velocidad", "Vitesse", "Velocità", "Snelheid"])
    }

    /// The size in the seller's words: `12"`.
    pub fn size(&self) -> Option<&str> {
        self.value(&["Record Size", "Plattengröße", "Tamaño del disco", "Taille", "Dimensioni"])
    }

    /// The carrier in the seller's words: `Record`, `CD`.
    pub fn format(&self) -> Option<&str> {
        self.value(&["Format", "Formato", "Formaat"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aspects(pairs: &[(&str, &str)]) -> Aspects {
        Aspects(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn what_was_filled_in_is_found_in_each_language() {
        let english = aspects(&[
            ("record grading", "Near Mint (NM or M-)"),
            ("Sleeve Grading", " VG+ "),
            ("Release Year", "1997"),
            ("EAN", "0 724385 522918"),
            ("Catalogue Number", "NODATA 02"),
            ("Speed", "33 RPM"),
        ]);
        assert_eq!(english.record_grade(), Some("Near Mint (NM or M-)"));
        assert_eq!(english.sleeve_grade(), Some("VG+"));
        assert_eq!((english.release_year(), english.barcode().as_deref()), (Some(1997), Some("0724385522918")));
        assert_eq!((english.catalogue_number(), english.speed()), (Some("NODATA 02"), Some("33 RPM")));
        let german = aspects(&[("Erscheinungsjahr", "1973"), ("Geschwindigkeit", "33 U/min")]);
        assert_eq!((german.release_year(), german.speed()), (Some(1973), Some("33 U/min")));
    }

    #[test]
    fn what_stands_for_nothing_is_nothing() {
        let empty = aspects(&[
            ("EAN", "Does not apply"),
            ("UPC", "075992739429"),
            ("Release Year", "seventies"),
            ("Speed", ""),
        ]);
        assert_eq!(empty.barcode().as_deref(), Some("075992739429"));
        assert_eq!((empty.release_year(), empty.speed(), empty.record_grade()), (None, None, None));
        assert_eq!(aspects(&[("EAN", "N/A")]).barcode(), None);
        assert_eq!(aspects(&[("EAN", "12 inch")]).barcode(), None);
    }
}
