//! What the page of one pressing says beside what lists say of it, in the shape in which `release_details` keeps it.

use serde::{Deserialize, Serialize};

use super::Medium;

/// The page of a pressing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// What is played, in order, with headings.
    pub tracks: Vec<Track>,
    /// Labels, once per catalogue number.
    pub labels: Vec<Label>,
    /// Who pressed, mastered, distributed, ….
    pub companies: Vec<Company>,
    /// Barcodes, matrix numbers, rights societies, ….
    pub identifiers: Vec<Identifier>,
    /// Media.
    pub formats: Vec<Medium>,
    /// The credit.
    pub artists: Vec<Credit>,
    /// Who else took part.
    pub credits: Vec<Credit>,
    /// Genres.
    pub genres: Vec<String>,
    /// Styles.
    pub styles: Vec<String>,
    /// What its contributors wrote, with Discogs' markup.
    pub notes: Option<String>,
}

/// One thing that is played.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// `A1`, `1-03`, `B4.a`, or nothing.
    pub position: String,
    /// Title.
    pub title: String,
    /// Duration when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i32>,
    /// Its credit when it is not the pressing's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub artists: Option<String>,
    /// Nothing that is played: the name of a side, or of the piece whose parts follow.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub heading: bool,
}

/// A label with the number that it gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Without Discogs' number of homonyms.
    pub name: String,
    /// Discogs label.
    pub discogs_id: Option<i64>,
    /// Catalogue number.
    pub catno: Option<String>,
}

/// A company with what it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Without Discogs' number of homonyms.
    pub name: String,
    /// Discogs label, which is what Discogs keeps companies as.
    pub discogs_id: Option<i64>,
    /// `Pressed By`, `Mastered At`, ….
    pub role: Option<String>,
}

/// A number or text on a pressing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// `Barcode`, `Matrix / Runout`, ….
    #[serde(rename = "type")]
    pub kind: String,
    /// As printed or scratched.
    pub value: String,
    /// Where: `Side A`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// An artist of a credit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credit {
    /// As printed on the pressing.
    pub name: String,
    /// Discogs artist.
    pub discogs_id: Option<i64>,
    /// What stands between this artist and the next: `,`, `&`, `feat.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join: Option<String>,
    /// `Producer`, `Bass`, ….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// On which tracks, when not on all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracks: Option<String>,
}

impl Page {
    /// The barcodes by their digits alone, each once, so that a scanner's reading finds the pressing. What has fewer digits than the
    /// shortest barcode (8) is a remark.
    #[must_use]
    pub fn barcodes(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for identifier in self.identifiers.iter().filter(|identifier| identifier.kind == "Barcode") {
            let digits: String = identifier.value.chars().filter(char::is_ascii_digit).collect();
            if (8..=18).contains(&digits.len()) && !found.contains(&digits) {
                found.push(digits);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn barcodes_are_their_digits() {
        let identifier =
            |kind: &str, value: &str| Identifier { kind: kind.to_owned(), value: value.to_owned(), description: None };
        let page = Page {
            identifiers: vec![
                identifier("Barcode", "7 24384 26091 0"),
                identifier("Barcode", "724384260910"),
                identifier("Barcode", "(Sticker) 0-7599-25447-1"),
                identifier("Barcode", "none"),
                identifier("Barcode", "123"),
                identifier("Matrix / Runout", "12345678901"),
            ],
            ..Page::default()
        };
        assert_eq!(page.barcodes(), ["724384260910", "07599254471"]);
    }

    #[test]
    fn is_kept_without_what_is_not_known() {
        let track =
            Track { position: "A1".to_owned(), title: "Airbag".to_owned(), seconds: Some(284), ..Track::default() };
        let kept = serde_json::to_value(&track).unwrap();
        assert_eq!(kept, serde_json::json!({"position": "A1", "title": "Airbag", "seconds": 284}));
        assert_eq!(serde_json::from_value::<Track>(kept).unwrap(), track);
    }
}
