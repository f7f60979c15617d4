//! What a pressing is, as the routes show it.
use serde::Serialize;
use utoipa::ToSchema;

/// Read from Discogs' format texts; null where they do not say.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taxonomy {
    /// Records in it.
    pub records: i16,
    /// Inches.
    #[schema(example = 12)]
    pub size_inches: Option<i16>,
    /// 16, 33, 45 or 78 turns a minute.
    #[schema(example = 33)]
    pub speed_rpm: Option<i16>,
    /// album, ep or single.
    #[schema(example = "album")]
    pub kind: Option<String>,
    /// reissue, repress, remastered, limited, numbered, promotional, test_pressing, picture_disc, boxed, gatefold, mono, stereo, ….
    #[schema(example = json!(["reissue", "gatefold"]))]
    pub traits: Vec<String>,
    /// Of the vinyl, colours before effects.
    #[schema(example = "red translucent")]
    pub colour: Option<String>,
    /// Of one record.
    #[schema(example = 180)]
    pub weight_grams: Option<i16>,
    /// An official pressing of the album's first year on vinyl which is no reissue, repress, remaster, anniversary or club edition, promotional
    /// copy or test pressing. The first year is the earliest one of such pressings that is not before the album's first release. An album
    /// that several countries pressed in that year has several.
    pub first_pressing: bool,
    /// 1 when the album's master lists it, else how sure the search was.
    pub confidence: f32,
}
