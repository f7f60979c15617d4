//! `hetrec2011-lastfm-2k`: who listened to whom; similar artists are those whose listeners are the same (cosine).

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::Context as _;

use super::files;
use crate::world::Listener;
use crate::world::names::fold;
use crate::world::similar::best;

/// Similar artists kept for each artist.
const SIMILAR: usize = 50;
/// Fewer common listeners than this are chance.
const COMMON: u32 = 3;
const TAGS: usize = 8;

/// The data set, read.
pub(super) struct Hetrec {
    names: BTreeMap<u32, String>,
    /// Folded name to the artist's number in the data set.
    pub(super) by_name: HashMap<String, u32>,
    /// For every user: artists and plays.
    plays: BTreeMap<u32, Vec<(u32, u32)>>,
    users: HashMap<u32, u32>,
    tags: HashMap<u32, Vec<String>>,
}

pub(super) fn read(datasets: &Path) -> anyhow::Result<Hetrec> {
    let folder = |name: &str| format!("hetrec2011-lastfm-2k/{name}");
    let mut names = BTreeMap::new();
    let mut by_name = HashMap::new();
    for line in files::lines(datasets, &folder("artists.dat.gz"))? {
        let mut fields = line.split('\t');
        if let (Some(Ok(id)), Some(name)) = (fields.next().map(str::parse::<u32>), fields.next()) {
            by_name.entry(fold(name)).or_insert(id);
            names.insert(id, name.to_owned());
        }
    }
    let mut plays: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    let mut users: HashMap<u32, u32> = HashMap::new();
    for line in files::lines(datasets, &folder("user_artists.dat.gz"))? {
        let [user, artist, weight] = numbers(&line).with_context(|| format!("user_artists.dat.gz: {line}"))?;
        plays.entry(user).or_default().push((artist, weight));
        *users.entry(artist).or_default() += 1;
    }
    let tags = read_tags(datasets, &folder("tags.dat.gz"), &folder("user_taggedartists.dat.gz"))?;
    Ok(Hetrec { names, by_name, plays, users, tags })
}

fn numbers<const N: usize>(line: &str) -> Option<[u32; N]> {
    let mut fields = line.split('\t').map(|field| field.trim().parse::<u32>().ok());
    let mut out = [0; N];
    for slot in &mut out {
        *slot = fields.next()??;
    }
    Some(out)
}

/// The most given tags of each artist.
fn read_tags(datasets: &Path, tags: &str, given: &str) -> anyhow::Result<HashMap<u32, Vec<String>>> {
    let mut words: HashMap<u32, String> = HashMap::new();
    for line in files::lines(datasets, tags)? {
        if let Some((Ok(id), word)) = line.split_once('\t').map(|(id, word)| (id.parse(), word)) {
            words.insert(id, word.trim().to_owned());
        }
    }
    let mut counts: HashMap<u32, HashMap<u32, u32>> = HashMap::new();
    for line in files::lines(datasets, given)? {
        let [_, artist, tag] = numbers(&line).with_context(|| format!("{given}: {line}"))?;
        *counts.entry(artist).or_default().entry(tag).or_default() += 1;
    }
    let most = |counts: HashMap<u32, u32>| -> Vec<String> {
        let mut ranked: Vec<(u32, u32)> = counts.into_iter().collect();
        ranked.sort_by_key(|&(tag, count)| (std::cmp::Reverse(count), tag));
        ranked.iter().take(TAGS).filter_map(|(tag, _)| words.get(tag).cloned()).collect()
    };
    Ok(counts.into_iter().map(|(artist, counts)| (artist, most(counts))).collect())
}

impl Hetrec {
    pub(super) fn users_of(&self, artist: u32) -> u64 {
        self.users.get(&artist).copied().map_or(0, u64::from)
    }

    pub(super) fn tags_of(&self, artist: u32) -> Vec<String> {
        self.tags.get(&artist).cloned().unwrap_or_default()
    }

    /// Every artist that somebody played, by number.
    pub(super) fn names_in_order(&self) -> Vec<(u32, String)> {
        let played = self.names.iter().filter(|(id, _)| self.users.contains_key(id));
        played.map(|(id, name)| (*id, name.clone())).collect()
    }

    /// The users as listeners, most played artist first.
    pub(super) fn listeners(&self, name: impl Fn(u32) -> String) -> Vec<Listener> {
        let listener = |(user, plays): (&u32, &Vec<(u32, u32)>)| {
            let mut plays: Vec<(u32, u32)> =
                plays.iter().copied().filter(|(id, _)| self.names.contains_key(id)).collect();
            plays.sort_by_key(|&(artist, count)| (std::cmp::Reverse(count), artist));
            Listener {
                name: format!("hetrec-{user}"),
                top: plays.into_iter().map(|(id, count)| (name(id), count)).collect(),
            }
        };
        self.plays.iter().map(listener).collect()
    }

    /// Similar artists of the first `catalogue` artists of the world; `places` says where each artist stands in it.
    pub(super) fn similar(&self, places: &HashMap<u32, usize>, catalogue: usize) -> HashMap<usize, Vec<(usize, f64)>> {
        let mut common: HashMap<usize, HashMap<usize, u32>> = HashMap::new();
        let mut heard: HashMap<usize, u32> = HashMap::new();
        for plays in self.plays.values() {
            let mut artists: Vec<usize> = plays.iter().filter_map(|(id, _)| places.get(id).copied()).collect();
            artists.sort_unstable();
            artists.dedup();
            for &one in &artists {
                *heard.entry(one).or_default() += 1;
                if one < catalogue {
                    let counts = common.entry(one).or_default();
                    for &other in artists.iter().filter(|&&other| other != one) {
                        *counts.entry(other).or_default() += 1;
                    }
                }
            }
        }
        let cosine = |one: usize, other: usize, both: u32| {
            f64::from(both) / (f64::from(heard[&one]) * f64::from(heard[&other])).sqrt()
        };
        let ranked = |(one, counts): (usize, HashMap<usize, u32>)| {
            let enough = counts.into_iter().filter(|&(_, both)| both >= COMMON);
            let mut similar = best(enough.map(|(other, both)| (other, cosine(one, other, both))).collect());
            similar.truncate(SIMILAR);
            (one, similar)
        };
        common.into_iter().map(ranked).filter(|(_, similar)| !similar.is_empty()).collect()
    }
}
