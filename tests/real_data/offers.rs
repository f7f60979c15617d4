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

pub fn of_their_albums_only(shared: &Path) -> Result<(), Failed> {
    let albums = albums(&unpacked(&shared.join("datasets/discogs-prices/marketplace_listings_2023.csv.gz")))?;
    let (mut own, mut found, mut others, mut wrong) = (0, 0, 0, 0);
    let mut shown = [0, 0];
    for (artist, albums) in &albums {
        for (i, (album, year)) in albums.iter().enumerate() {
            for (j, (offered, offered_year)) in albums.iter().enumerate() {
                for title in titles(artist, offered, offered_year) {
                    let rest: Vec<&str> =
                        albums.iter().map(|(title, _)| title.as_str()).filter(|title| title != album).collect();
                    let wanted =
                        Wanted { artist, title: album, year: year.parse().ok(), others: &rest, pressings: &[] };
                    let judged = offer_match(&Listing { title: &title, ..Listing::default() }, &wanted);
                    let counts = if i == j { (&mut own, &mut found) } else { (&mut others, &mut wrong) };
                    *counts.0 += 1;
                    *counts.1 += i32::from(judged.is_sure());
                    let side = usize::from(i != j);
                    if judged.is_sure() != (i == j) && shown[side] < 40 {
                        shown[side] += 1;
                        println!(
                            "{} {artist} / {album}: {title} {:?}",
                            if i == j { "missed" } else { "wrong" },
                            judged.reasons
                        );
                    }
                }
            }
        }
    }
    println!("{found} of {own} offers found for their album, {wrong} of {others} for another album of the artist");
    assert!(f64::from(found) >= 0.8 * f64::from(own), "{found} of {own}");
    assert!(f64::from(wrong) <= 0.01 * f64::from(others), "{wrong} of {others}");
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
