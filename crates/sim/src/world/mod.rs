//! The world that the three upstreams describe: who exists, what they recorded, how it was pressed and what it costs.
//! Artists and albums are kept; pressings, tracks and prices follow from an album's number and are computed when asked for.

mod builder;
mod catalogue;
mod entity;
mod exchange;
mod listeners;
mod market;
mod names;
mod offers;
mod pressing;
mod real;
mod record;
mod scaled;
mod sellers;
mod side;
mod similar;
#[cfg(test)]
mod tests;
mod titles;

use std::collections::HashMap;
use std::path::Path;

use serde::Serialize;
use uuid::Uuid;

pub(crate) use entity::{Album, Artist, Kind, LastfmMbid, Link, Scene};
pub use entity::{Listener, StudioAlbum};
pub(crate) use exchange::{per_euro, rates, working_days};
pub(crate) use market::rate;
pub(crate) use names::{fold, sort_name, url_text, without_number, words};
pub(crate) use offers::{Market, Offer, Sale, Thing, Told, cents};
pub(crate) use pressing::{Pressing, barcode, discogs_country};
pub(crate) use record::Track;
pub(crate) use sellers::{Postage, is_european, is_in_union};
pub(crate) use titles::GRADES;

/// Everything the simulated upstreams know. Build one with [`World::builtin`] or [`World::real`] and share it in an `Arc`.
pub struct World {
    origin: &'static str,
    artists: Vec<Artist>,
    albums: Vec<Album>,
    listeners: Vec<Listener>,
    index: Index,
    /// Pressings that a data set really has, by album; they come before the generated ones.
    pressed: HashMap<usize, Vec<Pressing>>,
    /// Similar artists that were computed from listeners; the others are computed from tags.
    listed: HashMap<usize, Vec<(usize, f64)>>,
}

/// How much a world holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// `builtin` or `real`.
    pub origin: String,
    /// Artists with at least one studio album.
    pub artists: usize,
    /// Artists that are known by name only.
    pub names_only: usize,
    /// Studio albums.
    pub studio_albums: usize,
    /// Release groups of every kind, as MusicBrainz lists them.
    pub release_groups: usize,
    /// Vinyl pressings of the studio albums.
    pub pressings: usize,
    /// Listeners.
    pub listeners: usize,
}

#[derive(Default)]
struct Index {
    /// Folded names and aliases; the most listened to first.
    by_name: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_mbid: HashMap<Uuid, usize>,
    by_discogs: HashMap<i64, usize>,
    by_tag: HashMap<String, Vec<usize>>,
    album_by_mbid: HashMap<Uuid, usize>,
    album_by_master: HashMap<i64, usize>,
    /// Pressings that were not generated: release id to album and place in `pressed`.
    pressed: HashMap<i64, (usize, usize)>,
}

impl World {
    /// The world shipped with the simulator: real artists and albums, everything else generated. `scale` 1 is just that;
    /// N adds N − 1 times as many invented artists. The same scale always gives the same world.
    #[must_use]
    pub fn builtin(scale: u32) -> World {
        let mut builder = catalogue::load();
        scaled::grow(&mut builder, scale.max(1));
        let listeners = listeners::invent(&builder, scale.max(1));
        builder.finish("builtin", listeners)
    }

    /// The world of the data sets in `datasets` (`id-links`, `discogs-most-collected-2020`, `hetrec2011-lastfm-2k`,
    /// `discogs-dump-20200806-sample`), read now; what they do not say is generated.
    ///
    /// # Errors
    /// When a file is absent or unreadable; the message names it.
    pub fn real(datasets: &Path) -> anyhow::Result<World> {
        real::load(datasets)
    }

    /// Names of the artists that have studio albums, most listened to first: the ones worth ingesting.
    #[must_use]
    pub fn artist_names(&self) -> Vec<String> {
        let mut with_albums: Vec<&Artist> =
            self.artists.iter().filter(|artist| self.has_studio_album(artist)).collect();
        with_albums.sort_by(|a, b| b.listeners.cmp(&a.listeners).then_with(|| a.name.cmp(&b.name)));
        let mut seen = std::collections::HashSet::new();
        with_albums.into_iter().map(|artist| artist.name.clone()).filter(|name| seen.insert(name.clone())).collect()
    }

    /// MusicBrainz identifiers of the artists in [`World::artist_names`]' sense, by name. Homonyms come one after the other.
    #[must_use]
    pub fn artist_mbids(&self, name: &str) -> Vec<Uuid> {
        self.named(name).iter().map(|&at| self.artists[at].mbid).collect()
    }

    /// The studio albums of the most listened to artist of this name; none for an unknown one.
    #[must_use]
    pub fn studio_albums(&self, artist: &str) -> Vec<StudioAlbum> {
        let albums = self.named(artist).first().map(|&at| self.artists[at].albums.as_slice()).unwrap_or_default();
        let studio = albums.iter().filter(|&&at| self.albums[at].kind == Kind::Studio);
        studio.map(|&at| self.studio_album(at)).collect()
    }

    /// The listeners of this world.
    #[must_use]
    pub fn listeners(&self) -> &[Listener] {
        &self.listeners
    }

    /// The `n` most played artists, all of them with albums, of the listener who knows most of this world.
    #[must_use]
    pub fn listener_seeds(&self, n: usize) -> Vec<String> {
        let known = |listener: &Listener| listener.top.iter().filter(|(name, _)| self.is_in_catalogue(name)).count();
        let best =
            self.listeners.iter().max_by_key(|listener| (known(listener), std::cmp::Reverse(listener.name.clone())));
        let top = best.map(|listener| listener.top.as_slice()).unwrap_or_default();
        top.iter().filter(|(name, _)| self.is_in_catalogue(name)).take(n).map(|(name, _)| name.clone()).collect()
    }

    /// How much this world holds.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let artists = self.artists.iter().filter(|artist| self.has_studio_album(artist)).count();
        let studio = || (0..self.albums.len()).filter(|&at| self.albums[at].kind == Kind::Studio);
        Counts {
            origin: self.origin.to_owned(),
            artists,
            names_only: self.artists.len() - artists,
            studio_albums: studio().count(),
            release_groups: self.albums.len(),
            pressings: studio().map(|at| self.vinyl_count(at)).sum(),
            listeners: self.listeners.len(),
        }
    }

    pub(crate) fn artist(&self, at: usize) -> &Artist {
        &self.artists[at]
    }

    pub(crate) fn album(&self, at: usize) -> &Album {
        &self.albums[at]
    }

    /// Artists whose folded name or alias is that of `name`, most listened to first.
    pub(crate) fn named(&self, name: &str) -> &[usize] {
        self.index.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Artists with a tag, whatever its case.
    pub(crate) fn tagged(&self, tag: &str) -> &[usize] {
        let known = self.index.by_tag.get(tag).or_else(|| self.index.by_tag.get(&tag.to_lowercase()));
        known.map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn worded(&self, word: &str) -> &[usize] {
        self.index.by_word.get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// The artist of an identifier, also of a merged one.
    pub(crate) fn by_mbid(&self, mbid: Uuid) -> Option<usize> {
        self.index.by_mbid.get(&mbid).copied()
    }

    pub(crate) fn by_discogs(&self, id: i64) -> Option<usize> {
        self.index.by_discogs.get(&id).copied()
    }

    pub(crate) fn album_by_mbid(&self, mbid: Uuid) -> Option<usize> {
        self.index.album_by_mbid.get(&mbid).copied()
    }

    pub(crate) fn album_by_master(&self, master: i64) -> Option<usize> {
        self.index.album_by_master.get(&master).copied()
    }

    /// Every release group.
    pub(crate) fn group_mbids(&self) -> impl Iterator<Item = Uuid> {
        self.albums.iter().map(|album| album.mbid)
    }

    /// How many albums there are, of every kind.
    pub(crate) fn album_count(&self) -> usize {
        self.albums.len()
    }

    /// Genres and styles of an album: its own, or its first artist's.
    pub(crate) fn scene(&self, album: usize) -> &Scene {
        let album = &self.albums[album];
        album.scene.as_deref().unwrap_or(&self.artists[album.artists[0]].scene)
    }

    fn studio_album(&self, at: usize) -> StudioAlbum {
        let album = &self.albums[at];
        StudioAlbum {
            title: album.title.clone(),
            mbid: album.mbid,
            year: Some(album.year).filter(|year| *year != 0),
            master: Some(album.master).filter(|master| *master != 0),
            pressings: self.vinyl_count(at),
        }
    }

    fn has_studio_album(&self, artist: &Artist) -> bool {
        artist.albums.iter().any(|&at| self.albums[at].kind == Kind::Studio)
    }

    fn is_in_catalogue(&self, name: &str) -> bool {
        self.named(name).first().is_some_and(|&at| self.has_studio_album(&self.artists[at]))
    }
}
