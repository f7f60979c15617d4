//! The release groups beside the studio albums: live albums, compilations, EPs, singles, demos and bootlegs, which a
//! client that wants studio albums has to leave out by itself.

use super::builder::{AlbumFacts, Builder};
use super::entity::Kind;
use crate::dice::Dice;

const PLACES: [&str; 24] = [
    "Paradiso, Amsterdam",
    "Brixton Academy",
    "Montreux",
    "Glastonbury",
    "Primavera Sound, Barcelona",
    "Red Rocks",
    "The Roundhouse, London",
    "Olympia, Paris",
    "Hammersmith Odeon",
    "Budokan",
    "Fillmore West",
    "Roskilde",
    "Benicàssim",
    "Zénith de Paris",
    "Tempodrom, Berlin",
    "KEXP, Seattle",
    "Radio City Music Hall",
    "Sala Razzmatazz",
    "Austin City Limits",
    "Reading",
    "Rock am Ring",
    "The Barrowlands",
    "La Riviera, Madrid",
    "Auditorium, Oslo",
];

/// Adds `live` live albums and the usual others to the artist at `at`; nothing to one without studio albums.
pub(crate) fn add(builder: &mut Builder, at: usize, live: usize) {
    let years: Vec<u16> = builder.artists[at].albums.iter().map(|&album| builder.albums[album].year).collect();
    let Some(&first) = years.iter().min() else { return };
    let last = years.iter().max().copied().unwrap_or(first).max(first) + 3;
    let name = builder.artists[at].name.clone();
    let mut dice = Dice::of("side", &format!("{name}|{first}"));
    for number in 0..live {
        let year = year(&mut dice, first, last);
        let place = PLACES[(number + usize::from(first)) % PLACES.len()];
        let night = format!("{year}‐{:02}‐{:02}: {place}", 1 + number % 12, 1 + number % 28);
        let title = if number < PLACES.len() { format!("Live at {place}") } else { night };
        group(builder, at, Kind::Live, title, year);
    }
    group(builder, at, Kind::Compilation, format!("The Best of {name}"), last);
    group(
        builder,
        at,
        Kind::Ep,
        format!("{} EP", PLACES[usize::from(last) % PLACES.len()]),
        year(&mut dice, first, last),
    );
    group(builder, at, Kind::Single, format!("{name} Theme"), first);
    group(builder, at, Kind::Bootleg, format!("Unauthorised, {}", dice.pick(&PLACES)), first);
    if dice.chance(0.4) {
        group(builder, at, Kind::Demo, format!("{} Demos", first.saturating_sub(1)), first.saturating_sub(1));
    }
}

fn year(dice: &mut Dice, first: u16, last: u16) -> u16 {
    u16::try_from(dice.between(u64::from(first), u64::from(last.min(2025)))).unwrap_or(first)
}

fn group(builder: &mut Builder, at: usize, kind: Kind, title: String, year: u16) {
    builder.album(&[at], AlbumFacts { title, year, kind: Some(kind), ..AlbumFacts::default() });
}
