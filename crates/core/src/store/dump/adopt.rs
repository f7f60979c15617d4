//! Which of our artists and albums a dump's artists, masters and releases are, when no id says so. Each link keeps its evidence.
use std::collections::HashSet;

use deadpool_postgres::Transaction;
use vinilogy_queries::queries::dump::{self, AlbumsAlike, Homonyms};

use super::NOBODY;
use crate::domain::matching::{ArtistEvidence, Match, Work, artist_match, confidence};
use crate::store::{At, Result};

/// Something of ours that is something of the dump's.
struct Adopted {
    ours: i64,
    /// Discogs artist, master or release.
    discogs_id: i64,
    name: String,
    matched: Match,
}

/// Gives Discogs ids to artists of ours. Returns how many.
pub(super) async fn artists(tx: &Transaction<'_>) -> Result<u64> {
    let homonyms = dump::homonyms().bind(tx, &NOBODY.as_slice()).all().await.at("dump.homonyms")?;
    let adopted = one_to_one(unambiguous(homonyms.into_iter().map(judged).collect()));
    if adopted.is_empty() {
        return Ok(0);
    }
    let ids: Vec<i64> = adopted.iter().map(|one| one.ours).collect();
    let discogs_ids: Vec<i64> = adopted.iter().map(|one| one.discogs_id).collect();
    let count = dump::adopt_artists().bind(tx, &ids, &discogs_ids).await.at("dump.adopt_artists")?;
    save_matches(tx, "artist", &adopted).await?;
    Ok(count)
}

/// Gives masters to albums of ours, and remembers which of them releases without a master belong to. Returns how many albums changed.
pub(super) async fn albums(tx: &Transaction<'_>) -> Result<u64> {
    let alike = dump::albums_alike().bind(tx, &NOBODY.as_slice()).all().await.at("dump.albums_alike")?;
    let (masters, single): (Vec<_>, Vec<_>) = alike.into_iter().partition(|row| row.master_id.is_some());
    let masters = one_to_one(masters.into_iter().map(|row| compared(row.master_id, row)).collect());
    if !masters.is_empty() {
        let ids: Vec<i64> = masters.iter().map(|one| one.ours).collect();
        let master_ids: Vec<i64> = masters.iter().map(|one| one.discogs_id).collect();
        let scores: Vec<f32> = masters.iter().map(|one| one.matched.score).collect();
        dump::adopt_albums().bind(tx, &ids, &master_ids, &scores).await.at("dump.adopt_albums")?;
        save_matches(tx, "album", &masters).await?;
    }
    // Several of these may be pressings of one album; an album that has a master by now has no others.
    let taken: HashSet<i64> = masters.iter().map(|one| one.ours).collect();
    let single = single.into_iter().map(|row| compared(Some(row.discogs_id), row));
    let single: Vec<Adopted> = single.filter(|one| one.matched.is_sure() && !taken.contains(&one.ours)).collect();
    if !single.is_empty() {
        save_matches(tx, "pressing", &single).await?;
    }
    Ok(masters.len() as u64)
}

fn judged(row: Homonyms) -> Adopted {
    let ours = ArtistEvidence {
        aliases: row.aliases,
        country: row.country,
        albums: row.titles,
        ..ArtistEvidence::named(row.name)
    };
    let theirs = ArtistEvidence { albums: row.dump_titles, ..ArtistEvidence::named(row.artist.clone()) };
    Adopted { ours: row.id, discogs_id: row.artist_id, name: row.artist, matched: artist_match(&ours, &theirs) }
}

fn compared(discogs_id: Option<i64>, row: AlbumsAlike) -> Adopted {
    let ours = Work { artist: &row.artist, title: &row.ours, year: row.ours_year };
    let theirs = Work { artist: &row.artist, title: &row.title, year: row.year };
    let matched = confidence(ours, theirs);
    Adopted { ours: row.id, discogs_id: discogs_id.unwrap_or_default(), name: row.title, matched }
}

/// Without artists of whom several of ours could be the one: then it is none of them until something tells.
fn unambiguous(candidates: Vec<Adopted>) -> Vec<Adopted> {
    let best = |one: &Adopted| {
        let rivals = candidates.iter().filter(|other| other.discogs_id == one.discogs_id && other.ours != one.ours);
        rivals.into_iter().all(|other| other.matched.score < one.matched.score)
    };
    let keep: Vec<bool> = candidates.iter().map(best).collect();
    candidates.into_iter().zip(keep).filter_map(|(one, keep)| keep.then_some(one)).collect()
}

/// Those that are sure, each side once: the likeliest first, then the lowest ids.
fn one_to_one(mut candidates: Vec<Adopted>) -> Vec<Adopted> {
    candidates.retain(|one| one.matched.is_sure());
    candidates.sort_by(|a, b| {
        let by_score = b.matched.score.total_cmp(&a.matched.score);
        by_score.then((a.discogs_id, a.ours).cmp(&(b.discogs_id, b.ours)))
    });
    let (mut ours, mut theirs) = (HashSet::new(), HashSet::new());
    candidates.retain(|one| {
        !ours.contains(&one.ours) && !theirs.contains(&one.discogs_id) && {
            ours.insert(one.ours);
            theirs.insert(one.discogs_id)
        }
    });
    candidates
}

async fn save_matches(tx: &Transaction<'_>, kind: &str, adopted: &[Adopted]) -> Result<()> {
    let is_artist = kind == "artist";
    let ours = |artist: bool| -> Vec<Option<i64>> {
        adopted.iter().map(|one| Some(one.ours).filter(|_| artist == is_artist)).collect()
    };
    let ids: Vec<i64> = adopted.iter().map(|one| one.discogs_id).collect();
    let names: Vec<&str> = adopted.iter().map(|one| one.name.as_str()).collect();
    let scores: Vec<f32> = adopted.iter().map(|one| one.matched.score).collect();
    let reasons: Vec<String> = adopted.iter().map(|one| serde_json::json!(one.matched.reasons).to_string()).collect();
    let named = if is_artist { "name" } else { "title" };
    dump::save_matches()
        .bind(tx, &kind, &named, &ours(true), &ours(false), &ids, &names, &scores, &reasons)
        .await
        .at("dump.save_matches")
        .map(drop)
}
