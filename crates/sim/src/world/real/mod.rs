//! The real world, read from data sets at run time: artists, identifiers, masters and ratings as they were recorded;
//! listeners and similar artists computed from play counts; pressings from a dump where it has them, else generated.

mod collected;
mod dump;
mod files;
mod hetrec;
mod links;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::builder::{AlbumFacts, Builder};
use super::entity::{Kind, LastfmMbid, Listener, Scene};
use super::names::{fold, without_number};
use super::{World, side};
use crate::dice::Dice;
use collected::Collected;
use hetrec::Hetrec;
use links::Linked;

/// Invented Discogs ids start above every real one of the data sets.
const INVENTED_IDS: i64 = 50_000_000;
/// Last.fm listeners that stand for each of the 1,892 of the data set.
const LISTENERS_EACH: u64 = 3_000;
/// Names that stand for nobody in particular.
const NOBODY: [&str; 4] = ["various", "unknown artist", "no artist", "traditional"];

pub(super) fn load(datasets: &Path) -> anyhow::Result<World> {
    let hetrec = hetrec::read(datasets)?;
    let linked = links::read(datasets)?;
    let collected = collected::read(datasets)?;
    let releases = dump::read(datasets)?;
    let mut making = Making::new(&hetrec);
    making.add_linked(&linked, &collected);
    making.add_collected(&linked, &collected);
    making.add_side_groups();
    making.add_pressings(releases);
    let listeners = making.add_listening();
    Ok(making.builder.finish("real", listeners))
}

struct Making<'a> {
    builder: Builder,
    hetrec: &'a Hetrec,
    by_name: HashMap<String, usize>,
    by_master: HashMap<i64, usize>,
}

impl<'a> Making<'a> {
    fn new(hetrec: &'a Hetrec) -> Self {
        let builder = Builder { id_base: INVENTED_IDS, ..Builder::default() };
        Self { builder, hetrec, by_name: HashMap::new(), by_master: HashMap::new() }
    }

    /// The artist of a name, made when it is new.
    fn artist(&mut self, name: &str, styles: &[String]) -> usize {
        let plain = without_number(name);
        let key = fold(plain);
        if let Some(&at) = self.by_name.get(&key) {
            return at;
        }
        let heard = self.hetrec.by_name.get(&key).copied();
        let users = heard.map_or(0, |id| self.hetrec.users_of(id));
        let tags = heard.map(|id| self.hetrec.tags_of(id)).filter(|tags| !tags.is_empty());
        let tags = tags.unwrap_or_else(|| styles.iter().map(|style| style.to_lowercase()).collect());
        let mut dice = Dice::of("real-artist", &key);
        let labels = vec![(*dice.pick(&LABELS)).to_owned(), (*dice.pick(&LABELS)).to_owned()];
        let genres =
            vec![if tags.iter().any(|tag| tag.contains("electronic")) { "Electronic" } else { "Rock" }.to_owned()];
        let scene = Scene { country: String::new(), labels, genres, styles: styles.to_vec(), tags };
        let listeners = users * LISTENERS_EACH + dice.between(200, 2500);
        let at = self.builder.artist(plain, &key, listeners, Arc::new(scene));
        name.clone_into(&mut self.builder.artists[at].discogs_name);
        self.by_name.insert(key, at);
        at
    }

    fn add_linked(&mut self, linked: &[Linked], collected: &HashMap<i64, Collected>) {
        let mut by_mbid = HashMap::new();
        for row in linked {
            let known = row.mbid.and_then(|mbid| by_mbid.get(&mbid).copied());
            let at = known.unwrap_or_else(|| self.artist(&row.artist, &[]));
            self.by_name.entry(fold(&row.artist)).or_insert(at);
            let artist = &mut self.builder.artists[at];
            match row.mbid {
                Some(mbid) if known.is_none() => {
                    artist.mbid = mbid;
                    artist.lastfm_mbid = LastfmMbid::Given(mbid);
                    by_mbid.insert(mbid, at);
                }
                Some(_) if artist.name != row.artist => artist.aliases.push(row.artist.clone()),
                Some(_) => {}
                None => artist.lastfm_mbid = LastfmMbid::Empty,
            }
            let more = row.master.and_then(|master| collected.get(&master));
            let mut facts = more.map(Collected::facts).unwrap_or_default();
            row.title.clone_into(&mut facts.title);
            facts.year = if row.year == 0 { facts.year } else { row.year };
            // A master of 0: Discogs has a single release and no master.
            facts.master = Some(row.master.unwrap_or(0));
            facts.rating = row.rating;
            self.album(at, facts);
        }
    }

    fn add_collected(&mut self, linked: &[Linked], collected: &HashMap<i64, Collected>) {
        let linked: std::collections::HashSet<i64> = linked.iter().filter_map(|row| row.master).collect();
        let mut rows: Vec<&Collected> = collected.values().filter(|row| !linked.contains(&row.master)).collect();
        rows.sort_by_key(|row| row.master);
        for row in rows {
            let by: Vec<usize> = row
                .artists
                .iter()
                .filter(|(name, _)| !NOBODY.contains(&name.to_lowercase().as_str()))
                .map(|(name, id)| self.collected_artist(name, *id, &row.styles))
                .collect();
            if let Some((&first, _)) = by.split_first() {
                let at = self.album(first, row.facts());
                for &other in by.iter().skip(1).filter(|&&other| other != first) {
                    self.builder.albums[at].artists.push(other);
                    self.builder.artists[other].albums.push(at);
                }
            }
        }
    }

    fn collected_artist(&mut self, name: &str, id: i64, styles: &[String]) -> usize {
        let at = self.artist(name, styles);
        let artist = &mut self.builder.artists[at];
        if artist.discogs_id >= INVENTED_IDS {
            artist.discogs_id = id;
            name.clone_into(&mut artist.discogs_name);
        }
        at
    }

    fn album(&mut self, artist: usize, facts: AlbumFacts) -> usize {
        let master = facts.master.unwrap_or(0);
        let at = self.builder.album(&[artist], facts);
        if master != 0 {
            self.by_master.entry(master).or_insert(at);
        }
        at
    }

    fn add_side_groups(&mut self) {
        for at in 0..self.builder.artists.len() {
            let studio = |&album: &usize| self.builder.albums[album].kind == Kind::Studio;
            if self.builder.artists[at].albums.iter().any(studio) {
                side::add(&mut self.builder, at, 2);
            }
        }
    }

    fn add_pressings(&mut self, releases: Vec<dump::Release>) {
        for release in releases {
            if let Some(&album) = self.by_master.get(&release.master) {
                self.builder.pressed.entry(album).or_default().push(release.pressing);
            }
        }
    }

    /// Makes the artists that are heard and not yet known, then their similars; gives the listeners.
    fn add_listening(&mut self) -> Vec<Listener> {
        let catalogue = self.builder.artists.len();
        let names: Vec<(u32, String)> = self.hetrec.names_in_order();
        let places: HashMap<u32, usize> = names.iter().map(|(id, name)| (*id, self.artist(name, &[]))).collect();
        self.builder.listed = self.hetrec.similar(&places, catalogue);
        self.hetrec.listeners(|id| self.builder.artists[places[&id]].name.clone())
    }
}

const LABELS: [&str; 16] = [
    "Warner Bros. Records",
    "Columbia",
    "EMI",
    "Polydor",
    "Island Records",
    "Virgin",
    "Mute",
    "4AD",
    "Rough Trade",
    "Sub Pop",
    "Domino",
    "Warp Records",
    "Blue Note",
    "Atlantic",
    "RCA",
    "Ninja Tune",
];
