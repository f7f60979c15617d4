//! Puts a world together: gives identifiers, popularity and relations to what the sources name, then indexes it.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::entity::{Album, Artist, Kind, LastfmMbid, Link, Listener, Scene};
use super::names::{fold, without_number, words};
use super::pressing::Pressing;
use super::{Index, World};
use crate::dice::{self, Dice};

/// What a source knows about an album; the rest is decided here.
#[derive(Default)]
pub(crate) struct AlbumFacts {
    pub(crate) title: String,
    pub(crate) year: u16,
    pub(crate) kind: Option<Kind>,
    pub(crate) master: Option<i64>,
    pub(crate) have: Option<u32>,
    pub(crate) want: Option<u32>,
    /// Average in hundredths and number of votes.
    pub(crate) rating: Option<(u16, u32)>,
    pub(crate) versions: Option<u32>,
    pub(crate) scene: Option<Arc<Scene>>,
}

#[derive(Default)]
pub(crate) struct Builder {
    pub(crate) artists: Vec<Artist>,
    pub(crate) albums: Vec<Album>,
    pub(crate) pressed: HashMap<usize, Vec<Pressing>>,
    pub(crate) listed: HashMap<usize, Vec<(usize, f64)>>,
    /// Added to invented Discogs ids, so that they stay clear of the real ones of a data set.
    pub(crate) id_base: i64,
}

impl Builder {
    /// Adds an artist of `listeners` with defaults for everything else; `key` tells homonyms apart.
    pub(crate) fn artist(&mut self, name: &str, key: &str, listeners: u64, scene: Arc<Scene>) -> usize {
        let mut dice = Dice::of("artist", key);
        let mbid = dice::uuid("artist", key);
        let at = self.artists.len();
        self.artists.push(Artist {
            name: name.to_owned(),
            mb_name: name.to_owned(),
            discogs_name: name.to_owned(),
            mbid,
            merged: None,
            lastfm_mbid: LastfmMbid::Given(mbid),
            discogs_id: self.id_base + number(at * 5 + 1000) + i64::from(dice.chance(0.5)),
            kind: "Group",
            begin: 0,
            note: String::new(),
            aliases: Vec::new(),
            listeners,
            playcount: listeners * dice.between(12, 60) + dice.below(1000),
            scene,
            albums: Vec::new(),
        });
        at
    }

    /// Adds an album of the artists at `by`. Its identifiers follow from the first artist's and the title.
    pub(crate) fn album(&mut self, by: &[usize], facts: AlbumFacts) -> usize {
        let at = self.albums.len();
        let artist = &self.artists[by[0]];
        let kind = facts.kind.unwrap_or(Kind::Studio);
        let key = format!("{}|{}|{}|{}", artist.mbid, facts.title, facts.year, artist.albums.len());
        let mut dice = Dice::of("album", &key);
        let have = facts.have.unwrap_or_else(|| owners(artist.listeners, kind, &mut dice));
        let link = link(kind, &mut dice);
        self.albums.push(Album {
            mbid: dice::uuid("album", &key),
            date: first_release_date(facts.year, kind, &mut dice),
            title: facts.title,
            artists: by.to_vec(),
            year: facts.year,
            kind,
            link,
            master: facts.master.unwrap_or_else(|| self.id_base + number(at * 3 + 5000)),
            have,
            want: facts.want.unwrap_or_else(|| percent(have, dice.between(8, 45))),
            rating: facts
                .rating
                .map_or_else(|| u16::try_from(dice.between(330, 475)).unwrap_or(400), |(stars, _)| stars),
            votes: facts.rating.map_or_else(|| percent(have, dice.between(5, 15)), |(_, votes)| votes),
            pressings: pressings(facts.versions, have, &mut dice),
            scene: facts.scene,
        });
        for &artist in by {
            self.artists[artist].albums.push(at);
        }
        at
    }

    pub(crate) fn finish(mut self, origin: &'static str, listeners: Vec<Listener>) -> World {
        self.rank_names();
        let index = self.index();
        World {
            origin,
            artists: self.artists,
            albums: self.albums,
            listeners,
            index,
            pressed: self.pressed,
            listed: self.listed,
        }
    }

    /// Last.fm has one page per name: among homonyms only the most listened to has its identifier there.
    fn rank_names(&mut self) {
        let mut most: HashMap<String, u64> = HashMap::new();
        for artist in &self.artists {
            let best = most.entry(artist.name.to_lowercase()).or_default();
            *best = (*best).max(artist.listeners);
        }
        for artist in &mut self.artists {
            if most.get(&artist.name.to_lowercase()).is_some_and(|best| *best > artist.listeners) {
                artist.lastfm_mbid = LastfmMbid::Absent;
            }
        }
    }

    fn index(&self) -> Index {
        let mut index = Index::default();
        let mut order: Vec<usize> = (0..self.artists.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(self.artists[at].listeners));
        for at in order {
            index_artist(&mut index, at, &self.artists[at]);
        }
        for (at, album) in self.albums.iter().enumerate() {
            index.album_by_mbid.insert(album.mbid, at);
            if album.master != 0 {
                index.album_by_master.entry(album.master).or_insert(at);
            }
        }
        for (&album, rows) in &self.pressed {
            index.pressed.extend(rows.iter().enumerate().map(|(place, row)| (row.id, (album, place))));
        }
        index
    }
}

fn index_artist(index: &mut Index, at: usize, artist: &Artist) {
    let discogs = without_number(&artist.discogs_name);
    let names = [artist.name.as_str(), artist.mb_name.as_str(), discogs];
    for name in names.into_iter().chain(artist.aliases.iter().map(String::as_str)) {
        push_new(index.by_name.entry(fold(name)).or_default(), at);
        for word in words(name) {
            push_new(index.by_word.entry(word).or_default(), at);
        }
    }
    for tag in &artist.scene.tags {
        push_new(index.by_tag.entry(tag.clone()).or_default(), at);
    }
    index.by_mbid.insert(artist.mbid, at);
    index.by_mbid.extend(artist.merged.map(|old: Uuid| (old, at)));
    index.by_discogs.insert(artist.discogs_id, at);
}

fn push_new(list: &mut Vec<usize>, at: usize) {
    if list.last() != Some(&at) {
        list.push(at);
    }
}

/// Few records are owned by many: the square of an even roll, under a ceiling set by the artist's listeners.
fn owners(listeners: u64, kind: Kind, dice: &mut Dice) -> u32 {
    let share = dice.unit() * dice.unit();
    let ceiling = if kind == Kind::Studio { listeners / 40 } else { listeners / 400 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a few hundred thousand owners at most"
    )]
    let owners = (share * ceiling as f64) as u32;
    owners + u32::try_from(dice.between(20, 90)).unwrap_or(20)
}

fn number(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

fn percent(of: u32, percent: u64) -> u32 {
    u32::try_from(u64::from(of) * percent / 100).unwrap_or(u32::MAX)
}

/// 5 to 150 vinyl pressings, more of what more people own.
fn pressings(versions: Option<u32>, have: u32, dice: &mut Dice) -> u16 {
    let wanted = match versions {
        // The lists count every format; about half of the versions of a popular master are vinyl.
        Some(all) => u64::from(all) / 2,
        None => u64::from(have.isqrt()) / 3 + dice.below(12),
    };
    u16::try_from(wanted.clamp(5, 150)).unwrap_or(5)
}

fn link(kind: Kind, dice: &mut Dice) -> Link {
    match (kind, dice.below(40)) {
        (Kind::Demo | Kind::Bootleg, _) | (_, 0..=4) => Link::Nothing,
        (_, 5 | 6) => Link::WithEnded,
        (_, 7) => Link::Several,
        (_, 8) => Link::Release,
        _ => Link::Master,
    }
}

/// MusicBrainz often knows the year only, and of some groups nothing.
fn first_release_date(year: u16, kind: Kind, dice: &mut Dice) -> String {
    let unknown = if kind == Kind::Studio { 0.01 } else { 0.12 };
    if year == 0 || dice.chance(unknown) {
        return String::new();
    }
    let (month, day) = (dice.between(1, 12), dice.between(1, 28));
    match dice.below(10) {
        0..=3 => format!("{year}"),
        4 | 5 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}
