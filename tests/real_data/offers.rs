//! Titles of offers made of real artists and albums: each is to be found for its own album and for no other album of the artist.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use libtest_mimic::Failed;
use support::unpacked;
use vinilogy_core::domain::names::{Nobody, album_key, artist_key, nobody};
use vinilogy_core::domain::prices::offer::{Listing, Wanted, offer_match};

/// The ways in which sellers write an artist, an album and the rest.
fn titles(artist: &str, album: &str, year: &str) -> [String; 4] {
    [
        format!("{artist} - {album} LP"),
        format!("{} {} VINYL LP {year} VG+/EX GATEFOLD RARE!!", artist.to_uppercase(), album.to_uppercase()),
        format!("{artist}: {album} (LP, Album, RE, 180g) sealed - Schallplatte neu"),
        format!("{album} by {artist} - vinyl record {year} original"),
    ]
}

/// How many offers there were, and how many were found sure.
#[derive(Default)]
struct Count {
    offers: u32,
    sure: u32,
}

impl Count {
    fn add(&mut self, is_sure: bool) {
        self.offers += 1;
        self.sure += u32::from(is_sure);
    }

    fn share(&self) -> f64 {
        f64::from(self.sure) / f64::from(self.offers)
    }
}

pub fn of_their_albums_only(shared: &Path) -> Result<(), Failed> {
    let albums = albums(&unpacked(&shared.join("datasets/discogs-prices/marketplace_listings_2023.csv.gz")))?;
    let (mut own, mut others, mut alone) = (Count::default(), Count::default(), Count::default());
    // A third of the artists, so that it takes seconds.
    for (artist, albums) in albums.iter().step_by(3) {
        for (album, year) in albums {
            let rest: Vec<&str> =
                albums.iter().map(|(title, _)| title.as_str()).filter(|title| title != album).collect();
            let wanted = Wanted { artist, title: album, year: year.parse().ok(), others: &rest, pressings: &[] };
            for (offered, year) in albums {
                for title in titles(artist, offered, year) {
                    let judged =
                        |wanted: &Wanted<'_>| offer_match(&Listing { title: &title, ..Listing::default() }, wanted);
                    let found = judged(&wanted);
                    let is_own = offered == album;
                    if found.is_sure() != is_own {
                        let how = if is_own { "missed" } else { "wrong" };
                        println!("{how}: {artist} / {album}: {title} {:?}", found.reasons);
                    }
                    if is_own {
                        own.add(found.is_sure());
                    } else {
                        others.add(found.is_sure());
                        alone.add(judged(&Wanted { others: &[], ..wanted }).is_sure());
                    }
                }
            }
        }
    }
    println!("{} of {} offers found for their album", own.sure, own.offers);
    println!("{} of {} found for another album of the artist", others.sure, others.offers);
    println!("{} of them when the artist's other albums are not known", alone.sure);
    assert!(own.offers > 3000 && others.offers > 3000 && own.share() >= 0.98, "{}", own.share());
    assert!(others.share() <= 0.005 && alone.share() <= 0.03, "{} {}", others.share(), alone.share());
    Ok(())
}

/// Long-playing records by artist, each once.
fn albums(bytes: &[u8]) -> Result<BTreeMap<String, BTreeSet<(String, String)>>, Failed> {
    let mut albums: BTreeMap<String, BTreeMap<String, (String, String)>> = BTreeMap::new();
    for row in csv::Reader::from_reader(bytes).records() {
        let row = row?;
        let (artist, title, format, year) = (&row[0], &row[1], &row[2], &row[14]);
        if format == "LP"
            && nobody(artist) != Some(Nobody::Various)
            && !artist_key(artist).is_empty()
            && !artist.ends_with(['/', '=', ','])
        {
            let of_artist = albums.entry(artist.to_owned()).or_default();
            of_artist.entry(album_key(title)).or_insert_with(|| (title.to_owned(), year.to_owned()));
        }
    }
    Ok(albums.into_iter().map(|(artist, albums)| (artist, albums.into_values().collect())).collect())
}
