//! Whether two artists are one: by their ids, else by their names and what else is known of them. Two artists of one name stay two.

use std::collections::HashSet;

use strsim::normalized_damerau_levenshtein;
use uuid::Uuid;

use super::{Match, Penalty, names_match, spelling::differ_by_article};
use crate::domain::names::{album_key, artist_key, discogs_number};

/// What is known of an artist, at home or at a service. What is unknown stays empty and counts neither way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArtistEvidence {
    /// As the service writes it: Discogs' ` (2)` tells that there are several of the name.
    pub name: String,
    /// Other names, name variations.
    pub aliases: Vec<String>,
    /// MusicBrainz' id. One that was merged into another must be replaced by that before.
    pub mbid: Option<Uuid>,
    /// Discogs' id.
    pub discogs_id: Option<i64>,
    /// ISO 3166-1 code.
    pub country: Option<String>,
    /// Titles of albums, or their keys. Titles that many albums have ("Greatest Hits") are ignored.
    pub albums: Vec<String>,
}

impl ArtistEvidence {
    /// An artist of whom only the name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Titles that tell nothing of who made the album.
const COMMON_TITLES: [&str; 12] = [
    "greatest hits",
    "best of",
    "live",
    "untitled",
    "anthology",
    "singles",
    "collection",
    "demo",
    "ep",
    "remixes",
    "hits",
    "the best of",
];

/// How sure it is that two descriptions mean one artist. Symmetric.
///
/// Ids that both know decide alone; two ids that contradict each other are for review. Else the names give a score ([`names_match`],
/// aliases included), and what else is known moves it: a namesake ("Nirvana", "Nirvana (2)") needs an album in common or the country, a
/// doubtful spelling ("J. Brown") two albums, and the same name with nothing in common is two artists.
#[must_use]
pub fn artist_match(ours: &ArtistEvidence, theirs: &ArtistEvidence) -> Match {
    by_ids(ours, theirs).unwrap_or_else(|| by_name(ours, theirs))
}

fn by_ids(a: &ArtistEvidence, b: &ArtistEvidence) -> Option<Match> {
    let mbid = a.mbid.zip(b.mbid).map(|(a, b)| a == b);
    let discogs = a.discogs_id.zip(b.discogs_id).map(|(a, b)| a == b);
    Some(match (mbid, discogs) {
        (None, None) => return None,
        (Some(false), Some(true)) => Match::new(0.5, &[(Penalty::Mbid, 1.0)]),
        (Some(false), _) => Match::new(0.0, &[(Penalty::Mbid, 1.0)]),
        (Some(true), Some(false)) => Match::new(0.5, &[(Penalty::DiscogsId, 1.0)]),
        (None, Some(false)) => Match::new(0.0, &[(Penalty::DiscogsId, 1.0)]),
        (Some(true), _) | (None, Some(true)) => Match::new(1.0, &[]),
    })
}

fn by_name(a: &ArtistEvidence, b: &ArtistEvidence) -> Match {
    let names = likest_names(a, b);
    let albums = Albums::of(a, b);
    let same_country = a.country.as_ref().zip(b.country.as_ref()).map(|(a, b)| a.eq_ignore_ascii_case(b));
    let is_numbered = |artist: &ArtistEvidence| discogs_number(&artist.name).is_some();
    let score = names.score;
    let judged = match (albums, same_country) {
        (Albums::Several, _) if score >= 0.4 => score.max(0.9),
        (Albums::Several, _) => score.max(0.5),
        (Albums::One, _) if score >= 0.55 => score.max(0.8),
        (Albums::One, _) => score,
        (Albums::None, _) => score - 0.5,
        (Albums::Unknown, Some(false)) => score - 0.4,
        // Which of several: the one from there.
        (Albums::Unknown, Some(true)) if score >= 0.55 && (is_numbered(a) || is_numbered(b)) => score + 0.15,
        (Albums::Unknown, _) => score,
    };
    let known_apart = |apart: bool| if apart { 1.0 } else { 0.0 };
    let told = matches!(albums, Albums::One | Albums::Several);
    let of_names = names.reasons.iter().filter(|reason| !(told && reason.penalty == Penalty::Homonym));
    let mut distances: Vec<_> = of_names.map(|reason| (reason.penalty, reason.distance)).collect();
    distances.push((Penalty::Albums, known_apart(albums == Albums::None)));
    distances.push((Penalty::Country, known_apart(same_country == Some(false))));
    Match::new(judged, &distances)
}

fn likest_names(a: &ArtistEvidence, b: &ArtistEvidence) -> Match {
    let shown = names_match(&a.name, &b.name);
    let aliases = a.aliases.iter().map(|alias| (alias, &b.name)).chain(b.aliases.iter().map(|alias| (&a.name, alias)));
    let through = aliases.map(|(a, b)| names_match(a, b).by_alias()).max_by(|a, b| a.score.total_cmp(&b.score));
    through.filter(|alias| alias.score > shown.score).unwrap_or(shown)
}

/// The albums of two artists compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Albums {
    /// Of one of them too few are known to expect one in common.
    Unknown,
    /// None in common.
    None,
    /// One, which may be chance.
    One,
    /// More.
    Several,
}

impl Albums {
    fn of(a: &ArtistEvidence, b: &ArtistEvidence) -> Self {
        let (titles_a, titles_b) = (telling_titles(a), telling_titles(b));
        match titles_a.intersection(&titles_b).count() {
            0 if titles_a.len() > 1 && titles_b.len() > 1 => Self::None,
            0 => Self::Unknown,
            1 => Self::One,
            _ => Self::Several,
        }
    }
}

fn telling_titles(artist: &ArtistEvidence) -> HashSet<String> {
    let own = artist_key(&artist.name);
    let keys = artist.albums.iter().map(|title| album_key(title));
    keys.filter(|key| *key != own && !COMMON_TITLES.contains(&key.as_str())).collect()
}

/// How sure it is that a search for the artist `name` found them: `hit_score` is the service's own 0 to 100, which MusicBrainz gives
/// relative to its best hit. Only a name with the same key, blanks aside, can be sure: "Billy Anderson" and "Bill Anderson" are two.
#[must_use]
pub fn same_artist(name: &str, hit_name: &str, hit_score: i32) -> Match {
    let (wanted, found) = (artist_key(name), artist_key(hit_name));
    let likeness = if wanted == found {
        if differ_by_article(name, hit_name, &wanted) { 0.65 } else { 1.0 }
    } else if wanted.replace(' ', "") == found.replace(' ', "") {
        0.95
    } else {
        0.6 * normalized_damerau_levenshtein(&wanted, &found) as f32
    };
    let doubt = 1.0 - hit_score.clamp(0, 100) as f32 / 100.0;
    Match::new(likeness * (1.0 - 0.3 * doubt), &[(Penalty::Artist, 1.0 - likeness), (Penalty::Hit, doubt)])
}

#[cfg(test)]
mod tests;
