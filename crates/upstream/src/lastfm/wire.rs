//! Last.fm's JSON as it comes.

use serde::Deserialize;

use crate::tolerant;

#[derive(Deserialize)]
pub(super) struct ArtistBody {
    pub(super) artist: Artist,
}

#[derive(Deserialize)]
pub(super) struct Artist {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) mbid: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) url: Option<String>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) image: Vec<Image>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) stats: Option<Stats>,
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) tags: Option<Tags>,
}

#[derive(Deserialize)]
pub(super) struct Image {
    #[serde(default, rename = "#text", deserialize_with = "tolerant::text")]
    pub(super) url: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) size: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Stats {
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) listeners: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) playcount: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Tags {
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) tag: Vec<Tag>,
}

#[derive(Deserialize)]
pub(super) struct Tag {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) count: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct SimilarBody {
    #[serde(deserialize_with = "tolerant::object")]
    pub(super) similarartists: Option<SimilarArtists>,
}

#[derive(Deserialize)]
pub(super) struct SimilarArtists {
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artist: Vec<Similar>,
}

#[derive(Deserialize)]
pub(super) struct Similar {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) mbid: Option<String>,
    #[serde(rename = "match", deserialize_with = "tolerant::required_float")]
    pub(super) score: f64,
}

#[derive(Deserialize)]
pub(super) struct SearchBody {
    pub(super) results: Results,
}

#[derive(Deserialize)]
pub(super) struct Results {
    #[serde(default, deserialize_with = "tolerant::object")]
    pub(super) artistmatches: Option<Matches>,
}

#[derive(Deserialize)]
pub(super) struct Matches {
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artist: Vec<Hit>,
}

#[derive(Deserialize)]
pub(super) struct Hit {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) mbid: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) listeners: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct TopAlbumsBody {
    #[serde(deserialize_with = "tolerant::object")]
    pub(super) topalbums: Option<TopAlbums>,
}

#[derive(Deserialize)]
pub(super) struct TopAlbums {
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) album: Vec<Album>,
}

#[derive(Deserialize)]
pub(super) struct Album {
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) mbid: Option<String>,
    #[serde(default, deserialize_with = "tolerant::integer")]
    pub(super) playcount: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) image: Vec<Image>,
}

#[derive(Deserialize)]
pub(super) struct AlbumBody {
    pub(super) album: AlbumInfo,
}

#[derive(Deserialize)]
pub(super) struct AlbumInfo {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) artist: String,
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) image: Vec<Image>,
}

#[derive(Deserialize)]
pub(super) struct TagArtistsBody {
    #[serde(deserialize_with = "tolerant::object")]
    pub(super) topartists: Option<TagArtists>,
}

#[derive(Deserialize)]
pub(super) struct TagArtists {
    #[serde(default, deserialize_with = "tolerant::list")]
    pub(super) artist: Vec<TagArtist>,
}

#[derive(Deserialize)]
pub(super) struct TagArtist {
    #[serde(deserialize_with = "tolerant::required_text")]
    pub(super) name: String,
    #[serde(default, deserialize_with = "tolerant::text")]
    pub(super) mbid: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct TopTagsBody {
    #[serde(deserialize_with = "tolerant::object")]
    pub(super) toptags: Option<Tags>,
}
