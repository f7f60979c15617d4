//! From MusicBrainz' wire to what the product speaks of.

use uuid::Uuid;

use super::wire;
use crate::http::decode;
use crate::{Error, Exchange};

/// One artist found by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtistHit {
    /// MusicBrainz id.
    pub mbid: Uuid,
    /// Name, in the house style of typographic punctuation.
    pub name: String,
    /// Name for sorting: in Latin letters, whatever the name is in.
    pub sort_name: Option<String>,
    /// How well it matches, 0 to 100.
    pub score: i32,
    /// What tells it from others of the same name.
    pub disambiguation: Option<String>,
    /// ISO 3166 code.
    pub country: Option<String>,
    /// Person, Group, Orchestra, Choir, Character or Other.
    pub kind: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
}

/// An artist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artist {
    /// MusicBrainz id; another than the one asked for when that one was merged into this.
    pub mbid: Uuid,
    /// Name.
    pub name: String,
    /// Name for sorting.
    pub sort_name: Option<String>,
    /// What tells it from others of the same name.
    pub disambiguation: Option<String>,
    /// ISO 3166 code.
    pub country: Option<String>,
    /// Person, Group, Orchestra, Choir, Character or Other.
    pub kind: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Discogs artists that are linked.
    pub discogs_artists: Vec<i64>,
    /// Spotify artists that are linked.
    pub spotify_artists: Vec<String>,
}

impl ArtistHit {
    /// Names under which others may know the artist: the aliases, and for a name in another alphabet how it is sorted.
    #[must_use]
    pub fn other_names(&self) -> Vec<String> {
        other_names(&self.name, self.sort_name.as_deref(), &self.aliases)
    }
}

impl Artist {
    /// Names under which others may know the artist: the aliases, and for a name in another alphabet how it is sorted.
    #[must_use]
    pub fn other_names(&self) -> Vec<String> {
        other_names(&self.name, self.sort_name.as_deref(), &self.aliases)
    }
}

/// "Shiina, Ringo" is how 椎名林檎 is sorted: both orders of it are in use. The sorted form of a Latin name tells nothing new.
fn other_names(name: &str, sorted: Option<&str>, aliases: &[String]) -> Vec<String> {
    let is_latin = |text: &str| text.chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{370}');
    let mut names = aliases.to_vec();
    let romanised = sorted.filter(|sorted| !is_latin(name) && is_latin(sorted));
    let orders = match romanised.map(|sorted| (sorted, sorted.split_once(", "))) {
        Some((_, Some((family, given)))) => vec![format!("{given} {family}"), format!("{family} {given}")],
        Some((sorted, None)) => vec![sorted.to_owned()],
        None => Vec::new(),
    };
    for order in orders {
        if !names.contains(&order) {
            names.push(order);
        }
    }
    names
}

/// One artist of a credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// MusicBrainz id.
    pub mbid: Uuid,
    /// Name as credited.
    pub name: String,
    /// What stands between this name and the next, with its spaces.
    pub joined_by: String,
}

/// An album in all its editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseGroup {
    /// MusicBrainz id.
    pub mbid: Uuid,
    /// Title.
    pub title: String,
    /// Album, EP, Single, Broadcast, Other; `None` when nobody said.
    pub primary_type: Option<String>,
    /// Live, Compilation, Soundtrack, …; none for a studio album.
    pub secondary_types: Vec<String>,
    /// Year of the first edition.
    pub first_release_year: Option<i16>,
    /// What tells it from others of the same title.
    pub disambiguation: Option<String>,
    /// Whose it is.
    pub credit: Vec<Credit>,
    /// Discogs masters that are linked, none to several.
    pub discogs_masters: Vec<i64>,
}

/// A page of an artist's release groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseGroupPage {
    /// The id under which MusicBrainz knows the artist now: the one asked for, or the one it was merged into.
    pub artist: Uuid,
    /// How many there are on all pages.
    pub total: u32,
    /// Where this page begins.
    pub offset: u32,
    /// The groups of this page.
    pub groups: Vec<ReleaseGroup>,
}

/// Reads an artist search.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_search(exchange: &Exchange) -> Result<Vec<ArtistHit>, Error> {
    let wire::SearchBody { artists } = decode(exchange)?;
    let hit = |hit: wire::Hit| ArtistHit {
        mbid: hit.id,
        name: hit.name,
        sort_name: hit.sort_name,
        score: hit.score.and_then(|score| i32::try_from(score).ok()).unwrap_or(0).clamp(0, 100),
        disambiguation: hit.disambiguation,
        country: hit.country,
        kind: hit.kind,
        aliases: names(hit.aliases),
    };
    Ok(artists.into_iter().map(hit).collect())
}

/// Reads an artist lookup.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_artist(exchange: &Exchange) -> Result<Artist, Error> {
    let artist: wire::Artist = decode(exchange)?;
    Ok(Artist {
        mbid: artist.id,
        name: artist.name,
        sort_name: artist.sort_name,
        disambiguation: artist.disambiguation,
        country: artist.country,
        kind: artist.kind,
        aliases: names(artist.aliases),
        discogs_artists: linked(&artist.relations, "artist"),
        spotify_artists: on_spotify(&artist.relations),
    })
}

/// Reads a release-group lookup.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_release_group(exchange: &Exchange) -> Result<ReleaseGroup, Error> {
    decode(exchange).map(release_group)
}

/// Reads a browse of the release groups of the artist `asked` for.
///
/// # Errors
/// What the exchange stands for, or [`Error::Malformed`].
pub fn read_release_groups(asked: Uuid, exchange: &Exchange) -> Result<ReleaseGroupPage, Error> {
    let body: wire::BrowseBody = decode(exchange)?;
    let groups: Vec<ReleaseGroup> = body.groups.into_iter().map(release_group).collect();
    Ok(ReleaseGroupPage {
        artist: current(asked, &groups),
        total: u32::try_from(body.count).unwrap_or(0),
        offset: body.offset.and_then(|offset| u32::try_from(offset).ok()).unwrap_or(0),
        groups,
    })
}

/// A browse does not say that the artist was merged, but then its groups credit another id: the one that all of them share.
fn current(asked: Uuid, groups: &[ReleaseGroup]) -> Uuid {
    let credits = |group: &ReleaseGroup, mbid| group.credit.iter().any(|credit| credit.mbid == mbid);
    if groups.iter().any(|group| group.credit.is_empty() || credits(group, asked)) {
        return asked;
    }
    let mut shared = groups.iter().flat_map(|group| &group.credit).map(|credit| credit.mbid);
    let found = shared.find(|mbid| groups.iter().all(|group| credits(group, *mbid)));
    let only = |mbid: &Uuid| groups.iter().any(|group| group.credit.len() == 1 && credits(group, *mbid));
    found.filter(only).unwrap_or(asked)
}

fn release_group(group: wire::ReleaseGroup) -> ReleaseGroup {
    let credit = |credit: wire::Credit| Credit {
        mbid: credit.artist.id,
        name: credit.name.or(credit.artist.name).unwrap_or_default(),
        joined_by: credit.joinphrase.unwrap_or_default(),
    };
    ReleaseGroup {
        mbid: group.id,
        title: group.title,
        primary_type: group.primary_type,
        secondary_types: group.secondary_types,
        first_release_year: group.first_release_date.as_deref().and_then(crate::tolerant::year),
        disambiguation: group.disambiguation,
        discogs_masters: linked(&group.relations, "master"),
        credit: group.artist_credit.into_iter().map(credit).collect(),
    }
}

/// The Discogs pages of one kind among the relations, in their order. Ended ones count only when there are no others.
fn linked(relations: &[wire::Relation], kind: &str) -> Vec<i64> {
    let of = |ended: bool| {
        let mut ids = Vec::new();
        for relation in
            relations.iter().filter(|relation| is_discogs(relation) && relation.ended.unwrap_or(false) == ended)
        {
            let resource = relation.url.as_ref().and_then(|url| url.resource.as_deref());
            if let Some(id) = resource.and_then(|resource| discogs_id(resource, kind)).filter(|id| !ids.contains(id)) {
                ids.push(id);
            }
        }
        ids
    };
    let current = of(false);
    if current.is_empty() { of(true) } else { current }
}

/// By name, or by the ids of the relation for release groups and artists: old captures lack the ids.
fn is_discogs(relation: &wire::Relation) -> bool {
    const TYPE_IDS: [&str; 2] = ["99e550f3-5ab4-3110-b5b9-fe01d970b126", "04a5b104-a4c2-4bac-99a1-7b837c37d9e4"];
    relation.kind.as_deref() == Some("discogs") || relation.type_id.as_deref().is_some_and(|id| TYPE_IDS.contains(&id))
}

/// The number in a Discogs URL of a `kind` (`master`, `artist`, `label`, `release`), with or without `https`, language and slug:
/// `http://www.discogs.com/en/master/23934-Nirvana-Nevermind` is master 23934.
pub fn discogs_id(url: &str, kind: &str) -> Option<i64> {
    let rest = url.strip_prefix("https:").or_else(|| url.strip_prefix("http:")).unwrap_or(url);
    let (host, path) = rest.trim_start_matches('/').split_once('/')?;
    if host != "discogs.com" && !host.ends_with(".discogs.com") {
        return None;
    }
    let mut segments = path.split(['/', '?', '#']);
    segments.find(|segment| *segment == kind)?;
    let digits: String = segments.next()?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|id| *id > 0)
}

/// Current Spotify pages among the relations, in their order. Their type is that of all streaming services: the host tells.
fn on_spotify(relations: &[wire::Relation]) -> Vec<String> {
    let mut ids = Vec::new();
    for relation in relations.iter().filter(|relation| !relation.ended.unwrap_or(false)) {
        let resource = relation.url.as_ref().and_then(|url| url.resource.as_deref());
        if let Some(id) = resource.and_then(spotify_artist_id).filter(|id| !ids.contains(id)) {
            ids.push(id);
        }
    }
    ids
}

/// The 22 letters and digits in a URL of a Spotify artist: `https://open.spotify.com/intl-de/artist/4Z8W4fKeB5YxbusRsdQVPb`.
pub fn spotify_artist_id(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let path = rest.strip_prefix("open.spotify.com/")?;
    let mut segments = path.split(['/', '?', '#']);
    segments.find(|segment| *segment == "artist")?;
    let id = segments.next()?;
    (id.len() == 22 && id.bytes().all(|b| b.is_ascii_alphanumeric())).then(|| id.to_owned())
}

fn names(aliases: Vec<wire::Alias>) -> Vec<String> {
    aliases.into_iter().filter_map(|alias| alias.name).collect()
}

#[cfg(test)]
mod tests;
